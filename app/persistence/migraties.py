"""Bringing a database to the schema of this version."""

from pathlib import Path

from alembic import command
from alembic.config import Config

MAP = Path(__file__).parent.parent.parent / "migrations"


def alembic_config(dsn: str) -> Config:
    """Make the configuration of alembic for one database."""
    config = Config()
    config.set_main_option("script_location", str(MAP))
    config.set_main_option("sqlalchemy.url", sqlalchemy_adres(dsn).replace("%", "%%"))
    return config


def sqlalchemy_adres(dsn: str) -> str:
    """Turn an address as asyncpg takes it into one for SQLAlchemy on asyncpg."""
    _, _, rest = dsn.partition("://")
    return f"postgresql+asyncpg://{rest}"


def migreer(dsn: str) -> None:
    """Apply every migration that the database does not have yet."""
    command.upgrade(alembic_config(dsn), "head")
