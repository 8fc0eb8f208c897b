"""What happens while a service runs: evaluation and adjustment (UWV §3.2.1, §4.5)."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.soorten import LangeTekst
from app.domain.uwv.order.plan import Reintegratieplan


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluatiebesluit:
    """What UWV decided on the advice to stop."""

    stoppen: bool
    """UWV volgt het advies: de dienst eindigt, zonder gevolg voor het resultaatpercentage."""
    besloten_op: date
    """De dag van het besluit."""
    toelichting: LangeTekst | None
    """Waarom."""
    door: str
    """Wie besloot."""
    op: datetime
    """Wanneer dat is vastgelegd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluatie:
    """The fixed evaluation of Werkfit maken."""

    gehouden_op: date
    """De dag van de evaluatie."""
    ontwikkelbaar: bool
    """De cliënt is naar verwachting binnen de doorlooptijd werkfit te maken."""
    advies: LangeTekst | None
    """Gemotiveerd advies om te stoppen; verplicht als de cliënt niet verder ontwikkelbaar is."""
    besluit: Evaluatiebesluit | None
    """Het besluit van UWV; alleen gevraagd bij een advies om te stoppen."""
    door: str
    """Wie het vastlegde."""
    op: datetime
    """Wanneer dat is vastgelegd."""

    @property
    def wacht(self) -> bool:
        """Whether it advises to stop and UWV has not decided."""
        return not self.ontwikkelbaar and self.besluit is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijstellingsbesluit:
    """What UWV decided on an adjustment."""

    akkoord: bool
    """UWV gaat akkoord; zonder akkoord blijft alles zoals het was."""
    besloten_op: date
    """De dag van het besluit."""
    toelichting: LangeTekst | None
    """Waarom niet, of wat opvalt."""
    door: str
    """Wie besloot."""
    op: datetime
    """Wanneer dat is vastgelegd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijstelling:
    """An adjustment, as it was asked or announced."""

    gemeld_op: date
    """De dag waarop UWV haar ontving."""
    uren: int | None
    """Begeleidingsuren na de bijstelling; leeg bij een vaste prijs."""
    doorlooptijd_maanden: int
    """Doorlooptijd na de bijstelling."""
    andere_activiteiten: bool
    """Er komen andere activiteiten, of de uren worden anders verdeeld."""
    reden: LangeTekst
    """Waarom."""
    plan: Reintegratieplan | None
    """Het aangepaste plan; bij Werkbehoud en bij een wijziging zonder meer uren of maanden hoeft dat niet."""
    substantieel: bool
    """Er komen uren of maanden bij: dat kan één keer en vraagt akkoord."""
    bezwaar_tot: date | None
    """Tot en met welke dag UWV anders kan beslissen; leeg bij een substantiële bijstelling."""
    oordeel_uiterlijk: date | None = None
    """De laatste dag waarop UWV over een substantiële bijstelling oordeelt; leeg bij een andere."""
    besluit: Bijstellingsbesluit | None
    """Het besluit van UWV."""
    door: str
    """Wie haar indiende."""
    op: datetime
    """Wanneer dat is vastgelegd."""

    @property
    def wacht(self) -> bool:
        """Whether it changes nothing until UWV decides."""
        return self.substantieel and self.besluit is None

    @property
    def telt(self) -> bool:
        """Whether it is a substantial one that UWV agreed with."""
        return self.substantieel and self.besluit is not None and self.besluit.akkoord
