"""Groepswisseling as a whole: what a change brings, what is refused, and the policy behind it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.basisdienstverlening.groepswisseling import (
    GROEPSWISSELING,
    GroepswisselingFeiten,
    faciliteren,
    groeien,
    matchen,
    toets,
    toets_groepswisseling,
    zorgen,
)
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.besluit import Regel
from app.domain.fouten import OngeldigeInvoer, ParameterOntbreekt
from tests.domain.basisdienstverlening.groepswisseling.wisselingen import (
    BLIJVEN,
    GEVOLGEN,
    PEILDATUM,
    WISSELEN,
    advies,
    oordeel,
    regels,
)
from tests.domain.peilen import boek, met_waarde, peil
from tests.domain.vectoren import Geval, controleer, gevallen

FEITEN = st.builds(GroepswisselingFeiten, in_groep_sinds=st.dates(date(1990, 1, 1), PEILDATUM))
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


@pytest.mark.parametrize("geval", gevallen("groepswisseling"))
def test_sample_cases_come_out_as_the_catalogue_says(geval: Geval) -> None:
    controleer(GROEPSWISSELING, geval)


def test_the_example_of_the_api_is_answered() -> None:
    verwacht = {"advies": "blijven", "verlengingTot": "2021-08-21"}
    geval = {"peildatum": "2021-06-15", "feiten": GROEPSWISSELING.voorbeeld, "verwacht": verwacht}
    controleer(GROEPSWISSELING, geval)


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
