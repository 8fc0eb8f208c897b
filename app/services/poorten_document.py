"""What the use cases need of a maker of documents."""

from typing import Protocol

from app.domain.document import Document


class Documentmaker(Protocol):
    """Gives a document its form."""

    async def pdf(self, document: Document) -> bytes:
        """Return it as PDF: the same document gives the same bytes. Raises TeDruk when too many wait."""
        ...
