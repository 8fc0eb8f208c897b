"""By when a voorschot follows on an application: wet PW art. 52, rule iom.voorschot.verzoek."""

from datetime import datetime
from decimal import Decimal

from app.domain.basisdienstverlening.proces.screening import Voorschot
from app.domain.basisdienstverlening.proces.voorschottermijn import plan_bij_aanvraag
from app.domain.basisdienstverlening.screening.feiten import Leefvorm
from app.domain.dossier.verantwoording import Verantwoording
from tests.domain.peilen import dag, moment, peil

OP = moment("2021-03-15T09:00:00+00:00")


def voorschot(op: str, volgende: str) -> Voorschot:
    return Voorschot(
        verstrekt_op=dag(op),
        bedrag=Decimal("1000.00"),
        op_verzoek=True,
        leefvorm=Leefvorm.ALLEENSTAAND,
        minimum=Decimal("967.90"),
        volgende_uiterlijk=dag(volgende),
        toelichting=None,
        door="a",
        motivering=(),
        verantwoording=_bon(OP),
    )


def _bon(op: datetime) -> Verantwoording:
    return Verantwoording(
        toets="voorschot",
        beleid="deventer-2021",
        peildatum=dag("2021-03-15"),
        parameters=(),
        softwareversie="1",
        door="a",
        op=op,
    )


def test_everyone_who_applies_has_one_within_four_weeks_after_the_application() -> None:
    plan = plan_bij_aanvraag(peil("2021-03-15"), dag("2021-03-16"), (), spoed=False)
    assert (plan.soort, plan.rol, plan.regel.id) == ("voorschot", "inkomensconsulent", "iom.voorschot.verzoek")
    assert (plan.basis_op, plan.uiterlijk_op, plan.spoed) == (dag("2021-03-16"), dag("2021-04-13"), False)


def test_a_statutory_term_does_not_end_on_a_holiday() -> None:
    plan = plan_bij_aanvraag(peil("2021-03-15"), dag("2021-03-08"), (), spoed=True)
    assert (plan.uiterlijk_op, plan.spoed) == (dag("2021-04-06"), True)


def test_after_an_earlier_one_the_next_keeps_its_day() -> None:
    gegeven = (voorschot("2021-03-20", "2021-04-17"), voorschot("2021-03-17", "2021-04-14"))
    plan = plan_bij_aanvraag(peil("2021-03-15"), dag("2021-03-25"), gegeven, spoed=True)
    assert (plan.basis_op, plan.uiterlijk_op, plan.spoed) == (dag("2021-03-20"), dag("2021-04-17"), True)
