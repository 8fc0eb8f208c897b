"""Meldingen over HTTP."""

import pytest

from tests.api import Api
from tests.stappen import nieuwe_klant, nieuwe_melding

pytestmark = pytest.mark.anyio


async def klant_id(api: Api, **anders: str) -> str:
    return str((await nieuwe_klant(api, **anders)).json()["id"])


class TestRegistreren:
    async def test_a_new_melding_is_found_at_its_location_with_route_and_reasons(self, api: Api) -> None:
        gemaakt = await nieuwe_melding(api)
        gelezen = await api.receptie.get(gemaakt.headers["Location"].removeprefix("/v1"))
        assert gelezen.json() == gemaakt.json()
        melding = gelezen.json()
        assert (melding["meldingsdatum"], melding["route"], melding["stand"]) == ("2021-03-15", "regulier", "gemeld")
        assert melding["verantwoording"]["peildatum"] == "2021-03-15"
        assert "iom.melding.datum" in [grond["regel"] for grond in melding["motivering"]]
