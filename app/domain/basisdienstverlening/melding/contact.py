"""First contact after a melding: calling back and the day of the screeningsgesprek (IOM PB §2.1, §2.2.1, §2.4)."""

from dataclasses import dataclass
from datetime import date

from app.domain.basisdienstverlening.dienstwijze import Dienstwijze, dienstwijze
from app.domain.basisdienstverlening.melding.feiten import Kanaal, MeldingFeiten, Route
from app.domain.basisdienstverlening.melding.zoekperiode import CORONA
from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Motivering, Regel
from app.domain.parameter import Waarde
from app.domain.tekst import dag, opsomming
from app.domain.termijnen import Eenheid, kalender
from app.domain.termijngronden import Termijnduur, bereken

KANAAL = Regel("iom.melding.kanaal", "IOM PB", "§2.1, §2.2.1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """The last days for the first contact; None where none is due."""

    terugbellen: date | None
    screening: date | None


def plan_contact(peil: Peil, feiten: MeldingFeiten, meldingsdatum: date, route: Route) -> Besluit[Contact]:
    """When to call back, on every route, and when the screeningsgesprek takes place at the latest."""
    terug = _terugbellen(peil, meldingsdatum) if feiten.kanaal is Kanaal.DIGITAAL else None
    screening = None if route is Route.VSO_PRO else bereken_screening(peil, meldingsdatum)
    delen = [besluit for besluit in (terug, screening) if besluit is not None]
    gronden = dict.fromkeys(grond for besluit in delen for grond in besluit.motivering)
    contact = Contact(
        terugbellen=terug.uitkomst if terug else None, screening=screening.uitkomst if screening else None
    )
    return Besluit(contact, (*gronden, *_gronden(peil, feiten, contact)))


def _terugbellen(peil: Peil, meldingsdatum: date) -> Besluit[date]:
    eenheid = Eenheid.KALENDERDAGEN if dienstwijze(peil)[0] is Dienstwijze.CORONA else Eenheid.WERKDAGEN
    termijn = Termijnduur(_terugbelnorm(peil).getal, eenheid)
    return bereken(kalender(peil), meldingsdatum, termijn, pad="gemeld_op")


def _terugbelnorm(peil: Peil) -> Waarde:
    corona = dienstwijze(peil)[0] is Dienstwijze.CORONA
    return peil["iom.melding.corona.contact.dagen" if corona else "iom.melding.terugbellen.werkdagen"]


def bereken_screening(peil: Peil, meldingsdatum: date) -> Besluit[date]:
    """The last day for the screeningsgesprek of who has one."""
    termijn = Termijnduur(peil["iom.melding.screening.werkdagen"].getal, Eenheid.WERKDAGEN)
    return bereken(kalender(peil), meldingsdatum, termijn, pad="gemeld_op")


def _gronden(peil: Peil, feiten: MeldingFeiten, contact: Contact) -> Motivering:
    delen, normen = ["een screeningsgesprek hoort niet bij deze route"], []
    if contact.screening is not None:
        wanneer = "meteen gepland, uiterlijk op" if feiten.kanaal is Kanaal.TELEFONISCH else "uiterlijk op"
        delen = [f"het screeningsgesprek is {wanneer} {dag(contact.screening)}"]
        normen.append(peil["iom.melding.screening.werkdagen"])
    if contact.terugbellen is not None:
        delen.insert(0, f"de klant wordt uiterlijk op {dag(contact.terugbellen)} teruggebeld")
        normen.append(_terugbelnorm(peil))
    return (KANAAL.grond(f"De melding is {feiten.kanaal.value}: {opsomming(delen)}.", *normen), *_corona(peil))


def _corona(peil: Peil) -> Motivering:
    wijze, modus = dienstwijze(peil)
    if wijze is Dienstwijze.NORMAAL:
        return ()
    norm = _terugbelnorm(peil)
    contact = Termijnduur(norm.getal, Eenheid.KALENDERDAGEN)
    tekst = (
        f"In coronatijd zijn gesprekken per video of telefoon en is er na een digitale melding contact in {contact}."
    )
    return (CORONA.grond(tekst, modus, norm),)
