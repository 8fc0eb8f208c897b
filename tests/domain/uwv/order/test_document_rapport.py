from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.document_rapport import rapportdocument_van
from app.domain.uwv.order.einde import (
    Activiteitverslag,
    Beeindiging,
    Eindrapportage,
    Eindreden,
    Ingediendrapport,
    Resultaat,
    Resultaatoordeel,
)
from app.domain.uwv.order.uitvoering import Evaluatie, Evaluatiebesluit
from app.domain.uwv.order.werk import Werkhervatting
from app.domain.uwv.vervolg import Dienstvervolg
from tests.domain.uwv.order.hulp_document import DOOR, NAMEN, NU, deel, koppen, order, veld

INHOUD = Eindrapportage(
    activiteiten=(
        Activiteitverslag(omschrijving="Training", uren=Decimal("12.5"), afwijking="Korter."),
        Activiteitverslag(omschrijving="Stage"),
    ),
    vorderingen="Veel.",
    resultaat="Bereikt.",
    visie_client_verloop="Goed.",
    visie_client_resultaat="Tevreden.",
    werkhervatting=True,
    uren_akkoord_client_op=date(2026, 7, 10),
    affiniteiten="Zorg.",
    advies="Naar werk.",
    arbeidsmarktpositie="Kansen.",
    werknemersvaardigheden="Op tijd.",
)
RAPPORT = Ingediendrapport(inhoud=INHOUD, ontvangen_op=date(2026, 7, 15), door=DOOR, op=NU)
EINDE = Beeindiging(
    beeindigd_op=date(2026, 7, 8), reden=Eindreden.RESULTAAT_BEREIKT, toelichting=None, door=DOOR, op=NU
)
KLAAR = order(beeindiging=EINDE, beeindigd_op=date(2026, 7, 8), rapport=RAPPORT)


def test_a_report_holds_everything_that_the_overzicht_asks() -> None:
    document = rapportdocument_van(KLAAR, RAPPORT, NAMEN)
    assert koppen(document) == [
        "Gegevens",
        "Inkooporder",
        "Ingezette activiteiten",
        "Begeleidingsuren",
        "Akkoord van de cliënt met de uren",
        "Vorderingen van de cliënt",
        "Bereikt resultaat",
        "Visie van de cliënt op het verloop",
        "Visie van de cliënt op het resultaat en het vervolg",
        "Werkhervatting",
        "Affiniteiten en passende beroepssectoren",
        "Advies voor de verdere re-integratie",
        "Arbeidsmarktpositie: kansen en mogelijkheden",
        "Werknemersvaardigheden",
        "Oordeel van UWV over het resultaat",
    ]
    assert veld(deel(document, "Gegevens"), "Reden van het einde") == "resultaat bereikt"
    assert veld(deel(document, "Gegevens"), "Dienst beëindigd op") == "8 juli 2026"
    assert deel(document, "Akkoord van de cliënt met de uren").alineas == (
        "De cliënt ging op 10 juli 2026 akkoord met de verantwoorde uren.",
    )
    assert DOOR not in repr(document)


def test_hours_per_activity_are_totalled_and_a_deviation_is_told() -> None:
    document = rapportdocument_van(KLAAR, RAPPORT, NAMEN)
    tabel = deel(document, "Begeleidingsuren").tabel
    assert tabel is not None
    assert tabel.rijen == (("1. Training", "12,5"), ("2. Stage", "niet opgegeven"))
    assert tabel.totalen == (("Activiteiten samen", "12,5"),)
    eerste, tweede = deel(document, "Ingezette activiteiten").delen
    assert veld(eerste, "Afwijking van het plan") == "Korter."
    assert veld(tweede, "Afwijking van het plan") == "geen"


def test_a_fixed_price_knows_no_hours_and_other_services_no_parts_of_werkfit() -> None:
    document = rapportdocument_van(replace(KLAAR, dienst=Dienst.PRAKTIJKASSESSMENT), RAPPORT, NAMEN)
    assert "Akkoord van de cliënt met de uren" not in koppen(document)
    assert "Werknemersvaardigheden" not in koppen(document)
    assert veld(deel(document, "Ingezette activiteiten").delen[0], "Begeleidingsuren") is None


def test_work_is_listed_with_where_and_whether_three_months_are_full() -> None:
    werk = Werkhervatting(
        hervatting_op=date(2026, 3, 2),
        werkgever="Bakkerij",
        onderbrekingen=(),
        tijdig=True,
        plaatsing_op=date(2026, 6, 2),
        vol_op=date(2026, 6, 2),
        door=DOOR,
        op=NU,
    )
    alleen = replace(werk, werkgever=None, plaatsing_op=None)
    document = rapportdocument_van(replace(KLAAR, werkhervattingen=(werk, alleen)), RAPPORT, NAMEN)
    tabel = deel(document, "Werkhervatting").tabel
    assert tabel is not None
    assert tabel.rijen == (
        ("2 maart 2026", "Bakkerij", "2 juni 2026"),
        ("2 maart 2026", "als zelfstandige", "nog niet"),
    )


def test_an_evaluation_is_told_with_what_uwv_decided() -> None:
    besluit = Evaluatiebesluit(stoppen=True, besloten_op=date(2026, 1, 9), toelichting="Eens.", door=DOOR, op=NU)
    zonder = Evaluatie(
        gehouden_op=date(2026, 1, 8), ontwikkelbaar=False, advies="Stop.", besluit=None, door=DOOR, op=NU
    )
    met = replace(zonder, besluit=besluit)
    kop = "Evaluatie van 8 januari 2026"
    een = deel(rapportdocument_van(replace(KLAAR, evaluaties=(met,)), RAPPORT, NAMEN), kop)
    assert [veld(een, naam) for naam in ("Verder te ontwikkelen", "Advies", "UWV stopt de dienst")] == [
        "nee",
        "Stop.",
        "ja",
    ]
    een = deel(rapportdocument_van(replace(KLAAR, evaluaties=(zonder,)), RAPPORT, NAMEN), kop)
    assert veld(een, "UWV stopt de dienst") is None


def test_a_judgement_is_told_with_what_follows() -> None:
    oordeel = Resultaatoordeel(
        behaald=True, oordeel_op=date(2026, 8, 1), vervolg=Dienstvervolg.NAAR_WERK, toelichting=None, door=DOOR, op=NU
    )
    kop = "Oordeel van UWV over het resultaat"
    vol = replace(KLAAR, resultaatoordeel=oordeel, resultaat=Resultaat.TELT_NIET_MEE)
    een = deel(rapportdocument_van(vol, RAPPORT, NAMEN), kop)
    assert (veld(een, "Vervolg"), veld(een, "Telt in het resultaatpercentage")) == ("naar werk", "telt niet mee")
    kaal = replace(KLAAR, resultaatoordeel=replace(oordeel, vervolg=None))
    een = deel(rapportdocument_van(kaal, RAPPORT, NAMEN), kop)
    assert (veld(een, "Vervolg"), veld(een, "Telt in het resultaatpercentage")) == (None, None)


def test_what_is_absent_is_said() -> None:
    leeg = replace(RAPPORT, inhoud=Eindrapportage())
    document = rapportdocument_van(order(inkoop=None), leeg, NAMEN)
    assert deel(document, "Akkoord van de cliënt met de uren").alineas == ("Niet vermeld.",)
    assert deel(document, "Oordeel van UWV over het resultaat").alineas == (
        "UWV heeft nog niet over het resultaat geoordeeld.",
    )
    assert deel(document, "Werkhervatting").velden == ()
