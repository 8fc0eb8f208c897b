import pytest

from app.domain.basisdienstverlening.screening.feiten import Leefvorm, Voorliggend, Vraag
from app.domain.basisdienstverlening.screening.uitkomst import Naar, Vervolg
from app.domain.fouten import ParameterOntbreekt
from tests.domain.basisdienstverlening.screening.gesprekken import grond, naar, regels, screen
from tests.domain.peilen import dag, euro, moment, peil

JARIG_27_OP_GESPREKSDAG = dag("1994-06-15")


class TestWw:
    """iom.loket.ww"""

    @pytest.mark.parametrize(("weken", "adressen"), [(0, []), (25, []), (26, [Naar.UWV_WW]), (36, [Naar.UWV_WW])])
    def test_refers_to_uwv_from_26_weeks_of_work_on(self, weken: int, adressen: list[Naar]) -> None:
        besluit = screen(weken_gewerkt_van36=weken)
        assert naar(besluit) == adressen
        assert besluit.uitkomst.juiste_loket is (not adressen)
        assert ("iom.loket.ww" in regels(besluit)) == bool(adressen)


class TestZiekte:
    """iom.loket.ziekte"""

    def test_refers_who_stopped_by_illness_to_uwv(self) -> None:
        besluit = screen(gestopt_door_ziekte=True)
        assert naar(besluit) == [Naar.UWV_ZW_WIA]
        assert not besluit.uitkomst.juiste_loket
        assert "iom.loket.ziekte" in regels(besluit)


class TestIow:
    """iom.loket.iow"""

    @pytest.mark.parametrize(
        ("geboren", "eerste_ww_dag", "iow"),
        [
            ("1958-11-30", "2019-03-29", False),
            ("1958-11-30", "2019-03-30", False),
            ("1958-11-30", "2019-03-31", True),
            ("1957-10-31", "2018-02-28", False),
            ("1957-10-31", "2018-03-01", True),
            ("1956-02-29", "2016-06-29", False),
            ("1956-02-29", "2016-06-30", True),
        ],
    )
    def test_exactly_60_years_and_4_months_is_not_older(self, geboren: str, eerste_ww_dag: str, iow: bool) -> None:
        besluit = screen(geboortedatum=dag(geboren), eerste_ww_dag=dag(eerste_ww_dag), ww_volledig_doorlopen=True)
        assert (naar(besluit) == [Naar.UWV_IOW]) is iow
        assert ("iom.loket.iow" in regels(besluit)) is iow
        assert besluit.uitkomst.juiste_loket is not iow

    def test_is_not_tested_without_a_first_ww_day(self) -> None:
        assert naar(screen(geboortedatum=dag("1950-01-01"), ww_volledig_doorlopen=True)) == []

    def test_needs_the_full_ww_period(self) -> None:
        assert naar(screen(geboortedatum=dag("1950-01-01"), eerste_ww_dag=dag("2020-01-01"))) == []

    def test_names_the_age_in_years_and_months(self) -> None:
        besluit = screen(geboortedatum=dag("1950-01-01"), eerste_ww_dag=dag("2020-01-01"), ww_volledig_doorlopen=True)
        assert "60 jaar en 4 maanden" in grond(besluit, "iom.loket.iow").tekst


class TestInkomen:
    """iom.loket.inkomen"""

    @pytest.mark.parametrize(
        ("leefvorm", "norm"),
        [
            (Leefvorm.ALLEENSTAAND, "1075.44"),
            (Leefvorm.SAMENWONEND, "1536.34"),
            (Leefvorm.GEHUWD, "1536.34"),
        ],
    )
    def test_equal_to_the_norm_is_not_higher(self, leefvorm: Leefvorm, norm: str) -> None:
        gelijk = screen(leefvorm=leefvorm, netto_inkomen=euro(norm))
        hoger = screen(leefvorm=leefvorm, netto_inkomen=euro(norm) + euro("0.01"))
        assert gelijk.uitkomst.juiste_loket
        assert "niet hoger" in grond(gelijk, "iom.loket.inkomen").tekst
        assert not hoger.uitkomst.juiste_loket
        assert "geen recht te verwachten" in grond(hoger, "iom.loket.inkomen").tekst
        assert norm.replace(".", ",") in grond(hoger, "iom.loket.inkomen").tekst

    def test_above_the_norm_refers_to_nobody(self) -> None:
        besluit = screen(netto_inkomen=euro("9999.00"))
        assert naar(besluit) == []
        assert besluit.uitkomst.vervolg is Vervolg.AFWIJZEN

    def test_reads_the_norm_on_the_peildatum_and_not_on_the_day_of_the_talk(self) -> None:
        gesprek = moment("2021-06-15T10:00:00+02:00")
        assert not screen(peil("2021-06-30"), gesprek_op=gesprek, netto_inkomen=euro("1078.70")).uitkomst.juiste_loket
        assert screen(peil("2021-07-01"), gesprek_op=gesprek, netto_inkomen=euro("1078.70")).uitkomst.juiste_loket

    def test_fails_by_name_where_no_norm_is_held(self) -> None:
        with pytest.raises(ParameterOntbreekt) as gevangen:
            screen(peil("2027-01-01"))
        assert gevangen.value.parameter == "wet.pw.bijstandsnorm.alleenstaande"

    @pytest.mark.parametrize(
        ("geboren", "voorbehoud"),
        [
            ("2000-06-16", "jonger dan 21"),
            ("2000-06-15", ""),
            ("1955-02-16", ""),
            ("1955-02-15", "op of boven de AOW-leeftijd"),
            ("1940-01-01", "op of boven de AOW-leeftijd"),
        ],
    )
    def test_says_so_when_the_norm_is_another_ones(self, geboren: str, voorbehoud: str) -> None:
        reden = grond(screen(geboortedatum=dag(geboren)), "iom.loket.inkomen")
        assert reden.keuze
        assert ("terwijl de klant" in reden.tekst) is bool(voorbehoud)
        assert voorbehoud in reden.tekst


class TestStudie:
    """iom.loket.studie"""

    def test_refers_who_may_have_studiefinanciering_to_duo(self) -> None:
        besluit = screen(recht_op_studiefinanciering=True)
        assert naar(besluit) == [Naar.DUO]
        assert not besluit.uitkomst.juiste_loket

    def test_refers_to_the_jongerenloket_as_well_with_a_medical_limitation(self) -> None:
        besluit = screen(recht_op_studiefinanciering=True, medische_beperking=True)
        assert naar(besluit) == [Naar.DUO, Naar.JONGERENLOKET]
        assert "individuele studietoeslag" in grond(besluit, "iom.loket.studie").tekst

    def test_a_medical_limitation_alone_refers_nobody(self) -> None:
        assert naar(screen(medische_beperking=True)) == []


class TestVoorliggend:
    """iom.loket.voorliggend"""

    def test_refers_to_each_provision_once_in_the_order_of_the_catalogue(self) -> None:
        soorten = (Voorliggend.BELASTINGDIENST, Voorliggend.SVB, Voorliggend.WERKGEVER, Voorliggend.SVB)
        besluit = screen(voorliggend=soorten)
        assert naar(besluit) == [Naar.SVB, Naar.WERKGEVER, Naar.BELASTINGDIENST]
        assert not besluit.uitkomst.juiste_loket

    @pytest.mark.parametrize("soort", list(Voorliggend))
    def test_knows_an_address_and_a_name_for_every_provision(self, soort: Voorliggend) -> None:
        besluit = screen(voorliggend=(soort,))
        assert naar(besluit) == [Naar(soort.value)]
        assert "andere voorzieningen: " in grond(besluit, "iom.loket.voorliggend").tekst


class TestElders:
    """iom.loket.elders"""

    def test_rejects_by_beschikking_from_27_on(self) -> None:
        besluit = screen(gestopt_door_ziekte=True, geboortedatum=JARIG_27_OP_GESPREKSDAG)
        assert besluit.uitkomst.vervolg is Vervolg.AFWIJZEN
        assert besluit.uitkomst.ambitiegesprek_uiterlijk is None
        assert "beschikking" in grond(besluit, "iom.loket.elders").tekst

    def test_still_invites_who_is_under_27(self) -> None:
        besluit = screen(gestopt_door_ziekte=True, geboortedatum=dag("1994-06-16"))
        assert besluit.uitkomst.vervolg is Vervolg.AMBITIEGESPREK
        assert not besluit.uitkomst.juiste_loket
        assert "brief" in grond(besluit, "iom.loket.elders").tekst

    def test_is_silent_at_the_right_desk(self) -> None:
        assert "iom.loket.elders" not in regels(screen())


@pytest.mark.parametrize("vraag", [Vraag.WERK, Vraag.HULP, Vraag.SCHULD])
def test_the_desk_is_only_asked_for_a_uitkering(vraag: Vraag) -> None:
    besluit = screen(
        vraag=vraag,
        inkomen_tot120_wml=True,
        weken_gewerkt_van36=36,
        gestopt_door_ziekte=True,
        recht_op_studiefinanciering=True,
        netto_inkomen=euro("9999.99"),
        voorliggend=tuple(Voorliggend),
    )
    assert besluit.uitkomst.juiste_loket
    assert not any(regel.startswith("iom.loket") for regel in regels(besluit))
