"""The receipt of a decision: which values it asked for."""

from app.domain.dossier.verantwoording import Parametergebruik, als_tekst, gebruik
from tests.domain.peilen import dag, euro, peil


def test_every_value_that_was_asked_is_kept_in_order_with_the_day_it_holds_from() -> None:
    gevraagd = peil("2021-08-01")
    for parameter in ("wet.pw.bijstandsnorm.gehuwden", "iom.jongere.leeftijd", "iom.jongere.leeftijd"):
        _ = gevraagd[parameter]
    assert gebruik(gevraagd) == (
        Parametergebruik(parameter="wet.pw.bijstandsnorm.gehuwden", waarde="1541.00", vanaf=dag("2021-07-01")),
        Parametergebruik(parameter="iom.jongere.leeftijd", waarde="27", vanaf=dag("2021-01-01")),
    )


def test_a_value_reads_as_text_and_a_list_with_commas() -> None:
    assert als_tekst(euro("23.5")) == "23.5"
    assert als_tekst(("Lochem", "Raalte")) == "Lochem, Raalte"
    assert als_tekst((dag("2021-12-24"),)) == "2021-12-24"
    assert als_tekst(()) == ""
