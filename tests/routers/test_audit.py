"""The audit trail over HTTP: for privacy and the manager only."""

import pytest

from tests.api import Api
from tests.stappen import nieuwe_klant, nieuwe_melding

pytestmark = pytest.mark.anyio


async def test_the_trail_says_who_did_what_on_which_ground_from_where(api: Api) -> None:
    gemaakt = await nieuwe_klant(api)
    pad = f"/klanten/{gemaakt.json()['id']}"
    await api.administratie.patch(pad, {"woonplaats": "Deventer"}, als=gemaakt)
    regels = (await api.privacy.get(f"{pad}/audit")).json()["resultaten"]
    assert [regel["handeling"] for regel in regels] == ["registreerNieuweKlant", "wijzigBestaandeKlant"]
    eerste = regels[0]
    assert eerste["wie"].endswith("|receptie-een")
    assert (eerste["client"], eerste["rollen"]) == ("trede-ontwikkeling", ["receptie"])
    assert (eerste["onderwerpSoort"], eerste["onderwerpId"]) == ("klant", gemaakt.json()["id"])
    assert eerste["grond"] == "iom.melding.werkproces"
    assert eerste["verzoek"] == gemaakt.headers["X-Request-ID"]
    assert eerste["op"] == "2021-03-15T09:00:00Z"


async def test_it_is_read_on_by_number(api: Api) -> None:
    klant = (await nieuwe_melding(api)).json()["klantId"]
    pad = f"/klanten/{klant}/audit"
    alles = (await api.manager.get(pad)).json()
    assert alles["volgende"] is None
    eerste = (await api.manager.get(pad, params={"limit": 1})).json()
    assert eerste["volgende"] == alles["resultaten"][0]["volgnummer"]
    rest = (await api.manager.get(pad, params={"na": eerste["volgende"]})).json()
    assert eerste["resultaten"] + rest["resultaten"] == alles["resultaten"]


async def test_of_a_melding_for_two_both_dossiers_tell(api: Api) -> None:
    partner = (await nieuwe_klant(api)).json()["id"]
    await nieuwe_melding(api, partner=partner)
    regels = (await api.privacy.get(f"/klanten/{partner}/audit")).json()["resultaten"]
    assert [regel["onderwerpSoort"] for regel in regels] == ["klant", "melding"]


@pytest.mark.parametrize("rol", ["receptie", "inkomensconsulent", "beleid", "uwv"])
async def test_who_works_with_the_klant_does_not_read_it(api: Api, rol: str) -> None:
    pad = f"/klanten/{(await nieuwe_klant(api)).json()['id']}/audit"
    assert (await api.als(rol).get(pad)).status_code == 403


async def test_an_unknown_klant_is_not_found(api: Api) -> None:
    assert (await api.privacy.get("/klanten/01890000-0000-7000-8000-000000000000/audit")).status_code == 404
