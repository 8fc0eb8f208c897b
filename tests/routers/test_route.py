"""Headers that come twice or say what Trede does not do, on any operation."""

import json

import httpx
import pytest

from tests.api import Api
from tests.stappen import nieuwe_klant

pytestmark = pytest.mark.anyio


async def wijzig(api: Api, *koppen: tuple[str, str]) -> httpx.Response:
    """Change a new klant, as version 1, with these headers as well."""
    klant = (await nieuwe_klant(api)).json()["id"]
    vast = (("If-Match", '"1"'), ("Content-Type", "application/json"))
    genoemd = {naam for naam, _ in koppen}
    alle = [*koppen, *(kop for kop in vast if kop[0] not in genoemd)]
    return await api.http.request("PATCH", f"/v1/klanten/{klant}", headers=alle, content='{"woonplaats": "Zutphen"}')


@pytest.mark.parametrize("rollen", [("receptie", "beleid"), ("beleid", "receptie"), ("receptie", "receptie")])
async def test_two_tokens_are_no_token_whichever_comes_first(api: Api, rollen: tuple[str, str]) -> None:
    tokens = [("Authorization", f"Bearer {api.als(rol).token()}") for rol in rollen]
    geweigerd = await wijzig(api, *tokens)
    assert geweigerd.status_code == 401
    assert geweigerd.json()["type"] == "/problemen/token-misvormd"


@pytest.mark.parametrize(
    ("kop", "waarden", "status"),
    [
        ("If-Match", ('"1"', '"2"'), 400),
        ("If-Match", ('"1"', '"1"'), 400),
        ("Content-Type", ("application/json", "text/plain"), 415),
        ("Content-Encoding", ("gzip",), 415),
        ("Content-Encoding", ("identity",), 200),
    ],
)
async def test_a_header_that_says_more_than_one_thing_or_what_cannot_be_is_refused(
    api: Api, kop: str, waarden: tuple[str, ...], status: int
) -> None:
    token = ("Authorization", f"Bearer {api.receptie.token()}")
    antwoord = await wijzig(api, token, *((kop, waarde) for waarde in waarden))
    assert antwoord.status_code == status


async def test_two_idempotency_keys_are_refused(api: Api) -> None:
    koppen = [("Authorization", f"Bearer {api.receptie.token()}"), ("Content-Type", "application/json")]
    sleutels = [("Idempotency-Key", "een"), ("Idempotency-Key", "twee")]
    antwoord = await api.http.request("POST", "/v1/klanten", headers=koppen + sleutels, content="{}")
    assert "Idempotency-Key" in {fout["path"] for fout in antwoord.json()["errors"]}


async def test_a_flood_of_faults_is_told_as_one_and_a_hundred_are_named(api: Api) -> None:
    async def fouten(velden: int) -> list[dict[str, str]]:
        lichaam = json.dumps({f"a{nummer}": 1 for nummer in range(velden)})
        koppen = {"Authorization": f"Bearer {api.receptie.token()}", "Content-Type": "application/json"}
        antwoord = await api.http.post("/v1/klanten", headers=koppen, content=lichaam)
        assert antwoord.status_code == 400
        return list(antwoord.json()["errors"])

    assert [fout["code"] for fout in await fouten(1_200)] == ["te-veel-fouten"]
    assert len(await fouten(500)) == 100
    assert {f"a{nummer}" for nummer in range(60)} <= {fout["path"] for fout in await fouten(60)}
