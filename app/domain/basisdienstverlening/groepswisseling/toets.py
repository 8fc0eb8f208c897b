"""The toets groepswisseling: the rules of the present group, and what a change brings with it."""

from app.domain.basisdienstverlening.groepswisseling.faciliteren import uit_faciliteren
from app.domain.basisdienstverlening.groepswisseling.feiten import GroepswisselingFeiten
from app.domain.basisdienstverlening.groepswisseling.groeien import uit_groeien
from app.domain.basisdienstverlening.groepswisseling.matchen import uit_matchen
from app.domain.basisdienstverlening.groepswisseling.uitkomst import GroepswisselingUitkomst, Oordeel, Wisseladvies
from app.domain.basisdienstverlening.groepswisseling.zorgen import uit_zorgen
from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Grond, Motivering, Regel
from app.domain.fouten import eis
from app.domain.toets import Toets

GEVOLGEN = Regel("iom.wisseling.gevolgen", "IOM PB", "§2.2.4")

_UIT = {
    Klantgroep.MATCHEN: uit_matchen,
    Klantgroep.GROEIEN: uit_groeien,
    Klantgroep.FACILITEREN: uit_faciliteren,
    Klantgroep.ZORGEN: uit_zorgen,
}


def toets_groepswisseling(peil: Peil, feiten: GroepswisselingFeiten) -> Besluit[GroepswisselingUitkomst]:
    """Advise on a change of group; raises OngeldigeInvoer when the klant entered the group after the peildatum."""
    in_groep = feiten.in_groep_sinds <= peil.peildatum
    eis(in_groep, "in_groep_sinds", "na-peildatum", "De eerste dag in de groep ligt na de peildatum.")
    oordeel = _UIT[feiten.huidige_groep](peil, feiten)
    wisselt = oordeel.advies is Wisseladvies.WISSELEN
    uitkomst = GroepswisselingUitkomst(
        advies=oordeel.advies,
        naar=oordeel.naar,
        verlenging_tot=oordeel.verlenging_tot,
        warme_overdracht=wisselt,
        kick_off=wisselt and oordeel.naar is not Klantgroep.ZORGEN,
    )
    return Besluit(uitkomst, (*oordeel.gronden, *_gevolgen(oordeel)))


def _gevolgen(oordeel: Oordeel) -> Motivering:
    if oordeel.advies is not Wisseladvies.WISSELEN or oordeel.naar is None:
        return ()
    return (gevolgen(oordeel.naar),)


def gevolgen(naar: Klantgroep) -> Grond:
    """State what a change to a group brings with it."""
    hoe = f"De klant wisselt naar {naar.capitalize()} met een warme overdracht in een driegesprek"
    geen_kick_off = naar is Klantgroep.ZORGEN
    slot = "; die groep heeft geen kick-off." if geen_kick_off else " en een uitnodiging voor de kick-off."
    return GEVOLGEN.grond(f"{hoe}{slot}")


GROEPSWISSELING = Toets(
    naam="groepswisseling",
    thema="basisdienstverlening",
    omschrijving="Of een klant van klantgroep wisselt, en waarom.",
    feiten=GroepswisselingFeiten,
    uitkomst=GroepswisselingUitkomst,
    beoordeel=toets_groepswisseling,
    voorbeeld={
        "huidigeGroep": "matchen",
        "inGroepSinds": "2020-11-21",
        "verlengd": False,
        "geplaatst": False,
        "extraNodig": False,
    },
)
