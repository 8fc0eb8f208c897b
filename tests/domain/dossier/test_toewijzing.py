"""Days of an assignment, and a name in one line."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from app.domain.dossier.klant import volledige_naam
from app.domain.dossier.toewijzing import Caseloadrol, Toewijzing

MOMENT = datetime(2021, 3, 15, 9, tzinfo=UTC)


def toewijzing(tot: date | None) -> Toewijzing:
    return Toewijzing(
        id=UUID(int=1),
        versie=1,
        aangemaakt_op=MOMENT,
        gewijzigd_op=MOMENT,
        klant_id=UUID(int=2),
        rol=Caseloadrol.FIATTEUR,
        persoon="een",
        geldig_van=date(2021, 3, 15),
        geldig_tot=tot,
    )


@pytest.mark.parametrize(
    ("dag", "begrensd", "open_"),
    [
        (date(2021, 3, 14), False, False),
        (date(2021, 3, 15), True, True),
        (date(2021, 3, 31), True, True),
        (date(2021, 4, 1), False, True),
        (date(2199, 12, 31), False, True),
    ],
)
def test_first_and_last_day_belong_to_it(dag: date, begrensd: bool, open_: bool) -> None:
    assert toewijzing(date(2021, 3, 31)).loopt_op(dag) is begrensd
    assert toewijzing(None).loopt_op(dag) is open_


@pytest.mark.parametrize(
    ("voorvoegsel", "naam"), [(None, "Noor Voorbeeld"), ("van der", "Noor van der Voorbeeld"), ("", "Noor Voorbeeld")]
)
def test_a_name_in_one_line(voorvoegsel: str | None, naam: str) -> None:
    assert volledige_naam("Noor", voorvoegsel, "Voorbeeld") == naam
