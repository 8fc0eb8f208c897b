"""Groepsindeling, by rule of the catalogue."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.basisdienstverlening.groepsindeling import (
    GROEPSINDELING,
    GroepsindelingFeiten,
    afstand_tot_werk,
    doelgroepen,
    toets,
    toets_groepsindeling,
)
from app.domain.basisdienstverlening.klantgroep import Klantgroep, Participatie
from app.domain.besluit import Regel
from app.domain.fouten import OngeldigeInvoer, ParameterOntbreekt
from tests.domain.basisdienstverlening.groepsindeling.indelingen import feiten, oordeel
from tests.domain.peilen import boek, met_waarde, peil
from tests.domain.vectoren import Geval, controleer, gevallen

PEILDATUM = date(2021, 6, 15)
FEITEN = st.builds(
    GroepsindelingFeiten,
    geboortedatum=st.dates(date(1950, 1, 1), PEILDATUM),
    maanden_tot_werk=st.none() | st.integers(0, 600),
)


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
    delen = (doelgroepen, afstand_tot_werk, toets)
    gevonden = {deel for module in delen for deel in vars(module).values() if isinstance(deel, Regel)}
    assert {regel.id: (regel.bron, regel.vindplaats) for regel in gevonden} == plaatsen
