"""Alembic on asyncpg. The address of the database comes from the one who runs it (`trede migrate`)."""

import asyncio

from alembic import context
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from app.persistence.tabellen import METADATA


def _voer_uit(verbinding: Connection) -> None:
    context.configure(
        connection=verbinding, target_metadata=METADATA, compare_type=True, transaction_per_migration=True
    )
    # Replicas that start together migrate one after the other; the second finds nothing to do.
    verbinding.execute(text("select pg_advisory_lock(hashtext('trede.migratie'))"))
    with context.begin_transaction():
        context.run_migrations()


async def _verbind() -> None:
    motor = create_async_engine(context.config.get_main_option("sqlalchemy.url") or "", poolclass=NullPool)
    async with motor.connect() as verbinding:
        await verbinding.run_sync(_voer_uit)
        await verbinding.commit()
    await motor.dispose()


asyncio.run(_verbind())
