"""The command as a person starts it: what is wrong is said in a sentence, and the service outlives its database."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jose import jwt

from app.beleid.fouten import BeleidOngeldig
from app.cli import main
from app.main import beleidsboek, schilinstellingen
from app.services.identiteit import MACHINEROLLEN
from app.settings import Instellingen

WORTEL = Path(__file__).parents[1]
_ONZE = ("TREDE_", "DATABASE_URL", "PORT")
SLEUTEL = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
PRODUCTIE = {
    "TREDE_MODUS": "productie",
    "DATABASE_URL": "postgresql://trede@127.0.0.1:1/trede",
    "TREDE_UITGEVERS": '{"https://uitgever.example": "https://uitgever.example/jwks"}',
    "TREDE_SLEUTELS": json.dumps({"1": SLEUTEL}),
    "TREDE_ZOEKSLEUTEL": "geheim" * 6,
    "TREDE_CORS_ORIGINS": '["https://frontend.example"]',
}


@pytest.fixture
def begin(monkeypatch: pytest.MonkeyPatch, plek: Path) -> Callable[[dict[str, str]], str]:
    """Start the service with these settings and no others; gives with which sentence it ends."""

    def start(anders: dict[str, str]) -> str:
        for naam in [naam for naam in os.environ if naam.startswith(_ONZE)]:
            monkeypatch.delenv(naam)
        for naam, waarde in ({"TREDE_GEGEVENSMAP": str(plek), "PORT": "0"} | anders).items():
            monkeypatch.setenv(naam, waarde)
        monkeypatch.setattr(sys, "argv", ["trede", "serve"])
        with pytest.raises(SystemExit) as einde:
            main()
        return str(einde.value)

    return start


@pytest.fixture(scope="module")
def plek() -> Iterator[Path]:
    """A folder that root may share with an unprivileged PostgreSQL."""
    pad = Path(tempfile.mkdtemp(prefix="trede-test-"))
    pad.chmod(0o755)
    yield pad
    shutil.rmtree(pad, ignore_errors=True)


@pytest.fixture(scope="module")
def bezet() -> Iterator[str]:
    """A port on which something else listens."""
    with socket.create_server(("127.0.0.1", 0)) as ander:
        yield str(ander.getsockname()[1])


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"DATABASE_URL": "postgresql://trede:wachtwoord@127.0.0.1:1/trede"}, "antwoordt geen database"),
        ({"DATABASE_URL": "postgresql://trede:wachtwoord@nergens.invalid/trede"}, "antwoordt geen database"),
        ({"DATABASE_URL": "postgresql://trede:wacht@127.0.0.1:wachtwoord/trede"}, "geen database: ValueError"),
        ({"DATABASE_URL": "mysql://trede:wachtwoord@127.0.0.1/trede"}, "begint met postgresql://"),
        ({"TREDE_UITGEVERS": '{"a"'}, "wordt als JSON gegeven"),
        ({"TREDE_UITGEVERS": '{"a|b": "https://a.example"}'}, "een naam zonder |"),
        ({"TREDE_UITGEVERS": '{"a": "http://a.example"}'}, "het adres van zijn sleutels: https://"),
        ({"TREDE_UITGEVERS": '{"a": "https://"}'}, "het adres van zijn sleutels: https://"),
        ({"TREDE_UITGEVERS": '{"a": "https://[wachtwoord"}'}, "het adres van zijn sleutels: https://"),
        (PRODUCTIE | {"TREDE_ZOEKSLEUTEL": "wachtwoord"}, "TREDE_ZOEKSLEUTEL: Geef ten minste 32 tekens"),
        ({"TREDE_CORS_ORIGINS": "[]"}, "ten minste een origin"),
        ({"TREDE_CORS_ORIGINS": '["*"]'}, "geen ster"),
        ({"TREDE_SLEUTELS": json.dumps({"1": SLEUTEL})}, "horen bij elkaar"),
        ({"PORT": "abc"}, "  PORT: Geef hier een geheel getal."),
        ({"PORT": "99999"}, "  PORT: Dit mag ten hoogste 65535 zijn."),
        ({"TREDE_MODUS": "wachtwoord"}, "  TREDE_MODUS: Kies een van: ontwikkeling, productie."),
        ({"TREDE_VERBINDINGEN": "0"}, "  TREDE_VERBINDINGEN: Dit moet ten minste 1 zijn."),
        (PRODUCTIE | {"TREDE_CORS_ORIGINS": "null"}, "In productie ontbreekt: TREDE_CORS_ORIGINS"),
        (PRODUCTIE | {"TREDE_SLEUTELS": '{"1": "wachtwoord"}'}, "Sleutel 1 is geen Fernet-sleutel"),
        (PRODUCTIE, "antwoordt geen database"),
    ],
)
def test_what_is_wrong_in_the_settings_is_one_sentence_without_what_is_secret(
    anders: dict[str, str], zin: str, begin: Callable[[dict[str, str]], str]
) -> None:
    gezegd = begin(anders)
    assert zin in gezegd
    assert "wachtwoord" not in gezegd


@pytest.mark.parametrize("naam", sorted(PRODUCTIE.keys() - {"TREDE_MODUS"}))
def test_production_starts_with_no_default_for_what_must_be_chosen(
    naam: str, begin: Callable[[dict[str, str]], str]
) -> None:
    assert f"In productie ontbreekt: {naam}" in begin({wat: hoe for wat, hoe in PRODUCTIE.items() if wat != naam})


@pytest.fixture
def token(monkeypatch: pytest.MonkeyPatch, plek: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[str], str]:
    """What `trede token` with these words prints; its refusal is a SystemExit."""
    monkeypatch.setenv("TREDE_GEGEVENSMAP", str(plek))

    def geef(woorden: str) -> str:
        monkeypatch.setattr(sys, "argv", ["trede", "token", *woorden.split()])
        with pytest.raises(SystemExit) as einde:
            main()
        if einde.value.code:
            raise einde.value
        return capsys.readouterr().out.strip()

    return geef


@pytest.mark.parametrize(
    ("woorden", "azp", "sub"),
    [
        ("--rol uwv", "ontwikkeling-uwv", None),
        ("--rol gws", "ontwikkeling-gws", None),
        ("--rol opdrachtnemer --organisatie baanbrekend", "ontwikkeling-opdrachtnemer-baanbrekend", None),
        ("--rol receptie --rol manager", "trede-ontwikkeling", "receptie-manager"),
        ("--rol receptie --persoon anna", "trede-ontwikkeling", "anna"),
    ],
)
def test_a_token_names_the_machine_or_the_person(
    woorden: str, azp: str, sub: str | None, token: Callable[[str], str]
) -> None:
    claims = jwt.get_unverified_claims(token(woorden))
    assert (claims["azp"], claims.get("sub")) == (azp, sub)


@pytest.mark.parametrize("rol", sorted(MACHINEROLLEN))
def test_a_machine_carries_no_role_of_a_person(rol: str, token: Callable[[str], str]) -> None:
    with pytest.raises(SystemExit, match="geen rol van een mens"):
        token(f"--rol receptie --rol {rol}")


def test_a_machine_names_no_person(token: Callable[[str], str]) -> None:
    with pytest.raises(SystemExit, match="noemt geen persoon"):
        token("--rol uwv --persoon anna")


def test_a_person_works_for_no_organisatie(token: Callable[[str], str]) -> None:
    with pytest.raises(SystemExit, match="hoort alleen bij de rol opdrachtnemer"):
        token("--rol receptie --organisatie baanbrekend")


def test_a_taken_port_is_told_before_anything_starts(
    plek: Path, bezet: str, begin: Callable[[dict[str, str]], str]
) -> None:
    gezegd = begin({"TREDE_GEGEVENSMAP": str(plek / "leeg"), "PORT": bezet})
    assert f"Trede kan niet luisteren op 127.0.0.1:{bezet}" in gezegd
    assert not (plek / "leeg").exists()


@pytest.mark.parametrize(
    ("host", "poort", "origin"),
    [("127.0.0.1", "8411", "http://127.0.0.1:8411"), ("::1", "8000", "http://[::1]:8000")],
)
def test_the_origin_that_nobody_chose_is_where_development_is_served(
    host: str, poort: str, origin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TREDE_HOST", host)
    monkeypatch.setenv("PORT", poort)
    monkeypatch.delenv("TREDE_CORS_ORIGINS", raising=False)
    assert schilinstellingen(Instellingen()).cors_origins == (origin,)


def test_the_origin_that_was_chosen_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "8411")
    monkeypatch.setenv("TREDE_CORS_ORIGINS", '["https://frontend.example"]')
    assert schilinstellingen(Instellingen()).cors_origins == ("https://frontend.example",)


def test_a_theme_that_no_rule_asks_for_is_refused() -> None:
    instellingen = Instellingen.model_validate({"beleid": {"basisdinstverlening": [("2021-01-01", "deventer-2021")]}})
    with pytest.raises(BeleidOngeldig, match="basisdinstverlening: is geen thema"):
        beleidsboek(instellingen)


def test_a_service_refuses_nonsense_in_its_own_words_and_outlives_its_database_without_a_traceback(
    plek: Path, tmp_path: Path
) -> None:
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    kaal = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(_ONZE)}
    waar = kaal | {"TREDE_GEGEVENSMAP": str(plek), "PORT": str(poort)}
    uit = tmp_path / "uitvoer.log"
    with uit.open("wb") as stroom:
        proces = subprocess.Popen(
            [sys.executable, "-m", "app.cli", "serve"], cwd=WORTEL, env=waar, stdout=stroom, stderr=stroom
        )
    try:
        _wacht(lambda: _status(poort) == 200)
        assert b"\r\ncontent-type: application/problem+json\r\n" in _onzin(poort)
        os.kill(int(next(plek.glob("*/postmaster.pid")).read_text().split()[0]), signal.SIGKILL)
        _wacht(lambda: _status(poort) == 503)
        _wacht(lambda: _status(poort) == 200)
    finally:
        proces.send_signal(signal.SIGINT)
        einde = proces.wait(30)
    assert einde == 0
    gezegd = uit.read_text()
    assert "De ingebouwde database is gestopt en wordt opnieuw gestart." in gezegd
    assert "Traceback" not in gezegd


def _status(poort: int) -> int:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{poort}/health/ready", timeout=5) as antwoord:
            return int(antwoord.status)
    except urllib.error.HTTPError as fout:
        return fout.code
    except OSError:
        return 0


def _onzin(poort: int) -> bytes:
    with socket.create_connection(("127.0.0.1", poort), timeout=5) as verbinding:
        verbinding.sendall(b"\x00\r\n\r\n")
        return b"".join(iter(lambda: verbinding.recv(4096), b""))


def _wacht(klaar: Callable[[], bool]) -> None:
    uiterlijk = time.monotonic() + 60
    while not klaar():
        assert time.monotonic() < uiterlijk
        time.sleep(0.02)
