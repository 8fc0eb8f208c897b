"""Dated parameters: the value of a day, gaps, and the kinds of value."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.fouten import ParameterOntbreekt
from app.domain.parameter import Inhoud, Parameter, Periode, Waarde

EEN_DAG = timedelta(days=1)
BEGIN, GAT, DAARNA, EIND = date(2021, 1, 1), date(2022, 1, 1), date(2023, 1, 1), date(2023, 12, 31)
PARAMETER = Parameter(
    id="x",
    omschrijving="Een grens.",
    soort="getal",
    eenheid="maanden",
    bron="PB",
    vindplaats="§1",
    gecontroleerd_tot=date(2023, 6, 30),
    perioden=(
        Periode(vanaf=BEGIN, inhoud=6),
        Periode(vanaf=GAT, toelichting="Van 2022 is niets bekend."),
        Periode(vanaf=DAARNA, tot_en_met=EIND, inhoud=7),
    ),
)


class TestPeriode:
    @pytest.mark.parametrize(
        ("dag", "geldt"),
        [(DAARNA - EEN_DAG, False), (DAARNA, True), (EIND, True), (EIND + EEN_DAG, False)],
    )
    def test_both_ends_belong_to_it(self, dag: date, geldt: bool) -> None:
        assert PARAMETER.perioden[2].geldt_op(dag) is geldt

    def test_without_an_end_it_goes_on(self) -> None:
        assert PARAMETER.perioden[0].geldt_op(date(2199, 12, 31))
        assert not PARAMETER.perioden[0].geldt_op(BEGIN - EEN_DAG)


class TestParameter:
    @pytest.mark.parametrize(
        ("dag", "inhoud", "vanaf"),
        [(BEGIN, 6, BEGIN), (GAT - EEN_DAG, 6, BEGIN), (DAARNA, 7, DAARNA), (EIND, 7, DAARNA)],
    )
    def test_a_value_holds_from_its_day_until_the_next_or_its_end(self, dag: date, inhoud: int, vanaf: date) -> None:
        waarde = PARAMETER.op(dag)
        assert (waarde.parameter, waarde.inhoud, waarde.vanaf) == ("x", inhoud, vanaf)

    @pytest.mark.parametrize("dag", [BEGIN - EEN_DAG, GAT, DAARNA - EEN_DAG, EIND + EEN_DAG])
    def test_a_day_without_a_value_is_told_by_parameter_and_day(self, dag: date) -> None:
        with pytest.raises(ParameterOntbreekt) as fout:
            PARAMETER.op(dag)
        assert (fout.value.parameter, fout.value.op) == ("x", dag)
        assert fout.value.detail.startswith(f"Parameter x heeft geen waarde op {dag.isoformat()}.")

    @pytest.mark.parametrize(
        ("dag", "heeft"),
        [
            (BEGIN - EEN_DAG, False),
            (BEGIN, True),
            (GAT - EEN_DAG, True),
            (GAT, False),
            (DAARNA - EEN_DAG, False),
            (DAARNA, True),
            (EIND, True),
            (EIND + EEN_DAG, False),
        ],
    )
    def test_it_has_a_value_on_the_days_on_which_it_answers(self, dag: date, heeft: bool) -> None:
        assert PARAMETER.heeft_waarde(dag) is heeft

    def test_a_named_gap_says_why(self) -> None:
        with pytest.raises(ParameterOntbreekt) as fout:
            PARAMETER.op(GAT)
        assert fout.value.detail == "Parameter x heeft geen waarde op 2022-01-01. Van 2022 is niets bekend."

    def test_before_the_first_value_there_is_nothing_to_add(self) -> None:
        with pytest.raises(ParameterOntbreekt) as fout:
            PARAMETER.op(date(2020, 12, 31))
        assert fout.value.detail == "Parameter x heeft geen waarde op 2020-12-31."

    @pytest.mark.parametrize(("dag", "onzeker"), [(date(2023, 6, 30), False), (date(2023, 7, 1), True)])
    def test_after_the_day_of_checking_a_value_is_uncertain(self, dag: date, onzeker: bool) -> None:
        assert PARAMETER.op(dag).onzeker is onzeker

    def test_without_a_statute_behind_it_a_value_is_certain(self) -> None:
        assert not replace(PARAMETER, gecontroleerd_tot=None).op(EIND).onzeker

    def test_a_provisional_value_is_uncertain_from_its_first_day(self) -> None:
        voorlopig = replace(PARAMETER, perioden=(Periode(vanaf=BEGIN, inhoud=6, voorlopig=True),))
        assert voorlopig.op(BEGIN).onzeker
        assert voorlopig.op(DAARNA).onzeker

    @given(
        st.lists(st.tuples(st.integers(0, 60), st.none() | st.integers(0, 9), st.booleans()), min_size=1, max_size=6),
        st.integers(-5, 80),
    )
    def test_never_the_nearest_value(self, delen: list[tuple[int, int | None, bool]], na: int) -> None:
        begin = {start: (inhoud, kort) for start, inhoud, kort in delen}
        perioden = tuple(
            Periode(vanaf=_na(start), tot_en_met=_na(start) if kort else None, inhoud=inhoud)
            for start, (inhoud, kort) in sorted(begin.items())
        )
        laatste = max((start for start in begin if start <= na), default=None)
        inhoud, kort = begin[laatste] if laatste is not None else (None, False)
        gesteld = replace(PARAMETER, perioden=perioden)
        if inhoud is None or (kort and laatste != na):
            assert not gesteld.heeft_waarde(_na(na))
            with pytest.raises(ParameterOntbreekt):
                gesteld.op(_na(na))
        else:
            assert gesteld.heeft_waarde(_na(na))
            assert gesteld.op(_na(na)).getal == inhoud


def _na(dagen: int) -> date:
    return BEGIN + timedelta(days=dagen)


class TestWaarde:
    @pytest.mark.parametrize(
        ("soort", "inhoud", "gelezen"),
        [
            ("getal", 6, 6),
            ("bedrag", Decimal("1052.32"), Decimal("1052.32")),
            ("tekst", "normaal", "normaal"),
            ("namen", ("lochem", "raalte"), ("lochem", "raalte")),
            ("namen", (), ()),
            ("dagen", (BEGIN, EIND), frozenset({BEGIN, EIND})),
            ("dagen", (), frozenset()),
        ],
    )
    def test_each_kind_reads_as_itself(self, soort: str, inhoud: Inhoud, gelezen: object) -> None:
        assert getattr(Waarde("x", inhoud, BEGIN, onzeker=False), soort) == gelezen

    @pytest.mark.parametrize(
        ("soort", "inhoud", "woorden"),
        [
            ("getal", Decimal("6.00"), "x is geen geheel getal"),
            ("bedrag", 6, "x is geen bedrag"),
            ("tekst", 6, "x is geen tekst"),
            ("namen", "lochem", "x is geen lijst van namen"),
            ("dagen", "2021-01-01", "x is geen lijst van dagen"),
        ],
    )
    def test_another_kind_is_a_fault_of_the_policy_file(self, soort: str, inhoud: Inhoud, woorden: str) -> None:
        with pytest.raises(TypeError, match=f"^{woorden}$"):
            getattr(Waarde("x", inhoud, BEGIN, onzeker=False), soort)
