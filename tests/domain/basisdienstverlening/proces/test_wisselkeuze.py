import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.basisdienstverlening.groepswisseling import Wisseladvies
from app.domain.basisdienstverlening.klantgroep import Klantgroep, Participatie
from app.domain.basisdienstverlening.proces.wisseling import (
    Groepswisseling,
    Wisselstap,
    Wisseltoestand,
    eis_wisselstap,
)
from app.domain.basisdienstverlening.proces.wisselkeuze import (
    eis_toegestaan,
    eis_verlenging,
    is_afwijkend,
    keuze_na_wisseling,
    motiveer,
    warme_overdracht,
)
from app.domain.fouten import OngeldigeInvoer, StapNietToegestaan, Strijdig
from tests.domain.basisdienstverlening.proces.plaatsingen import wisseling
from tests.domain.peilen import dag

M, G, F, Z = Klantgroep
WISSELINGEN = (
    wisseling(M),
    wisseling(M, extra_nodig=True),
    wisseling(G),
    wisseling(G, maanden_tot_werk=48),
    wisseling(G, maanden_tot_werk=48, participatie=Participatie.KAN_NIET),
    wisseling(F, betaalde_uren=20),
    wisseling(F, maanden_niet_participeren=12),
    wisseling(Z),
    wisseling(Z, gemotiveerd=True),
)
NAAR = st.none() | st.sampled_from(Klantgroep)


def test_the_group_that_the_klant_is_in_is_no_change() -> None:
    with pytest.raises(OngeldigeInvoer) as gevangen:
        eis_toegestaan(wisseling(Z).feiten, Z)
    assert gevangen.value.fouten[0].code == "zelfde-groep"


@pytest.mark.parametrize("van", WISSELINGEN)
@pytest.mark.parametrize("naar", [None, *Klantgroep])
def test_every_change_is_allowed_but_from_groeien_to_matchen(van: Groepswisseling, naar: Klantgroep | None) -> None:
    groep = van.feiten.huidige_groep
    if naar is groep:
        return
    if (groep, naar) == (G, M):
        with pytest.raises(Strijdig, match="groeien_matchen"):
            eis_toegestaan(van.feiten, naar)
    else:
        eis_toegestaan(van.feiten, naar)


def test_an_extension_is_given_where_the_advice_has_one_and_instead_of_a_change() -> None:
    eis_verlenging(wisseling(M).uitkomst, None)
    with pytest.raises(OngeldigeInvoer):
        eis_verlenging(wisseling(M).uitkomst, G)
    for zonder in (wisseling(M, verlengd=True), wisseling(M, sinds="2021-03-15"), wisseling(G)):
        with pytest.raises(Strijdig) as gevangen:
            eis_verlenging(zonder.uitkomst, None)
        assert gevangen.value.code == "geen-verlenging"


@given(van=st.sampled_from(WISSELINGEN), naar=NAAR)
def test_a_decision_deviates_when_the_advice_does_not_leave_it_open(
    van: Groepswisseling, naar: Klantgroep | None
) -> None:
    gevolgd = naar is van.uitkomst.naar or (naar is None and van.uitkomst.advies is Wisseladvies.BEOORDELEN)
    assert is_afwijkend(van.uitkomst, naar) is not gevolgd


@given(van=st.sampled_from(WISSELINGEN), naar=NAAR)
def test_the_reasons_are_those_of_the_advice_then_of_the_decision(
    van: Groepswisseling, naar: Klantgroep | None
) -> None:
    gronden = motiveer(van, naar)
    regels = [grond.regel for grond in gronden]
    assert gronden[0] == van.motivering[0]
    assert regels.count("iom.ambitie.keuze") == is_afwijkend(van.uitkomst, naar)
    assert [grond.tekst for grond in gronden if grond.regel == "iom.wisseling.gevolgen"] == (
        [gronden[-1].tekst] if naar else []
    )
    assert naar is None or naar.capitalize() in gronden[-1].tekst


def test_a_deviation_says_what_was_advised_and_what_is_done() -> None:
    gevallen = (
        (wisseling(G), Z, "in Groeien te blijven", "de klant wisselt naar Zorgen."),
        (wisseling(Z, gemotiveerd=True), G, "te beoordelen of Faciliteren past", "de klant wisselt naar Groeien."),
        (wisseling(G, maanden_tot_werk=48), None, "naar Faciliteren te wisselen", "de klant blijft in Groeien."),
    )
    for van, naar, geadviseerd, gedaan in gevallen:
        (grond,) = (g for g in motiveer(van, naar) if g.regel == "iom.ambitie.keuze")
        assert geadviseerd in grond.tekst
        assert grond.tekst.endswith(gedaan)


def test_the_new_placing_is_weighed_against_the_advice_or_the_group_left() -> None:
    gevolgd = keuze_na_wisseling(wisseling(G, maanden_tot_werk=48), F)
    assert (gevolgd.advies, gevolgd.afwijkend) == (F, False)
    eigen = keuze_na_wisseling(wisseling(G), Z)
    assert (eigen.advies, eigen.afwijkend, eigen.afwijking_reden) == (G, True, None)


def test_who_receives_the_klant_is_reminded_of_the_talk() -> None:
    rollen = {groep: warme_overdracht(groep, dag("2021-06-15")).rol for groep in Klantgroep}
    assert rollen == {M: "werkconsulent", G: "werkconsulent", F: "inkomensconsulent", Z: "inkomensconsulent"}
    plan = warme_overdracht(Z, dag("2021-06-15"))
    assert (plan.uiterlijk_op, plan.herinnering, plan.regel.id) == (dag("2021-06-15"), True, "iom.wisseling.gevolgen")


def test_each_state_allows_its_step_and_no_other() -> None:
    mogelijk = {
        (toestand, stap) for toestand in Wisseltoestand for stap in Wisselstap if not _geweigerd(stap, toestand)
    }
    assert mogelijk == {
        (Wisseltoestand.BEOORDEELD, Wisselstap.BESLUIT),
        (Wisseltoestand.GEWISSELD, Wisselstap.OVERDRACHT),
    }


def _geweigerd(stap: Wisselstap, toestand: Wisseltoestand) -> bool:
    try:
        eis_wisselstap(stap, toestand)
    except StapNietToegestaan:
        return True
    return False
