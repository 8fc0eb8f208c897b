"""Which reminders an ambitiegesprek brings."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest

from app.domain.basisdienstverlening.ambitiegesprek import AMBITIEGESPREK, AmbitiegesprekFeiten, Wijze
from app.domain.basisdienstverlening.diagnose import Diagnose
from app.domain.basisdienstverlening.leefgebieden import Gespreksthemas, Leefgebieden
from app.domain.basisdienstverlening.proces.ambitiegesprek import (
    Ambitiegesprek,
    Gesprektoestand,
    Studieplichtbesluit,
    eis_ingevuld_op,
)
from app.domain.basisdienstverlening.proces.gesprekstermijnen import termijnen_van_ambitiegesprek
from app.domain.dossier.verantwoording import Verantwoording
from app.domain.fouten import OngeldigeInvoer
from tests.domain.peilen import dag, moment, peil

NU = moment("2021-03-15T09:00:00+00:00")
FEITEN = AmbitiegesprekFeiten(
    gesprek_op=moment("2021-03-22T23:30:00+00:00"),
    startkwalificatie=False,
    diagnose_ingevuld=False,
    veiligheidsrisico=False,
    wijze=Wijze.FYSIEK,
    geboortedatum=dag("1998-06-05"),
    diagnose=Diagnose.DARIUZ,
)


def gesprek(studieplicht: Studieplichtbesluit | None = None, **anders: Any) -> Ambitiegesprek:
    feiten = replace(FEITEN, **anders)
    besluit = AMBITIEGESPREK.beoordeel(peil("2021-03-23"), feiten)
    return Ambitiegesprek(
        id=UUID(int=1),
        versie=1,
        aangemaakt_op=NU,
        gewijzigd_op=NU,
        klant_id=UUID(int=2),
        melding_id=UUID(int=3),
        toestand=Gesprektoestand.BEGONNEN,
        feiten=feiten,
        uitkomst=besluit.uitkomst,
        leefgebieden=Leefgebieden(),
        themas=Gespreksthemas(),
        waarnemingen=None,
        voorkeur_klant=None,
        taal=None,
        studieplicht=studieplicht,
        motivering=besluit.motivering,
        verantwoording=_bon(NU),
    )


def _bon(op: datetime) -> Verantwoording:
    return Verantwoording(
        toets="ambitiegesprek",
        beleid="deventer-2021",
        peildatum=date(2021, 3, 23),
        parameters=(),
        softwareversie="1",
        door="a",
        op=op,
    )


def soorten(stuk: Ambitiegesprek, vandaag: str) -> dict[str, str]:
    return {plan.soort: str(plan.uiterlijk_op) for plan in termijnen_van_ambitiegesprek(stuk, dag(vandaag))}


def test_the_day_of_the_talk_is_the_dutch_one() -> None:
    assert gesprek().gespreksdag == dag("2021-03-23")


def test_dariuz_is_asked_for_until_the_talk_or_until_it_is_filled_in() -> None:
    assert soorten(gesprek(), "2021-03-22")["herinnering_diagnose"] == "2021-03-18"
    assert soorten(gesprek(), "2021-03-23") == {}
    assert "herinnering_diagnose" not in soorten(gesprek(diagnose_ingevuld=True), "2021-03-15")
    assert "herinnering_diagnose" not in soorten(gesprek(diagnose=Diagnose.FORMAT), "2021-03-15")


def test_the_klant_is_reminded_of_the_talk_the_day_before() -> None:
    (plan,) = termijnen_van_ambitiegesprek(gesprek(diagnose_ingevuld=True), dag("2021-03-22"))
    assert (plan.soort, plan.rol, plan.herinnering) == ("herinnering_gesprek", "receptie", True)
    assert (plan.regel.id, plan.basis_op) == ("iom.ambitie.herinnering", dag("2021-03-23"))
    assert plan.uiterlijk_op == dag("2021-03-22")


def test_a_planned_appointment_reminds_instead_of_the_talk() -> None:
    assert termijnen_van_ambitiegesprek(gesprek(), dag("2021-03-15"), afspraak=True) == ()


def test_a_decision_on_studieplicht_reaches_the_inkomensconsulent_on_its_own_day() -> None:
    op = moment("2021-03-23T23:00:00+00:00")
    besluit = Studieplichtbesluit(studieplichtig=True, reden="Wil leren.", door="a", op=op)
    (plan,) = termijnen_van_ambitiegesprek(gesprek(besluit), dag("2021-03-24"))
    assert (plan.soort, plan.rol, plan.herinnering) == ("studieplicht_in_beschikking", "inkomensconsulent", True)
    assert plan.uiterlijk_op == dag("2021-03-24")


def test_a_reminder_whose_day_has_passed_is_not_planned_any_more() -> None:
    stuk = gesprek(diagnose_ingevuld=True)
    vroeger = replace(stuk, uitkomst=replace(stuk.uitkomst, herinnering_gesprek_op=dag("2021-03-16")))
    assert soorten(vroeger, "2021-03-16") == {"herinnering_gesprek": "2021-03-16"}
    assert soorten(vroeger, "2021-03-17") == {}


def ingevuld(op: str | None, *, is_ingevuld: bool = True) -> Ambitiegesprek:
    return replace(gesprek(diagnose_ingevuld=is_ingevuld), diagnose_ingevuld_op=dag(op) if op else None)


class TestDariuzIngevuldOp:
    def test_the_day_of_filling_in_counts_when_it_is_known(self) -> None:
        assert ingevuld("2021-03-18").diagnose_gedaan_op == dag("2021-03-18")
        assert ingevuld(None).diagnose_gedaan_op is None

    def test_who_did_not_fill_it_in_does_so_in_the_talk(self) -> None:
        assert ingevuld(None, is_ingevuld=False).diagnose_gedaan_op == dag("2021-03-23")

    @pytest.mark.parametrize(("op", "vandaag"), [(None, "2021-03-15"), ("2021-03-23", "2021-03-23")])
    def test_a_day_that_can_be_is_taken(self, op: str | None, vandaag: str) -> None:
        eis_ingevuld_op(ingevuld(op), dag(vandaag))

    @pytest.mark.parametrize(
        ("op", "is_ingevuld", "vandaag", "code"),
        [
            ("2021-03-18", False, "2021-03-24", "niet-ingevuld"),
            ("2021-03-18", True, "2021-03-17", "toekomst"),
            ("2021-03-24", True, "2021-03-24", "na-gesprek"),
        ],
    )
    def test_a_day_that_cannot_be_is_refused(self, op: str, is_ingevuld: bool, vandaag: str, code: str) -> None:
        with pytest.raises(OngeldigeInvoer) as gevangen:
            eis_ingevuld_op(ingevuld(op, is_ingevuld=is_ingevuld), dag(vandaag))
        assert [(fout.pad, fout.code) for fout in gevangen.value.fouten] == [("diagnose_ingevuld_op", code)]
