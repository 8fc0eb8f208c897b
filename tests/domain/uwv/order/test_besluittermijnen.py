from dataclasses import replace
from datetime import date

import pytest

from app.domain.uwv.order.besluittermijnen import gedaan_volgens, te_besluiten
from app.domain.uwv.order.inkooporder import Inkooporder
from app.domain.uwv.order.onderbroken import Terugmeldbesluit, Terugmelding, Terugmeldreden
from app.domain.uwv.order.uitvoering import Evaluatiebesluit
from tests.domain.uwv.order.gebeurtenissen import BIJSTELLING, EVALUATIE, WERK, besloten
from tests.domain.uwv.order.hulp_document import DOOR, NU, order

GEVRAAGD = replace(BIJSTELLING, oordeel_uiterlijk=date(2025, 8, 15))
GEMELD = replace(BIJSTELLING, substantieel=False, bezwaar_tot=date(2025, 8, 15))
TERUG = Terugmelding(
    reden=Terugmeldreden.VERHUIZING,
    toelichting="Verhuisd.",
    client_akkoord_op=date(2025, 9, 1),
    gemeld_op=date(2025, 9, 2),
    besluit=None,
    door=DOOR,
    op=NU,
)
STOP_NIET = Evaluatiebesluit(stoppen=False, besloten_op=date(2025, 10, 8), toelichting=None, door=DOOR, op=NU)
TERUG_NIET = Terugmeldbesluit(akkoord=False, besloten_op=date(2025, 9, 5), toelichting="Nee.", door=DOOR, op=NU)


def wacht(een: Inkooporder) -> dict[str, tuple[str, str, bool]]:
    """What waits for UWV: from and until which day, and whether it only reminds."""
    plannen = list(te_besluiten(een))
    assert {plan.rol for plan in plannen} <= {"uwv"}
    return {plan.naam: (str(plan.basis_op), str(plan.uiterlijk_op), plan.herinnering) for plan in plannen}


class TestTeBesluiten:
    def test_more_hours_or_months_have_a_term_to_meet_with_its_source(self) -> None:
        een = order(bijstellingen=(GEVRAAGD,))
        assert wacht(een) == {"bijstellingsoordeel": ("2025-08-01", "2025-08-15", False)}
        (plan,) = te_besluiten(een)
        assert (plan.regel.id, plan.regel.bron, plan.regel.vindplaats) == ("uwv.plan.oordeel", "UWV", "§4.5, §4.4.1")

    def test_each_adjustment_without_a_decision_waits_by_its_own_number(self) -> None:
        bijstellingen = (BIJSTELLING, GEMELD, replace(GEMELD, besluit=besloten(akkoord=True)), GEVRAAGD)
        assert wacht(order(bijstellingen=bijstellingen)) == {
            "bijstellingsbezwaar_2": ("2025-08-01", "2025-08-15", True),
            "bijstellingsoordeel_4": ("2025-08-01", "2025-08-15", False),
        }

    def test_an_advice_to_stop_reminds_on_its_day(self) -> None:
        ander = replace(EVALUATIE, ontwikkelbaar=True, advies=None)
        voortgezet = replace(EVALUATIE, besluit=STOP_NIET)
        assert wacht(order(evaluaties=(ander, voortgezet, EVALUATIE))) == {
            "evaluatiebesluit_3": ("2025-10-07", "2025-10-07", True)
        }

    def test_an_early_return_reminds_on_its_day(self) -> None:
        assert wacht(order(terugmeldingen=(replace(TERUG, besluit=TERUG_NIET), TERUG))) == {
            "terugmeldbesluit_2": ("2025-09-02", "2025-09-02", True)
        }


class TestGedaan:
    @pytest.mark.parametrize("een", [order(), order(evaluaties=(EVALUATIE,), bijstellingen=(GEVRAAGD,))])
    def test_nothing_is_done_that_was_not_decided(self, een: Inkooporder) -> None:
        assert gedaan_volgens(een) == {}

    def test_a_decision_closes_what_waited_for_it(self) -> None:
        een = order(
            evaluaties=(replace(EVALUATIE, besluit=STOP_NIET),),
            bijstellingen=(GEMELD, replace(GEVRAAGD, besluit=besloten(akkoord=False))),
            terugmeldingen=(replace(TERUG, besluit=TERUG_NIET),),
        )
        assert gedaan_volgens(een) == {
            "evaluatiebesluit": date(2025, 10, 8),
            "bijstellingsoordeel_2": date(2025, 8, 4),
            "bijstellingsbezwaar_2": date(2025, 8, 4),
            "terugmeldbesluit": date(2025, 9, 5),
        }

    def test_full_months_of_work_meet_their_own_reminder(self) -> None:
        vol = replace(WERK, plaatsing_op=date(2025, 12, 1))
        assert gedaan_volgens(order(werkhervattingen=(WERK, vol))) == {"plaatsing_2": date(2025, 12, 1)}
