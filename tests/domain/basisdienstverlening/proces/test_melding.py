from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from app.domain.basisdienstverlening.proces.gespreksbesluit import Gespreksbesluit
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.stand import Gesprekskeuze, Stand
from tests.domain.basisdienstverlening.proces.aanvragen import maak_melding

ALLEEN = maak_melding()
PARTNER = UUID(int=1)
STEL = replace(ALLEEN, partner_id=PARTNER, stand_partner=Stand.BESPROKEN)


def test_alone_a_melding_joins_one_klant() -> None:
    assert ALLEEN.klanten == (ALLEEN.klant_id,)
    assert ALLEEN.standen == {ALLEEN.klant_id: Stand.GEMELD}


def test_partners_each_stand_somewhere_and_are_locked_in_order_of_id() -> None:
    assert STEL.klanten == (PARTNER, STEL.klant_id)
    assert STEL.standen == {PARTNER: Stand.BESPROKEN, STEL.klant_id: Stand.GEMELD}


@pytest.mark.parametrize(
    ("stand", "stand_partner", "open_"),
    [
        (Stand.GEMELD, None, True),
        (Stand.INGEDEELD, None, False),
        (Stand.INGEDEELD, Stand.GESCREEND, True),
        (Stand.GESCREEND, Stand.INGETROKKEN, True),
        (Stand.AFGEWEZEN, Stand.INGETROKKEN, False),
    ],
)
def test_a_melding_is_open_as_long_as_it_is_for_one_of_them(
    stand: Stand, stand_partner: Stand | None, open_: bool
) -> None:
    partner_id = PARTNER if stand_partner else None
    assert replace(ALLEEN, stand=stand, partner_id=partner_id, stand_partner=stand_partner).open is open_


def uit_zutphen(melding: Melding, **besluiten: bool) -> Melding:
    """A melding of people from Zutphen, with these decisions: of the `klant` and of the `partner`."""
    wie = {"klant": melding.klant_id, "partner": PARTNER}
    op = datetime(2021, 3, 15, 9, tzinfo=UTC)
    genomen = tuple(
        Gespreksbesluit(klant_id=wie[naam], nodig=nodig, toelichting="Zo besproken.", door="consulent", op=op)
        for naam, nodig in besluiten.items()
    )
    uitkomst = replace(melding.uitkomst, contactgemeente="Zutphen")
    return replace(melding, uitkomst=uitkomst, gespreksbesluiten=genomen)


class TestGesprekskeuze:
    def test_nobody_decides_without_a_contactgemeente(self) -> None:
        assert ALLEEN.gesprekskeuze(ALLEEN.klant_id) is Gesprekskeuze.GEEN
        assert not replace(ALLEEN, stand=Stand.GESCREEND).te_beslissen

    def test_each_of_a_couple_has_an_own_decision(self) -> None:
        stel = uit_zutphen(STEL, klant=True)
        assert stel.gesprekskeuze(STEL.klant_id) is Gesprekskeuze.NODIG
        assert stel.gesprekskeuze(PARTNER) is Gesprekskeuze.OPEN

    @pytest.mark.parametrize(
        ("stand", "stand_partner", "besluiten", "te_beslissen"),
        [
            (Stand.GEMELD, Stand.GEMELD, {}, False),
            (Stand.GESCREEND, Stand.GESCREEND, {}, True),
            (Stand.GESCREEND, Stand.GESCREEND, {"partner": True}, True),
            (Stand.GESCREEND, Stand.GEEN_AMBITIEGESPREK, {"klant": True, "partner": False}, False),
            (Stand.GESCREEND, Stand.BESPROKEN, {"partner": True}, True),
            (Stand.INGETROKKEN, Stand.BESPROKEN, {"partner": True}, False),
        ],
    )
    def test_it_is_due_as_long_as_one_who_was_screened_waits_for_it(
        self, stand: Stand, stand_partner: Stand, besluiten: dict[str, bool], te_beslissen: bool
    ) -> None:
        stel = replace(uit_zutphen(STEL, **besluiten), stand=stand, stand_partner=stand_partner)
        assert stel.te_beslissen is te_beslissen


@pytest.mark.parametrize(
    ("stand", "stand_partner", "te_spreken", "bijstand_volgt"),
    [
        (Stand.GEMELD, Stand.GEEN_AMBITIEGESPREK, True, True),
        (Stand.BESPROKEN, Stand.GESCREEND, True, False),
        (Stand.BESPROKEN, Stand.GEEN_AMBITIEGESPREK, False, True),
        (Stand.INGETROKKEN, Stand.INGEDEELD, False, True),
        (Stand.AFGEWEZEN, Stand.AFGEWEZEN, False, False),
    ],
)
def test_who_is_still_to_be_spoken_with_and_whether_an_application_may_follow(
    stand: Stand, stand_partner: Stand, te_spreken: bool, bijstand_volgt: bool
) -> None:
    stel = replace(STEL, stand=stand, stand_partner=stand_partner)
    assert (stel.te_spreken, stel.bijstand_volgt) == (te_spreken, bijstand_volgt)
