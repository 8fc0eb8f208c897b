"""A database that is up to date is left alone, and alembic with it."""

import asyncio
import subprocess
import sys

from alembic.script import ScriptDirectory

from app.persistence.migraties import alembic_config
from app.persistence.schemastand import nieuwste, stand, werk_bij


def test_the_last_file_is_the_head_that_alembic_knows() -> None:
    config = alembic_config("postgresql://niemand@nergens/niets")
    assert nieuwste() == ScriptDirectory.from_config(config).get_current_head()


def test_a_database_that_is_up_to_date_loads_no_alembic(gedeeld: str) -> None:
    opdracht = (
        "import sys; from app.persistence.schemastand import werk_bij; "
        f"werk_bij({gedeeld!r}); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", opdracht], check=False).returncode == 0


def test_an_empty_database_gets_the_newest_schema(leeg: str) -> None:
    werk_bij(leeg)
    assert asyncio.run(stand(leeg)) == nieuwste()
