"""Where an inkooporder stands, and which steps it allows (UWV §4)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from app.domain.fouten import StapNietToegestaan
from app.domain.uwv.dienst import Dienst


class Ordertoestand(StrEnum):
    """How far an order is."""

    WERKPLAN = "werkplan"
    OPDRACHT_VERSTREKT = "opdracht_verstrekt"
    PLAN_INGEDIEND = "plan_ingediend"
    PLAN_AFGEKEURD = "plan_afgekeurd"
    PLAN_HERZIEN = "plan_herzien"
    IN_UITVOERING = "in_uitvoering"
    BEEINDIGD = "beeindigd"
    VOORTIJDIG_TERUGGEMELD = "voortijdig_teruggemeld"
    EINDRAPPORTAGE_INGEDIEND = "eindrapportage_ingediend"
    BEOORDEELD = "beoordeeld"
    VERVALLEN = "vervallen"


AFGELOPEN = frozenset({Ordertoestand.BEOORDEELD, Ordertoestand.VERVALLEN})
"""Nobody works on it any more."""


class Orderstap(StrEnum):
    """The steps of an order, as the API names their collections."""

    ORIENTATIEGESPREK = "orientatiegesprek"
    OPDRACHT = "opdracht"
    VERSTREKKING = "verstrekking"
    PLAN = "plan"
    PLANOORDEEL = "planoordeel"
    VERVALLENVERKLARING = "vervallenverklaring"
    SESSIE = "sessie"
    EVALUATIE = "evaluatie"
    EVALUATIEBESLUIT = "evaluatiebesluit"
    BIJSTELLING = "bijstelling"
    BIJSTELLINGSBESLUIT = "bijstellingsbesluit"
    ZIEKTEPERIODE = "ziekteperiode"
    HERSTELMELDING = "herstelmelding"
    TERUGMELDING = "terugmelding"
    TERUGMELDBESLUIT = "terugmeldbesluit"
    BEZWAAR = "bezwaar"
    BEZWAARSCHORSING = "bezwaarschorsing"
    BEZWAARBESLISSING = "bezwaarbeslissing"
    SIGNAAL = "signaal"
    WERKHERVATTING = "werkhervatting"
    ONDERBREKING = "onderbreking"
    BEEINDIGING = "beeindiging"
    EINDRAPPORTAGE = "eindrapportage"
    RESULTAATOORDEEL = "resultaatoordeel"


_S, _T = Orderstap, Ordertoestand
_BEZWAREN = (_S.BEZWAAR, _S.BEZWAARSCHORSING, _S.BEZWAARBESLISSING)
_WERK = (_S.WERKHERVATTING, _S.ONDERBREKING)
_STAPPEN: Mapping[Ordertoestand, tuple[Orderstap, ...]] = MappingProxyType(
    {
        _T.WERKPLAN: (_S.ORIENTATIEGESPREK, _S.OPDRACHT, _S.VERSTREKKING, _S.VERVALLENVERKLARING, *_BEZWAREN),
        _T.OPDRACHT_VERSTREKT: (_S.PLAN, _S.SESSIE, _S.VERVALLENVERKLARING, *_BEZWAREN),
        _T.PLAN_INGEDIEND: (_S.PLANOORDEEL, _S.SESSIE, _S.VERVALLENVERKLARING, *_BEZWAREN),
        _T.PLAN_AFGEKEURD: (_S.PLAN, _S.SESSIE, _S.VERVALLENVERKLARING, *_BEZWAREN),
        _T.PLAN_HERZIEN: (_S.PLANOORDEEL, _S.SESSIE, _S.VERVALLENVERKLARING, *_BEZWAREN),
        _T.IN_UITVOERING: (
            _S.SESSIE,
            _S.EVALUATIE,
            _S.EVALUATIEBESLUIT,
            _S.BIJSTELLING,
            _S.BIJSTELLINGSBESLUIT,
            _S.ZIEKTEPERIODE,
            _S.HERSTELMELDING,
            _S.TERUGMELDING,
            _S.TERUGMELDBESLUIT,
            *_BEZWAREN,
            _S.SIGNAAL,
            *_WERK,
            _S.BEEINDIGING,
        ),
        _T.BEEINDIGD: (_S.SESSIE, *_BEZWAREN, *_WERK, _S.EINDRAPPORTAGE),
        _T.VOORTIJDIG_TERUGGEMELD: (_S.SESSIE, *_BEZWAREN, _S.EINDRAPPORTAGE),
        _T.EINDRAPPORTAGE_INGEDIEND: (*_BEZWAREN, *_WERK, _S.RESULTAATOORDEEL),
        _T.BEOORDEELD: (_S.BEZWAARBESLISSING,),
        _T.VERVALLEN: (),
    }
)
_NIET_BIJ_WERKBEHOUD = frozenset({_S.OPDRACHT, _S.PLAN, _S.PLANOORDEEL})
_ALLEEN_BIJ: Mapping[Orderstap, Dienst] = MappingProxyType(
    {
        _S.EVALUATIE: Dienst.WERKFIT_MAKEN,
        _S.EVALUATIEBESLUIT: Dienst.WERKFIT_MAKEN,
        _S.WERKHERVATTING: Dienst.NAAR_WERK,
        _S.ONDERBREKING: Dienst.NAAR_WERK,
    }
)


def toegestaan(toestand: Ordertoestand, dienst: Dienst) -> tuple[Orderstap, ...]:
    """Name the steps of a state; Werkbehoud has no plan, an evaluation is of Werkfit maken, work of Naar werk."""
    return tuple(stap for stap in _STAPPEN[toestand] if _past(stap, dienst))


def _past(stap: Orderstap, dienst: Dienst) -> bool:
    if dienst.werkbehoud:
        return stap not in _NIET_BIJ_WERKBEHOUD and stap not in _ALLEEN_BIJ
    return stap is not _S.VERSTREKKING and _ALLEEN_BIJ.get(stap, dienst) is dienst


def eis_orderstap(stap: Orderstap, toestand: Ordertoestand, dienst: Dienst, wat: str = "") -> None:
    """Raise StapNietToegestaan for a step out of order; `wat` names it where several orders are stepped on."""
    mogelijk = toegestaan(toestand, dienst)
    if stap not in mogelijk:
        raise StapNietToegestaan(wat or stap.value.capitalize(), toestand, mogelijk)
