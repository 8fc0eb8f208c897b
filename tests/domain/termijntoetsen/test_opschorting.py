import pytest

from app.domain.fouten import OngeldigeInvoer
from app.domain.termijntoetsen.opschorting import Opschorting, op_volgorde
from tests.domain.peilen import dag


def opschorting(verzoek: str, tot: str, aangevuld: str | None = None) -> Opschorting:
    return Opschorting(
        verzoek_op=dag(f"2021-{verzoek}"),
        hersteltermijn_tot=dag(f"2021-{tot}"),
        aangevuld_op=dag(f"2021-{aangevuld}") if aangevuld else None,
    )


def fouten(*delen: Opschorting, vanaf: str = "2021-03-01") -> list[tuple[str, str]]:
    with pytest.raises(OngeldigeInvoer) as fout:
        op_volgorde(delen, dag(vanaf))
    return [(veld.pad, veld.code) for veld in fout.value.fouten]


class TestStilstand:
    @pytest.mark.parametrize(
        ("deel", "dagen"),
        [
            (opschorting("03-10", "03-20"), 10),  # unused: its last day counted
            (opschorting("03-10", "03-20", "03-15"), 4),  # the day of completing not counted
            (opschorting("03-10", "03-20", "03-20"), 9),  # completed on the last day: still in time
            (opschorting("03-10", "03-20", "03-21"), 10),  # too late is unused
            (opschorting("03-10", "03-20", "03-11"), 0),
            (opschorting("03-10", "03-20", "03-10"), 0),  # completed on the day of the request
            (opschorting("03-10", "03-10"), 0),
        ],
    )
    def test_runs_from_the_day_after_the_request(self, deel: Opschorting, dagen: int) -> None:
        assert deel.dagen == dagen


class TestVolgorde:
    def test_the_order_of_giving_does_not_matter(self) -> None:
        eerst, later = opschorting("03-10", "03-20"), opschorting("03-25", "03-30")
        assert op_volgorde((later, eerst), dag("2021-03-01")) == (eerst, later)

    def test_a_request_on_the_day_that_the_one_before_ends_is_no_overlap(self) -> None:
        ongebruikt, volgende = opschorting("03-10", "03-20"), opschorting("03-20", "03-25")
        aangevuld = opschorting("03-10", "03-30", "03-20")
        assert op_volgorde((ongebruikt, volgende), dag("2021-03-01")) == (ongebruikt, volgende)
        assert op_volgorde((aangevuld, volgende), dag("2021-03-01")) == (aangevuld, volgende)

    def test_two_requests_on_one_day_fit_when_the_first_was_met_at_once(self) -> None:
        gevuld, open_ = opschorting("03-10", "03-20", "03-10"), opschorting("03-10", "03-20")
        assert op_volgorde((open_, gevuld), dag("2021-03-01")) == (gevuld, open_)

    def test_overlap_names_the_later_request(self) -> None:
        eerst, later = opschorting("03-10", "03-20"), opschorting("03-19", "03-25")
        assert fouten(eerst, later) == [("opschortingen[1].verzoek_op", "overlap")]
        assert fouten(later, eerst) == [("opschortingen[0].verzoek_op", "overlap")]

    def test_completed_too_late_the_suspension_had_already_ended(self) -> None:
        te_laat, volgende = opschorting("03-10", "03-20", "03-28"), opschorting("03-22", "03-25")
        assert op_volgorde((te_laat, volgende), dag("2021-03-01")) == (te_laat, volgende)

    def test_nothing_ends_before_it_starts(self) -> None:
        deel = opschorting("03-10", "03-09", "03-08")
        assert fouten(deel) == [
            ("opschortingen[0].hersteltermijn_tot", "voor-verzoek"),
            ("opschortingen[0].aangevuld_op", "voor-verzoek"),
        ]

    def test_nothing_starts_before_the_term(self) -> None:
        deel = opschorting("03-10", "03-20")
        assert fouten(deel, vanaf="2021-03-11") == [("opschortingen[0].verzoek_op", "voor-termijn")]
        assert op_volgorde((deel,), dag("2021-03-10")) == (deel,)
