"""Where someone can be found: asked at the melding, kept with the klant."""

from enum import StrEnum


class Adressituatie(StrEnum):
    """A fixed address, none, the municipality's postal address or a shelter."""

    VAST = "vast"
    GEEN = "geen"
    POSTADRES_GEMEENTE = "postadres_gemeente"
    OPVANG = "opvang"
