"""Rotation of keys in the database: older BSNs stay readable, newer ones get the new key."""

from collections.abc import AsyncIterator

import pytest
from cryptography.fernet import Fernet

from app.domain.dossier.klant import Klant
from app.persistence.herversleutelen import herversleutel
from app.persistence.opslag import PostgresOpslag
from app.persistence.verbinding import Verbindingen
from app.services.kluis import Kluis, Ontsleutelfout
from app.services.poorten import Schrijver
from tests.conftest import nieuw_bsn
from tests.persistence.gereedschap import klant, leg_vast, schrijf

pytestmark = pytest.mark.anyio

OUD, NIEUW = (Fernet.generate_key().decode() for _ in range(2))


async def met_bsn(opslag: PostgresOpslag, bsn: str) -> Klant:
    nieuw = klant()

    async def werk(tx: Schrijver) -> None:
        leg_vast(tx, nieuw)
        tx.bewaar_bsn(nieuw.id, bsn)

    await schrijf(opslag, werk)
    return nieuw


@pytest.fixture
async def verbindingen(klad: str) -> AsyncIterator[Verbindingen]:
    """A pool on a database of its own: every BSN in it is known to these keys."""
    pool = Verbindingen(klad, hoogstens=3)
    await pool.start()
    yield pool
    await pool.stop()


async def test_before_and_after_a_rotation_each_bsn_is_found_and_read(verbindingen: Verbindingen) -> None:
    voor = PostgresOpslag(verbindingen, Kluis({1: OUD}, "zoek"))
    na = PostgresOpslag(verbindingen, Kluis({1: OUD, 2: NIEUW}, "zoek"))
    oud, nieuw = nieuw_bsn(), nieuw_bsn()
    oude, nieuwe = await met_bsn(voor, oud), await met_bsn(na, nieuw)
    assert await na.lezer().bsn(oude.id) == oud
    assert await na.lezer().klant_met_bsn(oud) == oude
    with pytest.raises(Ontsleutelfout):
        await voor.lezer().bsn(nieuwe.id)


async def test_a_finished_rotation_needs_the_old_key_no_more(verbindingen: Verbindingen) -> None:
    kluis = Kluis({1: OUD, 2: NIEUW}, "zoek")
    bsns = [nieuw_bsn() for _ in range(3)]
    oude = [await met_bsn(PostgresOpslag(verbindingen, Kluis({1: OUD}, "zoek")), bsn) for bsn in bsns]
    assert await herversleutel(verbindingen, kluis, per_keer=2) == 3
    assert await herversleutel(verbindingen, kluis) == 0
    alleen_nieuw = PostgresOpslag(verbindingen, Kluis({2: NIEUW}, "zoek")).lezer()
    assert [await alleen_nieuw.bsn(klant.id) for klant in oude] == bsns
    assert [await alleen_nieuw.klant_met_bsn(bsn) for bsn in bsns] == oude
