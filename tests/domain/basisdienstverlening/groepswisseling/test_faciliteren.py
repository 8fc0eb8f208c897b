"""Leaving Faciliteren, by rule of the catalogue."""

from datetime import date
from typing import Any

import pytest

from app.domain.basisdienstverlening.klantgroep import Klantgroep
from tests.domain.basisdienstverlening.groepswisseling.wisselingen import (
    BEOORDELEN,
    BLIJVEN,
    WISSELEN,
    advies,
    oordeel,
    regels,
    tekst,
)


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
