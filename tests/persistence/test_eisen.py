"""What the database itself refuses, whatever the service does."""

import re
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, get_args, get_type_hints

import asyncpg
import orjson
import pytest

from app.persistence.botsingen import _PER_CONSTRAINT
from app.persistence.stukken import PER_SOORT
from app.services.ids import nieuw_id
from tests.persistence.gereedschap import zet

pytestmark = pytest.mark.anyio

MET_PARTNER = {"stand_partner": "gemeld", "partner_opgave": "{}"}
UUR = {naam: datetime(2021, 3, 16, uur, tzinfo=UTC) for naam, uur in (("negen", 9), ("tien", 10), ("elf", 11))}


async def wijzig(verbinding: Any, tabel: str, rij: dict[str, Any], **anders: Any) -> None:
    zetten = ", ".join(f"{naam} = ${nummer}" for nummer, naam in enumerate(anders, start=2))
    await verbinding.execute(f"update {tabel} set {zetten} where id = $1", rij["id"], *anders.values())


def geweigerd(soort: type[Exception], constraint: str) -> Any:
    """The refusal by this constraint."""
    return pytest.raises(soort, match=constraint)


class TestIndeling:
    async def test_on_one_day_a_klant_is_in_one_group(self, verbinding: Any) -> None:
        eerste = await zet(verbinding, "groepsindeling", geldig_van=date(2021, 3, 1), geldig_tot=date(2021, 3, 31))
        klant = {"klant_id": eerste["klant_id"]}
        with geweigerd(asyncpg.ExclusionViolationError, "groepsindeling_een_per_dag"):
            await zet(verbinding, "groepsindeling", **klant, geldig_van=date(2021, 3, 31))
        await zet(verbinding, "groepsindeling", **klant, geldig_van=date(2021, 4, 1))
        with geweigerd(asyncpg.ExclusionViolationError, "groepsindeling_een_per_dag"):
            await zet(verbinding, "groepsindeling", **klant, geldig_van=date(2199, 12, 31))

    async def test_one_period_may_end_as_the_next_begins_in_one_statement(self, verbinding: Any) -> None:
        eerste = await zet(verbinding, "toewijzing", geldig_van=date(2021, 3, 1))
        await verbinding.execute(
            "with nieuw as (insert into toewijzing (id, versie, aangemaakt_op, gewijzigd_op, klant_id, rol, persoon, "
            "geldig_van) select gen_random_uuid(), 1, now(), now(), klant_id, rol, persoon, '2021-04-01' "
            "from toewijzing where id = $1 returning 1), oud as (update toewijzing set geldig_tot = '2021-03-31' "
            "where id = $1 returning 1) select (select count(*) from nieuw), (select count(*) from oud)",
            eerste["id"],
        )

    async def test_another_choice_than_the_advice_has_a_reason(self, verbinding: Any) -> None:
        with geweigerd(asyncpg.CheckViolationError, "groepsindeling_afwijking_met_reden"):
            await zet(verbinding, "groepsindeling", klasse="groeien", advies="matchen")
        await zet(verbinding, "groepsindeling", klasse="groeien", advies="matchen", afwijking_reden="wil niet")

    @pytest.mark.parametrize("tabel", ["groepsindeling", "toewijzing"])
    async def test_a_period_does_not_end_before_it_begins(self, verbinding: Any, tabel: str) -> None:
        with geweigerd(asyncpg.CheckViolationError, f"{tabel}_periode"):
            await zet(verbinding, tabel, geldig_van=date(2021, 3, 2), geldig_tot=date(2021, 3, 1))


class TestMelding:
    async def test_a_klant_has_one_open_melding(self, verbinding: Any) -> None:
        eerste = await zet(verbinding, "melding")
        with geweigerd(asyncpg.UniqueViolationError, "open_melding_pkey"):
            await zet(verbinding, "melding", klant_id=eerste["klant_id"])
        await wijzig(verbinding, "melding", eerste, stand="ingetrokken")
        await zet(verbinding, "melding", klant_id=eerste["klant_id"])

    async def test_a_partner_has_it_too(self, verbinding: Any) -> None:
        partner = (await zet(verbinding, "klant"))["id"]
        samen = await zet(verbinding, "melding", partner_id=partner, **MET_PARTNER)
        with geweigerd(asyncpg.UniqueViolationError, "open_melding_pkey"):
            await zet(verbinding, "melding", klant_id=partner)
        with geweigerd(asyncpg.UniqueViolationError, "open_melding_pkey"):
            await zet(verbinding, "melding", partner_id=partner, **MET_PARTNER | {"stand_partner": "gescreend"})
        await wijzig(verbinding, "melding", samen, stand_partner="ingedeeld")
        await zet(verbinding, "melding", klant_id=partner)
        with geweigerd(asyncpg.UniqueViolationError, "open_melding_pkey"):
            await zet(verbinding, "melding", klant_id=samen["klant_id"])

    async def test_nobody_is_ones_own_partner(self, verbinding: Any) -> None:
        klant = (await zet(verbinding, "klant"))["id"]
        with geweigerd(asyncpg.CheckViolationError, "melding_partner_is_ander"):
            await zet(verbinding, "melding", klant_id=klant, partner_id=klant, **MET_PARTNER)

    async def test_a_partner_stands_somewhere_and_nobody_nowhere(self, verbinding: Any) -> None:
        partner = (await zet(verbinding, "klant"))["id"]
        with geweigerd(asyncpg.CheckViolationError, "melding_stand_van_partner"):
            await zet(verbinding, "melding", partner_id=partner, partner_opgave="{}")
        with geweigerd(asyncpg.CheckViolationError, "melding_stand_van_partner"):
            await zet(verbinding, "melding", stand_partner="gemeld")

    async def test_of_a_partner_it_is_known_what_holds_for_them_and_of_nobody_nothing(self, verbinding: Any) -> None:
        partner = (await zet(verbinding, "klant"))["id"]
        with geweigerd(asyncpg.CheckViolationError, "melding_opgave_van_partner"):
            await zet(verbinding, "melding", partner_id=partner, stand_partner="gemeld")
        with geweigerd(asyncpg.CheckViolationError, "melding_opgave_van_partner"):
            await zet(verbinding, "melding", partner_opgave="{}")

    @pytest.mark.parametrize("tabel", ["screening", "aanvraag", "ambitiegesprek"])
    async def test_each_step_is_recorded_once_per_melding(self, verbinding: Any, tabel: str) -> None:
        melding = await zet(verbinding, "melding")
        hoort = {"melding_id": melding["id"], "klant_id": melding["klant_id"]}
        await zet(verbinding, tabel, **hoort)
        with pytest.raises(asyncpg.UniqueViolationError):
            await zet(verbinding, tabel, **hoort)


class TestAfspraak:
    @pytest.mark.parametrize("wie", ["klant", "medewerker"])
    async def test_nobody_is_in_two_places(self, verbinding: Any, wie: str) -> None:
        melding = await zet(verbinding, "melding")
        hoort, een = {"melding_id": melding["id"]}, str(melding["id"])
        eerste = await zet(verbinding, "afspraak", **hoort, medewerker=een, begin=UUR["negen"], eind=UUR["elf"])
        zelfde = {"klant": {"klant_id": eerste["klant_id"], "medewerker": "een"}, "medewerker": {"medewerker": een}}
        with geweigerd(asyncpg.ExclusionViolationError, f"afspraak_{wie}_dubbel"):
            await zet(verbinding, "afspraak", **hoort, **zelfde[wie], begin=UUR["tien"], eind=UUR["elf"])
        later = UUR["elf"].replace(hour=12)
        await zet(verbinding, "afspraak", **hoort, **zelfde[wie], begin=UUR["elf"], eind=later)
        await wijzig(verbinding, "afspraak", eerste, toestand="geannuleerd")
        await zet(verbinding, "afspraak", **hoort, **zelfde[wie], begin=UUR["tien"], eind=UUR["elf"])

    async def test_an_appointment_lasts(self, verbinding: Any) -> None:
        with geweigerd(asyncpg.CheckViolationError, "afspraak_duur"):
            await zet(verbinding, "afspraak", begin=UUR["negen"], eind=UUR["negen"])


class TestVierOgen:
    async def test_who_proposes_does_not_check(self, verbinding: Any) -> None:
        melding = await zet(verbinding, "melding")
        hoort = {"melding_id": melding["id"], "klant_id": melding["klant_id"], "voorstel": '{"door": "een"}'}
        with geweigerd(asyncpg.CheckViolationError, "aanvraag_vier_ogen"):
            await zet(verbinding, "aanvraag", **hoort, controle='{"door": "een"}')
        await zet(verbinding, "aanvraag", **hoort, controle='{"door": "twee"}')


class TestAlleenErbij:
    @pytest.mark.parametrize("tabel", ["historie", "journaal", "audit"])
    @pytest.mark.parametrize("opdracht", ["update {} set klant_id = klant_id", "delete from {}", "truncate {}"])
    async def test_what_only_grows_is_never_changed(self, verbinding: Any, tabel: str, opdracht: str) -> None:
        await zet(verbinding, tabel)
        with geweigerd(asyncpg.RaiseError, f"Tabel {tabel} groeit alleen"):
            await verbinding.execute(opdracht.format(tabel))

    async def test_not_even_by_emptying_what_it_hangs_on(self, verbinding: Any) -> None:
        rij = await zet(verbinding, "journaal")
        with geweigerd(asyncpg.RaiseError, "groeit alleen"):
            await verbinding.execute("truncate klant cascade")
        with pytest.raises(asyncpg.ForeignKeyViolationError):
            await verbinding.execute("delete from klant where id = $1", rij["klant_id"])

    async def test_a_version_is_written_once(self, verbinding: Any) -> None:
        rij = await zet(verbinding, "historie")
        with geweigerd(asyncpg.UniqueViolationError, "historie_pkey"):
            await zet(verbinding, "historie", object_id=rij["object_id"], klant_id=rij["klant_id"])


class TestVerder:
    async def test_a_bsn_is_of_one_klant(self, verbinding: Any) -> None:
        eerste = await zet(verbinding, "klant_bsn", zoekwaarde=nieuw_id().bytes)
        with geweigerd(asyncpg.UniqueViolationError, "klant_bsn_uniek"):
            await zet(verbinding, "klant_bsn", zoekwaarde=eerste["zoekwaarde"])

    async def test_one_person_has_a_klant_in_one_role_on_a_day(self, verbinding: Any) -> None:
        eerste = await zet(verbinding, "toewijzing")
        with geweigerd(asyncpg.ExclusionViolationError, "toewijzing_een_per_rol"):
            await zet(verbinding, "toewijzing", klant_id=eerste["klant_id"])
        await zet(verbinding, "toewijzing", klant_id=eerste["klant_id"], rol="werkconsulent")

    async def test_a_term_stands_once_per_subject(self, verbinding: Any) -> None:
        eerste = await zet(verbinding, "termijn")
        with geweigerd(asyncpg.UniqueViolationError, "termijn_per_onderwerp"):
            await zet(verbinding, "termijn", onderwerp_id=eerste["onderwerp_id"])

    @pytest.mark.parametrize("anders", [{"toestand": "opgeschort"}, {"toestand": "gehaald"}])
    async def test_only_a_running_term_stands_still_and_that_is_no_state(
        self, verbinding: Any, anders: dict[str, Any]
    ) -> None:
        await zet(verbinding, "termijn", opgeschort_tot=date(2021, 3, 29))
        with geweigerd(asyncpg.CheckViolationError, "termijn_opschorting"):
            await zet(verbinding, "termijn", opgeschort_tot=date(2021, 3, 29), **anders)

    async def test_a_placing_has_one_undecided_assessment(self, verbinding: Any) -> None:
        indeling = await zet(verbinding, "groepsindeling")
        hoort = {"indeling_id": indeling["id"], "klant_id": indeling["klant_id"]}
        eerste = await zet(verbinding, "groepswisseling", **hoort)
        with geweigerd(asyncpg.UniqueViolationError, "groepswisseling_een_open"):
            await zet(verbinding, "groepswisseling", **hoort)
        await wijzig(verbinding, "groepswisseling", eerste, toestand="gebleven")
        await zet(verbinding, "groepswisseling", **hoort)

    @pytest.mark.parametrize("geboren", [date(1899, 12, 31), date(2200, 1, 1)])
    async def test_a_birth_date_lies_in_the_calendar(self, verbinding: Any, geboren: date) -> None:
        with geweigerd(asyncpg.CheckViolationError, "klant_geboortedatum"):
            await zet(verbinding, "klant", geboortedatum=geboren)


LOPENDE_ORDER = {"start_op": date(2025, 4, 7), "inkoop": "{}", "toestand": "in_uitvoering"}


class TestInkooporder:
    async def test_an_order_runs_with_an_inkooporder_and_a_start_only(self, verbinding: Any) -> None:
        await zet(verbinding, "inkooporder", **LOPENDE_ORDER)
        for weg, eis in (("inkoop", "inkooporder_inkoop"), ("start_op", "inkooporder_start")):
            with geweigerd(asyncpg.CheckViolationError, eis):
                await zet(verbinding, "inkooporder", **LOPENDE_ORDER | {weg: None})

    async def test_an_order_is_adjusted_substantially_once(self, verbinding: Any) -> None:
        een = {"substantieel": True, "besluit": {"akkoord": True}}
        geweigerde, ander = {"substantieel": True, "besluit": {"akkoord": False}}, {"substantieel": False}
        await zet(verbinding, "inkooporder", bijstellingen=orjson.dumps([een, geweigerde, ander]).decode())
        with geweigerd(asyncpg.CheckViolationError, "inkooporder_een_substantiele_bijstelling"):
            await zet(verbinding, "inkooporder", bijstellingen=orjson.dumps([een, een]).decode())

    async def test_werkbehoud_for_one_resumption_of_work_never_runs_twice_on_a_day(self, verbinding: Any) -> None:
        client = '{"hervatting_op": "2025-03-03"}'
        loopt = LOPENDE_ORDER | {"dienst": "werkbehoud_loondienst", "client": client, "einddatum": date(2025, 7, 7)}
        eerste = await zet(verbinding, "inkooporder", **loopt)
        klant = {"klant_id": eerste["klant_id"]}
        tweede = loopt | klant | {"dienst": "werkbehoud_zelfstandige", "start_op": date(2025, 7, 7)}
        tweede |= {"einddatum": date(2025, 8, 7)}
        with geweigerd(asyncpg.ExclusionViolationError, "inkooporder_werkbehoud_na_elkaar"):
            await zet(verbinding, "inkooporder", **tweede)
        await zet(verbinding, "inkooporder", **tweede | {"client": '{"hervatting_op": "2025-03-04"}'})
        await zet(verbinding, "inkooporder", **tweede | {"dienst": "naar_werk"})
        await wijzig(verbinding, "inkooporder", eerste, beeindigd_op=date(2025, 7, 6))
        await zet(verbinding, "inkooporder", **tweede)

    async def test_paperwork_is_of_one_client(self, verbinding: Any) -> None:
        hoort = {"inkooporder_id": (await zet(verbinding, "inkooporder"))["id"]}
        await zet(verbinding, "begeleidingssessie", **hoort, soort="activiteit", deelnemers=12)
        with geweigerd(asyncpg.CheckViolationError, "begeleidingssessie_groep"):
            await zet(verbinding, "begeleidingssessie", **hoort, soort="administratie", deelnemers=2)


def _soort_enum(hint: Any) -> type[Enum] | None:
    return next((k for k in (hint, *get_args(hint)) if isinstance(k, type) and issubclass(k, Enum)), None)


ENUMS = [
    (soort.naam, veld, keuzen)
    for soort in PER_SOORT.values()
    for veld, hint in get_type_hints(soort.soort).items()
    if (keuzen := _soort_enum(hint)) and veld in ("toestand", "stand", "stand_partner")
]


@pytest.mark.parametrize(("tabel", "kolom", "keuzen"), ENUMS, ids=lambda deel: getattr(deel, "__name__", str(deel)))
async def test_each_state_of_the_domain_is_known_and_no_other(
    verbinding: Any, tabel: str, kolom: str, keuzen: type[Enum]
) -> None:
    eisen = await verbinding.fetch(
        "select pg_get_constraintdef(oid) from pg_constraint where contype = 'c' and conrelid = $1::text::regclass",
        tabel,
    )
    bekend = [eis for (eis,) in eisen if re.search(rf"\(\(?{kolom}\)?::text = ANY", eis)]
    assert {keuze.value for keuze in keuzen} in [set(re.findall(r"'(\w+)'", eis)) for eis in bekend]


async def test_each_refusal_has_words_in_the_domain(verbinding: Any) -> None:
    onbereikbaar = {"termijn_per_onderwerp"}  # terms are planned once per subject, under the lock of its dossier
    uniek = await verbinding.fetch(
        "select i.indexrelid::regclass::text from pg_index i join pg_class t on t.oid = i.indrelid "
        "where t.relnamespace = 'public'::regnamespace and t.relname <> 'alembic_version' "
        "and ((i.indisunique and not i.indisprimary) or i.indisexclusion)"
    )
    assert {naam for (naam,) in uniek} - onbereikbaar == set(_PER_CONSTRAINT) - {"open_melding_pkey"}
