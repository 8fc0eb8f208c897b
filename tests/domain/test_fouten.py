"""The tree of errors: each says the fact, in Dutch."""

from datetime import date

import pytest

from app.domain import fouten
from app.domain.fouten import (
    BeleidOnbekend,
    Fout,
    GeenRecht,
    OngeldigeInvoer,
    ParameterOntbreekt,
    StapNietToegestaan,
    Strijdig,
    Veldfout,
    VierOgen,
    eis,
    eis_geen,
)

A, B = Veldfout("a", "leeg", "A is leeg."), Veldfout("b", "te-lang", "B is te lang.")


def test_every_error_has_one_root() -> None:
    soorten = [deel for deel in vars(fouten).values() if isinstance(deel, type) and issubclass(deel, Exception)]
    assert all(issubclass(soort, Fout) for soort in soorten)


def test_an_error_says_its_detail() -> None:
    assert (Fout("Zo is het.").detail, str(Fout("Zo is het."))) == ("Zo is het.", "Zo is het.")


def test_invalid_input_holds_every_fault_at_once() -> None:
    fout = OngeldigeInvoer(iter([A, B]))
    assert fout.fouten == (A, B)
    assert fout.detail == "A is leeg.; B is te lang."


def test_an_unknown_policy_is_named() -> None:
    fout = BeleidOnbekend("zutphen")
    assert (fout.beleid, fout.detail) == ("zutphen", "Beleid zutphen is hier niet bekend.")


def test_a_missing_parameter_is_named_with_its_day() -> None:
    fout = ParameterOntbreekt("x", date(2021, 3, 5), " Nog niet bekend.")
    assert (fout.parameter, fout.op) == ("x", date(2021, 3, 5))
    assert fout.detail == "Parameter x heeft geen waarde op 2021-03-05. Nog niet bekend."
    assert ParameterOntbreekt("x", date(2021, 3, 5)).detail == "Parameter x heeft geen waarde op 2021-03-05."


def test_a_step_out_of_order_says_what_can_be_done_now() -> None:
    fout = StapNietToegestaan("Fiatteren", "ontvangen", iter(["aanvullen", "voorstellen"]))
    assert (fout.toestand, fout.toegestaan) == ("ontvangen", ("aanvullen", "voorstellen"))
    assert fout.detail == "Fiatteren kan niet in toestand ontvangen; nu kan: aanvullen, voorstellen."


def test_a_step_on_what_has_ended_says_that_nothing_can_be_done() -> None:
    assert StapNietToegestaan("Fiatteren", "besloten", []).detail.endswith("nu kan: geen enkele stap.")


def test_a_conflict_has_a_stable_code() -> None:
    fout = Strijdig("melding-open", "Er is al een melding open.")
    assert (fout.code, fout.detail) == ("melding-open", "Er is al een melding open.")


def test_four_eyes_is_a_matter_of_rights() -> None:
    assert issubclass(VierOgen, GeenRecht)


def test_a_demand_that_is_met_is_silent() -> None:
    eis(True, "a", "leeg", "A is leeg.")


def test_a_demand_that_is_not_met_names_the_field() -> None:
    with pytest.raises(OngeldigeInvoer) as fout:
        eis(False, "a", "leeg", "A is leeg.")
    assert fout.value.fouten == (A,)


def test_every_fault_is_raised_at_once_and_no_fault_raises_nothing() -> None:
    fouten = (Veldfout("a", "een", "Eén."), Veldfout("b", "twee", "Twee."))
    with pytest.raises(OngeldigeInvoer) as gevangen:
        eis_geen(iter(fouten))
    assert gevangen.value.fouten == fouten
    eis_geen(iter(()))
