"""What the persistence tests share: databases by name, rows that pass every check, work for the store."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import asyncpg
from sqlalchemy import ARRAY, Boolean, Date, DateTime, Integer, LargeBinary, Table, Uuid
from sqlalchemy.dialects.postgresql import JSONB

from app.domain.dossier.klant import Klant
from app.persistence.opslag import PostgresOpslag
from app.persistence.tabellen import METADATA
from app.services.identiteit import Beller, Rol
from app.services.ids import nieuw_id
from app.services.poorten import Antwoord, Gebeurtenis, Herhaalsleutel, Schrijver

NU = datetime(2021, 3, 15, 9, 0, tzinfo=UTC)
BELLER = Beller(uitgever="test", persoon="een", client="test", rollen=frozenset({Rol.RECEPTIE}))


@dataclass(frozen=True)
class Kladserver:
    """A server on which databases come and go."""

    dsn: str
    hoofdversie: int

    def adres(self, naam: str) -> str:
        """The address of a database of this server."""
        return self.dsn.replace("@/trede?", f"@/{naam}?")

    def maak(self, naam: str, sjabloon: str = "template0") -> None:
        """Make a database; one waits 50 ms, not a second, before it looks for a deadlock."""
        self._doe(f"create database {naam} template {sjabloon}", f"alter database {naam} set deadlock_timeout = '50ms'")

    def ruim_op(self, naam: str) -> None:
        """Drop a database, whoever is still connected."""
        self._doe(f"drop database {naam} with (force)")

    def _doe(self, *opdrachten: str) -> None:
        async def werk() -> None:
            verbinding = await asyncpg.connect(self.dsn)
            for opdracht in opdrachten:
                await verbinding.execute(opdracht)
            await verbinding.close()

        asyncio.run(werk())


_GEWOON: dict[type, Any] = {
    Uuid: nieuw_id,
    Boolean: lambda: False,
    Date: lambda: date(2021, 3, 15),
    DateTime: lambda: NU,
    Integer: lambda: 1,
    LargeBinary: lambda: b"x",
    JSONB: lambda: "{}",
    ARRAY: lambda: ["x"],
}
_PASSEND: dict[str, dict[str, Any]] = {
    "melding": {"stand": "gemeld", "partner_id": None, "stand_partner": None},
    "termijn": {"toestand": "lopend"},
    "afspraak": {"toestand": "gepland", "begin": NU, "eind": NU.replace(hour=10)},
    "ambitiegesprek": {"toestand": "begonnen"},
    "groepswisseling": {"toestand": "beoordeeld"},
    "aanvraag": {"toestand": "ontvangen"},
    "inkooporder": {"toestand": "werkplan", "dienst": "werkfit_maken"},
    "begeleidingssessie": {"soort": "activiteit"},
}


async def zet(verbinding: Any, naam: str, **anders: Any) -> dict[str, Any]:
    """Insert a row that passes every check, but for what is given; a klant is made for it when it needs one."""
    tabel = METADATA.tables[naam]
    rij = _rij(tabel) | _PASSEND.get(naam, {}) | anders
    if naam != "klant" and "klant_id" in tabel.c and "klant_id" not in anders:
        rij["klant_id"] = (await zet(verbinding, "klant"))["id"]
    namen = ", ".join(rij)
    plaatsen = ", ".join(f"${nummer}" for nummer in range(1, len(rij) + 1))
    await verbinding.execute(f"insert into {naam} ({namen}) values ({plaatsen})", *rij.values())
    return rij


def _rij(tabel: Table) -> dict[str, Any]:
    verplicht = (k for k in tabel.columns if not k.nullable and k.identity is None)
    return {
        k.name: next((maak() for soort, maak in _GEWOON.items() if isinstance(k.type, soort)), "x") for k in verplicht
    }


def antwoord(inhoud: Any = "gedaan") -> Antwoord:
    """An answer as a use case gives it."""
    return Antwoord(200, (), json.dumps(inhoud).encode())


def klant(versie: int = 1, **anders: Any) -> Klant:
    """A klant to record."""
    basis: dict[str, Any] = {"id": nieuw_id(), "aangemaakt_op": NU, "gewijzigd_op": NU}
    basis |= {"voornamen": "Noor", "geslachtsnaam": "Voorbeeld", "geboortedatum": date(1987, 6, 5)}
    return Klant(**basis | {"versie": versie} | anders)


def leg_vast(tx: Schrijver, wie: Klant, type_: str = "klant.geregistreerd") -> None:
    """Record a klant in its own dossier."""
    tx.bewaar(wie, Gebeurtenis(type=type_, geldig_vanaf=NU.date(), grond="test"), dossiers=(wie.id,))


async def schrijf(
    opslag: PostgresOpslag,
    werk: Callable[[Schrijver], Awaitable[Any]],
    *,
    nu: datetime = NU,
    herhaal: Herhaalsleutel | None = None,
) -> Antwoord:
    """Run work in one transaction; its answer tells what the work returned."""

    async def met_antwoord(tx: Schrijver) -> tuple[Any, Antwoord]:
        uitkomst = await werk(tx)
        return uitkomst, antwoord(uitkomst)

    return await opslag.schrijf(met_antwoord, beller=BELLER, nu=nu, handeling="test", verzoek="test", herhaal=herhaal)


async def registreer(opslag: PostgresOpslag) -> Klant:
    """Record a new klant."""
    nieuw = klant()

    async def werk(tx: Schrijver) -> str:
        leg_vast(tx, nieuw)
        return str(nieuw.id)

    await schrijf(opslag, werk)
    return nieuw


async def verhuis(tx: Schrijver, wie: Klant, plaats: str) -> None:
    """Lock a dossier and record that the klant moved."""
    nu = await tx.dossier(wie.id)
    leg_vast(tx, klant(**vars(nu) | {"versie": nu.versie + 1, "woonplaats": plaats}), "klant.gewijzigd")
