from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.document_plan import plandocument_van
from app.domain.uwv.order.documentdelen import maanden_tekst, uren_tekst
from app.domain.uwv.order.plan import Planoordeel, Reintegratieplan
from app.domain.uwv.order.uitvoering import Bijstellingsbesluit
from tests.domain.uwv.order.gebeurtenissen import BIJSTELLING
from tests.domain.uwv.order.hulp_document import DOOR, INGEDIEND, INKOOP, NAMEN, NU, PLAN, deel, koppen, order, veld


def test_a_plan_says_whom_it_is_about_under_which_version_and_everything_of_its_contents() -> None:
    document = plandocument_van(order(), NAMEN)
    assert (document.titel, document.taal) == ("Re-integratieplan", "nl")
    gegevens = deel(document, "Gegevens")
    assert veld(gegevens, "Cliënt") == "Łukasz Şahin"
    assert veld(gegevens, "Versie van het Overzicht") == "7.1"
    assert veld(gegevens, "Opdracht van") == "1 juli 2025"
    assert koppen(document) == [
        "Gegevens",
        "Startsituatie",
        "Activiteiten",
        "Begeleidingsuren",
        "Doorverwijzing naar andere instanties",
        "Doorlooptijd en mijlpalen",
        "Visie van de cliënt",
        "Voor gezien getekend",
        "Afwijking van het werkplan",
        "Oordeel van UWV",
        "Inkooporder",
    ]
    assert [een.kop for een in deel(document, "Activiteiten").delen] == ["1. Training", "2. Stage"]
    assert deel(document, "Voor gezien getekend").alineas == (
        "De cliënt, of wie hem vertegenwoordigt, tekende op 2 juli 2025 voor gezien.",
    )
    assert veld(deel(document, "Oordeel van UWV"), "Akkoord") == "ja"
    assert veld(deel(document, "Inkooporder"), "Maximale doorlooptijd") == "12 maanden"


def test_neither_the_client_nor_an_employee_stands_in_what_screen_readers_announce() -> None:
    document = plandocument_van(order(), NAMEN)
    assert NAMEN.client not in document.onderwerp
    assert DOOR not in repr(document)


def test_hours_are_totalled_with_paperwork_apart() -> None:
    tabel = deel(plandocument_van(order(), NAMEN), "Begeleidingsuren").tabel
    assert tabel is not None
    assert tabel.rijen == (("1. Training", "12,5"), ("2. Stage", "10"))
    assert tabel.totalen == (
        ("Activiteiten samen", "22,5"),
        ("Administratie (plan en rapportages)", "3"),
        ("Totaal", "25,5"),
    )


def test_a_fixed_price_shows_no_hours() -> None:
    vast = order(dienst=Dienst.PRAKTIJKASSESSMENT, inkoop=replace(INKOOP, uren=None))
    document = plandocument_van(vast, NAMEN)
    assert deel(document, "Begeleidingsuren").alineas == (
        "Niet van toepassing: voor deze dienst geldt een vaste prijs.",
    )
    assert veld(deel(document, "Activiteiten").delen[0], "Begeleidingsuren") is None
    assert veld(deel(document, "Inkooporder"), "Geaccordeerde begeleidingsuren") == "geen: vaste prijs"


def test_what_is_absent_is_said() -> None:
    leeg = replace(INGEDIEND, inhoud=Reintegratieplan(), oordeel=None)
    kaal = order(plannen=(leeg,), inkoop=None, opdracht=None, overzicht=None)
    document = plandocument_van(kaal, NAMEN)
    assert deel(document, "Startsituatie").alineas == ("Niet van toepassing.",)
    assert deel(document, "Voor gezien getekend").alineas == ("Niet van toepassing.",)
    assert deel(document, "Afwijking van het werkplan").alineas == ("Geen afwijking vermeld.",)
    assert deel(document, "Doorlooptijd en mijlpalen").alineas == ("Het plan noemt geen tussentijdse mijlpalen.",)
    assert deel(document, "Oordeel van UWV").alineas == ("UWV heeft nog niet over dit plan geoordeeld.",)
    assert "Inkooporder" not in koppen(document)
    assert veld(deel(document, "Gegevens"), "Opdracht van") is None


def test_a_revised_plan_leads_and_the_refusal_of_the_first_stays() -> None:
    nee = Planoordeel(akkoord=False, oordeel_op=date(2025, 7, 4), toelichting="Te vaag.", door=DOOR, op=NU)
    herzien = replace(INGEDIEND, inhoud=replace(PLAN, startsituatie="Herzien."))
    document = plandocument_van(order(plannen=(replace(INGEDIEND, oordeel=nee), herzien)), NAMEN)
    assert deel(document, "Startsituatie").alineas == ("Herzien.",)
    eerder = deel(document, "Oordeel over het eerdere plan")
    assert (veld(eerder, "Akkoord"), veld(eerder, "Toelichting")) == ("nee", "Te vaag.")


@pytest.mark.parametrize(
    ("akkoord", "bezwaar_tot", "tekst"),
    [
        (None, None, "nog niet besloten"),
        (None, date(2025, 10, 15), "niet nodig; UWV kan tot en met 15 oktober 2025 anders beslissen"),
        (True, None, "ja"),
        (False, date(2025, 10, 15), "nee"),
    ],
)
def test_an_adjustment_says_what_uwv_made_of_it(akkoord: bool | None, bezwaar_tot: date | None, tekst: str) -> None:
    besluit = None
    if akkoord is not None:
        besluit = Bijstellingsbesluit(
            akkoord=akkoord, besloten_op=date(2025, 10, 9), toelichting="Zo is het.", door=DOOR, op=NU
        )
    bijstelling = replace(BIJSTELLING, bezwaar_tot=bezwaar_tot, besluit=besluit)
    een = deel(plandocument_van(order(bijstellingen=(bijstelling,)), NAMEN), "Bijstelling van 1 augustus 2025")
    assert veld(een, "Akkoord van UWV") == tekst
    assert veld(een, "Toelichting") == (None if besluit is None else "Zo is het.")
    assert een.delen == ()


def test_an_adjusted_plan_stands_whole_under_its_adjustment() -> None:
    bijstelling = replace(BIJSTELLING, plan=replace(PLAN, startsituatie="Bijgesteld."))
    een = deel(plandocument_van(order(bijstellingen=(bijstelling,)), NAMEN), "Bijstelling van 1 augustus 2025")
    assert een.delen[0].alineas == ("Bijgesteld.",)


def test_hours_and_months_read_as_people_write_them() -> None:
    assert [uren_tekst(uren) for uren in (Decimal("100.00"), Decimal("0.25"), 0, None)] == ["100", "0,25", "0", None]
    assert [maanden_tekst(aantal) for aantal in (1, 2, None)] == ["1 maand", "2 maanden", None]
