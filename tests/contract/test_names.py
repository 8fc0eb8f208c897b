"""NL GOV REST API Design Rules 2.2: names, dates and addresses, over the whole document."""

import re
from itertools import pairwise

import pytest

from tests.contract.document import ALLE, DOCUMENT, EEN_DING, PADEN, Beschreven, eigenschappen, loop, parameters, vormen

ENKELVOUD = EEN_DING | {"beleid", "stuurinformatie", "werkvoorraad", "historie", "tijdlijn", "audit"}
"""Resources of which there is one, or words that name many by themselves."""
MEERVOUD = re.compile(r".*(en|s|es)$")
CAMEL = re.compile(r"[a-z][a-z\d]*([A-Z][a-z\d]*)*")
QUERY = re.compile(r"\$?[a-z][a-z\d]*([A-Z][a-z\d]*)*")
SEGMENT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
OVER_EEN_PERSOON = re.compile(
    r"bsn|naam|voornamen|geboortedatum|postcode|straat|huisnummer|email|telefoon", re.IGNORECASE
)


def _delen(pad: str) -> list[str]:
    return pad.removeprefix("/").split("/")


@pytest.mark.parametrize("wat", PADEN, ids=str)
class TestPaden:
    def test_core_naming_collections(self, wat: Beschreven) -> None:
        vast = [deel for deel in _delen(wat.pad) if not deel.startswith(("{", "_"))]
        collecties = vast[:1] if vast[0] == "toetsen" else vast
        assert all(MEERVOUD.fullmatch(deel) or deel in ENKELVOUD for deel in collecties), wat.pad

    def test_core_naming_resources(self, wat: Beschreven) -> None:
        """A collection holds ids, or has fixed members under it: never an id at the front or two after each other."""
        delen = _delen(wat.pad)
        assert not delen[0].startswith("{")
        assert not any(a.startswith("{") and b.startswith("{") for a, b in pairwise(delen))

    def test_core_path_segments_kebab_case(self, wat: Beschreven) -> None:
        *voor, laatste = _delen(wat.pad)
        for deel in (*voor, laatste.removeprefix("_")):
            assert SEGMENT.fullmatch(deel) or re.fullmatch(r"\{[a-zA-Z]+\}", deel), deel

    def test_core_no_trailing_slash_in_the_document(self, wat: Beschreven) -> None:
        assert wat.pad.startswith("/")
        assert not wat.pad.endswith("/")
        assert "//" not in wat.pad

    def test_core_uri_version_is_the_servers(self, wat: Beschreven) -> None:
        assert not re.match(r"/v\d", wat.pad)


@pytest.mark.parametrize("wat", ALLE, ids=str)
class TestParameters:
    def test_core_query_keys_camel_case(self, wat: Beschreven) -> None:
        for parameter in parameters(wat):
            if parameter["in"] == "query":
                assert QUERY.fullmatch(parameter["name"]), parameter["name"]
            if parameter["in"] == "path":
                assert CAMEL.fullmatch(parameter["name"]), parameter["name"]

    def test_path_parameters_are_declared(self, wat: Beschreven) -> None:
        gedeclareerd = [p["name"] for p in parameters(wat) if p["in"] == "path" and p["required"]]
        assert sorted(gedeclareerd) == sorted(re.findall(r"\{(\w+)\}", wat.pad))

    def test_core_transport_no_sensitive_uris(self, wat: Beschreven) -> None:
        in_adres = [p["name"] for p in parameters(wat) if p["in"] in ("path", "query")]
        assert not [naam for naam in in_adres if OVER_EEN_PERSOON.search(naam)]

    def test_every_parameter_is_described_and_bounded(self, wat: Beschreven) -> None:
        for parameter in parameters(wat):
            assert parameter["description"]
            schema = parameter["schema"]
            assert {"enum", "pattern", "maximum"} & schema.keys() or schema["type"] == "boolean", parameter["name"]


def test_json_names_are_camel_case() -> None:
    assert not [(schema, veld) for schema, veld, _ in eigenschappen() if not CAMEL.fullmatch(veld)]


def test_enum_values_are_snake_case() -> None:
    lijsten = [deel["enum"] for _, deel in loop(DOCUMENT) if isinstance(deel, dict) and "enum" in deel]
    waarden = [waarde for lijst in lijsten for waarde in lijst]
    assert waarden
    assert not [waarde for waarde in waarden if not re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", str(waarde))]


def test_core_date_time_format() -> None:
    """A text that looks like a day or a moment says so, with a pattern that takes the one form."""
    for plaats, deel in loop(DOCUMENT):
        if (
            isinstance(deel, dict)
            and deel.get("type") == "string"
            and str(deel.get("pattern")).startswith("^(19|20|21)")
        ):
            assert deel["format"] == ("date-time" if "T(" in deel["pattern"] else "date"), plaats
        if isinstance(deel, dict) and deel.get("format") in ("date", "date-time"):
            assert deel["type"] == "string", plaats
            assert deel["pattern"].startswith("^(19|20|21)"), plaats


def test_core_date_time_date_omit_time_portion() -> None:
    """What ends in `datum` is a day: never a moment."""
    zoekvelden = [("", p["name"], p["schema"]) for wat in ALLE for p in parameters(wat)]
    for schema, veld, vorm in [*eigenschappen(), *zoekvelden]:
        if re.search(r"[dD]atum$", veld):
            assert {tak.get("format") for tak in vormen(vorm)} == {"date"}, (schema, veld)


def test_a_birth_date_is_a_day_wherever_it_stands() -> None:
    for schema, veld, vorm in eigenschappen():
        if "geboortedatum" in veld.lower():
            assert all(tak.get("format") == "date" for tak in vormen(vorm)), schema


def test_schema_names_are_sensible() -> None:
    assert not [naam for naam in DOCUMENT["components"]["schemas"] if not re.fullmatch(r"([A-Z][a-z]+)+", naam)]
