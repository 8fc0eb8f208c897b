"""A voorschot is decided on in one way, whether it is recorded with the screening or with the application."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.basisdienstverlening.proces.aanvraag import AFGELOPEN, Aanvraag
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Screening, Voorschot
from app.domain.basisdienstverlening.proces.stand import Stand
from app.domain.basisdienstverlening.screening.feiten import Leefvorm
from app.domain.basisdienstverlening.screening.signalen import BROODNOOD
from app.domain.basisdienstverlening.voorschot import VERZOEK, VOORSCHOT, VoorschotFeiten, motiveer_lager
from app.domain.besluit import Motivering
from app.domain.dossier.klant import Klant
from app.domain.fouten import Strijdig, eis
from app.domain.soorten import Bedrag, LangeTekst
from app.domain.tekst import euro
from app.services.handeling import Handeling
from app.services.veldpaden import met_pad

_PADEN = ("geboortedatum", "geboortedatum_partner", "peildatum")
_BEEINDIGD = frozenset({Stand.INGETROKKEN, Stand.AFGEWEZEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwVoorschot:
    """A voorschot that was given."""

    verstrekt_op: date
    """De dag waarop het voorschot is verstrekt; niet voor de melding en niet in de toekomst."""
    bedrag: Bedrag
    """Het bedrag in euro's; lager dan het minimum alleen met een toelichting, zoals bij eigen inkomen."""
    op_verzoek: bool
    """Op verzoek van de klant; anders ambtshalve, wegens broodnood of omdat de wettelijke termijn afloopt."""
    klant_geinformeerd: bool
    """De klant heeft gehoord dat het een voorschot is; zonder dat wordt het niet vastgelegd."""
    toelichting: LangeTekst | None = None
    """Waarom het lager is dan het minimum; dan verplicht."""


async def maak_voorschot(
    h: Handeling, melding: Melding, aanvragen: Iterable[Aanvraag], nieuw: NieuwVoorschot, leefvorm: Leefvorm
) -> Voorschot:
    """Judge a voorschot by the policy of the day on which it was given, and the age on it of klant and partner.

    One under the minimum has a reason. Raises Strijdig after the decision, and OngeldigeInvoer for one that lacks that
    reason, is untold or on a wrong day.
    """
    _eis_onbeslist(melding, aanvragen)
    _controleer(h, melding, nieuw)
    feiten = await _feiten(h, melding, leefvorm)
    with met_pad("verstrekt_op", **dict.fromkeys(_PADEN, "verstrekt_op")):
        besluit, verantwoording = h.beslis(VOORSCHOT, nieuw.verstrekt_op, feiten)
    return Voorschot(
        verstrekt_op=nieuw.verstrekt_op,
        bedrag=nieuw.bedrag,
        op_verzoek=nieuw.op_verzoek,
        leefvorm=leefvorm,
        minimum=besluit.uitkomst.minimum,
        volgende_uiterlijk=besluit.uitkomst.volgende_uiterlijk,
        toelichting=nieuw.toelichting,
        door=h.beller.wie,
        motivering=(*besluit.motivering, *_motiveer(nieuw, besluit.uitkomst.minimum)),
        verantwoording=verantwoording,
    )


def bewaar_voorschot(
    h: Handeling, stuk: Screening | Aanvraag, melding: Melding, nieuw: NieuwVoorschot, *, spoed: bool
) -> None:
    """Record the thing that now holds the voorschot, in every dossier of its melding; `spoed` says broodnood."""
    grond = BROODNOOD if spoed and not nieuw.op_verzoek else VERZOEK
    h.bewaar(stuk, "voorschot.verstrekt", grond=grond.id, geldig_vanaf=nieuw.verstrekt_op, ook=melding.klanten)


def _eis_onbeslist(melding: Melding, aanvragen: Iterable[Aanvraag]) -> None:
    besloten = any(aanvraag.toestand in AFGELOPEN for aanvraag in aanvragen)
    if besloten or _BEEINDIGD.issuperset(melding.standen.values()):
        raise Strijdig("geen-voorschot-meer", "Er is besloten of ingetrokken: er volgt geen voorschot.")


def _controleer(h: Handeling, melding: Melding, nieuw: NieuwVoorschot) -> None:
    verteld, op = "Vertel de klant dat het een voorschot is.", nieuw.verstrekt_op
    eis(nieuw.klant_geinformeerd, "klant_geinformeerd", "niet-geinformeerd", verteld)
    eis(op <= h.vandaag, "verstrekt_op", "toekomst", "Het voorschot ligt in de toekomst.")
    eis(op >= melding.meldingsdatum, "verstrekt_op", "voor-melding", "Het voorschot ligt voor de melding.")


async def _feiten(h: Handeling, melding: Melding, leefvorm: Leefvorm) -> VoorschotFeiten:
    klant = await h.tx.haal(Klant, melding.klant_id)
    partner = await h.tx.haal(Klant, melding.partner_id) if melding.partner_id else None
    return VoorschotFeiten(
        leefvorm=leefvorm,
        geboortedatum=klant.geboortedatum,
        geboortedatum_partner=partner.geboortedatum if partner else None,
    )


def _motiveer(nieuw: NieuwVoorschot, minimum: Decimal | None) -> Motivering:
    if minimum is None or nieuw.bedrag >= minimum:
        return ()
    waarom = f"Zeg waarom het voorschot lager is dan {euro(minimum)}, het deel dat de wet noemt zonder eigen inkomen."
    eis(nieuw.toelichting is not None, "toelichting", "verplicht", waarom)
    return (motiveer_lager(nieuw.bedrag, minimum),)
