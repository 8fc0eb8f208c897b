import pytest

from app.domain.basisdienstverlening.diagnose import Diagnose
from app.domain.fouten import OngeldigeInvoer
from tests.domain.basisdienstverlening.ambitiegesprek.gesprekken import bereid_voor, regels, tekst
from tests.domain.peilen import dag, moment


class TestHerinnering:
    """iom.ambitie.herinnering"""

    @pytest.mark.parametrize("diagnose", [Diagnose.DARIUZ, Diagnose.DARIUZ_MET_HULP])
    @pytest.mark.parametrize(
        ("gesprek_op", "dariuz_op", "sms_op"),
        [
            ("2021-06-15T10:00:00+02:00", "2021-06-10", "2021-06-14"),
            ("2021-04-08T10:00:00+02:00", "2021-04-01", "2021-04-07"),
            ("2021-06-14T22:30:00Z", "2021-06-10", "2021-06-14"),
        ],
    )
    def test_dariuz_is_recalled_three_working_days_before_and_the_talk_a_day_before(
        self, diagnose: Diagnose, gesprek_op: str, dariuz_op: str, sms_op: str
    ) -> None:
        oordeel = bereid_voor(gesprek_op=moment(gesprek_op), diagnose=diagnose)
        assert oordeel.uitkomst.herinnering_diagnose_op == dag(dariuz_op)
        assert oordeel.uitkomst.herinnering_gesprek_op == dag(sms_op)
        assert "Dariuz" in tekst(oordeel, "iom.ambitie.herinnering")

    def test_counting_back_names_what_is_passed_over_and_nothing_in_a_plain_week(self) -> None:
        pasen = bereid_voor(gesprek_op=moment("2021-04-08T10:00:00+02:00"))
        assert tekst(pasen, "wet.atw.feestdagen") == (
            "Als feestdag gelden: 2 april 2021 (Goede Vrijdag) en 5 april 2021 (Tweede Paasdag)."
        )
        assert "geteld vanaf 8 april 2021" in tekst(pasen, "termijn.werkdagen")
        gewoon = regels(bereid_voor(gesprek_op=moment("2021-06-17T10:00:00+02:00")))
        assert gewoon[:2] == ["termijn.werkdagen", "iom.ambitie.herinnering"]

    def test_the_form_needs_no_reminder(self) -> None:
        oordeel = bereid_voor(diagnose=Diagnose.FORMAT)
        assert oordeel.uitkomst.herinnering_diagnose_op is None
        assert oordeel.uitkomst.herinnering_gesprek_op == dag("2021-06-14")
        assert "Dariuz" not in tekst(oordeel, "iom.ambitie.herinnering")
        assert "termijn.werkdagen" not in regels(oordeel)


def test_a_talk_whose_reminders_leave_the_calendar_is_refused_on_its_moment() -> None:
    with pytest.raises(OngeldigeInvoer) as gevangen:
        bereid_voor(gesprek_op=moment("1900-01-01T10:00:00Z"), geboortedatum=dag("1900-01-01"))
    assert [fout.pad for fout in gevangen.value.fouten] == ["gesprek_op"]
