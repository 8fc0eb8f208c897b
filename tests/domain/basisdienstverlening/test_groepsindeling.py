"""Groepsindeling, by rule of the catalogue."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.basisdienstverlening import groepsindeling as regels
from app.domain.basisdienstverlening.groepsindeling import (
    GROEPSINDELING,
    GroepsindelingFeiten,
    GroepsindelingUitkomst,
    toets_groepsindeling,
)
from app.domain.basisdienstverlening.klantgroep import Klantgroep, Participatie
from app.domain.besluit import Besluit, Grond, Regel
from app.domain.fouten import OngeldigeInvoer, ParameterOntbreekt
from tests.domain.peilen import boek, met_waarde, peil
from tests.domain.vectoren import Geval, controleer, gevallen

PEILDATUM = date(2021, 6, 15)
OUDER, JONGER = date(1987, 6, 5), date(2000, 6, 5)
VOORRANG = (
    ("ex_detentie", "iom.indeling.bijzonder"),
    ("statushouder", "iom.indeling.statushouder"),
    ("vso_pro", "iom.indeling.vso_pro"),
    ("jongere", "iom.indeling.jongere"),
    ("structureel_parttime", "iom.indeling.parttime"),
    ("alleenstaande_ouder_zorgplicht", "iom.indeling.alleenstaande_ouder"),
)
FEITEN = st.builds(
    GroepsindelingFeiten,
    geboortedatum=st.dates(date(1950, 1, 1), PEILDATUM),
    maanden_tot_werk=st.none() | st.integers(0, 600),
)


def feiten(**anders: Any) -> GroepsindelingFeiten:
    """Someone of 34 for whom no special rule holds and work is near."""
    gewoon: dict[str, Any] = {
        "geboortedatum": OUDER,
        "maanden_tot_werk": 4,
        "participatie": Participatie.WIL,
        "statushouder": False,
        "dak_of_thuisloos": False,
        "ex_detentie": False,
        "vso_pro": False,
        "wajong_afgewezen": False,
        "structureel_parttime": False,
        "alleenstaande_ouder_zorgplicht": False,
    }
    if anders.pop("jongere", False):
        gewoon["geboortedatum"] = JONGER
    return GroepsindelingFeiten(**(gewoon | anders))


def oordeel(**anders: Any) -> Besluit[GroepsindelingUitkomst]:
    return toets_groepsindeling(peil(), feiten(**anders))


def beslist(**anders: Any) -> tuple[Klantgroep, Grond]:
    """The group and the one ground that decided it."""
    besluit = oordeel(**anders)
    _, grond = besluit.motivering
    return besluit.uitkomst.groep, grond


@pytest.mark.parametrize("geval", gevallen("groepsindeling"))
def test_sample_cases_come_out_as_the_catalogue_says(geval: Geval) -> None:
    controleer(GROEPSINDELING, geval)


def test_the_example_of_the_api_is_answered() -> None:
    controleer(
        GROEPSINDELING,
        {"peildatum": "2021-03-15", "feiten": GROEPSINDELING.voorbeeld, "verwacht": {"groep": "matchen"}},
    )


class TestMogelijkheid:
    """iom.indeling.mogelijkheid"""

    def test_every_placing_starts_from_the_possibility_to_work(self) -> None:
        eerste = oordeel().motivering[0]
        assert eerste.regel == "iom.indeling.mogelijkheid"
        assert eerste.tekst == "De indeling volgt de mogelijkheid om te werken, niet de belemmeringen."


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


class TestTermijn:
    """iom.indeling.matchen, .groeien, .faciliteren, .zorgen"""

    @pytest.mark.parametrize(
        ("maanden", "groep", "tekst"),
        [
            (0, Klantgroep.MATCHEN, "Werk wordt binnen 6 maanden verwacht: Matchen."),
            (6, Klantgroep.MATCHEN, "Werk wordt binnen 6 maanden verwacht: Matchen."),
            (7, Klantgroep.GROEIEN, "Werk wordt na 6 en binnen 36 maanden verwacht: Groeien."),
            (36, Klantgroep.GROEIEN, "Werk wordt na 6 en binnen 36 maanden verwacht: Groeien."),
        ],
    )
    def test_within_three_years_the_months_decide(self, maanden: int, groep: Klantgroep, tekst: str) -> None:
        geplaatst, grond = beslist(maanden_tot_werk=maanden)
        assert (geplaatst, grond.regel, grond.tekst) == (groep, f"iom.indeling.{groep}", tekst)

    @pytest.mark.parametrize("maanden", [37, 600, None])
    @pytest.mark.parametrize(
        ("participatie", "groep", "woorden"),
        [
            (Participatie.NEEMT_DEEL, Klantgroep.FACILITEREN, "neemt deel of wil dat: Faciliteren."),
            (Participatie.WIL, Klantgroep.FACILITEREN, "neemt deel of wil dat: Faciliteren."),
            (Participatie.KAN_NIET, Klantgroep.ZORGEN, "kan of wil niet deelnemen: Zorgen."),
            (Participatie.WIL_NIET, Klantgroep.ZORGEN, "kan of wil niet deelnemen: Zorgen."),
        ],
    )
    def test_after_three_years_taking_part_decides(
        self, maanden: int | None, participatie: Participatie, groep: Klantgroep, woorden: str
    ) -> None:
        geplaatst, grond = beslist(maanden_tot_werk=maanden, participatie=participatie)
        assert (geplaatst, grond.regel) == (groep, f"iom.indeling.{groep}")
        assert grond.tekst == f"Werk wordt niet binnen 36 maanden verwacht en de klant {woorden}"


class TestUitkomst:
    def test_a_preference_for_another_group_is_a_difference_of_opinion_and_named(self) -> None:
        besluit = oordeel(voorkeur_klant=Klantgroep.GROEIEN)
        assert besluit.uitkomst.verschil_van_mening
        laatste = besluit.motivering[-1]
        assert (laatste.regel, laatste.keuze) == ("iom.ambitie.keuze", False)
        weging = "de consulent weegt de voorkeur mee en beslist"
        assert laatste.tekst == f"De klant wil Groeien en het advies is Matchen: {weging}."

    @pytest.mark.parametrize("voorkeur", [None, Klantgroep.MATCHEN])
    def test_no_preference_or_the_same_group_is_none(self, voorkeur: Klantgroep | None) -> None:
        besluit = oordeel(voorkeur_klant=voorkeur)
        assert not besluit.uitkomst.verschil_van_mening
        assert len(besluit.motivering) == 2

    def test_zorgen_has_no_kick_off(self) -> None:
        assert not oordeel(maanden_tot_werk=None, participatie=Participatie.KAN_NIET).uitkomst.kick_off
        assert oordeel(maanden_tot_werk=None).uitkomst.kick_off

    def test_a_birth_date_after_the_peildatum_is_refused_by_field(self) -> None:
        with pytest.raises(OngeldigeInvoer) as fout:
            oordeel(geboortedatum=PEILDATUM + timedelta(days=1))
        (veld,) = fout.value.fouten
        assert (veld.pad, veld.code) == ("geboortedatum", "na-feit")

    def test_who_is_born_on_the_peildatum_is_placed(self) -> None:
        assert oordeel(geboortedatum=PEILDATUM).uitkomst.groep is Klantgroep.MATCHEN

    @given(FEITEN)
    def test_every_klant_gets_a_group_with_two_complete_reasons(self, willekeurig: GroepsindelingFeiten) -> None:
        besluit = toets_groepsindeling(peil(), willekeurig)
        assert len(besluit.motivering) == 2
        assert all(grond.tekst.endswith(".") for grond in besluit.motivering)
        assert besluit.motivering[1].tekst.count(besluit.uitkomst.groep.capitalize()) == 1
        assert besluit.uitkomst.kick_off is (besluit.uitkomst.groep is not Klantgroep.ZORGEN)

    @given(FEITEN)
    def test_nobody_with_work_in_sight_is_placed_beyond_groeien(self, willekeurig: GroepsindelingFeiten) -> None:
        groep = toets_groepsindeling(peil(), willekeurig).uitkomst.groep
        maanden = willekeurig.maanden_tot_werk
        assert groep in (Klantgroep.MATCHEN, Klantgroep.GROEIEN) or maanden is None or maanden > 36


class TestBeleid:
    @pytest.mark.parametrize(
        ("parameter", "jongere"),
        [
            ("iom.jongere.leeftijd", True),
            ("iom.indeling.matchen.maanden", True),
            ("iom.indeling.matchen.maanden", False),
            ("iom.indeling.groeien.maanden", False),
        ],
    )
    def test_a_provisional_bound_makes_the_reason_a_choice(self, parameter: str, jongere: bool) -> None:
        basis = boek().set("deventer-2021")
        anders = met_waarde(basis, parameter, basis.parameters[parameter].op(PEILDATUM).inhoud, voorlopig=True)
        besluit = toets_groepsindeling(peil(beleid=anders), feiten(maanden_tot_werk=20, jongere=jongere))
        assert [grond.keuze for grond in besluit.motivering] == [False, True]

    def test_a_provisional_last_bound_marks_who_falls_beyond_it(self) -> None:
        anders = met_waarde(boek().set("deventer-2021"), "iom.indeling.groeien.maanden", 36, voorlopig=True)
        for participatie in Participatie:
            gesteld = feiten(maanden_tot_werk=None, participatie=participatie)
            assert toets_groepsindeling(peil(beleid=anders), gesteld).motivering[1].keuze

    def test_a_refused_wajong_is_marked_when_the_age_is_provisional(self) -> None:
        anders = met_waarde(boek().set("deventer-2021"), "iom.jongere.leeftijd", 27, voorlopig=True)
        gesteld = feiten(jongere=True, wajong_afgewezen=True)
        assert toets_groepsindeling(peil(beleid=anders), gesteld).motivering[1].keuze

    def test_the_council_can_move_a_bound(self) -> None:
        anders = met_waarde(boek().set("deventer-2021"), "iom.indeling.matchen.maanden", 3)
        assert toets_groepsindeling(peil(beleid=anders), feiten()).uitkomst.groep is Klantgroep.GROEIEN

    def test_a_day_before_the_policy_is_answered_by_the_parameter_that_misses(self) -> None:
        with pytest.raises(ParameterOntbreekt, match="op 2020-12-31"):
            toets_groepsindeling(peil("2020-12-31"), feiten())


def test_each_rule_carries_the_place_in_the_source() -> None:
    plaatsen = {
        "iom.ambitie.keuze": ("IOM PB", "§2.2.3"),
        "iom.indeling.mogelijkheid": ("IOM PB", "§2.2.4"),
        "iom.indeling.jongere": ("IOM PB", "§2.2.4, §2.3.1"),
        "iom.indeling.vso_pro": ("IOM PB", "§4.2"),
        "iom.indeling.bijzonder": ("IOM PB", "§2.3.2"),
        "iom.indeling.statushouder": ("IOM PB", "§2.3.3"),
        "iom.indeling.parttime": ("IOM PB", "§2.2.4"),
        "iom.indeling.alleenstaande_ouder": ("IOM PB", "§2.2.4, §3.2"),
        "iom.indeling.matchen": ("IOM PB, VO", "§2.2.4, art. 1 onder b"),
        "iom.indeling.groeien": ("IOM PB, VO", "§2.2.4, §4.2, art. 1 onder c"),
        "iom.indeling.faciliteren": ("IOM PB, VO", "§2.2.4, art. 1 onder d"),
        "iom.indeling.zorgen": ("IOM PB, VO", "§2.2.4, art. 1 onder e"),
    }
    gevonden = {deel.id: (deel.bron, deel.vindplaats) for deel in vars(regels).values() if isinstance(deel, Regel)}
    assert gevonden == plaatsen
