import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.basisdienstverlening.klantgroep import Klantgroep
from app.domain.basisdienstverlening.proces.groepskeuze import Groepskeuze
from app.domain.fouten import OngeldigeInvoer

GROEP = st.sampled_from(Klantgroep)
TEKST = st.sampled_from((None, "Daarom."))


def keuze(
    klasse: Klantgroep,
    advies: Klantgroep,
    voorkeur: Klantgroep | None = None,
    reden: str | None = None,
    toelichting: str | None = None,
) -> Groepskeuze:
    return Groepskeuze(
        klasse=klasse,
        advies=advies,
        voorkeur_klant=voorkeur,
        afwijking_reden=reden,
        verschil_toelichting=toelichting,
    )


@given(klasse=GROEP, advies=GROEP, voorkeur=st.none() | GROEP, reden=TEKST, toelichting=TEKST)
def test_a_reason_goes_with_a_deviation_and_words_with_a_difference_and_never_without(
    klasse: Klantgroep, advies: Klantgroep, voorkeur: Klantgroep | None, reden: str | None, toelichting: str | None
) -> None:
    gekozen = keuze(klasse, advies, voorkeur, reden, toelichting)
    verwacht = set()
    if (klasse is advies) != (reden is None):
        verwacht.add("afwijking_reden")
    if toelichting and voorkeur in (None, klasse):
        verwacht.add("verschil_toelichting")
    fouten = set()
    try:
        gekozen.eis_onderbouwd()
    except OngeldigeInvoer as fout:
        fouten = {veld.pad for veld in fout.fouten}
    assert fouten == verwacht


@given(klasse=GROEP, advies=GROEP, voorkeur=st.none() | GROEP)
def test_each_deviation_and_each_difference_is_a_ground(
    klasse: Klantgroep, advies: Klantgroep, voorkeur: Klantgroep | None
) -> None:
    gekozen = keuze(klasse, advies, voorkeur)
    gronden = tuple(gekozen.gronden())
    assert len(gronden) == gekozen.afwijkend + gekozen.verschil_van_mening
    assert {grond.regel for grond in gronden} <= {"iom.ambitie.keuze"}


def test_a_missing_reason_names_the_advice() -> None:
    with pytest.raises(OngeldigeInvoer, match="Het advies is Groeien"):
        keuze(Klantgroep.ZORGEN, Klantgroep.GROEIEN).eis_onderbouwd()


def test_the_grounds_say_who_wants_what() -> None:
    gekozen = keuze(Klantgroep.ZORGEN, Klantgroep.GROEIEN, Klantgroep.MATCHEN)
    assert [grond.tekst for grond in gekozen.gronden()] == [
        "De regels adviseren Groeien; de consulent besluit met een vastgelegde reden tot Zorgen.",
        "De klant wil Matchen; de consulent besluit tot Zorgen en legt het verschil van mening vast.",
    ]
