"""How a klant maps the leefgebieden before or in the ambitiegesprek (IOM PB §2.2.3)."""

from enum import StrEnum


class Diagnose(StrEnum):
    """The instrument: Dariuz beforehand, or a form filled in together during the talk."""

    DARIUZ = "dariuz"
    DARIUZ_MET_HULP = "dariuz_met_hulp"
    FORMAT = "format"
