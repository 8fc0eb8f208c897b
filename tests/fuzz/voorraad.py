"""Dossiers that are far enough for the next step: schemathesis alone rarely gets beyond the first.

A dossier here is what its steps gave: `klantId`, `meldingId`, ... It is made by walking the examples of the document.
"""

import re
import time
from collections import deque
from collections.abc import Iterable
from datetime import date, timedelta
from random import Random
from threading import Lock
from typing import Any

import httpx
from pydantic.alias_generators import to_camel

from app.domain.dossier.afdoening import MET_DE_HAND
from app.routers.operatie import Operatie
from tests.fuzz.catalogus import (
    OPERATIES,
    eigen_veld,
    gemaakt,
    lezer_van,
    maker_van,
    nodige_velden,
    rollen_van,
    veld_van,
)
from tests.fuzz.dienst import BEGIN, SNELHEID, Dienst
from tests.fuzz.vormen import bsn_van
from tests.fuzz.wegen import KLANT, MELDING, ONZE_OPDRACHTNEMER, STRAKS, WACHT, WEGEN, Stap

Dossier = dict[str, str]
_BEWAARD = 300
_BIJNA = timedelta(seconds=40)
_LATER = timedelta(days=3)
_TOEN = date(2021, 3, 15)
"""The day of the examples about melding and groepsindeling; those about orders hold at BEGIN as they are."""
_DAG_VAN_TOEN = re.compile(rf"^{_TOEN.year}-\d\d-\d\d")


class Voorraad:
    """Makes dossiers on demand and remembers what came back."""

    def __init__(self, dienst: Dienst, zaad: int) -> None:
        self._dienst = dienst
        self.slot = Lock()
        """Taken by whoever uses this: schemathesis calls from more threads than one."""
        self.kans = Random(zaad)  # noqa: S311  # repeatable, not secret
        self._http = httpx.Client(timeout=30)
        self._dossiers: deque[Dossier] = deque(maxlen=_BEWAARD)
        self._van: dict[str, Dossier] = {}
        self._onze: Dossier = {}
        """The opdrachtnemer whose machine calls: its kenmerk is taken once, so every dossier shares it."""
        self.gelukt: set[str] = set()
        """Operations that schemathesis got a 2xx of; until then a case is helped as far as it can be."""
        self.sleutels: set[str] = set()
        """Idempotency-Keys that were used: with the same body they give the first answer, whatever else is wrong."""
        self.cursors: dict[str, list[dict[str, Any]]] = {}
        """Queries of next pages, by operation."""
        self.mislukt: dict[str, str] = {}
        """Walks that the service refused: operation to its answer."""

    def sluit(self) -> None:
        """Close the connections."""
        self._http.close()

    def dossier_met(self, waarden: Iterable[object]) -> Dossier | None:
        """Return the dossier that one of these ids belongs to."""
        return next((self._van[w] for w in waarden if isinstance(w, str) and w in self._van), None)

    def dossier_voor(self, operatie: Operatie, vers: float) -> Dossier | None:
        """Return a dossier that has the ids for this operation; with this chance a new one, at the right step."""
        nodig = nodige_velden(operatie)
        geschikt = [d for d in self._dossiers if all(veld in d for veld in nodig) and self._mag(operatie, d)]
        if geschikt and self.kans.random() >= vers:
            return self.kans.choice(geschikt)
        return self.maak(operatie)

    def _mag(self, operatie: Operatie, dossier: Dossier) -> bool:
        """Whether this may be tried on it: nobody ends the raamovereenkomst that all our orders rest on."""
        onze = "opdrachtnemerId" in map(to_camel, operatie.ids) and self._onze.items() <= dossier.items()
        return operatie.methode == "GET" or not onze

    def maak(self, operatie: Operatie) -> Dossier | None:
        """Walk to the point where this operation is the next step; None when a step was refused."""
        dossier: Dossier = {}
        if not all(self._loop(stap, dossier) for stap in weg_naar(operatie)):
            return None
        self._dossiers.append(dossier)
        if "termijnId" in nodige_velden(operatie):
            self._kies_termijn(dossier)
        return dossier

    def breng_verder(self, dossier: Dossier, operatie: Operatie) -> None:
        """Bring a dossier as far as this operation; what was done already is refused, and that is well."""
        for stap in weg_naar(operatie):
            stapt = OPERATIES[stap.naam]
            if stapt.ids or veld_van(stapt.pad.split("/")[1]) not in dossier:
                self._loop(stap, dossier, misschien=True)

    def nieuwe(self, veld: str) -> str | None:
        """Make a thing apart from any dossier, such as a partner."""
        maker = maker_van(veld)
        dossier: Dossier = {}
        if maker is None or not all(self._loop(stap, dossier) for stap in (*weg_naar(maker), Stap(maker.naam))):
            return None
        return dossier[veld]

    def etag(self, operatie: Operatie, stuk_id: str) -> str | None:
        """Return the current ETag of the thing in this operation's path."""
        leest = lezer_van(operatie.pad.split("/")[1])
        if leest is None:
            return None
        pad = f"/{leest.pad.split('/')[1]}/{stuk_id}"
        etag = self._http.get(self._adres(pad), headers=self._koppen(leest)).headers.get("ETag")
        return None if etag is None else str(etag)

    def voorbeeld(self, operatie: Operatie) -> dict[str, Any] | None:
        """Return the example of an operation, made to hold now: its today is today, and nobody is double-booked."""
        if operatie.voorbeeld is None:
            return None
        body: dict[str, Any] = bij_de_tijd(dict(operatie.voorbeeld))
        body |= {veld: self._dienst.vandaag for veld, waarde in body.items() if waarde == BEGIN.date().isoformat()}
        if "bsn" in body:
            body["bsn"] = self.bsn()
        if "kenmerk" in body:
            body["kenmerk"] = f"opdrachtnemer-{self.kans.randrange(10**9)}"
        if "medewerker" in body:
            body["medewerker"] = f"medewerker-{self.kans.randrange(10**9)}"
        if "begin" in body:
            body["begin"] = (self._dienst.nu() + _LATER).isoformat()
        return body

    def waarde_voor(self, veld: str, uit: str, dossier: Dossier, gegeven: Any) -> Any:
        """Return what a field of a body takes: the dossier's own, more beside it in a list, or something apart."""
        eigen = eigen_veld(veld, uit)
        if eigen is None:
            return self.nieuwe(str(veld_van(uit)))
        if not isinstance(gegeven, list):
            return dossier.get(eigen)
        anderen = [d[eigen] for d in self._dossiers if eigen in d and d[eigen] != dossier.get(eigen)]
        meer = self.kans.sample(anderen, k=min(len(gegeven) - 1, len(anderen))) if gegeven else []
        return [dossier.get(eigen), *meer]

    def leer(self, operatie: Operatie, gegeven: Dossier, antwoord: dict[str, Any]) -> None:
        """Remember what an answer made: the thing's own id, and the ids that it names."""
        veld = veld_van(operatie.pad.split("/")[1]) if not operatie.ids else None
        inhoud = gemaakt(operatie, antwoord)
        if veld is None or not isinstance(inhoud.get("id"), str):
            return
        genoemd = {n: w for n, w in inhoud.items() if n.endswith("Id") and isinstance(w, str) and maker_van(n)}
        dossier = self.dossier_met([*genoemd.values(), *gegeven.values()])
        if dossier is None:
            dossier = {}
            self._dossiers.append(dossier)
        dossier |= {**genoemd, veld: inhoud["id"]}
        self._van[inhoud["id"]] = dossier

    def leer_cursor(self, operatie: Operatie, vraag: dict[str, Any]) -> None:
        """Keep the query of a next page."""
        bekend = self.cursors.setdefault(operatie.naam, [])
        bekend.append(vraag)
        del bekend[:-20]

    def _loop(self, stap: Stap, dossier: Dossier, *, misschien: bool = False) -> bool:
        if stap is WACHT:
            time.sleep(1.1 * _BIJNA.total_seconds() / SNELHEID)
            return True
        if stap is ONZE_OPDRACHTNEMER and self._onze:
            dossier |= self._onze
            return True
        operatie = OPERATIES[stap.naam]
        antwoord = self._doe(operatie, stap, dossier)
        if not antwoord.is_success:
            if not misschien:
                self.mislukt[stap.naam] = f"{antwoord.status_code} {antwoord.text[:600]}"
            return False
        veld = veld_van(operatie.pad.split("/")[1])
        if veld and not operatie.ids:
            dossier[veld] = gemaakt(operatie, antwoord.json())["id"]
            self._van[dossier[veld]] = dossier
            if stap is ONZE_OPDRACHTNEMER:
                self._onze = {veld: dossier[veld]}
        return True

    def _doe(self, operatie: Operatie, stap: Stap, dossier: Dossier) -> httpx.Response:
        pad, koppen = operatie.pad, self._koppen(operatie, stap.rol)
        for naam in operatie.ids:
            pad = pad.replace("{" + naam + "}", dossier.get(to_camel(naam), "-"))
        if operatie.if_match:
            koppen["If-Match"] = self.etag(operatie, dossier.get(to_camel(operatie.ids[0]), "-")) or '"1"'
        body = self._body(operatie, stap, dossier)
        return self._http.request(operatie.methode, self._adres(pad), json=body, headers=koppen)

    def _body(self, operatie: Operatie, stap: Stap, dossier: Dossier) -> dict[str, Any] | None:
        body = self.voorbeeld(operatie)
        for veld, uit in operatie.velden_uit.items():
            if body and body.get(veld) is not None:
                body[veld] = self.waarde_voor(veld, uit, dossier, body[veld])
        for pad, waarde in stap.anders.items():
            *boven, laatste = pad.split(".")
            plek = body
            for deel in boven:
                plek = plek[deel] if plek else None
            if plek is not None:
                plek[laatste] = (self._dienst.nu() + _BIJNA).isoformat() if waarde is STRAKS else waarde
        return body

    def _kies_termijn(self, dossier: Dossier) -> None:
        """Take a term that people close by hand, with the role whose turn it is."""
        operatie = OPERATIES["toonTermijnen"]
        vraag = {"klantId": dossier["klantId"], "limit": "200"}
        lijst = self._http.get(self._adres(operatie.pad), params=vraag, headers=self._koppen(operatie)).json()
        gevonden = [t for t in lijst["resultaten"] if t["soort"] in MET_DE_HAND or t["herinnering"]]
        if gevonden:
            termijn = self.kans.choice(gevonden)
            dossier |= {"termijnId": termijn["id"], "termijnRol": termijn["rol"]}
            self._van[termijn["id"]] = dossier

    def bsn(self) -> str:
        """Return a BSN that is very likely not in use yet."""
        while True:
            if (bsn := bsn_van(self.kans.randrange(10_000_000, 99_999_999))) is not None:
                return bsn

    def token(self, rol: str) -> str:
        """Return the token of someone with this role."""
        return self._dienst.token(rol, f"{rol}-loper")

    def is_token(self, kop: str | None) -> bool:
        """Whether a header holds a token that was given out here."""
        return kop is not None and self._dienst.kent(kop.removeprefix("Bearer "))

    def _koppen(self, operatie: Operatie, rol: str = "") -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token(rol or rollen_van(operatie)[0])}"}

    def _adres(self, pad: str) -> str:
        return self._dienst.adres + pad


def bij_de_tijd(deel: Any) -> Any:
    """Copy an example, with its days of 2021 moved along to where the clock of the fuzz stands."""
    match deel:
        case dict():
            return {naam: bij_de_tijd(waarde) for naam, waarde in deel.items()}
        case list():
            return [bij_de_tijd(waarde) for waarde in deel]
        case str() if dag := _DAG_VAN_TOEN.match(deel):
            return (date.fromisoformat(dag[0]) + (BEGIN.date() - _TOEN)).isoformat() + deel[dag.end() :]
    return deel


def weg_naar(operatie: Operatie) -> tuple[Stap, ...]:
    """List the steps that lead to an operation, in order."""
    if operatie.naam in WEGEN:
        return WEGEN[operatie.naam]
    weg: dict[str, Stap] = {}
    for veld in nodige_velden(operatie):
        maker = maker_van(veld)
        eerder = (*weg_naar(maker), Stap(maker.naam)) if maker and maker is not operatie else ()
        for stap in eerder or ((KLANT, MELDING) if veld == "termijnId" else ()):
            weg.setdefault(stap.naam, stap)
    return tuple(weg.values())
