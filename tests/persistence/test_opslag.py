"""Transactions: whole or not at all, again after a deadlock, once per Idempotency-Key."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from app.domain.dossier.klant import Klant
from app.domain.fouten import NietGevonden, Strijdig
from app.persistence.opslag import PostgresOpslag
from app.services.fouten import OpslagOnbereikbaar, SleutelHergebruikt
from app.services.ids import nieuw_id
from app.services.kluis import Kluis
from app.services.poorten import Herhaalsleutel, Schrijver
from tests.persistence.gereedschap import NU, klant, leg_vast, registreer, schrijf, verhuis

pytestmark = pytest.mark.anyio


@pytest.fixture
async def ander(gedeeld: str) -> AsyncIterator[Any]:
    """A connection beside those of the store."""
    geopend = await asyncpg.connect(gedeeld)
    yield geopend
    await geopend.close()


def mislukt(fout: Exception, keren: int) -> tuple[list[int], Callable[[Schrijver], Awaitable[str]]]:
    """Work that fails this many times, and a list that counts."""
    pogingen: list[int] = []

    async def werk(_tx: Schrijver) -> str:
        pogingen.append(1)
        if len(pogingen) <= keren:
            raise fout
        return "gedaan"

    return pogingen, werk


class TestOpnieuw:
    async def test_of_two_that_lock_crosswise_both_are_done_once(self, opslag: PostgresOpslag) -> None:
        een, twee = await registreer(opslag), await registreer(opslag)
        beide_begonnen, begonnen = asyncio.Event(), []

        async def kruis(tx: Schrijver, eerste: Klant, tweede: Klant) -> None:
            await tx.dossier(eerste.id)
            begonnen.append(eerste.id)
            if len(begonnen) == 2:
                beide_begonnen.set()
            await beide_begonnen.wait()
            await verhuis(tx, eerste, "Deventer")
            await verhuis(tx, tweede, "Zutphen")

        await asyncio.gather(
            schrijf(opslag, lambda tx: kruis(tx, een, twee)), schrijf(opslag, lambda tx: kruis(tx, twee, een))
        )
        assert len(begonnen) > 2  # a victim began again
        for wie in (een, twee):
            assert (await opslag.lezer().haal(Klant, wie.id)).versie == 3
            assert [r.volgnummer for r in await opslag.lezer().tijdlijn(wie.id, 0, 10)] == [1, 2, 3]

    @pytest.mark.parametrize("fout", [asyncpg.DeadlockDetectedError(), asyncpg.SerializationError()])
    async def test_a_transaction_that_collides_is_run_again(self, opslag: PostgresOpslag, fout: Exception) -> None:
        pogingen, werk = mislukt(fout, keren=3)
        assert (await schrijf(opslag, werk)).lichaam == b'"gedaan"'
        assert len(pogingen) == 4

    async def test_one_that_keeps_colliding_is_given_up(self, opslag: PostgresOpslag) -> None:
        pogingen, werk = mislukt(asyncpg.DeadlockDetectedError(), keren=99)
        with pytest.raises(OpslagOnbereikbaar, match="te druk"):
            await schrijf(opslag, werk)
        assert len(pogingen) == 4

    async def test_between_attempts_it_waits_longer_each_time_and_never_equally_long(
        self, opslag: PostgresOpslag, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A victim that came back at once would take the lock before the one that waits for it has woken."""
        pauzes: list[float] = []

        async def slaap(seconden: float) -> None:
            pauzes.append(seconden)

        monkeypatch.setattr("app.persistence.opslag.asyncio.sleep", slaap)
        for _ in range(20):
            _, werk = mislukt(asyncpg.DeadlockDetectedError(), keren=3)
            await schrijf(opslag, werk)
        for eerste, tweede, derde in zip(pauzes[::3], pauzes[1::3], pauzes[2::3], strict=True):
            assert 0.01 <= eerste < tweede < derde < 0.5
        assert len(set(pauzes)) > 50

    async def test_a_refusal_is_not_run_again(self, opslag: PostgresOpslag) -> None:
        pogingen, werk = mislukt(Strijdig("test", "Nee."), keren=99)
        with pytest.raises(Strijdig):
            await schrijf(opslag, werk)
        assert len(pogingen) == 1

    async def test_a_change_waits_for_the_one_before_and_sees_it(self, opslag: PostgresOpslag) -> None:
        wie = await registreer(opslag)
        await asyncio.gather(*(schrijf(opslag, lambda tx: verhuis(tx, wie, "Deventer")) for _ in range(5)))
        assert (await opslag.lezer().haal(Klant, wie.id)).versie == 6
        assert len(await opslag.lezer().versies(Klant, wie.id)) == 6


class TestGeheelOfNiet:
    @staticmethod
    async def _verbroken(opslag: PostgresOpslag, ander: Any, na: Callable[[Schrijver], None]) -> None:
        async def werk(tx: Any) -> None:
            na(tx)
            await ander.execute("select pg_terminate_backend($1)", await tx._vast.fetchval("select pg_backend_pid()"))
            await asyncio.sleep(0.05)

        with pytest.raises(OpslagOnbereikbaar):
            await schrijf(opslag, werk)

    async def test_a_connection_that_was_told_of_its_end_but_is_still_open_counts_as_lost(
        self, opslag: PostgresOpslag
    ) -> None:
        _, werk = mislukt(asyncpg.InternalClientError("cannot switch to state 11"), keren=1)
        with pytest.raises(OpslagOnbereikbaar):
            await schrijf(opslag, werk)

    async def test_a_lost_connection_leaves_nothing_half_done(self, opslag: PostgresOpslag, ander: Any) -> None:
        nieuw = klant()
        await self._verbroken(opslag, ander, lambda tx: leg_vast(tx, nieuw))
        with pytest.raises(NietGevonden):
            await opslag.lezer().haal(Klant, nieuw.id)
        for tabel in ("historie", "journaal", "audit", "dossier"):
            assert await ander.fetchval(f"select count(*) from {tabel} where klant_id = $1", nieuw.id) == 0

    @pytest.mark.parametrize("fout", [asyncpg.InterfaceError("Te veel parameters."), OSError("Geen map.")])
    async def test_a_mistake_in_the_program_is_no_lost_connection(
        self, opslag: PostgresOpslag, fout: Exception
    ) -> None:
        _, werk = mislukt(fout, keren=1)
        with pytest.raises(type(fout)) as gemeld:
            await schrijf(opslag, werk)
        assert gemeld.value is fout

    async def test_and_the_next_one_gets_a_connection_that_works(self, opslag: PostgresOpslag, ander: Any) -> None:
        await self._verbroken(opslag, ander, lambda _tx: None)
        wie = await registreer(opslag)
        assert (await opslag.lezer().haal(Klant, wie.id)) == wie

    async def test_a_lost_connection_between_uses_is_noticed(self, opslag: PostgresOpslag, ander: Any) -> None:
        await opslag.peil()
        await ander.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity "
            "where application_name = 'trede' and datname = current_database()"
        )
        await asyncio.sleep(0.05)
        wie = await registreer(opslag)
        assert (await opslag.lezer().haal(Klant, wie.id)) == wie

    async def test_what_a_constraint_refuses_at_the_end_undoes_all(self, opslag: PostgresOpslag, ander: Any) -> None:
        een, twee = klant(), klant()

        async def werk(tx: Schrijver) -> None:
            for nieuw in (een, twee):
                leg_vast(tx, nieuw)
                tx.bewaar_bsn(nieuw.id, "999990019")

        with pytest.raises(Strijdig) as geweigerd:
            await schrijf(opslag, werk)
        assert geweigerd.value.code == "bsn-bekend"
        assert await ander.fetchval("select count(*) from klant where id = any ($1)", [een.id, twee.id]) == 0

    async def test_a_version_that_is_not_the_next_one_is_never_written(self, opslag: PostgresOpslag) -> None:
        wie = await registreer(opslag)

        async def werk(tx: Schrijver) -> None:
            await tx.dossier(wie.id)
            leg_vast(tx, klant(**vars(wie) | {"versie": 3}))

        with pytest.raises(RuntimeError, match="0 van 1"):
            await schrijf(opslag, werk)
        assert (await opslag.lezer().haal(Klant, wie.id)).versie == 1


def sleutel(lichaam: bytes = b"l") -> Herhaalsleutel:
    return Herhaalsleutel(nieuw_id().bytes, lichaam)


class TestHerhalen:
    @staticmethod
    def _teller() -> Callable[[Schrijver], Awaitable[int]]:
        keren: list[int] = []

        async def werk(_tx: Schrijver) -> int:
            keren.append(1)
            return len(keren)

        return werk

    async def test_a_known_key_gives_the_first_answer(self, opslag: PostgresOpslag) -> None:
        werk, herhaal = self._teller(), sleutel()
        eerste = await schrijf(opslag, werk, herhaal=herhaal)
        assert await schrijf(opslag, werk, herhaal=herhaal, nu=NU + timedelta(hours=72)) == eerste

    async def test_a_parallel_twin_waits_for_it(self, opslag: PostgresOpslag) -> None:
        werk, herhaal = self._teller(), sleutel()
        antwoorden = await asyncio.gather(*(schrijf(opslag, werk, herhaal=herhaal) for _ in range(5)))
        assert {a.lichaam for a in antwoorden} == {b"1"}

    async def test_an_expired_key_is_taken_over_also_with_another_body(self, opslag: PostgresOpslag) -> None:
        werk, herhaal = self._teller(), sleutel()
        await schrijf(opslag, werk, herhaal=herhaal)
        ander = Herhaalsleutel(herhaal.sleutel, b"anders")
        later = NU + timedelta(hours=72, seconds=1)
        assert (await schrijf(opslag, werk, herhaal=ander, nu=later)).lichaam == b"2"
        assert (await schrijf(opslag, werk, herhaal=ander, nu=later)).lichaam == b"2"

    async def test_keys_that_expired_go_a_few_at_a_time_and_make_nobody_wait(
        self, opslag: PostgresOpslag, ander: Any
    ) -> None:
        oud = [sleutel() for _ in range(5)]
        for herhaal in oud:
            await schrijf(opslag, self._teller(), herhaal=herhaal, nu=NU - timedelta(days=3650))
        over = "select count(*) from idempotentie where sleutel = any($1)"
        namen = [herhaal.sleutel for herhaal in oud]
        async with ander.transaction():
            await ander.execute("select 1 from idempotentie where sleutel = $1 for update", namen[0])
            await schrijf(opslag, self._teller(), herhaal=sleutel())
            assert await ander.fetchval(over, namen) == 2
        await schrijf(opslag, self._teller(), herhaal=sleutel())
        assert await ander.fetchval(over, namen) == 0

    async def test_another_body_is_refused(self, opslag: PostgresOpslag) -> None:
        werk, herhaal = self._teller(), sleutel()
        await schrijf(opslag, werk, herhaal=herhaal)
        with pytest.raises(SleutelHergebruikt):
            await schrijf(opslag, werk, herhaal=Herhaalsleutel(herhaal.sleutel, b"anders"))

    async def test_a_failure_leaves_no_key(self, opslag: PostgresOpslag, ander: Any) -> None:
        herhaal = sleutel()
        _, werk = mislukt(Strijdig("test", "Nee."), keren=1)
        with pytest.raises(Strijdig):
            await schrijf(opslag, werk, herhaal=herhaal)
        assert await ander.fetchval("select count(*) from idempotentie where sleutel = $1", herhaal.sleutel) == 0
        assert (await schrijf(opslag, werk, herhaal=herhaal)).lichaam == b'"gedaan"'

    async def test_the_answer_is_kept_encrypted(self, opslag: PostgresOpslag, ander: Any, kluis: Kluis) -> None:
        herhaal = sleutel()

        async def werk(_tx: Schrijver) -> str:
            return "mevrouw Voorbeeld"

        gegeven = await schrijf(opslag, werk, herhaal=herhaal)
        bewaard = await ander.fetchval("select antwoord from idempotentie where sleutel = $1", herhaal.sleutel)
        assert b"Voorbeeld" not in bewaard
        assert json.loads(kluis.open(bewaard)) == [200, [], gegeven.lichaam.decode()]
