"""The facts of the screeningsgesprek."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, Le

from app.domain.leeftijd import leeftijd
from app.domain.soorten import Bedrag
from app.domain.tijd import dag_in_nederland


class Vraag(StrEnum):
    """What the klant comes for."""

    UITKERING = "uitkering"
    WERK = "werk"
    HULP = "hulp"
    SCHULD = "schuld"


class Leefvorm(StrEnum):
    """The household type that picks the norm."""

    ALLEENSTAAND = "alleenstaand"
    SAMENWONEND = "samenwonend"
    GEHUWD = "gehuwd"


class Voorliggend(StrEnum):
    """Other provisions that go before bijstand."""

    SVB = "svb"
    ALIMENTATIE = "alimentatie"
    WERKGEVER = "werkgever"
    BELASTINGDIENST = "belastingdienst"


class DariuzInvullen(StrEnum):
    """Whether the klant can fill in Dariuz."""

    ZELFSTANDIG = "zelfstandig"
    MET_HULP = "met_hulp"
    NIET = "niet"


@dataclass(frozen=True, slots=True, kw_only=True)
class FinancieleVragen:
    """The answers to the six questions that show arrears or debts."""

    vaste_lasten_betaald: bool
    """De vaste lasten van de afgelopen maand zijn betaald."""
    roodstand: bool
    """De rekening staat rood."""
    schulden: bool
    """Er zijn schulden die nog afbetaald moeten worden."""
    incasso: bool
    """Er komen brieven van incassobureaus of deurwaarders."""
    komende_maand_betaalbaar: bool
    """De klant verwacht de komende maand alles te kunnen betalen."""
    buffer: bool
    """Er is geld achter de hand voor onverwachte kosten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningOpgave:
    """What the consulent establishes in the talk; the dossier knows the rest."""

    gesprek_op: datetime
    """Het moment van het screeningsgesprek; de dag in Nederland telt."""
    vraag: Vraag
    """Waarvoor de klant komt."""
    weken_gewerkt_van36: Annotated[int, Ge(0), Le(36)]
    """In hoeveel van de laatste 36 weken de klant heeft gewerkt."""
    gestopt_door_ziekte: bool
    """Gestopt met werken door ziekte of een lichamelijke beperking."""
    ww_volledig_doorlopen: bool
    """De volledige WW-periode, langer dan drie maanden, is doorlopen."""
    leefvorm: Leefvorm
    """De leefvorm die de bijstandsnorm bepaalt; samenwonend telt als gehuwd."""
    netto_inkomen: Bedrag
    """Netto-inkomen per maand in euro's."""
    vermogen_boven_grens: bool
    """Het vermogen is hoger dan de grens van artikel 34 van de Participatiewet."""
    doelgroepregister: bool
    """De klant staat in het doelgroepregister (indicatie banenafspraak)."""
    recht_op_studiefinanciering: bool
    """Er is recht op studiefinanciering of een tegemoetkoming scholieren (WTOS)."""
    medische_beperking: bool
    """De klant heeft een medische beperking."""
    voorliggend: tuple[Voorliggend, ...]
    """Andere voorzieningen die voor bijstand gaan."""
    dreigende_uithuiszetting: bool
    """De klant dreigt zijn woning uit te moeten."""
    broodnood: bool
    """De klant heeft geen geld voor eten of andere eerste levensbehoeften."""
    fraudevermoeden: bool
    """Er is een vermoeden van fraude."""
    minder_zelfredzaam: bool
    """De klant lijkt minder zelfredzaam."""
    lks_jongere: bool
    """Jongere voor wie loonkostensubsidie mogelijk is."""
    dariuz: DariuzInvullen
    """Of de klant de vragenlijst van Dariuz kan invullen."""
    eerste_ww_dag: date | None = None
    """De eerste dag met recht op WW; zonder deze dag wordt de IOW niet getoetst."""
    inkomen_tot120_wml: bool | None = None
    """Het inkomen is ten hoogste 120% van het wettelijk minimumloon; verplicht bij de vraag werk."""
    financieel: FinancieleVragen | None = None
    """De antwoorden op de zes vragen naar achterstanden en schulden."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningFeiten(ScreeningOpgave):
    """What the talk establishes."""

    geboortedatum: date
    """Geboortedatum van de klant; niet na de dag van het gesprek of de peildatum."""
    statushouder: bool
    """Heeft een verblijfsvergunning asiel."""
    dak_of_thuisloos: bool
    """Heeft geen vast adres."""
    partner: bool
    """Er is een partner die ook een aanvraag doet."""

    @property
    def gespreksdag(self) -> date:
        """The day of the talk in the Netherlands."""
        return dag_in_nederland(self.gesprek_op, pad="gesprek_op")

    @property
    def leeftijd(self) -> int:
        """Age on the day of the talk."""
        return leeftijd(self.geboortedatum, self.gespreksdag)
