"""Figures of judged inkooporders over HTTP; each test counts the orders of its own firm."""

from typing import Any

import httpx
import pytest

from tests.api import Api, Persoon
from tests.conftest import Wijzer
from tests.stappen import nieuwe_opdrachtnemer
from tests.stappen_orders import Order, beeindig, nieuwe_order, oordeel, rapporteer

pytestmark = pytest.mark.anyio
PAD = "/stuurinformatie/inkooporders"


async def beoordeeld(
    api: Api, wijzer: Wijzer, firma: httpx.Response, op: str, dienst: str = "werkfit_maken", **anders: Any
) -> Order:
    """An order from 7 April 2025 that ended on a day, on which its report came and it was judged."""
    wijzer.zet("2025-04-07T09:00:00Z")
    order = await (await nieuwe_order(api, dienst, firma=firma)).in_uitvoering()
    wijzer.zet(f"{op}T09:00:00Z")
    await rapporteer(await beeindig(order, op, "resultaat_bereikt"), op)
    vervolg = None if dienst.startswith("werkbehoud") else "geen_vervolg"
    return await oordeel(order, op, vervolg, **anders)


async def cijfers(wie: Persoon, firma: httpx.Response, **vraag: str) -> list[dict[str, Any]]:
    """The figures of one firm."""
    antwoord = await wie.get(PAD, params=vraag)
    assert antwoord.status_code == 200, antwoord.text
    return [een for een in antwoord.json()["resultaten"] if een["opdrachtnemerId"] == firma.json()["id"]]


NEE: dict[str, Any] = {"behaald": False, "toelichting": "Niet werkfit."}


async def test_figures_per_service_of_what_was_judged(api: Api, wijzer: Wijzer) -> None:
    firma = await nieuwe_opdrachtnemer(api)
    await beoordeeld(api, wijzer, firma, "2025-05-07")
    await beoordeeld(api, wijzer, firma, "2025-05-17")
    await beoordeeld(api, wijzer, firma, "2025-07-16", **NEE)
    await beoordeeld(api, wijzer, firma, "2025-06-06", "werkbehoud_loondienst")
    werkbehoud, werkfit = sorted(await cijfers(api.manager, firma), key=lambda een: str(een["dienst"]))
    assert {naam: waarde for naam, waarde in werkfit.items() if naam != "motivering"} == {
        "dienst": "werkfit_maken",
        "opdrachtnemerId": firma.json()["id"],
        "beoordeeld": 3,
        "behaald": 2,
        "nietBehaald": 1,
        "teltNietMee": 0,
        "resultaatpercentage": "66.67",
        "gemiddeldeDagen": "56.67",
        "mediaanDagen": "40.00",
        "termijnenOpdrachtnemer": {"gehaald": 6, "gemist": 0},
        "termijnenUwv": {"gehaald": 3, "gemist": 0},
    }
    assert (werkbehoud["resultaatpercentage"], werkbehoud["mediaanDagen"]) == ("100.00", "60.00")


async def test_what_does_not_count_is_told_apart_and_a_missed_term_too(api: Api, wijzer: Wijzer) -> None:
    firma = await nieuwe_opdrachtnemer(api)
    wijzer.zet("2025-04-07T09:00:00Z")
    order = await (await nieuwe_order(api, firma=firma)).in_uitvoering()
    wijzer.zet("2025-05-07T09:00:00Z")
    melding = {"reden": "overlijden", "toelichting": "De cliënt is overleden.", "gemeldOp": "2025-05-07"}
    await order.stap(order.opdrachtnemer, "terugmeldingen", melding)
    await order.stap(order.uwv, "terugmeldbesluiten", {"akkoord": True, "beslotenOp": "2025-05-07"})
    wijzer.zet("2025-05-22T09:00:00Z")
    await rapporteer(order, "2025-05-22")
    await oordeel(order, "2025-05-22", "geen_vervolg", **NEE)
    (een,) = await cijfers(api.uwv, firma)
    assert (een["beoordeeld"], een["teltNietMee"], een["resultaatpercentage"]) == (1, 1, None)
    assert een["termijnenOpdrachtnemer"]["gemist"] == 1
    assert een["termijnenUwv"]["gemist"] == 0


async def test_only_what_was_judged_in_the_days_asked(api: Api, wijzer: Wijzer) -> None:
    firma = await nieuwe_opdrachtnemer(api)
    await beoordeeld(api, wijzer, firma, "2025-05-07")
    await beoordeeld(api, wijzer, firma, "2025-05-08")
    for vraag, aantal in (
        ({}, [2]),
        ({"oordeelVan": "2025-05-08"}, [1]),
        ({"oordeelTot": "2025-05-07"}, [1]),
        ({"oordeelVan": "2025-05-07", "oordeelTot": "2025-05-08"}, [2]),
        ({"oordeelVan": "2025-05-09"}, []),
    ):
        assert [een["beoordeeld"] for een in await cijfers(api.manager, firma, **vraag)] == aantal


async def test_an_order_without_a_judgement_is_not_counted(api: Api, wijzer: Wijzer) -> None:
    firma = await nieuwe_opdrachtnemer(api)
    wijzer.zet("2025-04-07T09:00:00Z")
    await (await nieuwe_order(api, firma=firma)).in_uitvoering()
    assert await cijfers(api.manager, firma) == []


async def test_days_in_the_wrong_order_are_refused(api: Api) -> None:
    antwoord = await api.manager.get(PAD, params={"oordeelVan": "2025-05-08", "oordeelTot": "2025-05-07"})
    assert antwoord.status_code == 400
    assert antwoord.json()["errors"][0]["path"] == "oordeelTot"


async def test_an_opdrachtnemer_has_its_own_figures_only(api: Api, wijzer: Wijzer) -> None:
    eigen, ander = await nieuwe_opdrachtnemer(api), await nieuwe_opdrachtnemer(api)
    order = await beoordeeld(api, wijzer, eigen, "2025-05-07")
    await beoordeeld(api, wijzer, ander, "2025-05-07")
    for vraag in ({}, {"oordeelVan": "2025-05-07", "oordeelTot": "2025-05-07"}):
        alle = (await order.opdrachtnemer.get(PAD, params=vraag)).json()["resultaten"]
        assert [een["opdrachtnemerId"] for een in alle] == [eigen.json()["id"]]


async def test_figures_say_by_which_rules_and_name_no_client(api: Api, wijzer: Wijzer) -> None:
    firma = await nieuwe_opdrachtnemer(api)
    order = await beoordeeld(api, wijzer, firma, "2025-05-07")
    antwoord = await api.als("beleid").get(PAD)
    (een,) = await cijfers(api.als("beleid"), firma)
    assert [grond["regel"] for grond in een["motivering"]] == ["uwv.evaluatie", "uwv.terugmelding"]
    assert order.nu["klantId"] not in antwoord.text
    assert order.nu["id"] not in antwoord.text


@pytest.mark.parametrize("rol", ["werkconsulent", "coordinator", "receptie", "gws"])
async def test_figures_are_for_who_steers(api: Api, rol: str) -> None:
    assert (await api.als(rol).get(PAD)).status_code == 403
