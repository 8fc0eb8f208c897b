"""One tree of errors, without status codes: what can go wrong in the words of the domain.

The HTTP layer holds the one table that maps these to problem+json.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


class Fout(Exception):
    """The root: every error that Trede raises on purpose. `detail` is Dutch and holds no personal data."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Veldfout:
    """One fault in one field: `pad` in Python names ("feiten.geboortedatum"), a stable `code`, a Dutch sentence."""

    pad: str
    code: str
    detail: str


class OngeldigeInvoer(Fout):
    """Facts that are wrong in form or contradict each other; holds every fault at once."""

    def __init__(self, fouten: Iterable[Veldfout]) -> None:
        self.fouten = tuple(fouten)
        super().__init__("; ".join(fout.detail for fout in self.fouten))


class BeleidOnbekend(Fout):
    """A policy set that is not loaded."""

    def __init__(self, beleid: str) -> None:
        super().__init__(f"Beleid {beleid} is hier niet bekend.")
        self.beleid = beleid


class ParameterOntbreekt(Fout):
    """A question about a day for which no value is held: never answered with the nearest one."""

    def __init__(self, parameter: str, op: date, toelichting: str = "") -> None:
        super().__init__(f"Parameter {parameter} heeft geen waarde op {op.isoformat()}.{toelichting}")
        self.parameter = parameter
        self.op = op


class NietGevonden(Fout):
    """What is asked for does not exist, or lies outside the caller's rows."""


class GeenRecht(Fout):
    """The caller's roles do not allow this."""


class VierOgen(GeenRecht):
    """Nobody checks their own work."""


class StapNietToegestaan(Fout):
    """A step out of order: says the state and which steps it allows."""

    def __init__(self, wat: str, toestand: str, toegestaan: Iterable[str]) -> None:
        self.toestand = toestand
        self.toegestaan = tuple(toegestaan)
        nu = ", ".join(self.toegestaan) or "geen enkele stap"
        super().__init__(f"{wat} kan niet in toestand {toestand}; nu kan: {nu}.")


class Strijdig(Fout):
    """A change that conflicts with what is recorded; `code` is a stable name ("melding-open").

    `fouten` names what in the recorded thing stands in the way, when that is more than one sentence can say.
    """

    def __init__(self, code: str, detail: str, fouten: Iterable[Veldfout] = ()) -> None:
        super().__init__(detail)
        self.code = code
        self.fouten = tuple(fouten)


def eis(voldaan: bool, pad: str, code: str, detail: str) -> None:
    """Raise OngeldigeInvoer for one field unless `voldaan`."""
    if not voldaan:
        raise OngeldigeInvoer([Veldfout(pad, code, detail)])


def eis_geen(fouten: Iterable[Veldfout]) -> None:
    """Raise OngeldigeInvoer with every fault at once, if there is any."""
    if alle := tuple(fouten):
        raise OngeldigeInvoer(alle)
