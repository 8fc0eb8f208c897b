"""Toetsen over HTTP: the order's own day picks the version of the policy, and a version without figures says so."""

from typing import Any

import httpx
import pytest

from app.domain.toets import Toets
from app.domain.uwv.inzet import UWV_DIENST
from app.routers.toetsen import TOETSEN
from tests.api import Api

pytestmark = pytest.mark.anyio


async def vraag(api: Api, toets: Toets[Any, Any], peildatum: str = "", **anders: Any) -> httpx.Response:
    """Ask a toets by its example."""
    feiten = {**toets.voorbeeld, **anders}
    body = {"peildatum": peildatum or toets.voorbeeld_peildatum, "feiten": feiten}
    return await api.coordinator.post(f"/toetsen/{toets.naam}", body)


@pytest.mark.parametrize("toets", TOETSEN, ids=lambda toets: toets.naam)
async def test_every_example_can_be_asked(api: Api, toets: Toets[Any, Any]) -> None:
    antwoord = await vraag(api, toets)
    assert antwoord.status_code == 200, antwoord.text
    assert antwoord.json()["motivering"]


@pytest.mark.parametrize("peildatum", ["2020-03-01", "2025-04-07", "2030-01-01"])
async def test_an_order_of_2020_has_no_figures_whenever_it_is_asked(api: Api, peildatum: str) -> None:
    antwoord = await vraag(api, UWV_DIENST, peildatum, opdrachtOp="2020-03-01")
    assert antwoord.status_code == 409
    assert antwoord.json()["type"] == "/problemen/parameter-ontbreekt"
    assert "uwv.dienst.werkfit_maken.uren heeft geen waarde op 2020-03-01" in antwoord.json()["detail"]


@pytest.mark.parametrize("peildatum", ["2020-03-01", "2025-04-07", "2030-01-01"])
async def test_an_order_of_2025_keeps_seven_one_whenever_it_is_asked(api: Api, peildatum: str) -> None:
    antwoord = (await vraag(api, UWV_DIENST, peildatum, opdrachtOp="2025-04-07")).json()
    assert (antwoord["beleid"], antwoord["peildatum"]) == ("uwv-7.1", peildatum)
    assert antwoord["uitkomst"]["maximumUren"] == 41


@pytest.mark.parametrize(("opdracht", "beleid"), [("2020-03-01", "uwv-4.1"), ("2016-06-30", "uwv")])
async def test_its_version_is_known_where_its_figures_are_not(api: Api, opdracht: str, beleid: str) -> None:
    versie = next(toets for toets in TOETSEN if toets.naam == "uwv-versie")
    antwoord = (await vraag(api, versie, opdrachtOp=opdracht)).json()
    assert antwoord["beleid"] == beleid
    assert not antwoord["uitkomst"]["cijfersBekend"]


async def test_a_refused_fact_is_named_by_its_path(api: Api) -> None:
    plaatsing = next(toets for toets in TOETSEN if toets.naam == "uwv-plaatsing")
    achterstevoren = [{"van": "2025-07-11", "totEnMet": "2025-07-07", "reden": "ziekte"}]
    antwoord = await vraag(api, plaatsing, onderbrekingen=achterstevoren)
    assert antwoord.status_code == 400
    (fout,) = antwoord.json()["errors"]
    assert fout["code"] == "voor-begin"
