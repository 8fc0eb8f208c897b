"""The group that the consulent chooses, beside what the rules advise and what the klant wants (IOM PB §2.2.3)."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.overdracht import KEUZE
from app.domain.besluit import Grond
from app.domain.fouten import Veldfout, eis_geen


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepskeuze:
    """A choice with what it is weighed against."""

    klasse: Klantgroep
    advies: Klantgroep
    voorkeur_klant: Klantgroep | None
    afwijking_reden: str | None
    verschil_toelichting: str | None

    @property
    def afwijkend(self) -> bool:
        """Other than the rules advise."""
        return self.klasse is not self.advies

    @property
    def verschil_van_mening(self) -> bool:
        """Other than the klant wants."""
        return self.voorkeur_klant not in (None, self.klasse)

    def eis_onderbouwd(self) -> None:
        """Raise OngeldigeInvoer for a deviation without reason, and for words about a difference that is not there."""
        eis_geen(self._fouten())

    def _fouten(self) -> Iterator[Veldfout]:
        if self.afwijkend and self.afwijking_reden is None:
            detail = f"Het advies is {self.advies.capitalize()}; geef een reden om daarvan af te wijken."
            yield Veldfout("afwijking_reden", "verplicht", detail)
        if not self.afwijkend and self.afwijking_reden is not None:
            yield Veldfout("afwijking_reden", "geen-afwijking", "De keuze volgt het advies; laat deze reden weg.")
        if not self.verschil_van_mening and self.verschil_toelichting is not None:
            detail = "De klant wil geen andere groep; laat deze toelichting weg."
            yield Veldfout("verschil_toelichting", "geen-verschil", detail)

    def gronden(self) -> Iterator[Grond]:
        """State where the consulent decided otherwise than the rules advise, or than the klant wants."""
        gekozen = self.klasse.capitalize()
        if self.afwijkend:
            advies = f"De regels adviseren {self.advies.capitalize()}"
            yield KEUZE.grond(f"{advies}; de consulent besluit met een vastgelegde reden tot {gekozen}.")
        if self.voorkeur_klant is not None and self.verschil_van_mening:
            wens = f"De klant wil {self.voorkeur_klant.capitalize()}"
            yield KEUZE.grond(f"{wens}; de consulent besluit tot {gekozen} en legt het verschil van mening vast.")
