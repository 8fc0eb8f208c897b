from dataclasses import replace

import pytest

from app.domain.basisdienstverlening.proces.aanvraag import AFGELOPEN, Aanvraag, Aanvraagtoestand
from app.domain.basisdienstverlening.proces.aanvraagtermijnen import (
    geteld_vanaf_melding,
    hersteltermijn,
    termijnen_van_aanvraag,
)
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.dossier.termijn import Termijnplan
from tests.domain.basisdienstverlening.proces.aanvragen import MELDINGSDATUM, maak_aanvraag, maak_melding, verzoek
from tests.domain.peilen import dag, peil

GEVRAAGD = verzoek("2021-03-18", "2021-04-01")


def plannen(aanvraag: Aanvraag, melding: Melding | None = None, *, spoed: bool = False) -> dict[str, Termijnplan]:
    alle = termijnen_van_aanvraag(peil(), aanvraag, melding or maak_melding(), spoed=spoed)
    return {plan.naam: plan for plan in alle}


def test_the_decision_and_its_target_count_from_the_melding() -> None:
    termijnen = plannen(maak_aanvraag())
    assert [*termijnen] == ["besluit", "streefbesluit"]
    besluit, streef = termijnen.values()
    assert (besluit.basis_op, besluit.uiterlijk_op) == (MELDINGSDATUM, dag("2021-05-10"))
    assert (streef.basis_op, streef.uiterlijk_op) == (MELDINGSDATUM, dag("2021-04-12"))
    assert {plan.regel.id for plan in (besluit, streef)} == {"iom.aanvraag.beslistermijn"}
    assert not any(plan.spoed or plan.opgeschort_tot or plan.herinnering for plan in (besluit, streef))


def test_broodnood_goes_first_here_too() -> None:
    gevraagd = maak_aanvraag("aanvulling_gevraagd", verzoeken=(GEVRAAGD,))
    termijnen = plannen(gevraagd, maak_melding(jong=True), spoed=True)
    assert {"besluit", "hersteltermijn", "navraag_werkconsulent"} < set(termijnen)
    assert all(plan.spoed for plan in termijnen.values())


@pytest.mark.parametrize(
    ("toestand", "rol"),
    [
        ("ontvangen", "inkomensconsulent"),
        ("volledig", "inkomensconsulent"),
        ("voorgesteld", "fiatteur"),
        ("gefiatteerd", "administratie"),
    ],
)
def test_the_decision_is_due_by_who_is_next(toestand: str, rol: str) -> None:
    assert {plan.rol for plan in plannen(maak_aanvraag(toestand)).values()} == {rol}


def test_while_the_klant_is_next_the_decision_stands_still_and_the_target_does_not() -> None:
    termijnen = plannen(maak_aanvraag("aanvulling_gevraagd", verzoeken=(GEVRAAGD,)))
    assert {soort: plan.opgeschort_tot for soort, plan in termijnen.items() if plan.opgeschort_tot} == {
        "besluit": dag("2021-04-01")
    }
    assert termijnen["besluit"].uiterlijk_op == dag("2021-05-25")  # as if the hersteltermijn passes unused
    herstel, sms = termijnen["hersteltermijn"], termijnen["herinnering_hersteltermijn"]
    assert (herstel.basis_op, herstel.uiterlijk_op, herstel.herinnering) == (
        dag("2021-03-18"),
        dag("2021-04-01"),
        False,
    )
    assert (sms.uiterlijk_op, sms.herinnering, sms.rol) == (dag("2021-03-31"), True, "inkomensconsulent")
    assert (herstel.regel.id, herstel.rol) == ("iom.screening.stukken", "inkomensconsulent")


def test_each_request_has_a_term_of_its_own() -> None:
    twee = (GEVRAAGD, verzoek("2021-04-02", "2021-04-09"))
    aanvraag = maak_aanvraag("aanvulling_gevraagd", verzoeken=twee)
    assert [*plannen(aanvraag)][2:] == ["hersteltermijn_2", "herinnering_hersteltermijn_2"]
    assert hersteltermijn(aanvraag) == "hersteltermijn_2"


def test_after_completing_no_hersteltermijn_is_left() -> None:
    assert [*plannen(maak_aanvraag("volledig", verzoeken=(GEVRAAGD,)))] == ["besluit", "streefbesluit"]


def test_after_the_zoekperiode_the_consulent_asks_the_werkconsulent_before_proposing() -> None:
    jongere = maak_melding(jong=True)
    navraag = plannen(maak_aanvraag(), jongere)["navraag_werkconsulent"]
    assert (navraag.basis_op, navraag.uiterlijk_op) == (MELDINGSDATUM, dag("2021-04-13"))
    assert (navraag.regel.id, navraag.rol, navraag.herinnering) == (
        "iom.jongere.dienstverlening",
        "inkomensconsulent",
        True,
    )
    assert "navraag_werkconsulent" not in plannen(maak_aanvraag("voorgesteld"), jongere)


@pytest.mark.parametrize("toestand", AFGELOPEN)
def test_nothing_is_due_once_it_ended(toestand: Aanvraagtoestand) -> None:
    assert plannen(maak_aanvraag(toestand), maak_melding(jong=True)) == {}


def test_with_a_zoekperiode_counting_from_the_melding_is_a_choice() -> None:
    motivering = maak_aanvraag(verzoeken=(GEVRAAGD,)).motivering
    assert geteld_vanaf_melding(motivering, maak_melding()) == motivering
    termijn, *rest = geteld_vanaf_melding(motivering, maak_melding(jong=True))
    assert termijn == replace(motivering[0], keuze=True)
    assert tuple(rest) == motivering[1:]
