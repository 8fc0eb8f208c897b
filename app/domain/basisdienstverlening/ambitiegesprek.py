"""Ambitiegesprek: how the talk is prepared and what it must settle (IOM PB §2.2.3)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.basisdienstverlening.diagnose import Diagnose
from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Grond, Motivering, Regel
from app.domain.leeftijd import eis_geboren, leeftijd
from app.domain.tekst import dag
from app.domain.termijnen import dagen_na, kalender
from app.domain.termijngronden import werkdaggronden
from app.domain.tijd import dag_in_nederland
from app.domain.toets import Toets

HERINNERING = Regel("iom.ambitie.herinnering", "IOM PB", "§2.2.3")
DUUR = Regel("iom.ambitie.duur", "IOM PB", "§2.1, §2.4.4")
LEEFGEBIEDEN = Regel("iom.ambitie.leefgebieden", "IOM PB", "§2.2.3, bijlage 2")
VEILIGHEID = Regel("iom.ambitie.veiligheid", "IOM PB", "§2.2.3, §2.3.2")
STUDIEPLICHT = Regel("iom.ambitie.studieplicht", "IOM PB", "§2.3.1 punt 7")


class Wijze(StrEnum):
    """How the talk is held."""

    FYSIEK = "fysiek"
    DIGITAAL = "digitaal"


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbitiegesprekOpgave:
    """What the one who plans the talk gives; the dossier knows the rest."""

    gesprek_op: datetime
    """Het moment van het ambitiegesprek; de dag in Nederland telt."""
    startkwalificatie: bool
    """De klant heeft een startkwalificatie: mbo 2 of hoger, havo of vwo."""
    diagnose_ingevuld: bool
    """De klant heeft Dariuz ingevuld."""
    veiligheidsrisico: bool
    """Er is een risico voor de veiligheid."""
    wijze: Wijze
    """Hoe het gesprek gevoerd wordt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbitiegesprekFeiten(AmbitiegesprekOpgave):
    """What is known when the talk is planned."""

    geboortedatum: date
    """Geboortedatum van de klant; niet na de dag van het gesprek of de peildatum."""
    diagnose: Diagnose
    """Hoe de leefgebieden in kaart worden gebracht."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbitiegesprekUitkomst:
    """How to prepare and hold the talk."""

    herinnering_diagnose_op: date | None
    """De dag van de herinnering om Dariuz in te vullen; null bij het format."""
    herinnering_gesprek_op: date
    """De dag van de sms over het gesprek."""
    format_invullen: bool
    """Klant en intaker vullen samen het format in."""
    duur_minuten: int
    """Hoe lang het gesprek ongeveer duurt, in minuten."""
    tweede_gesprek_mogelijk: bool
    """Er kan een tweede gesprek nodig zijn."""
    studieplicht_beoordelen: bool
    """De intaker besluit over studieplicht."""
    beveiligde_locatie: bool
    """Het gesprek is op een beveiligde plaats."""


def toets_ambitiegesprek(peil: Peil, feiten: AmbitiegesprekFeiten) -> Besluit[AmbitiegesprekUitkomst]:
    """Prepare the talk; raises OngeldigeInvoer for a birth date after the talk or the peildatum."""
    op = dag_in_nederland(feiten.gesprek_op, pad="gesprek_op")
    eis_geboren(feiten.geboortedatum, op, "geboortedatum", "de dag van het gesprek")
    eis_geboren(feiten.geboortedatum, peil.peildatum, "geboortedatum", "de peildatum")
    herinnering_diagnose, herinnering_gesprek, herinneringen = herinner(peil, feiten.diagnose, op)
    duur, duurgrond = bepaal_duur(peil, feiten.wijze)
    formatgrond, studieplicht, veiligheid = _format(feiten), _studieplicht(peil, feiten, op), _veiligheid(feiten)
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


def herinner(peil: Peil, diagnose: Diagnose, op: date) -> tuple[date | None, date, Motivering]:
    """When the klant is reminded of Dariuz, and when of the talk, which is held on day `op`."""
    vooraf, sms = peil["iom.ambitie.herinnering_diagnose.werkdagen"], peil["iom.ambitie.herinnering_gesprek.dagen"]
    gesprek = dagen_na(op, -sms.getal, pad="gesprek_op")
    tekst = f"De klant krijgt op {dag(gesprek)} een sms over het gesprek"
    if diagnose is Diagnose.FORMAT:
        return None, gesprek, (HERINNERING.grond(f"{tekst}.", sms),)
    werkdagen = kalender(peil)
    invullen = werkdagen.werkdagen_voor(op, vooraf.getal, pad="gesprek_op")
    tekst = f"{tekst}, en op {dag(invullen)}, {vooraf.getal} werkdagen vooraf, een herinnering aan Dariuz."
    telling = werkdaggronden(werkdagen, op, vooraf.getal, invullen)
    return invullen, gesprek, (*telling, HERINNERING.grond(tekst, vooraf, sms))


def bepaal_duur(peil: Peil, wijze: Wijze) -> tuple[int, Grond]:
    """How long the talk takes, in minutes."""
    duur = peil[f"iom.ambitie.duur.{wijze}.minuten"]
    if wijze is Wijze.FYSIEK:
        return duur.getal, DUUR.grond(f"Het gesprek duurt ongeveer {duur.getal} minuten.", duur)
    tekst = f"Het gesprek is digitaal: {duur.getal} minuten, en een tweede gesprek is mogelijk."
    return duur.getal, DUUR.grond(tekst, duur)


def _format(feiten: AmbitiegesprekFeiten) -> Grond | None:
    if feiten.diagnose is not Diagnose.FORMAT and feiten.diagnose_ingevuld:
        return None
    waarom = "Het format is gekozen" if feiten.diagnose is Diagnose.FORMAT else "Dariuz is niet ingevuld"
    return LEEFGEBIEDEN.grond(f"{waarom}: klant en intaker vullen samen het format over de leefgebieden in.")


def _studieplicht(peil: Peil, feiten: AmbitiegesprekFeiten, op: date) -> Grond | None:
    grens = peil["iom.jongere.leeftijd"]
    if feiten.startkwalificatie or leeftijd(feiten.geboortedatum, op) >= grens.getal:
        return None
    tekst = (
        f"De klant is jonger dan {grens.getal} zonder startkwalificatie: de intaker besluit met redenen over "
        "studieplicht en meldt dit de inkomensconsulent voor de beschikking."
    )
    return STUDIEPLICHT.grond(tekst, grens)


def _veiligheid(feiten: AmbitiegesprekFeiten) -> Grond | None:
    if not feiten.veiligheidsrisico:
        return None
    return VEILIGHEID.grond("Er is een veiligheidsrisico: een andere plaats met beveiliging, zo nodig met de SR erbij.")


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
