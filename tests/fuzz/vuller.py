"""Real ids, current ETags and nearly right facts in a generated request, but never where it is wrong on purpose."""

from random import Random
from typing import Any

from pydantic.alias_generators import to_camel
from schemathesis import Case
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.meta import TestPhase

from app.routers.operatie import PDF, Operatie
from tests.fuzz.catalogus import rollen_van
from tests.fuzz.voorraad import Dossier, Voorraad, weg_naar
from tests.fuzz.wegen import ROL_VAN, WACHT

ZOALS_BEDACHT = 0.12
"""Share of the requests that keep their generated ids: unknown things must be refused well too."""
_OUDE_ETAG = 0.08
SLEUTEL = "Idempotency-Key"
PARTNER = "partnerId"
"""Another klant. The document makes no link of it: the link would name the klant as their own partner."""
_BLADER = 0.4
_VERS = 0.4
_ZELDEN_VERS = 0.04
_VERDER = 0.5
"""Share of the steps on a known thing that what comes before it is done first, where it was not yet."""
_PDF = 0.3
_MENG = 0.5
_EIGEN = 0.2
"""Share of its values that a generated body keeps when it is mixed with the example."""


def ids_in(case: Case[Any]) -> Dossier:
    """Name the ids that a case asks about, in its path and its body."""
    body = case.body if isinstance(case.body, dict) else {}
    alles = {**body, **(case.path_parameters or {})}
    return {naam: w for naam, w in alles.items() if naam.endswith("Id") and isinstance(w, str)}


class Vuller:
    """Fills one case."""

    def __init__(self, voorraad: Voorraad, operatie: Operatie, case: Case[Any]) -> None:
        self._voorraad = voorraad
        self._operatie = operatie
        self._case = case
        self._kans = voorraad.kans
        self._positief = case.meta is not None and case.meta.generation.mode.is_positive
        self._zeker = self._positief and operatie.naam not in voorraad.gelukt

    def vul(self) -> None:
        """Fill path, body, query and If-Match; leave out a known key where a fault in a header must be refused."""
        if not self._goed(ParameterLocation.HEADER) and self._case.headers.get(SLEUTEL) in self._voorraad.sleutels:
            del self._case.headers[SLEUTEL]
        if not self._zeker and self._kans.random() < ZOALS_BEDACHT:
            return
        if self._goed(ParameterLocation.QUERY) and self._operatie.vraag is not None:
            self._blader()
        if self._goed(ParameterLocation.BODY) and isinstance(self._case.body, dict):
            self._meng(self._case.body)
        if self._operatie.pdf and self._goed(ParameterLocation.HEADER) and self._kans.random() < _PDF:
            self._case.headers["Accept"] = PDF
        if self._operatie.ids or self._operatie.velden_uit:
            self._vul_ids(self._dossier())

    def _vul_ids(self, dossier: Dossier | None) -> None:
        if dossier is None:
            return
        if self._goed(ParameterLocation.PATH):
            self._pad(dossier)
        if self._goed(ParameterLocation.BODY) and isinstance(self._case.body, dict):
            self._case.body = self._body(self._case.body, dossier)
        if self._operatie.if_match and self._goed(ParameterLocation.HEADER):
            self._etag()
            self._als(dossier.get("termijnRol") or (ROL_VAN.get(self._operatie.naam, "") if self._zeker else ""))

    def _dossier(self) -> Dossier | None:
        if self._zeker:
            return self._voorraad.dossier_voor(self._operatie, 1.0)
        gevonden = self._voorraad.dossier_met(ids_in(self._case).values())
        vaak = self._positief and self._operatie.methode != "GET" and WACHT not in weg_naar(self._operatie)
        if gevonden and vaak and self._kans.random() < _VERDER:
            self._voorraad.breng_verder(gevonden, self._operatie)
        return gevonden or self._voorraad.dossier_voor(self._operatie, _VERS if vaak else _ZELDEN_VERS)

    def _als(self, rol: str) -> None:
        """Call as the role whose turn it is: of all roles that may, one may now."""
        if rol in rollen_van(self._operatie) and self._voorraad.is_token(self._case.headers.get("Authorization")):
            self._case.headers["Authorization"] = f"Bearer {self._voorraad.token(rol)}"

    def _goed(self, plaats: ParameterLocation) -> bool:
        return self._case.meta is not None and not self._case.meta.is_negative_at(plaats)

    def _pad(self, dossier: Dossier) -> None:
        for naam in map(to_camel, self._operatie.ids):
            if naam in dossier and naam in self._case.path_parameters:
                self._case.path_parameters[naam] = dossier[naam]

    def _body(self, body: dict[str, Any], dossier: Dossier) -> dict[str, Any]:
        gevuld = dict(body)
        for veld, uit in self._operatie.velden_uit.items():
            if gevuld.get(veld) is None:
                continue
            gevuld[veld] = self._voorraad.waarde_voor(veld, uit, dossier, gevuld[veld]) or gevuld[veld]
        if gevuld.get(PARTNER) is not None:
            gevuld[PARTNER] = self._voorraad.nieuwe("klantId") or gevuld[PARTNER]
        return gevuld

    def _meng(self, body: dict[str, Any]) -> None:
        """Make of random facts nearly right ones, so that the rules behind the first check are reached too."""
        voorbeeld = self._voorraad.voorbeeld(self._operatie)
        if voorbeeld is None or self._case.meta is None:
            return
        if self._zeker:
            self._case.body = voorbeeld
        elif self._case.meta.phase.name != TestPhase.COVERAGE and self._kans.random() < _MENG:
            self._case.body = mengsel(voorbeeld, body, self._kans)

    def _etag(self) -> None:
        if (not self._zeker and self._kans.random() < _OUDE_ETAG) or not self._operatie.ids:
            return
        stuk_id = self._case.path_parameters.get(to_camel(self._operatie.ids[0]))
        etag = self._voorraad.etag(self._operatie, str(stuk_id))
        if etag is not None:
            self._case.headers["If-Match"] = etag

    def _blader(self) -> None:
        """Ask for the next page of a list that was read before, as a client does; first of all for everything."""
        if self._zeker:
            self._case.query = {}
            return
        bekend = self._voorraad.cursors.get(self._operatie.naam)
        if bekend and self._kans.random() < _BLADER:
            self._case.query = dict(self._kans.choice(bekend))


def mengsel(voorbeeld: dict[str, Any], gegeven: dict[str, Any], kans: Random) -> dict[str, Any]:
    """Mix two valid bodies, field by field: the result is as valid as they are."""
    gemengd = dict(voorbeeld)
    for veld, waarde in gegeven.items():
        oud = gemengd.get(veld)
        if isinstance(oud, dict) and isinstance(waarde, dict):
            gemengd[veld] = mengsel(oud, waarde, kans)
        elif kans.random() < _EIGEN:
            gemengd[veld] = waarde
    return gemengd
