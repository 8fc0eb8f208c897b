"""What a service must know of its client, and what belongs to other services."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.uwv.dienst import Clientsoort, Dienst
from app.domain.uwv.order.orderclient import Orderclient, clientfouten, clientgronden

KAAL = Orderclient(clientsoort=Clientsoort.WW)
MAATSCHAPPELIJK = (Dienst.PARTICIPATIE_INTERVENTIE, Dienst.BEVORDEREN_MAATSCHAPPELIJKE_DEELNAME)
BIJ_SCHOLING = (Dienst.BEGELEIDING_BIJ_SCHOLING,)
WERKBEHOUD = (Dienst.WERKBEHOUD_LOONDIENST, Dienst.WERKBEHOUD_ZELFSTANDIGE)
EIGEN: tuple[tuple[str, Any, tuple[Dienst, ...], str, bool], ...] = (
    ("betaald_werk_bereikbaar", True, MAATSCHAPPELIJK, "uwv.betaald_werk", True),
    ("scholing_goedgekeurd_op", date(2025, 3, 3), BIJ_SCHOLING, "uwv.scholing", True),
    ("scholing_maanden", 6, BIJ_SCHOLING, "uwv.doorlooptijd", False),
    ("scholing_weken", 26, BIJ_SCHOLING, "uwv.dienst", False),
    ("hervatting_op", date(2025, 3, 3), WERKBEHOUD, "uwv.werkbehoud.max", True),
)
"""Field, value, its services, its rule, and whether it must be given."""


def fouten(dienst: Dienst, client: Orderclient, veld: str) -> list[tuple[str, str]]:
    """Of one field, with its code and whether the rule is named."""
    return [(fout.code, fout.detail) for fout in clientfouten(dienst, client) if fout.pad == veld]


@pytest.mark.parametrize(("veld", "waarde", "diensten", "regel", "verplicht"), EIGEN)
@pytest.mark.parametrize("soort", Clientsoort)
def test_a_fact_belongs_to_its_own_services_whatever_the_kind_of_client(
    veld: str, waarde: Any, diensten: tuple[Dienst, ...], regel: str, verplicht: bool, soort: Clientsoort
) -> None:
    zonder = replace(KAAL, clientsoort=soort)
    met = replace(zonder, **{veld: waarde})
    for dienst in Dienst:
        eigen = dienst in diensten
        (code, tekst), *_ = [*fouten(dienst, zonder if eigen else met, veld), ("", regel)]
        assert code == (("verplicht" if verplicht else "") if eigen else "niet-van-toepassing")
        assert regel in tekst
        assert fouten(dienst, met if eigen else zonder, veld) == []


def test_the_services_that_a_fact_belongs_to_are_named() -> None:
    ((_, tekst),) = fouten(Dienst.NAAR_WERK, replace(KAAL, betaald_werk_bereikbaar=False), "betaald_werk_bereikbaar")
    assert "Participatie interventie en Bevorderen maatschappelijke deelname" in tekst


@pytest.mark.parametrize("dienst", MAATSCHAPPELIJK)
def test_without_paid_work_in_the_end_the_service_is_not_given(dienst: Dienst) -> None:
    (fout,) = clientfouten(dienst, replace(KAAL, betaald_werk_bereikbaar=False))
    assert (fout.pad, fout.code) == ("betaald_werk_bereikbaar", "niet-bereikbaar")
    assert "(uwv.betaald_werk)" in fout.detail


def test_what_uwv_declared_are_reasons_of_the_werkplan() -> None:
    assert list(clientgronden(KAAL)) == []
    client = replace(KAAL, betaald_werk_bereikbaar=True, scholing_goedgekeurd_op=date(2025, 3, 3))
    werk, scholing = clientgronden(client)
    assert (werk.regel, scholing.regel) == ("uwv.betaald_werk", "uwv.scholing")
    assert scholing.tekst == "UWV keurde de scholing goed op 3 maart 2025."
