"""The term to work, where no special rule holds."""

import pytest

from app.domain.basisdienstverlening.klantgroep import Klantgroep, Participatie
from tests.domain.basisdienstverlening.groepsindeling.indelingen import beslist


class TestTermijn:
    """iom.indeling.matchen, .groeien, .faciliteren, .zorgen"""

    @pytest.mark.parametrize(
        ("maanden", "groep", "tekst"),
        [
            (0, Klantgroep.MATCHEN, "Werk wordt binnen 6 maanden verwacht: Matchen."),
            (6, Klantgroep.MATCHEN, "Werk wordt binnen 6 maanden verwacht: Matchen."),
            (7, Klantgroep.GROEIEN, "Werk wordt na 6 en binnen 36 maanden verwacht: Groeien."),
            (36, Klantgroep.GROEIEN, "Werk wordt na 6 en binnen 36 maanden verwacht: Groeien."),
        ],
    )
    def test_within_three_years_the_months_decide(self, maanden: int, groep: Klantgroep, tekst: str) -> None:
        geplaatst, grond = beslist(maanden_tot_werk=maanden)
        assert (geplaatst, grond.regel, grond.tekst) == (groep, f"iom.indeling.{groep}", tekst)

    @pytest.mark.parametrize("maanden", [37, 600, None])
    @pytest.mark.parametrize(
        ("participatie", "groep", "woorden"),
        [
            (Participatie.NEEMT_DEEL, Klantgroep.FACILITEREN, "neemt deel of wil dat: Faciliteren."),
            (Participatie.WIL, Klantgroep.FACILITEREN, "neemt deel of wil dat: Faciliteren."),
            (Participatie.KAN_NIET, Klantgroep.ZORGEN, "kan of wil niet deelnemen: Zorgen."),
            (Participatie.WIL_NIET, Klantgroep.ZORGEN, "kan of wil niet deelnemen: Zorgen."),
        ],
    )
    def test_after_three_years_taking_part_decides(
        self, maanden: int | None, participatie: Participatie, groep: Klantgroep, woorden: str
    ) -> None:
        geplaatst, grond = beslist(maanden_tot_werk=maanden, participatie=participatie)
        assert (geplaatst, grond.regel) == (groep, f"iom.indeling.{groep}")
        assert grond.tekst == f"Werk wordt niet binnen 36 maanden verwacht en de klant {woorden}"
