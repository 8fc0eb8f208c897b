from typing import Any

import pytest

from app.domain.basisdienstverlening.melding import Route
from app.domain.basisdienstverlening.melding.feiten import MeldingFeiten
from app.domain.basisdienstverlening.melding.route import kies_route, toets_regiobinding, zoek_contactgemeente
from app.domain.beleid import Peil
from app.domain.besluit import Grond
from app.domain.dossier.adressituatie import Adressituatie
from tests.domain.basisdienstverlening.melding.meldingen import melding
from tests.domain.peilen import dag

OP = dag("2021-06-15")


def route(peil: Peil, feiten: MeldingFeiten) -> tuple[Route, Grond]:
    return kies_route(peil, feiten, OP)


class TestRoute:
    @pytest.mark.parametrize(
        ("anders", "verwacht", "waarom"),
        [
            ({}, Route.REGULIER, "geen bijzondere groep"),
            ({"vso_pro": True}, Route.VSO_PRO, "zonder poort"),
            ({"statushouder": True}, Route.STATUSHOUDER, "op één dag"),
            ({"geboortedatum": dag("1994-06-16")}, Route.JONGERE, "jonger dan 27"),
            ({"adres": Adressituatie.GEEN}, Route.BIJZONDERE_DOELGROEP, "dak- of thuisloos"),
            ({"adres": Adressituatie.POSTADRES_GEMEENTE}, Route.BIJZONDERE_DOELGROEP, "dak- of thuisloos"),
            ({"adres": Adressituatie.OPVANG}, Route.BIJZONDERE_DOELGROEP, "dak- of thuisloos"),
            ({"ex_detentie": True}, Route.BIJZONDERE_DOELGROEP, "detentie"),
            ({"speciaal_onderwijs": True}, Route.REGULIER, "geen bijzondere groep"),
        ],
    )
    def test_follows_the_group(self, peil: Peil, anders: dict[str, Any], verwacht: Route, waarom: str) -> None:
        gekozen, grond = route(peil, melding(**anders))
        assert gekozen is verwacht
        assert waarom in grond.tekst
        assert "gaat voor" not in grond.tekst

    def test_takes_the_first_that_holds_and_says_which_it_passed(self, peil: Peil) -> None:
        alles = melding(
            vso_pro=True, statushouder=True, geboortedatum=dag("2000-01-01"), adres=Adressituatie.GEEN, ex_detentie=True
        )
        gekozen, grond = route(peil, alles)
        assert gekozen is Route.VSO_PRO
        assert grond.tekst.endswith("deze route gaat voor statushouder, jongere en bijzondere doelgroep.")
        assert grond.keuze

    def test_on_the_27th_birthday_one_is_no_youngster_any_more(self, peil: Peil) -> None:
        assert route(peil, melding(geboortedatum=dag("1994-06-15")))[0] is Route.REGULIER


class TestRegiobinding:
    def test_is_looked_into_for_who_has_no_fixed_address(self, peil: Peil) -> None:
        (grond,) = toets_regiobinding(peil, melding(adres=Adressituatie.OPVANG))
        assert grond.regel == "iom.melding.dak_thuisloos"
        assert "laatste 3 jaar" in grond.tekst

    def test_is_no_question_with_a_fixed_address(self, peil: Peil) -> None:
        assert toets_regiobinding(peil, melding(ex_detentie=True)) == ()


class TestCentrumgemeente:
    @pytest.mark.parametrize("gemeente", ["Lochem", "Olst-Wijhe", "Zutphen", "Raalte"])
    def test_is_told_about_its_resident_without_a_fixed_address(self, peil: Peil, gemeente: str) -> None:
        gevonden, gronden = zoek_contactgemeente(peil, melding(adres=Adressituatie.GEEN, herkomstgemeente=gemeente))
        assert gevonden == gemeente
        assert [grond.regel for grond in gronden] == ["iom.melding.centrumgemeente"]

    def test_is_known_however_it_is_capitalised(self, peil: Peil) -> None:
        feiten = melding(adres=Adressituatie.GEEN, herkomstgemeente=" olst-wijhe ")
        assert zoek_contactgemeente(peil, feiten)[0] == "Olst-Wijhe"

    @pytest.mark.parametrize(
        "anders",
        [
            {"adres": Adressituatie.VAST, "herkomstgemeente": "Lochem"},
            {"adres": Adressituatie.GEEN, "herkomstgemeente": "Apeldoorn"},
            {"adres": Adressituatie.GEEN, "herkomstgemeente": "Deventer"},
            {"adres": Adressituatie.GEEN},
        ],
    )
    def test_is_not_told_about_others(self, peil: Peil, anders: dict[str, Any]) -> None:
        assert zoek_contactgemeente(peil, melding(**anders)) == (None, ())
