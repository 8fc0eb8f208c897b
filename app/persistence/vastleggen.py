"""The one statement that writes a transaction: rows, history, journal and audit as parts of one CTE.

Each part takes its rows as one JSON parameter, spread by the database over the columns of its table. One round
trip instead of one per row; see docs/decisions/0002-core-on-asyncpg.md.
"""

from functools import cache

from sqlalchemy import Identity, Table

from app.persistence.tabellen import METADATA


@cache
def vastlegvraag(onderdelen: tuple[str, ...]) -> str:
    """Compose the statement for these parts; it answers the number of rows that each part wrote."""
    delen = [_deel(naam, nummer) for nummer, naam in enumerate(onderdelen, start=1)]
    met = ",\n".join(f"d{nummer} as ({sql} returning 1)" for nummer, sql in enumerate(delen, start=1))
    tellingen = ", ".join(f"(select count(*) from d{nummer})" for nummer in range(1, len(delen) + 1))  # noqa: S608  # numbers
    return f"with {met}\nselect {tellingen}"  # made of table and column names only, like every text here


def _deel(naam: str, nummer: int) -> str:
    tabel_naam, _, wijze = naam.partition(":")
    tabel = METADATA.tables[tabel_naam]
    bron = f"jsonb_populate_recordset(null::{tabel_naam}, ${nummer}::jsonb)"
    if wijze == "":
        kolommen = ", ".join(_invoegbaar(tabel))
        return f"insert into {tabel_naam} ({kolommen}) select {kolommen} from {bron}"  # noqa: S608  # names of our own
    if wijze == "wijzig":
        zet = ", ".join(f"{k} = n.{k}" for k in _invoegbaar(tabel) if k != "id")
        return f"update {tabel_naam} o set {zet} from {bron} n where o.id = n.id and o.versie = n.versie - 1"  # noqa: S608  # idem
    return _BIJZONDER[naam].format(bron=bron)


_BIJZONDER = {
    "dossier:nummer": "update dossier o set volgnummer = n.volgnummer from {bron} n where o.klant_id = n.klant_id",
    "idempotentie:antwoord": (
        "update idempotentie o set antwoord = n.antwoord from {bron} n where o.sleutel = n.sleutel"
    ),
}


def _invoegbaar(tabel: Table) -> list[str]:
    return [kolom.name for kolom in tabel.columns if not isinstance(kolom.server_default, Identity)]
