"""The toets `melding`: day, route and terms of a report for bijstand."""

from collections.abc import Iterator
from datetime import date

from app.domain.basisdienstverlening.dienstwijze import Dienstwijze, dienstwijze
from app.domain.basisdienstverlening.melding.contact import plan_contact
from app.domain.basisdienstverlening.melding.feiten import Kanaal, MeldingFeiten, MeldingUitkomst
from app.domain.basisdienstverlening.melding.route import kies_route, toets_regiobinding, zoek_contactgemeente
from app.domain.basisdienstverlening.melding.zoekperiode import bepaal_zoekperiode
from app.domain.beleid import Peil
from app.domain.besluit import Besluit, Grond, Regel
from app.domain.fouten import Veldfout, eis_geen
from app.domain.tekst import dag
from app.domain.termijntoetsen.beslistermijn import bepaal_beslistermijn
from app.domain.tijd import dag_in_nederland
from app.domain.toets import Toets

DATUM = Regel("iom.melding.datum", "IOM PB", "§2.2.1")
BROODNOOD = Regel("iom.melding.broodnood", "IOM PB", "§2.4.1")


def toets_melding(peil: Peil, feiten: MeldingFeiten) -> Besluit[MeldingUitkomst]:
    """Everything that follows from a melding; raises OngeldigeInvoer for an impossible birth date or a closed channel.

    The decision term counts from the melding also where a zoekperiode holds: a choice of this project.
    """
    op = dag_in_nederland(feiten.gemeld_op, pad="gemeld_op")
    _controleer(peil, feiten, op)
    route, routegrond = kies_route(peil, feiten, op)
    gemeente, gemeentegrond = zoek_contactgemeente(peil, feiten)
    contact = plan_contact(peil, feiten, op, route)
    zoeken_tot, zoekgrond = bepaal_zoekperiode(peil, feiten, op, route)
    beslissen = bepaal_beslistermijn(peil, op, pad="gemeld_op", keuze=zoeken_tot is not None)
    uitkomst = MeldingUitkomst(
        meldingsdatum=op,
        route=route,
        terugbellen_uiterlijk=contact.uitkomst.terugbellen,
        screening_uiterlijk=contact.uitkomst.screening,
        spoed=feiten.broodnood,
        dak_of_thuisloos=feiten.dak_of_thuisloos,
        regiobinding_toetsen=feiten.dak_of_thuisloos,
        contactgemeente=gemeente,
        zoekperiode_tot=zoeken_tot,
        streef_besluit=beslissen.uitkomst.streefdatum,
        besluit_uiterlijk=beslissen.uitkomst.uiterlijk,
    )
    wie = (*toets_regiobinding(peil, feiten), *gemeentegrond, routegrond)
    wanneer = (*contact.motivering, zoekgrond, *beslissen.motivering)
    return Besluit(uitkomst, (*_eerste_gronden(feiten, op), *wie, *wanneer))


def _controleer(peil: Peil, feiten: MeldingFeiten, op: date) -> None:
    eis_geen(_fouten(peil, feiten, op))


def _fouten(peil: Peil, feiten: MeldingFeiten, op: date) -> Iterator[Veldfout]:
    uiterlijk, wat = min((op, "de melding"), (peil.peildatum, "de peildatum"))
    if feiten.kanaal is Kanaal.FYSIEK and dienstwijze(peil)[0] is Dienstwijze.CORONA:
        yield Veldfout("kanaal", "kanaal-gesloten", "De balie is in coronatijd niet open voor meldingen.")
    if feiten.geboortedatum > uiterlijk:
        yield Veldfout("geboortedatum", "na-feit", f"De geboortedatum ligt na {wat}.")
    if feiten.partner_geboortedatum is not None and feiten.partner_geboortedatum > uiterlijk:
        yield Veldfout("partner_geboortedatum", "na-feit", f"De geboortedatum van de partner ligt na {wat}.")


def _eerste_gronden(feiten: MeldingFeiten, op: date) -> Iterator[Grond]:
    wie = ", door de receptie vastgelegd" if feiten.kanaal is Kanaal.FYSIEK else ""
    yield DATUM.grond(f"De meldingsdatum is {dag(op)}, de dag van de melding zelf{wie}.")
    if feiten.broodnood:
        tekst = (
            "Er is broodnood: de coördinator inkomensondersteuning krijgt direct een signaal en de melding gaat voor."
        )
        yield BROODNOOD.grond(tekst)


MELDING = Toets(
    naam="melding",
    thema="basisdienstverlening",
    omschrijving="Wat er uit een melding volgt: de meldingsdatum, de route en de termijnen.",
    feiten=MeldingFeiten,
    uitkomst=MeldingUitkomst,
    beoordeel=toets_melding,
    voorbeeld={
        "gemeldOp": "2021-03-15T09:30:00+01:00",
        "kanaal": "digitaal",
        "geboortedatum": "1999-04-12",
        "adres": "vast",
        "statushouder": False,
        "vsoPro": False,
        "speciaalOnderwijs": False,
        "exDetentie": False,
        "broodnood": False,
    },
)
