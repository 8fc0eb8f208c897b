"""Text on the wire: it says something, and what it says can be seen."""

import orjson
import pytest
from pydantic import ValidationError

from app.domain.dossier.klant import NieuweKlant
from app.routers.schil.veldfouten import veldproblemen
from app.routers.wire.models import invoer

GOED = {"bsn": "999990019", "voornamen": "Noor", "geslachtsnaam": "van Dé", "geboortedatum": "1987-06-05"}


def fouten(**anders: str) -> list[tuple[str, str]]:
    try:
        invoer(NieuweKlant).__pydantic_validator__.validate_json(orjson.dumps(GOED | anders))
    except ValidationError as fout:
        return [(f.path, f.detail) for f in veldproblemen(fout.errors(include_url=False, include_input=False))]
    return []


@pytest.mark.parametrize("naam", ["Noor", "Ünal-Coëlho", "d'Artagnan", "李", "O’Brien 2"])
def test_names_as_people_write_them_pass(naam: str) -> None:
    assert fouten(voornamen=naam) == []


@pytest.mark.parametrize("naam", [" ", "\u00a0", "a\nb", "a\u0000", "a\u202eb", "\u200b", "a\u2028b", "\ufeffa"])
def test_spaces_alone_and_what_cannot_be_seen_are_refused(naam: str) -> None:
    assert [pad for pad, _ in fouten(voornamen=naam)] == ["voornamen"]


def test_a_form_that_is_not_kept_is_told() -> None:
    assert fouten(postcode="1234 ab", telefoon="bel mij maar", email="noor") == [
        ("postcode", "Geef een postcode als 1234AB."),
        ("email", "Geef een e-mailadres, zoals naam@voorbeeld.nl."),
        ("telefoon", "Geef een telefoonnummer van 8 tot 15 cijfers, eventueel met een plus ervoor."),
    ]
