import pytest

from app.domain.basisdienstverlening.dienstwijze import Dienstwijze, dienstwijze
from app.domain.beleid import Beleidsset
from tests.domain.peilen import dag, met_waarde, peil


def test_the_service_is_normal_unless_the_policy_says_otherwise(beleid: Beleidsset) -> None:
    assert dienstwijze(peil())[0] is Dienstwijze.NORMAAL
    corona = met_waarde(beleid, "dienstverlening", "corona")
    assert dienstwijze(corona.op(dag("2021-06-15")))[0] is Dienstwijze.CORONA


def test_a_mode_that_is_unknown_is_never_read_as_normal(beleid: Beleidsset) -> None:
    with pytest.raises(ValueError, match="gesloten"):
        dienstwijze(met_waarde(beleid, "dienstverlening", "gesloten").op(dag("2021-06-15")))
