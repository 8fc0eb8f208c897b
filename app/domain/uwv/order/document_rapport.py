"""The eindrapportage for people: everything of §4.8, with UWV's judgement of the result."""

from collections.abc import Iterator

from app.domain.document import Deel, Document, Tabel
from app.domain.tekst import dag
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.documentdelen import (
    Namen,
    dag_of,
    genummerd,
    in_woorden,
    inkoopvelden,
    ja_nee,
    kenmerken,
    tekstdeel,
    uren_tekst,
    urendeel,
    velden,
)
from app.domain.uwv.order.einde import Activiteitverslag, Eindrapportage, Ingediendrapport
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.uitvoering import Evaluatie


def rapportdocument_van(order: Inkooporder, rapport: Ingediendrapport, namen: Namen) -> Document:
    """Write the end report of an order."""
    inhoud = rapport.inhoud
    return Document(
        titel="Eindrapportage",
        onderwerp=f"Eindrapportage over de dienst {order.dienst}",
        delen=(
            Deel(kop="Gegevens", velden=velden(_gegevens(order, rapport, namen))),
            Deel(kop="Inkooporder", velden=inkoopvelden(order)),
            *_verslag(order, inhoud),
            _werkhervatting(order, inhoud),
            *_werkfit(order, inhoud),
            *(_evaluatie(evaluatie) for evaluatie in order.evaluaties),
            _oordeel(order),
        ),
    )


def _gegevens(order: Inkooporder, rapport: Ingediendrapport, namen: Namen) -> Iterator[tuple[str, str | None]]:
    yield from kenmerken(order, namen)
    yield "Dienst beëindigd op", dag_of(order.beeindigd_op)
    yield "Reden van het einde", None if order.beeindiging is None else in_woorden(order.beeindiging.reden)
    yield "Eindrapportage ontvangen op", dag(rapport.ontvangen_op)


def _verslag(order: Inkooporder, inhoud: Eindrapportage) -> Iterator[Deel]:
    namen = genummerd(verslag.omschrijving for verslag in inhoud.activiteiten)
    activiteiten = (_activiteit(order, *paar) for paar in zip(namen, inhoud.activiteiten, strict=True))
    yield Deel(kop="Ingezette activiteiten", delen=tuple(activiteiten))
    yield urendeel(order, zip(namen, (verslag.uren for verslag in inhoud.activiteiten), strict=True), None)
    if not order.dienst.vaste_prijs:
        yield tekstdeel("Akkoord van de cliënt met de uren", _akkoord_uren(inhoud), "Niet vermeld.")
    yield tekstdeel("Vorderingen van de cliënt", inhoud.vorderingen)
    yield tekstdeel("Bereikt resultaat", inhoud.resultaat)
    yield tekstdeel("Visie van de cliënt op het verloop", inhoud.visie_client_verloop)
    yield tekstdeel("Visie van de cliënt op het resultaat en het vervolg", inhoud.visie_client_resultaat)


def _activiteit(order: Inkooporder, naam: str, verslag: Activiteitverslag) -> Deel:
    paren = (
        ("Begeleidingsuren", None if order.dienst.vaste_prijs else uren_tekst(verslag.uren)),
        ("Afwijking van het plan", verslag.afwijking or "geen"),
    )
    return Deel(kop=naam, velden=velden(paren))


def _akkoord_uren(inhoud: Eindrapportage) -> str | None:
    op = dag_of(inhoud.uren_akkoord_client_op)
    return None if op is None else f"De cliënt ging op {op} akkoord met de verantwoorde uren."


def _werkhervatting(order: Inkooporder, inhoud: Eindrapportage) -> Deel:
    gemeld = velden((("Er is een werkhervatting", ja_nee(inhoud.werkhervatting)),))
    rijen = tuple(
        (dag(werk.hervatting_op), werk.werkgever or "als zelfstandige", dag_of(werk.plaatsing_op) or "nog niet")
        for werk in order.werkhervattingen
    )
    tabel = Tabel(koppen=("Eerste werkdag", "Bij", "Drie maanden vol op"), rijen=rijen) if rijen else None
    return Deel(kop="Werkhervatting", velden=gemeld, tabel=tabel)


def _werkfit(order: Inkooporder, inhoud: Eindrapportage) -> Iterator[Deel]:
    if order.dienst is not Dienst.WERKFIT_MAKEN:
        return
    yield tekstdeel("Affiniteiten en passende beroepssectoren", inhoud.affiniteiten)
    yield tekstdeel("Advies voor de verdere re-integratie", inhoud.advies)
    yield tekstdeel("Arbeidsmarktpositie: kansen en mogelijkheden", inhoud.arbeidsmarktpositie)
    yield tekstdeel("Werknemersvaardigheden", inhoud.werknemersvaardigheden)


def _evaluatie(evaluatie: Evaluatie) -> Deel:
    besluit = evaluatie.besluit
    paren = (
        ("Verder te ontwikkelen", ja_nee(evaluatie.ontwikkelbaar)),
        ("Advies", evaluatie.advies),
        ("UWV stopt de dienst", None if besluit is None else ja_nee(besluit.stoppen)),
        ("Datum van het besluit", None if besluit is None else dag(besluit.besloten_op)),
        ("Toelichting", None if besluit is None else besluit.toelichting),
    )
    return Deel(kop=f"Evaluatie van {dag(evaluatie.gehouden_op)}", velden=velden(paren))


def _oordeel(order: Inkooporder) -> Deel:
    kop, oordeel = "Oordeel van UWV over het resultaat", order.resultaatoordeel
    if oordeel is None:
        return Deel(kop=kop, alineas=("UWV heeft nog niet over het resultaat geoordeeld.",))
    paren = (
        ("Resultaat behaald", ja_nee(oordeel.behaald)),
        ("Datum", dag(oordeel.oordeel_op)),
        ("Telt in het resultaatpercentage", None if order.resultaat is None else in_woorden(order.resultaat)),
        ("Vervolg", None if oordeel.vervolg is None else in_woorden(oordeel.vervolg)),
        ("Toelichting", oordeel.toelichting),
    )
    return Deel(kop=kop, velden=velden(paren))
