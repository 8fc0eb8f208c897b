"""What every stored thing carries."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Stuk:
    """A thing of the dossier as it stands now; its history stands beside it."""

    id: UUID
    """Vast kenmerk (UUIDv7)."""
    versie: int
    """Nummer van deze versie, vanaf 1; staat ook in de ETag."""
    aangemaakt_op: datetime
    """Wanneer het is vastgelegd."""
    gewijzigd_op: datetime
    """Wanneer deze versie is vastgelegd."""


@dataclass(frozen=True, kw_only=True)
class Dossierstuk(Stuk):
    """A thing that belongs to one klant's dossier."""

    klant_id: UUID
    """De klant van dit dossier."""


@dataclass(frozen=True, kw_only=True)
class Samenstuk(Dossierstuk):
    """A thing that may concern two: it stands in the dossier of one, and the partner's lists find it too."""

    partner_id: UUID | None = None
    """De partner die meedoet, zelf ook klant."""
