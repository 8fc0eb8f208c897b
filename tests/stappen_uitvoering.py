"""A running service, for tests of what its parties record: evaluation, adjustment, end."""

from typing import Any

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen_orders import Order, nieuwe_order, plan_voor

ADVIES = {"gehoudenOp": "2025-10-07", "ontwikkelbaar": False, "advies": "Er is na zes maanden geen vooruitgang."}
BIJSTELLING = {
    "gemeldOp": "2025-06-02",
    "uren": 35,
    "doorlooptijdMaanden": 12,
    "andereActiviteiten": True,
    "reden": "De cliënt heeft meer aan individuele begeleiding.",
}
MEER = BIJSTELLING | {
    "uren": 38,
    "plan": plan_voor("werkfit_maken", afwijking="Er is meer nodig.", gezienOp="2025-06-02")
    | {"activiteiten": [plan_voor("werkfit_maken")["activiteiten"][0] | {"uren": "35.00"}]},
}
"""An adjustment that UWV must agree with."""


def stop(op: str) -> dict[str, Any]:
    return {"stoppen": True, "beslotenOp": op}


def besluit(akkoord: bool, op: str, nummer: int = 1, **anders: Any) -> dict[str, Any]:
    waarom = {} if akkoord else {"toelichting": "Dat past niet bij de cliënt."}
    return {"bijstelling": nummer, "akkoord": akkoord, "beslotenOp": op} | waarom | anders


async def lopend(api: Api, wijzer: Wijzer, op: str, dienst: str = "werkfit_maken", **rest: Any) -> Order:
    """A service that began on 7 April 2025, seen on a later day."""
    order = await (await nieuwe_order(api, dienst, **rest)).in_uitvoering()
    wijzer.zet(f"{op}T09:00:00Z")
    return order
