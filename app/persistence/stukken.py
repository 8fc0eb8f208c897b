"""How things of the domain stand in tables: one binding per kind."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from functools import cached_property
from types import NoneType, UnionType
from typing import Annotated, Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter
from sqlalchemy import Table
from sqlmodel import SQLModel

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag
from app.domain.basisdienstverlening.proces.afspraak import Afspraak
from app.domain.basisdienstverlening.proces.ambitiegesprek import Ambitiegesprek
from app.domain.basisdienstverlening.proces.indeling import Groepsindeling
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.basisdienstverlening.proces.wisseling import Groepswisseling
from app.domain.dossier.klant import Klant
from app.domain.dossier.stuk import Stuk
from app.domain.dossier.termijn import Termijn
from app.domain.dossier.toewijzing import Toewijzing
from app.domain.uwv.opdrachtnemer import Opdrachtnemer
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.sessie import Begeleidingssessie
from app.persistence.tabellen import basisdienstverlening as b
from app.persistence.tabellen import dossier as d
from app.persistence.tabellen import inkooporder as i
from app.persistence.tabellen import uwv as u

S = TypeVar("S", bound=Stuk)
Lezing = Callable[[Any], Any]


def sorteernaam(geslachtsnaam: str) -> str:
    """A family name without case and accents, as it is searched and sorted."""
    ontleed = unicodedata.normalize("NFKD", geslachtsnaam)
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken)).casefold().strip()


@dataclass(frozen=True, eq=False)
class Binding(Generic[S]):
    """A kind of thing, its name in history and journal, and its table."""

    soort: type[S]
    naam: str
    rij: type[SQLModel]
    afgeleid: Callable[[Any], Mapping[str, Any]] = lambda _stuk: {}
    """Columns that follow from the thing."""
    ook: Mapping[str, str] = field(default_factory=dict)
    """Column to a second one in which a list finds the same value: a melding is its partner's too."""

    @property
    def tabel(self) -> Table:
        """The table."""
        gevonden: Table = self.rij.__table__  # type: ignore[attr-defined]  # every table=True class has one
        return gevonden

    @cached_property
    def _lezingen(self) -> tuple[tuple[str, Lezing], ...]:
        """The columns whose value is not the field's yet."""
        hints = get_type_hints(self.soort, include_extras=True)
        return tuple((veld.name, lezing) for veld in fields(self.soort) if (lezing := _lezing(hints[veld.name])))

    @cached_property
    def _velden(self) -> tuple[str, ...]:
        return tuple(veld.name for veld in fields(self.soort))

    def lees(self, rij: Mapping[str, Any]) -> S:
        """Make the thing of a row, as unpickling would: its fields are set at once, without the frozen `__init__`."""
        waarden = {naam: rij[naam] for naam in self._velden}
        for naam, lezing in self._lezingen:
            waarden[naam] = lezing(waarden[naam])
        stuk = object.__new__(self.soort)
        vars(stuk).update(waarden)
        return stuk

    @cached_property
    def uit_historie(self) -> Callable[[Any], S]:
        """Make the thing of its JSON in history."""
        return TypeAdapter(self.soort).validate_python


def _lezing(hint: Any) -> Lezing | None:
    if get_origin(hint) is Annotated:
        return _lezing(get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        binnen = next((lezing for k in get_args(hint) if k is not NoneType and (lezing := _lezing(k))), None)
        return (lambda ruw: None if ruw is None else binnen(ruw)) if binnen else None
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if get_origin(hint) is tuple or (isinstance(hint, type) and is_dataclass(hint)):
        return TypeAdapter(hint).validate_python
    return None


_SAMEN = {"klant_id": "partner_id"}
_BINDINGEN: tuple[Binding[Any], ...] = (
    Binding(Klant, "klant", d.KlantRow, lambda klant: {"naam_sortering": sorteernaam(klant.geslachtsnaam)}),
    Binding(Termijn, "termijn", d.TermijnRow, ook=_SAMEN),
    Binding(Toewijzing, "toewijzing", d.ToewijzingRow),
    Binding(Melding, "melding", b.MeldingRow, ook=_SAMEN),
    Binding(Afspraak, "afspraak", b.AfspraakRow),
    Binding(Screening, "screening", b.ScreeningRow, ook=_SAMEN),
    Binding(Ambitiegesprek, "ambitiegesprek", b.AmbitiegesprekRow),
    Binding(Groepsindeling, "groepsindeling", b.GroepsindelingRow),
    Binding(Groepswisseling, "groepswisseling", b.GroepswisselingRow),
    Binding(Aanvraag, "aanvraag", b.AanvraagRow, ook=_SAMEN),
    Binding(Opdrachtnemer, "opdrachtnemer", u.OpdrachtnemerRow),
    Binding(Inkooporder, "inkooporder", i.InkooporderRow),
    Binding(Begeleidingssessie, "begeleidingssessie", i.BegeleidingssessieRow),
)
PER_SOORT: Mapping[type[Stuk], Binding[Any]] = {binding.soort: binding for binding in _BINDINGEN}


def binding(soort: type[S]) -> Binding[S]:
    """Return the binding of a kind of thing."""
    return PER_SOORT[soort]
