"""The re-integratieplan for people: everything of §4.4.1, with UWV's judgement and what was changed since."""

from collections.abc import Iterator

from app.domain.document import Deel, Document, Tabel
from app.domain.tekst import dag
from app.domain.uwv.order.documentdelen import (
    Namen,
    dag_of,
    genummerd,
    inkoopvelden,
    ja_nee,
    kenmerken,
    maanden_tekst,
    tekstdeel,
    uren_tekst,
    urendeel,
    velden,
)
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.plan import Ingediendplan, Mijlpaal, Planactiviteit, Reintegratieplan
from app.domain.uwv.order.uitvoering import Bijstelling


def plandocument_van(order: Inkooporder, namen: Namen) -> Document:
    """Write the plan as it was handed in last; the order must have one."""
    *eerder, plan = order.plannen
    gegevens = (*kenmerken(order, namen), ("Plan ontvangen op", dag(plan.ontvangen_op)))
    return Document(
        titel="Re-integratieplan",
        onderwerp=f"Re-integratieplan voor de dienst {order.dienst}",
        delen=(
            Deel(kop="Gegevens", velden=velden(gegevens)),
            *_inhoud(order, plan.inhoud),
            _oordeel("Oordeel van UWV", plan),
            *(_oordeel("Oordeel over het eerdere plan", eerste) for eerste in eerder),
            *_inkoop(order),
            *(_bijstelling(order, bijstelling) for bijstelling in order.bijstellingen),
        ),
    )


def _inhoud(order: Inkooporder, plan: Reintegratieplan) -> Iterator[Deel]:
    namen = genummerd(activiteit.omschrijving for activiteit in plan.activiteiten)
    uren = (activiteit.uren for activiteit in plan.activiteiten)
    activiteiten = (_activiteit(order, *paar) for paar in zip(namen, plan.activiteiten, strict=True))
    yield tekstdeel("Startsituatie", plan.startsituatie)
    yield Deel(kop="Activiteiten", delen=tuple(activiteiten))
    yield urendeel(order, zip(namen, uren, strict=True), plan.administratie_uren)
    yield tekstdeel("Doorverwijzing naar andere instanties", plan.doorverwijzing)
    yield _doorlooptijd(plan)
    yield tekstdeel("Visie van de cliënt", plan.visie_client)
    yield tekstdeel("Voor gezien getekend", _gezien(plan))
    yield tekstdeel("Afwijking van het werkplan", plan.afwijking, "Geen afwijking vermeld.")


def _activiteit(order: Inkooporder, naam: str, activiteit: Planactiviteit) -> Deel:
    paren = (
        ("Werkvorm", activiteit.werkvorm.value),
        ("Doel en effect", activiteit.doel),
        ("Afstemming op de cliënt", activiteit.afstemming),
        ("Begeleidingsuren", None if order.dienst.vaste_prijs else uren_tekst(activiteit.uren)),
    )
    return Deel(kop=naam, velden=velden(paren))


def _doorlooptijd(plan: Reintegratieplan) -> Deel:
    maanden = velden((("Verwachte doorlooptijd", maanden_tekst(plan.doorlooptijd_maanden)),))
    kop = "Doorlooptijd en mijlpalen"
    if not plan.mijlpalen:
        return Deel(kop=kop, velden=maanden, alineas=("Het plan noemt geen tussentijdse mijlpalen.",))
    return Deel(kop=kop, velden=maanden, tabel=_mijlpalen(plan.mijlpalen))


def _mijlpalen(mijlpalen: tuple[Mijlpaal, ...]) -> Tabel:
    rijen = tuple((dag(mijlpaal.op), mijlpaal.omschrijving) for mijlpaal in mijlpalen)
    return Tabel(koppen=("Datum", "Mijlpaal"), rijen=rijen)


def _gezien(plan: Reintegratieplan) -> str | None:
    op = dag_of(plan.gezien_op)
    return None if op is None else f"De cliënt, of wie hem vertegenwoordigt, tekende op {op} voor gezien."


def _oordeel(kop: str, plan: Ingediendplan) -> Deel:
    oordeel = plan.oordeel
    if oordeel is None:
        return Deel(kop=kop, alineas=("UWV heeft nog niet over dit plan geoordeeld.",))
    paren = (
        ("Plan ontvangen op", dag(plan.ontvangen_op)),
        ("Akkoord", ja_nee(oordeel.akkoord)),
        ("Datum", dag(oordeel.oordeel_op)),
        ("Toelichting", oordeel.toelichting),
    )
    return Deel(kop=kop, velden=velden(paren))


def _inkoop(order: Inkooporder) -> Iterator[Deel]:
    if gegevens := inkoopvelden(order):
        yield Deel(kop="Inkooporder", velden=gegevens)


def _bijstelling(order: Inkooporder, bijstelling: Bijstelling) -> Deel:
    besluit = bijstelling.besluit
    paren = (
        ("Ontvangen op", dag(bijstelling.gemeld_op)),
        ("Begeleidingsuren daarna", uren_tekst(bijstelling.uren)),
        ("Doorlooptijd daarna", maanden_tekst(bijstelling.doorlooptijd_maanden)),
        ("Reden", bijstelling.reden),
        ("Akkoord van UWV", _akkoord(bijstelling)),
        ("Datum van het besluit", None if besluit is None else dag(besluit.besloten_op)),
        ("Toelichting", None if besluit is None else besluit.toelichting),
    )
    plan = () if bijstelling.plan is None else tuple(_inhoud(order, bijstelling.plan))
    return Deel(kop=f"Bijstelling van {dag(bijstelling.gemeld_op)}", velden=velden(paren), delen=plan)


def _akkoord(bijstelling: Bijstelling) -> str:
    if bijstelling.besluit is not None:
        return "ja" if bijstelling.besluit.akkoord else "nee"
    if bijstelling.bezwaar_tot is not None:
        return f"niet nodig; UWV kan tot en met {dag(bijstelling.bezwaar_tot)} anders beslissen"
    return "nog niet besloten"
