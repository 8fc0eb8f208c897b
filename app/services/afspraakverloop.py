"""Where an appointment stands: recorded as its next version."""

from datetime import date

from app.domain.basisdienstverlening.proces.afspraak import Afspraak, Afspraaktoestand
from app.services.handeling import Handeling

_TYPE = {
    Afspraaktoestand.GEANNULEERD: "afspraak.geannuleerd",
    Afspraaktoestand.VERSCHENEN: "afspraak.nagekomen",
    Afspraaktoestand.NIET_VERSCHENEN: "afspraak.gemist",
}


def zet_afspraak(
    h: Handeling, afspraak: Afspraak, toestand: Afspraaktoestand, *, reden: str | None, geldig_vanaf: date | None = None
) -> Afspraak:
    """Record how an appointment ended."""
    gezet = h.volgende(afspraak, toestand=toestand, reden=reden)
    h.bewaar(gezet, _TYPE[toestand], grond=reden or "iom.melding.bevestiging", geldig_vanaf=geldig_vanaf)
    return gezet
