import pytest

from app.domain.basisdienstverlening.ambitiegesprek import AMBITIEGESPREK
from app.domain.fouten import OngeldigeInvoer
from tests.domain.basisdienstverlening.ambitiegesprek.gesprekken import bereid_voor, regels
from tests.domain.peilen import dag, moment
from tests.domain.peilen import peil as peil_op
from tests.domain.vectoren import Geval, besluit, controleer, gevallen


@pytest.mark.parametrize("geval", gevallen("ambitiegesprek"))
def test_sample_cases_of_the_catalogue_agree(geval: Geval) -> None:
    controleer(AMBITIEGESPREK, geval)


def test_the_example_is_a_real_question() -> None:
    uitkomst, _ = besluit(AMBITIEGESPREK, {"peildatum": "2021-03-15", "feiten": AMBITIEGESPREK.voorbeeld})
    assert uitkomst["studieplichtBeoordelen"] is True


def test_a_plain_talk_has_its_reminders_and_its_length_only() -> None:
    gronden = ["termijn.werkdag", "termijn.werkdagen", "iom.ambitie.herinnering", "iom.ambitie.duur"]
    assert regels(bereid_voor()) == gronden


@pytest.mark.parametrize(
    ("gesprek_op", "peildatum", "geboren"),
    [
        ("2021-06-15T10:00:00+02:00", "2021-07-01", "2021-06-16"),
        ("2021-08-15T10:00:00+02:00", "2021-07-01", "2021-07-02"),
    ],
)
def test_a_birth_date_after_the_talk_or_the_peildatum_is_refused(gesprek_op: str, peildatum: str, geboren: str) -> None:
    with pytest.raises(OngeldigeInvoer) as gevangen:
        bereid_voor(peil_op(peildatum), gesprek_op=moment(gesprek_op), geboortedatum=dag(geboren))
    assert [fout.pad for fout in gevangen.value.fouten] == ["geboortedatum"]
