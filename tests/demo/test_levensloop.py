"""One made-up life: whoever comes from a contactgemeente has someone decide about the ambitiegesprek."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from app.demo.deur import Wijzer, open_deur
from app.demo.levensloop import Levensloop
from app.demo.personen import Mens
from app.main import create_app, ontwikkeluitgever
from app.services.identiteit import Rol
from app.settings import Instellingen
from tests.conftest import nieuw_bsn

pytestmark = pytest.mark.anyio
NU = datetime(2026, 6, 15, 12, 0, tzinfo=UTC)
NA_SCREENING = {"gescreend", "besproken", "ingedeeld", "geen_ambitiegesprek"}


def zonder_adres() -> Mens:
    gegevens = {"bsn": nieuw_bsn(), "voornamen": "Noor", "geslachtsnaam": "Voorbeeld", "verblijf": "geen"}
    return Mens(gegevens | {"geboortedatum": "1987-06-05"}, 39)


async def test_an_hour_that_was_taken_in_an_earlier_run_makes_way_for_the_next(instellingen: Instellingen) -> None:
    uitgever, wijzer = ontwikkeluitgever(instellingen), Wijzer(NU)
    gepland = []
    async with open_deur(
        create_app(instellingen, klok=wijzer), wijzer, lambda rol, wie, nu: uitgever.geef_token([rol], wie, nu=nu)
    ) as deur:
        for _ in range(2):
            wijzer.nu = NU - timedelta(days=400)
            leven = Levensloop(deur, Random(8), NU, zonder_adres(), {})  # noqa: S311  # made-up lives
            await leven._meld()
            gepland.append((await deur.get(Rol.RECEPTIE, f"/afspraken/{leven.ids['screeningsgesprek']}")).json())
    eerste, tweede = gepland
    assert eerste["medewerker"] == tweede["medewerker"]
    assert eerste["begin"] < tweede["begin"]


async def meldingen_van(instellingen: Instellingen, aantal: int) -> list[dict[str, Any]]:
    """Live so many lives without an address, and read what became of each melding."""
    uitgever, wijzer = ontwikkeluitgever(instellingen), Wijzer(NU)
    gelezen, agenda = [], dict[str, set[datetime]]()
    async with open_deur(
        create_app(instellingen, klok=wijzer), wijzer, lambda rol, wie, nu: uitgever.geef_token([rol], wie, nu=nu)
    ) as deur:
        for zaad in range(aantal):
            wijzer.nu = NU - timedelta(days=40)
            leven = Levensloop(deur, Random(zaad), NU, zonder_adres(), agenda)  # noqa: S311  # made-up lives
            await leven.leef()
            melding = await deur.get(Rol.INKOMENSCONSULENT, f"/meldingen/{leven.ids['melding']}")
            gelezen.append(melding.json())
    return gelezen


async def test_it_is_decided_for_everyone_who_was_screened_and_for_nobody_else(instellingen: Instellingen) -> None:
    meldingen = await meldingen_van(instellingen, 25)
    besloten = [melding for melding in meldingen if melding["gespreksbesluiten"]]
    assert {melding["gespreksbesluiten"][0]["nodig"] for melding in besloten} == {True, False}
    assert {melding["uitkomst"]["contactgemeente"] for melding in besloten} <= {"Raalte", "Zutphen"}
    for melding in meldingen:
        zelf = melding["uitkomst"]["contactgemeente"] is None
        assert bool(melding["gespreksbesluiten"]) is (not zelf and melding["stand"] in NA_SCREENING)
        if melding["stand"] == "geen_ambitiegesprek":
            assert melding["gespreksbesluiten"][0]["nodig"] is False
