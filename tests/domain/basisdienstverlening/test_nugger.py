import pytest

from app.domain.basisdienstverlening.nugger import mag_ondersteuning


@pytest.mark.parametrize("inkomen", [True, False])
@pytest.mark.parametrize("vermogen", [True, False])
def test_both_limits_hold_outside_the_doelgroepregister_and_none_within(inkomen: bool, vermogen: bool) -> None:
    grenzen = {"inkomen_binnen_grens": inkomen, "vermogen_binnen_grens": vermogen}
    assert mag_ondersteuning(**grenzen, doelgroepregister=False) is (inkomen and vermogen)
    assert mag_ondersteuning(**grenzen, doelgroepregister=True)
