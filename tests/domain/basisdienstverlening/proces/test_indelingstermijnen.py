from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.overdracht import Overdracht
from app.domain.basisdienstverlening.proces.indelingstermijnen import termijnen_van_indeling
from tests.domain.basisdienstverlening.proces.plaatsingen import plaatsing
from tests.domain.peilen import dag, peil


def test_matchen_is_assessed_half_a_year_after_the_stay_began() -> None:
    lopend = plaatsing(1, Klantgroep.MATCHEN, "2021-05-10")
    (plan,) = termijnen_van_indeling(peil(), lopend, dag("2021-03-15"))
    assert (plan.soort, plan.uiterlijk_op, plan.herinnering) == ("wisselbeoordeling", dag("2021-09-15"), True)
    assert (plan.regel.id, plan.rol) == ("iom.wisseling.matchen_tijd", "werkconsulent")


def test_an_extension_reminds_of_its_end() -> None:
    lopend = plaatsing(1, Klantgroep.MATCHEN, "2021-03-15")
    plannen = termijnen_van_indeling(peil(), lopend, lopend.geldig_van, dag("2021-12-15"))
    assert [(plan.soort, plan.uiterlijk_op) for plan in plannen] == [
        ("wisselbeoordeling", dag("2021-09-15")),
        ("verlenging", dag("2021-12-15")),
    ]


def test_who_is_handed_over_warmly_is_called() -> None:
    overdracht = Overdracht(warm=True, bellen_uiterlijk=dag("2021-03-22"))
    lopend = plaatsing(1, Klantgroep.ZORGEN, "2021-03-15", overdracht=overdracht)
    (plan,) = termijnen_van_indeling(peil(), lopend, lopend.geldig_van)
    assert (plan.soort, plan.rol, plan.uiterlijk_op) == (
        "bellen_inkomensconsulent",
        "inkomensconsulent",
        dag("2021-03-22"),
    )


def test_at_broodnood_that_call_goes_first_and_the_assessment_of_the_stay_does_not() -> None:
    overdracht = Overdracht(warm=True, bellen_uiterlijk=dag("2021-03-22"))
    lopend = plaatsing(1, Klantgroep.MATCHEN, "2021-03-15", overdracht=overdracht)
    plannen = termijnen_van_indeling(peil(), lopend, lopend.geldig_van, spoed=True)
    assert {plan.soort: plan.spoed for plan in plannen} == {
        "bellen_inkomensconsulent": True,
        "wisselbeoordeling": False,
    }


def test_other_placings_and_those_that_ended_ask_nothing() -> None:
    op_papier = Overdracht(warm=False, bellen_uiterlijk=None)
    for stil in (
        plaatsing(1, Klantgroep.GROEIEN, "2021-03-15", overdracht=op_papier),
        plaatsing(1, Klantgroep.FACILITEREN, "2021-03-15"),
        plaatsing(1, Klantgroep.MATCHEN, "2021-03-15", "2021-05-09"),
    ):
        assert termijnen_van_indeling(peil(), stil, stil.geldig_van) == ()
