"""The one error of the embedded database: a sentence in Dutch and in English for whoever starts Trede."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_VOL = (errno.ENOSPC, errno.EDQUOT)


class EmbeddedPostgresFout(RuntimeError):
    """The embedded database cannot run: `nl` and `en` say why and what helps; `detail` is PostgreSQL's own text."""

    def __init__(self, nl: str, en: str, detail: str = "") -> None:
        super().__init__("\n".join(filter(None, [nl, f"({en})", detail])))
        self.nl = nl
        self.en = en
        self.detail = detail


def schijf_vol(plek: Path, detail: str = "") -> EmbeddedPostgresFout:
    """The disk that holds the data is full."""
    return EmbeddedPostgresFout(
        f"De schijf van {plek} is vol; maak ruimte en start opnieuw.",
        f"The disk of {plek} is full; make room and start again.",
        detail,
    )


@contextmanager
def os_fouten_als_zin(plek: Path) -> Iterator[None]:
    """Turn what the operating system refuses into a sentence without a traceback."""
    try:
        yield
    except OSError as fout:
        detail = f"{fout.strerror or fout}: {fout.filename or plek}"
        if fout.errno in _VOL:
            raise schijf_vol(plek, detail) from None
        raise EmbeddedPostgresFout(
            f"De map {plek} is niet te gebruiken voor de database; kies een andere map of herstel de rechten.",
            f"The folder {plek} cannot be used for the database; choose another folder or repair its permissions.",
            detail,
        ) from None
