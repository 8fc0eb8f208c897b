"""How to prepare and hold an ambitiegesprek."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbitiegesprekUitkomst:
    """How to prepare and hold the talk."""

    herinnering_diagnose_op: date | None
    """De dag van de herinnering om Dariuz in te vullen; null bij het format."""
    herinnering_gesprek_op: date
    """De dag van de sms over het gesprek."""
    format_invullen: bool
    """Klant en intaker vullen samen het format in."""
    duur_minuten: int
    """Hoe lang het gesprek ongeveer duurt, in minuten."""
    tweede_gesprek_mogelijk: bool
    """Er kan een tweede gesprek nodig zijn."""
    studieplicht_beoordelen: bool
    """De intaker besluit over studieplicht."""
    beveiligde_locatie: bool
    """Het gesprek is op een beveiligde plaats."""
