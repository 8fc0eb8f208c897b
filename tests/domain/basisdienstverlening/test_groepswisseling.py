"""Groepswisseling, by rule of the catalogue."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.basisdienstverlening.groepswisseling import (
    GROEPSWISSELING,
    GroepswisselingFeiten,
    GroepswisselingUitkomst,
    Wisseladvies,
    faciliteren,
    groeien,
    matchen,
    toets,
    toets_groepswisseling,
    zorgen,
)
from app.domain.basisdienstverlening.klantgroep import Klantgroep, Participatie
from app.domain.besluit import Besluit, Regel
from app.domain.fouten import OngeldigeInvoer, ParameterOntbreekt
from tests.domain.peilen import boek, met_waarde, peil
from tests.domain.vectoren import Geval, controleer, gevallen

PEILDATUM = date(2021, 6, 15)
BLIJVEN, BEOORDELEN, WISSELEN = Wisseladvies
GEVOLGEN = "iom.wisseling.gevolgen"
FEITEN = st.builds(GroepswisselingFeiten, in_groep_sinds=st.dates(date(1990, 1, 1), PEILDATUM))


def oordeel(groep: Klantgroep, **anders: Any) -> Besluit[GroepswisselingUitkomst]:
    """The decision on a klant who has been in the group for over half a year."""
    gewoon: dict[str, Any] = {"huidige_groep": groep, "in_groep_sinds": date(2020, 11, 21), "verlengd": False}
    return toets_groepswisseling(peil(), GroepswisselingFeiten(**(gewoon | anders)))


def regels(besluit: Besluit[GroepswisselingUitkomst]) -> list[str]:
    """The ids of the rules that decided, without the consequences of a change."""
    return [grond.regel.removeprefix("iom.wisseling.") for grond in besluit.motivering if grond.regel != GEVOLGEN]


def tekst(besluit: Besluit[GroepswisselingUitkomst]) -> str:
    return besluit.motivering[0].tekst


def advies(besluit: Besluit[GroepswisselingUitkomst]) -> tuple[Wisseladvies, Klantgroep | None]:
    return besluit.uitkomst.advies, besluit.uitkomst.naar


@pytest.mark.parametrize("geval", gevallen("groepswisseling"))
def test_sample_cases_come_out_as_the_catalogue_says(geval: Geval) -> None:
    controleer(GROEPSWISSELING, geval)


def test_the_example_of_the_api_is_answered() -> None:
    verwacht = {"advies": "blijven", "verlengingTot": "2021-08-21"}
    geval = {"peildatum": "2021-06-15", "feiten": GROEPSWISSELING.voorbeeld, "verwacht": verwacht}
    controleer(GROEPSWISSELING, geval)


class TestMatchen:
    """iom.wisseling.matchen_tijd, .matchen_parttime, .matchen_verlenging"""

    @pytest.mark.parametrize(
        ("sinds", "lang_genoeg"),
        [(date(2020, 12, 14), True), (date(2020, 12, 15), True), (date(2020, 12, 16), False), (PEILDATUM, False)],
    )
    def test_nothing_changes_before_six_months_have_passed(self, sinds: date, lang_genoeg: bool) -> None:
        besluit = oordeel(Klantgroep.MATCHEN, in_groep_sinds=sinds, extra_nodig=True)
        assert advies(besluit) == ((WISSELEN, Klantgroep.GROEIEN) if lang_genoeg else (BLIJVEN, None))
        assert besluit.uitkomst.verlenging_tot is None
        if not lang_genoeg:
            assert tekst(besluit) == "De klant zit nog geen 6 maanden in Matchen en blijft daar."
            assert regels(besluit) == ["matchen_tijd"]

    def test_six_months_from_31_august_have_passed_on_28_february(self) -> None:
        gesteld = GroepswisselingFeiten(
            huidige_groep=Klantgroep.MATCHEN, in_groep_sinds=date(2021, 8, 31), verlengd=False, extra_nodig=True
        )
        adviezen = [toets_groepswisseling(peil(f"2022-02-{dag}"), gesteld).uitkomst.advies for dag in (27, 28)]
        assert adviezen == [BLIJVEN, WISSELEN]

    def test_who_is_placed_stays_whatever_else_holds(self) -> None:
        besluit = oordeel(Klantgroep.MATCHEN, geplaatst=True, parttime_werk=True, extra_nodig=True)
        assert advies(besluit) == (BLIJVEN, None)
        assert besluit.uitkomst.verlenging_tot is None
        assert regels(besluit) == ["matchen_tijd"]
        assert tekst(besluit) == "De klant is geplaatst op werk en blijft in Matchen."

    def test_part_time_work_that_keeps_a_uitkering_needed_leads_to_groeien(self) -> None:
        besluit = oordeel(Klantgroep.MATCHEN, parttime_werk=True)
        assert (advies(besluit), regels(besluit)) == ((WISSELEN, Klantgroep.GROEIEN), ["matchen_parttime"])
        assert tekst(besluit) == (
            "Na 6 maanden in Matchen werkt de klant in deeltijd en blijft een uitkering voorlopig nodig: Groeien."
        )

    def test_part_time_work_that_soon_frees_from_the_uitkering_does_not(self) -> None:
        besluit = oordeel(Klantgroep.MATCHEN, parttime_werk=True, binnenkort_onafhankelijk=True)
        assert regels(besluit) == ["matchen_verlenging"]

    def test_needing_more_time_or_instruments_leads_to_groeien(self) -> None:
        besluit = oordeel(Klantgroep.MATCHEN, extra_nodig=True)
        assert (advies(besluit), regels(besluit)) == ((WISSELEN, Klantgroep.GROEIEN), ["matchen_tijd"])
        assert tekst(besluit) == (
            "De klant is na 6 maanden in Matchen niet geplaatst en heeft extra instrumenten of tijd nodig: Groeien."
        )

    def test_every_reason_to_change_is_named(self) -> None:
        besluit = oordeel(Klantgroep.MATCHEN, parttime_werk=True, extra_nodig=True, verlengd=True)
        assert regels(besluit) == ["matchen_parttime", "matchen_tijd"]

    def test_otherwise_one_extension_of_three_months_is_possible(self) -> None:
        besluit = oordeel(Klantgroep.MATCHEN)
        assert advies(besluit) == (BLIJVEN, None)
        assert besluit.uitkomst.verlenging_tot == date(2021, 8, 21)
        assert regels(besluit) == ["matchen_verlenging"]
        assert tekst(besluit) == (
            "De klant is na 6 maanden in Matchen niet geplaatst en kan met een verlenging van 3 maanden blijven tot "
            "21 augustus 2021."
        )

    def test_the_extension_is_named_also_when_its_day_has_passed(self) -> None:
        besluit = oordeel(Klantgroep.MATCHEN, in_groep_sinds=date(2019, 5, 31))
        assert besluit.uitkomst.verlenging_tot == date(2020, 2, 29)

    def test_after_the_extension_the_klant_stays_without_another(self) -> None:
        besluit = oordeel(Klantgroep.MATCHEN, verlengd=True)
        assert advies(besluit) == (BLIJVEN, None)
        assert besluit.uitkomst.verlenging_tot is None
        assert regels(besluit) == ["matchen_verlenging"]
        assert tekst(besluit).startswith("De verlenging in Matchen is al gegeven")

    def test_at_the_end_of_the_calendar_six_months_have_not_passed(self) -> None:
        gesteld = GroepswisselingFeiten(
            huidige_groep=Klantgroep.MATCHEN, in_groep_sinds=date(2199, 12, 1), verlengd=False
        )
        assert toets_groepswisseling(peil("2199-12-31"), gesteld).uitkomst.advies is BLIJVEN

    def test_an_extension_past_the_calendar_is_refused_by_field(self) -> None:
        gesteld = GroepswisselingFeiten(
            huidige_groep=Klantgroep.MATCHEN, in_groep_sinds=date(2199, 5, 1), verlengd=False
        )
        with pytest.raises(OngeldigeInvoer) as fout:
            toets_groepswisseling(peil("2199-12-31"), gesteld)
        assert fout.value.fouten[0].pad == "in_groep_sinds"


class TestGroeien:
    """iom.wisseling.groeien_belemmering, .groeien_onvermogen, .groeien_jongere, .groeien_zorgen, .groeien_matchen"""

    @pytest.mark.parametrize("maanden", [37, 600])
    def test_work_beyond_three_years_leads_to_faciliteren(self, maanden: int) -> None:
        besluit = oordeel(Klantgroep.GROEIEN, maanden_tot_werk=maanden)
        assert (advies(besluit), regels(besluit)) == ((WISSELEN, Klantgroep.FACILITEREN), ["groeien_belemmering"])
        assert tekst(besluit) == "Werk laat langer dan 36 maanden op zich wachten: de klant verlaat Groeien."

    def test_no_prospect_of_work_leads_to_faciliteren(self) -> None:
        besluit = oordeel(Klantgroep.GROEIEN, geen_arbeidsperspectief=True, maanden_tot_werk=4)
        assert (advies(besluit), regels(besluit)) == ((WISSELEN, Klantgroep.FACILITEREN), ["groeien_belemmering"])
        assert tekst(besluit) == "Er is geen uitzicht meer op werk: de klant verlaat Groeien."

    def test_goals_missed_by_inability_without_potential_lead_to_faciliteren(self) -> None:
        besluit = oordeel(Klantgroep.GROEIEN, doelen_gemist_door_onvermogen=True, geen_arbeidspotentieel=True)
        assert (advies(besluit), regels(besluit)) == ((WISSELEN, Klantgroep.FACILITEREN), ["groeien_onvermogen"])

    @pytest.mark.parametrize("veld", ["doelen_gemist_door_onvermogen", "geen_arbeidspotentieel"])
    def test_one_of_the_two_is_not_enough(self, veld: str) -> None:
        assert advies(oordeel(Klantgroep.GROEIEN, **{veld: True})) == (BLIJVEN, None)

    def test_participation_as_the_highest_reachable_leads_to_faciliteren(self) -> None:
        besluit = oordeel(Klantgroep.GROEIEN, participatie_hoogst_haalbaar=True)
        assert (advies(besluit), regels(besluit)) == ((WISSELEN, Klantgroep.FACILITEREN), ["groeien_jongere"])

    @pytest.mark.parametrize("participatie", [Participatie.KAN_NIET, Participatie.WIL_NIET])
    def test_who_cannot_or_will_not_take_part_goes_to_zorgen(self, participatie: Participatie) -> None:
        besluit = oordeel(Klantgroep.GROEIEN, participatie_hoogst_haalbaar=True, participatie=participatie)
        assert advies(besluit) == (WISSELEN, Klantgroep.ZORGEN)
        assert regels(besluit) == ["groeien_jongere", "groeien_zorgen"]
        tweede = besluit.motivering[1].tekst
        assert tweede == "De klant kan of wil niet deelnemen: Zorgen in plaats van Faciliteren."

    @pytest.mark.parametrize("participatie", [None, Participatie.NEEMT_DEEL, Participatie.WIL])
    def test_who_takes_part_or_is_not_asked_goes_to_faciliteren(self, participatie: Participatie | None) -> None:
        besluit = oordeel(Klantgroep.GROEIEN, maanden_tot_werk=37, participatie=participatie)
        assert advies(besluit) == (WISSELEN, Klantgroep.FACILITEREN)

    def test_not_taking_part_alone_changes_nothing(self) -> None:
        assert advies(oordeel(Klantgroep.GROEIEN, participatie=Participatie.WIL_NIET)) == (BLIJVEN, None)

    def test_every_reason_to_change_is_named(self) -> None:
        besluit = oordeel(
            Klantgroep.GROEIEN,
            maanden_tot_werk=37,
            doelen_gemist_door_onvermogen=True,
            geen_arbeidspotentieel=True,
            participatie_hoogst_haalbaar=True,
        )
        assert regels(besluit) == ["groeien_belemmering", "groeien_onvermogen", "groeien_jongere"]
        assert all(grond.tekst.endswith(": de klant verlaat Groeien.") for grond in besluit.motivering[:3])

    @pytest.mark.parametrize("maanden", [0, 6])
    def test_work_that_is_near_never_leads_to_matchen(self, maanden: int) -> None:
        besluit = oordeel(Klantgroep.GROEIEN, maanden_tot_werk=maanden)
        assert (advies(besluit), regels(besluit)) == ((BLIJVEN, None), ["groeien_matchen"])
        assert tekst(besluit) == (
            "Werk is binnen 6 maanden in zicht: de klant blijft in Groeien, bij dezelfde consulent en met de "
            "instrumenten van Matchen."
        )

    @pytest.mark.parametrize("maanden", [7, 36, None])
    def test_otherwise_the_klant_stays(self, maanden: int | None) -> None:
        besluit = oordeel(Klantgroep.GROEIEN, maanden_tot_werk=maanden)
        assert (advies(besluit), regels(besluit)) == ((BLIJVEN, None), ["groeien_belemmering"])
        assert tekst(besluit).startswith("Niet vastgesteld is dat werk langer dan 36 maanden op zich laat wachten")


class TestFaciliterenNaarGroeien:
    """iom.wisseling.faciliteren_vrijwilliger, .faciliteren_werk20, .faciliteren_werk10, .faciliteren_gegroeid"""

    NAAR_GROEIEN = (BEOORDELEN, Klantgroep.GROEIEN)

    def _beoordeeld(self, **anders: Any) -> list[str]:
        """The rules that ask for an assessment; none when the klant stays."""
        besluit = oordeel(Klantgroep.FACILITEREN, **anders)
        if advies(besluit) == (BLIJVEN, None):
            return []
        assert advies(besluit) == self.NAAR_GROEIEN
        assert all(grond.tekst.endswith(": beoordeel of Groeien past.") for grond in besluit.motivering)
        return regels(besluit)

    @pytest.mark.parametrize(
        ("uren", "groot", "stabiel", "beslist"),
        [
            (20, False, True, ["faciliteren_vrijwilliger"]),
            (168, False, True, ["faciliteren_vrijwilliger"]),
            (19, False, True, []),
            (20, True, True, []),
            (20, False, False, []),
        ],
    )
    def test_twenty_hours_of_volunteering_in_calm_water(
        self, uren: int, groot: bool, stabiel: bool, beslist: list[str]
    ) -> None:
        gevonden = self._beoordeeld(vrijwilligers_uren=uren, grote_problemen=groot, kleine_problemen_stabiel=stabiel)
        assert gevonden == beslist

    @pytest.mark.parametrize(("uren", "beslist"), [(19, []), (20, ["faciliteren_werk20"])])
    def test_twenty_hours_of_paid_work(self, uren: int, beslist: list[str]) -> None:
        assert self._beoordeeld(betaalde_uren=uren) == beslist

    @pytest.mark.parametrize(
        ("uren", "sinds", "uitbreiden", "beslist"),
        [
            (10, date(2020, 12, 15), True, ["faciliteren_werk10"]),
            (19, date(2019, 1, 1), True, ["faciliteren_werk10"]),
            (9, date(2020, 12, 15), True, []),
            (10, date(2020, 12, 16), True, []),
            (10, date(2022, 1, 1), True, []),
            (10, None, True, []),
            (10, date(2020, 12, 15), False, []),
            (20, date(2020, 12, 15), True, ["faciliteren_werk20", "faciliteren_werk10"]),
        ],
    )
    def test_ten_hours_of_paid_work_kept_for_half_a_year(
        self, uren: int, sinds: date | None, uitbreiden: bool, beslist: list[str]
    ) -> None:
        gevonden = self._beoordeeld(betaalde_uren=uren, betaald_werk_sinds=sinds, kan_uitbreiden=uitbreiden)
        assert gevonden == beslist

    @pytest.mark.parametrize(
        ("maanden", "geschikter", "beslist"),
        [
            (0, False, ["faciliteren_gegroeid"]),
            (36, False, ["faciliteren_gegroeid"]),
            (37, False, []),
            (None, False, []),
            (37, True, ["faciliteren_gegroeid"]),
            (None, True, ["faciliteren_gegroeid"]),
            (36, True, ["faciliteren_gegroeid"]),
        ],
    )
    def test_grown_more_employable(self, maanden: int | None, geschikter: bool, beslist: list[str]) -> None:
        gevonden = self._beoordeeld(maanden_tot_werk=maanden, arbeidsgeschikter_door_vrijwilligerswerk=geschikter)
        assert gevonden == beslist

    def test_every_rule_that_asks_for_an_assessment_is_named(self) -> None:
        gevonden = self._beoordeeld(
            vrijwilligers_uren=20,
            kleine_problemen_stabiel=True,
            betaalde_uren=20,
            betaald_werk_sinds=date(2020, 1, 1),
            kan_uitbreiden=True,
            maanden_tot_werk=12,
        )
        namen = ["vrijwilliger", "werk20", "werk10", "gegroeid"]
        assert gevonden == [f"faciliteren_{naam}" for naam in namen]

    def test_the_reasons_say_the_bound_that_was_reached(self) -> None:
        besluit = oordeel(
            Klantgroep.FACILITEREN,
            vrijwilligers_uren=40,
            kleine_problemen_stabiel=True,
            betaalde_uren=30,
            betaald_werk_sinds=date(2020, 1, 1),
            kan_uitbreiden=True,
            arbeidsgeschikter_door_vrijwilligerswerk=True,
        )
        assert [grond.tekst.removesuffix(": beoordeel of Groeien past.") for grond in besluit.motivering] == [
            "De klant doet 20 uur per week of meer vrijwilligerswerk, zonder grote of onrustige problemen",
            "De klant heeft betaald werk van 20 uur per week of meer",
            "De klant heeft al 6 maanden of langer betaald werk van 10 uur per week of meer en kan uitbreiden",
            "Vrijwilligerswerk maakte de klant arbeidsgeschikter",
        ]
        assert tekst(oordeel(Klantgroep.FACILITEREN, maanden_tot_werk=5)).startswith("De klant kan binnen 36 maanden")


class TestFaciliterenNaarZorgen:
    """iom.wisseling.faciliteren_zorgen"""

    @pytest.mark.parametrize(("maanden", "wisselt"), [(11, False), (12, True), (600, True)])
    def test_not_taking_part_for_a_year_leads_to_zorgen(self, maanden: int, wisselt: bool) -> None:
        besluit = oordeel(Klantgroep.FACILITEREN, maanden_niet_participeren=maanden)
        assert advies(besluit) == ((WISSELEN, Klantgroep.ZORGEN) if wisselt else (BLIJVEN, None))
        assert regels(besluit) == ["faciliteren_zorgen"]
        assert tekst(besluit).startswith("De klant kan 12 maanden" if wisselt else "Er is geen grond om Groeien")

    def test_motivation_that_is_structurally_gone_leads_to_zorgen(self) -> None:
        besluit = oordeel(Klantgroep.FACILITEREN, motivatie_structureel_weg=True)
        assert (advies(besluit), regels(besluit)) == ((WISSELEN, Klantgroep.ZORGEN), ["faciliteren_zorgen"])
        assert tekst(besluit).startswith("De motivatie van de klant om deel te nemen")

    def test_an_assessment_for_groeien_comes_first(self) -> None:
        besluit = oordeel(
            Klantgroep.FACILITEREN, betaalde_uren=20, maanden_niet_participeren=12, motivatie_structureel_weg=True
        )
        assert advies(besluit) == (BEOORDELEN, Klantgroep.GROEIEN)


STAPPEN: dict[str, dict[str, Any]] = {
    "doet vrijwilligerswerk": {"vrijwilligers_uren": 1},
    "wil vrijwilligerswerk doen": {"wil_vrijwilligerswerk": True},
    "heeft werk met een inkomen onder de bijstandsnorm": {"betaalde_uren": 1, "inkomen_onder_norm": True},
    "is gemotiveerd om deel te nemen, ondanks de belemmeringen": {"gemotiveerd": True},
    "is gemotiveerd om deel te nemen, nu de leefgebieden verbeterd zijn": {
        "gemotiveerd": True,
        "leefgebieden_verbeterd": True,
    },
}


class TestZorgen:
    """iom.wisseling.zorgen"""

    @pytest.mark.parametrize("stap", STAPPEN)
    def test_each_step_towards_taking_part_asks_for_an_assessment(self, stap: str) -> None:
        besluit = oordeel(Klantgroep.ZORGEN, **STAPPEN[stap])
        assert (advies(besluit), regels(besluit)) == ((BEOORDELEN, Klantgroep.FACILITEREN), ["zorgen"])
        assert tekst(besluit) == f"De klant {stap}: beoordeel of Faciliteren past."

    def test_several_steps_stand_in_one_sentence(self) -> None:
        besluit = oordeel(Klantgroep.ZORGEN, vrijwilligers_uren=4, wil_vrijwilligerswerk=True)
        assert tekst(besluit) == (
            "De klant doet vrijwilligerswerk en wil vrijwilligerswerk doen: beoordeel of Faciliteren past."
        )

    @pytest.mark.parametrize(
        "anders",
        [{}, {"betaalde_uren": 40}, {"inkomen_onder_norm": True}, {"leefgebieden_verbeterd": True}],
        ids=["nothing", "work above the norm", "income without work", "better leefgebieden alone"],
    )
    def test_without_such_a_step_the_klant_stays(self, anders: dict[str, Any]) -> None:
        besluit = oordeel(Klantgroep.ZORGEN, **anders)
        assert (advies(besluit), regels(besluit)) == ((BLIJVEN, None), ["zorgen"])
        assert tekst(besluit).endswith(": Zorgen blijft.")

    def test_faciliteren_as_the_next_group_is_a_choice(self) -> None:
        assert oordeel(Klantgroep.ZORGEN, gemotiveerd=True).motivering[0].keuze


class TestGevolgen:
    """iom.wisseling.gevolgen"""

    @pytest.mark.parametrize(
        ("van", "anders", "naar", "kick_off"),
        [
            (Klantgroep.MATCHEN, {"extra_nodig": True}, "Groeien", True),
            (Klantgroep.GROEIEN, {"maanden_tot_werk": 37}, "Faciliteren", True),
            (Klantgroep.FACILITEREN, {"motivatie_structureel_weg": True}, "Zorgen", False),
        ],
    )
    def test_a_change_brings_a_warm_handover_and_a_kick_off_except_for_zorgen(
        self, van: Klantgroep, anders: dict[str, Any], naar: str, kick_off: bool
    ) -> None:
        besluit = oordeel(van, **anders)
        assert besluit.uitkomst.warme_overdracht
        assert besluit.uitkomst.kick_off is kick_off
        laatste = besluit.motivering[-1]
        assert laatste.regel == GEVOLGEN
        einde = " en een uitnodiging voor de kick-off." if kick_off else "; die groep heeft geen kick-off."
        assert laatste.tekst == f"De klant wisselt naar {naar} met een warme overdracht in een driegesprek{einde}"

    @pytest.mark.parametrize(
        ("groep", "anders"), [(Klantgroep.MATCHEN, {}), (Klantgroep.ZORGEN, {"gemotiveerd": True})]
    )
    def test_staying_and_assessing_bring_nothing(self, groep: Klantgroep, anders: dict[str, Any]) -> None:
        besluit = oordeel(groep, **anders)
        assert not besluit.uitkomst.warme_overdracht
        assert not besluit.uitkomst.kick_off
        assert all(grond.regel != GEVOLGEN for grond in besluit.motivering)


class TestFeiten:
    def test_entering_the_group_after_the_peildatum_is_refused_by_field(self) -> None:
        with pytest.raises(OngeldigeInvoer) as fout:
            oordeel(Klantgroep.ZORGEN, in_groep_sinds=PEILDATUM + timedelta(days=1))
        (veld,) = fout.value.fouten
        assert (veld.pad, veld.code) == ("in_groep_sinds", "na-peildatum")

    @pytest.mark.parametrize("groep", Klantgroep)
    def test_entering_the_group_on_the_peildatum_is_no_fault(self, groep: Klantgroep) -> None:
        assert advies(oordeel(groep, in_groep_sinds=PEILDATUM)) == (BLIJVEN, None)

    @given(FEITEN)
    def test_every_advice_is_whole(self, willekeurig: GroepswisselingFeiten) -> None:
        besluit = toets_groepswisseling(peil(), willekeurig)
        uitkomst = besluit.uitkomst
        assert regels(besluit)
        assert all(grond.tekst.endswith(".") for grond in besluit.motivering)
        assert (uitkomst.naar is None) is (uitkomst.advies is BLIJVEN)
        assert uitkomst.naar is not willekeurig.huidige_groep
        assert uitkomst.naar is not Klantgroep.MATCHEN
        assert uitkomst.warme_overdracht is (uitkomst.advies is WISSELEN)

    @given(FEITEN)
    def test_facts_of_another_group_are_ignored(self, willekeurig: GroepswisselingFeiten) -> None:
        kaal = GroepswisselingFeiten(
            huidige_groep=willekeurig.huidige_groep,
            in_groep_sinds=willekeurig.in_groep_sinds,
            verlengd=willekeurig.verlengd,
        )
        eigen = {veld: getattr(willekeurig, veld) for veld in EIGEN[willekeurig.huidige_groep]}
        anders = replace(kaal, **eigen)
        assert toets_groepswisseling(peil(), anders) == toets_groepswisseling(peil(), willekeurig)


EIGEN = {
    Klantgroep.MATCHEN: ("geplaatst", "parttime_werk", "binnenkort_onafhankelijk", "extra_nodig"),
    Klantgroep.GROEIEN: (
        "maanden_tot_werk",
        "geen_arbeidsperspectief",
        "participatie",
        "doelen_gemist_door_onvermogen",
        "geen_arbeidspotentieel",
        "participatie_hoogst_haalbaar",
    ),
    Klantgroep.FACILITEREN: (
        "maanden_tot_werk",
        "vrijwilligers_uren",
        "grote_problemen",
        "kleine_problemen_stabiel",
        "betaalde_uren",
        "betaald_werk_sinds",
        "kan_uitbreiden",
        "arbeidsgeschikter_door_vrijwilligerswerk",
        "maanden_niet_participeren",
        "motivatie_structureel_weg",
    ),
    Klantgroep.ZORGEN: (
        "vrijwilligers_uren",
        "betaalde_uren",
        "wil_vrijwilligerswerk",
        "inkomen_onder_norm",
        "leefgebieden_verbeterd",
        "gemotiveerd",
    ),
}


class TestBeleid:
    GRENZEN: tuple[tuple[str, Klantgroep, dict[str, Any]], ...] = (
        ("matchen.maanden", Klantgroep.MATCHEN, {"in_groep_sinds": PEILDATUM}),
        ("matchen.maanden", Klantgroep.MATCHEN, {"parttime_werk": True}),
        ("matchen.maanden", Klantgroep.MATCHEN, {"extra_nodig": True}),
        ("matchen.maanden", Klantgroep.MATCHEN, {}),
        ("matchen.verlenging.maanden", Klantgroep.MATCHEN, {}),
        (
            "faciliteren.vrijwilligersuren",
            Klantgroep.FACILITEREN,
            {"vrijwilligers_uren": 20, "kleine_problemen_stabiel": True},
        ),
        ("faciliteren.werkuren", Klantgroep.FACILITEREN, {"betaalde_uren": 20}),
        (
            "faciliteren.deeltijduren",
            Klantgroep.FACILITEREN,
            {"betaalde_uren": 10, "betaald_werk_sinds": date(2020, 1, 1), "kan_uitbreiden": True},
        ),
        (
            "faciliteren.deeltijdmaanden",
            Klantgroep.FACILITEREN,
            {"betaalde_uren": 10, "betaald_werk_sinds": date(2020, 1, 1), "kan_uitbreiden": True},
        ),
        ("faciliteren.afwezigheid.maanden", Klantgroep.FACILITEREN, {"maanden_niet_participeren": 12}),
        ("iom.indeling.groeien.maanden", Klantgroep.FACILITEREN, {"maanden_tot_werk": 12}),
        ("iom.indeling.groeien.maanden", Klantgroep.GROEIEN, {"maanden_tot_werk": 37}),
        ("iom.indeling.groeien.maanden", Klantgroep.GROEIEN, {}),
        ("iom.indeling.matchen.maanden", Klantgroep.GROEIEN, {"maanden_tot_werk": 3}),
    )

    @pytest.mark.parametrize(("parameter", "groep", "anders"), GRENZEN)
    def test_a_provisional_bound_makes_the_reason_a_choice(
        self, parameter: str, groep: Klantgroep, anders: dict[str, Any]
    ) -> None:
        naam = parameter if parameter.startswith("iom.") else f"iom.wisseling.{parameter}"
        basis = boek().set("deventer-2021")
        beleid = met_waarde(basis, naam, basis.parameters[naam].op(PEILDATUM).inhoud, voorlopig=True)
        gewoon: dict[str, Any] = {"huidige_groep": groep, "in_groep_sinds": date(2020, 11, 21), "verlengd": False}
        besluit = toets_groepswisseling(peil(beleid=beleid), GroepswisselingFeiten(**(gewoon | anders)))
        assert besluit.motivering[0].keuze
        assert not oordeel(groep, **anders).motivering[0].keuze

    def test_the_council_can_move_a_bound(self) -> None:
        beleid = met_waarde(boek().set("deventer-2021"), "iom.wisseling.matchen.verlenging.maanden", 6)
        gesteld = GroepswisselingFeiten(
            huidige_groep=Klantgroep.MATCHEN, in_groep_sinds=date(2020, 11, 21), verlengd=False
        )
        uitkomst = toets_groepswisseling(peil(beleid=beleid), gesteld).uitkomst
        assert uitkomst.verlenging_tot == date(2021, 11, 21)

    def test_a_day_before_the_policy_is_answered_by_the_parameter_that_misses(self) -> None:
        gesteld = GroepswisselingFeiten(
            huidige_groep=Klantgroep.MATCHEN, in_groep_sinds=date(2020, 1, 1), verlengd=False
        )
        with pytest.raises(ParameterOntbreekt, match="heeft geen waarde op 2020-12-31"):
            toets_groepswisseling(peil("2020-12-31"), gesteld)


def test_each_rule_carries_the_place_in_the_source() -> None:
    delen = (matchen, groeien, faciliteren, zorgen, toets)
    gevonden = {deel for module in delen for deel in vars(module).values() if isinstance(deel, Regel)}
    assert {(deel.id.removeprefix("iom.wisseling."), deel.bron, deel.vindplaats) for deel in gevonden} == {
        ("matchen_parttime", "IOM PB", "§2.2.4"),
        ("matchen_tijd", "IOM PB", "§2.2.4"),
        ("matchen_verlenging", "IOM PB", "§2.2.4"),
        ("groeien_belemmering", "IOM PB", "§2.2.4"),
        ("groeien_onvermogen", "IOM PB", "§2.2.4"),
        ("groeien_jongere", "IOM PB", "§2.2.4, §2.3.1"),
        ("groeien_matchen", "IOM PB", "§2.2.4, §4.2"),
        ("groeien_zorgen", "IOM PB", "§2.3.3, §4.2"),
        ("faciliteren_vrijwilliger", "IOM PB", "§5.3"),
        ("faciliteren_werk20", "IOM PB", "§5.3"),
        ("faciliteren_werk10", "IOM PB", "§5.3"),
        ("faciliteren_gegroeid", "IOM PB", "§2.2.4"),
        ("faciliteren_zorgen", "IOM PB", "§2.2.4"),
        ("zorgen", "IOM PB", "§2.2.4, §6.3"),
        ("gevolgen", "IOM PB", "§2.2.4"),
    }
