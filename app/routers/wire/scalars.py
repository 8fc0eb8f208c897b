"""Strict scalars: what JSON (or query text) must look like to become a value, and how OpenAPI says so."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from annotated_types import MinLen
from pydantic import BeforeValidator, Field, StrictBool, WithJsonSchema
from pydantic_core import PydanticCustomError
from stdnum.nl import bsn as bsn_nummer

from app.domain.soorten import EERSTE_DAG, LAATSTE_DAG, Vorm

DAG = r"^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
MOMENT = (
    r"^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    r"(Z|\+(0[0-9]|1[0-4]):[0-5][0-9]|-(0[1-9]|1[0-2]):[0-5][0-9])$"
)
BEDRAG = r"^[0-9]{1,7}\.[0-9]{2}$"
UUID_VORM = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
ETAG_VORM = r'^"[1-9][0-9]{0,8}"$'
SLEUTEL_VORM = r"^[A-Za-z0-9._:-]{1,128}$"
# Control characters, other line ends, and what is not seen or turns the direction of reading.
_ONZICHTBAAR = r"\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF"
_NIET_IN_REGEL = rf"\u0000-\u001F{_ONZICHTBAAR}"
_NIET_IN_TEKST = rf"\u0000-\u0009\u000B-\u001F{_ONZICHTBAAR}"
EEN_REGEL = rf"^[^{_NIET_IN_REGEL}]*$"
GEVULDE_REGEL = rf"^[^{_NIET_IN_REGEL}]*[^\s{_NIET_IN_REGEL}][^{_NIET_IN_REGEL}]*$"
MEER_REGELS = rf"^[^{_NIET_IN_TEKST}]*[^\s{_NIET_IN_TEKST}][^{_NIET_IN_TEKST}]*$"
PATRONEN = {
    Vorm.EMAIL: r"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}$",
    Vorm.POSTCODE: r"^[1-9][0-9]{3}[A-Z]{2}$",
    Vorm.TELEFOON: r"^\+?[0-9]{8,15}$",
    Vorm.KENMERK: r"^[a-z0-9][a-z0-9-]*$",
    Vorm.KVK: r"^[0-9]{8}$",
}
_TEKENS = "Geef tekst met meer dan spaties, zonder tekens die niet te zien zijn."
PATROONZINNEN = {
    EEN_REGEL: "Geef tekst van één regel, zonder tekens die niet te zien zijn.",
    GEVULDE_REGEL: f"{_TEKENS[:-1]}, op één regel.",
    MEER_REGELS: _TEKENS,
    PATRONEN[Vorm.EMAIL]: "Geef een e-mailadres, zoals naam@voorbeeld.nl.",
    PATRONEN[Vorm.POSTCODE]: "Geef een postcode als 1234AB.",
    PATRONEN[Vorm.TELEFOON]: "Geef een telefoonnummer van 8 tot 15 cijfers, eventueel met een plus ervoor.",
    PATRONEN[Vorm.KENMERK]: "Geef kleine letters, cijfers en streepjes; het begin is een letter of een cijfer.",
    PATRONEN[Vorm.KVK]: "Geef het nummer in het handelsregister: acht cijfers.",
}
"""What to tell who does not keep to a pattern."""
MAX_GETAL = 1_000_000_000

_dag, _moment, _bedrag, _uuid = (re.compile(p.replace("$", r"\Z")) for p in (DAG, MOMENT, BEDRAG, UUID_VORM))


def _fout(code: str, tekst: str) -> PydanticCustomError:
    return PydanticCustomError(code, tekst)


def _lees_dag(ruw: Any) -> date:
    if not isinstance(ruw, str) or not _dag.match(ruw):
        raise _fout("dag", "Geef een dag als JJJJ-MM-DD, van 1900-01-01 tot en met 2199-12-31.")
    try:
        return date.fromisoformat(ruw)
    except ValueError:
        raise _fout("dag", "Deze dag bestaat niet.") from None


def _lees_moment(ruw: Any) -> datetime:
    if not isinstance(ruw, str) or not _moment.match(ruw):
        raise _fout("moment", "Geef een moment als JJJJ-MM-DDTUU:MM:SS met Z of een tijdsverschil.")
    try:
        moment = datetime.fromisoformat(ruw).astimezone(UTC)
    except ValueError:
        raise _fout("moment", "Dit moment bestaat niet.") from None
    if not EERSTE_DAG <= moment.date() <= LAATSTE_DAG:
        raise _fout("moment", "Dit moment ligt in UTC niet van 1900 tot en met 2199.")
    return moment


def _lees_bedrag(ruw: Any) -> Decimal:
    if not isinstance(ruw, str) or not _bedrag.match(ruw):
        raise _fout("bedrag", "Geef een getal als tekst met twee cijfers achter de punt, zoals 2500.00.")
    return Decimal(ruw)


def lees_uuid(ruw: Any) -> UUID:
    """Read a UUID in its one accepted form; raises a ValueError."""
    if not isinstance(ruw, str) or not _uuid.match(ruw):
        raise _fout("uuid", "Geef een id als UUID in kleine letters met streepjes.")
    return UUID(ruw)


def _lees_getal(ruw: Any) -> int:
    if isinstance(ruw, float) and ruw.is_integer():
        ruw = int(ruw)
    if not isinstance(ruw, int) or isinstance(ruw, bool):
        raise _fout("geheel-getal", "Geef een geheel getal.")
    if abs(ruw) > MAX_GETAL:
        raise _fout("geheel-getal", "Dit getal is te groot.")
    return ruw


def _lees_getal_uit_tekst(ruw: Any) -> int:
    if not isinstance(ruw, str) or not re.fullmatch(r"-?[0-9]{1,16}", ruw, re.ASCII):
        raise _fout("geheel-getal", "Geef een geheel getal.")
    return int(ruw)


def _lees_bool_uit_tekst(ruw: Any) -> bool:
    if ruw not in ("true", "false"):
        raise _fout("bool", "Geef true of false.")
    return bool(ruw == "true")


def _lees_bsn(ruw: Any) -> str:
    if not isinstance(ruw, str) or not re.fullmatch(r"[0-9]{9}", ruw, re.ASCII) or not bsn_nummer.is_valid(ruw):
        raise _fout("bsn", "Geef een burgerservicenummer van negen cijfers dat aan de 11-proef voldoet.")
    return ruw


Dag = Annotated[date, BeforeValidator(_lees_dag), WithJsonSchema({"type": "string", "format": "date", "pattern": DAG})]
Moment = Annotated[
    datetime,
    BeforeValidator(_lees_moment),
    WithJsonSchema({"type": "string", "format": "date-time", "pattern": MOMENT}),
]
Geld = Annotated[
    Decimal,
    BeforeValidator(_lees_bedrag),
    WithJsonSchema({"type": "string", "format": "bedrag", "pattern": BEDRAG}),
]
Id = Annotated[
    UUID,
    BeforeValidator(lees_uuid),
    WithJsonSchema({"type": "string", "format": "uuid", "pattern": UUID_VORM}),
]
Burgerservicenummer = Annotated[
    str,
    BeforeValidator(_lees_bsn),
    WithJsonSchema({"type": "string", "format": "bsn", "pattern": r"^[0-9]{9}$"}),
]

JSON_SOORTEN: dict[Any, Any] = {
    date: Dag,
    datetime: Moment,
    Decimal: Geld,
    UUID: Id,
    int: Annotated[int, BeforeValidator(_lees_getal)],
    bool: StrictBool,
}
TEKST_SOORTEN: dict[Any, Any] = JSON_SOORTEN | {
    int: Annotated[int, BeforeValidator(_lees_getal_uit_tekst)],
    bool: Annotated[bool, BeforeValidator(_lees_bool_uit_tekst)],
}


def tekst(merken: tuple[Any, ...]) -> Any:
    """The type of a text field with its form; without one, a single line, that says something when it must be there."""
    vorm = next((merk for merk in merken if isinstance(merk, Vorm)), None)
    if vorm is Vorm.BSN:
        return Burgerservicenummer
    if vorm is Vorm.MEER_REGELS:
        return Annotated[str, Field(pattern=MEER_REGELS)]
    regel = GEVULDE_REGEL if any(isinstance(merk, MinLen) for merk in merken) else EEN_REGEL
    return Annotated[str, Field(pattern=PATRONEN[vorm] if vorm else regel)]
