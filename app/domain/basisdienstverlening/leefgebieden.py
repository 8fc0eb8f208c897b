"""What the ambitiegesprek discusses and observes (IOM PB §2.2.3, bijlage 2)."""

from dataclasses import dataclass, fields

from app.domain.soorten import LangeTekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Leefgebieden:
    """The seven areas of life, in the order of the source; each is discussed with everyone.

    Absent means not discussed, which is never the same as no problem.
    """

    zingeving: LangeTekst | None = None
    """De dag, de eigen administratie en zorg voor anderen."""
    wonen: LangeTekst | None = None
    """Hoe en met wie de klant woont."""
    financien: LangeTekst | None = None
    """Wat er over geld nog te regelen is na de screening."""
    sociale_relaties: LangeTekst | None = None
    """Op wie de klant kan terugvallen."""
    lichamelijke_gezondheid: LangeTekst | None = None
    """Lichamelijke belemmeringen en behandeling."""
    psychische_gezondheid: LangeTekst | None = None
    """Psychische belemmeringen of verslaving, en behandeling."""
    werk_en_activiteiten: LangeTekst | None = None
    """Betaald en onbetaald werk, studie en wat de klant kan en wil."""

    @property
    def onbesproken(self) -> tuple[str, ...]:
        """The areas without a note, in order."""
        return tuple(veld.name for veld in fields(self) if getattr(self, veld.name) is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gespreksthemas:
    """The notes per extra theme."""

    hulpverlening: LangeTekst | None = None
    """Welke hulpverleners betrokken zijn en waar het traject op moet aansluiten."""
    ambities: LangeTekst | None = None
    """Wat de klant wil bereiken, en waarom."""
    ervaring: LangeTekst | None = None
    """Werkervaring, diploma's en opleidingen die niet zijn afgemaakt."""
    kinderen: LangeTekst | None = None
    """Of er kinderen zijn en hoe de zorg is geregeld."""
    detentie: LangeTekst | None = None
    """Detentie of taakstraf, en of een verklaring omtrent het gedrag mogelijk is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarnemingen:
    """What the intaker observes, apart from what the klant says. Suspicions, not facts; not every role sees them."""

    vermoeden_laaggeletterdheid: bool = False
    """De intaker vermoedt dat lezen of schrijven moeilijk is."""
    vermoeden_onveilig_thuis: bool = False
    """De intaker vermoedt dat het thuis niet veilig is."""
    toelichting: LangeTekst | None = None
    """Andere waarnemingen en aandachtspunten."""
