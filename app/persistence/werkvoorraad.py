"""The statement of the work list: each role and urgency is one stretch of the index, merged and cut.

An OR over roles, or one comparison over a mixed order, would read and sort all that runs; so each stretch has a
branch of its own, of which no more is read than the page needs. A person's caseload is read by klant instead.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ARRAY,
    TEXT,
    ColumnElement,
    FromClause,
    Select,
    and_,
    any_,
    bindparam,
    literal_column,
    or_,
    select,
    true,
    tuple_,
    union_all,
)
from sqlmodel import col

from app.domain.dossier.klant import volledige_naam
from app.domain.dossier.termijn import Termijn
from app.persistence.stukken import binding
from app.persistence.tabellen import METADATA
from app.persistence.tabellen.dossier import KlantRow, ToewijzingRow
from app.persistence.vragen import MEESTE, Vraag
from app.services.identiteit import Rol
from app.services.poorten import Werkklant, Werkregel, Werkvraag

_TERMIJN = METADATA.tables["termijn"]
# Written out, so that a prepared plan too sees that the index of what runs holds it.
_LOPEND: ColumnElement[bool] = _TERMIJN.c.toestand == literal_column("'lopend'")


@dataclass(frozen=True, slots=True)
class _Vorm:
    """What decides the text of the statement; the rest are values."""

    rollen: tuple[Rol, ...]
    persoon: bool
    organisatie: bool
    te_laat: bool
    tot: bool
    na_spoed: bool | None


def werkstatement(vraag: Werkvraag) -> tuple[Vraag, Mapping[str, Any]]:
    """Return the statement of a question, and its values."""
    persoon = vraag.persoon is not None
    vorm = _Vorm(
        rollen=() if persoon else tuple(map(Rol, vraag.rollen)),
        persoon=persoon,
        organisatie=vraag.organisatie is not None,
        te_laat=vraag.alleen_te_laat,
        tot=vraag.tot_en_met is not None,
        na_spoed=vraag.na[0] if vraag.na else None,
    )
    waarden = {
        **(dict(zip(("na_spoed", "na_dag", "na_id"), vraag.na, strict=True)) if vraag.na else {}),
        "rollen": list(vraag.rollen),
        "persoon": vraag.persoon,
        "organisatie": vraag.organisatie,
        "nu": vraag.nu,
        "vandaag": vraag.vandaag,
        "tot_en_met": vraag.tot_en_met,
        "limiet": vraag.limiet,
    }
    return _statement(vorm), waarden


def als_werkregel(rij: Mapping[str, Any]) -> Werkregel:
    """Make a line of the work list of a row."""
    naam = volledige_naam(rij["klant_voornamen"], rij["klant_voorvoegsel"], rij["klant_geslachtsnaam"])
    klant = Werkklant(id=rij["klant_id"], naam=naam, geboortedatum=rij["klant_geboortedatum"])
    return Werkregel(binding(Termijn).lees(rij), klant)


@lru_cache(maxsize=256)
def _statement(vorm: _Vorm) -> Vraag:
    bladzij = (_van_persoon(vorm) if vorm.persoon else _van_rollen(vorm)).subquery("bladzij")
    namen = ("voornamen", "voorvoegsel", "geslachtsnaam", "geboortedatum")
    klant = [getattr(KlantRow, naam).label(f"klant_{naam}") for naam in namen]
    vraag = (
        select(_TERMIJN, *klant)
        .select_from(bladzij)
        .join(_TERMIJN, _TERMIJN.c.id == bladzij.c.id)
        .join(KlantRow, col(KlantRow.id) == _TERMIJN.c.klant_id)
    )
    return Vraag(vraag.order_by(*_volgorde(bladzij)))


def _sleutel(rij: FromClause) -> tuple[ColumnElement[Any], ...]:
    return rij.c.spoed, rij.c.uiterlijk_op, rij.c.id


def _volgorde(rij: FromClause) -> tuple[ColumnElement[Any], ...]:
    return rij.c.spoed.desc(), rij.c.uiterlijk_op, rij.c.id


def _van_rollen(vorm: _Vorm) -> Select[Any]:
    stroken = [_strook(vorm, spoed=False, verder=vorm.na_spoed is False)]
    if vorm.na_spoed is not False:
        stroken.insert(0, _strook(vorm, spoed=True, verder=vorm.na_spoed is True))
    samen = union_all(*stroken).subquery("samen")
    return select(samen).order_by(*_volgorde(samen)).limit(bindparam("limiet"))


def _strook(vorm: _Vorm, *, spoed: bool, verder: bool) -> Select[Any]:
    takken = (_tak(vorm, rol, spoed=spoed, verder=verder) for rol in vorm.rollen)
    strook = union_all(*takken).subquery("spoed" if spoed else "gewoon")
    return select(strook).order_by(strook.c.uiterlijk_op, strook.c.id).limit(bindparam("limiet"))


def _tak(vorm: _Vorm, rol: Rol, *, spoed: bool, verder: bool) -> Select[Any]:
    rij = _TERMIJN.c
    # The role and the limit stand in the text: a prepared plan that does not know them may choose an index that
    # walks past everyone else's work to find that a role has none.
    vraag = select(*_sleutel(_TERMIJN)).where(_LOPEND, rij.rol == literal_column(f"'{rol}'"), rij.spoed.is_(spoed))
    vraag = vraag.where(*_grenzen(vorm, _TERMIJN))
    if verder:
        vraag = vraag.where(_later(_TERMIJN))
    return vraag.order_by(rij.uiterlijk_op, rij.id).limit(literal_column(str(MEESTE)))


def _later(tabel: FromClause) -> ColumnElement[bool]:
    na = tuple_(bindparam("na_dag", type_=tabel.c.uiterlijk_op.type), bindparam("na_id", type_=tabel.c.id.type))
    return tuple_(tabel.c.uiterlijk_op, tabel.c.id) > na


def _grenzen(vorm: _Vorm, tabel: FromClause) -> Iterator[ColumnElement[bool]]:
    dag, moment, stil = tabel.c.uiterlijk_op, tabel.c.uiterlijk_moment, tabel.c.opgeschort_tot
    vandaag = bindparam("vandaag", type_=dag.type)
    yield or_(stil.is_(None), stil < vandaag)
    if vorm.organisatie:
        yield tabel.c.organisatie == bindparam("organisatie", type_=tabel.c.organisatie.type)
    if vorm.tot:
        yield dag <= bindparam("tot_en_met", type_=dag.type)
    if vorm.te_laat:
        yield dag <= vandaag
        yield or_(moment < bindparam("nu", type_=moment.type), and_(moment.is_(None), dag < vandaag))


def _van_persoon(vorm: _Vorm) -> Select[Any]:
    """Read what runs of each klant of a caseload: `offset 0` keeps the planner from walking the whole list for it.

    What concerns a couple of which both are in the caseload is one line.
    """
    mijn, samen = ToewijzingRow, (_TERMIJN.c.klant_id, _TERMIJN.c.partner_id)
    vandaag = bindparam("vandaag", type_=_TERMIJN.c.uiterlijk_op.type)
    eigen = (
        select(_TERMIJN)
        .where(_LOPEND, or_(*(wie == col(mijn.klant_id) for wie in samen)), _TERMIJN.c.rol == col(mijn.rol))
        .offset(literal_column("0"))
        .lateral("eigen")
    )
    vraag = (
        select(*_sleutel(eigen))
        .select_from(mijn)
        .join(eigen, true())
        .distinct()
        .where(
            col(mijn.persoon) == bindparam("persoon"),
            col(mijn.rol) == any_(bindparam("rollen", type_=ARRAY(TEXT))),
            col(mijn.geldig_van) <= vandaag,
            or_(col(mijn.geldig_tot).is_(None), col(mijn.geldig_tot) >= vandaag),
            *_grenzen(vorm, eigen),
        )
    )
    if vorm.na_spoed is not None:
        op_later = and_(eigen.c.spoed.is_(vorm.na_spoed), _later(eigen))
        vraag = vraag.where(or_(op_later, eigen.c.spoed.is_(False)) if vorm.na_spoed else op_later)
    return vraag.order_by(*_volgorde(eigen)).limit(bindparam("limiet"))
