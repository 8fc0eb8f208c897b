"""Synthetic klanten: what varies per klant in the rows that Trede made once. The same seed gives the same data."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bench.sjablonen import Sjabloon, ids_in

ZAAD = 20210615
MOMENT = datetime(2021, 6, 15, 9, 0, tzinfo=UTC)
"""When Trede makes the rows that are multiplied."""
EERSTE = datetime(2016, 1, 4, 8, 0, tzinfo=UTC)
JAREN = timedelta(days=3800)
MET_MELDING = 10
"""One klant in so many has a running melding."""
KLANT = {
    "bsn": "999990019",
    "voornamen": "Voornaamplek",
    "geslachtsnaam": "Achternaamplek",
    "geboortedatum": "1981-02-03",
    "verblijf": "vast",
    "straatnaam": "Straatplek",
    "huisnummer": "7",
    "postcode": "7411ZZ",
    "woonplaats": "Deventer",
    "email": "mailplek@voorbeeld.example",
    "telefoon": "0612345678",
}
OPGAVE = {
    "gemeldOp": "2021-06-15T09:00:00Z",
    "kanaal": "digitaal",
    "adres": "vast",
    "statushouder": False,
    "vsoPro": False,
    "speciaalOnderwijs": False,
    "exDetentie": False,
    "broodnood": False,
}
_PLAATSEN = {
    "Voornaamplek": "voornaam",
    "Achternaamplek": "achternaam",
    "achternaamplek": "sorteernaam",
    "1981-02-03": "geboren",
    "Straatplek": "straat",
    "7411ZZ": "postcode",
    "mailplek": "mail",
    "0612345678": "telefoon",
    "2021-06-15 09:00:00+00": "moment",
    "2021-06-15T09:00:00Z": "moment_json",
    "2021-06-15": "dag",
}
_HASH = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_VOORNAMEN = (
    "Ada",
    "Bram",
    "Cato",
    "Daan",
    "Esra",
    "Fien",
    "Gijs",
    "Hana",
    "Ivo",
    "Jet",
    "Kees",
    "Lotte",
    "Mo",
    "Noor",
)
_ACHTERNAMEN = ("Bakker", "Berg", "Bos", "Dijk", "Graaf", "Heuvel", "Kuiper", "Linde", "Molen", "Polder", "Veld")
_STRATEN = ("Dorpsstraat", "Brink", "Molenweg", "Kerkpad", "Havenkade", "Lindelaan")
_GEBOREN = tuple(str((datetime(1955, 1, 1, tzinfo=UTC) + timedelta(days=n)).date()) for n in range(18000))

Regels = Mapping[str, Sequence[str]]
"""Table to lines, as COPY writes and reads them."""


@dataclass(frozen=True, slots=True)
class Dossiervorm:
    """The lines of one dossier, cut where a copy differs."""

    regels: tuple[tuple[str, Sjabloon], ...]
    """Table and line, as often as the dossier has lines there."""
    ids: tuple[str, ...]
    """Names of the ids, of which the klant's is the first."""


def maak_vorm(regels: Regels, klant_id: str) -> Dossiervorm:
    """Cut the lines of one dossier."""
    alle = [(tabel, regel) for tabel, reeks in regels.items() for regel in reeks]
    ids = tuple(dict.fromkeys((klant_id, *ids_in([regel for _, regel in alle]))))
    hashes = {gevonden: "zoekwaarde" for _, regel in alle for gevonden in _HASH.findall(regel)}
    plaatsen = _PLAATSEN | hashes | {kenmerk: kenmerk for kenmerk in ids}
    return Dossiervorm(tuple((tabel, Sjabloon(regel, plaatsen)) for tabel, regel in alle), ids)


def dossiers(kaal: Dossiervorm, met_melding: Dossiervorm, aantal: int) -> Iterator[tuple[Dossiervorm, dict[str, str]]]:
    """So many dossiers, oldest first: their form and what stands in its places."""
    bron = random.Random(ZAAD)  # noqa: S311 - data, not secrets
    for nummer in range(aantal):
        moment = EERSTE + JAREN * (nummer / aantal)
        vorm = kaal if nummer % MET_MELDING else met_melding
        ids = {naam: id_van(moment, bron) for naam in vorm.ids}
        yield vorm, ids | _waarden(nummer, moment.replace(microsecond=0), bron)


def id_van(moment: datetime, bron: random.Random) -> str:
    """A UUIDv7 of that moment."""
    tijd, toeval = f"{int(moment.timestamp() * 1000):012x}", bron.getrandbits(74)
    kop = f"{tijd[:8]}-{tijd[8:]}-7{toeval >> 62:03x}"
    return f"{kop}-{0x8000 | (toeval >> 48 & 0x3FFF):04x}-{toeval & 0xFFFFFFFFFFFF:012x}"


def _waarden(nummer: int, moment: datetime, bron: random.Random) -> dict[str, str]:
    voornaam, toeval = _VOORNAMEN[nummer % len(_VOORNAMEN)], bron.getrandbits(256)
    achternaam = f"{_ACHTERNAMEN[toeval % len(_ACHTERNAMEN)]}{toeval % 9973}"
    tekst = moment.isoformat()
    return {
        "voornaam": voornaam,
        "achternaam": achternaam,
        "sorteernaam": achternaam.casefold(),
        "geboren": _GEBOREN[toeval % len(_GEBOREN)],
        "straat": _STRATEN[toeval % len(_STRATEN)],
        "postcode": f"74{11 + toeval % 30}A{chr(65 + toeval % 26)}",
        "mail": f"{voornaam.lower()}.{nummer}",
        "telefoon": f"0600{nummer % 1_000_000:06d}",
        "moment": tekst,
        "moment_json": tekst.replace("+00:00", "Z"),
        "dag": tekst[:10],
        "zoekwaarde": f"{toeval:064x}",
    }
