import pytest

from app.domain.basisdienstverlening.ambitiegesprek import Wijze
from tests.domain.basisdienstverlening.ambitiegesprek.gesprekken import bereid_voor, regels, tekst


class TestDuur:
    """iom.ambitie.duur"""

    @pytest.mark.parametrize(("wijze", "minuten", "tweede"), [(Wijze.FYSIEK, 60, False), (Wijze.DIGITAAL, 30, True)])
    def test_a_digital_talk_is_half_as_long_and_may_have_a_second(
        self, wijze: Wijze, minuten: int, tweede: bool
    ) -> None:
        oordeel = bereid_voor(wijze=wijze)
        assert oordeel.uitkomst.duur_minuten == minuten
        assert oordeel.uitkomst.tweede_gesprek_mogelijk is tweede
        assert f"{minuten} minuten" in tekst(oordeel, "iom.ambitie.duur")
        assert ("tweede gesprek" in tekst(oordeel, "iom.ambitie.duur")) is tweede


class TestVeiligheid:
    """iom.ambitie.veiligheid"""

    @pytest.mark.parametrize("risico", [True, False])
    def test_a_risk_moves_the_talk_to_a_secured_place(self, risico: bool) -> None:
        oordeel = bereid_voor(veiligheidsrisico=risico)
        assert oordeel.uitkomst.beveiligde_locatie is risico
        assert ("iom.ambitie.veiligheid" in regels(oordeel)) is risico
