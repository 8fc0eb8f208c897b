from dataclasses import replace

import pytest

from app.domain.basisdienstverlening.screening.feiten import Vraag
from app.domain.basisdienstverlening.screening.uitkomst import Naar, Verwijzing
from tests.domain.basisdienstverlening.screening.gesprekken import ZORGELOOS, grond, naar, regels, screen


class TestFinancieel:
    """iom.signaal.financieel"""

    @pytest.mark.parametrize(
        ("vraag", "antwoord"),
        [
            ("vaste_lasten_betaald", False),
            ("roodstand", True),
            ("schulden", True),
            ("incasso", True),
            ("komende_maand_betaalbaar", False),
        ],
    )
    def test_each_sign_of_debt_is_handed_over_warm_to_the_bad(self, vraag: str, antwoord: bool) -> None:
        besluit = screen(financieel=replace(ZORGELOOS, **{vraag: antwoord}))
        assert besluit.uitkomst.verwijzingen == (Verwijzing(naar=Naar.BAD, warm=True),)
        assert grond(besluit, "iom.signaal.financieel").keuze

    def test_a_missing_buffer_alone_is_an_offer_and_no_referral(self) -> None:
        besluit = screen(financieel=replace(ZORGELOOS, buffer=False))
        assert naar(besluit) == []
        assert "aangeboden" in grond(besluit, "iom.signaal.financieel").tekst

    def test_a_missing_buffer_beside_debts_is_a_referral(self) -> None:
        besluit = screen(financieel=replace(ZORGELOOS, buffer=False, incasso=True))
        assert naar(besluit) == [Naar.BAD]

    def test_names_every_sign(self) -> None:
        slecht = replace(ZORGELOOS, vaste_lasten_betaald=False, roodstand=True, komende_maand_betaalbaar=False)
        tekst = grond(screen(financieel=slecht), "iom.signaal.financieel").tekst
        assert "niet betaald, de rekening staat rood en de komende maand" in tekst

    def test_is_silent_without_worries_and_without_answers(self) -> None:
        assert "iom.signaal.financieel" not in regels(screen(financieel=ZORGELOOS))
        assert "iom.signaal.financieel" not in regels(screen())


class TestUithuiszetting:
    """iom.signaal.uithuiszetting"""

    def test_a_threatening_eviction_is_handed_over_warm_and_urgently(self) -> None:
        besluit = screen(dreigende_uithuiszetting=True)
        assert besluit.uitkomst.verwijzingen == (Verwijzing(naar=Naar.BAD, warm=True, spoed=True),)
        assert "iom.signaal.uithuiszetting" in regels(besluit)

    def test_the_bad_appears_once_and_urgent_with_debts_as_well(self) -> None:
        besluit = screen(
            vraag=Vraag.SCHULD, dreigende_uithuiszetting=True, financieel=replace(ZORGELOOS, schulden=True)
        )
        assert besluit.uitkomst.verwijzingen == (Verwijzing(naar=Naar.BAD, warm=True, spoed=True),)


class TestBroodnood:
    """iom.signaal.broodnood"""

    @pytest.mark.parametrize("vraag", list(Vraag))
    def test_gives_an_advance_whatever_is_asked(self, vraag: Vraag) -> None:
        besluit = screen(vraag=vraag, inkomen_tot120_wml=False, broodnood=True)
        assert besluit.uitkomst.voorschot
        assert "voorschot" in grond(besluit, "iom.signaal.broodnood").tekst

    def test_gives_no_advance_without_it(self) -> None:
        besluit = screen()
        assert not besluit.uitkomst.voorschot
        assert "iom.signaal.broodnood" not in regels(besluit)


class TestFraude:
    """iom.signaal.fraude"""

    def test_informs_the_sociale_recherche(self) -> None:
        besluit = screen(fraudevermoeden=True)
        assert besluit.uitkomst.verwijzingen == (Verwijzing(naar=Naar.SR),)
        assert "iom.signaal.fraude" in regels(besluit)


class TestZelfredzaam:
    """iom.signaal.zelfredzaam"""

    def test_contacts_the_sociaal_team(self) -> None:
        besluit = screen(minder_zelfredzaam=True)
        assert besluit.uitkomst.verwijzingen == (Verwijzing(naar=Naar.SOCIAAL_TEAM),)
        assert "iom.signaal.zelfredzaam" in regels(besluit)


@pytest.mark.parametrize("vraag", list(Vraag))
def test_every_signal_works_for_every_vraag(vraag: Vraag) -> None:
    besluit = screen(
        vraag=vraag,
        inkomen_tot120_wml=True,
        financieel=replace(ZORGELOOS, roodstand=True),
        dreigende_uithuiszetting=True,
        broodnood=True,
        fraudevermoeden=True,
        minder_zelfredzaam=True,
    )
    assert [adres for adres in naar(besluit) if adres is not Naar.SOCIALE_KAART] == [
        Naar.BAD,
        Naar.SOCIAAL_TEAM,
        Naar.SR,
    ]
    assert sum(regel.startswith("iom.signaal") for regel in regels(besluit)) == 5


def test_signals_do_not_change_the_desk() -> None:
    besluit = screen(dreigende_uithuiszetting=True, fraudevermoeden=True, minder_zelfredzaam=True, broodnood=True)
    assert besluit.uitkomst.juiste_loket
