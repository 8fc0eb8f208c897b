"""The versions of UWV's Overzicht Re-integratiediensten: their days, and every figure of 7.1 against a table."""

from datetime import date, timedelta

import pytest

from app.beleid.beleidsboek import Beleidsboek
from app.beleid.loader import laad_sets, standaard_map
from app.domain.beleid import Beleidsset
from app.domain.fouten import ParameterOntbreekt

EEN_DAG = timedelta(days=1)
LANG_DAARNA = date(2199, 12, 31)
# first and last day on which a version answers: on a day that two versions share, the later one does
VERSIES = {
    "1.1": ("2016-07-01", "2017-09-30"),
    "2.0": ("2017-10-01", "2018-02-28"),
    "3.0": ("2018-03-01", "2019-04-30"),
    "4.0": ("2019-05-01", "2019-05-31"),
    "4.1": ("2019-06-01", "2020-06-30"),
    "5.0": ("2020-07-01", "2021-03-31"),
    "6.0": ("2021-04-01", "2022-12-31"),
    "6.1": ("2023-01-01", "2023-03-31"),
    "6.2": ("2023-04-01", "2024-12-31"),
    "7.1": ("2025-01-01", "2199-12-31"),
}
GEDEELD = [date(2019, 6, 1), date(2025, 1, 1)]
DIENSTEN = {
    # service: hours, exceptional hours, months, hours of paperwork, trede, trede that it aims at
    "participatie_interventie": (21, None, 5, 3, 1, 2),
    "bevorderen_maatschappelijke_deelname": (21, None, 5, 3, 2, 3),
    "begeleiding_bij_scholing": (49, None, 12, 3, None, None),
    "werkfit_maken": (41, 60, 18, 3, None, 4),
    "naar_werk": (26, 40, 9, 3, None, 5),
    "praktijkassessment": (None, None, 4, None, None, None),
    "werkbehoud": (18, None, 3, 1, None, None),
}
NAMEN = ("uren", "uren_uitzonderlijk", "maanden", "administratie_uren", "trede", "doel_trede")
CIJFERS = {
    **{
        f"uwv.dienst.{dienst}.{naam}": cijfer
        for dienst, cijfers in DIENSTEN.items()
        for naam, cijfer in zip(NAMEN, cijfers, strict=True)
        if cijfer is not None
    },
    "uwv.plan.indienen.dagen": 28,
    "uwv.plan.oordeel.dagen": 14,
    "uwv.plan.herstel.dagen": 7,
    "uwv.evaluatie.maanden_zw": 3,
    "uwv.evaluatie.maanden_overig": 6,
    "uwv.naar_werk.hervatting.maanden": 3,
    "uwv.plaatsing.maanden": 3,
    "uwv.bijstelling.aantal": 1,
    "uwv.bijstelling.bezwaar_dagen": 14,
    "uwv.ziekte.weken_zw": 4,
    "uwv.ziekte.weken_overig": 13,
    "uwv.ziekte.weken_werkbehoud": 4,
    "uwv.werkbehoud.max.aantal": 2,
    "uwv.eindrapportage.dagen": 14,
    "uwv.eindrapportage.dagen_naar_werk": 28,
}
VINDPLAATSEN = {
    "uren": "§3.6, tabel III",
    "uren_uitzonderlijk": "§3.6, noten bij tabel III",
    "maanden": "§3.7, tabel IV",
    "administratie_uren": "§3.6",
}
PRIJZEN = {
    f"uwv.dienst.{dienst}.{'uurtarief' if cijfers[0] else 'vaste_prijs'}": dienst
    for dienst, cijfers in DIENSTEN.items()
}
BOEK = Beleidsboek(laad_sets(standaard_map()))


def _dag(iso: str) -> date:
    return date.fromisoformat(iso)


def _zeven_een() -> Beleidsset:
    return BOEK.set("uwv-7.1")


@pytest.mark.parametrize("versie", VERSIES)
def test_a_version_answers_from_its_first_day_to_its_last(versie: str) -> None:
    for op in map(_dag, VERSIES[versie]):
        beleid = BOEK.voor("uwv", op)
        assert beleid.id == f"uwv-{versie}"
        assert beleid.op(op)["uwv.versie"].tekst == versie


@pytest.mark.parametrize("versie", VERSIES)
def test_another_one_answers_on_the_day_before_and_the_day_after(versie: str) -> None:
    begin, eind = map(_dag, VERSIES[versie])
    buren = [begin - EEN_DAG, *([eind + EEN_DAG] if eind < LANG_DAARNA else [])]
    assert all(BOEK.voor("uwv", op).id != f"uwv-{versie}" for op in buren)


@pytest.mark.parametrize(("versie", "begin", "eind"), [("4.0", "2019-05-01", "2019-06-01"), ("7.0", "2025-01-01", "")])
def test_a_version_that_the_later_one_passes_by_still_holds_its_own_days(versie: str, begin: str, eind: str) -> None:
    parameter = BOEK.set(f"uwv-{versie}").parameters["uwv.versie"]
    assert (parameter.perioden[0].vanaf, parameter.perioden[-1].tot_en_met) == (_dag(begin), _dag(eind or begin))


@pytest.mark.parametrize("op", GEDEELD)
def test_on_a_day_that_two_versions_share_the_later_one_is_a_choice(op: date) -> None:
    gekozen = BOEK.voor("uwv", op).op(op)["uwv.versie"]
    assert gekozen.onzeker
    na = op + EEN_DAG
    assert BOEK.voor("uwv", na).op(na)["uwv.versie"].tekst == gekozen.tekst
    assert not BOEK.voor("uwv", na).op(na)["uwv.versie"].onzeker


@pytest.mark.parametrize("op", [date(1900, 1, 1), date(2016, 6, 30)])
def test_before_the_first_version_there_is_none_and_it_says_so(op: date) -> None:
    beleid = BOEK.voor("uwv", op)
    assert beleid.id == "uwv"
    with pytest.raises(ParameterOntbreekt, match="De eerste versie geldt vanaf 1 juli 2016"):
        beleid.op(op)["uwv.versie"]


@pytest.mark.parametrize("versie", VERSIES)
def test_only_seven_one_holds_figures(versie: str) -> None:
    namen = BOEK.set(f"uwv-{versie}").parameters.keys()
    assert namen == ({"uwv.versie", *CIJFERS, *PRIJZEN} if versie == "7.1" else {"uwv.versie"})


@pytest.mark.parametrize("naam", CIJFERS)
def test_every_figure_of_the_table_stands_in_seven_one_with_its_source(naam: str) -> None:
    parameter = _zeven_een().parameters[naam]
    for op in (date(2025, 1, 1), LANG_DAARNA):
        assert parameter.op(op).getal == CIJFERS[naam]
        assert not parameter.op(op).onzeker
    assert parameter.bron == "UWV"
    if naam.startswith("uwv.dienst."):
        assert parameter.vindplaats == VINDPLAATSEN.get(naam.rsplit(".", 1)[1], parameter.vindplaats)
    assert parameter.vindplaats.startswith("§")
    assert parameter.eenheid
    with pytest.raises(ParameterOntbreekt):
        parameter.op(date(2024, 12, 31))


@pytest.mark.parametrize("naam", PRIJZEN)
def test_a_price_is_a_gap_that_says_where_it_stands(naam: str) -> None:
    parameter = _zeven_een().parameters[naam]
    assert parameter.soort == "bedrag"
    assert parameter.bron == "DFA"
    with pytest.raises(ParameterOntbreekt, match="staat in het DFA, dat hier niet is opgenomen"):
        parameter.op(date(2025, 6, 1))
