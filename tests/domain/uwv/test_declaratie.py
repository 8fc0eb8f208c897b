"""Claims: exact time per activity, hours within what was approved, and a price of which every cent is explained."""

import random
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.beleid import Peil
from app.domain.fouten import ParameterOntbreekt
from app.domain.uwv.begeleidingsuren import Sessiesoort
from app.domain.uwv.declaratie import Declaratie, declaratie_van
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.einde import Beeindiging, Eindreden
from app.domain.uwv.order.sessie import Begeleidingssessie, Sessieintrekking
from app.domain.uwv.order.sessietijd import per_activiteit
from tests.domain import peilen
from tests.domain.peilen import euro
from tests.domain.uwv.hulp import uwv
from tests.domain.uwv.order.gebeurtenissen import SESSIE
from tests.domain.uwv.order.hulp_document import INKOOP, NU, order

A, ADMIN, OVERHEAD = Sessiesoort.ACTIVITEIT, Sessiesoort.ADMINISTRATIE, Sessiesoort.OVERHEAD


def sessie(minuten: int, deelnemers: int = 1, soort: Sessiesoort = A, **anders: Any) -> Begeleidingssessie:
    return replace(SESSIE, minuten=minuten, deelnemers=deelnemers, soort=soort, **anders)


def met_prijs(prijs: str, dienst: str = "werkfit_maken", soort: str = "uurtarief") -> Peil:
    """Version 7.1 with a price that it does not hold itself."""
    beleid = peilen.met_waarde(peilen.boek().set("uwv-7.1"), f"uwv.dienst.{dienst}.{soort}", Decimal(prijs))
    return peilen.peil("2025-07-01", beleid)


def som(declaratie: Declaratie, veld: str) -> Decimal:
    return sum((getattr(regel, veld) for regel in declaratie.regels), Decimal(0))


def gronden(declaratie: Declaratie) -> dict[str, str]:
    return {grond.regel: grond.tekst for grond in declaratie.motivering}


class TestTijd:
    def test_an_hour_with_twelve_is_five_minutes(self) -> None:
        (tijd,) = per_activiteit([sessie(60, 12)])
        assert (tijd.minuten, tijd.exact, tijd.uren) == (euro("5.00"), "5", euro("0.08"))
        assert tijd.sessies[0].aandeel == "5"

    def test_what_cannot_be_written_in_hundredths_stays_exact(self) -> None:
        (tijd,) = per_activiteit([sessie(20, 3), sessie(20, 3), sessie(20, 3, id=UUID(int=9))])
        assert (tijd.minuten, tijd.exact) == (euro("20.00"), "20")
        assert {deel.aandeel for deel in tijd.sessies} == {"20/3"}

    def test_activities_come_apart_paperwork_and_overhead_after_them(self) -> None:
        tijden = per_activiteit(
            [
                sessie(5, soort=OVERHEAD, activiteit="Factuur"),
                sessie(10, soort=ADMIN, activiteit="Plan"),
                sessie(30, activiteit="Stage"),
                sessie(45),
            ]
        )
        assert [(tijd.activiteit, tijd.soort) for tijd in tijden] == [
            ("Stage", A),
            ("Training", A),
            ("Plan", ADMIN),
            ("Factuur", OVERHEAD),
        ]

    def test_a_session_that_was_withdrawn_counts_nowhere(self) -> None:
        weg = sessie(60, intrekking=Sessieintrekking(reden="Dubbel.", door="x", op=NU))
        assert per_activiteit([weg]) == ()
        assert declaratie_van(uwv(), order(), [weg]).uren == euro("0.00")

    def test_thousands_of_odd_fractions_are_exact_in_any_order(self) -> None:
        sessies = [
            sessie(1 + n * 37 % 1440, 1 + n * 53 % 1000, id=UUID(int=n), activiteit="abc"[n % 3]) for n in range(5000)
        ]
        eerst = per_activiteit(sessies)
        for tijd in eerst:
            eigen = [s for s in sessies if s.activiteit == tijd.activiteit]
            assert Fraction(tijd.exact) == sum(Fraction(s.minuten, s.deelnemers) for s in eigen)
        assert per_activiteit(sessies[2500:] + sessies[2499::-1]) == eerst


class TestPrijs:
    def test_without_a_rate_the_hours_stand_and_the_missing_parameter_is_named(self) -> None:
        declaratie = declaratie_van(uwv("2025-07-01"), order(), [sessie(90)])
        assert (declaratie.uren, declaratie.bedrag, declaratie.geaccordeerde_uren) == (euro("1.50"), None, 26)
        (regel,) = declaratie.regels
        assert (regel.uren, regel.tarief, regel.bedrag) == (euro("1.50"), None, None)
        tekst = gronden(declaratie)["uwv.vergoeding"]
        assert "uwv.dienst.werkfit_maken.uurtarief heeft geen waarde" in tekst

    def test_the_whole_is_rounded_once_and_the_lines_add_up(self) -> None:
        sessies = [sessie(620, activiteit="a"), sessie(80, soort=ADMIN, activiteit="Plan")]
        declaratie = declaratie_van(met_prijs("61.07"), order(), sessies)
        assert declaratie.uren == som(declaratie, "uren") == euro("11.67")
        assert declaratie.bedrag == som(declaratie, "bedrag") == euro("712.69")  # 11,67 x 61,07 = 712,6869
        assert [(r.regel, r.uren, r.tarief, r.bedrag) for r in declaratie.regels] == [
            ("uwv.uren", euro("10.33"), euro("61.07"), euro("630.85")),
            ("uwv.uren", euro("1.34"), euro("61.07"), euro("81.84")),
        ]
        afronding = declaratie.motivering[-1]
        assert afronding.keuze
        assert "één keer afgerond" in afronding.tekst

    def test_half_a_cent_goes_up(self) -> None:
        assert declaratie_van(met_prijs("0.01"), order(), [sessie(30)]).bedrag == euro("0.01")

    def test_never_more_than_approved_and_paperwork_takes_what_is_left(self) -> None:
        sessies = [sessie(1440, activiteit="a"), sessie(1440, activiteit="b"), sessie(60, soort=ADMIN)]
        declaratie = declaratie_van(met_prijs("100.00"), order(), sessies)
        assert [regel.uren for regel in declaratie.regels] == [euro("24.00"), euro("2.00"), euro("0.00")]
        assert declaratie.bedrag == euro("2600.00")
        assert declaratie.berekening is not None
        assert declaratie.berekening.overschrijding_minuten == euro("1380.00")

    def test_paperwork_is_capped_and_overhead_is_no_line(self) -> None:
        sessies = [sessie(240, soort=ADMIN), sessie(600, soort=OVERHEAD)]
        declaratie = declaratie_van(met_prijs("100.00"), order(), sessies)
        assert [(regel.uren, regel.tekst) for regel in declaratie.regels] == [
            (euro("3.00"), "Administratie: 180.00 minuten")
        ]

    def test_a_session_after_an_end_that_was_dated_back_is_claimed_nor_shown(self) -> None:
        sessies = [sessie(60), sessie(600, gehouden_op=date(2025, 8, 2), id=UUID(int=9))]
        declaratie = declaratie_van(met_prijs("100.00"), order(beeindigd_op=date(2025, 8, 1)), sessies)
        assert (declaratie.uren, declaratie.bedrag) == (euro("1.00"), euro("100.00"))
        assert [tijd.exact for tijd in declaratie.per_activiteit] == ["60"]
        assert "1 sessie telt niet mee" in declaratie.motivering[1].tekst

    def test_no_plan_agreed_is_nothing_to_claim(self) -> None:
        for dienst in (Dienst.WERKFIT_MAKEN, Dienst.PRAKTIJKASSESSMENT):
            niets = order(dienst=dienst, inkoop=None, start_op=None, einddatum=None)
            declaratie = declaratie_van(met_prijs("100.00"), niets, [sessie(120, soort=ADMIN)])
            assert (declaratie.bedrag, declaratie.regels, declaratie.geaccordeerde_uren) == (euro("0.00"), (), None)
            assert declaratie.uren == (None if dienst.vaste_prijs else euro("0.00"))
            assert "kunnen niet worden gedeclareerd" in gronden(declaratie)["uwv.plan.herstel"]

    def test_a_praktijkassessment_has_a_fixed_price(self) -> None:
        vast = order(dienst=Dienst.PRAKTIJKASSESSMENT, inkoop=replace(INKOOP, uren=None, doorlooptijd_maanden=4))
        zonder = declaratie_van(uwv("2025-07-01"), vast, [sessie(60)])
        assert (zonder.uren, zonder.bedrag, zonder.regels[0].bedrag) == (None, None, None)
        assert "praktijkassessment.vaste_prijs heeft geen waarde" in gronden(zonder)["uwv.vergoeding"]
        declaratie = declaratie_van(met_prijs("1250.00", "praktijkassessment", "vaste_prijs"), vast, [sessie(60)])
        (regel,) = declaratie.regels
        assert (declaratie.bedrag, regel.bedrag, regel.uren, regel.tarief) == (euro("1250.00"),) * 2 + (None, None)
        assert declaratie.berekening is None
        assert declaratie.per_activiteit[0].minuten == euro("60.00")

    def test_of_an_early_return_the_share_is_not_held(self) -> None:
        einde = Beeindiging(
            beeindigd_op=date(2025, 8, 1), reden=Eindreden.TERUGMELDING, toelichting=None, door="x", op=NU
        )
        declaratie = declaratie_van(met_prijs("100.00"), order(beeindiging=einde), [sessie(60)])
        assert (declaratie.uren, declaratie.bedrag) == (euro("1.00"), None)
        assert "Trede niet heeft" in gronden(declaratie)["uwv.terugmelding"]
        gewoon = replace(einde, reden=Eindreden.DOORLOOPTIJD)
        assert declaratie_van(met_prijs("100.00"), order(beeindiging=gewoon), [sessie(60)]).bedrag == euro("100.00")

    def test_a_version_whose_hours_are_not_held_says_so(self) -> None:
        with pytest.raises(ParameterOntbreekt):
            declaratie_van(peilen.peil("2024-07-01", "uwv-6.2"), order(), [sessie(60)])


SESSIES = st.lists(
    st.one_of(
        st.builds(sessie, st.integers(1, 1440), st.integers(1, 1000), activiteit=st.sampled_from("abc")),
        st.builds(sessie, st.integers(1, 1440), st.just(1), st.sampled_from([ADMIN, OVERHEAD])),
    ),
    max_size=40,
)


@settings(max_examples=200, deadline=None)
@given(sessies=SESSIES, uren=st.integers(1, 60), tarief=st.decimals("0.01", "250.00", places=2), kans=st.randoms())
def test_every_cent_adds_up_and_no_order_of_sessions_matters(
    sessies: list[Begeleidingssessie], uren: int, tarief: Decimal, kans: random.Random
) -> None:
    wat = order(inkoop=replace(INKOOP, uren=uren))
    declaratie = declaratie_van(met_prijs(str(tarief)), wat, sessies)
    assert declaratie.uren is not None
    assert declaratie.uren <= uren
    assert declaratie.uren == som(declaratie, "uren")
    assert declaratie.bedrag == som(declaratie, "bedrag")
    assert declaratie.bedrag == (declaratie.uren * tarief).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert all(regel.uren >= 0 and regel.bedrag >= 0 for regel in declaratie.regels)  # type: ignore[operator]  # priced
    exact = sum((Fraction(s.minuten, s.deelnemers) for s in sessies if s.soort is A), Fraction(0))
    activiteiten = [Fraction(tijd.exact) for tijd in declaratie.per_activiteit if tijd.soort is A]
    assert sum(activiteiten, Fraction(0)) == exact
    anders = list(sessies)
    kans.shuffle(anders)
    opnieuw = declaratie_van(met_prijs(str(tarief)), wat, anders)
    assert (opnieuw.uren, opnieuw.bedrag, opnieuw.regels) == (declaratie.uren, declaratie.bedrag, declaratie.regels)
