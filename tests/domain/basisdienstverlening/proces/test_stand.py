import pytest

from app.domain.basisdienstverlening.proces.stand import Gesprekskeuze, Stand, Stap, eis_stap, toegestaan
from app.domain.fouten import StapNietToegestaan

STAPPEN = {
    Stand.GEMELD: {Stap.SCREENING, Stap.INTREKKING},
    Stand.GESCREEND: {Stap.AMBITIEGESPREK, Stap.INTREKKING},
    Stand.AFWIJZING_VOORGESTELD: {Stap.AFWIJZING, Stap.INTREKKING},
    Stand.BESPROKEN: {Stap.GROEPSINDELING, Stap.INTREKKING},
}


@pytest.mark.parametrize("stand", Stand)
@pytest.mark.parametrize("stap", Stap)
def test_each_state_allows_its_steps_and_says_so_to_any_other(stand: Stand, stap: Stap) -> None:
    if stap in STAPPEN.get(stand, ()):
        eis_stap(stap, stand, zonder_screening=False)
        return
    with pytest.raises(StapNietToegestaan) as fout:
        eis_stap(stap, stand, zonder_screening=False)
    assert (fout.value.toestand, set(fout.value.toegestaan)) == (stand, STAPPEN.get(stand, set()))


def test_without_a_screening_the_ambitiegesprek_comes_first() -> None:
    assert toegestaan(Stand.GEMELD, zonder_screening=True) == (Stap.AMBITIEGESPREK, Stap.INTREKKING)
    assert toegestaan(Stand.BESPROKEN, zonder_screening=True) == (Stap.GROEPSINDELING, Stap.INTREKKING)


@pytest.mark.parametrize("stand", Stand)
def test_a_state_is_open_as_long_as_it_allows_a_step(stand: Stand) -> None:
    assert stand.open is bool(toegestaan(stand, zonder_screening=False))


@pytest.mark.parametrize(
    ("keuze", "stappen"),
    [
        (Gesprekskeuze.GEEN, (Stap.AMBITIEGESPREK, Stap.INTREKKING)),
        (Gesprekskeuze.OPEN, (Stap.GESPREKSBESLUIT, Stap.INTREKKING)),
        (Gesprekskeuze.NODIG, (Stap.AMBITIEGESPREK, Stap.GESPREKSBESLUIT, Stap.INTREKKING)),
    ],
)
def test_after_the_screening_the_talk_waits_for_a_decision_that_is_due(
    keuze: Gesprekskeuze, stappen: tuple[Stap, ...]
) -> None:
    assert toegestaan(Stand.GESCREEND, zonder_screening=False, keuze=keuze) == stappen


@pytest.mark.parametrize("stand", [stand for stand in Stand if stand is not Stand.GESCREEND])
@pytest.mark.parametrize("keuze", Gesprekskeuze)
def test_in_any_other_state_there_is_nothing_to_decide(stand: Stand, keuze: Gesprekskeuze) -> None:
    for zonder_screening in (True, False):
        gewoon = toegestaan(stand, zonder_screening=zonder_screening)
        assert toegestaan(stand, zonder_screening=zonder_screening, keuze=keuze) == gewoon
        assert Stap.GESPREKSBESLUIT not in gewoon


def test_bijstand_follows_on_an_end_without_a_talk_as_on_a_placing() -> None:
    assert {stand for stand in Stand if stand.bijstand_volgt} == {Stand.INGEDEELD, Stand.GEEN_AMBITIEGESPREK}
