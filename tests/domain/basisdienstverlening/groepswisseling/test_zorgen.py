"""Leaving Zorgen, by rule of the catalogue."""

from typing import Any

import pytest

from app.domain.basisdienstverlening.klantgroep import Klantgroep
from tests.domain.basisdienstverlening.groepswisseling.wisselingen import (
    BEOORDELEN,
    BLIJVEN,
    advies,
    oordeel,
    regels,
    tekst,
)

STAPPEN: dict[str, dict[str, Any]] = {
    "doet vrijwilligerswerk": {"vrijwilligers_uren": 1},
    "wil vrijwilligerswerk doen": {"wil_vrijwilligerswerk": True},
    "heeft werk met een inkomen onder de bijstandsnorm": {"betaalde_uren": 1, "inkomen_onder_norm": True},
    "is gemotiveerd om deel te nemen, ondanks de belemmeringen": {"gemotiveerd": True},
    "is gemotiveerd om deel te nemen, nu de leefgebieden verbeterd zijn": {
        "gemotiveerd": True,
        "leefgebieden_verbeterd": True,
    },
}


class TestZorgen:
    """iom.wisseling.zorgen"""

    @pytest.mark.parametrize("stap", STAPPEN)
    def test_each_step_towards_taking_part_asks_for_an_assessment(self, stap: str) -> None:
        besluit = oordeel(Klantgroep.ZORGEN, **STAPPEN[stap])
        assert (advies(besluit), regels(besluit)) == ((BEOORDELEN, Klantgroep.FACILITEREN), ["zorgen"])
        assert tekst(besluit) == f"De klant {stap}: beoordeel of Faciliteren past."

    def test_several_steps_stand_in_one_sentence(self) -> None:
        besluit = oordeel(Klantgroep.ZORGEN, vrijwilligers_uren=4, wil_vrijwilligerswerk=True)
        assert tekst(besluit) == (
            "De klant doet vrijwilligerswerk en wil vrijwilligerswerk doen: beoordeel of Faciliteren past."
        )

    @pytest.mark.parametrize(
        "anders",
        [{}, {"betaalde_uren": 40}, {"inkomen_onder_norm": True}, {"leefgebieden_verbeterd": True}],
        ids=["nothing", "work above the norm", "income without work", "better leefgebieden alone"],
    )
    def test_without_such_a_step_the_klant_stays(self, anders: dict[str, Any]) -> None:
        besluit = oordeel(Klantgroep.ZORGEN, **anders)
        assert (advies(besluit), regels(besluit)) == ((BLIJVEN, None), ["zorgen"])
        assert tekst(besluit).endswith(": Zorgen blijft.")

    def test_faciliteren_as_the_next_group_is_a_choice(self) -> None:
        assert oordeel(Klantgroep.ZORGEN, gemotiveerd=True).motivering[0].keuze
