"""Who closes a term: every kind that the rules plan is closed by hand or by a step, and by one of the two only."""

import ast
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

import app.domain
from app.domain.dossier.afdoening import DOOR_EEN_STAP, MET_DE_HAND, eis_met_de_hand, soort_zonder_nummer
from app.domain.dossier.termijn import Termijn, Termijntoestand
from app.domain.fouten import Strijdig

MOMENT = datetime(2021, 3, 15, 9, tzinfo=UTC)
DAG = date(2021, 3, 17)


def termijn(soort: str = "nabellen", **anders: object) -> Termijn:
    basis: dict[str, object] = {
        "id": UUID(int=1),
        "versie": 1,
        "aangemaakt_op": MOMENT,
        "gewijzigd_op": MOMENT,
        "klant_id": UUID(int=2),
        "soort": soort,
        "onderwerp_soort": "screening",
        "onderwerp_id": UUID(int=3),
        "regel": "r",
        "bron": "b",
        "vindplaats": "v",
        "rol": "inkomensconsulent",
        "basis_op": date(2021, 3, 15),
        "uiterlijk_op": DAG,
        "uiterlijk_moment": None,
        "herinnering": False,
        "spoed": False,
        "toestand": Termijntoestand.LOPEND,
        "afgedaan_op": None,
    }
    return Termijn(**basis | anders)  # type: ignore[arg-type]


def geplande_soorten() -> Iterator[str]:
    """The texts that the domain gives as `soort=` in the modules that plan terms."""
    for bestand in Path(app.domain.__path__[0]).rglob("*.py"):
        boom = ast.parse(bestand.read_text())
        if "Termijnplan" not in {knoop.id for knoop in ast.walk(boom) if isinstance(knoop, ast.Name)}:
            continue
        for knoop in ast.walk(boom):
            if isinstance(knoop, ast.keyword) and knoop.arg == "soort" and isinstance(knoop.value, ast.Constant):
                yield str(knoop.value.value)


@pytest.mark.parametrize("soort", sorted(set(geplande_soorten())))
def test_each_planned_kind_says_how_it_is_closed(soort: str) -> None:
    assert (soort in MET_DE_HAND) != (soort in DOOR_EEN_STAP)


def test_no_kind_is_closed_both_ways() -> None:
    assert not set(MET_DE_HAND) & set(DOOR_EEN_STAP)


@pytest.mark.parametrize("soort", MET_DE_HAND)
def test_what_no_step_sees_is_closed_by_hand(soort: str) -> None:
    eis_met_de_hand(termijn(soort))


@pytest.mark.parametrize(("soort", "stap"), [*DOOR_EEN_STAP.items(), ("hersteltermijn_2", "de aanvulling")])
def test_what_a_step_closes_names_the_step(soort: str, stap: str) -> None:
    with pytest.raises(Strijdig, match=stap) as geweigerd:
        eis_met_de_hand(termijn(soort))
    assert geweigerd.value.code == "termijn-volgt-stap"


def test_an_unknown_kind_follows_its_step() -> None:
    with pytest.raises(Strijdig, match="de stap waarbij deze hoort"):
        eis_met_de_hand(termijn("iets_nieuws"))


@pytest.mark.parametrize(
    ("soort", "zonder"),
    [
        ("sms", "sms"),
        ("herinnering_hersteltermijn_12", "herinnering_hersteltermijn"),
        ("week_2_gesprek", "week_2_gesprek"),
    ],
)
def test_a_number_at_the_end_makes_no_other_kind(soort: str, zonder: str) -> None:
    assert soort_zonder_nummer(soort) == zonder


class TestTeLaat:
    @pytest.mark.parametrize(("vandaag", "laat"), [(DAG, False), (date(2021, 3, 18), True)])
    def test_by_the_day(self, vandaag: date, laat: bool) -> None:
        assert termijn().is_te_laat(MOMENT, vandaag) is laat

    @pytest.mark.parametrize(("nu", "laat"), [(MOMENT, False), (MOMENT.replace(second=1), True)])
    def test_by_the_moment_when_there_is_one(self, nu: datetime, laat: bool) -> None:
        assert termijn(uiterlijk_moment=MOMENT).is_te_laat(nu, DAG) is laat

    @pytest.mark.parametrize(("dag", "laat"), [(19, False), (20, True)])
    def test_what_stands_still_is_late_from_the_day_after_on(self, dag: int, laat: bool) -> None:
        stil = termijn(opgeschort_tot=date(2021, 3, 19))
        assert stil.is_te_laat(MOMENT, date(2021, 3, dag)) is laat
        assert stil.toestand_op(date(2021, 3, dag)).value == ("lopend" if laat else "opgeschort")

    @pytest.mark.parametrize("toestand", [t for t in Termijntoestand if t is not Termijntoestand.LOPEND])
    def test_only_what_runs(self, toestand: Termijntoestand) -> None:
        assert not termijn(toestand=toestand).is_te_laat(MOMENT, date(2022, 1, 1))
