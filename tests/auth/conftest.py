import pytest

from tests.auth.smidse import Klok, Poort, bouw_poort


@pytest.fixture
def klok() -> Klok:
    return Klok()


@pytest.fixture
def poort() -> Poort:
    return bouw_poort()
