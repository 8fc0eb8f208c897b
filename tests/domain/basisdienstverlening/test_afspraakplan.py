import pytest

from app.domain.basisdienstverlening.afspraakplan import duur_in_minuten, eis_planbaar, plan_herinneringen, planbaar
from app.domain.basisdienstverlening.diagnose import Diagnose
from app.domain.basisdienstverlening.melding import Route
from app.domain.basisdienstverlening.proces.afspraak import Afspraaksoort, Afspraakwijze
from app.domain.basisdienstverlening.proces.stand import Gesprekskeuze, Stand
from app.domain.beleid import Peil
from app.domain.fouten import StapNietToegestaan
from tests.domain.peilen import dag

SCREENING, AMBITIE, INKOMEN, OVERDRACHT = Afspraaksoort
MAANDAG = dag("2021-06-14")


@pytest.mark.parametrize(
    ("stand", "route", "soorten"),
    [
        (Stand.GEMELD, Route.REGULIER, (SCREENING,)),
        (Stand.GEMELD, Route.VSO_PRO, (AMBITIE,)),
        (Stand.GEMELD, Route.STATUSHOUDER, (SCREENING, AMBITIE)),
        (Stand.GESCREEND, Route.STATUSHOUDER, (AMBITIE, INKOMEN)),
        (Stand.AFWIJZING_VOORGESTELD, Route.REGULIER, ()),
        (Stand.BESPROKEN, Route.VSO_PRO, (AMBITIE, INKOMEN)),
        (Stand.INGEDEELD, Route.REGULIER, (INKOMEN, OVERDRACHT)),
        (Stand.GEEN_AMBITIEGESPREK, Route.BIJZONDERE_DOELGROEP, (INKOMEN,)),
        (Stand.INGETROKKEN, Route.STATUSHOUDER, ()),
    ],
)
def test_which_talks_a_klant_is_ready_for(stand: Stand, route: Route, soorten: tuple[Afspraaksoort, ...]) -> None:
    assert planbaar(stand, route) == soorten
    for soort in Afspraaksoort:
        if soort in soorten:
            eis_planbaar(soort, stand, route)
            continue
        with pytest.raises(StapNietToegestaan) as fout:
            eis_planbaar(soort, stand, route)
        assert (fout.value.toestand, fout.value.toegestaan) == (stand, soorten)


@pytest.mark.parametrize(
    ("stand", "keuze", "soorten"),
    [
        (Stand.GESCREEND, Gesprekskeuze.OPEN, (INKOMEN,)),
        (Stand.GESCREEND, Gesprekskeuze.NODIG, (AMBITIE, INKOMEN)),
        (Stand.GEMELD, Gesprekskeuze.OPEN, (SCREENING, AMBITIE)),
        (Stand.BESPROKEN, Gesprekskeuze.OPEN, (AMBITIE, INKOMEN)),
    ],
)
def test_after_the_screening_an_ambitiegesprek_waits_for_the_decision_that_it_is_needed(
    stand: Stand, keuze: Gesprekskeuze, soorten: tuple[Afspraaksoort, ...]
) -> None:
    assert planbaar(stand, Route.STATUSHOUDER, keuze) == soorten


@pytest.mark.parametrize(
    ("soort", "wijze", "minuten"),
    [
        (SCREENING, Afspraakwijze.FYSIEK, 30),
        (AMBITIE, Afspraakwijze.FYSIEK, 60),
        (AMBITIE, Afspraakwijze.DIGITAAL, 30),
        (AMBITIE, Afspraakwijze.TELEFONISCH, 30),
        (INKOMEN, Afspraakwijze.TELEFONISCH, 30),
        (OVERDRACHT, Afspraakwijze.FYSIEK, None),
    ],
)
def test_how_long_a_talk_takes(peil: Peil, soort: Afspraaksoort, wijze: Afspraakwijze, minuten: int | None) -> None:
    assert duur_in_minuten(peil, soort, wijze) == minuten


def herinneringen(peil: Peil, soort: Afspraaksoort, op: str, diagnose: Diagnose = Diagnose.DARIUZ) -> dict[str, str]:
    plannen = plan_herinneringen(peil, soort, dag(op), diagnose, vandaag=MAANDAG)
    assert all(plan.herinnering for plan in plannen)
    return {plan.soort: plan.uiterlijk_op.isoformat() for plan in plannen}


class TestHerinneringen:
    def test_confirmed_today_with_an_sms_the_day_before(self, peil: Peil) -> None:
        assert herinneringen(peil, SCREENING, "2021-06-16") == {"bevestiging": "2021-06-14", "sms": "2021-06-15"}

    def test_an_ambitiegesprek_also_reminds_of_dariuz_three_werkdagen_before(self, peil: Peil) -> None:
        gevonden = herinneringen(peil, AMBITIE, "2021-06-21")
        assert gevonden == {"bevestiging": "2021-06-14", "sms": "2021-06-20", "dariuz": "2021-06-16"}

    def test_not_of_dariuz_when_the_format_is_filled_in(self, peil: Peil) -> None:
        assert "dariuz" not in herinneringen(peil, AMBITIE, "2021-06-21", Diagnose.FORMAT)

    def test_a_day_that_has_passed_brings_no_reminder(self, peil: Peil) -> None:
        assert herinneringen(peil, AMBITIE, "2021-06-15") == {"bevestiging": "2021-06-14", "sms": "2021-06-14"}
        assert herinneringen(peil, AMBITIE, "2021-06-14") == {"bevestiging": "2021-06-14"}

    def test_each_names_its_rule_and_counts_from_the_talk(self, peil: Peil) -> None:
        plannen = plan_herinneringen(peil, AMBITIE, dag("2021-06-21"), Diagnose.DARIUZ, vandaag=MAANDAG)
        assert [(plan.regel.id, plan.basis_op) for plan in plannen] == [
            ("iom.melding.bevestiging", MAANDAG),
            ("iom.ambitie.herinnering", dag("2021-06-21")),
            ("iom.ambitie.herinnering", dag("2021-06-21")),
        ]
