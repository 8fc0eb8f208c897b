"""The loader: every malformed file that it refuses, with the place of the fault."""

from pathlib import Path

import pytest

from app.beleid.fouten import BeleidOngeldig
from app.beleid.loader import laad_sets
from tests.beleid.bestanden import met_perioden, parameter, schrijf, set_toml

GOED: dict[str, str | bytes] = {"a/set.toml": set_toml("a"), "a/p.toml": parameter()}
X = 'parameters."x.y"'

ONGELDIG: dict[str, tuple[dict[str, str | bytes], str, str, str]] = {
    # what is wrong: (files over the good ones, file named, place named, words of the fault)
    "syntax error": ({"a/p.toml": 'x = 1\ny = "'}, "a/p.toml", "regel 2", "geen geldige TOML"),
    "key given twice": ({"a/p.toml": "x = 1\nx = 2\ny = 1"}, "a/p.toml", "regel 2", "geen geldige TOML"),
    "parameter given twice in a file": (
        {"a/p.toml": parameter() + parameter()},
        "a/p.toml",
        "regel 7",
        "geen geldige TOML",
    ),
    "impossible day": (met_perioden("vanaf = 2021-02-30, waarde = 6"), "a/p.toml", "regel 6", "geen geldige TOML"),
    "unreadable encoding": ({"a/p.toml": b"x = 1\ny = '\xff'"}, "a/p.toml", "regel 2", "geen UTF-8"),
    "nested too deep": ({"a/p.toml": "x = " + "[" * 5000}, "a/p.toml", "", "geen geldige TOML"),
    "unknown top key": ({"a/p.toml": parameter() + "[zonder]\n"}, "a/p.toml", "zonder", "onbekende sleutel"),
    "no parameters": ({"a/p.toml": "[parameters]\n"}, "a/p.toml", "parameters", "ontbreekt of is leeg"),
    "parameters no table": ({"a/p.toml": "parameters = 3\n"}, "a/p.toml", "parameters", "ontbreekt of is leeg"),
    "parameter no table": ({"a/p.toml": '[parameters]\n"x.y" = 3\n'}, "a/p.toml", X, "tabel"),
    "bad id": ({"a/p.toml": parameter("X Y")}, "a/p.toml", 'parameters."X Y"', "geen geldig id"),
    "unknown key": ({"a/p.toml": parameter() + "geldig = true\n"}, "a/p.toml", f"{X} geldig", "onbekende sleutel"),
    "missing source": (
        {"a/p.toml": parameter().replace('bron = "PB"\n', "")},
        "a/p.toml",
        f"{X} bron",
        "ontbreekt",
    ),
    "empty source": ({"a/p.toml": parameter().replace('"PB"', '""')}, "a/p.toml", f"{X} bron", "vorm"),
    "blank source": ({"a/p.toml": parameter().replace('"PB"', '" "')}, "a/p.toml", f"{X} bron", "vorm"),
    "source no text": ({"a/p.toml": parameter().replace('"PB"', "7")}, "a/p.toml", f"{X} bron", "tekst"),
    "text too long": ({"a/p.toml": parameter().replace("PB", "P" * 501)}, "a/p.toml", f"{X} bron", "500"),
    "unknown kind": ({"a/p.toml": parameter(soort="datum")}, "a/p.toml", f"{X} soort", "een van deze"),
    "checked until a text": (
        {"a/p.toml": parameter() + 'gecontroleerd_tot = "2026-12-31"\n'},
        "a/p.toml",
        f"{X} gecontroleerd_tot",
        "dag",
    ),
    "no periods": ({"a/p.toml": parameter(perioden="")}, "a/p.toml", f"{X} perioden", "leeg"),
    "periods no list": (
        {"a/p.toml": parameter().replace("[{", "{").replace("}]", "}")},
        "a/p.toml",
        f"{X} perioden",
        "lijst",
    ),
    "period without begin": (met_perioden("waarde = 6"), "a/p.toml", f"{X} perioden[1] vanaf", "ontbreekt"),
    "begin a text": (met_perioden('vanaf = "2021-01-01", waarde = 6'), "a/p.toml", f"{X} perioden[1] vanaf", "dag"),
    "begin a moment": (
        met_perioden("vanaf = 2021-01-01T00:00:00, waarde = 6"),
        "a/p.toml",
        f"{X} perioden[1] vanaf",
        "dag",
    ),
    "begin before the calendar": (
        met_perioden("vanaf = 1899-12-31, waarde = 6"),
        "a/p.toml",
        f"{X} perioden[1] vanaf",
        "eerder dan 1900-01-01",
    ),
    "end after the calendar": (
        met_perioden("vanaf = 2021-01-01, tot_en_met = 2200-01-01, waarde = 6"),
        "a/p.toml",
        f"{X} perioden[1] tot_en_met",
        "later dan 2199-12-31",
    ),
    "unknown key in a period": (
        met_perioden("vanaf = 2021-01-01, warde = 6"),
        "a/p.toml",
        f"{X} perioden[1] warde",
        "onbekende sleutel",
    ),
    "provisional no bool": (
        met_perioden("vanaf = 2021-01-01, waarde = 6, voorlopig = 1"),
        "a/p.toml",
        f"{X} perioden[1] voorlopig",
        "true of false",
    ),
    "end before begin": (
        met_perioden("vanaf = 2021-01-01, waarde = 6", "vanaf = 2022-01-01, tot_en_met = 2021-12-31, waarde = 7"),
        "a/p.toml",
        f"{X} perioden[2]",
        "voor het begin",
    ),
    "unsorted periods": (
        met_perioden("vanaf = 2022-01-01, waarde = 6", "vanaf = 2021-01-01, waarde = 7"),
        "a/p.toml",
        f"{X} perioden[2]",
        "niet na de vorige",
    ),
    "two periods from one day": (
        met_perioden("vanaf = 2021-01-01, waarde = 6", "vanaf = 2021-01-01, waarde = 7"),
        "a/p.toml",
        f"{X} perioden[2]",
        "niet na de vorige",
    ),
    "overlapping periods": (
        met_perioden("vanaf = 2021-01-01, tot_en_met = 2021-06-30, waarde = 6", "vanaf = 2021-06-30, waarde = 7"),
        "a/p.toml",
        f"{X} perioden[2]",
        "terwijl de vorige loopt",
    ),
    "gap without a name": (met_perioden("vanaf = 2021-01-01"), "a/p.toml", f"{X} perioden[1]", "geen waarde"),
    "provisional gap": (
        met_perioden('vanaf = 2021-01-01, voorlopig = true, toelichting = "Onbekend."'),
        "a/p.toml",
        f"{X} perioden[1]",
        "geen waarde",
    ),
    "parameter in two files": (
        {"a/q.toml": parameter()},
        "a/q.toml",
        X,
        "staat ook in a/p.toml",
    ),
    "set.toml missing": ({"b/p.toml": parameter()}, "b/set.toml", "", "ontbreekt"),
    "set.toml with an unknown key": ({"a/set.toml": set_toml("a") + "jaar = 1\n"}, "a/set.toml", "jaar", "onbekende"),
    "set.toml without title": (
        {"a/set.toml": set_toml("a").replace('titel = "Titel"\n', "")},
        "a/set.toml",
        "titel",
        "ontbreekt",
    ),
    "include no text": ({"a/set.toml": set_toml("a").replace("[]", "[7]")}, "a/set.toml", "omvat[1]", "tekst"),
    "id of another folder": ({"a/set.toml": set_toml("b")}, "a/set.toml", "id", "de map heet a"),
    "unknown include": ({"a/set.toml": set_toml("a", "b")}, "a/set.toml", "omvat", "noemt b"),
    "include named twice": (
        {"a/set.toml": set_toml("a", "b", "b"), "b/set.toml": set_toml("b"), "b/q.toml": parameter("q")},
        "a/set.toml",
        "omvat",
        "meer dan eens",
    ),
    "including itself": ({"a/set.toml": set_toml("a", "a")}, "a/set.toml", "omvat", "loopt rond"),
    "circular include": (
        {"a/set.toml": set_toml("a", "b"), "b/set.toml": set_toml("b", "c"), "c/set.toml": set_toml("c", "a")},
        "c/set.toml",
        "omvat",
        "loopt rond",
    ),
    "one parameter from two includes": (
        {
            "b/set.toml": set_toml("b"),
            "b/p.toml": parameter(),
            "c/set.toml": set_toml("c", "a", "b"),
        },
        "c/set.toml",
        "omvat",
        "x.y komt zowel uit a als uit b",
    ),
    "set without anything": ({"b/set.toml": set_toml("b")}, "b/set.toml", "", "geen parameters"),
    "other file in a folder": ({"a/lees.md": "# x"}, "a/lees.md", "", "hoort hier niet"),
    "folder in a folder": ({"a/b/p.toml": parameter()}, "a/b", "", "hoort hier niet"),
    "loose file beside the folders": ({"los.toml": parameter()}, "los.toml", "", "alleen mappen"),
}

WAARDEN: dict[str, tuple[str, str, str, str]] = {
    # what is wrong: (kind, value in TOML, place under the period, words)
    "float for a number": ("getal", "6.0", "waarde", "geheel getal"),
    "text for a number": ("getal", '"6"', "waarde", "geheel getal"),
    "bool for a number": ("getal", "true", "waarde", "geheel getal"),
    "negative number": ("getal", "-1", "waarde", "kleiner of eerder dan 0"),
    "immense number": ("getal", "10000000", "waarde", "groter of later dan 9999999"),
    "float for an amount": ("bedrag", "1052.32", "waarde", "tekst"),
    "number for an amount": ("bedrag", "1052", "waarde", "tekst"),
    "amount of one decimal": ("bedrag", '"1052.3"', "waarde", "vorm"),
    "amount with a comma": ("bedrag", '"1052,32"', "waarde", "vorm"),
    "amount with a leading zero": ("bedrag", '"01.00"', "waarde", "vorm"),
    "negative amount": ("bedrag", '"-1.00"', "waarde", "vorm"),
    "amount that is no number": ("bedrag", '"NaN"', "waarde", "vorm"),
    "amount with a line end": ("bedrag", r'"1.00\n"', "waarde", "vorm"),
    "float for a percentage": ("percentage", "23.5", "waarde", "tekst"),
    "percentage of three decimals": ("percentage", '"23.555"', "waarde", "vorm"),
    "number for a text": ("tekst", "6", "waarde", "tekst"),
    "empty text": ("tekst", '""', "waarde", "vorm"),
    "control character in a text": ("tekst", r'"a\u0007b"', "waarde", "vorm"),
    "text for names": ("namen", '"lochem"', "waarde", "lijst"),
    "number among names": ("namen", '["lochem", 7]', "waarde[2]", "tekst"),
    "name given twice": ("namen", '["a", "b", "a"]', "waarde", "dubbele"),
    "text among days": ("dagen", '[2021-01-01, "2021-01-02"]', "waarde[2]", "dag"),
    "day for days": ("dagen", "2021-01-01", "waarde", "lijst"),
    "moment among days": ("dagen", "[2021-01-01T00:00:00Z]", "waarde[1]", "dag"),
    "day given twice": ("dagen", "[2021-01-01, 2021-01-01]", "waarde", "dubbele"),
}


def _geweigerd(pad: Path) -> BeleidOngeldig:
    with pytest.raises(BeleidOngeldig) as gevangen:
        laad_sets(pad)
    return gevangen.value


@pytest.mark.parametrize("naam", ONGELDIG)
def test_a_malformed_file_is_refused_with_its_place(tmp_path: Path, naam: str) -> None:
    bestanden, bestand, plaats, woorden = ONGELDIG[naam]
    fout = _geweigerd(schrijf(tmp_path, {**GOED, **bestanden}))
    assert any(f.bestand == bestand and f.plaats == plaats and woorden in f.detail for f in fout.fouten), str(fout)


@pytest.mark.parametrize("naam", WAARDEN)
def test_a_value_of_the_wrong_kind_is_refused_with_its_place(tmp_path: Path, naam: str) -> None:
    soort, waarde, veld, woorden = WAARDEN[naam]
    fout = _geweigerd(schrijf(tmp_path, GOED | met_perioden(f"vanaf = 2021-01-01, waarde = {waarde}", soort=soort)))
    (enige,) = fout.fouten
    assert (enige.bestand, enige.plaats) == ("a/p.toml", f"{X} perioden[1] {veld}")
    assert woorden in enige.detail


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    bestanden = {
        "a/set.toml": set_toml("b", "weg"),
        "a/p.toml": parameter("X") + parameter("y", soort="datum").replace('"PB"', "1"),
        "b/p.toml": "?",
    }
    fout = _geweigerd(schrijf(tmp_path, bestanden))
    assert {(f.bestand, f.plaats) for f in fout.fouten} == {
        ("a/set.toml", "id"),
        ("a/set.toml", "omvat"),
        ("a/p.toml", 'parameters."X"'),
        ("a/p.toml", 'parameters."y" soort'),
        ("a/p.toml", 'parameters."y" bron'),
        ("b/p.toml", "regel 1"),
        ("b/set.toml", ""),
    }
    assert all(str(f) in str(fout) for f in fout.fouten)


def test_a_malformed_set_toml_is_told_once(tmp_path: Path) -> None:
    fout = _geweigerd(schrijf(tmp_path, {**GOED, "a/set.toml": "?"}))
    assert [f.bestand for f in fout.fouten] == ["a/set.toml"]


def test_a_set_that_includes_a_malformed_one_is_not_blamed_for_it(tmp_path: Path) -> None:
    bestanden = {**GOED, "b/set.toml": set_toml("b", "a"), "a/set.toml": "?"}
    assert [f.bestand for f in _geweigerd(schrijf(tmp_path, bestanden)).fouten] == ["a/set.toml"]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "niet te lezen" in str(_geweigerd(tmp_path / "weg"))


def test_a_folder_without_sets_is_refused(tmp_path: Path) -> None:
    assert "er is geen beleid" in str(_geweigerd(tmp_path))


def test_an_empty_set_folder_is_refused(tmp_path: Path) -> None:
    schrijf(tmp_path, GOED)
    (tmp_path / "b").mkdir()
    assert [str(f) for f in _geweigerd(tmp_path).fouten] == ["b/set.toml: ontbreekt"]


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    schrijf(tmp_path, GOED)
    (tmp_path / "a/kapot.toml").symlink_to("a/kapot.toml")
    (enige,) = _geweigerd(tmp_path).fouten
    assert enige.bestand == "a/kapot.toml"


def test_a_file_that_fails_while_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schrijf(tmp_path, GOED)

    def weiger(_pad: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", weiger)
    assert {str(f) for f in _geweigerd(tmp_path).fouten} == {
        "a/p.toml: is niet te lezen (PermissionError)",
        "a/set.toml: is niet te lezen (PermissionError)",
    }


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    sets = laad_sets(schrijf(tmp_path, {**GOED, ".git/x": "", "a/.p.toml.swp": "?"}))
    assert list(sets) == ["a"]
