"""A request as the endpoints see it: checked, with its caller, ready to read or to record."""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, is_dataclass
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from app.domain.dossier.stuk import Stuk
from app.routers.operatie import PDF, Operatie
from app.routers.schil.verzoek import nummer_van
from app.routers.wire.values import naar_draad, naar_json
from app.services.handeling import Handeling
from app.services.identiteit import Beller
from app.services.kluis import Kluis
from app.services.poorten import Antwoord, Herhaalsleutel, Klok, Lezer, Opslag, Schrijver, Tokencontrole
from app.services.poorten_beleid import Beleidsbron
from app.services.poorten_document import Documentmaker
from app.services.rechten import verborgen_voor

S = TypeVar("S", bound="Gemaakt")
JSON = "application/json"
BASIS = "/v1"


class Gemaakt(Protocol):
    """What a use case made: a stored thing, or several that share an id."""

    @property
    def id(self) -> UUID:
        """By which it is found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diensten:
    """What `main` hands to the routers."""

    opslag: Opslag
    beleid: Beleidsbron
    tokens: Tokencontrole
    kluis: Kluis
    klok: Klok
    documenten: Documentmaker
    softwareversie: str


@dataclass(slots=True, kw_only=True)
class Verzoek:
    """One request, after the token, the right and the form have been checked."""

    http: Request
    operatie: Operatie
    diensten: Diensten
    beller: Beller
    nu: datetime
    lichaam: bytes
    als_versie: int | None
    sleutel: str | None

    @property
    def lezer(self) -> Lezer:
        """The reader."""
        return self.diensten.opslag.lezer()

    @property
    def verborgen(self) -> frozenset[str]:
        """Names of the shielded fields that the caller may not see."""
        return verborgen_voor(self.beller)

    @property
    def wil_pdf(self) -> bool:
        """Whether the caller asks for PDF by name, and not rather for JSON; all else gets JSON, as everywhere."""
        voorkeur: dict[str, float] = {}
        for deel in ",".join(self.http.headers.getlist("accept")).split(","):
            soort, _, rest = deel.partition(";")
            voorkeur[soort.strip().lower()] = _gewicht(rest)
        return voorkeur.get(PDF, 0) > 0 and voorkeur[PDF] >= voorkeur.get(JSON, 0)

    async def schrijf(self, werk: Callable[[Handeling], Awaitable[S]], *, plaats: str | None = None) -> Response:
        """Run a use case in one transaction and answer with what it made.

        `plaats` is the collection of a new thing; of things made together their list, but for the id that they share.
        """

        async def in_transactie(tx: Schrijver) -> tuple[S, Antwoord]:
            stuk = await werk(self._handeling(tx))
            return stuk, self._antwoord(stuk, plaats)

        antwoord = await self.diensten.opslag.schrijf(
            in_transactie,
            beller=self.beller,
            nu=self.nu,
            handeling=self.operatie.naam,
            verzoek=nummer_van(self.http.scope) or "",
            herhaal=self._herhaalsleutel(),
        )
        return Response(antwoord.lichaam, antwoord.status, dict(antwoord.koppen), media_type=JSON)

    def _handeling(self, tx: Schrijver) -> Handeling:
        return Handeling(
            tx=tx,
            nu=self.nu,
            beller=self.beller,
            beleid=self.diensten.beleid,
            softwareversie=self.diensten.softwareversie,
            als_versie=self.als_versie,
        )

    def _antwoord(self, stuk: Gemaakt, plaats: str | None) -> Antwoord:
        koppen = [("Vary", "Authorization")]
        if isinstance(stuk, Stuk):
            koppen.append(("ETag", f'"{stuk.versie}"'))
        if plaats:
            tussen = "/" if isinstance(stuk, Stuk) else ""
            koppen.append(("Location", f"{BASIS}{plaats}{tussen}{stuk.id}"))
        return Antwoord(self.operatie.status, tuple(koppen), naar_json(naar_draad(stuk, self.verborgen)))

    def _herhaalsleutel(self) -> Herhaalsleutel | None:
        if self.sleutel is None:
            return None
        wie = (self.beller.client, self.beller.wie, self.http.method, self.http.url.path, self.sleutel)
        wat = (",".join(sorted(self.beller.rollen)).encode(), self.lichaam)
        return Herhaalsleutel(_digest(*(deel.encode() for deel in wie)), _digest(*wat))

    def toon(self, stuk: Stuk) -> Response:
        """Answer with one thing, as the caller may see it."""
        koppen = {"ETag": f'"{stuk.versie}"', "Vary": "Authorization"}
        return Response(naar_json(naar_draad(stuk, self.verborgen)), 200, koppen, media_type=JSON)

    def geef(self, inhoud: object) -> Response:
        """Answer with anything else that JSON can show; of a dataclass only what the caller may see."""
        if not isinstance(inhoud, dict) and is_dataclass(inhoud):
            inhoud = naar_draad(inhoud, self.verborgen)
        vary = "Authorization, Accept" if self.operatie.pdf else "Authorization"
        return Response(naar_json(inhoud), self.operatie.status, {"Vary": vary}, media_type=JSON)


def _gewicht(parameters: str) -> float:
    """The weight of a media type in Accept; one that cannot be read is none."""
    naam, _, waarde = parameters.partition("=")
    if naam.strip().lower() != "q":
        return 1
    try:
        return float(waarde.partition(";")[0])
    except ValueError:
        return 0


def _digest(*delen: bytes) -> bytes:
    som = hashlib.sha256()
    for deel in delen:
        som.update(len(deel).to_bytes(8, "big") + deel)
    return som.digest()
