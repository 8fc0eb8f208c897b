"""Which set answers for a theme on a day."""

from datetime import date

import pytest

from app.beleid.beleidsboek import Beleidsboek
from app.beleid.fouten import BeleidOngeldig
from app.beleid.loader import laad_sets, standaard_map
from app.domain.beleid import Beleidsset
from app.domain.fouten import BeleidOnbekend
from app.services.poorten_beleid import Beleidsbron

JAREN = (date(2021, 1, 1), date(2022, 1, 1))


def _set(naam: str) -> Beleidsset:
    return Beleidsset(id=naam, titel=naam, omschrijving=naam, omvat=(), parameters={})


SETS = {naam: _set(naam) for naam in ("b", "a")}
BOEK: Beleidsbron = Beleidsboek(SETS, {"uwv": [(JAREN[1], "b"), (JAREN[0], "a")]})


def test_the_set_of_the_last_day_reached_answers() -> None:
    assert BOEK.voor("uwv", JAREN[0]).id == "a"
    assert BOEK.voor("uwv", date(2021, 12, 31)).id == "a"
    assert BOEK.voor("uwv", JAREN[1]).id == "b"


def test_a_day_before_the_first_assignment_has_no_policy() -> None:
    with pytest.raises(BeleidOnbekend, match="Beleid voor uwv op 2020-12-31 is hier niet bekend"):
        BOEK.voor("uwv", date(2020, 12, 31))


def test_a_theme_without_assignment_has_no_policy() -> None:
    with pytest.raises(BeleidOnbekend, match="Beleid voor taaleis op 2021-01-01"):
        BOEK.voor("taaleis", JAREN[0])


def test_a_set_is_found_by_its_id() -> None:
    assert BOEK.set("b") is SETS["b"]


def test_an_unknown_set_is_told_by_its_id() -> None:
    with pytest.raises(BeleidOnbekend) as fout:
        BOEK.set("c")
    assert fout.value.beleid == "c"


def test_all_sets_are_listed_by_id() -> None:
    assert [beleid.id for beleid in BOEK.alle()] == ["a", "b"]


def test_assigning_a_set_that_is_not_loaded_is_refused_at_once() -> None:
    with pytest.raises(BeleidOnbekend, match="c"):
        Beleidsboek(SETS, {"uwv": [(JAREN[0], "a"), (JAREN[1], "c")]})


def test_assigning_one_day_twice_is_refused_at_once() -> None:
    with pytest.raises(BeleidOngeldig, match="instellingen: uwv: wijst op een dag meer dan een beleid toe"):
        Beleidsboek(SETS, {"uwv": [(JAREN[0], "a"), (JAREN[0], "b")]})


@pytest.mark.parametrize("thema", ["basisdienstverlening", "termijnen"])
@pytest.mark.parametrize("dag", [date(1900, 1, 1), date(2021, 6, 15), date(2199, 12, 31)])
def test_deventer_2021_answers_for_the_first_themes_unless_settings_say_otherwise(thema: str, dag: date) -> None:
    assert Beleidsboek(laad_sets(standaard_map())).voor(thema, dag).id == "deventer-2021"
