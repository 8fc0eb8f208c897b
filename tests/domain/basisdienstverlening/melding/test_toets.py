import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.basisdienstverlening.melding import MELDING, Kanaal, Route, toets_melding
from app.domain.beleid import Peil
from app.domain.dossier.adressituatie import Adressituatie
from app.domain.fouten import OngeldigeInvoer, ParameterOntbreekt
from tests.domain import peilen
from tests.domain.basisdienstverlening.melding.meldingen import corona, jongere, melding
from tests.domain.peilen import dag, moment
from tests.domain.vectoren import Geval, controleer, gevallen, lees_feiten


@pytest.mark.parametrize("geval", gevallen("melding"))
def test_the_sample_cases_of_the_catalogue(geval: Geval) -> None:
    controleer(MELDING, geval)


class TestMeldingsdatum:
    def test_half_past_eleven_at_night_in_winter_utc_is_the_next_day_in_deventer(self, peil: Peil) -> None:
        uitkomst = toets_melding(peil, melding(gemeld_op=moment("2021-12-14T23:30:00Z"))).uitkomst
        assert uitkomst.meldingsdatum == dag("2021-12-15")
        assert uitkomst.screening_uiterlijk == dag("2021-12-17")

    def test_the_receptie_records_it_at_the_desk(self, peil: Peil) -> None:
        assert "door de receptie" in toets_melding(peil, melding(kanaal=Kanaal.FYSIEK)).motivering[0].tekst
        assert "door de receptie" not in toets_melding(peil, melding()).motivering[0].tekst

    def test_may_lie_before_or_after_the_peildatum(self, peil: Peil) -> None:
        for jaar in (2020, 2024):
            uitkomst = toets_melding(peil, melding(gemeld_op=moment(f"{jaar}-06-15T10:00:00Z"))).uitkomst
            assert uitkomst.meldingsdatum == dag(f"{jaar}-06-15")


class TestSpoed:
    def test_broodnood_is_urgent_and_signalled(self, peil: Peil) -> None:
        besluit = toets_melding(peil, melding(broodnood=True))
        assert besluit.uitkomst.spoed
        assert "iom.melding.broodnood" in [grond.regel for grond in besluit.motivering]

    def test_without_it_nothing_is_urgent(self, peil: Peil) -> None:
        besluit = toets_melding(peil, melding())
        assert not besluit.uitkomst.spoed
        assert "iom.melding.broodnood" not in [grond.regel for grond in besluit.motivering]


class TestBesluit:
    def test_counts_from_the_melding_also_with_a_zoekperiode_and_says_that_is_a_choice(self, peil: Peil) -> None:
        met, zonder = toets_melding(peil, jongere()), toets_melding(peil, melding())
        assert met.uitkomst.zoekperiode_tot is not None
        assert met.uitkomst.besluit_uiterlijk == zonder.uitkomst.besluit_uiterlijk == dag("2021-08-10")
        keuzen = [g.keuze for b in (met, zonder) for g in b.motivering if g.regel == "iom.aanvraag.beslistermijn"]
        assert keuzen == [True, False]

    def test_on_a_saturday_runs_to_monday_with_the_atw_as_reason(self, peil: Peil) -> None:
        besluit = toets_melding(peil, melding(gemeld_op=moment("2021-06-12T10:00:00+02:00")))
        assert besluit.uitkomst.besluit_uiterlijk == dag("2021-08-09")
        assert besluit.uitkomst.streef_besluit == dag("2021-07-10")
        assert besluit.motivering[-1].regel == "wet.atw.verlenging"


class TestWeigeren:
    def test_a_birth_after_the_melding_and_every_other_fault_at_once(self) -> None:
        feiten = melding(kanaal=Kanaal.FYSIEK, geboortedatum=dag("2021-06-16"), partner_geboortedatum=dag("2021-06-16"))
        with pytest.raises(OngeldigeInvoer) as fout:
            toets_melding(corona(), feiten)
        assert [(veld.pad, veld.code) for veld in fout.value.fouten] == [
            ("kanaal", "kanaal-gesloten"),
            ("geboortedatum", "na-feit"),
            ("partner_geboortedatum", "na-feit"),
        ]

    def test_a_birth_after_the_peildatum_also_when_the_melding_is_later(self, peil: Peil) -> None:
        geboren = dag("2021-06-16")
        feiten = melding(gemeld_op=moment("2024-06-15T10:00:00Z"), geboortedatum=geboren, partner_geboortedatum=geboren)
        with pytest.raises(OngeldigeInvoer) as fout:
            toets_melding(peil, feiten)
        assert [(veld.pad, veld.detail) for veld in fout.value.fouten] == [
            ("geboortedatum", "De geboortedatum ligt na de peildatum."),
            ("partner_geboortedatum", "De geboortedatum van de partner ligt na de peildatum."),
        ]

    def test_who_is_born_on_the_day_itself_can_report(self, peil: Peil) -> None:
        feiten = melding(geboortedatum=dag("2021-06-15"), partner_geboortedatum=dag("2021-06-15"))
        assert toets_melding(peil, feiten).uitkomst.route is Route.JONGERE

    def test_a_moment_at_the_end_of_the_calendar_names_gemeld_op(self, peil: Peil) -> None:
        with pytest.raises(OngeldigeInvoer) as fout:
            toets_melding(peil, melding(gemeld_op=moment("2199-12-30T10:00:00Z")))
        assert fout.value.fouten[0].pad == "gemeld_op"

    def test_a_day_before_the_policy_began(self) -> None:
        with pytest.raises(ParameterOntbreekt):
            toets_melding(peilen.peil("2020-12-31"), melding())


@given(
    st.sampled_from(Kanaal),
    st.sampled_from(Adressituatie),
    st.dates(dag("1950-01-01"), dag("2021-06-15")),
    st.lists(st.booleans(), min_size=5, max_size=5),
)
def test_every_outcome_is_explained_and_hangs_together(
    kanaal: Kanaal, adres: Adressituatie, geboren: object, ja: list[bool]
) -> None:
    feiten = melding(
        kanaal=kanaal,
        adres=adres,
        geboortedatum=geboren,
        statushouder=ja[0],
        vso_pro=ja[1],
        speciaal_onderwijs=ja[2],
        ex_detentie=ja[3],
        broodnood=ja[4],
    )
    besluit = toets_melding(peilen.peil(), feiten)
    uitkomst = besluit.uitkomst
    assert (uitkomst.terugbellen_uiterlijk is not None) == (kanaal is Kanaal.DIGITAAL)
    assert (uitkomst.screening_uiterlijk is None) == (uitkomst.route is Route.VSO_PRO)
    assert uitkomst.regiobinding_toetsen == uitkomst.dak_of_thuisloos == (adres is not Adressituatie.VAST)
    assert uitkomst.zoekperiode_tot in (None, uitkomst.streef_besluit)
    altijd = {"datum", "route", "kanaal"}
    assert {f"iom.melding.{naam}" for naam in altijd} | {"wet.pw.zoekperiode", "iom.aanvraag.beslistermijn"} <= {
        grond.regel for grond in besluit.motivering
    }
    assert len(set(besluit.motivering)) == len(besluit.motivering)
    assert all(grond.tekst.endswith(".") for grond in besluit.motivering)


def test_the_example_can_be_asked(peil: Peil) -> None:
    uitkomst = toets_melding(peil, lees_feiten(MELDING, MELDING.voorbeeld)).uitkomst
    assert uitkomst.route is Route.JONGERE
    assert uitkomst.zoekperiode_tot == dag("2021-04-12")
