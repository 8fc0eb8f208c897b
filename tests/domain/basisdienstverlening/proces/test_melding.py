from dataclasses import replace
from uuid import UUID

import pytest

from app.domain.basisdienstverlening.proces.stand import Stand
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
