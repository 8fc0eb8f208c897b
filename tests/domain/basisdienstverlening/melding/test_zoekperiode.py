from datetime import date
from typing import Any

import pytest

from app.domain.basisdienstverlening.melding import Route
from app.domain.basisdienstverlening.melding.feiten import MeldingFeiten
from app.domain.basisdienstverlening.melding.zoekperiode import KENMERKEN, bepaal_zoekperiode
from app.domain.beleid import Peil
from app.domain.besluit import Grond
from app.domain.dossier.adressituatie import Adressituatie
from tests.domain import peilen
from tests.domain.basisdienstverlening.melding.meldingen import corona, jongere, melding
from tests.domain.peilen import boek, dag

OP = dag("2021-06-15")


def zoekperiode(peil: Peil, feiten: MeldingFeiten, route: Route = Route.JONGERE) -> tuple[date | None, Grond]:
    return bepaal_zoekperiode(peil, feiten, OP, route)


class TestLeeftijd:
    @pytest.mark.parametrize(
        ("geboren", "geldt"),
        [
            ("2003-06-16", False),  # 17
            ("2003-06-15", True),  # 18 today
            ("1994-06-16", True),  # 26
            ("1994-06-15", False),  # 27 today
        ],
    )
    def test_from_18_up_to_and_including_26(self, peil: Peil, geboren: str, geldt: bool) -> None:
        tot, grond = zoekperiode(peil, melding(geboortedatum=dag(geboren)))
        assert tot == (dag("2021-07-13") if geldt else None)
        assert grond.regel == "wet.pw.zoekperiode"

    def test_ends_after_28_days_also_on_a_sunday(self, peil: Peil) -> None:
        tot, _ = bepaal_zoekperiode(peil, jongere(), dag("2021-06-13"), Route.JONGERE)
        assert tot == dag("2021-07-11")


class TestRoute:
    @pytest.mark.parametrize("route", [route for route in Route if route is not Route.VSO_PRO])
    def test_holds_on_every_route_but_one(self, peil: Peil, route: Route) -> None:
        assert zoekperiode(peil, jongere(), route)[0] == dag("2021-07-13")

    def test_does_not_hold_from_vso_pro(self, peil: Peil) -> None:
        tot, grond = zoekperiode(peil, jongere(vso_pro=True), Route.VSO_PRO)
        assert tot is None
        assert "vso/pro" in grond.tekst


class TestPartner:
    def test_both_must_be_under_27(self, peil: Peil) -> None:
        assert zoekperiode(peil, jongere(partner_geboortedatum=dag("1994-06-16")))[0] is not None
        tot, grond = zoekperiode(peil, jongere(partner_geboortedatum=dag("1994-06-15")))
        assert tot is None
        assert "partner" in grond.tekst


class TestVrijstelling:
    def test_special_education_is_exempt(self, peil: Peil) -> None:
        tot, grond = zoekperiode(peil, jongere(speciaal_onderwijs=True))
        assert tot is None
        assert (grond.regel, grond.keuze) == ("wet.pw.zoekperiode", False)

    @pytest.mark.parametrize("anders", [{}, {"speciaal_onderwijs": True}])
    def test_after_the_statute_changed_the_reason_is_marked_as_unchecked(self, anders: dict[str, Any]) -> None:
        assert not zoekperiode(peilen.peil("2022-12-31"), jongere(**anders))[1].keuze
        assert zoekperiode(peilen.peil("2023-01-01"), jongere(**anders))[1].keuze

    @pytest.mark.parametrize("parameter", ["wet.pw.zoekperiode.vrijgesteld", "iom.melding.corona.kwetsbaar"])
    def test_every_group_that_the_policy_names_is_known(self, parameter: str) -> None:
        for beleid in boek().alle():
            gevonden = beleid.parameters.get(parameter)
            perioden = gevonden.perioden if gevonden else ()
            assert {str(naam) for periode in perioden for naam in periode.inhoud or ()} <= KENMERKEN.keys()  # type: ignore[union-attr]  # a list of names

    def test_every_known_group_can_be_asked(self) -> None:
        assert [naam for naam, geldt in KENMERKEN.items() if geldt(jongere())] == []
        feiten = jongere(adres=Adressituatie.GEEN, statushouder=True, ex_detentie=True, speciaal_onderwijs=True)
        assert all(geldt(feiten) for geldt in KENMERKEN.values())


class TestCorona:
    @pytest.mark.parametrize("anders", [{"adres": Adressituatie.OPVANG}, {"ex_detentie": True}])
    def test_vulnerable_youngsters_need_not_search(self, peil: Peil, anders: dict[str, Any]) -> None:
        assert zoekperiode(peil, jongere(**anders))[0] is not None
        tot, grond = zoekperiode(corona(), jongere(**anders))
        assert tot is None
        assert (grond.regel, grond.keuze) == ("iom.melding.corona", True)

    def test_other_youngsters_still_do(self) -> None:
        assert zoekperiode(corona(), jongere())[0] == dag("2021-07-13")
