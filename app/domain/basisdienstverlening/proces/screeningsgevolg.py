"""What a screening leaves to decide, for everyone whom its melding joins."""

from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.basisdienstverlening.proces.stand import Stand
from app.domain.basisdienstverlening.screening.termijnen import VAN_DE_AANVRAAG, aanvraag_volgt, besluit_volgt
from app.domain.dossier.termijnsoort import Termijnsoort


def iets_te_besluiten(melding: Melding, screening: Screening) -> bool:
    """Whether there is something to decide for one of them; who has no screening applies."""
    oordelen = screening.oordelen
    zonder = melding.standen.keys() - oordelen.keys()
    return bool(zonder) or any(besluit_volgt(oordeel.feiten, oordeel.uitkomst) for oordeel in oordelen.values())


def vervallen_termijnen(melding: Melding, screening: Screening) -> tuple[Termijnsoort, ...]:
    """Name the terms of a melding that stays open and yet lapse: nothing is left to decide for anyone."""
    return () if iets_te_besluiten(melding, screening) else VAN_DE_AANVRAAG


def aanvraag_rest(melding: Melding, screening: Screening) -> bool:
    """Whether an application may still come of someone who was not rejected."""
    over = {klant_id for klant_id, stand in melding.standen.items() if stand is not Stand.AFGEWEZEN}
    return any(
        oordeel is None or aanvraag_volgt(oordeel.feiten, oordeel.uitkomst)
        for oordeel in map(screening.oordelen.get, over)
    )
