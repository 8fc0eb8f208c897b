"""The terms of inkooporders as UWV and an opdrachtnemer find them, as work and as a list."""

from typing import Any

import pytest

from app.main import ontwikkeluitgever
from app.services.identiteit import Rol
from tests.api import Api, Persoon
from tests.conftest import Wijzer
from tests.stappen import nieuwe_melding
from tests.stappen_onderbrekingen import VERHUISD
from tests.stappen_orders import Order, nieuwe_order, oordeel, rapporteer
from tests.stappen_uitvoering import MEER, lopend

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]


def samen(api: Api, organisatie: str, *rollen: Rol) -> Persoon:
    """Someone with roles of the municipality whose software works for an opdrachtnemer as well."""
    client = f"ontwikkeling-opdrachtnemer-{organisatie}"
    token = ontwikkeluitgever(api.instellingen).geef_token(
        [*rollen, Rol.OPDRACHTNEMER], "samen", nu=api.klok(), client=client
    )
    return Persoon(api.http, lambda: token)


@pytest.fixture
async def order(api: Api, wijzer: Wijzer) -> Order:
    """With terms of both parties, of a klant with terms of the municipality too."""
    klant = (await nieuwe_melding(api, broodnood=True)).json()["klantId"]
    order = await lopend(api, wijzer, "2025-06-02", klant=klant)
    await order.stap(order.opdrachtnemer, "bijstellingen", MEER)
    return await order.stap(order.opdrachtnemer, "terugmeldingen", VERHUISD)


def van(order: Order, regels: list[dict[str, Any]]) -> list[str]:
    """The kinds of the lines of this order; tests share the database."""
    termijnen = [regel.get("termijn", regel) for regel in regels]
    return [een["soort"] for een in termijnen if een["onderwerpId"] == order.nu["id"]]


class TestWerkvoorraad:
    async def test_uwv_finds_what_waits_for_uwv(self, order: Order) -> None:
        regels = await order.uwv.alles("/werkvoorraad", limit=3)
        assert van(order, regels) == ["terugmeldbesluit", "bijstellingsoordeel"]
        assert {regel["termijn"]["rol"] for regel in regels} == {"uwv"}
        assert regels == await order.uwv.alles("/werkvoorraad", limit=3, rol="uwv")
        assert (await order.uwv.get("/werkvoorraad", params={"rol": "opdrachtnemer"})).status_code == 403

    async def test_uwv_finds_what_is_late(self, order: Order, wijzer: Wijzer) -> None:
        assert van(order, await order.uwv.alles("/werkvoorraad", limit=3, alleenTeLaat=True)) == ["terugmeldbesluit"]
        wijzer.op_dag("2025-06-17")
        laat = await order.uwv.alles("/werkvoorraad", limit=3, alleenTeLaat=True)
        assert van(order, laat) == ["terugmeldbesluit", "bijstellingsoordeel"]
        assert van(order, await order.uwv.alles("/werkvoorraad", totEnMet="2025-06-15")) == ["terugmeldbesluit"]

    async def test_a_firm_finds_its_own_work_and_no_more_of_the_client_than_the_order_shows(self, order: Order) -> None:
        regels = await order.opdrachtnemer.alles("/werkvoorraad", limit=3)
        assert van(order, regels) == ["evaluatiemoment", "einde_dienst"]
        assert len(regels) == len(van(order, regels))
        assert {regel["termijn"]["organisatie"] for regel in regels} == {order.nu["organisatie"]}
        contact = (await order.opdrachtnemer.get(f"{order.pad}/contact")).json()
        delen = (contact["voornamen"], contact["voorvoegsel"], contact["geslachtsnaam"])
        klant = {
            "id": order.nu["klantId"],
            "naam": " ".join(deel for deel in delen if deel),
            "geboortedatum": contact["geboortedatum"],
        }
        assert [regel["klant"] for regel in regels] == [klant, klant]

    async def test_a_firm_finds_nothing_of_an_order_that_is_over(self, order: Order) -> None:
        await order.stap(order.uwv, "terugmeldbesluiten", {"akkoord": True, "beslotenOp": "2025-06-02"})
        assert van(order, await order.opdrachtnemer.alles("/werkvoorraad", limit=3)) == ["eindrapportage"]
        await rapporteer(order, "2025-06-02")
        await oordeel(order, "2025-06-02", "geen_vervolg", behaald=False, toelichting="Verhuisd.")
        assert await order.opdrachtnemer.alles("/werkvoorraad", limit=3) == []

    async def test_nobody_else_has_them(self, api: Api, order: Order) -> None:
        ander = await nieuwe_order(api)
        assert await ander.opdrachtnemer.alles("/werkvoorraad", limit=3) == []
        for rol in ("werkconsulent", "coordinator", "manager", "receptie"):
            assert van(order, await api.als(rol).alles("/werkvoorraad", limit=200)) == []

    async def test_whoever_works_for_a_firm_is_held_to_it(self, api: Api, order: Order) -> None:
        eigen = samen(api, order.nu["organisatie"], Rol.WERKCONSULENT, Rol.COORDINATOR)
        regels = await eigen.alles("/werkvoorraad", limit=3)
        assert (van(order, regels), len(regels)) == (["evaluatiemoment", "einde_dienst"], 2)
        assert await eigen.alles("/werkvoorraad", limit=3, rol="inkomensconsulent") == []
        assert await eigen.alles("/werkvoorraad", limit=3, persoon="iemand") == []
        ander = (await nieuwe_order(api)).firma.json()["kenmerk"]
        assert await samen(api, ander, Rol.WERKCONSULENT, Rol.COORDINATOR).alles("/werkvoorraad", limit=3) == []


class TestTermijnen:
    async def test_uwv_finds_those_of_inkooporders_and_no_other(self, order: Order) -> None:
        regels = await order.uwv.alles("/termijnen", limit=3, klantId=order.nu["klantId"])
        assert {regel["onderwerpSoort"] for regel in regels} == {"inkooporder"}
        assert sorted(van(order, regels)) == sorted(await order.termijnen())
        assert all(
            een["rol"] == "uwv" for een in await order.uwv.alles("/termijnen", limit=3, rol="uwv", toestand="lopend")
        )
        assert await order.uwv.alles("/termijnen", limit=3, rol="coordinator") == []

    @pytest.mark.parametrize("vraag", [{}, {"rol": "uwv"}, {"rol": "opdrachtnemer", "toestand": "lopend"}])
    async def test_a_firm_finds_what_its_order_shows_it(self, order: Order, vraag: dict[str, str]) -> None:
        eigen = await order.opdrachtnemer.get(f"{order.pad}/termijnen", params={"limit": 200})
        past = [e for e in eigen.json()["resultaten"] if all(e[naam] == waarde for naam, waarde in vraag.items())]
        assert await order.opdrachtnemer.alles("/termijnen", limit=3, **vraag) == past
        assert past

    async def test_one_is_read_by_its_own_firm_and_by_uwv(self, api: Api, order: Order) -> None:
        een = (await order.termijnen())["einde_dienst"]
        ander = (await nieuwe_order(api)).opdrachtnemer
        for wie, status in ((order.uwv, 200), (order.opdrachtnemer, 200), (ander, 404)):
            assert (await wie.get(f"/termijnen/{een['id']}")).status_code == status

    async def test_one_of_the_municipality_does_not_exist_for_them(self, api: Api, order: Order) -> None:
        van_klant = await api.coordinator.alles("/termijnen", limit=3, klantId=order.nu["klantId"], rol="coordinator")
        pad = f"/termijnen/{van_klant[0]['id']}"
        gelezen = await api.coordinator.get(pad)
        afdoening = {"op": "2025-06-02", "toelichting": "Gebeld."}
        for wie in (order.uwv, order.opdrachtnemer, samen(api, order.nu["organisatie"], Rol.COORDINATOR)):
            assert (await wie.get(pad)).status_code == 404
            assert (await wie.post(f"{pad}/afdoeningen", afdoening, als=gelezen)).status_code == 404

    async def test_nobody_else_finds_them(self, api: Api, order: Order) -> None:
        ander = (await nieuwe_order(api)).firma.json()["kenmerk"]
        for wie in (api.als_opdrachtnemer(ander), samen(api, ander, Rol.WERKCONSULENT)):
            for vraag in ({}, {"klantId": order.nu["klantId"]}, {"onderwerpId": order.nu["id"]}, {"rol": "uwv"}):
                assert await wie.alles("/termijnen", limit=3, **vraag) == []

    async def test_a_municipal_term_has_no_firm(self, api: Api, order: Order) -> None:
        regels = await api.werkconsulent.alles("/termijnen", limit=3, klantId=order.nu["klantId"])
        assert {(een["onderwerpSoort"] == "inkooporder") == (een["organisatie"] is not None) for een in regels} == {
            True
        }
