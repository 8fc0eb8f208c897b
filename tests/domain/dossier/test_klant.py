"""What is recorded of a klant."""

import pytest

from app.domain.dossier.klant import Persoonsgegevens, controleer_klant
from app.domain.fouten import OngeldigeInvoer
from tests.domain.peilen import dag

VANDAAG = dag("2021-06-15")


def geboren(op: str) -> Persoonsgegevens:
    return Persoonsgegevens(voornamen="Noor", geslachtsnaam="Voorbeeld", geboortedatum=dag(op))


def test_who_is_born_today_can_be_recorded_and_who_is_born_tomorrow_not() -> None:
    controleer_klant(geboren("2021-06-15"), VANDAAG)
    with pytest.raises(OngeldigeInvoer) as fout:
        controleer_klant(geboren("2021-06-16"), VANDAAG)
    assert [(veld.pad, veld.code) for veld in fout.value.fouten] == [("geboortedatum", "toekomst")]
