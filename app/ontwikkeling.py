"""Keys for development: made on first start, kept beside the data, never used in production."""

import json
import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet


def ontwikkelsleutels(map_: Path) -> tuple[str, str]:
    """Return the key that encrypts and the key that hashes; makes them when they are not there yet."""
    pad = map_ / "sleutels.json"
    if not pad.exists():
        _maak(pad)
    inhoud = json.loads(pad.read_text(encoding="utf-8"))
    return inhoud["sleutel"], inhoud["zoeksleutel"]


def _maak(pad: Path) -> None:
    """Write the keys under another name first, so that two processes that start together agree."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    tijdelijk = pad.with_name(f".{pad.name}.{os.getpid()}")
    inhoud = {"sleutel": Fernet.generate_key().decode(), "zoeksleutel": secrets.token_urlsafe(32)}
    tijdelijk.touch(mode=0o600)
    tijdelijk.write_text(json.dumps(inhoud), encoding="utf-8")
    try:
        os.link(tijdelijk, pad)
    except FileExistsError:
        pass
    finally:
        tijdelijk.unlink()
