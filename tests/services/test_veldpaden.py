import pytest

from app.domain.fouten import OngeldigeInvoer, eis
from app.services.veldpaden import met_pad, zonder_pad


@pytest.mark.parametrize(("feit", "veld"), [("gemeld_op", "opgave.gemeld_op"), ("geboortedatum", "klant_id")])
def test_a_fault_is_named_as_the_body_has_it(feit: str, veld: str) -> None:
    with pytest.raises(OngeldigeInvoer) as fout, met_pad("opgave", geboortedatum="klant_id"):
        eis(False, feit, "fout", "Dit klopt niet.")
    assert [(f.pad, f.code, f.detail) for f in fout.value.fouten] == [(veld, "fout", "Dit klopt niet.")]


def test_without_a_fault_nothing_happens() -> None:
    with met_pad("opgave"):
        pass


@pytest.mark.parametrize(("feit", "veld"), [("onderbrekingen[2].van", "van"), ("hervatting_op", "hervatting_op")])
def test_a_fault_in_the_one_element_of_a_body_is_named_without_its_place(feit: str, veld: str) -> None:
    with pytest.raises(OngeldigeInvoer) as fout, zonder_pad("onderbrekingen[2]."):
        eis(False, feit, "fout", "Dit klopt niet.")
    assert [(f.pad, f.code, f.detail) for f in fout.value.fouten] == [(veld, "fout", "Dit klopt niet.")]
