"""Klanten, dossiers, the steps of basisdienstverlening, and what only grows"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


# What only grows is never changed: not by a mistake in the service, nor by hand.
ALLEEN_ERBIJ = ("historie", "journaal", "audit")

WEIGER_WIJZIGING = """
create function weiger_wijziging() returns trigger language plpgsql as $$
begin
    raise exception 'Tabel % groeit alleen: rijen veranderen of verdwijnen niet.', tg_table_name;
end
$$
"""

# An open melding of a klant stands in open_melding, whose primary key allows one. Closed ones make room first,
# so that a melding can close for one partner while it stays open for the other.
VOLG_OPEN_MELDING = """
create function volg_open_melding() returns trigger language plpgsql as $$
declare
    dicht constant text[] := array['ingedeeld', 'geen_ambitiegesprek', 'doorverwezen', 'afgewezen', 'ingetrokken'];
begin
    if tg_op = 'UPDATE' then
        delete from open_melding o where o.melding_id = new.id and (
            (o.klant_id = new.klant_id and new.stand = any (dicht))
            or (o.klant_id = new.partner_id and new.stand_partner = any (dicht)));
        return null;
    end if;
    insert into open_melding (klant_id, melding_id)
    select deelnemer, new.id
    from (values (new.klant_id, new.stand), (new.partner_id, new.stand_partner)) as d (deelnemer, stand)
    where deelnemer is not null and not stand = any (dicht)
    order by deelnemer;
    return null;
end
$$
"""


# In the order in which they can go.
TABELLEN = (
    "groepswisseling",
    "screening",
    "open_melding",
    "groepsindeling",
    "ambitiegesprek",
    "afspraak",
    "aanvraag",
    "toewijzing",
    "termijn",
    "melding",
    "klant_bsn",
    "journaal",
    "historie",
    "dossier",
    "audit",
    "klant",
    "idempotentie",
)


def upgrade() -> None:
    op.execute("create extension if not exists btree_gist")
    op.create_table(
        "idempotentie",
        sa.Column("sleutel", sa.LargeBinary(), nullable=False),
        sa.Column("lichaam", sa.LargeBinary(), nullable=False),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("antwoord", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("sleutel"),
    )
    op.create_index("idempotentie_verloop", "idempotentie", ["verloopt_op"], unique=False)
    op.create_table(
        "klant",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("voornamen", sa.String(), nullable=False),
        sa.Column("voorvoegsel", sa.String(), nullable=True),
        sa.Column("geslachtsnaam", sa.String(), nullable=False),
        sa.Column("geboortedatum", sa.Date(), nullable=False),
        sa.Column("verblijf", sa.String(), nullable=False),
        sa.Column("straatnaam", sa.String(), nullable=True),
        sa.Column("huisnummer", sa.String(), nullable=True),
        sa.Column("postcode", sa.String(), nullable=True),
        sa.Column("woonplaats", sa.String(), nullable=True),
        sa.Column("herkomstgemeente", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("telefoon", sa.String(), nullable=True),
        sa.Column("naam_sortering", sa.String(), nullable=False),
        sa.CheckConstraint("geboortedatum between '1900-01-01' and '2199-12-31'", name="klant_geboortedatum"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("klant_op_aanmaak", "klant", ["aangemaakt_op", "id"], unique=False)
    op.create_index("klant_op_geboorte_en_naam", "klant", ["geboortedatum", "naam_sortering"], unique=False)
    op.create_index("klant_op_naam", "klant", ["naam_sortering", "id"], unique=False)
    op.create_table(
        "audit",
        sa.Column("nummer", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wie", sa.String(), nullable=False),
        sa.Column("client", sa.String(), nullable=False),
        sa.Column("rollen", postgresql.ARRAY(sa.TEXT()), nullable=False),
        sa.Column("handeling", sa.String(), nullable=False),
        sa.Column("onderwerp_soort", sa.String(), nullable=False),
        sa.Column("onderwerp_id", sa.Uuid(), nullable=False),
        sa.Column("grond", sa.String(), nullable=False),
        sa.Column("verzoek", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["klant_id"],
            ["klant.id"],
        ),
        sa.PrimaryKeyConstraint("nummer"),
    )
    op.create_index("audit_per_klant", "audit", ["klant_id", "nummer"], unique=False)
    op.create_table(
        "dossier",
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["klant_id"],
            ["klant.id"],
        ),
        sa.PrimaryKeyConstraint("klant_id"),
    )
    op.create_table(
        "historie",
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("geldig_vanaf", sa.Date(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("corrigeert", sa.Integer(), nullable=True),
        sa.Column("gegevens", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(
            ["klant_id"],
            ["klant.id"],
        ),
        sa.PrimaryKeyConstraint("object_id", "versie"),
    )
    op.create_index(op.f("ix_historie_klant_id"), "historie", ["klant_id"], unique=False)
    op.create_table(
        "journaal",
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("onderwerp_soort", sa.String(), nullable=False),
        sa.Column("onderwerp_id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["klant_id"],
            ["klant.id"],
        ),
        sa.PrimaryKeyConstraint("klant_id", "volgnummer"),
    )
    op.create_table(
        "klant_bsn",
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("versleuteld", sa.LargeBinary(), nullable=False),
        sa.Column("zoekwaarde", sa.LargeBinary(), nullable=False),
        sa.Column("sleutelversie", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["klant_id"],
            ["klant.id"],
        ),
        sa.PrimaryKeyConstraint("klant_id"),
        sa.UniqueConstraint("zoekwaarde", name="klant_bsn_uniek"),
    )
    op.create_table(
        "melding",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("kanaal", sa.String(), nullable=False),
        sa.Column("meldingsdatum", sa.Date(), nullable=False),
        sa.Column("route", sa.String(), nullable=False),
        sa.Column("spoed", sa.Boolean(), nullable=False),
        sa.Column("stand", sa.String(), nullable=False),
        sa.Column("stand_partner", sa.String(), nullable=True),
        sa.Column("opgave", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("partner_opgave", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("uitkomst", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("motivering", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("verantwoording", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("teruggebeld_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("afwijzing", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("gespreksbesluiten", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("ingetrokken_op", sa.Date(), nullable=True),
        sa.Column("intrekking_reden", sa.String(), nullable=True),
        sa.CheckConstraint(
            "stand in ('gemeld', 'gescreend', 'afwijzing_voorgesteld', 'besproken', 'ingedeeld', 'geen_ambitiegesprek', 'doorverwezen', 'afgewezen', 'ingetrokken') and stand_partner in ('gemeld', 'gescreend', 'afwijzing_voorgesteld', 'besproken', 'ingedeeld', 'geen_ambitiegesprek', 'doorverwezen', 'afgewezen', 'ingetrokken')",
            name="melding_stand",
        ),
        sa.CheckConstraint("(partner_id is null) = (stand_partner is null)", name="melding_stand_van_partner"),
        sa.CheckConstraint("(partner_id is null) = (partner_opgave is null)", name="melding_opgave_van_partner"),
        sa.CheckConstraint("partner_id is null or partner_id <> klant_id", name="melding_partner_is_ander"),
        sa.ForeignKeyConstraint(
            ["klant_id"],
            ["klant.id"],
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"],
            ["klant.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_melding_klant_id"), "melding", ["klant_id"], unique=False)
    op.create_index(op.f("ix_melding_partner_id"), "melding", ["partner_id"], unique=False)
    op.create_index("melding_op_datum", "melding", ["meldingsdatum", "id"], unique=False)
    op.create_index("melding_op_stand", "melding", ["stand", "meldingsdatum", "id"], unique=False)
    op.create_table(
        "termijn",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("onderwerp_soort", sa.String(), nullable=False),
        sa.Column("onderwerp_id", sa.Uuid(), nullable=False),
        sa.Column("regel", sa.String(), nullable=False),
        sa.Column("bron", sa.String(), nullable=False),
        sa.Column("vindplaats", sa.String(), nullable=False),
        sa.Column("rol", sa.String(), nullable=False),
        sa.Column("basis_op", sa.Date(), nullable=False),
        sa.Column("uiterlijk_op", sa.Date(), nullable=False),
        sa.Column("uiterlijk_moment", sa.DateTime(timezone=True), nullable=True),
        sa.Column("herinnering", sa.Boolean(), nullable=False),
        sa.Column("spoed", sa.Boolean(), nullable=False),
        sa.Column("toestand", sa.String(), nullable=False),
        sa.Column("afgedaan_op", sa.Date(), nullable=True),
        sa.Column("opgeschort_tot", sa.Date(), nullable=True),
        sa.Column("toelichting", sa.String(), nullable=True),
        sa.CheckConstraint(
            "toestand <> 'opgeschort' and (opgeschort_tot is null or toestand = 'lopend')", name="termijn_opschorting"
        ),
        sa.CheckConstraint(
            "toestand in ('lopend', 'gehaald', 'gemist', 'opgeschort', 'vervallen')", name="termijn_toestand"
        ),
        sa.ForeignKeyConstraint(
            ["klant_id"],
            ["klant.id"],
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"],
            ["klant.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("onderwerp_id", "soort", name="termijn_per_onderwerp"),
    )
    op.create_index(op.f("ix_termijn_klant_id"), "termijn", ["klant_id"], unique=False)
    op.create_index(op.f("ix_termijn_partner_id"), "termijn", ["partner_id"], unique=False)
    op.create_index("termijn_op_dag", "termijn", ["uiterlijk_op", "id"], unique=False)
    op.create_index("termijn_op_rol", "termijn", ["rol", "uiterlijk_op", "id"], unique=False)
    op.create_index("termijn_op_rol_en_toestand", "termijn", ["rol", "toestand", "uiterlijk_op", "id"], unique=False)
    op.create_index("termijn_op_toestand", "termijn", ["toestand", "uiterlijk_op", "id"], unique=False)
    op.create_index(
        "termijn_opgeschort",
        "termijn",
        ["uiterlijk_op", "id"],
        unique=False,
        postgresql_where=sa.text("opgeschort_tot is not null"),
    )
    op.create_index(
        "termijn_werkvoorraad",
        "termijn",
        ["rol", sa.literal_column("spoed DESC"), "uiterlijk_op", "id"],
        unique=False,
        postgresql_where=sa.text("toestand = 'lopend'"),
        postgresql_include=["opgeschort_tot"],
    )
    op.create_table(
        "toewijzing",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("rol", sa.String(), nullable=False),
        sa.Column("persoon", sa.String(), nullable=False),
        sa.Column("geldig_van", sa.Date(), nullable=False),
        sa.Column("geldig_tot", sa.Date(), nullable=True),
        sa.Column("reden", sa.String(), nullable=True),
        postgresql.ExcludeConstraint(
            (sa.column("klant_id"), "="),
            (sa.column("rol"), "="),
            (sa.text("daterange(geldig_van, geldig_tot, '[]')"), "&&"),
            using="gist",
            name="toewijzing_een_per_rol",
            deferrable=True,
            initially="IMMEDIATE",
        ),
        sa.CheckConstraint("geldig_tot is null or geldig_tot >= geldig_van", name="toewijzing_periode"),
        sa.ForeignKeyConstraint(
            ["klant_id"],
            ["klant.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("toewijzing_op_begin", "toewijzing", ["geldig_van", "id"], unique=False)
    op.create_index("toewijzing_op_persoon", "toewijzing", ["persoon", "geldig_van", "id"], unique=False)
    op.create_table(
        "aanvraag",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("melding_id", sa.Uuid(), nullable=False),
        sa.Column("ontvangen_op", sa.Date(), nullable=False),
        sa.Column("toestand", sa.String(), nullable=False),
        sa.Column("opschortingen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("aanvullingen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("volledig_op", sa.Date(), nullable=True),
        sa.Column("voorschotten", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("beslistermijn", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("sr_screening", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("voorstel", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("controle", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("verzending", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("intrekking", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("motivering", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("verantwoording", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint("controle ->> 'door' <> voorstel ->> 'door'", name="aanvraag_vier_ogen"),
        sa.CheckConstraint(
            "toestand in ('ontvangen', 'aanvulling_gevraagd', 'volledig', 'voorgesteld', 'gefiatteerd', 'besloten', 'ingetrokken')",
            name="aanvraag_toestand",
        ),
        sa.ForeignKeyConstraint(
            ["klant_id"],
            ["klant.id"],
        ),
        sa.ForeignKeyConstraint(
            ["melding_id"],
            ["melding.id"],
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"],
            ["klant.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("melding_id", name="aanvraag_een_per_melding"),
    )
    op.create_index("aanvraag_op_aanmaak", "aanvraag", ["aangemaakt_op", "id"], unique=False)
    op.create_index("aanvraag_op_toestand", "aanvraag", ["toestand", "aangemaakt_op", "id"], unique=False)
    op.create_index(op.f("ix_aanvraag_klant_id"), "aanvraag", ["klant_id"], unique=False)
    op.create_index(op.f("ix_aanvraag_partner_id"), "aanvraag", ["partner_id"], unique=False)
    op.create_table(
        "afspraak",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("melding_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("begin", sa.DateTime(timezone=True), nullable=False),
        sa.Column("eind", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wijze", sa.String(), nullable=False),
        sa.Column("locatie", sa.String(), nullable=True),
        sa.Column("medewerker", sa.String(), nullable=False),
        sa.Column("beveiligd", sa.Boolean(), nullable=False),
        sa.Column("toestand", sa.String(), nullable=False),
        sa.Column("verplaatsingen", sa.Integer(), nullable=False),
        sa.Column("reden", sa.String(), nullable=True),
        postgresql.ExcludeConstraint(
            (sa.column("klant_id"), "="),
            (sa.text("tstzrange(begin, eind)"), "&&"),
            where=sa.text("toestand = 'gepland'"),
            using="gist",
            name="afspraak_klant_dubbel",
        ),
        postgresql.ExcludeConstraint(
            (sa.column("medewerker"), "="),
            (sa.text("tstzrange(begin, eind)"), "&&"),
            where=sa.text("toestand = 'gepland'"),
            using="gist",
            name="afspraak_medewerker_dubbel",
        ),
        sa.CheckConstraint(
            "toestand in ('gepland', 'geannuleerd', 'verschenen', 'niet_verschenen')", name="afspraak_toestand"
        ),
        sa.CheckConstraint("eind > begin", name="afspraak_duur"),
        sa.ForeignKeyConstraint(
            ["klant_id"],
            ["klant.id"],
        ),
        sa.ForeignKeyConstraint(
            ["melding_id"],
            ["melding.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("afspraak_op_begin", "afspraak", ["begin", "id"], unique=False)
    op.create_index("afspraak_van_medewerker", "afspraak", ["medewerker", "begin", "id"], unique=False)
    op.create_index(op.f("ix_afspraak_klant_id"), "afspraak", ["klant_id"], unique=False)
    op.create_index(op.f("ix_afspraak_melding_id"), "afspraak", ["melding_id"], unique=False)
    op.create_table(
        "ambitiegesprek",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("melding_id", sa.Uuid(), nullable=False),
        sa.Column("toestand", sa.String(), nullable=False),
        sa.Column("feiten", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("uitkomst", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("diagnose_ingevuld_op", sa.Date(), nullable=True),
        sa.Column("leefgebieden", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("themas", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("waarnemingen", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("voorkeur_klant", sa.String(), nullable=True),
        sa.Column("taal", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("studieplicht", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("motivering", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("verantwoording", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint("toestand in ('begonnen', 'afgerond')", name="ambitiegesprek_toestand"),
        sa.ForeignKeyConstraint(
            ["klant_id"],
            ["klant.id"],
        ),
        sa.ForeignKeyConstraint(
            ["melding_id"],
            ["melding.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("melding_id", "klant_id", name="ambitiegesprek_een_per_klant"),
    )
    op.create_index("ambitiegesprek_op_aanmaak", "ambitiegesprek", ["aangemaakt_op", "id"], unique=False)
    op.create_index(op.f("ix_ambitiegesprek_klant_id"), "ambitiegesprek", ["klant_id"], unique=False)
    op.create_table(
        "groepsindeling",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("melding_id", sa.Uuid(), nullable=True),
        sa.Column("wisseling_id", sa.Uuid(), nullable=True),
        sa.Column("indelingsschema", sa.String(), nullable=False),
        sa.Column("klasse", sa.String(), nullable=False),
        sa.Column("advies", sa.String(), nullable=False),
        sa.Column("afwijking_reden", sa.String(), nullable=True),
        sa.Column("voorkeur_klant", sa.String(), nullable=True),
        sa.Column("verschil_van_mening", sa.Boolean(), nullable=False),
        sa.Column("verschil_toelichting", sa.String(), nullable=True),
        sa.Column("geldig_van", sa.Date(), nullable=False),
        sa.Column("geldig_tot", sa.Date(), nullable=True),
        sa.Column("kick_off", sa.Boolean(), nullable=False),
        sa.Column("feiten", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("uitkomst", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("overdracht", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("motivering", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("verantwoording", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        postgresql.ExcludeConstraint(
            (sa.column("klant_id"), "="),
            (sa.text("daterange(geldig_van, geldig_tot, '[]')"), "&&"),
            using="gist",
            name="groepsindeling_een_per_dag",
            deferrable=True,
            initially="IMMEDIATE",
        ),
        sa.CheckConstraint("geldig_tot is null or geldig_tot >= geldig_van", name="groepsindeling_periode"),
        sa.CheckConstraint("klasse = advies or afwijking_reden is not null", name="groepsindeling_afwijking_met_reden"),
        sa.ForeignKeyConstraint(
            ["klant_id"],
            ["klant.id"],
        ),
        sa.ForeignKeyConstraint(
            ["melding_id"],
            ["melding.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("groepsindeling_op_aanmaak", "groepsindeling", ["aangemaakt_op", "id"], unique=False)
    op.create_index(
        "groepsindeling_op_klasse",
        "groepsindeling",
        ["klasse", "aangemaakt_op", "id"],
        unique=False,
        postgresql_where=sa.text("geldig_tot is null"),
    )
    op.create_index(op.f("ix_groepsindeling_klant_id"), "groepsindeling", ["klant_id"], unique=False)
    op.create_index(op.f("ix_groepsindeling_melding_id"), "groepsindeling", ["melding_id"], unique=False)
    op.create_table(
        "open_melding",
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("melding_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["klant_id"],
            ["klant.id"],
        ),
        sa.ForeignKeyConstraint(
            ["melding_id"],
            ["melding.id"],
        ),
        sa.PrimaryKeyConstraint("klant_id"),
    )
    op.create_index(op.f("ix_open_melding_melding_id"), "open_melding", ["melding_id"], unique=False)
    op.create_table(
        "screening",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("melding_id", sa.Uuid(), nullable=False),
        sa.Column("financieel", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("feiten", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("uitkomst", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("motivering", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("partneroordeel", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("verslag", sa.String(), nullable=True),
        sa.Column("doorgeleidingen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("voorschotten", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("verantwoording", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(
            ["klant_id"],
            ["klant.id"],
        ),
        sa.ForeignKeyConstraint(
            ["melding_id"],
            ["melding.id"],
        ),
        sa.ForeignKeyConstraint(
            ["partner_id"],
            ["klant.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("melding_id", name="screening_een_per_melding"),
    )
    op.create_index(op.f("ix_screening_klant_id"), "screening", ["klant_id"], unique=False)
    op.create_index(op.f("ix_screening_partner_id"), "screening", ["partner_id"], unique=False)
    op.create_index("screening_op_aanmaak", "screening", ["aangemaakt_op", "id"], unique=False)
    op.create_table(
        "groepswisseling",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("indeling_id", sa.Uuid(), nullable=False),
        sa.Column("toestand", sa.String(), nullable=False),
        sa.Column("feiten", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("uitkomst", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("besluit", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("verlengd_tot", sa.Date(), nullable=True),
        sa.Column("nieuwe_indeling_id", sa.Uuid(), nullable=True),
        sa.Column("overdracht", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("motivering", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("verantwoording", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint(
            "toestand in ('beoordeeld', 'gebleven', 'verlengd', 'gewisseld', 'overgedragen', 'vervallen')",
            name="groepswisseling_toestand",
        ),
        sa.ForeignKeyConstraint(
            ["indeling_id"],
            ["groepsindeling.id"],
        ),
        sa.ForeignKeyConstraint(
            ["klant_id"],
            ["klant.id"],
        ),
        sa.ForeignKeyConstraint(
            ["nieuwe_indeling_id"],
            ["groepsindeling.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "groepswisseling_een_open",
        "groepswisseling",
        ["indeling_id"],
        unique=True,
        postgresql_where=sa.text("toestand = 'beoordeeld'"),
    )
    op.create_index("groepswisseling_op_aanmaak", "groepswisseling", ["aangemaakt_op", "id"], unique=False)
    op.create_index("groepswisseling_op_toestand", "groepswisseling", ["toestand", "aangemaakt_op", "id"], unique=False)
    op.create_index(op.f("ix_groepswisseling_indeling_id"), "groepswisseling", ["indeling_id"], unique=False)
    op.create_index(op.f("ix_groepswisseling_klant_id"), "groepswisseling", ["klant_id"], unique=False)
    op.execute(WEIGER_WIJZIGING)
    for tabel in ALLEEN_ERBIJ:
        op.execute(
            f"create trigger {tabel}_groeit_alleen before update or delete on {tabel} "
            "for each row execute function weiger_wijziging()"
        )
        op.execute(
            f"create trigger {tabel}_nooit_leeg before truncate on {tabel} "
            "for each statement execute function weiger_wijziging()"
        )
    op.execute(VOLG_OPEN_MELDING)
    op.execute(
        "create trigger melding_open after insert or update on melding "
        "for each row execute function volg_open_melding()"
    )


def downgrade() -> None:
    for tabel in TABELLEN:
        op.drop_table(tabel)
    op.execute("drop function volg_open_melding")
    op.execute("drop function weiger_wijziging")
