"""Policy folders written for a test."""

from collections.abc import Mapping
from pathlib import Path

PARAMETER = """\
[parameters."{id}"]
omschrijving = "Een grens."
soort = "{soort}"
bron = "PB"
vindplaats = "§1"
perioden = [{perioden}]
"""


def set_toml(naam: str, *omvat: str) -> str:
    genoemd = ", ".join(f'"{ander}"' for ander in omvat)
    return f'id = "{naam}"\ntitel = "Titel"\nomschrijving = "Omschrijving."\nomvat = [{genoemd}]\n'


def parameter(naam: str = "x.y", soort: str = "getal", perioden: str = "{ vanaf = 2021-01-01, waarde = 6 }") -> str:
    return PARAMETER.format(id=naam, soort=soort, perioden=perioden)


def met_perioden(*perioden: str, soort: str = "getal") -> dict[str, str | bytes]:
    return {"a/p.toml": parameter(soort=soort, perioden=", ".join(f"{{ {periode} }}" for periode in perioden))}


def schrijf(pad: Path, bestanden: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder and give that folder."""
    for naam, inhoud in bestanden.items():
        doel = pad / naam
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
    return pad
