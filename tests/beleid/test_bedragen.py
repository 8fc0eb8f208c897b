"""The national amounts, against a table of their own: every figure, gap and edge."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.beleid.loader import laad_sets, standaard_map
from app.domain.fouten import ParameterOntbreekt
from app.domain.parameter import Parameter

GAT = None
# per parameter: (first day, last day, figure or GAT); before the first row and after the last nothing holds,
# except where the last row has no end.
HALFJAREN = [
    ("2020-01-01", "2020-06-30"),
    ("2020-07-01", "2020-12-31"),
    ("2021-01-01", "2021-06-30"),
    ("2021-07-01", "2021-12-31"),
    ("2022-01-01", "2022-06-30"),
    ("2022-07-01", "2022-12-31"),
    ("2023-01-01", "2023-06-30"),
    ("2023-07-01", "2023-12-31"),
    ("2024-01-01", "2024-06-30"),
    ("2024-07-01", "2024-12-31"),
    ("2025-01-01", "2025-06-30"),
    ("2025-07-01", "2025-12-31"),
    ("2026-01-01", "2026-06-30"),
    ("2026-07-01", "2026-12-31"),
]
JAREN = [(f"{jaar}-01-01", f"{jaar}-12-31") for jaar in range(2021, 2027)]
Rij = tuple[str, str | None, str | None]


def _rijen(dagen: list[tuple[str, str]], *bedragen: str | None) -> list[Rij]:
    return [(begin, eind, bedrag) for (begin, eind), bedrag in zip(dagen, bedragen, strict=True)]


# fmt: off
TABEL: dict[str, list[Rij]] = {
    "wet.pw.bijstandsnorm.alleenstaande": _rijen(
        HALFJAREN,
        "1052.32", GAT, "1075.44", "1078.70", "1091.71", "1101.82", "1195.66", "1216.62", "1283.83", "1308.45",
        "1345.45", "1369.06", "1401.50", "1419.46",
    ),
    "wet.pw.bijstandsnorm.gehuwden": _rijen(
        HALFJAREN,
        "1503.31", GAT, "1536.34", "1541.00", "1559.58", "1574.03", "1708.08", "1738.02", "1834.04", "1869.21",
        "1922.07", "1955.80", "2002.13", "2027.79",
    ),
    "wet.pw.vermogensgrens.alleenstaande": _rijen(JAREN, "6295.00", GAT, "7605.00", GAT, "7770.00", "8000.00"),
    "wet.pw.vermogensgrens.gezin": _rijen(JAREN, "12590.00", GAT, "15210.00", GAT, "15540.00", "16000.00"),
    "wet.wml.maandloon": [
        *_rijen(HALFJAREN[2:8], "1684.80", "1701.00", "1725.00", "1756.20", "1934.40", "1995.00"),
        ("2024-01-01", None, GAT),
    ],
    "wet.wml.uurloon": _rijen(HALFJAREN[8:], "13.27", "13.68", "14.06", "14.40", "14.71", "14.99"),
    "wet.wml.referentiemaandloon": _rijen(HALFJAREN[8:], "2069.40", "2133.60", "2191.80", GAT, "2294.40", "2337.00"),
    "wet.pw.voorschot.percentage": [("2021-01-01", "2025-12-31", "90.00"), ("2026-01-01", None, "95.00")],
    "wet.lks.forfaitair.percentage": [("2021-01-01", None, "50.00")],
    "wet.lks.hoogste.percentage": [("2021-01-01", None, "70.00")],
    "wet.lks.vakantiebijslag.percentage": [("2021-01-01", None, "8.00")],
    "wet.lks.werkgeverslasten.percentage": [("2021-01-01", "2021-12-31", "23.50"), ("2022-01-01", None, GAT)],
}
# fmt: on
BRONNEN = {
    "wet.pw.bijstandsnorm": ("PW", "art. 21"),
    "wet.pw.vermogensgrens": ("PW", "art. 34"),
    "wet.wml": ("WML", "art. 8"),
    "wet.pw.voorschot": ("PW", "art. 52"),
    "wet.lks": ("PW", "art. 10d"),
}
GECONTROLEERD = date(2026, 12, 31)
LANG_DAARNA = date(2199, 12, 31)
VOORLOPIG_VANAF = date(2026, 7, 1)


def _dag(iso: str | None) -> date:
    return LANG_DAARNA if iso is None else date.fromisoformat(iso)


def _parameter(naam: str) -> Parameter:
    return laad_sets(standaard_map())["landelijk"].parameters[naam]


def _geen_waarde(parameter: Parameter, dag: date) -> None:
    with pytest.raises(ParameterOntbreekt, match=f"Parameter {parameter.id} heeft geen waarde op {dag}"):
        parameter.op(dag)


@pytest.mark.parametrize("naam", TABEL)
def test_every_figure_holds_from_its_first_day_to_its_last(naam: str) -> None:
    parameter = _parameter(naam)
    for begin, eind, bedrag in TABEL[naam]:
        for dag in (_dag(begin), _dag(eind)):
            if bedrag is GAT:
                _geen_waarde(parameter, dag)
            else:
                assert str(parameter.op(dag).bedrag) == bedrag, dag
                assert parameter.op(dag).vanaf == _dag(begin)


@pytest.mark.parametrize("naam", TABEL)
def test_nothing_holds_before_the_first_figure(naam: str) -> None:
    _geen_waarde(_parameter(naam), _dag(TABEL[naam][0][0]) - timedelta(days=1))


@pytest.mark.parametrize("naam", TABEL)
def test_what_is_indexed_ends_with_2026(naam: str) -> None:
    if TABEL[naam][-1][1] is not None:
        _geen_waarde(_parameter(naam), date(2027, 1, 1))
        assert _parameter(naam).perioden[-1].tot_en_met == GECONTROLEERD


@pytest.mark.parametrize("naam", TABEL)
def test_no_figure_stands_in_the_policy_that_the_table_does_not_know(naam: str) -> None:
    in_tabel = [(_dag(begin), bedrag and Decimal(bedrag)) for begin, _, bedrag in TABEL[naam]]
    assert [(periode.vanaf, periode.inhoud) for periode in _parameter(naam).perioden] == in_tabel


@pytest.mark.parametrize("naam", TABEL)
def test_every_gap_says_what_it_is(naam: str) -> None:
    for periode in _parameter(naam).perioden:
        if periode.inhoud is None:
            with pytest.raises(ParameterOntbreekt) as fout:
                _parameter(naam).op(periode.vanaf)
            assert fout.value.detail.endswith(f". {periode.toelichting}")


@pytest.mark.parametrize("naam", TABEL)
def test_only_the_norm_of_july_2026_is_provisional(naam: str) -> None:
    norm = naam.startswith("wet.pw.bijstandsnorm")
    voorlopig = [periode.vanaf for periode in _parameter(naam).perioden if periode.voorlopig]
    assert voorlopig == ([VOORLOPIG_VANAF] if norm else [])
    if norm:
        assert _parameter(naam).op(VOORLOPIG_VANAF).onzeker
        assert not _parameter(naam).op(VOORLOPIG_VANAF - timedelta(days=1)).onzeker


@pytest.mark.parametrize("naam", TABEL)
def test_every_amount_names_its_statute_and_until_when_it_was_checked(naam: str) -> None:
    parameter = _parameter(naam)
    bron, vindplaats = next(plaats for begin, plaats in BRONNEN.items() if naam.startswith(begin))
    assert parameter.bron.startswith(bron)
    assert parameter.vindplaats.startswith(vindplaats)
    assert parameter.gecontroleerd_tot == GECONTROLEERD
    assert parameter.eenheid


def test_a_percentage_still_answers_after_it_was_checked_and_counts_as_uncertain() -> None:
    voorschot = _parameter("wet.pw.voorschot.percentage")
    assert not voorschot.op(GECONTROLEERD).onzeker
    assert voorschot.op(GECONTROLEERD + timedelta(days=1)).onzeker


def test_the_table_knows_every_national_amount() -> None:
    landelijk = laad_sets(standaard_map())["landelijk"].parameters
    assert {naam for naam, deel in landelijk.items() if deel.soort in {"bedrag", "percentage"}} == TABEL.keys()
