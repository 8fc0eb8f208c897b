"""By when a voorschot follows on an application (Nota B&W; PW art. 52)."""

from collections.abc import Sequence
from datetime import date

from app.domain.basisdienstverlening.proces.screening import Voorschot
from app.domain.basisdienstverlening.screening.termijnen import plan_voorschot
from app.domain.basisdienstverlening.voorschot import voorschot_uiterlijk
from app.domain.beleid import Peil
from app.domain.dossier.termijn import Termijnplan


def plan_bij_aanvraag(peil: Peil, ontvangen_op: date, voorschotten: Sequence[Voorschot], *, spoed: bool) -> Termijnplan:
    """Plan the voorschot that the law gives everyone who applies, at broodnood with spoed: weeks after the application.

    Until the application is received the term counts from the melding, at broodnood alone: a choice, never too late.
    One that was given before keeps the day of its next one: the law allows a later one, the klant counts on this one.
    """
    if voorschotten:
        return plan_volgende(voorschotten, spoed=spoed)
    return plan_voorschot(ontvangen_op, voorschot_uiterlijk(peil, ontvangen_op), spoed=spoed)


def plan_volgende(voorschotten: Sequence[Voorschot], *, spoed: bool) -> Termijnplan:
    """Plan the one after the last one, in the order in which they were given."""
    laatste = max(voorschotten, key=lambda voorschot: voorschot.verstrekt_op)
    return plan_voorschot(laatste.verstrekt_op, laatste.volgende_uiterlijk, spoed=spoed)
