"""A small memory of tokens that passed, because checking an RSA signature is the dearest thing in a request."""

from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256

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
    """The tokens seen last, by SHA-256; the least recently used goes first. Never holds a token itself."""

    def __init__(self, omvang: int) -> None:
        self._omvang = omvang
        self._gezien: OrderedDict[bytes, Gezien] = OrderedDict()

    def __len__(self) -> int:
        return len(self._gezien)

    def geef(self, token: str, nu: float) -> Gezien | None:
        """What is known of this token at `nu`; outside its seconds it is forgotten."""
        naam = _naam(token)
        gezien = self._gezien.get(naam)
        if gezien is None:
            return None
        if not gezien.vanaf <= nu < gezien.tot:
            del self._gezien[naam]
            return None
        self._gezien.move_to_end(naam)
        return gezien

    def bewaar(self, token: str, gezien: Gezien) -> None:
        """Keep this one; above the size the oldest makes room."""
        self._gezien[_naam(token)] = gezien
        while len(self._gezien) > self._omvang:
            self._gezien.popitem(last=False)

    def vergeet(self, token: str) -> None:
        """Drop this token: its key is gone."""
        self._gezien.pop(_naam(token), None)


def _naam(token: str) -> bytes:
    return sha256(token.encode("utf-8", "surrogatepass")).digest()
