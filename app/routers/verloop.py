"""What only grows is read by number: the lines after one, and from where to read on."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Protocol
from uuid import UUID

from annotated_types import Ge, Le
from starlette.responses import Response

from app.domain.dossier.klant import Klant
from app.routers.verzoek import Verzoek


class Verloopregel(Protocol):
    """A line with its number."""

    @property
    def volgnummer(self) -> int:
        """The number: it goes up."""
        ...


_HOOGSTE = 2**53 - 1
"""The highest whole number that every reader of JSON keeps as it is; an audit trail may go on that far."""
Lees = Callable[[UUID, int, int], Awaitable[Sequence[Verloopregel]]]
"""Reads the lines of a dossier after a number, at most so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verloopbladeren:
    """Where in what only grows, and how much of it."""

    na: Annotated[int, Ge(0), Le(_HOOGSTE)] = 0
    """Alleen regels met een hoger volgnummer."""
    limit: Annotated[int, Ge(1), Le(200)] = 100
    """Hoeveel regels hoogstens; standaard 100."""


async def toon_verloop(v: Verzoek, klant_id: UUID, vraag: Verloopbladeren, lees: Lees) -> Response:
    """Answer with lines of a dossier in order, and the number of the last when there are more."""
    await v.lezer.haal(Klant, klant_id)
    regels = await lees(klant_id, vraag.na, vraag.limit + 1)
    getoond = regels[: vraag.limit]
    volgende = getoond[-1].volgnummer if len(regels) > vraag.limit else None
    return v.geef({"resultaten": getoond, "volgende": volgende})
