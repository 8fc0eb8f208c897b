"""What a melding is and what follows from it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.dossier.adressituatie import Adressituatie
from app.domain.soorten import KorteTekst


class Kanaal(StrEnum):
    """How the klant reports."""

    DIGITAAL = "digitaal"
    TELEFONISCH = "telefonisch"
    FYSIEK = "fysiek"


class Route(StrEnum):
    """The way through basisdienstverlening."""

    VSO_PRO = "vso_pro"
    STATUSHOUDER = "statushouder"
    JONGERE = "jongere"
    BIJZONDERE_DOELGROEP = "bijzondere_doelgroep"
    REGULIER = "regulier"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingOpgave:
    """What the one who records a melding gives; the dossier knows the rest."""

    gemeld_op: datetime
    """Het moment van de melding; de dag in Nederland is de meldingsdatum."""
    kanaal: Kanaal
    """Hoe de klant zich meldt."""
    adres: Adressituatie
    """Een vast adres, geen adres, het postadres van de gemeente of een crisis- of nachtopvang."""
    statushouder: bool
    """Heeft een verblijfsvergunning asiel en is aangemeld door Vluchtelingenwerk."""
    vso_pro: bool
    """Is door de jongerencoach aangemeld vanuit voortgezet speciaal onderwijs of praktijkonderwijs."""
    speciaal_onderwijs: bool
    """Komt van het speciaal onderwijs."""
    ex_detentie: bool
    """Komt rechtstreeks uit detentie."""
    broodnood: bool
    """Geeft op het formulier broodnood aan."""
    herkomstgemeente: KorteTekst | None = None
    """De gemeente waar de klant vandaan komt."""

    @property
    def dak_of_thuisloos(self) -> bool:
        """Without a fixed address (IOM PB §2.3.2)."""
        return self.adres is not Adressituatie.VAST


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerOpgave:
    """What only holds for the partner; the address and what is urgent they share."""

    statushouder: bool
    """De partner heeft een verblijfsvergunning asiel."""
    vso_pro: bool
    """De partner is door de jongerencoach aangemeld vanuit voortgezet speciaal onderwijs of praktijkonderwijs."""
    ex_detentie: bool
    """De partner komt rechtstreeks uit detentie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingFeiten(MeldingOpgave):
    """What is known when someone reports for bijstand."""

    geboortedatum: date
    """Geboortedatum van de klant; niet na de melding of de peildatum."""
    partner_geboortedatum: date | None = None
    """Geboortedatum van de partner; niet na de melding of de peildatum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingUitkomst:
    """The day, the route and the terms of a melding."""

    meldingsdatum: date
    """De dag van de melding in Nederland; de start van de uitkering hangt eraan."""
    route: Route
    """De weg door de basisdienstverlening."""
    terugbellen_uiterlijk: date | None
    """De laatste dag om terug te bellen; alleen na een digitale melding."""
    screening_uiterlijk: date | None
    """De laatste dag voor het screeningsgesprek; leeg op de route zonder screening."""
    spoed: bool
    """Er is broodnood: direct een signaal, vooraan in de werkvoorraad."""
    dak_of_thuisloos: bool
    """De klant heeft geen vast adres."""
    regiobinding_toetsen: bool
    """De band van de klant met de gemeente moet worden nagegaan."""
    contactgemeente: KorteTekst | None
    """De gemeente waarvan de contactpersoon bericht krijgt."""
    zoekperiode_tot: date | None
    """De laatste dag van de zoekperiode; leeg als die niet geldt."""
    streef_besluit: date
    """De dag waarop de gemeente wil besluiten."""
    besluit_uiterlijk: date
    """De laatste dag waarop het besluit op tijd is."""
