"""Asking the klant to complete an application, and what comes in (Awb 4:15; IOM PB §2.1, §2.2.2)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag
from app.domain.fouten import OngeldigeInvoer, Veldfout, eis_geen
from app.domain.termijntoetsen.opschorting import Opschorting

Opschortingen = tuple[Opschorting, ...]


def vraag_aanvulling(aanvraag: Aanvraag, verzoek: Opschorting, vandaag: date) -> Opschortingen:
    """Add a request to those before it; raises OngeldigeInvoer, all faults at once."""
    fouten = [*_verzoekfouten(aanvraag, verzoek, vandaag)]
    if verzoek.hersteltermijn_tot <= verzoek.verzoek_op:
        detail = "De hersteltermijn eindigt na de dag van het verzoek."
        fouten.append(Veldfout("hersteltermijn_tot", "voor-verzoek", detail))
    eis_geen(fouten)
    return (*aanvraag.opschortingen, verzoek)


def _verzoekfouten(aanvraag: Aanvraag, verzoek: Opschorting, vandaag: date) -> Iterator[Veldfout]:
    op = verzoek.verzoek_op
    if op > vandaag:
        yield Veldfout("verzoek_op", "toekomst", "Het verzoek ligt in de toekomst.")
    if op < aanvraag.ontvangen_op:
        yield Veldfout("verzoek_op", "voor-ontvangst", "Het verzoek ligt voor de ontvangst van de aanvraag.")
    if any(op < eerder.eindigt_op for eerder in aanvraag.opschortingen):
        yield Veldfout("verzoek_op", "overlap", "Het verzoek ligt voor het einde van de vorige opschorting.")


def controleer_aanvulling(aanvraag: Aanvraag, aangevuld_op: date, vandaag: date) -> None:
    """Raise OngeldigeInvoer for what comes in before it was asked, or in the future."""
    if aangevuld_op > vandaag:
        raise OngeldigeInvoer([Veldfout("aangevuld_op", "toekomst", "De aanvulling ligt in de toekomst.")])
    if aangevuld_op < aanvraag.opschortingen[-1].verzoek_op:
        raise OngeldigeInvoer([Veldfout("aangevuld_op", "voor-verzoek", "De aanvulling ligt voor het verzoek.")])


def sluit_opschorting(opschortingen: Opschortingen, aangevuld_op: date) -> Opschortingen:
    """End the last suspension by the day on which the application was completed."""
    *eerdere, laatste = opschortingen
    return (*eerdere, replace(laatste, aangevuld_op=aangevuld_op))
