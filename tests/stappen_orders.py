"""Inkooporders over HTTP, for tests of what comes after: an order with the parties that step on it."""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Self

import httpx

from app.routers.inkooporders import PLAN, WERKPLAN
from app.routers.orderresultaten import RAPPORT, WERKFIT
from tests.api import Api, Persoon
from tests.stappen import nieuwe_klant, nieuwe_opdrachtnemer

UREN = {
    "participatie_interventie": 21,
    "bevorderen_maatschappelijke_deelname": 21,
    "begeleiding_bij_scholing": 40,
    "werkfit_maken": 35,
    "naar_werk": 24,
    "praktijkassessment": 0,
    "werkbehoud_loondienst": 18,
    "werkbehoud_zelfstandige": 18,
}
"""Hours of a plan per service, paperwork of three hours among them."""
MAANDEN = {
    "participatie_interventie": 5,
    "bevorderen_maatschappelijke_deelname": 5,
    "begeleiding_bij_scholing": 12,
    "werkfit_maken": 12,
    "naar_werk": 6,
    "praktijkassessment": 4,
    "werkbehoud_loondienst": 3,
    "werkbehoud_zelfstandige": 3,
}
CLIENT: dict[str, dict[str, Any]] = {
    "participatie_interventie": {"betaaldWerkBereikbaar": True},
    "bevorderen_maatschappelijke_deelname": {"betaaldWerkBereikbaar": True},
    "begeleiding_bij_scholing": {"scholingGoedgekeurdOp": "2025-03-03"},
    "werkbehoud_loondienst": {"hervattingOp": "2025-03-03"},
    "werkbehoud_zelfstandige": {"hervattingOp": "2025-03-03"},
}
"""What a service asks of its client, beside its kind."""


def werkplan_voor(dienst: str, **anders: Any) -> dict[str, Any]:
    """A whole werkplan for a service."""
    uren = {} if dienst == "praktijkassessment" else {"uren": f"{UREN[dienst]}.00"}
    activiteiten = [{"omschrijving": "Begeleiding", **uren}]
    return WERKPLAN | {"activiteiten": activiteiten, "doorlooptijdMaanden": MAANDEN[dienst]} | anders


def plan_voor(dienst: str, **anders: Any) -> dict[str, Any]:
    """A whole re-integratieplan for a service, as its werkplan asks."""
    plan = deepcopy(PLAN) | {"doorlooptijdMaanden": MAANDEN[dienst], "gezienOp": "2025-04-07"}
    if dienst == "praktijkassessment":
        plan["activiteiten"][0]["uren"] = "0.00"
        del plan["administratieUren"]
    else:
        plan["activiteiten"][0]["uren"] = f"{UREN[dienst] - 3}.00"
    return plan | anders


@dataclass
class Order:
    """An order under test: the last answer about it, and who steps on it."""

    uwv: Persoon
    opdrachtnemer: Persoon
    consulent: Persoon
    firma: httpx.Response
    """The opdrachtnemer as it was recorded."""
    antwoord: httpx.Response
    """The last answer; its ETag goes with the next step."""

    @property
    def nu(self) -> dict[str, Any]:
        """The order as it stands."""
        stand: dict[str, Any] = self.antwoord.json()
        return stand

    @property
    def pad(self) -> str:
        """Its address."""
        return f"/inkooporders/{self.nu['id']}"

    async def probeer(self, wie: Persoon, stap: str, body: Any) -> httpx.Response:
        """Try a step; the order goes on only when it was taken."""
        antwoord = await wie.post(f"{self.pad}/{stap}", body, als=self.antwoord)
        if antwoord.status_code == 200:
            self.antwoord = antwoord if wie is self.uwv else await self.uwv.get(self.pad)  # UWV sees every field
        return antwoord

    async def stap(self, wie: Persoon, stap: str, body: Any) -> Self:
        """Take a step that must be taken."""
        antwoord = await self.probeer(wie, stap, body)
        assert antwoord.status_code == 200, antwoord.text
        return self

    async def is_ongewijzigd(self) -> None:
        """Check that what was refused left it as it was."""
        assert (await self.uwv.get(self.pad)).json() == self.nu

    async def termijnen(self) -> dict[str, dict[str, Any]]:
        """Its terms by kind."""
        antwoord = await self.uwv.get(f"{self.pad}/termijnen", params={"limit": 200})
        assert antwoord.status_code == 200, antwoord.text
        return {termijn["soort"]: termijn for termijn in antwoord.json()["resultaten"]}

    async def met_opdracht(self, op: str = "2025-04-07") -> Self:
        """Give the Opdracht to its firm."""
        return await self.stap(self.uwv, "opdrachten", {"opdrachtnemerId": self.firma.json()["id"], "opdrachtOp": op})

    async def met_plan(self, op: str = "2025-04-07", **anders: Any) -> Self:
        """Hand in a whole plan."""
        body = {"plan": plan_voor(self.nu["dienst"], **anders), "ontvangenOp": op}
        return await self.stap(self.opdrachtnemer, "plannen", body)

    async def met_akkoord(self, op: str = "2025-04-07") -> Self:
        """Agree with the plan: the service begins."""
        body = {"akkoord": True, "oordeelOp": op, "inkooporderOp": op, "beschikkingOp": op}
        return await self.stap(self.uwv, "planoordelen", body)

    async def in_uitvoering(self, op: str = "2025-04-07") -> Self:
        """Bring it from werkplan to a running service on one day."""
        dienst = self.nu["dienst"]
        if dienst.startswith("werkbehoud"):
            body = {
                "opdrachtnemerId": self.firma.json()["id"],
                "inkooporderOp": op,
                "uren": UREN[dienst],
                "doorlooptijdMaanden": MAANDEN[dienst],
                "beschikkingOp": op,
            }
            return await self.stap(self.uwv, "verstrekkingen", body)
        await self.met_opdracht(op)
        await self.met_plan(op)
        return await self.met_akkoord(op)


async def nieuwe_order(
    api: Api,
    dienst: str = "werkfit_maken",
    *,
    clientsoort: str = "ww",
    klant: str | None = None,
    firma: httpx.Response | None = None,
    werkplan: Any = None,
    **client: Any,
) -> Order:
    """Draw up a werkplan for a new klant and a new firm (unless given); `client` changes what is known of the client.

    The clock must stand in or after April 2025, for the figures of version 7.1.
    """
    klant_id = klant or (await nieuwe_klant(api)).json()["id"]
    body = {
        "klantId": klant_id,
        "dienst": dienst,
        "client": {"clientsoort": clientsoort} | CLIENT.get(dienst, {}) | client,
        "werkplan": werkplan or werkplan_voor(dienst),
    }
    uwv = api.als("uwv")
    gemaakt = await uwv.post("/inkooporders", body)
    assert gemaakt.status_code == 201, gemaakt.text
    firma = firma or await nieuwe_opdrachtnemer(api)
    opdrachtnemer = api.als_opdrachtnemer(firma.json()["kenmerk"])
    return Order(uwv, opdrachtnemer, api.werkconsulent, firma, gemaakt)


def rapport_voor(dienst: str, **anders: Any) -> dict[str, Any]:
    """A whole end report for a service."""
    rapport = deepcopy(RAPPORT) | {"urenAkkoordClientOp": "2025-04-07"}
    if dienst == "werkfit_maken":
        rapport |= WERKFIT
    if dienst == "praktijkassessment":
        del rapport["activiteiten"][0]["uren"], rapport["urenAkkoordClientOp"]
    return rapport | anders


async def beeindig(order: Order, op: str | None = None, reden: str = "doorlooptijd") -> Order:
    """End a service: on its last day, or when UWV agrees that the result was reached."""
    wie = order.opdrachtnemer if reden == "doorlooptijd" else order.uwv
    return await order.stap(wie, "beeindigingen", {"beeindigdOp": op or order.nu["einddatum"], "reden": reden})


async def rapporteer(order: Order, op: str, **anders: Any) -> Order:
    """Hand in a whole end report."""
    body = {"rapport": rapport_voor(order.nu["dienst"], **anders), "ontvangenOp": op}
    return await order.stap(order.opdrachtnemer, "eindrapportages", body)


async def oordeel(order: Order, op: str, vervolg: str | None = None, **anders: Any) -> Order:
    """Judge the result: reached, unless told otherwise."""
    body = {"behaald": True, "oordeelOp": op, "vervolg": vervolg} | anders
    return await order.stap(order.uwv, "resultaatoordelen", body)


async def hervat(order: Order, op: str, **anders: Any) -> Order:
    return await order.stap(order.opdrachtnemer, "werkhervattingen", {"hervattingOp": op} | anders)


async def onderbreek(order: Order, van: str, tot: str | None, reden: str) -> Order:
    body = {"van": van, "reden": reden} | ({"totEnMet": tot} if tot else {})
    return await order.stap(order.opdrachtnemer, "onderbrekingen", body)
