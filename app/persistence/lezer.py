"""Reading things, their history and the lists."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Select,
    and_,
    bindparam,
    exists,
    literal_column,
    or_,
    select,
    tuple_,
)
from sqlmodel import col

from app.domain.dossier.klant import Klant
from app.domain.dossier.stuk import Stuk
from app.domain.fouten import NietGevonden
from app.domain.uwv.kpi import Ordertelling
from app.persistence.stukken import Binding, binding, sorteernaam
from app.persistence.stuurinformatie import als_ordertelling, orderstatement
from app.persistence.tabellen.dossier import KlantBsnRow, KlantRow
from app.persistence.tabellen.verloop import AuditRow, HistorieRow, JournaalRow
from app.persistence.verbinding import Verbindingen
from app.persistence.vragen import Vraag
from app.persistence.werkvoorraad import als_werkregel, werkstatement
from app.services.kluis import Kluis
from app.services.poorten import Auditspoor, Ordervraag, Paginavraag, Tijdlijnregel, Versie, Werkregel, Werkvraag

S = TypeVar("S", bound=Stuk)


@cache
def _een(soort: Binding[Any]) -> Vraag:
    tabel = soort.tabel
    return Vraag(select(tabel).where(tabel.c.id == bindparam("id")))


@cache
def _gelijk(soort: Binding[Any], velden: tuple[str, ...]) -> Vraag:
    tabel = soort.tabel
    return Vraag(select(tabel).where(*(tabel.c[v] == bindparam(v) for v in velden)).order_by(tabel.c.id))


def _is(soort: Binding[Any], veld: str) -> ColumnElement[bool]:
    kolommen = (veld, soort.ook[veld]) if veld in soort.ook else (veld,)
    return or_(*(soort.tabel.c[kolom] == bindparam(veld) for kolom in kolommen))


@lru_cache(maxsize=512)
def _pagina(
    soort: Binding[Any],
    gelijk: tuple[str, ...],
    leeg: tuple[str, ...],
    gevuld: tuple[str, ...],
    grenzen: tuple[str, ...],
    sorteer: str,
    *,
    verder: bool,
    limiet: int,
) -> Vraag:
    """The limit stands in the text: a prepared plan that does not know it plans for a tenth of the table."""
    tabel = soort.tabel
    kolom, aflopend = tabel.c[sorteer.lstrip("-")], sorteer.startswith("-")
    vraag: Select[Any] = select(tabel).where(*(_is(soort, v) for v in gelijk), *(tabel.c[v].is_(None) for v in leeg))
    vraag = vraag.where(*(tabel.c[v].is_not(None) for v in gevuld))
    for grens in grenzen:
        veld, kant = grens.split(":")
        vraag = vraag.where(_grens(tabel.c[veld], kant, bindparam(grens, type_=tabel.c[veld].type)))
    if verder:
        sleutel = tuple_(kolom, tabel.c.id)
        na = tuple_(bindparam("na_waarde", type_=kolom.type), bindparam("na_id", type_=tabel.c.id.type))
        vraag = vraag.where(sleutel < na if aflopend else sleutel > na)
    volgorde = (kolom.desc(), tabel.c.id.desc()) if aflopend else (kolom, tabel.c.id)
    return Vraag(vraag.order_by(*volgorde).limit(literal_column(str(limiet))))


def _grens(kolom: Column[Any], kant: str, waarde: ColumnElement[Any]) -> ColumnElement[bool]:
    """Bound a column; an empty day is one that never comes, so it lies after every other, but reaches none."""
    if kant == "tot":
        return kolom <= waarde
    if kant == "bereikt":
        return kolom >= waarde
    if kant == "niet":
        return or_(kolom.is_(None), kolom < waarde)
    return or_(kolom.is_(None), kolom >= waarde) if kolom.nullable else kolom >= waarde


_H = HistorieRow.__table__.c  # type: ignore[attr-defined]  # every table=True class has one
_BEKEND = and_(_H.object_id == bindparam("id"), _H.vastgelegd_op <= bindparam("bekend_op"))
_latere = HistorieRow.__table__.alias("latere")  # type: ignore[attr-defined]  # idem
_GECORRIGEERD: ColumnElement[bool] = exists().where(
    _latere.c.object_id == _H.object_id,
    _latere.c.corrigeert == _H.versie,
    _latere.c.vastgelegd_op <= bindparam("bekend_op"),
)
_VERSIE_OP = Vraag(
    select(_H.gegevens)
    .where(_BEKEND, _H.geldig_vanaf <= bindparam("geldig_op"), ~_GECORRIGEERD)
    .order_by(_H.geldig_vanaf.desc(), _H.versie.desc())
    .limit(1)
)
_VERSIES = Vraag(select(HistorieRow).where(_H.object_id == bindparam("id")).order_by(_H.versie))
_NA = bindparam("na", type_=BigInteger())
_TIJDLIJN = Vraag(
    select(JournaalRow)
    .where(col(JournaalRow.klant_id) == bindparam("klant_id"), col(JournaalRow.volgnummer) > _NA)
    .order_by(col(JournaalRow.volgnummer))
    .limit(bindparam("limiet"))
)
_AUDIT = Vraag(
    select(AuditRow)
    .where(col(AuditRow.klant_id) == bindparam("klant_id"), col(AuditRow.nummer) > _NA)
    .order_by(col(AuditRow.nummer))
    .limit(bindparam("limiet"))
)
_MET_BSN = Vraag(
    select(KlantRow)
    .join(KlantBsnRow, col(KlantBsnRow.klant_id) == col(KlantRow.id))
    .where(col(KlantBsnRow.zoekwaarde) == bindparam("zoekwaarde"))
)
_BSN = Vraag(select(col(KlantBsnRow.versleuteld)).where(col(KlantBsnRow.klant_id) == bindparam("klant_id")))
_MET_NAAM = Vraag(
    select(KlantRow)
    .where(col(KlantRow.geboortedatum) == bindparam("geboortedatum"), col(KlantRow.naam_sortering) == bindparam("naam"))
    .order_by(col(KlantRow.id))
    .limit(50)
)


class PostgresLezer:
    """Reads; each read outside a transaction takes a connection of its own."""

    def __init__(self, verbindingen: Verbindingen, kluis: Kluis) -> None:
        self._verbindingen, self._kluis = verbindingen, kluis

    def _verbinding(self) -> AbstractAsyncContextManager[Any]:
        return self._verbindingen.een()

    async def haal(self, soort: type[S], stuk_id: UUID) -> S:
        """Return one thing; raises NietGevonden."""
        async with self._verbinding() as verbinding:
            rij = await _een(binding(soort)).rij(verbinding, id=stuk_id)
        if rij is None:
            raise NietGevonden(f"Dit kenmerk hoort bij geen {binding(soort).naam}.")
        return binding(soort).lees(rij)

    async def vind(self, soort: type[S], **gelijk: Any) -> tuple[S, ...]:
        """Return all things with these values, oldest first."""
        async with self._verbinding() as verbinding:
            rijen = await _gelijk(binding(soort), tuple(sorted(gelijk))).rijen(verbinding, **gelijk)
        return tuple(map(binding(soort).lees, rijen))

    async def pagina(self, soort: type[S], vraag: Paginavraag) -> tuple[S, ...]:
        """Return at most `limiet` things."""
        grenzen = _grenzen(vraag.tussen) | _gehaald(vraag.bereikt)
        statement = _pagina(
            binding(soort),
            tuple(sorted(vraag.gelijk)),
            vraag.leeg,
            vraag.gevuld,
            tuple(sorted(grenzen)),
            vraag.sorteer,
            verder=vraag.na is not None,
            limiet=vraag.limiet,
        )
        na = {"na_waarde": vraag.na[0], "na_id": vraag.na[1]} if vraag.na else {}
        async with self._verbinding() as verbinding:
            rijen = await statement.rijen(verbinding, **vraag.gelijk, **grenzen, **na)
        return tuple(map(binding(soort).lees, rijen))

    async def op(self, soort: type[S], stuk_id: UUID, geldig_op: date, bekend_op: datetime) -> S:
        """Return the version that held on a day, as known at a moment; raises NietGevonden."""
        async with self._verbinding() as verbinding:
            rij = await _VERSIE_OP.rij(verbinding, id=stuk_id, geldig_op=geldig_op, bekend_op=bekend_op)
        if rij is None:
            raise NietGevonden(f"Op die dag en dat moment was er geen {binding(soort).naam} met dit kenmerk.")
        return binding(soort).uit_historie(rij["gegevens"])

    async def versies(self, soort: type[S], stuk_id: UUID) -> tuple[Versie, ...]:
        """Return every version, oldest first."""
        async with self._verbinding() as verbinding:
            rijen = await _VERSIES.rijen(verbinding, id=stuk_id)
        return tuple(_versie(binding(soort), rij) for rij in rijen)

    async def tijdlijn(self, klant_id: UUID, na: int, limiet: int) -> tuple[Tijdlijnregel, ...]:
        """Return a dossier's journal after a sequence number."""
        async with self._verbinding() as verbinding:
            rijen = await _TIJDLIJN.rijen(verbinding, klant_id=klant_id, na=na, limiet=limiet)
        return tuple(
            Tijdlijnregel(
                volgnummer=rij["volgnummer"],
                op=rij["op"],
                type=rij["type"],
                onderwerp_soort=rij["onderwerp_soort"],
                onderwerp_id=rij["onderwerp_id"],
                versie=rij["versie"],
            )
            for rij in rijen
        )

    async def audit(self, klant_id: UUID, na: int, limiet: int) -> tuple[Auditspoor, ...]:
        """Return a dossier's audit trail after a sequence number."""
        async with self._verbinding() as verbinding:
            rijen = await _AUDIT.rijen(verbinding, klant_id=klant_id, na=na, limiet=limiet)
        return tuple(map(_spoor, rijen))

    async def klant_met_bsn(self, bsn: str) -> Klant | None:
        """Find a klant by BSN, through its keyed hash."""
        async with self._verbinding() as verbinding:
            rij = await _MET_BSN.rij(verbinding, zoekwaarde=self._kluis.zoekwaarde(bsn))
        return binding(Klant).lees(rij) if rij else None

    async def bsn(self, klant_id: UUID) -> str:
        """Return the BSN of a klant; raises NietGevonden."""
        async with self._verbinding() as verbinding:
            rij = await _BSN.rij(verbinding, klant_id=klant_id)
        if rij is None:
            raise NietGevonden("Dit kenmerk hoort bij geen klant.")
        return self._kluis.open(rij["versleuteld"]).decode()

    async def klanten_met_naam(self, geslachtsnaam: str, geboortedatum: date) -> tuple[Klant, ...]:
        """Find klanten by birth date and name, whatever its case and accents; at most 50."""
        naam = sorteernaam(geslachtsnaam)
        async with self._verbinding() as verbinding:
            rijen = await _MET_NAAM.rijen(verbinding, geboortedatum=geboortedatum, naam=naam)
        return tuple(map(binding(Klant).lees, rijen))

    async def werkvoorraad(self, vraag: Werkvraag) -> tuple[Werkregel, ...]:
        """Return running terms with their klant: urgent first, then by last day."""
        statement, waarden = werkstatement(vraag)
        async with self._verbinding() as verbinding:
            rijen = await statement.rijen(verbinding, **waarden)
        return tuple(map(als_werkregel, rijen))

    async def ordertellingen(self, vraag: Ordervraag) -> tuple[Ordertelling, ...]:
        """Count judged inkooporders per service and opdrachtnemer, in that order."""
        statement, waarden = orderstatement(vraag)
        async with self._verbinding() as verbinding:
            rijen = await statement.rijen(verbinding, **waarden)
        return tuple(map(als_ordertelling, rijen))


def _grenzen(tussen: Mapping[str, tuple[Any, Any]]) -> dict[str, Any]:
    kanten = (
        (f"{veld}:{kant}", w) for veld, paar in tussen.items() for kant, w in zip(("van", "tot"), paar, strict=True)
    )
    return {sleutel: waarde for sleutel, waarde in kanten if waarde is not None}


def _gehaald(bereikt: Mapping[str, tuple[date, bool]]) -> dict[str, Any]:
    return {f"{veld}:{'bereikt' if wel else 'niet'}": dag for veld, (dag, wel) in bereikt.items()}


def _versie(soort: Binding[Any], rij: Mapping[str, Any]) -> Versie:
    return Versie(
        versie=rij["versie"],
        geldig_vanaf=rij["geldig_vanaf"],
        vastgelegd_op=rij["vastgelegd_op"],
        corrigeert=rij["corrigeert"],
        stuk=soort.uit_historie(rij["gegevens"]),
    )


def _spoor(rij: Mapping[str, Any]) -> Auditspoor:
    return Auditspoor(
        volgnummer=rij["nummer"],
        op=rij["op"],
        wie=rij["wie"],
        client=rij["client"],
        rollen=tuple(rij["rollen"]),
        handeling=rij["handeling"],
        onderwerp_soort=rij["onderwerp_soort"],
        onderwerp_id=rij["onderwerp_id"],
        grond=rij["grond"],
        verzoek=rij["verzoek"],
    )


@asynccontextmanager
async def geleend(verbinding: Any) -> AsyncIterator[Any]:
    """Lend a connection that is already held."""
    yield verbinding
