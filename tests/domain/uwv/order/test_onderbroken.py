"""Illness and early return: what runs, what was given back for it, and what a proposal must hold."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.dossier.termijn import Termijnplan
from app.domain.uwv.order.onderbroken import (
    Terugmeldbesluit,
    Terugmelding,
    Terugmeldreden,
    Ziekteperiode,
    lopende_terugmelding,
    open_ziekte,
    redenfouten,
    teruggemeld_om,
)
from app.domain.uwv.order.ordertermijnen import termijnen_van_order
from app.domain.uwv.orderdagen import UwvTermijnenUitkomst
from tests.domain.uwv.order.hulp_document import order

NU = datetime(2025, 9, 1, 12, tzinfo=UTC)
DAG = date(2025, 9, 1)
ZIEK = Ziekteperiode(ziek_van=DAG, terugmelden_vanaf=date(2025, 12, 1), hersteld_op=None, door="iemand", op=NU)
HERSTELD = replace(ZIEK, ziek_van=date(2025, 8, 1), hersteld_op=date(2025, 8, 8))
MELDING = Terugmelding(
    reden=Terugmeldreden.LANGDURIGE_ZIEKTE,
    toelichting="Ziek.",
    client_akkoord_op=DAG,
    gemeld_op=DAG,
    besluit=None,
    door="iemand",
    op=NU,
)
BESLOTEN = replace(
    MELDING, besluit=Terugmeldbesluit(akkoord=False, besloten_op=DAG, toelichting="Nee.", door="iemand", op=NU)
)


@pytest.mark.parametrize(("perioden", "open_"), [((), None), ((HERSTELD,), None), ((HERSTELD, ZIEK), ZIEK)])
def test_the_illness_without_recovery_runs(perioden: tuple[Ziekteperiode, ...], open_: Ziekteperiode | None) -> None:
    assert open_ziekte(perioden) is open_


@pytest.mark.parametrize(("meldingen", "loopt"), [((), None), ((BESLOTEN,), None), ((BESLOTEN, MELDING), MELDING)])
def test_the_proposal_without_decision_runs(meldingen: tuple[Terugmelding, ...], loopt: Terugmelding | None) -> None:
    assert lopende_terugmelding(meldingen) is loopt


@pytest.mark.parametrize(
    ("melding", "om"),
    [
        (MELDING, True),
        (BESLOTEN, True),
        (replace(MELDING, reden=Terugmeldreden.VERHUIZING), False),
        (replace(MELDING, gemeld_op=date(2025, 8, 31)), False),
    ],
)
def test_an_illness_was_given_back_for_by_a_proposal_during_it(melding: Terugmelding, om: bool) -> None:
    assert teruggemeld_om(ZIEK, (melding,)) is om


@pytest.mark.parametrize(
    ("reden", "akkoord_op", "fouten"),
    [
        (Terugmeldreden.VERHUIZING, DAG, []),
        (Terugmeldreden.VERHUIZING, None, [("client_akkoord_op", "verplicht")]),
        (Terugmeldreden.ANDERS, date(2025, 9, 2), [("client_akkoord_op", "na-melding")]),
        (Terugmeldreden.OVERLIJDEN, None, []),
        (Terugmeldreden.OVERLIJDEN, DAG, [("client_akkoord_op", "niet-van-toepassing")]),
        (Terugmeldreden.BEZWAAR_GEGROND, DAG, [("reden", "volgt-uit-bezwaar")]),
    ],
)
def test_the_client_agrees_first_but_for_the_dead(
    reden: Terugmeldreden, akkoord_op: date | None, fouten: list[tuple[str, str]]
) -> None:
    assert [(fout.pad, fout.code) for fout in redenfouten(reden, akkoord_op, DAG)] == fouten


@pytest.mark.parametrize(
    ("reden", "naam"),
    [(Terugmeldreden.OVERLIJDEN, "overlijden"), (Terugmeldreden.LANGDURIGE_ZIEKTE, "langdurige ziekte")],
)
def test_a_cause_is_named_as_people_write_it(reden: Terugmeldreden, naam: str) -> None:
    assert reden.naam == naam


class TestTermijn:
    def herinneringen(self, *perioden: Ziekteperiode, meldingen: tuple[Terugmelding, ...] = ()) -> list[Termijnplan]:
        stand = order(ziekteperioden=perioden, terugmeldingen=meldingen)
        plannen = termijnen_van_order(stand, UwvTermijnenUitkomst())
        return [plan for plan in plannen if plan.soort == "terugmelding"]

    def test_a_reminder_stands_on_the_first_day_that_is_too_long(self) -> None:
        (plan,) = self.herinneringen(HERSTELD, ZIEK)
        assert (plan.naam, plan.uiterlijk_op, plan.herinnering) == ("terugmelding_2", date(2025, 12, 1), True)

    def test_none_stands_after_recovery_or_once_given_back(self) -> None:
        assert self.herinneringen(HERSTELD) == []
        assert self.herinneringen(ZIEK, meldingen=(BESLOTEN,)) == []
