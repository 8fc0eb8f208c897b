import pytest

from app.domain.uwv.dienst import Clientsoort, Dienst
from app.domain.uwv.plandocument import Plandocument, plandocument, plangronden


@pytest.mark.parametrize("soort", Clientsoort)
def test_a_plan_van_aanpak_for_zw_and_a_werkplan_for_all_others(soort: Clientsoort) -> None:
    verwacht = Plandocument.PLAN_VAN_AANPAK if soort is Clientsoort.ZW else Plandocument.WERKPLAN
    assert plandocument(soort) is verwacht


@pytest.mark.parametrize("soort", Clientsoort)
def test_the_document_of_an_iva_or_dga_client_is_a_choice(soort: Clientsoort) -> None:
    (grond,) = plangronden(Dienst.NAAR_WERK, soort, plandocument(soort))
    assert grond.regel == "uwv.plan.document"
    assert grond.keuze is (soort is Clientsoort.IVA_DGA)


@pytest.mark.parametrize("dienst", Dienst)
def test_only_werkbehoud_goes_without_a_re_integratieplan(dienst: Dienst) -> None:
    gegeven = [grond.regel for grond in plangronden(dienst, Clientsoort.AG, Plandocument.WERKPLAN)]
    assert gegeven == ["uwv.plan.document", *(["uwv.plan.geen"] if dienst.werkbehoud else [])]
