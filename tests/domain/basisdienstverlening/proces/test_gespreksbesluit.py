from app.domain.basisdienstverlening.proces.gespreksbesluit import plan_gespreksbesluit
from tests.domain.peilen import dag


def test_the_inkomensconsulent_is_reminded_on_the_day_itself_by_the_rule() -> None:
    plan = plan_gespreksbesluit(dag("2021-03-15"), spoed=True)
    assert (plan.regel.id, plan.rol) == ("iom.centrumgemeente.ambitie", "inkomensconsulent")
    assert (plan.basis_op, plan.uiterlijk_op, plan.herinnering, plan.spoed) == (dag("2021-03-15"),) * 2 + (True, True)
    assert not plan_gespreksbesluit(dag("2021-03-15"), spoed=False).spoed
