"""Whether someone who asks for a uitkering is at the right desk (IOM PB §2.2.2). Each rule is its own question."""

from types import MappingProxyType

from app.domain.basisdienstverlening.screening.bevinding import Bevinding
from app.domain.basisdienstverlening.screening.feiten import ScreeningFeiten, Voorliggend
from app.domain.basisdienstverlening.screening.norm import bijstandsnorm
from app.domain.basisdienstverlening.screening.uitkomst import Naar, Verwijzing
from app.domain.beleid import Peil
from app.domain.besluit import Grond, Regel
from app.domain.parameter import Waarde
from app.domain.tekst import euro, opsomming
from app.domain.termijnen import maanden_na

WW = Regel("iom.loket.ww", "IOM PB", "§2.2.2")
ZIEKTE = Regel("iom.loket.ziekte", "IOM PB", "§2.2.2")
IOW = Regel("iom.loket.iow", "IOM PB", "§2.2.2")
INKOMEN = Regel("iom.loket.inkomen", "IOM PB; PW", "§2.2.2; art. 21", keuze=True)
STUDIE = Regel("iom.loket.studie", "IOM PB", "§2.2.2")
VOORLIGGEND = Regel("iom.loket.voorliggend", "IOM PB", "§2.2.2")
ELDERS = Regel("iom.loket.elders", "IOM PB", "§2.2.2 stap 3, §2.3.1 punt 4")

_VOORZIENINGEN = MappingProxyType(
    {
        Voorliggend.SVB: "een uitkering van de SVB",
        Voorliggend.ALIMENTATIE: "alimentatie",
        Voorliggend.WERKGEVER: "een recht bij de vroegere werkgever",
        Voorliggend.BELASTINGDIENST: "een recht bij de Belastingdienst",
    }
)


def toets_loket(peil: Peil, feiten: ScreeningFeiten) -> tuple[Bevinding, ...]:
    """Ask every rule of the right desk, and what follows when one of them points elsewhere."""
    bevindingen = tuple(filter(None, (regel(peil, feiten) for regel in _REGELS)))
    if not any(bevinding.elders for bevinding in bevindingen):
        return bevindingen
    return (*bevindingen, Bevinding(_afhandeling(peil, feiten)))


def _naar(grond: Grond, *adressen: Naar) -> Bevinding:
    return Bevinding(grond, tuple(Verwijzing(naar=adres) for adres in adressen), elders=True)


def _ww(peil: Peil, feiten: ScreeningFeiten) -> Bevinding | None:
    nodig = peil["iom.loket.ww.weken"]
    if feiten.weken_gewerkt_van36 < nodig.getal:
        return None
    tekst = f"De klant werkte {nodig.getal} of meer van de laatste 36 weken: verwijzing naar UWV voor de WW."
    return _naar(WW.grond(tekst, nodig), Naar.UWV_WW)


def _ziekte(_peil: Peil, feiten: ScreeningFeiten) -> Bevinding | None:
    if not feiten.gestopt_door_ziekte:
        return None
    tekst = "De klant stopte met werken door ziekte of een lichamelijke beperking: verwijzing naar UWV voor ZW of WIA."
    return _naar(ZIEKTE.grond(tekst), Naar.UWV_ZW_WIA)


def _iow(peil: Peil, feiten: ScreeningFeiten) -> Bevinding | None:
    if feiten.eerste_ww_dag is None or not feiten.ww_volledig_doorlopen:
        return None
    grens = peil["iom.loket.iow.leeftijd_maanden"]
    if feiten.eerste_ww_dag <= maanden_na(feiten.geboortedatum, grens.getal, pad="geboortedatum"):
        return None
    jaren, maanden = divmod(grens.getal, 12)
    tekst = (
        f"De klant was op de eerste WW-dag ouder dan {jaren} jaar en {maanden} maanden en doorliep de volledige WW: "
        "verwijzing naar UWV voor de IOW."
    )
    return _naar(IOW.grond(tekst, grens), Naar.UWV_IOW)


def _inkomen(peil: Peil, feiten: ScreeningFeiten) -> Bevinding:
    norm, huishouden = bijstandsnorm(peil, feiten.leefvorm)
    vanaf, aow = peil["wet.pw.bijstandsnorm.vanaf_leeftijd"], peil["wet.aow.leeftijd_maanden"]
    te_hoog = feiten.netto_inkomen > norm.bedrag
    gevolg = "hoger, er is geen recht te verwachten" if te_hoog else "niet hoger"
    tekst = (
        f"De norm voor {huishouden} is {euro(norm.bedrag)} per maand en het netto-inkomen is {gevolg}; "
        f"een grove schatting{_voorbehoud(feiten, vanaf, aow)}."
    )
    return Bevinding(INKOMEN.grond(tekst, norm, vanaf, aow), elders=te_hoog)


def _voorbehoud(feiten: ScreeningFeiten, vanaf: Waarde, aow: Waarde) -> str:
    jonger = feiten.leeftijd < vanaf.getal
    ouder = maanden_na(feiten.geboortedatum, aow.getal, pad="geboortedatum") <= feiten.gespreksdag
    if not (jonger or ouder):
        return ""
    waarom = f"jonger dan {vanaf.getal}" if jonger else "op of boven de AOW-leeftijd"
    return f" met de norm van {vanaf.getal} jaar tot de AOW-leeftijd, terwijl de klant {waarom} is"


def _studie(_peil: Peil, feiten: ScreeningFeiten) -> Bevinding | None:
    if not feiten.recht_op_studiefinanciering:
        return None
    tekst = "De klant heeft recht op studiefinanciering of WTOS: verwijzing naar DUO"
    if not feiten.medische_beperking:
        return _naar(STUDIE.grond(f"{tekst}."), Naar.DUO)
    tekst = f"{tekst}, en door een medische beperking naar het jongerenloket voor de individuele studietoeslag."
    return _naar(STUDIE.grond(tekst), Naar.DUO, Naar.JONGERENLOKET)


def _voorliggend(_peil: Peil, feiten: ScreeningFeiten) -> Bevinding | None:
    if not feiten.voorliggend:
        return None
    soorten = [soort for soort in Voorliggend if soort in feiten.voorliggend]
    namen = opsomming(_VOORZIENINGEN[soort] for soort in soorten)
    tekst = f"Voor bijstand komen eerst andere voorzieningen: {namen}; de klant wordt daarheen verwezen."
    return _naar(VOORLIGGEND.grond(tekst), *(Naar(soort.value) for soort in soorten))


def _afhandeling(peil: Peil, feiten: ScreeningFeiten) -> Grond:
    grens = peil["iom.jongere.leeftijd"]
    if feiten.leeftijd < grens.getal:
        gevolg = "een informatieve brief, het werkproces afsluiten en toch een uitnodiging voor het ambitiegesprek"
        return ELDERS.grond(f"De klant hoort elders en is jonger dan {grens.getal}: {gevolg}.", grens)
    gevolg = "afwijzing bij beschikking, en het werkproces gaat naar de toetser"
    return ELDERS.grond(f"De klant hoort elders en is {grens.getal} of ouder: {gevolg}.", grens)


_REGELS = (_ww, _ziekte, _iow, _inkomen, _studie, _voorliggend)
