"""Which terms an application has as it stands, and who must act (IOM PB §2.1, §2.2.2, §2.3.1)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from app.domain.basisdienstverlening.proces.aanvraag import AFGELOPEN, Aanvraag, Aanvraagtoestand
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.screening.afspraken import STUKKEN, herinner_aanvultermijn
from app.domain.beleid import Peil
from app.domain.besluit import Motivering, Regel
from app.domain.dossier.termijn import Termijnplan, met_spoed
from app.domain.dossier.termijnsoort import Termijnsoort, genummerd
from app.domain.termijnen import dagen_na
from app.domain.termijntoetsen.beslistermijn import AANVRAAG_BESLISTERMIJN

DIENSTVERLENING = Regel("iom.jongere.dienstverlening", "IOM PB", "§2.3.1")
CONSULENT = "inkomensconsulent"
_AAN_ZET: Mapping[Aanvraagtoestand, str] = MappingProxyType(
    {Aanvraagtoestand.VOORGESTELD: "fiatteur", Aanvraagtoestand.GEFIATTEERD: "administratie"}
)


def hersteltermijn(aanvraag: Aanvraag) -> str:
    """Name the term of the last request; each request has a term of its own."""
    return genummerd(Termijnsoort.HERSTELTERMIJN, len(aanvraag.opschortingen))


def termijnen_van_aanvraag(peil: Peil, aanvraag: Aanvraag, melding: Melding, *, spoed: bool) -> tuple[Termijnplan, ...]:
    """Every term of an application; none is left once it ended. The decision is due by who is next.

    The decision term stands still through the hersteltermijn; its end is then what it will be if that passes unused.
    With `spoed` every term goes before other work.
    """
    if aanvraag.toestand in AFGELOPEN:
        return ()
    plannen = (*_beslistermijnen(aanvraag, melding), *_herstel(peil, aanvraag), *_navraag(aanvraag, melding))
    return met_spoed(plannen, spoed=spoed)


def _beslistermijnen(aanvraag: Aanvraag, melding: Melding) -> Iterator[Termijnplan]:
    termijn, gevraagd = aanvraag.beslistermijn, aanvraag.toestand is Aanvraagtoestand.AANVULLING_GEVRAAGD
    besluit = Termijnplan(
        soort=Termijnsoort.BESLUIT,
        regel=AANVRAAG_BESLISTERMIJN,
        rol=_AAN_ZET.get(aanvraag.toestand, CONSULENT),
        basis_op=melding.meldingsdatum,
        uiterlijk_op=termijn.uiterlijk,
        opgeschort_tot=aanvraag.opschortingen[-1].hersteltermijn_tot if gevraagd else None,
    )
    yield besluit
    yield replace(besluit, soort=Termijnsoort.STREEFBESLUIT, uiterlijk_op=termijn.streefdatum, opgeschort_tot=None)


def _herstel(peil: Peil, aanvraag: Aanvraag) -> Iterator[Termijnplan]:
    """The term in which the klant can complete, and the SMS before it ends, while the klant is next."""
    if aanvraag.toestand is not Aanvraagtoestand.AANVULLING_GEVRAAGD:
        return
    laatste = aanvraag.opschortingen[-1]
    plan = Termijnplan(
        soort=Termijnsoort.HERSTELTERMIJN,
        volgnummer=len(aanvraag.opschortingen),
        regel=STUKKEN,
        rol=CONSULENT,
        basis_op=laatste.verzoek_op,
        uiterlijk_op=laatste.hersteltermijn_tot,
    )
    yield plan
    herinner_op = herinner_aanvultermijn(peil, laatste.hersteltermijn_tot)
    yield replace(plan, soort=Termijnsoort.HERINNERING_HERSTELTERMIJN, uiterlijk_op=herinner_op, herinnering=True)


def _navraag(aanvraag: Aanvraag, melding: Melding) -> Iterator[Termijnplan]:
    """After the zoekperiode the consulent asks the werkconsulent whether all agreements were kept; then proposes."""
    tot = melding.uitkomst.zoekperiode_tot
    if tot is not None and aanvraag.toestand not in _AAN_ZET:
        yield Termijnplan(
            soort=Termijnsoort.NAVRAAG_WERKCONSULENT,
            regel=DIENSTVERLENING,
            rol=CONSULENT,
            basis_op=melding.meldingsdatum,
            uiterlijk_op=dagen_na(tot, 1),
            herinnering=True,
        )


def geteld_vanaf_melding(motivering: Motivering, melding: Melding) -> Motivering:
    """Mark the decision term as a choice where a zoekperiode holds: it counts from the melding all the same."""
    gekozen = melding.uitkomst.zoekperiode_tot is not None
    return tuple(
        replace(grond, keuze=True) if gekozen and grond.regel == AANVRAAG_BESLISTERMIJN.id else grond
        for grond in motivering
    )
