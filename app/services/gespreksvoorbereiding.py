"""How an ambitiegesprek is prepared: the rules on what its planner gives and what the dossier knows."""

from typing import Any
from uuid import UUID

from app.domain.basisdienstverlening.ambitiegesprek import AMBITIEGESPREK, AmbitiegesprekFeiten, AmbitiegesprekOpgave
from app.domain.basisdienstverlening.diagnose import Diagnose
from app.domain.basisdienstverlening.proces.ambitiegesprek import Ambitiegesprek
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.basisdienstverlening.proces.stand import Stap
from app.domain.dossier.klant import Klant
from app.domain.fouten import eis
from app.domain.tijd import dag_in_nederland
from app.services.handeling import Handeling
from app.services.meldingstukken import open_van_melding
from app.services.meldingverloop import eis_meldingstap
from app.services.veldpaden import met_pad, vul_aan


async def open_gesprek(h: Handeling, gesprek_id: UUID) -> tuple[Ambitiegesprek, Melding]:
    """Open an ambitiegesprek that is not rounded off, with its melding.

    Raises NietGevonden, StapNietToegestaan and what If-Match asks.
    """
    gesprek, melding = await open_van_melding(h, Ambitiegesprek, gesprek_id)
    eis_meldingstap(melding, gesprek.klant_id, Stap.AMBITIEGESPREK)
    return gesprek, melding


async def bereid_voor(h: Handeling, melding: Melding, klant_id: UUID, opgave: AmbitiegesprekOpgave) -> dict[str, Any]:
    """Judge the talk by the policy of its day; give the fields that a talk keeps of it.

    How the leefgebieden are mapped follows from the screening; without one it is the form. Raises OngeldigeInvoer,
    also for a talk before the melding or before its screening.
    """
    screeningen = await h.tx.vind(Screening, melding_id=melding.id)
    oordeel = next((s.oordelen[klant_id] for s in screeningen if klant_id in s.oordelen), None)
    eerder = oordeel.feiten.gesprek_op if oordeel else melding.opgave.gemeld_op
    te_vroeg = "Het ambitiegesprek ligt voor de screening of de melding."
    eis(opgave.gesprek_op >= eerder, "opgave.gesprek_op", "te-vroeg", te_vroeg)
    klant = await h.tx.haal(Klant, klant_id)
    with met_pad("opgave", geboortedatum="klant_id"):
        diagnose = oordeel.uitkomst.diagnose if oordeel else Diagnose.FORMAT
        feiten = vul_aan(AmbitiegesprekFeiten, opgave, geboortedatum=klant.geboortedatum, diagnose=diagnose)
        return beoordeel_gesprek(h, feiten)


def beoordeel_gesprek(h: Handeling, feiten: AmbitiegesprekFeiten) -> dict[str, Any]:
    """Judge a talk by the policy of its day; give the fields that a talk keeps of it.

    Raises OngeldigeInvoer with the facts of the toets as paths.
    """
    peildatum = dag_in_nederland(feiten.gesprek_op, pad="gesprek_op")
    besluit, verantwoording = h.beslis(AMBITIEGESPREK, peildatum, feiten)
    return {
        "feiten": feiten,
        "uitkomst": besluit.uitkomst,
        "motivering": besluit.motivering,
        "verantwoording": verantwoording,
    }
