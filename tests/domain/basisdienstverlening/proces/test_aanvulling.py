from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag, Aanvraagtoestand
from app.domain.basisdienstverlening.proces.aanvraagtermijnen import termijnen_van_aanvraag
from app.domain.basisdienstverlening.proces.aanvulling import (
    Opschortingen,
    controleer_aanvulling,
    sluit_opschorting,
    vraag_aanvulling,
)
from app.domain.dossier.termijnsoort import Termijnsoort
from app.domain.fouten import OngeldigeInvoer
from app.domain.termijntoetsen.beslistermijn import BeslistermijnFeiten, bepaal_beslistermijn, toets_beslistermijn
from app.domain.termijntoetsen.opschorting import Opschorting
from tests.domain import peilen
from tests.domain.basisdienstverlening.proces.aanvragen import (
    MELDINGSDATUM,
    ONTVANGEN_OP,
    maak_aanvraag,
    maak_melding,
    verzoek,
)
from tests.domain.peilen import dag

EERSTE = verzoek("2021-03-18", "2021-04-01")


def codes(fout: pytest.ExceptionInfo[OngeldigeInvoer]) -> list[tuple[str, str, str]]:
    return [(deel.pad, deel.code, deel.detail) for deel in fout.value.fouten]


def test_a_request_joins_those_before_it() -> None:
    tweede = verzoek("2021-04-01", "2021-04-02")
    assert vraag_aanvulling(maak_aanvraag(), EERSTE, dag("2021-03-18")) == (EERSTE,)
    aanvraag = maak_aanvraag("aanvulling_gevraagd", verzoeken=(EERSTE,))
    assert vraag_aanvulling(aanvraag, tweede, dag("2021-04-01")) == (EERSTE, tweede)


def test_a_request_that_was_met_early_makes_room_early() -> None:
    aanvraag = maak_aanvraag("volledig", verzoeken=(verzoek("2021-03-18", "2021-04-01", "2021-03-22"),))
    tweede = verzoek("2021-03-22", "2021-04-05")
    assert vraag_aanvulling(aanvraag, tweede, dag("2021-03-22"))[-1] == tweede


@pytest.mark.parametrize(
    ("nieuw", "verwacht"),
    [
        (verzoek("2021-04-06", "2021-04-07"), ("verzoek_op", "toekomst", "Het verzoek ligt in de toekomst.")),
        (
            verzoek("2021-03-17", "2021-04-07"),
            ("verzoek_op", "voor-ontvangst", "Het verzoek ligt voor de ontvangst van de aanvraag."),
        ),
        (
            verzoek("2021-03-31", "2021-04-07"),
            ("verzoek_op", "overlap", "Het verzoek ligt voor het einde van de vorige opschorting."),
        ),
        (
            verzoek("2021-04-02", "2021-04-02"),
            ("hersteltermijn_tot", "voor-verzoek", "De hersteltermijn eindigt na de dag van het verzoek."),
        ),
    ],
)
def test_a_request_out_of_place_is_refused(nieuw: Opschorting, verwacht: tuple[str, str, str]) -> None:
    aanvraag = maak_aanvraag("aanvulling_gevraagd", verzoeken=(EERSTE,))
    with pytest.raises(OngeldigeInvoer) as gevangen:
        vraag_aanvulling(aanvraag, nieuw, dag("2021-04-05"))
    assert verwacht in codes(gevangen)


def test_all_faults_of_a_request_are_named_at_once() -> None:
    with pytest.raises(OngeldigeInvoer) as gevangen:
        vraag_aanvulling(maak_aanvraag(), verzoek("2021-04-06", "2021-04-05"), dag("2021-04-05"))
    assert [(pad, code) for pad, code, _ in codes(gevangen)] == [
        ("verzoek_op", "toekomst"),
        ("hersteltermijn_tot", "voor-verzoek"),
    ]


def test_what_comes_in_lies_between_the_last_request_and_today() -> None:
    aanvraag = maak_aanvraag("aanvulling_gevraagd", verzoeken=(verzoek("2021-03-16", "2021-03-17"), EERSTE))
    for op in ("2021-03-18", "2021-03-24"):
        controleer_aanvulling(aanvraag, dag(op), dag("2021-03-24"))
    for op, code, detail in (
        ("2021-03-17", "voor-verzoek", "De aanvulling ligt voor het verzoek."),
        ("2021-03-25", "toekomst", "De aanvulling ligt in de toekomst."),
    ):
        with pytest.raises(OngeldigeInvoer) as gevangen:
            controleer_aanvulling(aanvraag, dag(op), dag("2021-03-24"))
        assert codes(gevangen) == [("aangevuld_op", code, detail)]


def test_completing_ends_the_last_suspension_only() -> None:
    tweede = verzoek("2021-04-02", "2021-04-09")
    gesloten = sluit_opschorting((EERSTE, tweede), dag("2021-04-05"))
    assert gesloten == (EERSTE, verzoek("2021-04-02", "2021-04-09", "2021-04-05"))


RONDES = st.lists(
    st.tuples(st.integers(0, 12), st.integers(1, 30), st.one_of(st.none(), st.integers(0, 40))), max_size=6
)


def _na(aanvraag: Aanvraag, toestand: Aanvraagtoestand, opschortingen: Opschortingen) -> Aanvraag:
    besluit = bepaal_beslistermijn(peilen.peil(), MELDINGSDATUM, opschortingen)
    return replace(aanvraag, toestand=toestand, opschortingen=opschortingen, beslistermijn=besluit.uitkomst)


@given(RONDES, st.booleans())
def test_whatever_is_asked_and_completed_the_term_ends_where_the_toets_says(
    rondes: list[tuple[int, int, int | None]], jong: bool
) -> None:
    aanvraag, melding, op = maak_aanvraag(), maak_melding(jong=jong), ONTVANGEN_OP
    gezien: set[str] = set()
    for wachten, duur, aangevuld_na in rondes:
        op += timedelta(days=wachten)
        nieuw = Opschorting(verzoek_op=op, hersteltermijn_tot=op + timedelta(days=duur))
        aanvraag = _na(aanvraag, Aanvraagtoestand.AANVULLING_GEVRAAGD, vraag_aanvulling(aanvraag, nieuw, op))
        _klopt(
            aanvraag,
            gezien,
            {plan.naam for plan in termijnen_van_aanvraag(peilen.peil(), aanvraag, melding, spoed=False)},
        )
        if aangevuld_na is not None:
            aangevuld_op = op + timedelta(days=aangevuld_na)
            controleer_aanvulling(aanvraag, aangevuld_op, aangevuld_op)
            gesloten = sluit_opschorting(aanvraag.opschortingen, aangevuld_op)
            aanvraag = _na(aanvraag, Aanvraagtoestand.VOLLEDIG, gesloten)
            _klopt(
                aanvraag,
                gezien,
                {plan.naam for plan in termijnen_van_aanvraag(peilen.peil(), aanvraag, melding, spoed=False)},
            )
        op = aanvraag.opschortingen[-1].eindigt_op
    besluit = next(
        p
        for p in termijnen_van_aanvraag(peilen.peil(), aanvraag, melding, spoed=False)
        if p.soort == Termijnsoort.BESLUIT
    )
    feiten = BeslistermijnFeiten(vanaf=MELDINGSDATUM, opschortingen=aanvraag.opschortingen)
    assert besluit.uiterlijk_op == toets_beslistermijn(peilen.peil(), feiten).uitkomst.uiterlijk
    assert sum(soort.startswith("hersteltermijn") for soort in gezien) == len(rondes)


def _klopt(aanvraag: Aanvraag, gezien: set[str], soorten: set[str]) -> None:
    """The decision terms are always there; what a request started stays named as long as the klant is next."""
    assert {Termijnsoort.BESLUIT, Termijnsoort.STREEFBESLUIT} <= soorten
    verdwenen = {soort for soort in gezien - soorten if "hersteltermijn" not in soort}
    assert not verdwenen
    gezien |= soorten
    if aanvraag.toestand is Aanvraagtoestand.AANVULLING_GEVRAAGD:
        assert sum(soort.startswith("hersteltermijn") for soort in soorten) == 1
