"""What every use case gets: the transaction, the clock's moment, the caller and the policy."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from app.domain.beleid import Peil
from app.domain.besluit import Besluit
from app.domain.dossier.stuk import Dossierstuk, Stuk
from app.domain.dossier.verantwoording import Verantwoording, gebruik
from app.domain.tijd import TIJDZONE
from app.domain.toets import Toets
from app.services.fouten import VersieVerouderd, VoorwaardeOntbreekt
from app.services.identiteit import Beller
from app.services.ids import nieuw_id
from app.services.poorten import Gebeurtenis, Schrijver
from app.services.poorten_beleid import Beleidsbron

S = TypeVar("S", bound=Stuk)
F = TypeVar("F")
U = TypeVar("U")
_VAN_DE_VERSIE = {"versie", "gewijzigd_op", "verantwoording"}
"""Fields that tell of the version itself."""


def dag_van(moment: datetime) -> date:
    """The day in the Netherlands of a moment."""
    return moment.astimezone(TIJDZONE).date()


def is_hetzelfde(stuk: Stuk, nieuw: Stuk) -> bool:
    """Whether a next version says what the version before it said: then there is nothing to record.

    That a decision was taken again, by whom and when, does not count when its facts and outcome stayed.
    """
    namen = {veld.name for veld in fields(stuk)} - _VAN_DE_VERSIE
    return all(getattr(stuk, naam) == getattr(nieuw, naam) for naam in namen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handeling:
    """One use case being carried out."""

    tx: Schrijver
    nu: datetime
    beller: Beller
    beleid: Beleidsbron
    softwareversie: str
    als_versie: int | None = None
    """The version that If-Match names."""

    @property
    def vandaag(self) -> date:
        """Today in the Netherlands."""
        return dag_van(self.nu)

    def nieuw(self, cls: type[S], /, **velden: Any) -> S:
        """Make a new thing: id, first version, moments."""
        return cls(id=nieuw_id(), versie=1, aangemaakt_op=self.nu, gewijzigd_op=self.nu, **velden)

    def volgende(self, stuk: S, /, **velden: Any) -> S:
        """Make the next version of a thing."""
        return replace(stuk, versie=stuk.versie + 1, gewijzigd_op=self.nu, **velden)

    async def open(self, soort: type[S], stuk_id: UUID) -> S:
        """Lock and return a thing for a change; raises NietGevonden, VoorwaardeOntbreekt, VersieVerouderd."""
        stuk = await self.tx.open(soort, stuk_id)
        self.eis_versie(stuk)
        return stuk

    def eis_versie(self, stuk: Stuk) -> None:
        """Raise unless If-Match names the current version."""
        if self.als_versie is None:
            raise VoorwaardeOntbreekt("Stuur If-Match mee met de ETag van de versie die u wijzigt.")
        if self.als_versie != stuk.versie:
            raise VersieVerouderd("Dit is intussen gewijzigd; haal het opnieuw op en beoordeel uw wijziging.")

    def peil(self, thema: str, peildatum: date) -> Peil:
        """Return the policy that answers for a theme on a day."""
        return self.beleid.voor(thema, peildatum).op(peildatum)

    def beslis(self, toets: Toets[F, U], peildatum: date, feiten: F) -> tuple[Besluit[U], Verantwoording]:
        """Apply a rule set by the policy of that day, with the receipt."""
        peil = self.peil(toets.thema, toets.beleidsdag(feiten, peildatum))
        besluit = toets.beoordeel(peil, feiten)
        return besluit, self.verantwoord(toets.naam, peil)

    def verantwoord(self, toets: str, peil: Peil) -> Verantwoording:
        """Make the receipt of what was decided by this policy: every value that was asked of it so far."""
        return Verantwoording(
            toets=toets,
            beleid=peil.beleid.id,
            peildatum=peil.peildatum,
            parameters=gebruik(peil),
            softwareversie=self.softwareversie,
            door=self.beller.wie,
            op=self.nu,
        )

    def bewaar(
        self,
        stuk: Dossierstuk,
        type_: str,
        *,
        grond: str,
        geldig_vanaf: date | None = None,
        corrigeert: int | None = None,
        ook: Iterable[UUID] = (),
    ) -> None:
        """Record a thing in its dossier (and those of `ook`): what happened, on which ground, what it corrects."""
        gebeurtenis = Gebeurtenis(
            type=type_, geldig_vanaf=geldig_vanaf or self.vandaag, grond=grond, corrigeert=corrigeert
        )
        self.tx.bewaar(stuk, gebeurtenis, dossiers=tuple(sorted({stuk.klant_id, *ook})))

    def bewaar_los(self, stuk: Stuk, type_: str, *, grond: str) -> None:
        """Record a thing that belongs to no dossier: what happened, on which ground."""
        self.tx.bewaar(stuk, Gebeurtenis(type=type_, geldig_vanaf=self.vandaag, grond=grond), dossiers=())
