import pytest

from app.domain.basisdienstverlening.screening.feiten import Vraag
from app.domain.basisdienstverlening.screening.uitkomst import Naar, Vervolg, Verwijzing
from app.domain.fouten import OngeldigeInvoer
from tests.domain.basisdienstverlening.screening.gesprekken import grond, screen


class TestUitkering:
    """iom.screening.vraag"""

    def test_leads_to_the_ambitiegesprek_at_the_right_desk(self) -> None:
        besluit = screen()
        assert besluit.uitkomst.juiste_loket
        assert besluit.uitkomst.vervolg is Vervolg.AMBITIEGESPREK
        assert besluit.motivering[0].regel == "iom.screening.vraag"

    def test_wealth_does_not_close_the_desk(self) -> None:
        assert screen(vermogen_boven_grens=True).uitkomst.juiste_loket


class TestWerk:
    """iom.screening.vraag: the nugger"""

    @pytest.mark.parametrize(
        ("inkomen", "vermogen_te_hoog", "register", "vervolg"),
        [
            (True, False, False, Vervolg.AMBITIEGESPREK),
            (False, False, False, Vervolg.VERWIJZEN),
            (True, True, False, Vervolg.VERWIJZEN),
            (False, True, False, Vervolg.VERWIJZEN),
            (False, True, True, Vervolg.AMBITIEGESPREK),
            (True, False, True, Vervolg.AMBITIEGESPREK),
        ],
    )
    def test_both_limits_hold_but_not_in_the_doelgroepregister(
        self, inkomen: bool, vermogen_te_hoog: bool, register: bool, vervolg: Vervolg
    ) -> None:
        besluit = screen(
            vraag=Vraag.WERK,
            inkomen_tot120_wml=inkomen,
            vermogen_boven_grens=vermogen_te_hoog,
            doelgroepregister=register,
        )
        assert besluit.uitkomst.vervolg is vervolg
        assert besluit.uitkomst.verwijzingen == ()
        reden = grond(besluit, "iom.screening.vraag")
        assert reden.keuze
        assert "120% van het minimumloon" in reden.tekst
        assert ("doelgroepregister" in reden.tekst) is register
        assert ("geen ambitiegesprek" in reden.tekst) is (vervolg is Vervolg.VERWIJZEN)

    @pytest.mark.parametrize("register", [True, False])
    def test_needs_to_know_the_income(self, register: bool) -> None:
        with pytest.raises(OngeldigeInvoer) as gevangen:
            screen(vraag=Vraag.WERK, doelgroepregister=register)
        assert [(fout.pad, fout.code) for fout in gevangen.value.fouten] == [("inkomen_tot120_wml", "verplicht")]

    @pytest.mark.parametrize("vraag", [Vraag.UITKERING, Vraag.HULP, Vraag.SCHULD])
    def test_others_need_not_say_it(self, vraag: Vraag) -> None:
        assert screen(vraag=vraag).motivering


class TestHulpEnSchuld:
    """iom.screening.vraag"""

    def test_help_is_referred_by_the_sociale_kaart(self) -> None:
        besluit = screen(vraag=Vraag.HULP)
        assert besluit.uitkomst.vervolg is Vervolg.VERWIJZEN
        assert besluit.uitkomst.verwijzingen == (Verwijzing(naar=Naar.SOCIALE_KAART),)

    def test_debt_is_handed_over_warm_to_the_bad(self) -> None:
        besluit = screen(vraag=Vraag.SCHULD)
        assert besluit.uitkomst.vervolg is Vervolg.VERWIJZEN
        assert besluit.uitkomst.verwijzingen == (Verwijzing(naar=Naar.BAD, warm=True),)
