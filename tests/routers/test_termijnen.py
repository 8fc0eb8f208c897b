"""Terms over HTTP: found, overdue by the clock, closed by hand."""

from typing import Any

import httpx
import pytest

from tests.api import Api
from tests.conftest import Wijzer
from tests.stappen import nieuwe_melding
from tests.stappen_orders import Order, nieuwe_order

pytestmark = pytest.mark.anyio

GEBELD = {"op": "2021-03-15", "toelichting": "Gebeld: komt morgen."}


async def termijnen_van(api: Api, melding: httpx.Response, **vraag: str) -> dict[str, dict[str, Any]]:
    """The terms of a melding, by soort."""
    params = {"onderwerpId": melding.json()["id"], **vraag}
    antwoord = await api.coordinator.get("/termijnen", params=params)
    assert antwoord.status_code == 200, antwoord.text
    return {termijn["soort"]: termijn for termijn in antwoord.json()["resultaten"]}


async def broodnood(api: Api) -> httpx.Response:
    """The signal to the coordinator, as read."""
    signaal = (await termijnen_van(api, await nieuwe_melding(api, broodnood=True)))["broodnood"]
    return await api.coordinator.get(f"/termijnen/{signaal['id']}")


def afdoeningen(termijn: httpx.Response) -> str:
    return f"/termijnen/{termijn.json()['id']}/afdoeningen"


class TestTonen:
    async def test_a_melding_starts_terms_that_run_with_their_rule(self, api: Api) -> None:
        termijnen = await termijnen_van(api, await nieuwe_melding(api))
        assert termijnen["screening"]["uiterlijkOp"] == "2021-03-17"
        assert termijnen["screening"]["regel"] == "iom.melding.kanaal"
        assert {t["toestand"] for t in termijnen.values()} == {"lopend"}
        assert not any(t["teLaat"] for t in termijnen.values())

    async def test_one_term_is_read_with_its_etag(self, api: Api) -> None:
        termijnen = await termijnen_van(api, await nieuwe_melding(api))
        een = await api.receptie.get(f"/termijnen/{termijnen['screening']['id']}")
        assert een.json() == termijnen["screening"]
        assert een.headers["ETag"] == '"1"'

    async def test_a_running_term_is_late_from_the_day_after_its_last(self, api: Api, wijzer: Wijzer) -> None:
        melding = await nieuwe_melding(api)
        wijzer.zet("2021-03-17T22:59:59Z")
        assert not (await termijnen_van(api, melding))["screening"]["teLaat"]
        wijzer.zet("2021-03-17T23:00:00Z")  # midnight in the Netherlands
        assert (await termijnen_van(api, melding))["screening"]["teLaat"]

    @pytest.mark.parametrize(
        ("vraag", "soorten"),
        [
            ({"rol": "receptie"}, {"terugbellen"}),
            ({"rol": "coordinator", "toestand": "lopend"}, {"broodnood"}),
            ({"toestand": "gehaald"}, set()),
            ({"uiterlijkTot": "2021-03-16"}, {"terugbellen", "broodnood"}),
            ({"uiterlijkVanaf": "2021-03-17", "uiterlijkTot": "2021-03-17"}, {"screening"}),
        ],
    )
    async def test_filters_pick(self, api: Api, vraag: dict[str, str], soorten: set[str]) -> None:
        melding = await nieuwe_melding(api, kanaal="digitaal", broodnood=True)
        assert set(await termijnen_van(api, melding, **vraag)) == soorten

    async def test_the_terms_of_a_klant_come_by_last_day(self, api: Api) -> None:
        melding = (await nieuwe_melding(api, broodnood=True)).json()
        lijst = await api.coordinator.get("/termijnen", params={"klantId": melding["klantId"]})
        dagen = [termijn["uiterlijkOp"] for termijn in lijst.json()["resultaten"]]
        assert dagen == sorted(dagen)
        assert len(dagen) > 1

    async def test_pages_join_up_without_gap_or_double(self, api: Api) -> None:
        klant = (await nieuwe_melding(api, broodnood=True)).json()["klantId"]
        alles = (await api.manager.get("/termijnen", params={"klantId": klant})).json()["resultaten"]
        gezien, cursor = [], None
        for _ in alles:
            params = {"klantId": klant, "limit": 1} | ({"cursor": cursor} if cursor else {})
            blad = (await api.manager.get("/termijnen", params=params)).json()
            gezien += [termijn["id"] for termijn in blad["resultaten"]]
            cursor = blad["volgende"]
        assert gezien == [termijn["id"] for termijn in alles]
        assert cursor is None

    async def test_an_unknown_role_or_state_is_refused_with_the_field_named(self, api: Api) -> None:
        antwoord = await api.manager.get("/termijnen", params={"rol": "baas", "toestand": "1"})
        assert antwoord.status_code == 400
        assert {fout["path"] for fout in antwoord.json()["errors"]} == {"rol", "toestand"}

    async def test_the_bad_sees_no_terms(self, api: Api) -> None:
        assert (await api.bad.get("/termijnen")).status_code == 403

    async def test_an_unknown_term_is_not_found(self, api: Api) -> None:
        assert (await api.manager.get("/termijnen/01890000-0000-7000-8000-000000000000")).status_code == 404


class TestVanInkooporders:
    """Terms that say what an opdrachtnemer reported of a client, shown to who may read inkooporders."""

    @pytest.fixture
    async def order(self, api: Api, wijzer: Wijzer) -> Order:
        """Of a klant of whom more is reported, who has a melding as well."""
        wijzer.zet("2025-04-07T09:00:00Z")
        klant = (await nieuwe_melding(api)).json()["klantId"]
        order = await (await nieuwe_order(api, "werkbehoud_loondienst", klant=klant)).in_uitvoering()
        signaal = {"soort": "multiproblematiek", "gesignaleerdOp": "2025-04-07", "toelichting": "Er speelt meer."}
        return await order.stap(order.opdrachtnemer, "signalen", signaal)

    @pytest.mark.parametrize(
        ("rol", "ziet"),
        [("receptie", False), ("sociaal_rechercheur", False), ("werkconsulent", True), ("privacy", True)],
    )
    async def test_the_list_of_a_klant_has_them_for_who_reads_orders(
        self, api: Api, order: Order, rol: str, ziet: bool
    ) -> None:
        lijst = await api.als(rol).get("/termijnen", params={"klantId": order.nu["klantId"]})
        assert lijst.status_code == 200, lijst.text
        soorten = {termijn["onderwerpSoort"] for termijn in lijst.json()["resultaten"]}
        assert soorten == ({"melding", "inkooporder"} if ziet else {"melding"})
        assert ("uwv.multiproblematiek" in lijst.text) is ziet

    @pytest.mark.parametrize("vraag", [{}, {"rol": "uwv"}, {"toestand": "lopend", "uiterlijkTot": "2025-12-31"}])
    async def test_no_filter_brings_them_back(self, api: Api, order: Order, vraag: dict[str, str]) -> None:
        params = {"onderwerpId": order.nu["id"], **vraag}
        assert (await api.receptie.get("/termijnen", params=params)).json() == {"resultaten": [], "volgende": None}

    async def test_pages_without_them_are_full(self, api: Api, order: Order) -> None:
        params = {"klantId": order.nu["klantId"]}
        alles = (await api.receptie.get("/termijnen", params=params)).json()["resultaten"]
        gezien: list[dict[str, Any]] = []
        cursor: dict[str, Any] = {}
        for _ in alles:
            blad = (await api.receptie.get("/termijnen", params=params | {"limit": 1} | cursor)).json()
            gezien += blad["resultaten"]
            cursor = {"cursor": blad["volgende"]}
        assert (gezien, cursor) == (alles, {"cursor": None})

    @pytest.mark.parametrize("rol", ["receptie", "sociaal_rechercheur"])
    async def test_one_does_not_exist_for_who_does_not_read_orders(self, api: Api, order: Order, rol: str) -> None:
        pad = f"/termijnen/{(await order.termijnen())['signaal']['id']}"
        gelezen = await api.werkconsulent.get(pad)
        assert gelezen.json()["regel"] == "uwv.multiproblematiek"
        onbekend = "/termijnen/01890000-0000-7000-8000-000000000000"
        afdoening = {"op": "2025-04-07", "toelichting": "Gebeld."}
        for een, geen in (
            (await api.als(rol).get(pad), await api.als(rol).get(onbekend)),
            (
                await api.als(rol).post(f"{pad}/afdoeningen", afdoening, als=gelezen),
                await api.als(rol).post(f"{onbekend}/afdoeningen", afdoening, als=gelezen),
            ),
        ):
            assert (een.status_code, een.json()["detail"]) == (404, geen.json()["detail"])

    @pytest.mark.parametrize("rol", ["receptie", "sociaal_rechercheur", "coordinator", "manager"])
    async def test_no_work_list_has_them(self, api: Api, order: Order, rol: str) -> None:
        """They are the work of UWV and of the opdrachtnemer, who have a work list of their own."""
        werk = await api.als(rol).get("/werkvoorraad", params={"limit": 200})
        assert werk.status_code == 200, werk.text
        assert order.nu["id"] not in werk.text


class TestAfdoen:
    async def test_in_time_is_met_and_stands_in_the_tijdlijn(self, api: Api) -> None:
        signaal = await broodnood(api)
        gedaan = await api.coordinator.post(afdoeningen(signaal), GEBELD, als=signaal)
        assert gedaan.status_code == 200, gedaan.text
        assert gedaan.headers["ETag"] == '"2"'
        velden = ("toestand", "afgedaanOp", "toelichting", "teLaat")
        assert [gedaan.json()[veld] for veld in velden] == ["gehaald", "2021-03-15", GEBELD["toelichting"], False]
        tijdlijn = await api.manager.get(f"/klanten/{signaal.json()['klantId']}/tijdlijn")
        assert tijdlijn.json()["resultaten"][-1]["type"] == "termijn.afgedaan"

    async def test_after_the_last_day_is_missed(self, api: Api, wijzer: Wijzer) -> None:
        signaal = await broodnood(api)
        wijzer.zet("2021-03-16T09:00:00Z")
        gedaan = await api.coordinator.post(afdoeningen(signaal), GEBELD | {"op": "2021-03-16"}, als=signaal)
        assert gedaan.json()["toestand"] == "gemist"

    async def test_recorded_late_but_done_in_time_is_met(self, api: Api, wijzer: Wijzer) -> None:
        signaal = await broodnood(api)
        wijzer.zet("2021-03-18T09:00:00Z")
        assert (await api.coordinator.post(afdoeningen(signaal), GEBELD, als=signaal)).json()["toestand"] == "gehaald"

    @pytest.mark.parametrize("op", ["2021-03-16", "2021-03-14"])
    async def test_a_day_to_come_or_before_the_beginning_is_refused(self, api: Api, op: str) -> None:
        signaal = await broodnood(api)
        antwoord = await api.coordinator.post(afdoeningen(signaal), GEBELD | {"op": op}, als=signaal)
        assert antwoord.status_code == 400
        assert [fout["path"] for fout in antwoord.json()["errors"]] == ["op"]

    async def test_what_is_closed_is_closed_once(self, api: Api) -> None:
        signaal = await broodnood(api)
        gedaan = await api.coordinator.post(afdoeningen(signaal), GEBELD, als=signaal)
        nogmaals = await api.coordinator.post(afdoeningen(signaal), GEBELD, als=gedaan)
        assert nogmaals.status_code == 409
        assert (nogmaals.json()["toestand"], nogmaals.json()["toegestaan"]) == ("gehaald", [])

    async def test_what_a_step_closes_is_refused_with_the_step_named(self, api: Api) -> None:
        screening = (await termijnen_van(api, await nieuwe_melding(api)))["screening"]
        gelezen = await api.inkomensconsulent.get(f"/termijnen/{screening['id']}")
        antwoord = await api.inkomensconsulent.post(afdoeningen(gelezen), GEBELD, als=gelezen)
        assert antwoord.status_code == 409
        assert antwoord.json()["type"] == "/problemen/termijn-volgt-stap"
        assert "de screening" in antwoord.json()["detail"]

    async def test_only_the_role_whose_turn_it_is_closes(self, api: Api) -> None:
        signaal = await broodnood(api)
        assert (await api.receptie.post(afdoeningen(signaal), GEBELD, als=signaal)).status_code == 403
        assert (await api.manager.post(afdoeningen(signaal), GEBELD, als=signaal)).status_code == 403

    async def test_the_version_is_asked_and_checked(self, api: Api) -> None:
        signaal = await broodnood(api)
        assert (await api.coordinator.post(afdoeningen(signaal), GEBELD)).status_code == 428
        oud = {"If-Match": '"7"'}
        assert (await api.coordinator.post(afdoeningen(signaal), GEBELD, koppen=oud)).status_code == 412
