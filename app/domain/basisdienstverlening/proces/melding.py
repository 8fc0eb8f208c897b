"""A melding as it is kept."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.basisdienstverlening.melding.feiten import Kanaal, MeldingOpgave, MeldingUitkomst, Route
from app.domain.basisdienstverlening.proces.stand import Stand
from app.domain.besluit import Grond
from app.domain.dossier.stuk import Samenstuk
from app.domain.dossier.verantwoording import Verantwoording
from app.domain.soorten import LangeTekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Afwijzingscontrole:
    """The check of a proposed rejection, by a fiatteur who did not record the screening."""

    akkoord: bool
    """De fiatteur is het eens met de afwijzing."""
    toelichting: LangeTekst | None
    """Waarom niet, of wat opvalt."""
    door: str
    """Wie controleerde."""
    op: datetime
    """Wanneer."""


@dataclass(frozen=True, kw_only=True)
class Melding(Samenstuk):
    """Someone reported for bijstand, alone or with a partner. A klant has one open melding at most."""

    kanaal: Kanaal
    """Hoe de klant zich meldde."""
    meldingsdatum: date
    """De dag van de melding in Nederland."""
    route: Route
    """De weg door de basisdienstverlening."""
    spoed: bool
    """Er is broodnood."""
    stand: Stand
    """Hoe ver de klant is."""
    stand_partner: Stand | None
    """Hoe ver de partner is; null zonder partner."""
    opgave: MeldingOpgave
    """Wat bij de melding is opgegeven."""
    uitkomst: MeldingUitkomst
    """Route en termijnen volgens de regels."""
    motivering: tuple[Grond, ...]
    """De toegepaste regels."""
    verantwoording: Verantwoording
    """Waarop de uitkomst berust."""
    teruggebeld_op: datetime | None = None
    """Wanneer de klant na een digitale melding is teruggebeld."""
    afwijzing: Afwijzingscontrole | None = None
    """De laatste controle van een voorgestelde afwijzing."""
    ingetrokken_op: date | None = None
    """De dag waarop de klant de melding introk."""
    intrekking_reden: LangeTekst | None = None
    """Waarom de klant de melding introk."""

    @property
    def open(self) -> bool:
        """Whether it still runs for the klant or the partner."""
        return self.stand.open or (self.stand_partner is not None and self.stand_partner.open)

    @property
    def klanten(self) -> tuple[UUID, ...]:
        """Everyone whom it joins, in order of id: the order in which dossiers are locked."""
        return tuple(sorted({self.klant_id, *([self.partner_id] if self.partner_id else [])}))

    @property
    def standen(self) -> dict[UUID, Stand]:
        """Where everyone whom it joins stands."""
        return {klant_id: self.stand_van(klant_id) for klant_id in self.klanten}

    def stand_van(self, klant_id: UUID) -> Stand:
        """Where this klant stands in the melding."""
        return self.stand_partner if klant_id == self.partner_id and self.stand_partner else self.stand
