"""The route: token, right and form are checked here, in this order, for every operation alike."""

import re
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from itertools import islice
from typing import Any

from fastapi.routing import APIRoute
from pydantic import BaseModel, ValidationError
from pydantic.alias_generators import to_camel
from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from app.routers.operatie import MERGE_PATCH, Operatie
from app.routers.problemen import ProbleemFout, Veldprobleem, probleem_bij_status, probleem_bij_velden
from app.routers.schil.veldfouten import MEESTE_FOUTEN, pad_van, veldproblemen
from app.routers.schil.verzoek import CLIENT, LICHAAM
from app.routers.verzoek import JSON, Diensten, Verzoek
from app.routers.wire.dubbel import dubbele_namen
from app.routers.wire.models import zoekvraag
from app.routers.wire.scalars import ETAG_VORM, SLEUTEL_VORM, lees_uuid
from app.routers.wire.surrogaten import met_nul
from app.routers.wire.values import gewijzigd, naar_domein
from app.services.rechten import eis_recht

_ETAG, _SLEUTEL = re.compile(ETAG_VORM), re.compile(SLEUTEL_VORM)
_TE_VEEL = 1_000
"""Pydantic writes out all faults or none: above so many that costs more than it tells."""
_VEEL_TE_VEEL = Veldprobleem("", "te-veel-fouten", f"Hier kloppen meer dan {_TE_VEEL} dingen niet.")
_GEEN_JSON = Veldprobleem("", "ongeldige-json", "De inhoud is geen geldige JSON.")
Problemen = list[Veldprobleem]


class Kenmerk(Convertor[str]):
    """An id in a path; a name with `_` before it is an operation beside the ids, such as `/klanten/_zoek`."""

    regex = "[^/_][^/]*"

    def convert(self, value: str) -> str:
        """Take it as it is: its form is checked with all else."""
        return value

    def to_string(self, value: str) -> str:
        """Give it as it is."""
        return value


register_url_convertor("kenmerk", Kenmerk())
Afhandeling = Callable[[Request], Coroutine[Any, Any, Response]]


def maak_route(operatie: Operatie, diensten: Callable[[], Diensten], basis: str) -> APIRoute:
    """Make the route of an operation; `diensten` gives what `main` prepared when the app started."""
    afhandeling = _afhandeling(operatie, diensten)

    async def leeg() -> None:
        """Stand in where FastAPI reads a signature: the operation is the one description."""

    async def bedien(scope: Scope, receive: Receive, send: Send) -> None:
        antwoord = await afhandeling(Request(scope, receive, send))
        await antwoord(scope, receive, send)

    pad = basis + operatie.pad.replace("}", ":kenmerk}")
    route = APIRoute(pad, leeg, methods=[operatie.methode], name=operatie.naam, operation_id=operatie.naam)
    route.app = bedien  # FastAPI's own opens two exit stacks per request for dependencies, which no operation has
    return route


def _afhandeling(operatie: Operatie, diensten: Callable[[], Diensten]) -> Afhandeling:
    async def handel_af(request: Request) -> Response:
        dienst = diensten()
        beller = await dienst.tokens.controleer(_kop(request, b"authorization"))
        request.scope["state"][CLIENT] = beller.client
        eis_recht(beller, operatie.recht)
        problemen: Problemen = []
        gegevens = _pad(operatie, request, problemen) | _vraag(operatie, request, problemen)
        lichaam = _lichaam(operatie, request)
        gegevens |= _body(operatie, lichaam, problemen)
        versie, sleutel = _versie(operatie, request, problemen), _sleutel(operatie, request, problemen)
        if problemen:
            raise ProbleemFout(probleem_bij_velden(tuple(problemen)))
        verzoek = Verzoek(
            http=request,
            operatie=operatie,
            diensten=dienst,
            beller=beller,
            nu=dienst.klok(),
            lichaam=lichaam,
            als_versie=versie,
            sleutel=sleutel,
        )
        return await operatie.eindpunt(verzoek, **gegevens)

    return handel_af


def _kop(request: Request, naam: bytes) -> str | None:
    """The header of this name; one that came twice as the list that it is, so that what takes no list refuses it.

    The framework's own mapping decodes all names to find one.
    """
    waarden = [waarde for gevonden, waarde in request.scope["headers"] if gevonden == naam]
    return b", ".join(waarden).decode("latin-1") if waarden else None


def _pad(operatie: Operatie, request: Request, problemen: Problemen) -> dict[str, Any]:
    gegevens: dict[str, Any] = dict(request.path_params)
    for naam in operatie.ids:
        try:
            gegevens[naam] = lees_uuid(gegevens[naam])
        except ValueError:
            problemen.append(
                Veldprobleem(to_camel(naam), "geen-uuid", "Geef een UUID in kleine letters met streepjes.")
            )
    return gegevens


def _vraag(operatie: Operatie, request: Request, problemen: Problemen) -> dict[str, Any]:
    paren = request.query_params.multi_items() if request.scope["query_string"] else []
    if operatie.vraag is None:
        problemen.extend(
            Veldprobleem("query", "onbekend-veld", "Deze bewerking kent geen zoekvelden.") for _ in paren[:1]
        )
        return {}
    gegeven = dict(paren)
    if len(gegeven) < len(paren):
        problemen.extend(
            Veldprobleem(pad_van([naam]), "dubbel", "Een zoekveld mag één keer voorkomen.")
            for naam, aantal in Counter(naam for naam, _ in paren).items()
            if aantal > 1
        )
    try:
        model = zoekvraag(operatie.vraag).model_validate(gegeven)
    except ValidationError as fout:
        problemen.extend(_velden(fout))
        return {}
    return {"vraag": naar_domein(model, operatie.vraag)}


def _lichaam(operatie: Operatie, request: Request) -> bytes:
    if operatie.maak_body is None:
        return b""
    soort = (_kop(request, b"content-type") or "").partition(";")[0].strip().lower()
    if soort != JSON and not (operatie.patch and soort == MERGE_PATCH):
        raise ProbleemFout(probleem_bij_status(415))
    if (_kop(request, b"content-encoding") or "identity").strip().lower() != "identity":
        raise ProbleemFout(probleem_bij_status(415, "Stuur de inhoud zoals die is, zonder Content-Encoding."))
    lichaam: bytes = request.scope["state"][LICHAAM]
    return lichaam


def _body(operatie: Operatie, lichaam: bytes, problemen: Problemen) -> dict[str, Any]:
    if operatie.maak_body is None:
        return {}
    soort = operatie.maak_body()
    try:
        model = soort.__pydantic_validator__.validate_json(lichaam)
    except ValidationError as fout:
        gevonden = _in_body(soort, lichaam, fout)
        problemen.extend(gevonden)
        if gevonden[0].code not in (_GEEN_JSON.code, _VEEL_TE_VEEL.code):
            problemen.extend(_dubbel(lichaam))
        return {}
    problemen.extend(_dubbel(lichaam))
    return {"body": _waarde(operatie, model)}


def _in_body(model: type[BaseModel], lichaam: bytes, fout: ValidationError) -> Sequence[Veldprobleem]:
    """What is wrong with a body; what is no JSON only because of half a character has fields that can be named."""
    gevonden = _velden(fout)
    if gevonden[0].code != _GEEN_JSON.code or (leesbaar := met_nul(lichaam)) == lichaam:
        return gevonden
    try:
        model.__pydantic_validator__.validate_json(leesbaar)
    except ValidationError as zonder:
        return _velden(zonder)
    return gevonden


def _dubbel(lichaam: bytes) -> Problemen:
    try:
        plaatsen = list(islice(dubbele_namen(lichaam), MEESTE_FOUTEN))
    except ValueError:
        return [_GEEN_JSON]
    return [Veldprobleem(pad_van(plaats), "dubbel", "Een naam mag één keer voorkomen.") for plaats in plaatsen]


def _waarde(operatie: Operatie, model: BaseModel) -> Any:
    if operatie.body is None:
        return model
    return gewijzigd(model, operatie.body) if operatie.patch else naar_domein(model, operatie.body)


def _velden(fout: ValidationError) -> Sequence[Veldprobleem]:
    if fout.error_count() > _TE_VEEL:
        return [_VEEL_TE_VEEL]
    return veldproblemen(fout.errors(include_url=False, include_input=False))


def _versie(operatie: Operatie, request: Request, problemen: Problemen) -> int | None:
    kop = _kop(request, b"if-match") if operatie.if_match else None
    if kop is None:
        return None
    etag = kop.strip()
    if not _ETAG.fullmatch(etag):
        problemen.append(Veldprobleem("If-Match", "geen-etag", 'Geef één ETag zoals die is gegeven, bijvoorbeeld "3".'))
        return None
    return int(etag.strip('"'))


def _sleutel(operatie: Operatie, request: Request, problemen: Problemen) -> str | None:
    kop = _kop(request, b"idempotency-key") if operatie.idempotent else None
    if kop is None:
        return None
    if not _SLEUTEL.fullmatch(kop):
        uitleg = "Geef 1 tot 128 letters, cijfers, punten, streepjes of dubbele punten."
        problemen.append(Veldprobleem("Idempotency-Key", "geen-sleutel", uitleg))
    return kop
