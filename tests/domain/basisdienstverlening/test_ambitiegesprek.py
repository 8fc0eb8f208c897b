from dataclasses import replace
from typing import Any

import pytest

from app.domain.basisdienstverlening.ambitiegesprek import (
    AMBITIEGESPREK,
    AmbitiegesprekFeiten,
    AmbitiegesprekUitkomst,
    Wijze,
)
from app.domain.basisdienstverlening.diagnose import Diagnose
from app.domain.beleid import Peil
from app.domain.besluit import Besluit
from app.domain.fouten import OngeldigeInvoer
from tests.domain.peilen import dag, moment
from tests.domain.peilen import peil as peil_op
from tests.domain.vectoren import Geval, besluit, controleer, gevallen

GEWOON = AmbitiegesprekFeiten(
    gesprek_op=moment("2021-06-15T10:00:00+02:00"),
    geboortedatum=dag("1985-03-01"),
    startkwalificatie=True,
    diagnose=Diagnose.DARIUZ,
    diagnose_ingevuld=True,
    veiligheidsrisico=False,
    wijze=Wijze.FYSIEK,
)


def bereid_voor(peil: Peil | None = None, **anders: Any) -> Besluit[AmbitiegesprekUitkomst]:
    return AMBITIEGESPREK.beoordeel(peil or peil_op(), replace(GEWOON, **anders))


def regels(oordeel: Besluit[AmbitiegesprekUitkomst]) -> list[str]:
    return [grond.regel for grond in oordeel.motivering]


def tekst(oordeel: Besluit[AmbitiegesprekUitkomst], regel: str) -> str:
    (enige,) = (grond.tekst for grond in oordeel.motivering if grond.regel == regel)
    return enige


@pytest.mark.parametrize("geval", gevallen("ambitiegesprek"))
def test_sample_cases_of_the_catalogue_agree(geval: Geval) -> None:
    controleer(AMBITIEGESPREK, geval)


def test_the_example_is_a_real_question() -> None:
    uitkomst, _ = besluit(AMBITIEGESPREK, {"peildatum": "2021-03-15", "feiten": AMBITIEGESPREK.voorbeeld})
    assert uitkomst["studieplichtBeoordelen"] is True


def test_a_plain_talk_has_its_reminders_and_its_length_only() -> None:
    gronden = ["termijn.werkdag", "termijn.werkdagen", "iom.ambitie.herinnering", "iom.ambitie.duur"]
    assert regels(bereid_voor()) == gronden


class TestHerinnering:
    """iom.ambitie.herinnering"""

    @pytest.mark.parametrize("diagnose", [Diagnose.DARIUZ, Diagnose.DARIUZ_MET_HULP])
    @pytest.mark.parametrize(
        ("gesprek_op", "dariuz_op", "sms_op"),
        [
            ("2021-06-15T10:00:00+02:00", "2021-06-10", "2021-06-14"),
            ("2021-04-08T10:00:00+02:00", "2021-04-01", "2021-04-07"),
            ("2021-06-14T22:30:00Z", "2021-06-10", "2021-06-14"),
        ],
    )
    def test_dariuz_is_recalled_three_working_days_before_and_the_talk_a_day_before(
        self, diagnose: Diagnose, gesprek_op: str, dariuz_op: str, sms_op: str
    ) -> None:
        oordeel = bereid_voor(gesprek_op=moment(gesprek_op), diagnose=diagnose)
        assert oordeel.uitkomst.herinnering_diagnose_op == dag(dariuz_op)
        assert oordeel.uitkomst.herinnering_gesprek_op == dag(sms_op)
        assert "Dariuz" in tekst(oordeel, "iom.ambitie.herinnering")

    def test_counting_back_names_what_is_passed_over_and_nothing_in_a_plain_week(self) -> None:
        pasen = bereid_voor(gesprek_op=moment("2021-04-08T10:00:00+02:00"))
        assert tekst(pasen, "wet.atw.feestdagen") == (
            "Als feestdag gelden: 2 april 2021 (Goede Vrijdag) en 5 april 2021 (Tweede Paasdag)."
        )
        assert "geteld vanaf 8 april 2021" in tekst(pasen, "termijn.werkdagen")
        gewoon = regels(bereid_voor(gesprek_op=moment("2021-06-17T10:00:00+02:00")))
        assert gewoon[:2] == ["termijn.werkdagen", "iom.ambitie.herinnering"]

    def test_the_form_needs_no_reminder(self) -> None:
        oordeel = bereid_voor(diagnose=Diagnose.FORMAT)
        assert oordeel.uitkomst.herinnering_diagnose_op is None
        assert oordeel.uitkomst.herinnering_gesprek_op == dag("2021-06-14")
        assert "Dariuz" not in tekst(oordeel, "iom.ambitie.herinnering")
        assert "termijn.werkdagen" not in regels(oordeel)


class TestDuur:
    """iom.ambitie.duur"""

    @pytest.mark.parametrize(("wijze", "minuten", "tweede"), [(Wijze.FYSIEK, 60, False), (Wijze.DIGITAAL, 30, True)])
    def test_a_digital_talk_is_half_as_long_and_may_have_a_second(
        self, wijze: Wijze, minuten: int, tweede: bool
    ) -> None:
        oordeel = bereid_voor(wijze=wijze)
        assert oordeel.uitkomst.duur_minuten == minuten
        assert oordeel.uitkomst.tweede_gesprek_mogelijk is tweede
        assert f"{minuten} minuten" in tekst(oordeel, "iom.ambitie.duur")
        assert ("tweede gesprek" in tekst(oordeel, "iom.ambitie.duur")) is tweede


class TestLeefgebieden:
    """iom.ambitie.leefgebieden"""

    @pytest.mark.parametrize(
        ("diagnose", "ingevuld", "samen"),
        [
            (Diagnose.FORMAT, False, True),
            (Diagnose.FORMAT, True, True),
            (Diagnose.DARIUZ, False, True),
            (Diagnose.DARIUZ, True, False),
            (Diagnose.DARIUZ_MET_HULP, False, True),
            (Diagnose.DARIUZ_MET_HULP, True, False),
        ],
    )
    def test_the_form_is_filled_in_together_unless_dariuz_was(
        self, diagnose: Diagnose, ingevuld: bool, samen: bool
    ) -> None:
        oordeel = bereid_voor(diagnose=diagnose, diagnose_ingevuld=ingevuld)
        assert oordeel.uitkomst.format_invullen is samen
        assert ("iom.ambitie.leefgebieden" in regels(oordeel)) is samen
        waarom = "Het format is gekozen" if diagnose is Diagnose.FORMAT else "Dariuz is niet ingevuld"
        assert any(waarom in grond.tekst for grond in oordeel.motivering) is samen


class TestStudieplicht:
    """iom.ambitie.studieplicht"""

    @pytest.mark.parametrize(
        ("geboren", "startkwalificatie", "beoordelen"),
        [
            ("1994-06-16", False, True),
            ("1994-06-16", True, False),
            ("1994-06-15", False, False),
            ("1985-03-01", False, False),
        ],
    )
    def test_is_judged_for_who_is_under_27_on_the_day_of_the_talk_without_startkwalificatie(
        self, geboren: str, startkwalificatie: bool, beoordelen: bool
    ) -> None:
        oordeel = bereid_voor(peil_op("2021-12-31"), geboortedatum=dag(geboren), startkwalificatie=startkwalificatie)
        assert oordeel.uitkomst.studieplicht_beoordelen is beoordelen
        assert ("iom.ambitie.studieplicht" in regels(oordeel)) is beoordelen


class TestVeiligheid:
    """iom.ambitie.veiligheid"""

    @pytest.mark.parametrize("risico", [True, False])
    def test_a_risk_moves_the_talk_to_a_secured_place(self, risico: bool) -> None:
        oordeel = bereid_voor(veiligheidsrisico=risico)
        assert oordeel.uitkomst.beveiligde_locatie is risico
        assert ("iom.ambitie.veiligheid" in regels(oordeel)) is risico


@pytest.mark.parametrize(
    ("gesprek_op", "peildatum", "geboren"),
    [
        ("2021-06-15T10:00:00+02:00", "2021-07-01", "2021-06-16"),
        ("2021-08-15T10:00:00+02:00", "2021-07-01", "2021-07-02"),
    ],
)
def test_a_birth_date_after_the_talk_or_the_peildatum_is_refused(gesprek_op: str, peildatum: str, geboren: str) -> None:
    with pytest.raises(OngeldigeInvoer) as gevangen:
        bereid_voor(peil_op(peildatum), gesprek_op=moment(gesprek_op), geboortedatum=dag(geboren))
    assert [fout.pad for fout in gevangen.value.fouten] == ["geboortedatum"]


def test_a_talk_whose_reminders_leave_the_calendar_is_refused_on_its_moment() -> None:
    with pytest.raises(OngeldigeInvoer) as gevangen:
        bereid_voor(gesprek_op=moment("1900-01-01T10:00:00Z"), geboortedatum=dag("1900-01-01"))
    assert [fout.pad for fout in gevangen.value.fouten] == ["gesprek_op"]
