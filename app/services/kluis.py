"""What is kept secret: BSNs, answers kept for repeats, cursors."""

import hashlib
import hmac
from collections.abc import Mapping

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from app.domain.fouten import Fout


class Ontsleutelfout(Fout):
    """A ciphertext that none of the known keys opens."""


class Kluis:
    """Encrypts with the newest key, opens with any known one; finds by keyed hash."""

    def __init__(self, sleutels: Mapping[int, str], zoeksleutel: str) -> None:
        """`sleutels`: version to Fernet key; `zoeksleutel`: the key of the hash, which never rotates with them."""
        self.versie = max(sleutels)
        self._fernet = MultiFernet([Fernet(sleutels[versie]) for versie in sorted(sleutels, reverse=True)])
        self._zoeksleutel = zoeksleutel.encode()

    def sluit(self, leesbaar: bytes) -> bytes:
        """Encrypt with the newest key."""
        return self._fernet.encrypt(leesbaar)

    def open(self, versleuteld: bytes) -> bytes:
        """Decrypt; raises Ontsleutelfout."""
        try:
            return self._fernet.decrypt(versleuteld)
        except InvalidToken:
            raise Ontsleutelfout("Dit is met geen bekende sleutel te openen.") from None

    def zoekwaarde(self, leesbaar: str) -> bytes:
        """A keyed hash: equal for equal input, useless without the key."""
        return hmac.new(self._zoeksleutel, leesbaar.encode(), hashlib.sha256).digest()
