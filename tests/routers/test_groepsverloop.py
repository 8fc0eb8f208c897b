"""Any course through the groups leaves a dossier without holes: one group a day, every version kept, all in order."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api import Api
from tests.conftest import BEGIN, Wijzer
from tests.stappen import besproken_melding
from tests.stappen_groepen import nieuwe_indeling, opgave_indeling

pytestmark = pytest.mark.anyio
GROEPEN = ("matchen", "groeien", "faciliteren", "zorgen")
EEN_DAG = timedelta(days=1)

STAP = st.one_of(
    st.tuples(st.just("wissel"), st.sampled_from(GROEPEN), st.integers(0, 30)),
    st.tuples(st.just("blijf"), st.booleans()),
    st.tuples(st.just("meld"), st.sampled_from(GROEPEN)),
    st.tuples(st.just("corrigeer"), st.sampled_from(GROEPEN), st.integers(0, 30)),
)
VERLOOP = st.lists(st.tuples(st.integers(0, 120), STAP), min_size=4, max_size=7)


class Loper:
    """Walks one klant through steps; what the service refuses, it refuses as a conflict or as wrong input."""

    def __init__(self, api: Api, klant: str) -> None:
        self.api, self.klant, self.genomen = api, klant, 0

    async def zet(self, vandaag: date, stap: tuple[Any, ...]) -> None:
        soort, *rest = stap
        await getattr(self, f"_{soort}")(vandaag, *rest)

    async def _lopend(self) -> httpx.Response:
        return await self.api.receptie.get(f"/klanten/{self.klant}/groepsindeling")

    async def _besluit(self, **besluit: Any) -> None:
        body = {"indelingId": (await self._lopend()).json()["id"], "opgave": {}}
        wisseling = await self.api.trajectconsulent.post("/groepswisselingen", body)
        if self._gelukt(wisseling):
            pad = f"/groepswisselingen/{wisseling.json()['id']}/besluiten"
            self._gelukt(await self.api.trajectconsulent.post(pad, {"reden": "Zo.", **besluit}, als=wisseling))

    async def _wissel(self, vandaag: date, naar: str, terug: int) -> None:
        await self._besluit(naar=naar, geldigVan=(vandaag - terug * EEN_DAG).isoformat())

    async def _blijf(self, _vandaag: date, verlengen: bool) -> None:
        await self._besluit(naar=None, verlengen=verlengen)

    async def _meld(self, _vandaag: date, groep: str) -> None:
        lijst = await self.api.receptie.get("/meldingen", params={"klantId": self.klant, "stand": "besproken"})
        open_ = lijst.json()["resultaten"]
        melding = open_[0] if open_ else (await besproken_melding(self.api, klant=self.klant)).json()
        body = {
            "meldingId": melding["id"],
            "klantId": self.klant,
            "opgave": opgave_indeling(),
            "keuze": groep,
        }
        anders = {} if groep == "matchen" else {"afwijkingReden": "Anders."}
        self._gelukt(await self.api.trajectconsulent.post("/groepsindelingen", body | anders))

    async def _corrigeer(self, vandaag: date, groep: str, terug: int) -> None:
        lopend = await self._lopend()
        body = {"reden": "Fout.", "klasse": groep, "geldigVan": (vandaag - terug * EEN_DAG).isoformat()}
        if groep != lopend.json()["advies"]:
            body["afwijkingReden"] = "Anders."
        pad = f"/groepsindelingen/{lopend.json()['id']}/correcties"
        self._gelukt(await self.api.trajectconsulent.post(pad, body, als=lopend))

    def _gelukt(self, antwoord: httpx.Response) -> bool:
        assert antwoord.status_code in (200, 201, 400, 409), antwoord.text
        self.genomen += antwoord.is_success
        return antwoord.is_success


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(verloop=VERLOOP)
async def test_any_course_leaves_one_group_a_day_and_a_full_history(
    api: Api, wijzer: Wijzer, verloop: list[tuple[int, tuple[Any, ...]]]
) -> None:
    wijzer.nu = BEGIN
    klant = (await nieuwe_indeling(api)).json()["klantId"]
    loper = Loper(api, klant)
    for dagen, stap in verloop:
        wijzer.nu += dagen * EEN_DAG
        await loper.zet(wijzer.nu.date(), stap)
    plaatsingen = await _plaatsingen(api, klant)
    _sluiten_aan(plaatsingen)
    await _zijn_te_vinden(api, klant, plaatsingen)
    await _staan_in_de_tijdlijn(api, klant, plaatsingen)


async def _plaatsingen(api: Api, klant: str) -> list[dict[str, Any]]:
    lijst = await api.receptie.get("/groepsindelingen", params={"klantId": klant, "limit": 200})
    return sorted(lijst.json()["resultaten"], key=lambda plaatsing: str(plaatsing["geldigVan"]))


def _sluiten_aan(plaatsingen: list[dict[str, Any]]) -> None:
    assert [plaatsing["geldigTot"] for plaatsing in plaatsingen].count(None) == 1
    for eerder, later in pairwise(plaatsingen):
        assert date.fromisoformat(eerder["geldigTot"]) + EEN_DAG == date.fromisoformat(later["geldigVan"])


async def _zijn_te_vinden(api: Api, klant: str, plaatsingen: list[dict[str, Any]]) -> None:
    for plaatsing in plaatsingen:
        vraag = {"geldigOp": plaatsing["geldigVan"]}
        gevonden = await api.receptie.get(f"/klanten/{klant}/groepsindeling", params=vraag)
        assert gevonden.json() == plaatsing
        toen = {"bekendOp": plaatsing["gewijzigdOp"]}
        assert (await api.receptie.get(f"/groepsindelingen/{plaatsing['id']}", params=toen)).json() == plaatsing


async def _staan_in_de_tijdlijn(api: Api, klant: str, plaatsingen: list[dict[str, Any]]) -> None:
    regels = (await api.manager.get(f"/klanten/{klant}/tijdlijn", params={"limit": 200})).json()["resultaten"]
    assert [regel["volgnummer"] for regel in regels] == list(range(1, len(regels) + 1))
    momenten = [datetime.fromisoformat(regel["op"]) for regel in regels]
    assert momenten == sorted(momenten)
    for plaatsing in plaatsingen:
        versies = [regel["versie"] for regel in regels if regel["onderwerpId"] == plaatsing["id"]]
        assert versies == list(range(1, plaatsing["versie"] + 1))
