"""A policy set on a day: it answers by parameter and remembers what was asked."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.beleid import Beleidsset
from app.domain.fouten import ParameterOntbreekt
from app.domain.parameter import Parameter, Periode

BEGIN, GAT, DAARNA = date(2021, 1, 1), date(2022, 1, 1), date(2023, 1, 1)
PARAMETER = Parameter(
    id="x",
    omschrijving="Een grens.",
    soort="getal",
    eenheid="maanden",
    bron="PB",
    vindplaats="§1",
    gecontroleerd_tot=None,
    perioden=(
        Periode(vanaf=BEGIN, inhoud=6),
        Periode(vanaf=GAT, toelichting="Van 2022 is niets bekend."),
        Periode(vanaf=DAARNA, inhoud=7),
    ),
)
BELEID = Beleidsset(id="a", titel="A", omschrijving="A.", omvat=(), parameters={"x": PARAMETER})


class TestPeil:
    def test_it_answers_for_its_own_day(self) -> None:
        assert [BELEID.op(dag)["x"].getal for dag in (BEGIN, DAARNA)] == [6, 7]

    def test_a_parameter_that_the_policy_does_not_know_is_told(self) -> None:
        with pytest.raises(ParameterOntbreekt) as fout:
            BELEID.op(BEGIN)["y"]
        assert fout.value.detail == "Parameter y heeft geen waarde op 2021-01-01. Beleid a kent haar niet."

    def test_it_remembers_each_value_once_in_the_order_of_asking(self) -> None:
        ander = replace(PARAMETER, id="y")
        peil = replace(BELEID, parameters={"x": PARAMETER, "y": ander}).op(BEGIN)
        gevraagd = [peil[naam] for naam in ("y", "x", "y")]
        assert peil.geraadpleegd == (gevraagd[0], gevraagd[1])
        assert gevraagd[2] is gevraagd[0]

    def test_what_was_not_there_is_not_remembered(self) -> None:
        peil = BELEID.op(GAT)
        with pytest.raises(ParameterOntbreekt):
            peil["x"]
        assert peil.geraadpleegd == ()
        assert peil.peildatum == GAT

    @pytest.mark.parametrize(("dag", "bekend"), [(BEGIN, True), (GAT, False), (DAARNA, True)])
    def test_it_tells_whether_it_holds_a_value_and_does_not_remember_that(self, dag: date, bekend: bool) -> None:
        peil = BELEID.op(dag)
        assert ("x" in peil) is bekend
        assert "y" not in peil
        assert peil.geraadpleegd == ()
