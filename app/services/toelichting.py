"""A no is explained: who does not agree says why."""

from app.domain.fouten import eis


def eis_toelichting(toelichting: str | None, *, tenzij: bool, als: str = "u niet akkoord bent") -> None:
    """Refuse a missing explanation, `tenzij` none is needed; `als` says in Dutch when it is."""
    eis(tenzij or toelichting is not None, "toelichting", "verplicht", f"Geef een toelichting als {als}.")
