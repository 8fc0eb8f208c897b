from dataclasses import fields

from app.domain.basisdienstverlening.leefgebieden import (
    Gespreksthema,
    Gespreksthemas,
    Leefgebied,
    Leefgebieden,
    Waarnemingen,
)


def test_there_is_a_note_for_each_of_the_seven_leefgebieden() -> None:
    assert [veld.name for veld in fields(Leefgebieden)] == list(Leefgebied)
    assert len(Leefgebied) == 7


def test_there_is_a_note_for_each_extra_theme() -> None:
    assert [veld.name for veld in fields(Gespreksthemas)] == list(Gespreksthema)


def test_what_has_no_note_was_not_discussed() -> None:
    besproken = Leefgebieden(wonen="Woont bij ouders.", financien="Geregeld.")
    assert Leefgebied.WONEN not in besproken.onbesproken
    assert besproken.onbesproken[:2] == (Leefgebied.ZINGEVING, Leefgebied.SOCIALE_RELATIES)
    assert Gespreksthemas(kinderen="Geen.").onbesproken == (
        Gespreksthema.HULPVERLENING,
        Gespreksthema.AMBITIES,
        Gespreksthema.ERVARING,
        Gespreksthema.DETENTIE,
    )


def test_nothing_is_suspected_until_the_intaker_says_so() -> None:
    waarnemingen = Waarnemingen()
    assert not waarnemingen.vermoeden_laaggeletterdheid
    assert not waarnemingen.vermoeden_onveilig_thuis
    assert waarnemingen.toelichting is None
