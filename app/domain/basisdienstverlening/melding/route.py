"""The route of a melding, and people without a fixed address (IOM PB §2.3.1-2.3.3, §4.2)."""

from datetime import date

from app.domain.basisdienstverlening.melding.feiten import MeldingFeiten, Route
from app.domain.beleid import Peil
from app.domain.besluit import Grond, Regel
from app.domain.leeftijd import leeftijd
from app.domain.tekst import opsomming

DAK_THUISLOOS = Regel("iom.melding.dak_thuisloos", "IOM PB", "§2.3.2")
CENTRUMGEMEENTE = Regel("iom.melding.centrumgemeente", "IOM PB", "§2.3.2")
ROUTE = Regel("iom.melding.route", "IOM PB", "§2.3.1-2.3.3, §4.2", keuze=True)

_NAMEN = {Route.VSO_PRO: "vso/pro", Route.BIJZONDERE_DOELGROEP: "bijzondere doelgroep"}
_UITLEG = {
    Route.VSO_PRO: "de jongerencoach meldt de klant aan, die zonder poort naar Groeien gaat",
    Route.STATUSHOUDER: "screening, ambitiegesprek en BAD vallen op één dag",
    Route.JONGERE: "de klant is op de meldingsdatum jonger dan {grens}",
    Route.BIJZONDERE_DOELGROEP: "de klant {bijzonder}",
    Route.REGULIER: "geen bijzondere groep is van toepassing",
}


def kies_route(peil: Peil, feiten: MeldingFeiten, meldingsdatum: date) -> tuple[Route, Grond]:
    """The first route that holds; the order where several hold is a choice of this project."""
    grens = peil["iom.jongere.leeftijd"]
    passend = {
        Route.VSO_PRO: feiten.vso_pro,
        Route.STATUSHOUDER: feiten.statushouder,
        Route.JONGERE: leeftijd(feiten.geboortedatum, meldingsdatum) < grens.getal,
        Route.BIJZONDERE_DOELGROEP: feiten.dak_of_thuisloos or feiten.ex_detentie,
    }
    route, *ook = (*(route for route, past in passend.items() if past), Route.REGULIER)
    voorrang = f"; deze route gaat voor {opsomming(map(_naam, ook[:-1]))}" if ook[:-1] else ""
    bijzonder = "is dak- of thuisloos" if feiten.dak_of_thuisloos else "komt rechtstreeks uit detentie"
    uitleg = _UITLEG[route].format(grens=grens.getal, bijzonder=bijzonder)
    tekst = f"De route is {_naam(route)}: {uitleg}{voorrang}."
    return route, ROUTE.grond(tekst, grens)


def _naam(route: Route) -> str:
    return _NAMEN.get(route, route.value)


def toets_regiobinding(peil: Peil, feiten: MeldingFeiten) -> tuple[Grond, ...]:
    """Why the tie with the municipality must be looked into; nothing for who has a fixed address."""
    if not feiten.dak_of_thuisloos:
        return ()
    jaren = peil["iom.melding.regiobinding.jaren"]
    tekst = (
        f"De klant heeft geen vast adres: ga na of er in de laatste {jaren.getal} jaar een band met de gemeente was."
    )
    return (DAK_THUISLOOS.grond(tekst, jaren),)


def zoek_contactgemeente(peil: Peil, feiten: MeldingFeiten) -> tuple[str | None, tuple[Grond, ...]]:
    """The municipality that is told about its resident, in the policy's spelling; capitals do not matter."""
    if not (feiten.dak_of_thuisloos and feiten.herkomstgemeente):
        return None, ()
    bediend = peil["iom.melding.centrumgemeente.gemeenten"]
    gezocht = feiten.herkomstgemeente.strip().casefold()
    gemeente = next((naam for naam in bediend.namen if naam.casefold() == gezocht), None)
    if gemeente is None:
        return None, ()
    tekst = f"De klant zonder vast adres komt uit {gemeente}: de contactpersoon van die gemeente krijgt bericht."
    return gemeente, (CENTRUMGEMEENTE.grond(tekst, bediend),)
