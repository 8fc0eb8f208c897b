"""The order itself, as it stands."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from app.domain.besluit import Grond
from app.domain.dossier.stuk import Dossierstuk
from app.domain.dossier.verantwoording import Verantwoording
from app.domain.soorten import Afgeschermd
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.bezwaar import Bezwaar
from app.domain.uwv.order.einde import Beeindiging, Ingediendrapport, Resultaat, Resultaatoordeel
from app.domain.uwv.order.inkoop import Inkoop, Opdracht, Vervallenverklaring
from app.domain.uwv.order.onderbroken import Terugmelding, Ziekteperiode
from app.domain.uwv.order.orderclient import Orderclient
from app.domain.uwv.order.plan import Ingediendplan
from app.domain.uwv.order.signaal import Signaal
from app.domain.uwv.order.toestand import Ordertoestand
from app.domain.uwv.order.uitvoering import Bijstelling, Evaluatie
from app.domain.uwv.order.werk import Werkhervatting
from app.domain.uwv.order.werkplan import Orientatiegesprek, Werkplan
from app.domain.uwv.plandocument import Plandocument


@dataclass(frozen=True, kw_only=True)
class Inkooporder(Dossierstuk):
    """A service that UWV buys for a client, from werkplan to judged result."""

    dienst: Dienst
    """De re-integratiedienst."""
    client: Orderclient
    """Voor wie, voor zover de regels dat vragen."""
    toestand: Ordertoestand
    """Hoe ver de order is."""
    plandocument: Plandocument
    """Of het werkplan een werkplan of een plan van aanpak is."""
    werkplan: Werkplan
    """Wat UWV nodig acht."""
    orientatiegesprekken: Annotated[tuple[Orientatiegesprek, ...], Afgeschermd("orientatiegesprekken")] = ()
    """Gesprekken van de cliënt voor de keuze."""
    opdrachtnemer_id: UUID | None = None
    """De opdrachtnemer."""
    organisatie: str | None = None
    """Kenmerk van de opdrachtnemer in het register van clients."""
    overzicht: str | None = None
    """De versie van het Overzicht Re-integratiediensten die voor deze order blijft gelden."""
    opdracht: Opdracht | None = None
    """De Opdracht tot het opstellen van een plan."""
    plannen: tuple[Ingediendplan, ...] = ()
    """Het ingediende plan en, na een afkeuring, het herziene."""
    inkoop: Inkoop | None = None
    """De Inkooporder, zoals die nu geldt."""
    start_op: date | None = None
    """De dag waarop de dienst begon."""
    einddatum: date | None = None
    """De laatste dag van de individuele doorlooptijd."""
    evaluaties: tuple[Evaluatie, ...] = ()
    """Evaluaties van Werkfit maken."""
    bijstellingen: tuple[Bijstelling, ...] = ()
    """Tussentijdse bijstellingen."""
    ziekteperioden: tuple[Ziekteperiode, ...] = ()
    """Ziekte tijdens de dienst."""
    terugmeldingen: tuple[Terugmelding, ...] = ()
    """Voorstellen om de cliënt voortijdig terug te melden."""
    bezwaren: tuple[Bezwaar, ...] = ()
    """Bezwaren van de cliënt."""
    signalen: tuple[Signaal, ...] = ()
    """Wat direct is gemeld."""
    werkhervattingen: tuple[Werkhervatting, ...] = ()
    """Werk dat is begonnen, met onderbrekingen."""
    beeindiging: Beeindiging | None = None
    """Het einde van de dienst."""
    beeindigd_op: date | None = None
    """De laatste dag van de dienst."""
    rapport: Ingediendrapport | None = None
    """De eindrapportage."""
    resultaatoordeel: Resultaatoordeel | None = None
    """Het oordeel van UWV over het resultaat."""
    oordeel_op: date | None = None
    """De dag van dat oordeel."""
    resultaat: Resultaat | None = None
    """Hoe de order meetelt in het resultaatpercentage; leeg zolang er geen oordeel is."""
    vervallenverklaring: Vervallenverklaring | None = None
    """Waarom er geen order kwam."""
    motivering: tuple[Grond, ...]
    """De regels die de laatste stap bepaalden."""
    verantwoording: Verantwoording | None = None
    """Waarop de laatste beslissing berust; leeg als er nog niets is beslist."""

    @property
    def gekozen_opdrachtnemer(self) -> UUID | None:
        """The firm that the client chose last, when a talk says so."""
        keuzen = [gesprek.opdrachtnemer_id for gesprek in self.orientatiegesprekken if gesprek.gekozen]
        return keuzen[-1] if keuzen else None

    @property
    def beleidsdag(self) -> date | None:
        """The day that fixes the version: of the Opdracht, at Werkbehoud of the Inkooporder."""
        if self.dienst.werkbehoud:
            return None if self.inkoop is None else self.inkoop.inkooporder_op
        return None if self.opdracht is None else self.opdracht.opdracht_op
