"""Leaving Groeien, by rule of the catalogue."""

import pytest

from app.domain.basisdienstverlening.klantgroep import Klantgroep, Participatie
from tests.domain.basisdienstverlening.groepswisseling.wisselingen import (
    BLIJVEN,
    WISSELEN,
    advies,
    oordeel,
    regels,
    tekst,
)


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
