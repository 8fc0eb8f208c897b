import pytest

from app.domain.basisdienstverlening.diagnose import Diagnose
from tests.domain.basisdienstverlening.ambitiegesprek.gesprekken import bereid_voor, regels
from tests.domain.peilen import dag
from tests.domain.peilen import peil as peil_op


class TestLeefgebieden:
    """iom.ambitie.leefgebieden"""

    @pytest.mark.parametrize(
        ("diagnose", "ingevuld", "samen"),
        [
            (Diagnose.FORMAT, False, True),
            (Diagnose.FORMAT, True, True),
            (Diagnose.DARIUZ, False, True),
            (Diagnose.DARIUZ, True, False),
            (Diagnose.DARIUZ_MET_HULP, False, True),
            (Diagnose.DARIUZ_MET_HULP, True, False),
        ],
    )
    def test_the_form_is_filled_in_together_unless_dariuz_was(
        self, diagnose: Diagnose, ingevuld: bool, samen: bool
    ) -> None:
        oordeel = bereid_voor(diagnose=diagnose, diagnose_ingevuld=ingevuld)
        assert oordeel.uitkomst.format_invullen is samen
        assert ("iom.ambitie.leefgebieden" in regels(oordeel)) is samen
        waarom = "Het format is gekozen" if diagnose is Diagnose.FORMAT else "Dariuz is niet ingevuld"
        assert any(waarom in grond.tekst for grond in oordeel.motivering) is samen


class TestStudieplicht:
    """iom.ambitie.studieplicht"""

    @pytest.mark.parametrize(
        ("geboren", "startkwalificatie", "beoordelen"),
        [
            ("1994-06-16", False, True),
            ("1994-06-16", True, False),
            ("1994-06-15", False, False),
            ("1985-03-01", False, False),
        ],
    )
    def test_is_judged_for_who_is_under_27_on_the_day_of_the_talk_without_startkwalificatie(
        self, geboren: str, startkwalificatie: bool, beoordelen: bool
    ) -> None:
        oordeel = bereid_voor(peil_op("2021-12-31"), geboortedatum=dag(geboren), startkwalificatie=startkwalificatie)
        assert oordeel.uitkomst.studieplicht_beoordelen is beoordelen
        assert ("iom.ambitie.studieplicht" in regels(oordeel)) is beoordelen
