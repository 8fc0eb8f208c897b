from dataclasses import fields

from app.domain.basisdienstverlening.leefgebieden import Gespreksthemas, Leefgebieden, Waarnemingen


def test_there_is_a_note_for_each_of_the_seven_leefgebieden() -> None:
    assert Leefgebieden().onbesproken == (
        "zingeving",
        "wonen",
        "financien",
        "sociale_relaties",
        "lichamelijke_gezondheid",
        "psychische_gezondheid",
        "werk_en_activiteiten",
    )


def test_there_is_a_note_for_each_extra_theme() -> None:
    themas = [veld.name for veld in fields(Gespreksthemas)]
    assert themas == ["hulpverlening", "ambities", "ervaring", "kinderen", "detentie"]


def test_what_has_no_note_was_not_discussed() -> None:
    besproken = Leefgebieden(wonen="Woont bij ouders.", financien="Geregeld.")
    assert besproken.onbesproken[:2] == ("zingeving", "sociale_relaties")
    assert "wonen" not in besproken.onbesproken


def test_nothing_is_suspected_until_the_intaker_says_so() -> None:
    waarnemingen = Waarnemingen()
    assert not waarnemingen.vermoeden_laaggeletterdheid
    assert not waarnemingen.vermoeden_onveilig_thuis
    assert waarnemingen.toelichting is None
