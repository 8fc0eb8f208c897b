"""Toetsen: every rule set can be asked without storing anything."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Annotated, Any

from annotated_types import MaxLen, MinLen
from pydantic import BaseModel, Field, create_model
from starlette.responses import Response

from app.domain.basisdienstverlening.ambitiegesprek import AMBITIEGESPREK
from app.domain.basisdienstverlening.groepsindeling import GROEPSINDELING
from app.domain.basisdienstverlening.groepswisseling import GROEPSWISSELING
from app.domain.basisdienstverlening.melding import MELDING
from app.domain.basisdienstverlening.screening import SCREENING
from app.domain.basisdienstverlening.voorschot import VOORSCHOT
from app.domain.besluit import Grond
from app.domain.fouten import OngeldigeInvoer, Veldfout
from app.domain.termijntoetsen.beslistermijn import BESLISTERMIJN
from app.domain.termijntoetsen.termijn import TERMIJN
from app.domain.toets import Toets
from app.domain.uwv.begeleidingsuren import UWV_BEGELEIDINGSUREN
from app.domain.uwv.bijstelling import UWV_BIJSTELLING
from app.domain.uwv.inzet import UWV_DIENST
from app.domain.uwv.plaatsing import UWV_PLAATSING
from app.domain.uwv.termijnen import UWV_TERMIJNEN
from app.domain.uwv.versie import UWV_VERSIE
from app.domain.uwv.vervolg import UWV_VERVOLG
from app.domain.uwv.ziekte import UWV_ZIEKTE
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.routers.wire.models import Invoer, Uitvoer, invoer, uitvoer
from app.routers.wire.scalars import Dag
from app.routers.wire.values import naar_domein, naar_draad
from app.services.rechten import Recht

TOETSEN: tuple[Toets[Any, Any], ...] = (
    TERMIJN,
    BESLISTERMIJN,
    MELDING,
    SCREENING,
    VOORSCHOT,
    AMBITIEGESPREK,
    GROEPSINDELING,
    GROEPSWISSELING,
    UWV_VERSIE,
    UWV_DIENST,
    UWV_TERMIJNEN,
    UWV_BEGELEIDINGSUREN,
    UWV_ZIEKTE,
    UWV_PLAATSING,
    UWV_BIJSTELLING,
    UWV_VERVOLG,
)
Setnaam = Annotated[str, MinLen(1), MaxLen(60), Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")]

op = Operaties(
    "toetsen",
    "De regels zelf, zonder dossier: feiten erin, uitkomst en motivering eruit.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsregel:
    """A rule set that can be asked."""

    naam: str
    """Naam in het adres."""
    thema: str
    """Thema van de regelcatalogus; bepaalt welk beleid geldt."""
    omschrijving: str
    """Wat de toets beslist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetslijst:
    """Every toets."""

    resultaten: tuple[Toetsregel, ...]
    """De toetsen."""


@op.get("/toetsen", Recht.TOETSEN, "Toon welke toetsen er zijn", geeft=Toetslijst)
async def toon_toetsen(v: Verzoek) -> Response:
    return v.geef(
        Toetslijst(
            resultaten=tuple(Toetsregel(naam=t.naam, thema=t.thema, omschrijving=t.omschrijving) for t in TOETSEN)
        )
    )


def _vraagmodel(toets: Toets[Any, Any]) -> type[BaseModel]:
    velden: dict[str, Any] = {
        "peildatum": (Dag, Field(description="De dag waarop wordt beoordeeld; kiest de parameters van het beleid.")),
        "feiten": (invoer(toets.feiten), Field(description="Waarop de regels worden toegepast.")),
        "beleid": (Setnaam | None, Field(None, description="Een andere beleidsset dan de gebruikelijke.")),
    }
    return create_model(f"{toets.feiten.__name__.removesuffix('Feiten')}Toetsvraag", __base__=Invoer, **velden)


def _antwoordmodel(toets: Toets[Any, Any]) -> type[BaseModel]:
    velden: dict[str, Any] = {
        "toets": (str, Field(description="Naam van de toets.")),
        "beleid": (str, Field(description="De toegepaste beleidsset.")),
        "peildatum": (Dag, Field(description="De dag waarop is beoordeeld.")),
        "uitkomst": (uitvoer(toets.uitkomst), Field(description="Wat de regels adviseren.")),
        "motivering": (list[uitvoer(Grond)], Field(description="Elke toegepaste regel, in volgorde.")),  # type: ignore[misc]  # made at run time
    }
    return create_model(f"{toets.feiten.__name__.removesuffix('Feiten')}Toetsantwoord", __base__=Uitvoer, **velden)


def _eindpunt(toets: Toets[Any, Any]) -> Callable[..., Awaitable[Response]]:
    async def vraag(v: Verzoek, body: Any) -> Response:
        peildatum: date = body.peildatum
        feiten = naar_domein(body.feiten, toets.feiten)
        dag = toets.beleidsdag(feiten, peildatum)
        beleid = v.diensten.beleid.set(body.beleid) if body.beleid else v.diensten.beleid.voor(toets.thema, dag)
        try:
            besluit = toets.beoordeel(beleid.op(dag), feiten)
        except OngeldigeInvoer as fout:
            raise OngeldigeInvoer(Veldfout(f"feiten.{f.pad}", f.code, f.detail) for f in fout.fouten) from None
        return v.geef(
            {
                "toets": toets.naam,
                "beleid": beleid.id,
                "peildatum": peildatum,
                "uitkomst": naar_draad(besluit.uitkomst),
                "motivering": [naar_draad(grond) for grond in besluit.motivering],
            }
        )

    vraag.__name__ = f"toets_{toets.naam.replace('-', '_')}"
    return vraag


for _toets in TOETSEN:
    op.post(
        f"/toetsen/{_toets.naam}",
        Recht.TOETSEN,
        f"Toets {_toets.naam}",
        uitleg=_toets.omschrijving,
        maak_body=cache(partial(_vraagmodel, _toets)),
        geeft=cache(partial(_antwoordmodel, _toets)),
        status=200,
        idempotent=False,
        etag=False,
        voorbeeld={"peildatum": _toets.voorbeeld_peildatum, "feiten": _toets.voorbeeld},
    )(_eindpunt(_toets))
