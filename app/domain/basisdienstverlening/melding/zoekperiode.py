"""Zoekperiode: four weeks of searching before a youngster's application is handled (PW art. 41 lid 4)."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from app.domain.basisdienstverlening.dienstwijze import Dienstwijze, dienstwijze
from app.domain.basisdienstverlening.melding.feiten import MeldingFeiten, Route
from app.domain.beleid import Peil
from app.domain.besluit import Grond, Regel
from app.domain.leeftijd import leeftijd
from app.domain.parameter import Waarde
from app.domain.tekst import dag
from app.domain.termijnen import weken_na

ZOEKPERIODE = Regel("wet.pw.zoekperiode", "IOM PB, PW", "§2.3.1, art. 41 lid 4")
CORONA = Regel("iom.melding.corona", "IOM PB", "§2.4")

KENMERKEN: Mapping[str, Callable[[MeldingFeiten], bool]] = MappingProxyType(
    {
        "speciaal_onderwijs": lambda feiten: feiten.speciaal_onderwijs,
        "dak_of_thuisloos": lambda feiten: feiten.dak_of_thuisloos,
        "ex_detentie": lambda feiten: feiten.ex_detentie,
        "statushouder": lambda feiten: feiten.statushouder,
    }
)
"""The groups that a policy set can exempt, by the name that it uses."""


def bepaal_zoekperiode(
    peil: Peil, feiten: MeldingFeiten, meldingsdatum: date, route: Route
) -> tuple[date | None, Grond]:
    """The last day of searching, without Atw, or None where no zoekperiode holds; and why."""
    vrij = _buiten_bereik(peil, feiten, meldingsdatum, route) or _vrijgesteld(peil, feiten)
    if vrij is not None:
        return None, vrij
    weken, vrijstellingen = peil["wet.pw.zoekperiode.weken"], peil["wet.pw.zoekperiode.vrijgesteld"]
    tot = weken_na(meldingsdatum, weken.getal, pad="gemeld_op")
    tekst = f"De klant zoekt eerst {weken.getal} weken zelf naar werk of een opleiding, tot en met {dag(tot)}."
    return tot, ZOEKPERIODE.grond(tekst, weken, vrijstellingen)


def _buiten_bereik(peil: Peil, feiten: MeldingFeiten, meldingsdatum: date, route: Route) -> Grond | None:
    van, tot = peil["wet.pw.zoekperiode.leeftijd"], peil["iom.jongere.leeftijd"]
    if route is Route.VSO_PRO:
        return ZOEKPERIODE.grond("Op de route vso/pro geldt geen zoekperiode.")
    jaren = leeftijd(feiten.geboortedatum, meldingsdatum)
    if not van.getal <= jaren < tot.getal:
        return ZOEKPERIODE.grond(f"De klant is {jaren} jaar: geen zoekperiode.", van, tot)
    partner = feiten.partner_geboortedatum
    if partner is not None and leeftijd(partner, meldingsdatum) >= tot.getal:
        return ZOEKPERIODE.grond(f"De partner is {tot.getal} jaar of ouder: geen zoekperiode.", tot)
    return None


def _vrijgesteld(peil: Peil, feiten: MeldingFeiten) -> Grond | None:
    groepen = peil["wet.pw.zoekperiode.vrijgesteld"]
    if groep := _groep(groepen, feiten):
        return ZOEKPERIODE.grond(f"De groep {groep} is vrijgesteld van de zoekperiode.", groepen)
    wijze, modus = dienstwijze(peil)
    if wijze is not Dienstwijze.CORONA:
        return None
    kwetsbaar = peil["iom.melding.corona.kwetsbaar"]
    if groep := _groep(kwetsbaar, feiten):
        tekst = f"In coronatijd geldt geen zoekperiode voor kwetsbare jongeren, waaronder de groep {groep}."
        return CORONA.grond(tekst, modus, kwetsbaar, keuze=True)
    return None


def _groep(groepen: Waarde, feiten: MeldingFeiten) -> str | None:
    return next((naam.replace("_", " ") for naam in groepen.namen if KENMERKEN[naam](feiten)), None)
