import pytest

from app.domain.basisdienstverlening.proces.stand import Stand, Stap, eis_stap, toegestaan
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
