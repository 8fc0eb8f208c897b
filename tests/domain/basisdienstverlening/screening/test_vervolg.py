from typing import Any

import pytest

from app.domain.basisdienstverlening.diagnose import Diagnose
from app.domain.basisdienstverlening.screening.feiten import DariuzInvullen, Vraag
from tests.domain.basisdienstverlening.screening.gesprekken import grond, regels, screen
from tests.domain.peilen import dag, moment, peil


class TestAmbitiegesprek:
    """iom.screening.ambitiegesprek"""

    @pytest.mark.parametrize(
        ("gesprek_op", "uiterlijk"),
        [
            ("2021-06-15T10:00:00+02:00", "2021-06-22"),
            ("2021-03-29T10:00:00+02:00", "2021-04-07"),
            ("2021-06-18T22:30:00Z", "2021-06-25"),
            ("2021-06-20T21:59:59Z", "2021-06-25"),
            ("2021-06-20T22:00:00Z", "2021-06-28"),
        ],
    )
    def test_is_within_five_working_days_of_the_day_in_amsterdam(self, gesprek_op: str, uiterlijk: str) -> None:
        besluit = screen(gesprek_op=moment(gesprek_op))
        assert besluit.uitkomst.ambitiegesprek_uiterlijk == dag(uiterlijk)

    @pytest.mark.parametrize(("partner", "aantal"), [(False, 1), (True, 2)])
    def test_a_couple_has_two_separate_ones(self, partner: bool, aantal: int) -> None:
        besluit = screen(partner=partner)
        assert besluit.uitkomst.aantal_ambitiegesprekken == aantal
        tekst = grond(besluit, "iom.screening.ambitiegesprek").tekst
        assert ("Twee afzonderlijke" in tekst) is partner

    def test_there_is_none_when_nobody_is_invited(self) -> None:
        besluit = screen(vraag=Vraag.HULP, partner=True)
        assert besluit.uitkomst.aantal_ambitiegesprekken == 0
        assert besluit.uitkomst.ambitiegesprek_uiterlijk is None
        assert "iom.screening.ambitiegesprek" not in regels(besluit)

    @pytest.mark.parametrize(("geboren", "eerder"), [("1994-06-16", True), ("1994-06-15", False)])
    def test_is_rather_earlier_for_who_is_under_27(self, geboren: str, eerder: bool) -> None:
        tekst = grond(screen(geboortedatum=dag(geboren)), "iom.screening.ambitiegesprek").tekst
        assert ("liever eerder" in tekst) is eerder

    def test_rests_on_an_unchecked_age_only_for_who_is_under_27(self) -> None:
        later = peil("2026-06-15")
        jong, oud = screen(later, geboortedatum=dag("2000-01-01")), screen(later)
        assert grond(jong, "iom.screening.ambitiegesprek").keuze
        assert not grond(oud, "iom.screening.ambitiegesprek").keuze


class TestDiagnose:
    """iom.screening.diagnose"""

    @pytest.mark.parametrize(
        ("dariuz", "diagnose"),
        [
            (DariuzInvullen.ZELFSTANDIG, Diagnose.DARIUZ),
            (DariuzInvullen.MET_HULP, Diagnose.DARIUZ_MET_HULP),
        ],
    )
    def test_dariuz_is_filled_in_within_five_calendar_days(self, dariuz: DariuzInvullen, diagnose: Diagnose) -> None:
        besluit = screen(dariuz=dariuz)
        assert besluit.uitkomst.diagnose is diagnose
        assert besluit.uitkomst.diagnose_uiterlijk == dag("2021-06-20")
        hoe = "met hulp" if dariuz is DariuzInvullen.MET_HULP else "zelfstandig"
        assert hoe in grond(besluit, "iom.screening.diagnose").tekst

    @pytest.mark.parametrize(
        ("feit", "waarom"),
        [
            ({"dariuz": DariuzInvullen.NIET}, "kan Dariuz niet invullen"),
            ({"statushouder": True}, "is statushouder"),
            ({"dak_of_thuisloos": True}, "is dak- of thuisloos"),
            ({"lks_jongere": True}, "is jongere met loonkostensubsidie"),
        ],
    )
    def test_the_form_is_used_where_dariuz_does_not_fit(self, feit: dict[str, Any], waarom: str) -> None:
        besluit = screen(**feit)
        assert besluit.uitkomst.diagnose is Diagnose.FORMAT
        assert besluit.uitkomst.diagnose_uiterlijk is None
        assert waarom in grond(besluit, "iom.screening.diagnose").tekst

    @pytest.mark.parametrize("vraag", [Vraag.HULP, Vraag.SCHULD])
    def test_a_day_is_given_also_when_no_talk_follows(self, vraag: Vraag) -> None:
        assert screen(vraag=vraag).uitkomst.diagnose_uiterlijk == dag("2021-06-20")
