"""What the loader reads: each kind of value, all that a file says, and what a set includes."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.beleid.loader import laad_sets, standaard_map
from app.domain.parameter import Inhoud
from tests.beleid.bestanden import met_perioden, parameter, schrijf, set_toml

GOED: dict[str, str | bytes] = {"a/set.toml": set_toml("a"), "a/p.toml": parameter()}


SOORTEN: dict[str, tuple[str, str, Inhoud]] = {
    "number": ("getal", "0", 0),
    "amount": ("bedrag", '"1052.30"', Decimal("1052.30")),
    "percentage": ("percentage", '"23.5"', Decimal("23.50")),
    "text": ("tekst", '"normaal"', "normaal"),
    "names": ("namen", '["lochem", "raalte"]', ("lochem", "raalte")),
    "no names": ("namen", "[]", ()),
    "days": ("dagen", "[2021-05-05, 2020-05-05]", (date(2021, 5, 5), date(2020, 5, 5))),
}


@pytest.mark.parametrize("naam", SOORTEN)
def test_each_kind_of_value_is_read_exactly(tmp_path: Path, naam: str) -> None:
    soort, waarde, inhoud = SOORTEN[naam]
    pad = schrijf(tmp_path, GOED | met_perioden(f"vanaf = 2021-01-01, waarde = {waarde}", soort=soort))
    gelezen = laad_sets(pad)["a"].parameters["x.y"].perioden[0].inhoud
    assert gelezen == inhoud
    assert type(gelezen) is type(inhoud)
    assert str(gelezen) == str(inhoud)


def test_everything_that_a_file_says_of_a_parameter_is_kept(tmp_path: Path) -> None:
    tekst = parameter(
        perioden="{ vanaf = 2021-01-01, tot_en_met = 2021-12-31, waarde = 6, voorlopig = true }, {"
        ' vanaf = 2022-01-01, toelichting = "Onbekend." }'
    )
    extra = 'eenheid = "maanden"\ngecontroleerd_tot = 2023-01-01\n'
    gelezen = laad_sets(schrijf(tmp_path, {**GOED, "a/p.toml": tekst + extra}))["a"].parameters["x.y"]
    assert (gelezen.id, gelezen.soort, gelezen.eenheid, gelezen.bron, gelezen.vindplaats) == (
        "x.y",
        "getal",
        "maanden",
        "PB",
        "§1",
    )
    assert (gelezen.omschrijving, gelezen.gecontroleerd_tot) == ("Een grens.", date(2023, 1, 1))
    eerste, tweede = gelezen.perioden
    assert (eerste.vanaf, eerste.tot_en_met, eerste.voorlopig) == (date(2021, 1, 1), date(2021, 12, 31), True)
    assert (tweede.inhoud, tweede.toelichting) == (None, "Onbekend.")


def test_a_set_holds_what_it_includes_nearest_first(tmp_path: Path) -> None:
    bestanden = {
        **GOED,
        "b/set.toml": set_toml("b", "a"),
        "b/q.toml": parameter("q"),
        "c/set.toml": set_toml("c", "b"),
    }
    gelezen = laad_sets(schrijf(tmp_path, bestanden))["c"]
    assert gelezen.omvat == ("b", "a")
    assert list(gelezen.parameters) == ["q", "x.y"]


def test_an_own_value_stands_before_an_included_one(tmp_path: Path) -> None:
    eigen = parameter(perioden="{ vanaf = 2021-01-01, waarde = 9 }")
    sets = laad_sets(schrijf(tmp_path, {**GOED, "b/set.toml": set_toml("b", "a"), "b/p.toml": eigen}))
    dag = date(2021, 1, 1)
    assert (sets["a"].op(dag)["x.y"].getal, sets["b"].op(dag)["x.y"].getal) == (6, 9)


def test_an_own_value_settles_what_two_includes_disagree_on(tmp_path: Path) -> None:
    bestanden = {
        **GOED,
        "b/set.toml": set_toml("b"),
        "b/p.toml": parameter(),
        "c/set.toml": set_toml("c", "a", "b"),
        "c/p.toml": parameter(perioden="{ vanaf = 2021-01-01, waarde = 9 }"),
    }
    assert laad_sets(schrijf(tmp_path, bestanden))["c"].op(date(2021, 1, 1))["x.y"].getal == 9


def test_one_parameter_reached_along_two_ways_is_no_conflict(tmp_path: Path) -> None:
    bestanden = {
        **GOED,
        "b/set.toml": set_toml("b", "a"),
        "c/set.toml": set_toml("c", "a"),
        "d/set.toml": set_toml("d", "b", "c"),
    }
    gelezen = laad_sets(schrijf(tmp_path, bestanden))["d"]
    assert gelezen.omvat == ("b", "c", "a")
    assert list(gelezen.parameters) == ["x.y"]


def test_what_is_loaded_cannot_be_changed(tmp_path: Path) -> None:
    sets = laad_sets(schrijf(tmp_path, GOED))
    with pytest.raises(TypeError):
        sets["a"].parameters["z"] = sets["a"].parameters["x.y"]  # type: ignore[index]  # that is the point
    with pytest.raises(TypeError):
        sets["b"] = sets["a"]  # type: ignore[index]  # that is the point


def test_all_sets_that_come_with_the_program_load() -> None:
    sets = laad_sets(standaard_map())
    assert {"landelijk", "deventer-2021"} <= sets.keys()
    assert "landelijk" in sets["deventer-2021"].omvat
    assert sets["landelijk"].parameters.keys() <= sets["deventer-2021"].parameters.keys()


def test_every_statutory_amount_says_until_when_it_was_checked() -> None:
    for gelezen in laad_sets(standaard_map()).values():
        for deel in gelezen.parameters.values():
            statutair = deel.id.startswith("wet.") and deel.soort in {"bedrag", "percentage"}
            assert deel.gecontroleerd_tot is not None or not statutair, deel.id
