from hypothesis import given
from hypothesis import strategies as st

from app.domain.basisdienstverlening.screening.bevinding import Bevinding, bundel
from app.domain.basisdienstverlening.screening.uitkomst import Naar, Verwijzing
from app.domain.besluit import Regel

GROND = Regel("iom.loket.ww", "IOM PB", "§2.2.2").grond("Een reden.")
verwijzingen = st.builds(Verwijzing, naar=st.sampled_from(Naar), warm=st.booleans(), spoed=st.booleans())
bevindingen = st.lists(st.builds(Bevinding, st.just(GROND), st.lists(verwijzingen, max_size=4).map(tuple)), max_size=6)


@given(bevindingen)
def test_each_address_appears_once_in_the_order_of_the_catalogue(gevonden: list[Bevinding]) -> None:
    adressen = [verwijzing.naar for verwijzing in bundel(gevonden)]
    genoemd = {verwijzing.naar for bevinding in gevonden for verwijzing in bevinding.verwijzingen}
    assert adressen == [adres for adres in Naar if adres in genoemd]


@given(bevindingen)
def test_the_order_of_the_findings_changes_nothing(gevonden: list[Bevinding]) -> None:
    assert bundel(gevonden) == bundel(gevonden[::-1])


@given(bevindingen)
def test_a_referral_is_warm_or_urgent_as_soon_as_one_finding_says_so(gevonden: list[Bevinding]) -> None:
    alle = [verwijzing for bevinding in gevonden for verwijzing in bevinding.verwijzingen]
    for samen in bundel(gevonden):
        gelijke = [verwijzing for verwijzing in alle if verwijzing.naar is samen.naar]
        assert samen.warm == any(verwijzing.warm for verwijzing in gelijke)
        assert samen.spoed == any(verwijzing.spoed for verwijzing in gelijke)
