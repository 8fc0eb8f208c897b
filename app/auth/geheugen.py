"""A small memory of tokens that passed, because checking an RSA signature is the dearest thing in a request."""

from collections import OrderedDict
from dataclasses import dataclass
from hashlib import blake2b

from app.auth.jwks import Sleutel
from app.services.identiteit import Beller


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezien:
    """A token that passed: whose it is, by which key, and between which seconds that may be believed."""

    beller: Beller
    sleutel: Sleutel
    vanaf: float
    tot: float


class Geheugen:
    """The headers seen last that held a token, by BLAKE2b; the least recently used goes first. Never holds a token."""

    def __init__(self, omvang: int) -> None:
        self._omvang = omvang
        self._gezien: OrderedDict[bytes, Gezien] = OrderedDict()

    def __len__(self) -> int:
        return len(self._gezien)

    def geef(self, kop: str, nu: float) -> Gezien | None:
        """What is known of the token in this header at `nu`; outside its seconds it is forgotten."""
        naam = _naam(kop)
        gezien = self._gezien.get(naam)
        if gezien is None:
            return None
        if not gezien.vanaf <= nu < gezien.tot:
            del self._gezien[naam]
            return None
        self._gezien.move_to_end(naam)
        return gezien

    def bewaar(self, kop: str, gezien: Gezien) -> None:
        """Keep this one; above the size the oldest makes room."""
        self._gezien[_naam(kop)] = gezien
        while len(self._gezien) > self._omvang:
            self._gezien.popitem(last=False)

    def vergeet(self, kop: str) -> None:
        """Drop this token: its key is gone."""
        self._gezien.pop(_naam(kop), None)


def _naam(kop: str) -> bytes:
    return blake2b(kop.encode("utf-8", "surrogatepass"), digest_size=32).digest()
