"""Exception handlers: errors of the house and of the framework to problem+json."""

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from app.domain.fouten import Fout
from app.routers.problemen import (
    INTERN,
    Probleem,
    ProbleemFout,
    probleem_antwoord,
    probleem_bij_fout,
    probleem_bij_status,
    probleem_bij_velden,
)
from app.routers.schil.logboek import Logboek, crash_velden
from app.routers.schil.methoden import toegestane_methoden
from app.routers.schil.veldfouten import veldproblemen
from app.routers.schil.verzoek import nummer_van
from app.services.fouten import OpslagOnbereikbaar

SOORTEN_FOUT = (Fout, ProbleemFout, RequestValidationError, HTTPException)
_EERSTE_FOUTSTATUS = 400
_METHODE_NIET_TOEGESTAAN = 405


def registreer_foutafhandeling(app: FastAPI, logboek: Logboek) -> None:
    """Install the handlers; what none of them knows is a crash, and the safety net's.

    A store that does not answer is refused as any other error, but why is written down: who runs the service must know.
    """

    async def handel_af(verzoek: Request, fout: Exception) -> Response:
        if isinstance(fout, HTTPException) and fout.status_code < _EERSTE_FOUTSTATUS:
            return Response(status_code=fout.status_code, headers=fout.headers)
        probleem = _probleem(app, verzoek, fout)
        if isinstance(fout, Fout) and probleem.status == INTERN.status:
            raise fout  # no refusal of ours but a crash: the safety net writes it down
        if isinstance(fout, OpslagOnbereikbaar):
            velden = crash_velden(fout.__cause__ or fout)
            logboek.error("opslag-onbereikbaar", verzoek=nummer_van(verzoek.scope), **velden)
        return probleem_antwoord(probleem, nummer_van(verzoek.scope))

    for soort in SOORTEN_FOUT:
        app.add_exception_handler(soort, handel_af)


def _probleem(app: FastAPI, verzoek: Request, fout: Exception) -> Probleem:
    match fout:
        case Fout():
            return probleem_bij_fout(fout)
        case ProbleemFout():
            return fout.probleem
        case RequestValidationError():
            return probleem_bij_velden(veldproblemen(fout.errors()))
        case HTTPException():
            return _bij_status(app, verzoek, fout)
        case _:
            return probleem_bij_status(INTERN.status)


def _bij_status(app: FastAPI, verzoek: Request, fout: HTTPException) -> Probleem:
    """The framework's refusals in our words: its own detail is English and can quote the request."""
    if fout.status_code == _METHODE_NIET_TOEGESTAAN:
        koppen = {"Allow": ", ".join(toegestane_methoden(app, verzoek.scope))}
        return probleem_bij_status(fout.status_code, koppen=koppen)
    return probleem_bij_status(fout.status_code, koppen=dict(fout.headers or {}))
