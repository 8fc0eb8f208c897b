"""What can be claimed of an order, over HTTP."""

from typing import Any

import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen_orders import Order, beeindig, nieuwe_order

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]


async def sessie(order: Order, minuten: int, **anders: Any) -> str:
    body = {
        "gehoudenOp": "2025-04-07",
        "soort": "activiteit",
        "activiteit": "Training",
        "minuten": minuten,
        "inkooporders": [order.nu["id"]],
    }
    antwoord = await order.opdrachtnemer.post("/begeleidingssessies", body | anders)
    assert antwoord.status_code == 201, antwoord.text
    return str(antwoord.json()["sessies"][0]["id"])


async def declaratie(order: Order) -> dict[str, Any]:
    antwoord = await order.opdrachtnemer.get(f"{order.pad}/declaratie")
    assert antwoord.status_code == 200, antwoord.text
    gevonden: dict[str, Any] = antwoord.json()
    return gevonden


async def test_hours_follow_the_sessions_and_a_price_that_nobody_holds_is_named(api: Api) -> None:
    order = await (await nieuwe_order(api)).in_uitvoering()
    await sessie(order, 60, deelnemers=12)
    await sessie(order, 200, deelnemers=3)
    await sessie(order, 200, soort="administratie", activiteit="Plan")
    await sessie(order, 30, soort="overhead", activiteit="Factuur")
    gevonden = await declaratie(order)
    assert (gevonden["uren"], gevonden["geaccordeerdeUren"], gevonden["bedrag"]) == ("4.19", 35, None)
    assert [(r["uren"], r["bedrag"]) for r in gevonden["regels"]] == [("1.19", None), ("3.00", None)]
    assert [(t["activiteit"], t["exact"], t["minuten"]) for t in gevonden["perActiviteit"]] == [
        ("Training", "215/3", "71.67"),
        ("Plan", "200", "200.00"),
        ("Factuur", "30", "30.00"),
    ]
    assert gevonden["berekening"]["nietDeclarabelMinuten"] == "50.00"
    redenen = {grond["regel"]: grond["tekst"] for grond in gevonden["motivering"]}
    assert "uwv.dienst.werkfit_maken.uurtarief heeft geen waarde" in redenen["uwv.vergoeding"]


async def test_a_session_that_was_withdrawn_is_not_claimed(api: Api) -> None:
    order = await (await nieuwe_order(api)).in_uitvoering()
    pad = f"/begeleidingssessies/{await sessie(order, 60)}"
    assert (await declaratie(order))["uren"] == "1.00"
    stand = await order.opdrachtnemer.get(pad)
    await order.opdrachtnemer.post(f"{pad}/intrekkingen", {"reden": "Dubbel."}, als=stand)
    gevonden = await declaratie(order)
    assert (gevonden["uren"], gevonden["regels"], gevonden["perActiviteit"]) == ("0.00", [], [])


async def test_what_an_end_that_is_dated_back_leaves_outside_is_not_claimed(api: Api, wijzer: Wijzer) -> None:
    order = await (await nieuwe_order(api)).in_uitvoering()
    wijzer.zet("2025-05-30T09:00:00Z")
    await sessie(order, 60, gehoudenOp="2025-05-01")
    await sessie(order, 30, gehoudenOp="2025-04-22")
    await sessie(order, 600, gehoudenOp="2025-05-30")
    await sessie(order, 90, gehoudenOp="2025-05-30", soort="administratie", activiteit="Rapport")
    assert (await declaratie(order))["uren"] == "13.00"
    bezwaar = {"tegen": "werkplan", "ingediendOp": "2025-04-22", "opgeschortVanaf": "2025-04-22"}
    await order.stap(order.uwv, "bezwaren", bezwaar | {"toelichting": "De cliënt lijdt er schade van."})
    beslissing = {"tegen": "werkplan", "uitkomst": "ongegrond", "beslistOp": "2025-04-24"}
    await order.stap(order.uwv, "bezwaarbeslissingen", beslissing)
    await beeindig(order, "2025-05-01", "resultaat_bereikt")
    gevonden = await declaratie(order)
    assert gevonden["uren"] == "2.50"
    assert [(t["activiteit"], t["exact"]) for t in gevonden["perActiviteit"]] == [("Training", "60"), ("Rapport", "90")]
    redenen = [(grond["regel"], grond["tekst"]) for grond in gevonden["motivering"]]
    assert ("uwv.uren", "1 sessie telt niet mee: de dienst duurde tot en met 1 mei 2025.") in redenen
    stil = "1 sessie telt niet mee: de uitvoering lag stil door een bezwaar tegen het werkplan."
    assert ("uwv.bezwaar", stil) in redenen


async def test_hours_for_a_plan_that_was_never_agreed_are_not_claimed(api: Api) -> None:
    order = await (await nieuwe_order(api)).met_opdracht()
    await sessie(order, 120, soort="administratie", activiteit="Plan")
    gevonden = await declaratie(order)
    assert (gevonden["uren"], gevonden["bedrag"], gevonden["regels"]) == ("0.00", "0.00", [])
    assert "uwv.plan.herstel" in {grond["regel"] for grond in gevonden["motivering"]}


async def test_a_praktijkassessment_has_a_fixed_price_and_no_hours(api: Api) -> None:
    order = await (await nieuwe_order(api, "praktijkassessment")).in_uitvoering()
    await sessie(order, 90)
    gevonden = await declaratie(order)
    assert (gevonden["uren"], gevonden["berekening"], gevonden["bedrag"]) == (None, None, None)
    assert gevonden["regels"][0]["tekst"] == "Vaste prijs van Praktijkassessment"
    assert gevonden["perActiviteit"][0]["minuten"] == "90.00"


async def test_an_order_of_a_version_without_figures_says_which_is_missing(api: Api, wijzer: Wijzer) -> None:
    wijzer.zet("2024-04-08T09:00:00Z")
    order = await nieuwe_order(api)
    antwoord = await order.uwv.get(f"{order.pad}/declaratie")
    assert (antwoord.status_code, antwoord.json()["type"]) == (409, "/problemen/parameter-ontbreekt")


async def test_who_may_see_it(api: Api) -> None:
    order = await (await nieuwe_order(api)).in_uitvoering()
    ander = await (await nieuwe_order(api)).in_uitvoering()
    pad = f"{order.pad}/declaratie"
    assert (await ander.opdrachtnemer.get(pad)).status_code == 404
    assert (await api.uwv.get(pad)).status_code == 200
    assert (await api.werkconsulent.get(pad)).status_code == 200
    assert (await api.receptie.get(pad)).status_code == 403
