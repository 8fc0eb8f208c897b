"""Leaving Matchen, by rule of the catalogue."""

from datetime import date

import pytest

from app.domain.basisdienstverlening.groepswisseling import GroepswisselingFeiten, toets_groepswisseling
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.fouten import OngeldigeInvoer
from tests.domain.basisdienstverlening.groepswisseling.wisselingen import (
    BLIJVEN,
    PEILDATUM,
    WISSELEN,
    advies,
    oordeel,
    regels,
    tekst,
)
from tests.domain.peilen import peil


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
