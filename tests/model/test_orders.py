"""Random steps by random parties: no reachable state of an inkooporder breaks what the catalogue promises."""

import re
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import httpx
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.domain.termijnen import maanden_na
from app.main import create_app
from app.settings import Instellingen
from tests.api import Api
from tests.conftest import Wijzer
from tests.model.orderwerk import OVERGANGEN, STAPPEN, Zet, lichaam, partijen, zetten
from tests.stappen_orders import UREN, Order, nieuwe_order

GRENZEN = {
    "participatie_interventie": (21, 5),
    "bevorderen_maatschappelijke_deelname": (21, 5),
    "begeleiding_bij_scholing": (49, 12),
    "werkfit_maken": (41, 18),
    "naar_werk": (26, 9),
    "praktijkassessment": (0, 4),
    "werkbehoud_loondienst": (18, 3),
    "werkbehoud_zelfstandige": (18, 3),
}
"""Most hours and months of a service (tables III and IV)."""
LOPEND: dict[str, frozenset[str]] = {
    "opdracht_verstrekt": frozenset({"reintegratieplan"}),
    "plan_ingediend": frozenset({"planoordeel"}),
    "plan_afgekeurd": frozenset({"planherstel"}),
    "plan_herzien": frozenset({"planoordeel_2"}),
    "in_uitvoering": frozenset({"einde_dienst"}),
    "beeindigd": frozenset({"eindrapportage"}),
    "voortijdig_teruggemeld": frozenset({"eindrapportage"}),
}
"""Terms that must run in a state."""
AF = frozenset({"beoordeeld", "vervallen", "werkplan"})
VAN_UWV = re.compile("(evaluatiebesluit|bijstellingsoordeel|bijstellingsbezwaar|terugmeldbesluit)")
"""Terms of what waits for a decision of UWV while the service runs."""


def wacht_op_uwv(nu: dict[str, Any]) -> set[str]:
    """The terms that must run for what UWV has not decided on, and no other."""
    if nu["toestand"] != "in_uitvoering":
        return set()
    soorten = {
        "evaluatiebesluit": [een["besluit"] or een["ontwikkelbaar"] for een in nu["evaluaties"]],
        "bijstellingsoordeel": [een["besluit"] or not een["substantieel"] for een in nu["bijstellingen"]],
        "bijstellingsbezwaar": [een["besluit"] or een["substantieel"] for een in nu["bijstellingen"]],
        "terugmeldbesluit": [een["besluit"] for een in nu["terugmeldingen"]],
    }
    return {
        soort if nummer == 1 else f"{soort}_{nummer}"
        for soort, gedaan in soorten.items()
        for nummer, klaar in enumerate(gedaan, start=1)
        if not klaar
    }


class Portaal:
    """The service in a loop of its own, asked from the steps of the machine, which know no loop."""

    def __init__(self, portaal: BlockingPortal, api: Api, wijzer: Wijzer) -> None:
        self.portaal, self.api, self.wijzer = portaal, api, wijzer

    def doe(self, functie: Any, *args: Any, **rest: Any) -> Any:
        """Wait for an async function."""

        async def werk() -> Any:
            return await functie(*args, **rest)

        return self.portaal.call(werk)


@pytest.fixture(scope="module")
def portaal(instellingen: Instellingen) -> Iterator[Portaal]:
    wijzer = Wijzer()
    with start_blocking_portal() as poort:
        app = create_app(instellingen, klok=wijzer)
        leven: AbstractAsyncContextManager[Any] = app.router.lifespan_context(app)
        with poort.wrap_async_context_manager(leven):
            client = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://trede")
            yield Portaal(poort, Api(client, instellingen, wijzer), wijzer)
            poort.call(client.aclose)


class Orderloop(RuleBasedStateMachine):
    """One order, and everything that three parties and a stranger try with it."""

    portaal: Portaal
    order: Order
    vandaag: date
    begonnen = date(2025, 4, 7)
    gehouden: list[dict[str, Any]]

    @initialize(dienst=st.sampled_from(sorted(UREN)), soort=st.sampled_from(["ww", "zw", "ag", "iva_dga"]))
    def begin(self, dienst: str, soort: str) -> None:
        self._zet_klok(self.begonnen)
        self.gehouden = []
        self.order = self.portaal.doe(nieuwe_order, self.portaal.api, dienst, clientsoort=soort)
        ander = self.portaal.api.als_opdrachtnemer("iemand-anders")
        self.wie = {
            "uwv": self.order.uwv,
            "opdrachtnemer": self.order.opdrachtnemer,
            "consulent": self.order.consulent,
            "ander": ander,
        }

    def _zet_klok(self, dag: date) -> None:
        self.vandaag = dag
        self.portaal.wijzer.zet(f"{dag.isoformat()}T09:00:00Z")

    @rule(dagen=st.sampled_from([1, 7, 14, 30, 91, 200]))
    def laat_tijd_verstrijken(self, dagen: int) -> None:
        self._zet_klok(min(self.vandaag + timedelta(days=dagen), date(2027, 12, 31)))

    @rule(data=st.data())
    def volg_het_proces(self, data: Any) -> None:
        """A step that the state allows, by who may take it: else a run seldom comes far."""
        zet = data.draw(st.sampled_from(sorted(STAPPEN)).flatmap(zetten))
        voor = self.order.nu
        body = lichaam(zet, self.vandaag, self.order.firma.json()["id"])
        antwoord: httpx.Response = self.portaal.doe(self.order.probeer, self.wie[zet.wie], zet.stap, body)
        self._beoordeel(zet, voor, antwoord)

    @precondition(lambda self: self.order.nu["toestand"] not in AF)
    @rule()
    def ga_verder(self) -> None:
        """The next step of the process, with its example."""
        volgende = {
            "opdracht_verstrekt": "plannen",
            "plan_ingediend": "planoordelen",
            "plan_afgekeurd": "plannen",
            "plan_herzien": "planoordelen",
            "in_uitvoering": "beeindigingen",
            "beeindigd": "eindrapportages",
            "voortijdig_teruggemeld": "eindrapportages",
            "eindrapportage_ingediend": "resultaatoordelen",
        }[self.order.nu["toestand"]]
        if volgende == "plannen":
            self.portaal.doe(self.order.met_plan, self.vandaag.isoformat(), gezienOp=self.vandaag.isoformat())
        elif volgende == "planoordelen":
            self.portaal.doe(self.order.met_akkoord, self.vandaag.isoformat())
        else:
            wie = "opdrachtnemer" if volgende == "eindrapportages" else "uwv"
            zet = Zet(volgende, wie, 0, {})
            body = lichaam(zet, self.vandaag, self.order.firma.json()["id"])
            voor = self.order.nu
            self._beoordeel(zet, voor, self.portaal.doe(self.order.probeer, self.wie[wie], volgende, body))

    @precondition(lambda self: self.order.nu["toestand"] not in AF)
    @rule(
        soort=st.sampled_from(["activiteit", "administratie", "overhead"]),
        minuten=st.sampled_from([0, 1, 59, 600, 1440, 1441]),
        deelnemers=st.sampled_from([0, 1, 7, 12, 1000]),
        wie=st.sampled_from(["opdrachtnemer", "opdrachtnemer", "uwv", "ander"]),
    )
    def leg_tijd_vast(self, soort: str, minuten: int, deelnemers: int, wie: str) -> None:
        body = {
            "gehoudenOp": self.vandaag.isoformat(),
            "soort": soort,
            "activiteit": "Training",
            "minuten": minuten,
            "deelnemers": deelnemers,
            "inkooporders": [self.order.nu["id"]],
        }
        antwoord = self.portaal.doe(self.wie[wie].post, "/begeleidingssessies", body)
        mag = wie == "opdrachtnemer" and minuten in range(1, 1441) and deelnemers >= 1
        assert antwoord.status_code in (201, 400, 409) if mag else antwoord.status_code in (400, 403, 404), (
            antwoord.text
        )
        self.gehouden += [body] if antwoord.status_code == 201 else []

    @precondition(lambda self: self.order.nu["toestand"] == "werkplan")
    @rule()
    def koop_in(self) -> None:
        if self.order.nu["dienst"].startswith("werkbehoud"):
            self.portaal.doe(self.order.in_uitvoering, self.vandaag.isoformat())
        else:
            self.portaal.doe(self.order.met_opdracht, self.vandaag.isoformat())

    def _beoordeel(self, zet: Zet, voor: dict[str, Any], antwoord: httpx.Response) -> None:
        assert antwoord.status_code in (200, 400, 403, 404, 409), antwoord.text
        if antwoord.status_code == 200:
            assert zet.wie in partijen(zet.stap), (zet, antwoord.text)
            na = antwoord.json()["toestand"]
            assert na == voor["toestand"] or na in OVERGANGEN[voor["toestand"]], (zet, voor["toestand"], na)
            return
        if zet.wie == "ander":
            assert antwoord.status_code in (400, 403, 404), antwoord.text
        stand = self.portaal.doe(self.order.uwv.get, self.order.pad)
        assert stand.json() == voor, "a refused step changes nothing"

    @invariant()
    def hours_and_months_stay_within_the_bounds(self) -> None:
        nu = self.order.nu
        if nu["inkoop"] is None:
            return
        uren, maanden = GRENZEN[nu["dienst"]]
        assert (nu["inkoop"]["uren"] or 0) <= uren
        assert nu["inkoop"]["doorlooptijdMaanden"] <= maanden
        start = date.fromisoformat(nu["startOp"])
        einde = maanden_na(start, nu["inkoop"]["doorlooptijdMaanden"], pad="start")
        assert date.fromisoformat(nu["einddatum"]) == einde <= maanden_na(start, maanden, pad="start")
        if nu["beeindigdOp"] is not None:
            assert start <= date.fromisoformat(nu["beeindigdOp"]) <= einde

    @invariant()
    def at_most_one_substantial_adjustment_is_agreed(self) -> None:
        akkoord = [
            b for b in self.order.nu["bijstellingen"] if b["substantieel"] and (b["besluit"] or {}).get("akkoord")
        ]
        assert len(akkoord) <= 1

    @invariant()
    def the_terms_of_the_state_run(self) -> None:
        lopend = {
            soort
            for soort, termijn in self.portaal.doe(self.order.termijnen).items()
            if termijn["toestand"] == "lopend"
        }
        toestand = self.order.nu["toestand"]
        assert LOPEND.get(toestand, frozenset()) <= lopend, (toestand, lopend)
        assert wacht_op_uwv(self.order.nu) == {naam for naam in lopend if VAN_UWV.match(naam)}, (toestand, lopend)
        if toestand in AF:
            assert not lopend, (toestand, lopend)

    @invariant()
    def a_reached_plaatsing_never_lapses(self) -> None:
        termijnen = self.portaal.doe(self.order.termijnen)
        for nummer, werk in enumerate(self.order.nu["werkhervattingen"], start=1):
            termijn = termijnen.get("plaatsing" if nummer == 1 else f"plaatsing_{nummer}")
            bereikt = werk["plaatsingOp"] is not None
            if termijn is not None:  # none when the first step that saw the work came after its months were full
                assert (termijn["toestand"] == "gehaald") is bereikt, (werk, termijn)

    @invariant()
    def a_result_is_there_once_it_was_judged(self) -> None:
        nu = self.order.nu
        assert (nu["resultaat"] is not None) == (nu["toestand"] == "beoordeeld")
        assert (nu["inkoop"] is not None) == (nu["startOp"] is not None)

    @invariant()
    def what_can_be_claimed_was_approved_and_done_within_the_service(self) -> None:
        antwoord = self.portaal.doe(self.order.opdrachtnemer.get, f"{self.order.pad}/declaratie")
        if self.order.nu["opdracht"] is None and self.order.nu["inkoop"] is None:
            assert antwoord.status_code == 404
            return
        assert antwoord.status_code == 200, antwoord.text
        uren, akkoord = antwoord.json()["uren"], (self.order.nu["inkoop"] or {}).get("uren")
        assert Decimal(uren or 0) <= (akkoord or 0)
        assert Fraction(Decimal(uren or 0)) <= self._gewerkt() / 60 + Fraction(1, 200)  # hours are rounded half up

    def _gewerkt(self) -> Fraction:
        """The minutes within the service as it stands, and of paperwork, which may lie around it."""
        van, tot = self.order.nu["startOp"] or "9999", self.order.nu["beeindigdOp"] or self.vandaag.isoformat()
        gelden = (
            een
            for een in self.gehouden
            if een["soort"] == "administratie" or (een["soort"] == "activiteit" and van <= een["gehoudenOp"] <= tot)
        )
        return sum((Fraction(een["minuten"], een["deelnemers"]) for een in gelden), Fraction(0))


def test_no_reachable_state_breaks_a_promise(portaal: Portaal) -> None:
    Orderloop.portaal = portaal
    stil = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    profiel = settings(max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=stil)
    run_state_machine_as_test(Orderloop, settings=profiel)


def test_every_step_has_a_party() -> None:
    assert len(STAPPEN) > 20
    assert all(partijen(stap) for stap in STAPPEN)
