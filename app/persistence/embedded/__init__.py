"""An embedded PostgreSQL: found, started as our own child, and gone when we are. Standard library only."""

from app.persistence.embedded.binaries import Binaries, find_all_binaries, find_binaries
from app.persistence.embedded.fout import EmbeddedPostgresFout
from app.persistence.embedded.mappen import standaard_map
from app.persistence.embedded.supervisor import EmbeddedPostgres
from app.persistence.embedded.waak import bewaakt

__all__ = [
    "Binaries",
    "EmbeddedPostgres",
    "EmbeddedPostgresFout",
    "bewaakt",
    "find_all_binaries",
    "find_binaries",
    "standaard_map",
]
