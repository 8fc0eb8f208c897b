"""The schema: the migrations walk both ways and end where the tables of the code begin."""

import asyncio
from typing import Any

import asyncpg
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine

from app.persistence.migraties import alembic_config, migreer, sqlalchemy_adres
from app.persistence.tabellen import METADATA
from tests.persistence.gereedschap import zet

KOLOMMEN = """
    select table_name, column_name, data_type, udt_name, is_nullable, is_identity, column_default
    from information_schema.columns where table_schema = 'public' and table_name <> 'alembic_version'
"""
EISEN = """
    select conrelid::regclass::text, conname, contype::text, condeferrable, condeferred, pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace and conrelid::regclass::text <> 'alembic_version'
      and contype <> 't'
"""
INDEXEN = "select indexdef from pg_indexes where schemaname = 'public' and tablename <> 'alembic_version'"
TRIGGERS = """
    select tgrelid::regclass::text || '.' || tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
"""
FUNCTIES = """
    select proname, prosrc from pg_proc p where pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
"""


def bekijk(dsn: str, *vragen: str) -> list[list[tuple[Any, ...]]]:
    """What the catalog answers, sorted."""

    async def lees() -> list[list[tuple[Any, ...]]]:
        verbinding = await asyncpg.connect(dsn)
        try:
            return [sorted((tuple(rij) for rij in await verbinding.fetch(vraag)), key=repr) for vraag in vragen]
        finally:
            await verbinding.close()

    return asyncio.run(lees())


def in_alchemy(dsn: str, werk: Any) -> Any:
    """Run something on a synchronous connection of SQLAlchemy."""

    async def doe() -> Any:
        motor = create_async_engine(sqlalchemy_adres(dsn))
        async with motor.begin() as verbinding:
            uitkomst = await verbinding.run_sync(werk)
        await motor.dispose()
        return uitkomst

    return asyncio.run(doe())


def test_the_migrations_walk_up_down_and_up_again(leeg: str) -> None:
    alles = (KOLOMMEN, EISEN, INDEXEN, TRIGGERS, FUNCTIES)
    migreer(leeg)
    boven = bekijk(leeg, *alles)
    assert all(boven)
    command.downgrade(alembic_config(leeg), "base")
    assert bekijk(leeg, *alles) == [[], [], [], [], []]
    migreer(leeg)
    assert bekijk(leeg, *alles) == boven


def test_migrating_twice_changes_nothing(klad: str) -> None:
    voor = bekijk(klad, KOLOMMEN, EISEN)
    migreer(klad)
    assert bekijk(klad, KOLOMMEN, EISEN) == voor


def test_alembic_finds_no_difference_between_tables_and_migrations(klad: str) -> None:
    def vergelijk(verbinding: Connection) -> list[Any]:
        return list(compare_metadata(MigrationContext.configure(verbinding, opts={"compare_type": True}), METADATA))

    assert in_alchemy(klad, vergelijk) == []


@pytest.mark.parametrize("vraag", [KOLOMMEN, EISEN, INDEXEN], ids=["columns", "constraints", "indexes"])
def test_the_tables_of_the_code_are_those_of_the_migrations_to_the_letter(klad: str, leeg: str, vraag: str) -> None:
    def maak(verbinding: Connection) -> None:
        verbinding.execute(text("create extension btree_gist"))
        METADATA.create_all(verbinding)

    in_alchemy(leeg, maak)
    assert bekijk(klad, vraag) == bekijk(leeg, vraag)


def test_every_trigger_stands_where_it_must(klad: str) -> None:
    (triggers,) = bekijk(klad, TRIGGERS)
    groeit = {f"{t}.{t}_{naam}" for t in ("historie", "journaal", "audit") for naam in ("groeit_alleen", "nooit_leeg")}
    assert {naam for naam, _ in triggers} == groeit | {"melding.melding_open"}


def test_no_foreign_key_cascades(klad: str) -> None:
    (weg,) = bekijk(
        klad, "select conname from pg_constraint where contype = 'f' and 'a' <> any (array[confdeltype, confupdtype])"
    )
    assert weg == []


def test_a_term_of_an_order_that_was_there_before_gets_its_firm_and_another_gets_none(klad: str) -> None:
    async def vul() -> None:
        verbinding = await asyncpg.connect(klad)
        firma = await zet(verbinding, "opdrachtnemer", kenmerk="baanbrekend")
        order = await zet(verbinding, "inkooporder", opdrachtnemer_id=firma["id"], organisatie="baanbrekend")
        van_order = {"onderwerp_soort": "inkooporder", "onderwerp_id": order["id"], "organisatie": "baanbrekend"}
        await zet(verbinding, "termijn", soort="planoordeel", **van_order)
        await zet(verbinding, "termijn", soort="zoekperiode")
        await verbinding.close()

    asyncio.run(vul())
    command.downgrade(alembic_config(klad), "0003")
    migreer(klad)
    assert bekijk(klad, "select soort, organisatie from termijn") == [
        [("planoordeel", "baanbrekend"), ("zoekperiode", None)]
    ]
