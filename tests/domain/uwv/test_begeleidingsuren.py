from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from app.domain.fouten import OngeldigeInvoer
from app.domain.uwv.begeleidingsuren import (
    UWV_BEGELEIDINGSUREN,
    Sessie,
    Sessiesoort,
    UwvBegeleidingsurenFeiten,
    UwvBegeleidingsurenUitkomst,
    toets_uwv_begeleidingsuren,
)
from app.domain.uwv.dienst import Dienst
from tests.domain.peilen import euro
from tests.domain.uwv.hulp import regels, uwv
from tests.domain.vectoren import Geval, besluit, controleer, gevallen, lees_feiten

GEEN = euro("0.00")
SESSIES = st.lists(
    st.one_of(
        st.builds(
            Sessie,
            minuten=st.integers(1, 1440),
            deelnemers=st.integers(1, 1000),
            soort=st.just(Sessiesoort.ACTIVITEIT),
        ),
        st.builds(
            Sessie,
            minuten=st.integers(1, 1440),
            deelnemers=st.just(1),
            soort=st.sampled_from([Sessiesoort.ADMINISTRATIE, Sessiesoort.OVERHEAD]),
        ),
    ),
    max_size=30,
).map(tuple)
AKKOORD = st.decimals(0, 100, places=2)
MET_UREN = [dienst for dienst in Dienst if not dienst.vaste_prijs]


def sessie(minuten: int, deelnemers: int = 1, soort: Sessiesoort = Sessiesoort.ACTIVITEIT) -> Sessie:
    return Sessie(minuten=minuten, deelnemers=deelnemers, soort=soort)


def administratie(minuten: int) -> Sessie:
    return sessie(minuten, soort=Sessiesoort.ADMINISTRATIE)


def tel(
    *sessies: Sessie, akkoord: str | Decimal = "35.00", dienst: Dienst = Dienst.WERKFIT_MAKEN
) -> UwvBegeleidingsurenUitkomst:
    feiten = UwvBegeleidingsurenFeiten(dienst=dienst, geaccordeerde_uren=Decimal(akkoord), sessies=sessies)
    return toets_uwv_begeleidingsuren(uwv(), feiten).uitkomst


@pytest.mark.parametrize("geval", gevallen("uwv-begeleidingsuren"))
def test_the_sample_cases_of_the_catalogue(geval: Geval) -> None:
    controleer(UWV_BEGELEIDINGSUREN, geval)


def test_the_example_can_be_asked() -> None:
    toets = UWV_BEGELEIDINGSUREN
    uitkomst, _ = besluit(toets, {"peildatum": toets.voorbeeld_peildatum, "feiten": toets.voorbeeld})
    assert uitkomst["urenDeclarabel"] == "1.58"


class TestOptellen:
    def test_an_hour_with_twelve_is_five_minutes_of_each(self) -> None:
        assert tel(sessie(60, 12)).minuten == euro("5.00")

    def test_thousands_of_thirds_and_sevenths_are_added_exactly(self) -> None:
        sessies = [sessie(1, 3), sessie(1, 7), sessie(10, 7)] * 1500
        exact = 1500 * (Fraction(1, 3) + Fraction(11, 7))
        uitkomst = tel(*sessies, akkoord="9999.00")
        assert abs(Fraction(uitkomst.minuten) - exact) <= Fraction(1, 200)
        assert uitkomst.minuten == euro("2857.14")
        assert uitkomst.uren_declarabel == euro("47.62")

    def test_the_order_of_thousands_of_sessions_does_not_matter(self) -> None:
        lot = Random(4)  # noqa: S311  # a test's choice of numbers
        sessies = [sessie(lot.randint(1, 1440), lot.randint(1, 60)) for _ in range(2500)]
        voor = tel(*sessies, akkoord="9999.99")
        lot.shuffle(sessies)
        assert tel(*sessies, akkoord="9999.99") == voor

    def test_three_thirds_of_a_minute_make_one(self) -> None:
        assert tel(*[sessie(1, 3)] * 3).minuten == euro("1.00")

    @pytest.mark.parametrize(
        ("minuten", "deelnemers", "uren"),
        [(3, 10, "0.01"), (29, 100, "0.00"), (15, 10, "0.03"), (9, 10, "0.02"), (1, 1, "0.02")],
    )
    def test_hours_are_rounded_half_up_once(self, minuten: int, deelnemers: int, uren: str) -> None:
        assert tel(sessie(minuten, deelnemers)).uren_declarabel == euro(uren)

    def test_nothing_done_is_nothing_to_claim(self) -> None:
        assert tel() == UwvBegeleidingsurenUitkomst(
            minuten=GEEN,
            administratie_minuten=GEEN,
            uren_declarabel=GEEN,
            overschrijding_minuten=GEEN,
            niet_declarabel_minuten=GEEN,
        )


class TestMaximum:
    @pytest.mark.parametrize("dienst", MET_UREN)
    def test_paperwork_counts_up_to_three_hours_and_at_werkbehoud_one(self, dienst: Dienst) -> None:
        grens = 60 if dienst.werkbehoud else 180
        net, over = (tel(administratie(minuten), dienst=dienst) for minuten in (grens, grens + 1))
        assert (net.administratie_minuten, net.niet_declarabel_minuten) == (Decimal(grens), GEEN)
        assert (over.administratie_minuten, over.niet_declarabel_minuten) == (Decimal(grens), euro("1.00"))
        assert over.minuten == grens + 1
        assert over.uren_declarabel == net.uren_declarabel

    @pytest.mark.parametrize(("minuten", "uren", "over"), [(209, "3.48", 0), (210, "3.50", 0), (211, "3.50", 1)])
    def test_never_above_what_was_approved(self, minuten: int, uren: str, over: int) -> None:
        uitkomst = tel(sessie(minuten), akkoord="3.50")
        assert (uitkomst.uren_declarabel, uitkomst.overschrijding_minuten) == (euro(uren), Decimal(over))

    def test_paperwork_stands_within_the_approved_hours(self) -> None:
        uitkomst = tel(sessie(60), administratie(200), akkoord="2.00")
        assert uitkomst.overschrijding_minuten == euro("120.00")
        assert uitkomst.niet_declarabel_minuten == euro("20.00")

    def test_overhead_is_never_claimed(self) -> None:
        uitkomst = tel(sessie(90, soort=Sessiesoort.OVERHEAD))
        assert (uitkomst.minuten, uitkomst.uren_declarabel, uitkomst.niet_declarabel_minuten) == (
            GEEN,
            GEEN,
            euro("90.00"),
        )


class TestWeigeren:
    def test_a_fixed_price_has_no_hours(self) -> None:
        with pytest.raises(OngeldigeInvoer) as fout:
            tel(dienst=Dienst.PRAKTIJKASSESSMENT)
        assert [(veld.pad, veld.code) for veld in fout.value.fouten] == [("dienst", "vaste-prijs")]

    def test_paperwork_and_overhead_are_of_one_client_and_every_fault_is_named(self) -> None:
        groep = [sessie(60, 2, soort) for soort in Sessiesoort]
        with pytest.raises(OngeldigeInvoer) as fout:
            tel(*groep)
        assert [(veld.pad, veld.code) for veld in fout.value.fouten] == [
            ("sessies[1].deelnemers", "geen-groep"),
            ("sessies[2].deelnemers", "geen-groep"),
        ]

    @pytest.mark.parametrize(
        "anders",
        [{"minuten": 0}, {"minuten": 1441}, {"deelnemers": 0}, {"deelnemers": 1001}, {"soort": "reizen"}],
        ids=str,
    )
    def test_a_session_has_bounds(self, anders: Geval) -> None:
        fout = {"minuten": 60, "deelnemers": 1, "soort": "activiteit", **anders}
        with pytest.raises(ValidationError):
            lees_feiten(UWV_BEGELEIDINGSUREN, {**UWV_BEGELEIDINGSUREN.voorbeeld, "sessies": [fout]})

    def test_approved_hours_are_bounded_by_their_form_alone(self) -> None:
        meeste = {**UWV_BEGELEIDINGSUREN.voorbeeld, "geaccordeerdeUren": "9999999.99"}
        assert lees_feiten(UWV_BEGELEIDINGSUREN, meeste).geaccordeerde_uren == euro("9999999.99")
        for fout in ("10000000.00", "-1.00", "35", "35.5", 35):
            with pytest.raises(ValidationError):
                lees_feiten(UWV_BEGELEIDINGSUREN, {**meeste, "geaccordeerdeUren": fout})

    @pytest.mark.parametrize(("aantal", "mag"), [(5000, True), (5001, False)])
    def test_at_most_five_thousand_sessions(self, aantal: int, mag: bool) -> None:
        sessies = [{"minuten": 1, "deelnemers": 1, "soort": "activiteit"}] * aantal
        feiten = {**UWV_BEGELEIDINGSUREN.voorbeeld, "sessies": sessies}
        if mag:
            assert len(lees_feiten(UWV_BEGELEIDINGSUREN, feiten).sessies) == aantal
        else:
            with pytest.raises(ValidationError):
                lees_feiten(UWV_BEGELEIDINGSUREN, feiten)


def test_the_reason_names_the_cap_and_what_was_approved() -> None:
    feiten = lees_feiten(UWV_BEGELEIDINGSUREN, UWV_BEGELEIDINGSUREN.voorbeeld)
    oordeel = toets_uwv_begeleidingsuren(uwv(), feiten)
    assert regels(oordeel) == ["uwv.uren"]
    assert oordeel.motivering[0].tekst == (
        "Van 95.00 minuten activiteit en administratie (van een groep het deel van de cliënt; administratie ten hoogste"
        " 3 uur) is 1.58 uur declarabel, binnen de 35.00 goedgekeurde uren; overhead telt niet mee."
    )


@given(SESSIES, AKKOORD, st.sampled_from(MET_UREN))
def test_claimable_never_above_approved_and_everything_is_somewhere(
    sessies: tuple[Sessie, ...], akkoord: Decimal, dienst: Dienst
) -> None:
    uitkomst = tel(*sessies, akkoord=akkoord, dienst=dienst)
    assert GEEN <= uitkomst.uren_declarabel <= akkoord
    assert uitkomst.administratie_minuten <= (60 if dienst.werkbehoud else 180)
    alles = sum((Fraction(deel.minuten, deel.deelnemers) for deel in sessies), Fraction(0))
    gedeclareerd = Fraction(uitkomst.uren_declarabel) * 60
    verdeeld = gedeclareerd + Fraction(uitkomst.overschrijding_minuten) + Fraction(uitkomst.niet_declarabel_minuten)
    assert abs(verdeeld - alles) <= Fraction(60, 200) + Fraction(2, 200)


@given(SESSIES, AKKOORD, st.randoms())
def test_no_order_changes_the_sum(sessies: tuple[Sessie, ...], akkoord: Decimal, lot: Random) -> None:
    anders = list(sessies)
    lot.shuffle(anders)
    assert tel(*anders, akkoord=akkoord) == tel(*sessies, akkoord=akkoord)


@given(SESSIES, SESSIES, AKKOORD)
def test_more_work_never_lowers_the_claim(
    eerst: tuple[Sessie, ...], meer: tuple[Sessie, ...], akkoord: Decimal
) -> None:
    assert tel(*eerst, *meer, akkoord=akkoord).uren_declarabel >= tel(*eerst, akkoord=akkoord).uren_declarabel
