"""To whom a klant can be handed over after the screening."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.basisdienstverlening.screening.doorgeleiding import doorgeleidbaar, eis_doorgeleidbaar
from app.domain.basisdienstverlening.screening.feiten import Vraag
from app.domain.basisdienstverlening.screening.uitkomst import Naar, Verwijzing
from app.domain.fouten import OngeldigeInvoer
from tests.domain.basisdienstverlening.screening.gesprekken import ZORGELOOS, screen


def mogelijk(**anders: Any) -> tuple[Verwijzing, ...]:
    besluit = screen(**anders)
    return doorgeleidbaar(besluit.uitkomst, besluit.motivering)


def geleid(naar: Naar, *, warm: bool, toelichting: str | None = None, **anders: Any) -> None:
    besluit = screen(**anders)
    eis_doorgeleidbaar(besluit.uitkomst, besluit.motivering, naar, warm=warm, toelichting=toelichting)


def test_every_referral_can_be_carried_out_and_nothing_else() -> None:
    assert mogelijk(vraag=Vraag.HULP, minder_zelfredzaam=True) == (
        Verwijzing(naar=Naar.SOCIALE_KAART),
        Verwijzing(naar=Naar.SOCIAAL_TEAM),
    )
    assert mogelijk() == ()


def test_an_offered_service_talk_leads_to_the_bad_without_a_referral() -> None:
    assert mogelijk(financieel=replace(ZORGELOOS, buffer=False)) == (Verwijzing(naar=Naar.BAD),)


def test_a_referral_to_the_bad_is_named_once() -> None:
    assert mogelijk(financieel=replace(ZORGELOOS, roodstand=True)) == (Verwijzing(naar=Naar.BAD, warm=True),)


@pytest.mark.parametrize(
    ("vraag", "uitleg"), [(Vraag.HULP, "wel naar: sociale_kaart."), (Vraag.UITKERING, "wel naar: niemand.")]
)
def test_another_address_is_refused_with_those_that_can(vraag: Vraag, uitleg: str) -> None:
    with pytest.raises(OngeldigeInvoer) as fout:
        geleid(Naar.SR, warm=True, vraag=vraag)
    assert [f.pad for f in fout.value.fouten] == ["naar"]
    assert fout.value.detail.endswith(uitleg)


def test_a_cold_handover_where_the_rules_ask_a_warm_one_needs_a_reason() -> None:
    with pytest.raises(OngeldigeInvoer) as fout:
        geleid(Naar.BAD, warm=False, vraag=Vraag.SCHULD)
    assert [f.pad for f in fout.value.fouten] == ["toelichting"]
    geleid(Naar.BAD, warm=False, toelichting="De klant belt liever zelf.", vraag=Vraag.SCHULD)
    geleid(Naar.BAD, warm=True, vraag=Vraag.SCHULD)
    geleid(Naar.SOCIALE_KAART, warm=False, vraag=Vraag.HULP)
