"""Makes documents, one at a time and beside the event loop."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from app.domain.document import Document
from app.services.fouten import TeDruk

MEESTE_WACHTENDEN = 16
"""A document takes a tenth of a second or so: who comes later would wait for seconds."""


class Pdfmaker:
    """Makes PDFs in one thread of its own: the library keeps state in its modules, and memory stays bounded."""

    def __init__(self) -> None:
        self._gevraagd = 0
        self._draad = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pdf")

    async def pdf(self, document: Document) -> bytes:
        """Return a document as PDF; raises TeDruk when too many wait. Who stops waiting for it has its turn no more."""
        if self._gevraagd > MEESTE_WACHTENDEN:
            raise TeDruk("Er wachten nu te veel PDF's; probeer het zo opnieuw.")
        self._gevraagd += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._draad, _maak, document)
        finally:
            self._gevraagd -= 1


def _maak(document: Document) -> bytes:
    from app.integraties.pdf import maak_pdf  # half a second and 25 MB: for who asks, not for who starts

    return maak_pdf(document)
