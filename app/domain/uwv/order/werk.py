"""Work that was resumed during Naar werk, and what interrupted it (UWV §3.3, §3.7)."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.soorten import KorteTekst
from app.domain.uwv.telling import Onderbreking


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkhervatting:
    """A resumption of work, with the count as it stood on the day on which it was judged last."""

    hervatting_op: date
    """De eerste werkdag."""
    werkgever: KorteTekst | None
    """Bij wie; leeg als zelfstandige."""
    onderbrekingen: tuple[Onderbreking, ...]
    """Op volgorde, zonder overlap."""
    tijdig: bool
    """De eerste werkdag viel op tijd."""
    plaatsing_op: date | None
    """De dag waarop drie maanden vol waren; leeg zolang die dag niet is bereikt."""
    vol_op: date
    """De dag waarop de telling vol is als niets meer tussenkomt."""
    door: str
    """Wie het vastlegde."""
    op: datetime
    """Wanneer dat is vastgelegd."""
