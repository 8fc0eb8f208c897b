"""What an end report must hold, per service and per way of ending (UWV §3.2.1, §4.8)."""

from collections.abc import Iterator

from app.domain.fouten import Veldfout
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.einde import Eindrapportage
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.onderbroken import Terugmeldreden
from app.domain.uwv.termijnen import EINDRAPPORTAGE

_ALTIJD = (
    ("activiteiten", "welke activiteiten zijn ingezet"),
    ("vorderingen", "de vorderingen van de cliënt"),
    ("resultaat", "het bereikte resultaat, of waarom het niet is bereikt"),
    ("werkhervatting", "of er een werkhervatting is"),
)
_VAN_CLIENT = (
    ("visie_client_verloop", "hoe de cliënt het verloop ziet"),
    ("visie_client_resultaat", "hoe de cliënt het resultaat en het vervolg ziet"),
)
_UREN_AKKOORD = ("uren_akkoord_client_op", "het akkoord van de cliënt met de verantwoorde uren")
_WERKFIT = (
    ("affiniteiten", "de affiniteiten en passende beroepssectoren"),
    ("advies", "het advies voor de verdere re-integratie, of over het stoppen na de evaluatie"),
    ("arbeidsmarktpositie", "de arbeidsmarktpositie"),
    ("werknemersvaardigheden", "de werknemersvaardigheden"),
)


def overleden(order: Inkooporder) -> bool:
    """Whether the service ended by the death of the client, who can be asked nothing any more."""
    return any(
        een.reden is Terugmeldreden.OVERLIJDEN and een.besluit is not None and een.besluit.akkoord
        for een in order.terugmeldingen
    )


def rapportfouten(order: Inkooporder, rapport: Eindrapportage) -> Iterator[Veldfout]:
    """Everything that an end report lacks, and what does not belong to its service."""
    for veld, wat in _verplicht(order):
        if getattr(rapport, veld) in (None, ()):
            yield _ontbreekt(veld, wat)
    for plaats, verslag in enumerate(rapport.activiteiten):
        veld = f"activiteiten[{plaats}].uren"
        if order.dienst.vaste_prijs and verslag.uren is not None:
            yield _vreemd(veld)
        elif not order.dienst.vaste_prijs and verslag.uren is None:
            yield _ontbreekt(veld, "het aantal begeleidingsuren van deze activiteit")
    if order.dienst.vaste_prijs and rapport.uren_akkoord_client_op is not None:
        yield _vreemd("uren_akkoord_client_op")
    if order.dienst is not Dienst.WERKFIT_MAKEN:
        yield from (_vreemd(veld) for veld, _ in _WERKFIT if getattr(rapport, veld) is not None)


def _verplicht(order: Inkooporder) -> Iterator[tuple[str, str]]:
    yield from _ALTIJD
    if not overleden(order):
        yield from _VAN_CLIENT
        if not order.dienst.vaste_prijs:
            yield _UREN_AKKOORD
    if order.dienst is Dienst.WERKFIT_MAKEN:
        yield from _WERKFIT


def _ontbreekt(veld: str, wat: str) -> Veldfout:
    return Veldfout(veld, "rapport-onvolledig", f"In de eindrapportage ontbreekt {wat} ({EINDRAPPORTAGE.id}).")


def _vreemd(veld: str) -> Veldfout:
    return Veldfout(veld, "niet-van-toepassing", f"Dit hoort niet bij deze dienst ({EINDRAPPORTAGE.id}).")
