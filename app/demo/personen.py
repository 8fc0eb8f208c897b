"""People who do not exist: names, addresses and BSNs are made up; the BSNs pass the 11-proef.

BSNs start with 9: those are given to no one but test data.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from faker import Faker
from stdnum.nl import bsn as bsn_nummer

_JONGST, _OUDST = 18, 66


@dataclass(frozen=True, slots=True)
class Mens:
    """Someone who reports for bijstand."""

    gegevens: dict[str, Any]
    """The body of POST /v1/klanten."""
    leeftijd: int


class Bevolking:
    """Makes people from a seed: the same seed gives the same people."""

    def __init__(self, seed: int, vandaag: date) -> None:
        self._kans = Random(seed)  # noqa: S311  # made-up people, no secrets
        self._namen = Faker("nl_NL")
        self._namen.seed_instance(seed)
        self._vandaag = vandaag

    def mens(self) -> Mens:
        """Make the next person."""
        leeftijd = self._kans.choices((self._kans.randint(_JONGST, 26), self._kans.randint(27, _OUDST)), (1, 3))[0]
        geboren = self._vandaag - timedelta(days=leeftijd * 365 + self._kans.randint(30, 330) + leeftijd // 4)
        vast = self._kans.random() > 0.05  # noqa: PLR2004  # one in twenty has no address
        return Mens(self._gegevens(geboren, vast=vast), leeftijd)

    def _gegevens(self, geboren: date, *, vast: bool) -> dict[str, Any]:
        naam = self._namen
        gegevens = {
            "bsn": self._bsn(),
            "voornamen": naam.first_name(),
            "geslachtsnaam": naam.last_name().split()[-1],
            "geboortedatum": geboren.isoformat(),
            "verblijf": "vast" if vast else "geen",
            "telefoon": f"06{self._kans.randint(0, 99_999_999):08d}",
            "email": f"klant{self._kans.randint(1, 9_999_999)}@voorbeeld.example",
        }
        if vast:
            plaats = {"postcode": f"74{self._kans.randint(11, 33)}{naam.random_uppercase_letter()}B"}
            plaats |= {"straatnaam": naam.street_name(), "huisnummer": str(self._kans.randint(1, 240))}
            gegevens |= plaats | {"woonplaats": "Deventer"}
        return gegevens

    def _bsn(self) -> str:
        while True:
            begin = f"9{self._kans.randint(0, 9_999_999):07d}"
            passend = [nummer for c in range(10) if bsn_nummer.is_valid(nummer := f"{begin}{c}")]
            if passend:
                return passend[0]
