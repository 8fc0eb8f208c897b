"""The outcome of the screening: referrals, what follows, and by when."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, Le

from app.domain.basisdienstverlening.diagnose import Diagnose


class Naar(StrEnum):
    """Where a klant can be referred, in the order in which referrals are listed."""

    UWV_WW = "uwv_ww"
    UWV_ZW_WIA = "uwv_zw_wia"
    UWV_IOW = "uwv_iow"
    DUO = "duo"
    JONGERENLOKET = "jongerenloket"
    SVB = "svb"
    ALIMENTATIE = "alimentatie"
    WERKGEVER = "werkgever"
    BELASTINGDIENST = "belastingdienst"
    BAD = "bad"
    SOCIALE_KAART = "sociale_kaart"
    SOCIAAL_TEAM = "sociaal_team"
    SR = "sr"


class Vervolg(StrEnum):
    """What comes after the screening."""

    AMBITIEGESPREK = "ambitiegesprek"
    AFWIJZEN = "afwijzen"
    VERWIJZEN = "verwijzen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwijzing:
    """One referral."""

    naar: Naar
    """Naar wie de klant wordt verwezen."""
    warm: bool = False
    """De consulent draagt de klant zelf over, zodat die niet hetzelfde verhaal hoeft te vertellen."""
    spoed: bool = False
    """De overdracht kan niet wachten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningUitkomst:
    """What the screening leads to."""

    juiste_loket: bool
    """De klant is hier aan het juiste loket; alleen getoetst bij de vraag uitkering."""
    verwijzingen: tuple[Verwijzing, ...]
    """Alle verwijzingen, elk adres één keer."""
    vervolg: Vervolg
    """Wat er op de screening volgt."""
    aantal_ambitiegesprekken: Annotated[int, Ge(0), Le(2)]
    """Hoeveel ambitiegesprekken worden gepland: 0, 1 of, voor een stel, 2."""
    ambitiegesprek_uiterlijk: date | None
    """De laatste dag voor het ambitiegesprek; null wanneer er geen volgt."""
    diagnose: Diagnose
    """Hoe de leefgebieden in kaart worden gebracht."""
    diagnose_uiterlijk: date | None
    """De laatste dag om Dariuz in te vullen; null bij het format."""
    stukken_uiterlijk: date
    """De laatste dag om het formulier en de bewijsstukken in te leveren."""
    nabellen_op: date
    """De dag waarop de klant wordt gebeld wanneer de stukken er nog niet zijn."""
    rapportage_uiterlijk: datetime
    """Het laatste moment om over het gesprek te rapporteren."""
    voorschot: bool
    """De klant krijgt zonder omwegen een voorschot."""
    inkomensafspraak_van: date
    """De eerste dag voor de afspraak over inkomen."""
    inkomensafspraak_tot: date
    """De laatste dag voor de afspraak over inkomen."""
