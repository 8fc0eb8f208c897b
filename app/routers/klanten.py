"""Klanten: create, read, change, search, history and tijdlijn."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from starlette.responses import Response

from app.domain.dossier.klant import Klant, NieuweKlant
from app.domain.soorten import Bsn
from app.routers.lijsten import Bladeren, lijst_van, toon_lijst
from app.routers.operatie import Operaties
from app.routers.verloop import Verloopbladeren, toon_verloop
from app.routers.verzoek import Verzoek
from app.routers.wire.values import naar_draad
from app.services.handeling import dag_van
from app.services.poorten import Tijdlijnregel
from app.services.rechten import Recht
from app.services.registreer_klant import registreer_klant
from app.services.wijzig_klant import Klantwijziging, wijzig_klant
from app.services.zoek_klanten import Klantzoekvraag, zoek_klanten

op = Operaties(
    "klanten",
    "Wie de klanten zijn, wat van hen bekend was op welke dag, en wat er met hun dossier is gebeurd.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Klantvondst:
    """What a search found."""

    resultaten: tuple[Klant, ...]
    """De gevonden klanten, hoogstens 50."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Peilmoment:
    """On which day, and as known at which moment."""

    geldig_op: date | None = None
    """Wat gold op deze dag; standaard vandaag."""
    bekend_op: datetime | None = None
    """Wat bekend was op dit moment; standaard nu."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Klantversie:
    """One version of a klant, with when it held and when it was recorded."""

    versie: int
    """Nummer van de versie."""
    geldig_vanaf: date
    """De dag vanaf wanneer deze versie geldt."""
    vastgelegd_op: datetime
    """Wanneer deze versie is vastgelegd."""
    corrigeert: int | None
    """De versie die hiermee is gecorrigeerd."""
    klant: Klant
    """De klant in deze versie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Klanthistorie:
    """Every version of a klant."""

    resultaten: tuple[Klantversie, ...]
    """De versies, oudste eerst."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdlijn:
    """A dossier in order."""

    resultaten: tuple[Tijdlijnregel, ...]
    """De gebeurtenissen in volgorde."""
    volgende: int | None
    """Volgnummer om vanaf verder te lezen; null aan het einde."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Klantnummer:
    """The BSN of a klant."""

    bsn: Bsn
    """Burgerservicenummer."""


NIEUW = {
    "bsn": "999990019",
    "voornamen": "Noor",
    "geslachtsnaam": "Voorbeeld",
    "geboortedatum": "1987-06-05",
    "verblijf": "vast",
    "straatnaam": "Dorpsstraat",
    "huisnummer": "1",
    "postcode": "7411AA",
    "woonplaats": "Deventer",
    "email": "noor@voorbeeld.example",
    "telefoon": "0600000000",
}


@op.post("/klanten", Recht.KLANT_REGISTREREN, "Registreer een klant", body=NieuweKlant, geeft=Klant, voorbeeld=NIEUW)
async def registreer_nieuwe_klant(v: Verzoek, body: NieuweKlant) -> Response:
    return await v.schrijf(lambda h: registreer_klant(h, body), plaats="/klanten")


@op.get("/klanten", Recht.KLANT_LEZEN, "Toon klanten, nieuwste eerst", geeft=lijst_van(Klant), vraag=Bladeren)
async def toon_klanten(v: Verzoek, vraag: Bladeren) -> Response:
    return await toon_lijst(v, Klant, vraag, sorteer="-aangemaakt_op")


@op.get("/klanten/{klant_id}", Recht.KLANT_LEZEN, "Toon een klant", geeft=Klant, vraag=Peilmoment, etag=True)
async def toon_klant(v: Verzoek, klant_id: UUID, vraag: Peilmoment) -> Response:
    if vraag.geldig_op is None and vraag.bekend_op is None:
        return v.toon(await v.lezer.haal(Klant, klant_id))
    bekend_op = vraag.bekend_op or v.nu
    return v.toon(await v.lezer.op(Klant, klant_id, vraag.geldig_op or dag_van(v.nu), bekend_op))


@op.patch(
    "/klanten/{klant_id}",
    Recht.KLANT_WIJZIGEN,
    "Wijzig een klant",
    body=Klantwijziging,
    geeft=Klant,
    voorbeeld={"woonplaats": "Zutphen"},
)
async def wijzig_bestaande_klant(v: Verzoek, klant_id: UUID, body: dict[str, Any]) -> Response:
    return await v.schrijf(lambda h: wijzig_klant(h, klant_id, body))


@op.post(
    "/klanten/_zoek",
    Recht.KLANT_ZOEKEN,
    "Zoek een klant op burgerservicenummer, of op geslachtsnaam en geboortedatum",
    body=Klantzoekvraag,
    geeft=Klantvondst,
    status=200,
    idempotent=False,
    etag=False,
    conflict=False,
    voorbeeld={"bsn": NIEUW["bsn"]},
)
async def zoek_klant(v: Verzoek, body: Klantzoekvraag) -> Response:
    return v.geef(Klantvondst(resultaten=await zoek_klanten(v.lezer, body)))


@op.get("/klanten/{klant_id}/bsn", Recht.BSN_LEZEN, "Toon het burgerservicenummer van een klant", geeft=Klantnummer)
async def toon_bsn(v: Verzoek, klant_id: UUID) -> Response:
    return v.geef(Klantnummer(bsn=await v.lezer.bsn(klant_id)))


@op.get("/klanten/{klant_id}/historie", Recht.VERLOOP_LEZEN, "Toon alle versies van een klant", geeft=Klanthistorie)
async def toon_klanthistorie(v: Verzoek, klant_id: UUID) -> Response:
    await v.lezer.haal(Klant, klant_id)
    versies = await v.lezer.versies(Klant, klant_id)
    return v.geef(
        {
            "resultaten": [
                {
                    "versie": versie.versie,
                    "geldigVanaf": versie.geldig_vanaf,
                    "vastgelegdOp": versie.vastgelegd_op,
                    "corrigeert": versie.corrigeert,
                    "klant": naar_draad(versie.stuk, v.verborgen),
                }
                for versie in versies
            ]
        }
    )


@op.get(
    "/klanten/{klant_id}/tijdlijn",
    Recht.VERLOOP_LEZEN,
    "Toon alles wat in het dossier gebeurde, in volgorde",
    geeft=Tijdlijn,
    vraag=Verloopbladeren,
)
async def toon_tijdlijn(v: Verzoek, klant_id: UUID, vraag: Verloopbladeren) -> Response:
    return await toon_verloop(v, klant_id, vraag, v.lezer.tijdlijn)
