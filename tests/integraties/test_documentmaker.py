"""Who gets a PDF, and when: one at a time, not for who is gone, and not for one too many."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Event

import pytest

from app.domain.document import Document
from app.integraties import documentmaker
from app.integraties.documentmaker import MEESTE_WACHTENDEN, Pdfmaker
from app.services.fouten import TeDruk

pytestmark = pytest.mark.anyio


def document(nummer: int) -> Document:
    return Document(titel=str(nummer), onderwerp="Plan", delen=())


@dataclass
class Tekenaar:
    """Draws nothing until it may, and remembers what it was given."""

    getekend: list[str] = field(default_factory=list)
    bezig: Event = field(default_factory=Event)
    mag: Event = field(default_factory=Event)

    def __call__(self, wat: Document) -> bytes:
        self.bezig.set()
        assert self.mag.wait(10)
        self.getekend.append(wat.titel)
        return wat.titel.encode()


@pytest.fixture
def tekenaar(monkeypatch: pytest.MonkeyPatch) -> Iterator[Tekenaar]:
    een = Tekenaar()
    monkeypatch.setattr(documentmaker, "_maak", een)
    yield een
    een.mag.set()


async def gevraagd(maker: Pdfmaker, tekenaar: Tekenaar, aantal: int) -> list[asyncio.Task[bytes]]:
    """Ask for so many: the first is being drawn, the others wait."""
    taken = [asyncio.create_task(maker.pdf(document(nummer))) for nummer in range(aantal)]
    assert await asyncio.to_thread(tekenaar.bezig.wait, 10)
    return taken


async def test_what_waits_for_a_caller_that_is_gone_is_not_drawn(tekenaar: Tekenaar) -> None:
    taken = await gevraagd(Pdfmaker(), tekenaar, 3)
    taken[1].cancel()
    with pytest.raises(asyncio.CancelledError):
        await taken[1]
    tekenaar.mag.set()
    assert (await taken[0], await taken[2]) == (b"0", b"2")
    assert tekenaar.getekend == ["0", "2"]


async def test_one_too_many_is_refused_at_once_and_served_when_there_is_room(tekenaar: Tekenaar) -> None:
    maker = Pdfmaker()
    taken = await gevraagd(maker, tekenaar, 1 + MEESTE_WACHTENDEN)
    with pytest.raises(TeDruk):
        await maker.pdf(document(99))
    taken[-1].cancel()
    await asyncio.wait(taken[-1:])
    weer = asyncio.create_task(maker.pdf(document(100)))
    tekenaar.mag.set()
    assert await weer == b"100"
    assert tekenaar.getekend == [*map(str, range(MEESTE_WACHTENDEN)), "100"]
