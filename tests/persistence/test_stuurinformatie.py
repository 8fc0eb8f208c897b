"""The statement of the figures of inkooporders: which stretch of which index it reads, and what the table refuses."""

from datetime import date
from typing import Any

import asyncpg
import pytest

from app.persistence.stuurinformatie import als_ordertelling, orderstatement
from app.services.poorten import Ordervraag
from tests.persistence.gereedschap import zet

pytestmark = pytest.mark.anyio


def vraag(organisatie: str | None = None) -> Ordervraag:
    return Ordervraag(oordeel_van=date(2025, 5, 1), oordeel_tot=date(2025, 5, 31), organisatie=organisatie)


async def plan(verbinding: Any, gevraagd: Ordervraag, *, zonder: str | None = None) -> str:
    """How the statement is carried out; an empty table has no preference, so `zonder` takes an index away."""
    statement, waarden = orderstatement(gevraagd)
    transactie = verbinding.transaction()
    await transactie.start()
    await verbinding.execute("set local enable_seqscan = off; set local enable_bitmapscan = off")
    if zonder:
        await verbinding.execute(f"drop index {zonder}")
    regels = await verbinding.fetch(f"explain {statement.sql}", *statement._waarden(waarden))
    await transactie.rollback()
    return "\n".join(regel[0] for regel in regels)


async def test_a_period_is_one_stretch_of_an_index(verbinding: Any) -> None:
    uitleg = await plan(verbinding, vraag(), zonder="inkooporder_van_organisatie_op_oordeel")
    assert "inkooporder_op_oordeel" in uitleg


async def test_the_period_of_one_opdrachtnemer_is_one_stretch_of_an_index(verbinding: Any) -> None:
    uitleg = await plan(verbinding, vraag("organisatie-1"))
    assert "inkooporder_van_organisatie_op_oordeel" in uitleg


async def test_the_terms_of_an_order_are_found_by_their_index(verbinding: Any) -> None:
    assert "termijn_per_onderwerp" in await plan(verbinding, vraag())


async def test_no_orders_give_no_counts(verbinding: Any) -> None:
    statement, waarden = orderstatement(vraag("niemand"))
    assert [als_ordertelling(rij) for rij in await statement.rijen(verbinding, **waarden)] == []


@pytest.mark.parametrize("half", [{"oordeel_op": date(2025, 5, 1)}, {"resultaat": "behaald"}])
async def test_a_result_has_the_day_of_its_judgement(verbinding: Any, half: dict[str, Any]) -> None:
    with pytest.raises(asyncpg.CheckViolationError, match="inkooporder_oordeel"):
        await zet(verbinding, "inkooporder", **half)
