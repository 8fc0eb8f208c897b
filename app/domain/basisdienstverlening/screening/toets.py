"""The toets `screening`: question, desk, signals and what follows, each decided where its rules stand."""

from app.domain.basisdienstverlening.screening.afspraken import maak_afspraken
from app.domain.basisdienstverlening.screening.bevinding import bundel
from app.domain.basisdienstverlening.screening.feiten import ScreeningFeiten, Vraag
from app.domain.basisdienstverlening.screening.loket import toets_loket
from app.domain.basisdienstverlening.screening.signalen import zoek_signalen
from app.domain.basisdienstverlening.screening.uitkomst import ScreeningUitkomst, Vervolg
from app.domain.basisdienstverlening.screening.vervolg import GEEN_GESPREK, bepaal_vervolg, kies_diagnose, plan_gesprek
from app.domain.basisdienstverlening.screening.vraag import beoordeel_vraag
from app.domain.beleid import Peil
from app.domain.besluit import Besluit
from app.domain.fouten import eis
from app.domain.leeftijd import eis_geboren
from app.domain.toets import Toets


def toets_screening(peil: Peil, feiten: ScreeningFeiten) -> Besluit[ScreeningUitkomst]:
    """Screen a klant; raises OngeldigeInvoer for an impossible birth date or an income that is missing for `werk`."""
    _controleer(peil, feiten)
    loket = toets_loket(peil, feiten) if feiten.vraag is Vraag.UITKERING else ()
    bevindingen = (beoordeel_vraag(peil, feiten), *loket, *zoek_signalen(feiten))
    vervolg = bepaal_vervolg(peil, feiten, loket)
    diagnose, diagnose_uiterlijk, diagnosegrond = kies_diagnose(peil, feiten)
    gesprek = plan_gesprek(peil, feiten) if vervolg is Vervolg.AMBITIEGESPREK else GEEN_GESPREK
    afspraken = maak_afspraken(peil, feiten)
    uitkomst = ScreeningUitkomst(
        juiste_loket=not any(bevinding.elders for bevinding in loket),
        verwijzingen=bundel(bevindingen),
        vervolg=vervolg,
        aantal_ambitiegesprekken=gesprek.aantal,
        ambitiegesprek_uiterlijk=gesprek.uiterlijk,
        diagnose=diagnose,
        diagnose_uiterlijk=diagnose_uiterlijk,
        stukken_uiterlijk=afspraken.stukken_uiterlijk,
        nabellen_op=afspraken.nabellen_op,
        rapportage_uiterlijk=afspraken.rapportage_uiterlijk,
        voorschot=feiten.broodnood,
        inkomensafspraak_van=afspraken.inkomensafspraak_van,
        inkomensafspraak_tot=afspraken.inkomensafspraak_tot,
    )
    gronden = (bevinding.grond for bevinding in bevindingen)
    return Besluit(uitkomst, (*gronden, *gesprek.gronden, diagnosegrond, *afspraken.gronden))


def _controleer(peil: Peil, feiten: ScreeningFeiten) -> None:
    eis_geboren(feiten.geboortedatum, feiten.gespreksdag, "geboortedatum", "de dag van het gesprek")
    eis_geboren(feiten.geboortedatum, peil.peildatum, "geboortedatum", "de peildatum")
    bekend = feiten.vraag is not Vraag.WERK or feiten.inkomen_tot120_wml is not None
    eis(bekend, "inkomen_tot120_wml", "verplicht", "Bij de vraag werk is nodig of het inkomen binnen de grens blijft.")


SCREENING = Toets(
    naam="screening",
    thema="basisdienstverlening",
    omschrijving="Of iemand aan het juiste loket is, naar wie wordt verwezen en wat er volgt.",
    feiten=ScreeningFeiten,
    uitkomst=ScreeningUitkomst,
    beoordeel=toets_screening,
    voorbeeld={
        "gesprekOp": "2021-03-15T10:00:00+01:00",
        "geboortedatum": "1987-06-05",
        "vraag": "uitkering",
        "wekenGewerktVan36": 10,
        "gestoptDoorZiekte": False,
        "wwVolledigDoorlopen": False,
        "leefvorm": "alleenstaand",
        "nettoInkomen": "250.00",
        "vermogenBovenGrens": False,
        "doelgroepregister": False,
        "rechtOpStudiefinanciering": False,
        "medischeBeperking": False,
        "voorliggend": [],
        "financieel": {
            "vasteLastenBetaald": True,
            "roodstand": True,
            "schulden": False,
            "incasso": False,
            "komendeMaandBetaalbaar": True,
            "buffer": False,
        },
        "dreigendeUithuiszetting": False,
        "broodnood": False,
        "fraudevermoeden": False,
        "minderZelfredzaam": False,
        "statushouder": False,
        "dakOfThuisloos": False,
        "lksJongere": False,
        "dariuz": "met_hulp",
        "partner": False,
    },
)
