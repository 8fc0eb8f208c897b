from datetime import date

import orjson
import pytest

from app.domain.fouten import (
    BeleidOnbekend,
    Fout,
    GeenRecht,
    NietGevonden,
    OngeldigeInvoer,
    ParameterOntbreekt,
    StapNietToegestaan,
    Strijdig,
    Veldfout,
    VierOgen,
)
from app.routers.problemen import (
    EIGEN_WOORDEN,
    Probleem,
    Veldprobleem,
    probleem_antwoord,
    probleem_bij_fout,
    probleem_bij_status,
    probleem_bij_velden,
    veldpad,
)
from app.services.fouten import (
    OpslagOnbereikbaar,
    SchemaWijktAf,
    SleutelHergebruikt,
    TeDruk,
    TokenOngeldig,
    VersieVerouderd,
    VoorwaardeOntbreekt,
)

NUMMER = "0198f9a3-4f1e-7000-8000-000000000001"


@pytest.mark.parametrize(
    ("fout", "status", "code"),
    [
        (OngeldigeInvoer([Veldfout("a", "b", "c")]), 400, "ongeldige-invoer"),
        (TokenOngeldig("token-verlopen", "Het token is verlopen."), 401, "token-verlopen"),
        (GeenRecht("Dat mag niet."), 403, "geen-recht"),
        (VierOgen("Dat mag niet."), 403, "vier-ogen"),
        (NietGevonden("Is er niet."), 404, "niet-gevonden"),
        (BeleidOnbekend("elders"), 409, "beleid-onbekend"),
        (ParameterOntbreekt("norm", date(2030, 1, 1)), 409, "parameter-ontbreekt"),
        (StapNietToegestaan("Sluiten", "open", ["toetsen"]), 409, "stap-niet-toegestaan"),
        (Strijdig("melding-open", "Er is al een melding."), 409, "melding-open"),
        (SleutelHergebruikt("De sleutel is gebruikt."), 409, "sleutel-hergebruikt"),
        (VersieVerouderd("Versie 2 is er al."), 412, "versie-verouderd"),
        (VoorwaardeOntbreekt("Geef If-Match."), 428, "voorwaarde-ontbreekt"),
        (OpslagOnbereikbaar("De opslag antwoordt niet."), 503, "opslag-onbereikbaar"),
        (SchemaWijktAf("Het schema is anders."), 503, "schema-wijkt-af"),
        (TeDruk("Er wacht al te veel."), 503, "te-druk"),
    ],
)
def test_each_error_has_its_status_and_code_and_the_three_members_that_the_rules_ask(
    fout: Fout, status: int, code: str
) -> None:
    antwoord = probleem_antwoord(probleem_bij_fout(fout), NUMMER)
    inhoud = orjson.loads(antwoord.body)
    assert antwoord.status_code == inhoud["status"] == status
    assert antwoord.media_type == antwoord.headers["content-type"] == "application/problem+json"
    assert inhoud["type"] == f"/problemen/{code}"
    assert inhoud["instance"] == f"urn:uuid:{NUMMER}"
    assert inhoud["title"]
    assert inhoud["detail"]


def test_an_error_outside_the_table_shows_nothing_of_itself() -> None:
    class Vreemd(Fout):
        pass

    antwoord = probleem_antwoord(probleem_bij_fout(Vreemd("geheim van mevrouw X")), NUMMER)
    assert antwoord.status_code == 500
    assert b"geheim" not in antwoord.body


def test_a_subclass_gets_the_kind_of_its_nearest_parent() -> None:
    class Verdwenen(NietGevonden):
        pass

    assert probleem_bij_fout(Verdwenen("Weg.")).status == 404


def test_a_refused_step_names_the_state_and_what_it_allows() -> None:
    inhoud = orjson.loads(probleem_antwoord(probleem_bij_fout(StapNietToegestaan("Sluiten", "open", ["toetsen"]))).body)
    assert inhoud["toestand"] == "open"
    assert inhoud["toegestaan"] == ["toetsen"]
    assert "errors" not in inhoud
    assert "instance" not in inhoud


def test_extension_members_never_replace_the_standard_ones() -> None:
    probleem = Probleem(status=409, title="t", detail="d", leden={"status": 200, "extra": 1})
    assert orjson.loads(probleem_antwoord(probleem).body) == {
        "extra": 1, "status": 409, "title": "t", "detail": "d", "type": "about:blank",
    }  # fmt: skip


def test_field_errors_come_all_at_once_with_json_names() -> None:
    fout = OngeldigeInvoer(
        [Veldfout("feiten.opschortingen[0].verzoek_op", "te-laat", "Te laat."), Veldfout("naam", "leeg", "Leeg.")]
    )
    probleem = probleem_bij_fout(fout)
    assert probleem.detail == "De invoer klopt niet: 2 fouten, zie errors."
    assert orjson.loads(probleem_antwoord(probleem).body)["errors"] == [
        {"path": "feiten.opschortingen[0].verzoekOp", "code": "te-laat", "detail": "Te laat."},
        {"path": "naam", "code": "leeg", "detail": "Leeg."},
    ]


def test_one_field_error_is_counted_in_the_singular() -> None:
    assert "1 fout," in probleem_bij_velden((Veldprobleem("a", "b", "c"),)).detail


@pytest.mark.parametrize(
    ("pad", "json"),
    [
        ("feiten.maanden_tot_werk", "feiten.maandenTotWerk"),
        ("op", "op"),
        ("a_b[12].c_d", "aB[12].cD"),
        ("feiten.verzoekOp", "feiten.verzoekOp"),
    ],
)
def test_field_paths_are_in_json_names(pad: str, json: str) -> None:
    assert veldpad(pad) == json


def test_a_missing_token_gets_the_scheme_and_a_bad_one_also_the_reason() -> None:
    zonder = probleem_bij_fout(TokenOngeldig("token-ontbreekt", "Geen token."))
    slecht = probleem_bij_fout(TokenOngeldig("token-verlopen", "Verlopen."))
    assert zonder.koppen == {"WWW-Authenticate": 'Bearer realm="trede"'}
    assert slecht.koppen == {"WWW-Authenticate": 'Bearer realm="trede", error="invalid_token"'}


def test_an_unreachable_storage_says_when_to_come_back() -> None:
    assert probleem_antwoord(probleem_bij_fout(OpslagOnbereikbaar("Weg."))).headers["retry-after"] == "5"


@pytest.mark.parametrize("status", sorted(EIGEN_WOORDEN))
def test_each_bare_status_has_its_own_words(status: int) -> None:
    assert probleem_bij_status(status).status == status


@pytest.mark.parametrize(("status", "als"), [(418, 400), (507, 500)])
def test_a_rare_status_keeps_its_number_and_gets_general_words(status: int, als: int) -> None:
    probleem = probleem_bij_status(status)
    assert probleem.status == status
    assert probleem.title == EIGEN_WOORDEN[als][0].title
