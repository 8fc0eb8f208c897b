"""A document for people, without its form: what it says, in which order, under which headings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Veld:
    """One fact with its name."""

    naam: str
    waarde: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """Rows under headings; the last rows may be totals."""

    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    totalen: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """A part with its heading, shown in this order: facts, table, text, parts of its own."""

    kop: str
    velden: tuple[Veld, ...] = ()
    tabel: Tabel | None = None
    alineas: tuple[str, ...] = ()
    delen: tuple["Deel", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a person is given to read."""

    titel: str
    onderwerp: str
    """In one line what it is about; readers of screens announce it. No personal data."""
    taal: str = "nl"
    delen: tuple[Deel, ...]
