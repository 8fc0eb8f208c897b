"""The special rules: each by itself, and their order."""

from datetime import date

import pytest

from app.domain.basisdienstverlening.groepsindeling import toets_groepsindeling
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from tests.domain.basisdienstverlening.groepsindeling.indelingen import beslist, feiten, oordeel
from tests.domain.peilen import peil

VOORRANG = (
    ("ex_detentie", "iom.indeling.bijzonder"),
    ("statushouder", "iom.indeling.statushouder"),
    ("vso_pro", "iom.indeling.vso_pro"),
    ("jongere", "iom.indeling.jongere"),
    ("structureel_parttime", "iom.indeling.parttime"),
    ("alleenstaande_ouder_zorgplicht", "iom.indeling.alleenstaande_ouder"),
)


class TestVoorrang:
    @pytest.mark.parametrize(("veld", "regel"), VOORRANG)
    def test_each_special_rule_decides_by_itself(self, veld: str, regel: str) -> None:
        groep, grond = beslist(maanden_tot_werk=60, **{veld: True})
        assert (groep, grond.regel) == (Klantgroep.GROEIEN, regel)

    @pytest.mark.parametrize("rang", range(len(VOORRANG)))
    def test_the_first_match_decides_where_all_later_ones_hold_too(self, rang: int) -> None:
        _, grond = beslist(**dict.fromkeys((veld for veld, _ in VOORRANG[rang:]), True))
        assert grond.regel == VOORRANG[rang][1]

    def test_where_several_hold_the_order_is_a_choice_and_the_reason_says_so(self) -> None:
        _, twee = beslist(vso_pro=True, jongere=True)
        assert (twee.regel, twee.keuze) == ("iom.indeling.vso_pro", True)
        assert twee.tekst == "De klant komt van vso of praktijkonderwijs: Groeien; dit gaat voor jongere."
        _, alle = beslist(**dict.fromkeys((veld for veld, _ in VOORRANG), True))
        assert alle.tekst == (
            "De klant komt rechtstreeks uit detentie: Groeien, zonder uitstroombestemming; "
            "dit gaat voor statushouder, vso/pro, jongere, deeltijd en zorgplicht."
        )

    @pytest.mark.parametrize("veld", ["ex_detentie", "statushouder", "vso_pro", "jongere", "structureel_parttime"])
    def test_a_rule_that_holds_alone_is_no_choice(self, veld: str) -> None:
        assert not beslist(maanden_tot_werk=60, **{veld: True})[1].keuze


class TestBijzonder:
    """iom.indeling.bijzonder"""

    @pytest.mark.parametrize(
        ("veld", "woorden"),
        [("dak_of_thuisloos", "is dak- of thuisloos"), ("ex_detentie", "komt rechtstreeks uit detentie")],
    )
    def test_groeien_without_exit_goal(self, veld: str, woorden: str) -> None:
        besluit = oordeel(**{veld: True})
        assert besluit.uitkomst.groep is Klantgroep.GROEIEN
        assert besluit.uitkomst.zonder_uitstroombestemming
        assert besluit.motivering[1].tekst == f"De klant {woorden}: Groeien, zonder uitstroombestemming."

    @pytest.mark.parametrize("veld", ["statushouder", "vso_pro", "jongere", "structureel_parttime"])
    def test_the_other_special_rules_keep_the_exit_goal(self, veld: str) -> None:
        assert not oordeel(**{veld: True}).uitkomst.zonder_uitstroombestemming


class TestStatushouder:
    """iom.indeling.statushouder"""

    def test_the_reason_is_one_sentence(self) -> None:
        assert beslist(statushouder=True)[1].tekst == "De klant is statushouder: Groeien."


class TestVsoPro:
    """iom.indeling.vso_pro"""

    def test_the_reason_is_one_sentence(self) -> None:
        assert beslist(vso_pro=True)[1].tekst == "De klant komt van vso of praktijkonderwijs: Groeien."


class TestJongere:
    """iom.indeling.jongere"""

    @pytest.mark.parametrize(
        ("maanden", "groep", "woorden"),
        [
            (0, Klantgroep.MATCHEN, "wordt binnen 6 maanden aan het werk verwacht: Matchen."),
            (6, Klantgroep.MATCHEN, "wordt binnen 6 maanden aan het werk verwacht: Matchen."),
            (7, Klantgroep.GROEIEN, "wordt niet binnen 6 maanden aan het werk verwacht: Groeien."),
            (600, Klantgroep.GROEIEN, "wordt niet binnen 6 maanden aan het werk verwacht: Groeien."),
            (None, Klantgroep.GROEIEN, "wordt niet binnen 6 maanden aan het werk verwacht: Groeien."),
        ],
    )
    def test_a_youngster_is_placed_by_six_months(self, maanden: int | None, groep: Klantgroep, woorden: str) -> None:
        geplaatst, grond = beslist(jongere=True, maanden_tot_werk=maanden)
        assert (geplaatst, grond.regel) == (groep, "iom.indeling.jongere")
        assert grond.tekst == f"De klant is jonger dan 27 en {woorden}"

    @pytest.mark.parametrize("maanden", [0, 60, None])
    def test_a_refused_wajong_gives_groeien_however_near_work_is(self, maanden: int | None) -> None:
        groep, grond = beslist(jongere=True, wajong_afgewezen=True, maanden_tot_werk=maanden)
        assert groep is Klantgroep.GROEIEN
        assert grond.tekst == "De klant is jonger dan 27 en UWV wees een Wajong af: Groeien."

    def test_a_refused_wajong_means_nothing_from_27_on(self) -> None:
        assert beslist(wajong_afgewezen=True)[0] is Klantgroep.MATCHEN

    def test_on_the_27th_birthday_one_is_no_youngster_any_more(self) -> None:
        assert beslist(geboortedatum=date(1994, 6, 15))[1].regel == "iom.indeling.matchen"
        assert beslist(geboortedatum=date(1994, 6, 16))[1].regel == "iom.indeling.jongere"

    def test_who_is_born_on_29_february_turns_27_on_1_march(self) -> None:
        schrikkelkind = feiten(geboortedatum=date(1996, 2, 29))
        regel = [
            toets_groepsindeling(peil(dag), schrikkelkind).motivering[1].regel for dag in ("2023-02-28", "2023-03-01")
        ]
        assert regel == ["iom.indeling.jongere", "iom.indeling.matchen"]


class TestParttime:
    """iom.indeling.parttime"""

    def test_the_reason_is_one_sentence(self) -> None:
        tekst = "De klant werkt blijvend in deeltijd of met ondersteuning: Groeien."
        assert beslist(structureel_parttime=True)[1].tekst == tekst


class TestAlleenstaandeOuder:
    """iom.indeling.alleenstaande_ouder"""

    def test_it_rests_on_a_choice_and_says_so(self) -> None:
        _, grond = beslist(alleenstaande_ouder_zorgplicht=True)
        assert grond.keuze
        assert grond.tekst == "De klant is alleenstaande ouder en doet een beroep op de zorgplicht: Groeien."

    def test_without_that_appeal_the_term_decides_without_a_choice(self) -> None:
        assert not beslist()[1].keuze
