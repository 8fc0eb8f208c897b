"""A melding as it is kept."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.basisdienstverlening.melding.feiten import Kanaal, MeldingOpgave, MeldingUitkomst, PartnerOpgave, Route
from app.domain.basisdienstverlening.proces.gespreksbesluit import Gespreksbesluit
from app.domain.basisdienstverlening.proces.stand import Gesprekskeuze, Stand
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
    """De weg door de basisdienstverlening van wie zich meldde."""
    spoed: bool
    """Er is broodnood."""
    stand: Stand
    """Hoe ver de klant is."""
    stand_partner: Stand | None
    """Hoe ver de partner is; null zonder partner."""
    opgave: MeldingOpgave
    """Wat bij de melding is opgegeven."""
    partner_opgave: PartnerOpgave | None
    """Wat over de partner zelf is opgegeven; null zonder partner."""
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
    gespreksbesluiten: tuple[Gespreksbesluit, ...] = ()
    """Of een ambitiegesprek nodig is, voor wie zonder vast adres uit een contactgemeente komt: per klant het laatste
    besluit."""
    ingetrokken_op: date | None = None
    """De dag waarop de klant de melding introk."""
    intrekking_reden: LangeTekst | None = None
    """Waarom de klant de melding introk."""

    @property
    def open(self) -> bool:
        """Whether it still runs for the klant or the partner."""
        return self.stand.open or (self.stand_partner is not None and self.stand_partner.open)

    @property
    def bijstand_volgt(self) -> bool:
        """Whether an application may still come of it, or run, after it ended."""
        return any(stand.bijstand_volgt for stand in self.standen.values())

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

    def opgave_van(self, klant_id: UUID) -> MeldingOpgave | PartnerOpgave:
        """What was given about this klant: never that of the other one."""
        return self.partner_opgave if klant_id == self.partner_id and self.partner_opgave else self.opgave

    def weg_van(self, klant_id: UUID) -> Route:
        """The way of this klant to the ambitiegesprek: they go together, but only VSO/PrO itself passes the gate."""
        if self.opgave_van(klant_id) is self.opgave:
            return self.route
        if self.opgave_van(klant_id).vso_pro:
            return Route.VSO_PRO
        return Route.REGULIER if self.route is Route.VSO_PRO else self.route

    def gesprekskeuze(self, klant_id: UUID) -> Gesprekskeuze:
        """Whether someone has to decide, or decided, if this klant needs an ambitiegesprek."""
        if self.uitkomst.contactgemeente is None:
            return Gesprekskeuze.GEEN
        nodig = any(besluit.nodig for besluit in self.gespreksbesluiten if besluit.klant_id == klant_id)
        return Gesprekskeuze.NODIG if nodig else Gesprekskeuze.OPEN

    @property
    def te_beslissen(self) -> bool:
        """Whether of anyone whom it joins it is still to be decided if an ambitiegesprek is needed."""
        gescreend = [klant_id for klant_id, stand in self.standen.items() if stand is Stand.GESCREEND]
        return any(self.gesprekskeuze(klant_id) is Gesprekskeuze.OPEN for klant_id in gescreend)

    @property
    def te_spreken(self) -> bool:
        """Whether the ambitiegesprek of anyone whom it joins is still to come."""
        return any(stand in (Stand.GEMELD, Stand.GESCREEND) for stand in self.standen.values())
