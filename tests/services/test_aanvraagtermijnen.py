"""The terms of an application as they are stored: whatever happens none disappears, and each keeps to its rule."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag, Aanvraagtoestand
from app.domain.basisdienstverlening.proces.aanvraagtermijnen import hersteltermijn, termijnen_van_aanvraag
from app.domain.basisdienstverlening.proces.aanvulling import Opschortingen, sluit_opschorting, vraag_aanvulling
from app.domain.dossier.termijn import Termijn, Termijntoestand
from app.domain.termijntoetsen.beslistermijn import bepaal_beslistermijn
from app.domain.termijntoetsen.opschorting import Opschorting
from app.services.handeling import Handeling
from app.services.identiteit import Beller
from app.services.termijnbeheer import plan_termijnen
from tests.domain import peilen
from tests.domain.basisdienstverlening.proces.aanvragen import (
    MELDINGSDATUM,
    ONTVANGEN_OP,
    maak_aanvraag,
    maak_melding,
)

pytestmark = pytest.mark.anyio
BELLER = Beller(uitgever="u", persoon="p", client="c", rollen=frozenset())


class Geheugen:
    """A transaction that keeps terms in memory and checks how they are recorded."""

    def __init__(self) -> None:
        self.termijnen: dict[str, Termijn] = {}

    async def vind(self, _soort: type[Termijn], **_gelijk: Any) -> tuple[Termijn, ...]:
        return tuple(self.termijnen.values())

    def bewaar_termijnen(self, termijnen: tuple[Termijn, ...]) -> None:
        assert len({termijn.soort for termijn in termijnen}) == len(termijnen)
        for termijn in termijnen:
            eerder = self.termijnen.get(termijn.soort)
            assert termijn.versie == (eerder.versie + 1 if eerder else 1)
            assert eerder is None or (termijn.id == eerder.id and eerder.toestand is Termijntoestand.LOPEND)
            self.termijnen[termijn.soort] = termijn


def _handeling(tx: Geheugen, op: date) -> Handeling:
    nu = datetime.combine(op, time(12), ZoneInfo("Europe/Amsterdam"))
    return Handeling(tx=cast("Any", tx), nu=nu, beller=BELLER, beleid=cast("Any", None), softwareversie="0")


def _na(aanvraag: Aanvraag, toestand: Aanvraagtoestand, opschortingen: Opschortingen) -> Aanvraag:
    uitkomst = bepaal_beslistermijn(peilen.peil(), MELDINGSDATUM, opschortingen).uitkomst
    velden: dict[str, Any] = {"opschortingen": opschortingen, "beslistermijn": uitkomst}
    return replace(aanvraag, versie=aanvraag.versie + 1, toestand=toestand, **velden)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 30), st.none() | st.integers(0, 40)), max_size=4))
async def test_whatever_is_asked_and_completed_no_term_disappears(rondes: list[tuple[int, int, int | None]]) -> None:
    tx, melding, aanvraag, op = Geheugen(), maak_melding(jong=True), maak_aanvraag(), ONTVANGEN_OP

    async def leg_vast(stuk: Aanvraag, vandaag: date, klaar: dict[str, date]) -> None:
        bekend = set(tx.termijnen)
        plannen = termijnen_van_aanvraag(peilen.peil(), stuk, melding, spoed=False)
        await plan_termijnen(_handeling(tx, vandaag), stuk, "aanvraag", plannen, klaar=klaar)
        assert bekend <= set(tx.termijnen)
        assert tx.termijnen["besluit"].uiterlijk_op == stuk.beslistermijn.uiterlijk
        wacht = stuk.toestand is Aanvraagtoestand.AANVULLING_GEVRAAGD
        tot = stuk.opschortingen[-1].hersteltermijn_tot if wacht else None
        assert (tx.termijnen["besluit"].toestand.value, tx.termijnen["besluit"].opgeschort_tot) == ("lopend", tot)
        assert tx.termijnen["streefbesluit"].toestand.value == "lopend"

    await leg_vast(aanvraag, op, {})
    for wachten, duur, aangevuld_na in rondes:
        op += timedelta(days=wachten)
        nieuw = Opschorting(verzoek_op=op, hersteltermijn_tot=op + timedelta(days=duur))
        eerder = hersteltermijn(aanvraag)
        aanvraag = _na(aanvraag, Aanvraagtoestand.AANVULLING_GEVRAAGD, vraag_aanvulling(aanvraag, nieuw, op))
        await leg_vast(aanvraag, op, {eerder: op + timedelta(days=1)})
        if aangevuld_na is not None:
            aangevuld_op = op + timedelta(days=aangevuld_na)
            gesloten = sluit_opschorting(aanvraag.opschortingen, aangevuld_op)
            aanvraag = _na(aanvraag, Aanvraagtoestand.VOLLEDIG, gesloten)
            soort = hersteltermijn(aanvraag)
            await leg_vast(aanvraag, aangevuld_op, {soort: aangevuld_op})
            verwacht = "gehaald" if aangevuld_na <= duur else "gemist"
            assert tx.termijnen[soort].toestand.value == verwacht
        op = aanvraag.opschortingen[-1].eindigt_op
    herstel = [soort for soort in tx.termijnen if soort.startswith("hersteltermijn")]
    assert len(herstel) == len(rondes)
