import pytest

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag, Aanvraagtoestand
from app.domain.basisdienstverlening.proces.aanvraagbesluit import Aanvraagbesluit
from app.domain.basisdienstverlening.proces.aanvraagstap import (
    Aanvraagstap,
    eis_aanvraagstap,
    eis_besluit,
    eis_na_zoekperiode,
    na_terugwijzing,
    ongebruikt_verstreken,
    toegestaan,
)
from app.domain.fouten import StapNietToegestaan, Strijdig
from app.domain.termijntoetsen.opschorting import Opschorting
from tests.domain.basisdienstverlening.proces.aanvragen import ONTVANGEN_OP, SCREENING, maak_aanvraag, verzoek
from tests.domain.peilen import dag

VANDAAG, ZOEKEN_TOT = dag("2021-03-24"), dag("2021-04-12")
GEVRAAGD = verzoek("2021-03-18", "2021-04-01")


def stappen(aanvraag: Aanvraag, op: str = "2021-03-24", zoekperiode_tot: str | None = None) -> list[str]:
    return [*toegestaan(aanvraag, dag(zoekperiode_tot) if zoekperiode_tot else None, dag(op))]


@pytest.mark.parametrize(
    ("toestand", "verwacht"),
    [
        ("ontvangen", ["aanvulverzoek", "volledigverklaring", "sr_screening", "intrekking"]),
        ("aanvulling_gevraagd", ["aanvulling", "sr_screening", "intrekking"]),
        ("volledig", ["aanvulverzoek", "sr_screening", "voorstel", "intrekking"]),
        ("voorgesteld", ["controle", "intrekking"]),
        ("gefiatteerd", ["verzending", "intrekking"]),
        ("besloten", []),
        ("ingetrokken", []),
    ],
)
def test_each_state_allows_its_own_steps(toestand: str, verwacht: list[str]) -> None:
    assert stappen(maak_aanvraag(toestand, verzoeken=(GEVRAAGD,), sr_screening=SCREENING)) == verwacht


def test_every_state_and_every_step_has_its_place() -> None:
    aanvragen = [
        maak_aanvraag(toestand, verzoeken=(GEVRAAGD,), sr_screening=SCREENING) for toestand in Aanvraagtoestand
    ]
    assert {stap for aanvraag in aanvragen for stap in stappen(aanvraag)} == set(Aanvraagstap)


@pytest.mark.parametrize(("op", "over"), [("2021-04-01", False), ("2021-04-02", True)])
def test_the_consulent_is_next_again_after_the_last_day_of_the_hersteltermijn(op: str, over: bool) -> None:
    aanvraag = maak_aanvraag("aanvulling_gevraagd", verzoeken=(GEVRAAGD,), sr_screening=SCREENING)
    assert ongebruikt_verstreken(aanvraag, dag(op)) is over
    assert ("aanvulverzoek" in stappen(aanvraag, op)) is over
    assert ("voorstel" in stappen(aanvraag, op)) is over


def test_no_proposal_without_the_sociale_recherche() -> None:
    assert stappen(maak_aanvraag("volledig")) == ["aanvulverzoek", "sr_screening", "intrekking"]
    gevraagd = maak_aanvraag("aanvulling_gevraagd", verzoeken=(GEVRAAGD,))
    assert stappen(gevraagd, "2021-04-02") == ["aanvulling", "aanvulverzoek", "sr_screening", "intrekking"]


@pytest.mark.parametrize(("op", "mag"), [("2021-04-12", False), ("2021-04-13", True)])
def test_through_the_last_day_of_the_zoekperiode_an_application_is_not_handled(op: str, mag: bool) -> None:
    ontvangen, volledig = maak_aanvraag(), maak_aanvraag("volledig", sr_screening=SCREENING)
    assert ("volledigverklaring" in stappen(ontvangen, op, "2021-04-12")) is mag
    assert ("voorstel" in stappen(volledig, op, "2021-04-12")) is mag


def test_a_step_in_order_passes() -> None:
    eis_aanvraagstap(Aanvraagstap.VOLLEDIGVERKLARING, maak_aanvraag(), None, VANDAAG)
    eis_aanvraagstap(Aanvraagstap.AANVULVERZOEK, maak_aanvraag(), ZOEKEN_TOT, VANDAAG)


def test_a_step_out_of_order_says_what_is_allowed_now() -> None:
    with pytest.raises(StapNietToegestaan) as gevangen:
        eis_aanvraagstap(Aanvraagstap.SR_SCREENING, maak_aanvraag("voorgesteld"), None, VANDAAG)
    assert gevangen.value.toegestaan == ("controle", "intrekking")
    assert gevangen.value.detail == "Sr-screening kan niet in toestand voorgesteld; nu kan: controle, intrekking."


def test_what_is_said_to_be_allowed_minds_the_zoekperiode_too() -> None:
    with pytest.raises(StapNietToegestaan) as gevangen:
        eis_aanvraagstap(Aanvraagstap.CONTROLE, maak_aanvraag(), ZOEKEN_TOT, VANDAAG)
    assert gevangen.value.toegestaan == ("aanvulverzoek", "sr_screening", "intrekking")


def test_a_step_that_waits_for_the_zoekperiode_only_names_its_rule_and_last_day() -> None:
    with pytest.raises(Strijdig) as gevangen:
        eis_aanvraagstap(Aanvraagstap.VOLLEDIGVERKLARING, maak_aanvraag(), ZOEKEN_TOT, VANDAAG)
    assert gevangen.value.code == "zoekperiode-loopt"
    assert gevangen.value.detail == (
        "De zoekperiode loopt tot en met 12 april 2021; pas daarna kan de aanvraag in behandeling (wet.pw.zoekperiode)."
    )
    eis_na_zoekperiode(ZOEKEN_TOT, dag("2021-04-13"))


class TestBesluit:
    @pytest.mark.parametrize("besluit", [Aanvraagbesluit.TOEKENNEN, Aanvraagbesluit.AFWIJZEN])
    def test_what_is_complete_is_granted_or_rejected(self, besluit: Aanvraagbesluit) -> None:
        eis_besluit(besluit, maak_aanvraag("volledig", volledig_op=ONTVANGEN_OP), VANDAAG)
        with pytest.raises(Strijdig) as gevangen:
            eis_besluit(besluit, maak_aanvraag("aanvulling_gevraagd", verzoeken=(GEVRAAGD,)), dag("2021-04-02"))
        assert gevangen.value.code == "aanvraag-onvolledig"
        assert gevangen.value.detail == (
            "De aanvraag is niet volledig; nu kan alleen buiten behandeling worden voorgesteld."
        )

    @pytest.mark.parametrize(
        ("verzoeken", "op", "mag"),
        [
            ((), "2021-04-02", False),
            ((GEVRAAGD,), "2021-04-01", False),
            ((GEVRAAGD,), "2021-04-02", True),
            ((verzoek("2021-03-18", "2021-04-01", "2021-04-01"),), "2021-04-02", False),
            ((verzoek("2021-03-18", "2021-04-01", "2021-04-02"),), "2021-04-02", True),
            ((GEVRAAGD, verzoek("2021-04-02", "2021-04-09")), "2021-04-05", False),
        ],
    )
    def test_only_after_a_hersteltermijn_that_passed_unused_it_is_left_unhandled(
        self, verzoeken: tuple[Opschorting, ...], op: str, mag: bool
    ) -> None:
        aanvraag = maak_aanvraag("aanvulling_gevraagd", verzoeken=verzoeken)
        if mag:
            eis_besluit(Aanvraagbesluit.BUITEN_BEHANDELING, aanvraag, dag(op))
            return
        with pytest.raises(Strijdig) as gevangen:
            eis_besluit(Aanvraagbesluit.BUITEN_BEHANDELING, aanvraag, dag(op))
        assert gevangen.value.code == "hersteltermijn-niet-verstreken"
        assert gevangen.value.detail == (
            "Buiten behandeling kan alleen nadat een hersteltermijn ongebruikt is verstreken."
        )


def test_what_the_fiatteur_gives_back_is_as_complete_as_it_was() -> None:
    assert na_terugwijzing(maak_aanvraag("voorgesteld", volledig_op=ONTVANGEN_OP)) is Aanvraagtoestand.VOLLEDIG
    onvolledig = maak_aanvraag("voorgesteld", verzoeken=(GEVRAAGD,))
    assert na_terugwijzing(onvolledig) is Aanvraagtoestand.AANVULLING_GEVRAAGD
