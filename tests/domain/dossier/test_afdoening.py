"""Who closes a term: every kind that the rules plan is closed by hand or by a step, and by one of the two only."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from app.domain.dossier.afdoening import DOOR_EEN_STAP, MET_DE_HAND, eis_met_de_hand
from app.domain.dossier.termijn import Termijn, Termijntoestand
from app.domain.dossier.termijnsoort import Termijnsoort
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
    return Termijn(**basis | anders)  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize("soort", Termijnsoort)
def test_each_kind_says_how_it_is_closed(soort: Termijnsoort) -> None:
    assert (soort in MET_DE_HAND) != (soort in DOOR_EEN_STAP)


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
