"""What interrupts an inkooporder, for tests: illness, early return, objection and signals."""

from typing import Any

from tests.api import strijd
from tests.stappen_orders import Order

BEGIN = "2025-04-07"
VERHUISD = {
    "reden": "verhuizing",
    "toelichting": "De reistijd is te lang geworden.",
    "clientAkkoordOp": BEGIN,
    "gemeldOp": BEGIN,
}
BEZWAAR = {"tegen": "werkplan", "ingediendOp": BEGIN}
WEIGERT = {"soort": "weigert_medewerking", "gesignaleerdOp": BEGIN, "toelichting": "De cliënt komt niet."}
GEGROND = {
    "tegen": "werkplan",
    "uitkomst": "gegrond",
    "stoppen": True,
    "beslistOp": BEGIN,
    "toelichting": "Het werkplan past niet bij de cliënt.",
}


def ziek_terug(gemeld_op: str) -> dict[str, Any]:
    return VERHUISD | {"reden": "langdurige_ziekte", "clientAkkoordOp": gemeld_op, "gemeldOp": gemeld_op}


async def geweigerd(order: Order, stap: str, body: Any, code: str, *, wie: str = "opdrachtnemer") -> str:
    """Try a step that clashes with what is recorded and changes nothing; gives what the refusal says."""
    antwoord = await order.probeer(getattr(order, wie), stap, body)
    assert strijd(antwoord) == code
    await order.is_ongewijzigd()
    return str(antwoord.json()["detail"])
