"""One transaction: locks dossiers, gathers what is recorded and writes it in one statement."""

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

import orjson
from sqlalchemy import ARRAY, Uuid, any_, bindparam, func, select
from sqlmodel import col

from app.domain.dossier.klant import Klant
from app.domain.dossier.stuk import Dossierstuk, Stuk
from app.domain.dossier.termijn import Termijn
from app.domain.fouten import NietGevonden
from app.persistence.lezer import PostgresLezer, geleend
from app.persistence.stukken import Binding, binding
from app.persistence.tabellen.dossier import DossierRow, KlantRow
from app.persistence.tabellen.inkooporder import BegeleidingssessieRow
from app.persistence.vastleggen import vastlegvraag
from app.persistence.verbinding import als_json
from app.persistence.vragen import Vraag
from app.services.identiteit import Beller
from app.services.kluis import Kluis
from app.services.poorten import Gebeurtenis

S = TypeVar("S", bound=Stuk)

_DOSSIER = Vraag(
    select(KlantRow, col(DossierRow.volgnummer))
    .join(DossierRow, col(DossierRow.klant_id) == col(KlantRow.id))
    .where(col(KlantRow.id) == bindparam("id"))
    # Both rows: after waiting, READ COMMITTED reads anew only what it locks.
    .with_for_update(of=[DossierRow, KlantRow], key_share=True)
)


@cache
def _slot_van(soort: Binding[Any]) -> Vraag:
    tabel = soort.tabel
    if not issubclass(soort.soort, Klant | Dossierstuk):
        return Vraag(select(tabel.c.id).where(tabel.c.id == bindparam("id")).with_for_update())
    sleutel = tabel.c.klant_id if "klant_id" in tabel.c else tabel.c.id
    return Vraag(
        select(col(DossierRow.klant_id), col(DossierRow.volgnummer))
        .join(tabel, sleutel == col(DossierRow.klant_id))
        .where(tabel.c.id == bindparam("id"))
        .with_for_update(of=DossierRow)
    )


_IDS = any_(bindparam("ids", type_=ARRAY(Uuid)))


@cache
def _sloten_van(soort: Binding[Any]) -> Vraag:
    """In order of klant: who locks several dossiers this way never waits for who waits for them."""
    tabel = soort.tabel
    return Vraag(
        select(col(DossierRow.klant_id), col(DossierRow.volgnummer))
        .join(tabel, tabel.c.klant_id == col(DossierRow.klant_id))
        .where(tabel.c.id == _IDS)
        .order_by(col(DossierRow.klant_id))
        .with_for_update(of=DossierRow)
    )


@cache
def _alle(soort: Binding[Any]) -> Vraag:
    return Vraag(select(soort.tabel).where(soort.tabel.c.id == _IDS))


_MINUTEN_OP = Vraag(
    select(col(BegeleidingssessieRow.inkooporder_id), func.sum(col(BegeleidingssessieRow.minuten)).label("minuten"))
    .where(
        col(BegeleidingssessieRow.inkooporder_id) == _IDS,
        col(BegeleidingssessieRow.gehouden_op) == bindparam("dag"),
        col(BegeleidingssessieRow.intrekking).is_(None),
    )
    .group_by(col(BegeleidingssessieRow.inkooporder_id))
)


@dataclass(frozen=True, slots=True)
class Context:
    """Who does what when, as audit keeps it."""

    beller: Beller
    nu: datetime
    handeling: str
    verzoek: str


class PostgresSchrijver(PostgresLezer):
    """Reads and records within one transaction; `leg_vast` writes it all."""

    def __init__(self, verbinding: Any, kluis: Kluis, context: Context) -> None:
        self._vast, self._kluis, self._context = verbinding, kluis, context
        self._nummers: dict[UUID, int] = {}
        self._nieuw: set[UUID] = set()
        self._werk: dict[str, list[dict[str, Any]]] = {}

    def _verbinding(self) -> AbstractAsyncContextManager[Any]:
        return geleend(self._vast)

    async def dossier(self, klant_id: UUID) -> Klant:
        """Lock a dossier and return its klant; raises NietGevonden."""
        rij = await _DOSSIER.rij(self._vast, id=klant_id)
        if rij is None:
            raise NietGevonden("Dit kenmerk hoort bij geen klant.")
        self._nummers.setdefault(klant_id, rij["volgnummer"])
        return binding(Klant).lees(rij)

    async def open(self, soort: type[S], stuk_id: UUID) -> S:
        """Lock the dossier of a thing, or what has none itself, and return it as it stands; raises NietGevonden."""
        slot = await _slot_van(binding(soort)).rij(self._vast, id=stuk_id)
        if slot is None:
            raise NietGevonden(f"Dit kenmerk hoort bij geen {binding(soort).naam}.")
        if "klant_id" in slot:
            self._nummers.setdefault(slot["klant_id"], slot["volgnummer"])
        return await self.haal(soort, stuk_id)

    async def open_alle(self, soort: type[S], stuk_ids: tuple[UUID, ...]) -> tuple[S, ...]:
        """Lock the dossiers of several things, in order of klant, and return them as asked; raises NietGevonden."""
        for slot in await _sloten_van(binding(soort)).rijen(self._vast, ids=stuk_ids):
            self._nummers.setdefault(slot["klant_id"], slot["volgnummer"])
        rijen = {rij["id"]: rij for rij in await _alle(binding(soort)).rijen(self._vast, ids=stuk_ids)}
        if any(stuk_id not in rijen for stuk_id in stuk_ids):
            raise NietGevonden(f"Dit kenmerk hoort bij geen {binding(soort).naam}.")
        return tuple(binding(soort).lees(rijen[stuk_id]) for stuk_id in stuk_ids)

    async def minuten_op(self, order_ids: tuple[UUID, ...], dag: date) -> Mapping[UUID, int]:
        """Return the minutes of the sessions of a day that were not withdrawn, per inkooporder that has any."""
        rijen = await _MINUTEN_OP.rijen(self._vast, ids=order_ids, dag=dag)
        return {rij["inkooporder_id"]: rij["minuten"] for rij in rijen}

    def bewaar(self, stuk: Stuk, gebeurtenis: Gebeurtenis, *, dossiers: tuple[UUID, ...]) -> None:
        """Record a new thing (versie 1) or its next version, with history, audit and the journal of each dossier."""
        soort = binding(type(stuk))
        self._zet_rij(stuk)
        self._zet_historie(stuk, _eigenaar(stuk), gebeurtenis.geldig_vanaf, gebeurtenis.corrigeert)
        if isinstance(stuk, Klant) and stuk.versie == 1:
            self._nummers[stuk.id] = 0
            self._nieuw.add(stuk.id)
        for klant_id in dossiers:
            self._zet_journaal(klant_id, soort.naam, stuk, gebeurtenis.type)
            self._zet_audit(klant_id, soort.naam, stuk, gebeurtenis.grond)
        if not dossiers:
            self._zet_audit(None, soort.naam, stuk, gebeurtenis.grond)

    def bewaar_bsn(self, klant_id: UUID, bsn: str) -> None:
        """Record the BSN of a new klant, encrypted."""
        rij = {
            "klant_id": klant_id,
            "versleuteld": f"\\x{self._kluis.sluit(bsn.encode()).hex()}",
            "zoekwaarde": f"\\x{self._kluis.zoekwaarde(bsn).hex()}",
            "sleutelversie": self._kluis.versie,
        }
        self._zet("klant_bsn", rij)

    def bewaar_termijnen(self, termijnen: tuple[Termijn, ...]) -> None:
        """Record new or changed terms."""
        for termijn in termijnen:
            self._zet_rij(termijn)
            self._zet_historie(termijn, termijn.klant_id, termijn.basis_op)

    async def leg_vast(self, antwoord: Mapping[str, Any] | None = None) -> None:
        """Write everything in one statement; raises what the constraints of the database refuse."""
        for klant_id in {regel["klant_id"] for regel in self._werk.get("journaal", ())}:
            onderdeel = "dossier" if klant_id in self._nieuw else "dossier:nummer"
            self._zet(onderdeel, {"klant_id": klant_id, "volgnummer": self._nummers[klant_id]})
        if antwoord is not None:
            self._zet("idempotentie:antwoord", dict(antwoord))
        if not self._werk:
            return
        onderdelen = tuple(sorted(self._werk))
        vraag = vastlegvraag(onderdelen)
        aantallen = await self._vast.fetchrow(vraag, *(_json(self._werk[deel]) for deel in onderdelen))
        for deel, aantal in zip(onderdelen, aantallen, strict=True):
            if aantal != len(self._werk[deel]):
                raise RuntimeError(f"Van {deel} zijn {aantal} van {len(self._werk[deel])} rijen geschreven.")

    def _zet(self, onderdeel: str, rij: dict[str, Any]) -> None:
        self._werk.setdefault(onderdeel, []).append(rij)

    def _zet_rij(self, stuk: Stuk) -> None:
        soort = binding(type(stuk))
        afgeleid = soort.afgeleid(stuk)
        rij = {**vars(stuk), **afgeleid}
        self._zet(soort.naam if stuk.versie == 1 else f"{soort.naam}:wijzig", rij)

    def _zet_historie(
        self, stuk: Stuk, eigenaar: UUID | None, geldig_vanaf: date, corrigeert: int | None = None
    ) -> None:
        rij = {
            "object_id": stuk.id,
            "versie": stuk.versie,
            "soort": binding(type(stuk)).naam,
            "klant_id": eigenaar,
            "geldig_vanaf": geldig_vanaf,
            "vastgelegd_op": stuk.gewijzigd_op,
            "corrigeert": corrigeert,
            "gegevens": stuk,
        }
        self._zet("historie", rij)

    def _zet_journaal(self, klant_id: UUID, soort: str, stuk: Stuk, type_: str) -> None:
        self._nummers[klant_id] += 1
        rij = {
            "klant_id": klant_id,
            "volgnummer": self._nummers[klant_id],
            "op": self._context.nu,
            "type": type_,
            "onderwerp_soort": soort,
            "onderwerp_id": stuk.id,
            "versie": stuk.versie,
        }
        self._zet("journaal", rij)

    def _zet_audit(self, klant_id: UUID | None, soort: str, stuk: Stuk, grond: str) -> None:
        beller = self._context.beller
        rij = {
            "klant_id": klant_id,
            "op": self._context.nu,
            "wie": beller.wie,
            "client": beller.client,
            "rollen": sorted(beller.rollen),
            "handeling": self._context.handeling,
            "onderwerp_soort": soort,
            "onderwerp_id": stuk.id,
            "grond": grond,
            "verzoek": self._context.verzoek,
        }
        self._zet("audit", rij)


def _eigenaar(stuk: Stuk) -> UUID | None:
    """The klant whose dossier a thing stands in; None for what belongs to no dossier."""
    if isinstance(stuk, Dossierstuk):
        return stuk.klant_id
    return stuk.id if isinstance(stuk, Klant) else None


def _json(rijen: list[dict[str, Any]]) -> Any:
    return orjson.Fragment(als_json(rijen))
