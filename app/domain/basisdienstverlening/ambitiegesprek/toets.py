"""The toets ambitiegesprek: reminders, form of the talk, and what it must settle."""

from app.domain.basisdienstverlening.ambitiegesprek.feiten import AmbitiegesprekFeiten, Wijze
from app.domain.basisdienstverlening.ambitiegesprek.herinnering import herinner
from app.domain.basisdienstverlening.ambitiegesprek.onderwerpen import beoordeel_studieplicht, vul_samen_in
from app.domain.basisdienstverlening.ambitiegesprek.uitkomst import AmbitiegesprekUitkomst
from app.domain.basisdienstverlening.ambitiegesprek.vorm import bepaal_duur, vraag_beveiliging
from app.domain.beleid import Peil
from app.domain.besluit import Besluit
from app.domain.leeftijd import eis_geboren
from app.domain.tijd import dag_in_nederland
from app.domain.toets import Toets


def toets_ambitiegesprek(peil: Peil, feiten: AmbitiegesprekFeiten) -> Besluit[AmbitiegesprekUitkomst]:
    """Prepare the talk; raises OngeldigeInvoer for a birth date after the talk or the peildatum."""
    op = dag_in_nederland(feiten.gesprek_op, pad="gesprek_op")
    eis_geboren(feiten.geboortedatum, op, "geboortedatum", "de dag van het gesprek")
    eis_geboren(feiten.geboortedatum, peil.peildatum, "geboortedatum", "de peildatum")
    herinnering_diagnose, herinnering_gesprek, herinneringen = herinner(peil, feiten.diagnose, op)
    duur, duurgrond = bepaal_duur(peil, feiten.wijze)
    formatgrond, studieplicht = vul_samen_in(feiten), beoordeel_studieplicht(peil, feiten, op)
    veiligheid = vraag_beveiliging(feiten)
    uitkomst = AmbitiegesprekUitkomst(
        herinnering_diagnose_op=herinnering_diagnose,
        herinnering_gesprek_op=herinnering_gesprek,
        format_invullen=formatgrond is not None,
        duur_minuten=duur,
        tweede_gesprek_mogelijk=feiten.wijze is Wijze.DIGITAAL,
        studieplicht_beoordelen=studieplicht is not None,
        beveiligde_locatie=veiligheid is not None,
    )
    gronden = (*herinneringen, duurgrond, formatgrond, studieplicht, veiligheid)
    return Besluit(uitkomst, tuple(filter(None, gronden)))


AMBITIEGESPREK = Toets(
    naam="ambitiegesprek",
    thema="basisdienstverlening",
    omschrijving="Hoe een ambitiegesprek wordt voorbereid en waarover het moet gaan.",
    feiten=AmbitiegesprekFeiten,
    uitkomst=AmbitiegesprekUitkomst,
    beoordeel=toets_ambitiegesprek,
    voorbeeld={
        "gesprekOp": "2021-03-22T10:00:00+01:00",
        "geboortedatum": "1998-06-05",
        "startkwalificatie": False,
        "diagnose": "dariuz",
        "diagnoseIngevuld": False,
        "veiligheidsrisico": False,
        "wijze": "fysiek",
    },
)
