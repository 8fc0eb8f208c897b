import pytest

from app.domain.basisdienstverlening.melding import Kanaal
from app.domain.basisdienstverlening.melding.contact import Contact, plan_contact
from app.domain.basisdienstverlening.melding.feiten import Route
from app.domain.beleid import Beleidsset, Peil
from app.domain.besluit import Besluit
from tests.domain.basisdienstverlening.melding.meldingen import corona, melding
from tests.domain.peilen import dag, met_waarde

VRIJDAG = dag("2021-06-11")


def contact(peil: Peil, kanaal: Kanaal, route: Route = Route.REGULIER, op: str = "2021-06-11") -> Besluit[Contact]:
    return plan_contact(peil, melding(kanaal=kanaal), dag(op), route)


def test_a_digital_melding_is_called_back_within_one_werkdag(peil: Peil) -> None:
    uitkomst = contact(peil, Kanaal.DIGITAAL).uitkomst
    assert uitkomst == Contact(terugbellen=dag("2021-06-14"), screening=dag("2021-06-15"))


@pytest.mark.parametrize("kanaal", [Kanaal.TELEFONISCH, Kanaal.FYSIEK])
def test_other_channels_need_no_calling_back(peil: Peil, kanaal: Kanaal) -> None:
    assert contact(peil, kanaal).uitkomst == Contact(terugbellen=None, screening=dag("2021-06-15"))


def test_a_phone_caller_is_planned_at_once(peil: Peil) -> None:
    assert "meteen gepland" in contact(peil, Kanaal.TELEFONISCH).motivering[-1].tekst
    assert "meteen gepland" not in contact(peil, Kanaal.FYSIEK).motivering[-1].tekst


def test_from_vso_pro_there_is_calling_back_and_no_screening(peil: Peil) -> None:
    besluit = contact(peil, Kanaal.DIGITAAL, Route.VSO_PRO)
    assert besluit.uitkomst == Contact(terugbellen=dag("2021-06-14"), screening=None)
    assert "hoort niet bij deze route" in besluit.motivering[-1].tekst
    stil = contact(peil, Kanaal.TELEFONISCH, Route.VSO_PRO)
    assert stil.uitkomst == Contact(terugbellen=None, screening=None)
    assert [grond.regel for grond in stil.motivering] == ["iom.melding.kanaal"]


def test_a_holiday_between_is_passed_over_and_named_once(peil: Peil) -> None:
    besluit = contact(peil, Kanaal.DIGITAAL, op="2022-04-26")
    assert besluit.uitkomst == Contact(terugbellen=dag("2022-04-28"), screening=dag("2022-04-29"))
    assert [grond.regel for grond in besluit.motivering].count("termijn.werkdag") == 1
    assert [grond.regel for grond in besluit.motivering].count("wet.atw.feestdagen") == 1


def test_in_corona_time_contact_follows_within_a_calendar_day() -> None:
    besluit = contact(corona(), Kanaal.DIGITAAL)
    assert besluit.uitkomst == Contact(terugbellen=dag("2021-06-12"), screening=dag("2021-06-15"))
    assert besluit.motivering[-1].regel == "iom.melding.corona"
    assert "per video of telefoon" in besluit.motivering[-1].tekst
    assert "contact in 1 dag" in besluit.motivering[-1].tekst


def test_a_provisional_norm_shows_in_the_reason(beleid: Beleidsset) -> None:
    voorlopig = met_waarde(beleid, "iom.melding.screening.werkdagen", 3, voorlopig=True).op(VRIJDAG)
    besluit = contact(voorlopig, Kanaal.FYSIEK)
    assert besluit.uitkomst.screening == dag("2021-06-16")
    assert besluit.motivering[-1].keuze
