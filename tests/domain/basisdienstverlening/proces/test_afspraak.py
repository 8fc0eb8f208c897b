from dataclasses import replace
from uuid import UUID

import pytest

from app.domain.basisdienstverlening.proces.afspraak import (
    Afspraak,
    Afspraaksoort,
    Afspraakstap,
    Afspraaktoestand,
    Afspraakwijze,
    eis_afspraakstap,
    eis_tijden,
)
from app.domain.fouten import OngeldigeInvoer, StapNietToegestaan
from tests.domain.peilen import moment

NU = moment("2021-03-15T09:00:00+00:00")
BEGIN = moment("2021-03-17T09:00:00+00:00")
GEPLAND = Afspraak(
    id=UUID(int=1),
    versie=1,
    aangemaakt_op=NU,
    gewijzigd_op=NU,
    klant_id=UUID(int=2),
    melding_id=UUID(int=3),
    soort=Afspraaksoort.SCREENINGSGESPREK,
    begin=BEGIN,
    eind=moment("2021-03-17T09:30:00+00:00"),
    wijze=Afspraakwijze.FYSIEK,
    locatie=None,
    medewerker="consulent",
    beveiligd=False,
    toestand=Afspraaktoestand.GEPLAND,
    verplaatsingen=0,
    reden=None,
)


def test_before_its_begin_a_planned_appointment_can_be_moved_or_cancelled() -> None:
    eis_afspraakstap(Afspraakstap.VERPLAATSING, GEPLAND, NU)
    eis_afspraakstap(Afspraakstap.ANNULERING, GEPLAND, NU)
    with pytest.raises(StapNietToegestaan) as fout:
        eis_afspraakstap(Afspraakstap.OPKOMST, GEPLAND, NU)
    assert fout.value.toegestaan == (Afspraakstap.VERPLAATSING, Afspraakstap.ANNULERING)


@pytest.mark.parametrize("stap", Afspraakstap)
def test_from_its_begin_on_everything_can_be_recorded(stap: Afspraakstap) -> None:
    eis_afspraakstap(stap, GEPLAND, BEGIN)


@pytest.mark.parametrize("toestand", [toestand for toestand in Afspraaktoestand if toestand is not GEPLAND.toestand])
@pytest.mark.parametrize("stap", Afspraakstap)
def test_an_appointment_that_ended_stays_as_it_is(stap: Afspraakstap, toestand: Afspraaktoestand) -> None:
    with pytest.raises(StapNietToegestaan) as fout:
        eis_afspraakstap(stap, replace(GEPLAND, toestand=toestand), BEGIN)
    assert (fout.value.toestand, fout.value.toegestaan) == (toestand, ())


def test_an_appointment_may_begin_now_and_end_just_before_midnight_in_deventer() -> None:
    eis_tijden(NU, moment("2021-03-15T22:59:59+00:00"), NU)


@pytest.mark.parametrize(
    ("begin", "eind", "pad", "code"),
    [
        ("2021-03-15T08:59:59+00:00", "2021-03-15T10:00:00+00:00", "begin", "verleden"),
        ("2021-03-17T09:00:00+00:00", "2021-03-17T09:00:00+00:00", "eind", "voor-begin"),
        ("2021-03-17T09:00:00+00:00", "2021-03-17T23:00:00+00:00", "eind", "andere-dag"),
    ],
)
def test_impossible_times_are_refused(begin: str, eind: str, pad: str, code: str) -> None:
    with pytest.raises(OngeldigeInvoer) as fout:
        eis_tijden(moment(begin), moment(eind), NU)
    assert [(f.pad, f.code) for f in fout.value.fouten] == [(pad, code)]
