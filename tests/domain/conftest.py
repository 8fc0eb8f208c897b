import pytest
from hypothesis import HealthCheck, settings

from app.domain.beleid import Beleidsset, Peil
from tests.domain import peilen


@pytest.fixture(scope="session")
def beleid() -> Beleidsset:
    """deventer-2021, with landelijk in it."""
    return peilen.boek().set("deventer-2021")


@pytest.fixture
def peil() -> Peil:
    """deventer-2021 on the day that most sample cases are judged on."""
    return peilen.peil("2021-06-15")


# For mutation testing: the same few examples every time, in a process that runs the tests more than once.
settings.register_profile(
    "mutatie", max_examples=15, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.differing_executors]
)
# A run of the domain's tests takes seconds; `make check` looks further with --hypothesis-profile=grondig.
settings.register_profile("domein", max_examples=20, deadline=None)
settings.register_profile("grondig", max_examples=300, deadline=None)
settings.load_profile("domein")
