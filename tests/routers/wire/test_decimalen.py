"""Amounts and hours share one form on the wire: a refusal speaks of neither."""

import orjson
import pytest
from pydantic import ValidationError

from app.domain.uwv.order.plan import Planactiviteit
from app.routers.schil.veldfouten import veldproblemen
from app.routers.wire.models import invoer

GOED = {"omschrijving": "Training", "werkvorm": "groep", "doel": "Werk.", "afstemming": "In de ochtend."}


def fouten(uren: str | float) -> list[tuple[str, str]]:
    try:
        invoer(Planactiviteit).__pydantic_validator__.validate_json(orjson.dumps(GOED | {"uren": uren}))
    except ValidationError as fout:
        return [(f.path, f.detail) for f in veldproblemen(fout.errors(include_url=False, include_input=False))]
    return []


def test_hours_with_two_decimals_pass() -> None:
    assert fouten("29.00") == []


@pytest.mark.parametrize("uren", [29, 29.5, "29", "29.000", "-1.00", "1e3", "٢٩.00", "99999999.00"])
def test_hours_in_another_form_are_not_called_an_amount(uren: str | float) -> None:
    assert fouten(uren) == [("uren", "Geef een getal als tekst met twee cijfers achter de punt, zoals 2500.00.")]
