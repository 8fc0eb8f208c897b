"""The lists of terms of inkooporders: which stretch of which index they read, and what the table refuses."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import asyncpg
import pytest

from app.domain.dossier.termijn import Termijn
from app.persistence.lezer import _pagina
from app.persistence.stukken import binding
from app.persistence.vragen import Vraag
from app.persistence.werkvoorraad import werkstatement
from app.services.poorten import Werkvraag
from tests.persistence.gereedschap import NU, zet

pytestmark = pytest.mark.anyio
LIJST = {"organisatie": "firma-1", "toestand": "lopend", "rol": "uwv"}


def werk(organisatie: str | None, persoon: str | None = None) -> tuple[Vraag, Any]:
    return werkstatement(
        Werkvraag(
            rollen=("opdrachtnemer",),
            persoon=persoon,
            organisatie=organisatie,
            nu=NU,
            vandaag=NU.date(),
            alleen_te_laat=False,
            tot_en_met=None,
            na=None,
            limiet=51,
        )
    )


def lijst(*gelijk: str, gevuld: tuple[str, ...] = ()) -> tuple[Vraag, Any]:
    statement = _pagina(binding(Termijn), gelijk, (), gevuld, (), "uiterlijk_op", verder=False, limiet=51)
    return statement, LIJST


VEEL = """
insert into termijn (id, versie, aangemaakt_op, gewijzigd_op, klant_id, soort, onderwerp_soort, onderwerp_id, regel,
  bron, vindplaats, rol, basis_op, uiterlijk_op, herinnering, spoed, toestand, organisatie)
select gen_random_uuid(), 1, now(), now(), gen_random_uuid(), 'x', case when n % 2 = 0 then 'melding' else
  'inkooporder' end, gen_random_uuid(), 'r', 'b', 'v', case when n % 2 = 0 then 'receptie' when n % 3 = 0 then 'uwv'
  else 'opdrachtnemer' end, '2021-01-01', date '2021-01-01' + n % 1000, false, false,
  case when n / 2 % 6 = 0 then 'lopend' else 'gehaald' end, case when n % 2 = 1 then 'firma-' || n / 2 % 5 end
from generate_series(1, 20000) n
"""
"""Half of inkooporders, of five firms; a sixth runs."""


@pytest.fixture
async def gevuld(verbinding: Any) -> AsyncIterator[Any]:
    """The table with rows enough for the planner to prefer something; they are gone after the test."""
    transactie = verbinding.transaction()
    await transactie.start()
    await verbinding.execute("set local session_replication_role = replica")  # no klant for each of them
    await verbinding.execute(VEEL)
    await verbinding.execute("analyze termijn; set local enable_bitmapscan = off")
    yield verbinding
    await transactie.rollback()


async def plan(verbinding: Any, gevraagd: tuple[Vraag, Any], kennis: str) -> str:
    statement, waarden = gevraagd
    await verbinding.execute(f"set local plan_cache_mode = {kennis}")
    regels = await verbinding.fetch(f"explain {statement.sql}", *statement._waarden(waarden))
    return "\n".join(regel[0] for regel in regels)


@pytest.mark.parametrize("kennis", ["force_generic_plan", "force_custom_plan"])
@pytest.mark.parametrize(
    ("gevraagd", "index"),
    [
        (werk("firma-1"), "termijn_werkvoorraad_van_organisatie"),
        (lijst("organisatie"), "termijn_van_organisatie"),
        (lijst("organisatie", "toestand"), "termijn_van_organisatie_op_toestand"),
        (lijst("organisatie", "rol"), "termijn_van_organisatie_op_rol"),
        (lijst("organisatie", "rol", "toestand"), "termijn_van_organisatie_op_rol_en_toestand"),
        (lijst(gevuld=("organisatie",)), "termijn_van_orders"),
        (lijst("toestand", gevuld=("organisatie",)), "termijn_van_orders_op_toestand"),
    ],
)
async def test_each_list_is_one_stretch_of_an_index(
    gevuld: Any, gevraagd: tuple[Vraag, Any], index: str, kennis: str
) -> None:
    """Also when a prepared statement does not know its values."""
    uitleg = await plan(gevuld, gevraagd, kennis)
    assert f"using {index} on termijn" in uitleg
    assert "Seq Scan on termijn" not in uitleg


@pytest.mark.parametrize("persoon", [None, "consulent-van-een-firma"])
async def test_only_a_firm_s_own_work_is_read(verbinding: Any, persoon: str | None) -> None:
    eigen = {"rol": "opdrachtnemer", "onderwerp_soort": "inkooporder", "uiterlijk_op": date(2000, 1, 1)}
    een = await zet(verbinding, "termijn", organisatie="firma-een", **eigen)
    await zet(verbinding, "termijn", organisatie="firma-twee", klant_id=een["klant_id"], **eigen)
    if persoon:
        await zet(verbinding, "toewijzing", klant_id=een["klant_id"], persoon=persoon, rol="opdrachtnemer")
    statement, waarden = werk("firma-een", persoon)
    assert [rij["id"] for rij in await statement.rijen(verbinding, **waarden)] == [een["id"]]


@pytest.mark.parametrize(("soort", "organisatie"), [("inkooporder", None), ("melding", "een")])
async def test_a_term_has_a_firm_when_it_is_of_an_order(verbinding: Any, soort: str, organisatie: str | None) -> None:
    with pytest.raises(asyncpg.CheckViolationError, match="termijn_van_order"):
        await zet(verbinding, "termijn", onderwerp_soort=soort, organisatie=organisatie)
