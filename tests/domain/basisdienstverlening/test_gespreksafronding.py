"""What an ambitiegesprek must have settled."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.basisdienstverlening.ambitiegesprek import AmbitiegesprekUitkomst
from app.domain.basisdienstverlening.gespreksafronding import controleer_taal, onafgerond
from app.domain.basisdienstverlening.leefgebieden import Leefgebieden
from app.domain.basisdienstverlening.proces.ambitiegesprek import Studieplichtbesluit, Taalbeoordeling, Taalniveau
from app.domain.fouten import OngeldigeInvoer
from tests.domain.peilen import dag

OP = datetime(2021, 3, 15, 9, tzinfo=UTC)
TAAL = Taalbeoordeling(niveau=Taalniveau.VOLDOET, toets_aangemeld=False, toelichting="Vlot.", door="a", op=OP)
BESLUIT = Studieplichtbesluit(studieplichtig=True, reden="Wil leren.", door="a", op=OP)
UITKOMST = AmbitiegesprekUitkomst(
    herinnering_diagnose_op=None,
    herinnering_gesprek_op=dag("2021-03-14"),
    format_invullen=True,
    duur_minuten=60,
    tweede_gesprek_mogelijk=False,
    studieplicht_beoordelen=True,
    beveiligde_locatie=False,
)
GEBIEDEN = Leefgebieden().onbesproken
ALLES = Leefgebieden(**dict.fromkeys(GEBIEDEN, "Besproken."))


def test_everything_that_is_missing_is_named() -> None:
    leeg = [fout.pad for fout in onafgerond(UITKOMST, Leefgebieden(), None, None)]
    assert leeg == [*(f"leefgebieden.{gebied}" for gebied in GEBIEDEN), "taal", "studieplicht"]


def test_one_area_that_was_not_discussed_is_enough() -> None:
    bijna = replace(ALLES, wonen=None)
    assert [fout.pad for fout in onafgerond(UITKOMST, bijna, TAAL, BESLUIT)] == ["leefgebieden.wonen"]


def test_studieplicht_is_decided_only_where_it_must_be() -> None:
    assert list(onafgerond(UITKOMST, ALLES, TAAL, BESLUIT)) == []
    assert list(onafgerond(replace(UITKOMST, studieplicht_beoordelen=False), ALLES, TAAL, None)) == []


def test_an_unclear_level_means_a_language_test() -> None:
    with pytest.raises(OngeldigeInvoer) as fout:
        controleer_taal(Taalniveau.ONDUIDELIJK, toets_aangemeld=False)
    assert [f.pad for f in fout.value.fouten] == ["toets_aangemeld"]
    controleer_taal(Taalniveau.ONDUIDELIJK, toets_aangemeld=True)
    controleer_taal(Taalniveau.VOLDOET_NIET, toets_aangemeld=False)
