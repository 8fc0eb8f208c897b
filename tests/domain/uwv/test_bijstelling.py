from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.besluit import Besluit
from app.domain.uwv.bijstelling import (
    UWV_BIJSTELLING,
    UwvBijstellingFeiten,
    UwvBijstellingUitkomst,
    toets_uwv_bijstelling,
)
from app.domain.uwv.dienst import Dienst
from tests.domain.uwv.hulp import regels, uwv
from tests.domain.vectoren import Geval, besluit, controleer, gevallen

FEITEN = UwvBijstellingFeiten(
    dienst=Dienst.WERKFIT_MAKEN,
    uren_akkoord=30,
    uren_nieuw=30,
    maanden_akkoord=12,
    maanden_nieuw=12,
    eerdere_substantiele=0,
    andere_activiteiten=False,
)


def oordeel(**anders: Any) -> Besluit[UwvBijstellingUitkomst]:
    return toets_uwv_bijstelling(uwv(), replace(FEITEN, **anders))


@pytest.mark.parametrize("geval", gevallen("uwv-bijstelling"))
def test_the_sample_cases_of_the_catalogue(geval: Geval) -> None:
    controleer(UWV_BIJSTELLING, geval)


def test_the_example_can_be_asked() -> None:
    toets = UWV_BIJSTELLING
    uitkomst, _ = besluit(toets, {"peildatum": toets.voorbeeld_peildatum, "feiten": toets.voorbeeld})
    assert (uitkomst["substantieel"], uitkomst["toegestaan"]) == (True, True)


class TestSubstantieel:
    @pytest.mark.parametrize(
        ("uren", "maanden", "substantieel"),
        [(30, 12, False), (29, 11, False), (31, 12, True), (30, 13, True), (31, 11, True), (29, 13, True)],
    )
    def test_it_is_when_hours_or_months_rise(self, uren: int, maanden: int, substantieel: bool) -> None:
        uitkomst = oordeel(uren_nieuw=uren, maanden_nieuw=maanden).uitkomst
        assert uitkomst.substantieel is uitkomst.akkoord_nodig is substantieel
        assert uitkomst.bezwaartermijn_dagen == (None if substantieel else 14)

    @pytest.mark.parametrize("eerdere", [0, 1, 5])
    @pytest.mark.parametrize(("anders", "wat"), [(True, "Andere activiteiten"), (False, "Een wijziging")])
    def test_another_activity_alone_is_announced_and_goes_on(self, anders: bool, wat: str, eerdere: int) -> None:
        gegeven = oordeel(andere_activiteiten=anders, eerdere_substantiele=eerdere)
        assert gegeven.uitkomst.toegestaan
        assert regels(gegeven) == ["uwv.bijstelling"]
        assert gegeven.motivering[0].tekst == (
            f"{wat} zonder meer uren of maanden: vooraf melden is genoeg, "
            "tenzij de opdrachtgever binnen 14 dagen anders beslist."
        )

    @pytest.mark.parametrize(
        ("uren", "maanden", "wat"), [(31, 12, "uren"), (30, 13, "maanden"), (31, 13, "uren en maanden")]
    )
    def test_the_reason_says_what_rises_and_who_agrees(self, uren: int, maanden: int, wat: str) -> None:
        grond = oordeel(uren_nieuw=uren, maanden_nieuw=maanden).motivering[0]
        assert grond.tekst == (
            f"Er komen {wat} bij: de bijstelling is substantieel en vraagt akkoord van de opdrachtgever."
        )


class TestGrenzen:
    @pytest.mark.parametrize(("eerdere", "mag"), [(0, True), (1, False), (2, False)])
    def test_one_substantial_adjustment_in_all(self, eerdere: int, mag: bool) -> None:
        uitkomst = oordeel(uren_nieuw=31, eerdere_substantiele=eerdere).uitkomst
        assert uitkomst.toegestaan is uitkomst.akkoord_nodig is mag
        assert uitkomst.redenen == (() if mag else ("Een dienst kan 1 keer substantieel worden bijgesteld.",))

    @pytest.mark.parametrize(("uren", "mag"), [(41, True), (42, False), (60, False)])
    def test_hours_up_to_the_ordinary_maximum_which_is_a_choice(self, uren: int, mag: bool) -> None:
        gegeven = oordeel(uren_nieuw=uren)
        assert gegeven.uitkomst.toegestaan is mag
        assert [grond.keuze for grond in gegeven.motivering] == ([False] if mag else [False, True])

    @pytest.mark.parametrize(("maanden", "mag"), [(18, True), (19, False)])
    def test_months_up_to_the_general_duration(self, maanden: int, mag: bool) -> None:
        gegeven = oordeel(maanden_nieuw=maanden)
        assert gegeven.uitkomst.toegestaan is mag
        assert regels(gegeven) == ["uwv.bijstelling", *([] if mag else ["uwv.doorlooptijd"])]

    def test_who_has_the_general_duration_gets_no_longer_one(self) -> None:
        assert not oordeel(maanden_akkoord=18, maanden_nieuw=19).uitkomst.toegestaan

    @pytest.mark.parametrize(("uren", "maanden", "mag"), [(0, 4, True), (0, 5, False), (1, 3, False), (1, 4, False)])
    def test_a_fixed_price_gets_months_and_no_hours(self, uren: int, maanden: int, mag: bool) -> None:
        gegeven = oordeel(
            dienst=Dienst.PRAKTIJKASSESSMENT,
            uren_akkoord=0,
            uren_nieuw=uren,
            maanden_akkoord=3,
            maanden_nieuw=maanden,
        )
        assert gegeven.uitkomst.toegestaan is mag
        vast = "Praktijkassessment heeft een vaste prijs: er komen geen uren bij."
        assert (vast in gegeven.uitkomst.redenen) is (uren > 0)

    def test_every_objection_is_named_in_order(self) -> None:
        gegeven = oordeel(uren_nieuw=42, maanden_nieuw=19, eerdere_substantiele=1)
        assert regels(gegeven) == ["uwv.bijstelling", "uwv.bijstelling", "uwv.bijstelling", "uwv.doorlooptijd"]
        assert gegeven.motivering[0].tekst.endswith("de bijstelling is substantieel en kan niet.")
        assert gegeven.uitkomst.redenen == (
            "Een dienst kan 1 keer substantieel worden bijgesteld.",
            "42 uren is meer dan het maximum van 41.",
            "19 maanden is langer dan het maximum van 18.",
        )


AANTAL = st.integers(0, 70)


@given(st.sampled_from(Dienst), AANTAL, AANTAL, AANTAL, AANTAL, st.integers(0, 2), st.booleans())
def test_what_is_not_substantial_is_allowed_and_what_is_needs_agreement(
    dienst: Dienst, uren: int, uren_nieuw: int, maanden: int, maanden_nieuw: int, eerdere: int, anders: bool
) -> None:
    uitkomst = oordeel(
        dienst=dienst,
        uren_akkoord=uren,
        uren_nieuw=uren_nieuw,
        maanden_akkoord=maanden,
        maanden_nieuw=maanden_nieuw,
        eerdere_substantiele=eerdere,
        andere_activiteiten=anders,
    ).uitkomst
    assert uitkomst.substantieel is (uren_nieuw > uren or maanden_nieuw > maanden)
    assert uitkomst.toegestaan or uitkomst.substantieel
    assert uitkomst.akkoord_nodig is (uitkomst.substantieel and uitkomst.toegestaan)
    assert (uitkomst.bezwaartermijn_dagen is None) is uitkomst.substantieel
    assert uitkomst.toegestaan is not bool(uitkomst.redenen)
