from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.basisdienstverlening.screening import SCREENING, ScreeningFeiten
from app.domain.basisdienstverlening.screening.feiten import Vraag
from app.domain.basisdienstverlening.screening.uitkomst import Naar, Vervolg
from app.domain.fouten import OngeldigeInvoer
from tests.domain.basisdienstverlening.screening.gesprekken import naar, regels, screen
from tests.domain.peilen import dag, euro, moment, peil
from tests.domain.vectoren import Geval, besluit, controleer, gevallen

DAGEN = st.dates(dag("1900-01-01"), dag("2021-06-15"))
GESPREK = moment("2021-06-15T10:00:00+00:00")
GESPREKKEN = st.builds(
    ScreeningFeiten,
    gesprek_op=st.integers(0, 5_000_000).map(lambda minuten: GESPREK + timedelta(minutes=minuten)),
    geboortedatum=DAGEN,
    weken_gewerkt_van36=st.integers(0, 36),
    netto_inkomen=st.integers(0, 300_000).map(lambda centen: euro(str(centen)) / 100),
    inkomen_tot120_wml=st.booleans(),
    eerste_ww_dag=st.none() | DAGEN,
)


@pytest.mark.parametrize("geval", gevallen("screening"))
def test_sample_cases_of_the_catalogue_agree(geval: Geval) -> None:
    controleer(SCREENING, geval)


def test_the_example_is_a_real_question() -> None:
    uitkomst, motivering = besluit(SCREENING, {"peildatum": "2021-03-15", "feiten": SCREENING.voorbeeld})
    assert uitkomst["rapportageUiterlijk"] == "2021-03-17T09:00:00Z"
    assert motivering


@pytest.mark.parametrize(
    ("gesprek_op", "peildatum", "geboren", "wanneer"),
    [
        ("2021-06-15T10:00:00+02:00", "2021-07-01", "2021-06-16", "de dag van het gesprek"),
        ("2021-08-15T10:00:00+02:00", "2021-07-01", "2021-07-02", "de peildatum"),
    ],
)
def test_a_birth_date_after_the_talk_or_the_peildatum_is_refused(
    gesprek_op: str, peildatum: str, geboren: str, wanneer: str
) -> None:
    with pytest.raises(OngeldigeInvoer) as gevangen:
        screen(peil(peildatum), gesprek_op=moment(gesprek_op), geboortedatum=dag(geboren))
    (fout,) = gevangen.value.fouten
    assert fout.pad == "geboortedatum"
    assert wanneer in fout.detail


def test_reasons_stand_in_the_order_of_application() -> None:
    besluit = screen(
        geboortedatum=dag("1995-01-01"),
        weken_gewerkt_van36=30,
        recht_op_studiefinanciering=True,
        broodnood=True,
        fraudevermoeden=True,
    )
    assert regels(besluit) == [
        "iom.screening.vraag",
        "iom.loket.ww",
        "iom.loket.inkomen",
        "iom.loket.studie",
        "iom.loket.elders",
        "iom.signaal.broodnood",
        "iom.signaal.fraude",
        "iom.screening.ambitiegesprek",
        "iom.screening.diagnose",
        "termijn.werkdag",
        "termijn.werkdagen",
        "iom.screening.stukken",
        "iom.screening.rapportage",
        "iom.screening.inkomensafspraak",
    ]


@given(GESPREKKEN)
def test_whatever_the_facts_the_outcome_holds_together(feiten: ScreeningFeiten) -> None:
    oordeel = SCREENING.beoordeel(peil(), feiten)
    uitkomst = oordeel.uitkomst
    adressen = naar(oordeel)
    assert adressen == [adres for adres in Naar if adres in adressen]
    assert (uitkomst.vervolg is Vervolg.AMBITIEGESPREK) == (uitkomst.ambitiegesprek_uiterlijk is not None)
    assert (uitkomst.aantal_ambitiegesprekken == 0) == (uitkomst.ambitiegesprek_uiterlijk is None)
    assert uitkomst.juiste_loket or feiten.vraag is Vraag.UITKERING
    assert uitkomst.nabellen_op < uitkomst.stukken_uiterlijk <= uitkomst.inkomensafspraak_van
    assert uitkomst.rapportage_uiterlijk - feiten.gesprek_op == timedelta(hours=48)
    assert len(set(regels(oordeel))) == len(oordeel.motivering)


@given(GESPREKKEN)
def test_signals_bring_the_same_referrals_whatever_is_asked(feiten: ScreeningFeiten) -> None:
    def signalen(vraag: Vraag) -> list[str]:
        anders: dict[str, Any] = {veld: getattr(feiten, veld) for veld in feiten.__dataclass_fields__}
        oordeel = SCREENING.beoordeel(peil(), ScreeningFeiten(**anders | {"vraag": vraag}))
        return [grond.tekst for grond in oordeel.motivering if grond.regel.startswith("iom.signaal")]

    assert signalen(Vraag.UITKERING) == signalen(Vraag.WERK) == signalen(Vraag.HULP) == signalen(Vraag.SCHULD)


def test_the_day_of_the_talk_is_the_day_in_the_netherlands() -> None:
    avond = screen(gesprek_op=moment("2021-12-08T23:30:00Z"))
    assert avond.uitkomst.diagnose_uiterlijk == date(2021, 12, 14)
