"""What a change of group rests on; each group uses some of it and ignores the rest."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from annotated_types import Ge, Le

from app.domain.basisdienstverlening.klantgroep import Klantgroep, Participatie

Maanden = Annotated[int, Ge(0), Le(600)]
UrenPerWeek = Annotated[int, Ge(0), Le(168)]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroepswisselingOpgave:
    """How the klant stands, as the consulent sees it; left out is no, 0 or not established."""

    geplaatst: bool = False
    """Matchen: de klant is geplaatst op werk."""
    parttime_werk: bool = False
    """Matchen: de klant werkt in deeltijd."""
    binnenkort_onafhankelijk: bool = False
    """Matchen: de klant heeft binnenkort geen uitkering meer nodig."""
    extra_nodig: bool = False
    """Matchen: de klant heeft extra instrumenten of meer tijd nodig."""
    maanden_tot_werk: Maanden | None = None
    """Groeien en Faciliteren: verwachte maanden tot betaald werk; weggelaten: niet vastgesteld."""
    geen_arbeidsperspectief: bool = False
    """Groeien: er is geen enkel uitzicht op werk."""
    participatie: Participatie | None = None
    """Groeien: of de klant deelneemt aan de samenleving, dat wil, niet kan of niet wil."""
    doelen_gemist_door_onvermogen: bool = False
    """Groeien: de doelen van het plan van aanpak zijn gemist doordat de klant ze niet kon halen."""
    geen_arbeidspotentieel: bool = False
    """Groeien: vastgesteld is dat de klant geen arbeidspotentieel heeft."""
    participatie_hoogst_haalbaar: bool = False
    """Groeien: voor deze (ex-)jongere is participatie het hoogst haalbare."""
    vrijwilligers_uren: UrenPerWeek = 0
    """Faciliteren en Zorgen: uren vrijwilligerswerk per week."""
    grote_problemen: bool = False
    """Faciliteren: er zijn grote problemen op de leefgebieden."""
    kleine_problemen_stabiel: bool = False
    """Faciliteren: kleinere problemen zijn stabiel of afwezig."""
    betaalde_uren: UrenPerWeek = 0
    """Faciliteren en Zorgen: uren betaald werk per week."""
    betaald_werk_sinds: date | None = None
    """Faciliteren: eerste dag van dat betaalde werk."""
    kan_uitbreiden: bool = False
    """Faciliteren: de klant kan meer uren gaan werken."""
    arbeidsgeschikter_door_vrijwilligerswerk: bool = False
    """Faciliteren: vrijwilligerswerk heeft de klant geschikter gemaakt voor betaald werk."""
    maanden_niet_participeren: Maanden = 0
    """Faciliteren: zoveel maanden kan de klant naar verwachting niet deelnemen."""
    motivatie_structureel_weg: bool = False
    """Faciliteren: de motivatie om deel te nemen is blijvend afgenomen."""
    wil_vrijwilligerswerk: bool = False
    """Zorgen: de klant wil vrijwilligerswerk doen."""
    inkomen_onder_norm: bool = False
    """Zorgen: het inkomen uit werk is lager dan de bijstandsnorm."""
    leefgebieden_verbeterd: bool = False
    """Zorgen: de leefgebieden zijn zo verbeterd dat deelnemen kan."""
    gemotiveerd: bool = False
    """Zorgen: de klant is gemotiveerd om deel te nemen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroepswisselingFeiten(GroepswisselingOpgave):
    """How the klant stands in the present group; what is left out is taken as no, as 0 or as not established."""

    huidige_groep: Klantgroep
    """De groep waarin de klant nu zit."""
    in_groep_sinds: date
    """Eerste dag in die groep; niet na de peildatum."""
    verlengd: bool
    """De verlenging in Matchen is al eens gegeven."""
