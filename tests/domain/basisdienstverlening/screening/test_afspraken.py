from datetime import UTC

import pytest

from app.domain.basisdienstverlening.screening.afspraken import herinner_aanvultermijn
from app.domain.basisdienstverlening.screening.feiten import Vraag
from app.domain.fouten import OngeldigeInvoer
from tests.domain.basisdienstverlening.screening.gesprekken import grond, screen
from tests.domain.peilen import boek, dag, met_waarde, moment, peil


class TestWerkdagen:
    """termijn.werkdag, termijn.werkdagen, wet.atw.feestdagen"""

    def test_how_days_are_counted_is_named_with_the_holidays_that_are_passed_over(self) -> None:
        besluit = screen(gesprek_op=moment("2021-03-23T04:38:00+01:00"))
        assert grond(besluit, "termijn.werkdag").keuze
        feestdagen = "2 april 2021 (Goede Vrijdag) en 5 april 2021 (Tweede Paasdag)"
        assert grond(besluit, "wet.atw.feestdagen").tekst == f"Als feestdag gelden: {feestdagen}."
        telling = "Werkdagen zijn geteld vanaf 23 maart 2021, die dag zelf niet meegerekend."
        assert grond(besluit, "termijn.werkdagen").tekst == telling


class TestStukken:
    """iom.screening.stukken"""

    @pytest.mark.parametrize("vraag", list(Vraag))
    def test_papers_are_in_after_five_working_days_and_missed_after_four(self, vraag: Vraag) -> None:
        uitkomst = screen(vraag=vraag, inkomen_tot120_wml=False).uitkomst
        assert uitkomst.stukken_uiterlijk == dag("2021-06-22")
        assert uitkomst.nabellen_op == dag("2021-06-21")

    def test_the_sms_goes_the_day_before_the_aanvultermijn_ends(self) -> None:
        assert herinner_aanvultermijn(peil(), dag("2021-03-01")) == dag("2021-02-28")

    def test_the_council_can_send_the_sms_earlier(self) -> None:
        anders = met_waarde(boek().set("deventer-2021"), "iom.screening.herinnering_aanvultermijn.dagen", 3)
        assert herinner_aanvultermijn(peil(beleid=anders), dag("2021-03-01")) == dag("2021-02-26")


class TestRapportage:
    """iom.screening.rapportage"""

    @pytest.mark.parametrize(
        ("gesprek_op", "uiterlijk"),
        [
            ("2021-06-15T10:00:00+02:00", "2021-06-17T08:00:00+00:00"),
            ("2021-03-27T10:00:00+01:00", "2021-03-29T09:00:00+00:00"),
            ("2021-10-30T10:00:00+02:00", "2021-11-01T08:00:00+00:00"),
        ],
    )
    def test_is_due_48_clock_hours_after_the_talk_also_when_the_clock_changes(
        self, gesprek_op: str, uiterlijk: str
    ) -> None:
        gevonden = screen(gesprek_op=moment(gesprek_op)).uitkomst.rapportage_uiterlijk
        assert gevonden == moment(uiterlijk)
        assert gevonden.tzinfo is UTC


class TestInkomensafspraak:
    """iom.screening.inkomensafspraak"""

    def test_lies_from_the_fifth_through_the_tenth_working_day(self) -> None:
        besluit = screen(gesprek_op=moment("2021-03-23T04:38:00+01:00"))
        assert besluit.uitkomst.inkomensafspraak_van == dag("2021-03-30")
        assert besluit.uitkomst.inkomensafspraak_tot == dag("2021-04-08")
        assert grond(besluit, "iom.screening.inkomensafspraak").keuze


def test_a_talk_whose_days_leave_the_calendar_is_refused_on_its_moment() -> None:
    with pytest.raises(OngeldigeInvoer) as gevangen:
        screen(gesprek_op=moment("2199-12-31T10:00:00Z"))
    assert gevangen.value.fouten[0].pad == "gesprek_op"
