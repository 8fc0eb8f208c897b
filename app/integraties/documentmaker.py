"""Makes documents, one at a time and beside the event loop."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from app.domain.document import Document


class Pdfmaker:
    """Makes PDFs in one thread of its own: the library keeps state in its modules, and memory stays bounded."""

    def __init__(self) -> None:
        self._draad = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pdf")

    async def pdf(self, document: Document) -> bytes:
        """Return a document as PDF."""
        return await asyncio.get_running_loop().run_in_executor(self._draad, _maak, document)


def _maak(document: Document) -> bytes:
    from app.integraties.pdf import maak_pdf  # half a second and 25 MB: for who asks, not for who starts

    return maak_pdf(document)
