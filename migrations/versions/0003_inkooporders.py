"""Inkooporders, and the time that was spent on them"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inkooporder",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("dienst", sa.String(), nullable=False),
        sa.Column("client", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("toestand", sa.String(), nullable=False),
        sa.Column("plandocument", sa.String(), nullable=False),
        sa.Column("werkplan", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("orientatiegesprekken", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("opdrachtnemer_id", sa.Uuid(), nullable=True),
        sa.Column("organisatie", sa.String(), nullable=True),
        sa.Column("overzicht", sa.String(), nullable=True),
        sa.Column("opdracht", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("plannen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("inkoop", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("start_op", sa.Date(), nullable=True),
        sa.Column("einddatum", sa.Date(), nullable=True),
        sa.Column("evaluaties", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("bijstellingen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("ziekteperioden", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("terugmeldingen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("bezwaren", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("signalen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("werkhervattingen", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("beeindiging", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("beeindigd_op", sa.Date(), nullable=True),
        sa.Column("rapport", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("resultaatoordeel", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("oordeel_op", sa.Date(), nullable=True),
        sa.Column("resultaat", sa.String(), nullable=True),
        sa.Column("vervallenverklaring", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("motivering", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("verantwoording", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.CheckConstraint(
            "(inkoop is null) = (toestand in ('werkplan', 'opdracht_verstrekt', 'plan_ingediend', 'plan_afgekeurd', 'plan_herzien', 'vervallen'))",
            name="inkooporder_inkoop",
        ),
        sa.CheckConstraint(
            "dienst in ('participatie_interventie', 'bevorderen_maatschappelijke_deelname', 'begeleiding_bij_scholing', 'werkfit_maken', 'naar_werk', 'praktijkassessment', 'werkbehoud_loondienst', 'werkbehoud_zelfstandige')",
            name="inkooporder_dienst",
        ),
        sa.CheckConstraint(
            "jsonb_array_length(jsonb_path_query_array(bijstellingen, '$[*] ? (@.substantieel == true && @.besluit.akkoord == true)')) <= 1",
            name="inkooporder_een_substantiele_bijstelling",
        ),
        sa.CheckConstraint("resultaat in ('behaald', 'niet_behaald', 'telt_niet_mee')", name="inkooporder_resultaat"),
        sa.CheckConstraint(
            "toestand in ('werkplan', 'opdracht_verstrekt', 'plan_ingediend', 'plan_afgekeurd', 'plan_herzien', 'in_uitvoering', 'beeindigd', 'voortijdig_teruggemeld', 'eindrapportage_ingediend', 'beoordeeld', 'vervallen')",
            name="inkooporder_toestand",
        ),
        postgresql.ExcludeConstraint(
            (sa.column("klant_id"), "="),
            (sa.text("(client ->> 'hervatting_op')"), "="),
            (sa.text("daterange(start_op, coalesce(beeindigd_op, einddatum), '[]')"), "&&"),
            where=sa.text("dienst in ('werkbehoud_loondienst', 'werkbehoud_zelfstandige') and start_op is not null"),
            using="gist",
            name="inkooporder_werkbehoud_na_elkaar",
        ),
        sa.CheckConstraint("(inkoop is null) = (start_op is null)", name="inkooporder_start"),
        sa.CheckConstraint("(opdrachtnemer_id is null) = (organisatie is null)", name="inkooporder_organisatie"),
        sa.CheckConstraint("einddatum > start_op", name="inkooporder_looptijd"),
        sa.CheckConstraint("(oordeel_op is null) = (resultaat is null)", name="inkooporder_oordeel"),
        sa.ForeignKeyConstraint(
            ["klant_id"],
            ["klant.id"],
        ),
        sa.ForeignKeyConstraint(
            ["opdrachtnemer_id"],
            ["opdrachtnemer.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("inkooporder_op_aanmaak", "inkooporder", ["aangemaakt_op", "id"], unique=False)
    op.create_index("inkooporder_op_toestand", "inkooporder", ["toestand", "aangemaakt_op", "id"], unique=False)
    op.create_index("inkooporder_van_organisatie", "inkooporder", ["organisatie", "aangemaakt_op", "id"], unique=False)
    op.create_index(
        "inkooporder_op_oordeel", "inkooporder", ["oordeel_op"], postgresql_where=sa.text("oordeel_op is not null")
    )
    op.create_index(
        "inkooporder_van_organisatie_op_oordeel",
        "inkooporder",
        ["organisatie", "oordeel_op"],
        postgresql_where=sa.text("oordeel_op is not null"),
    )
    op.create_index(
        "inkooporder_van_organisatie_op_toestand",
        "inkooporder",
        ["organisatie", "toestand", "aangemaakt_op", "id"],
        unique=False,
    )
    op.create_index(op.f("ix_inkooporder_klant_id"), "inkooporder", ["klant_id"], unique=False)
    op.create_index(op.f("ix_inkooporder_opdrachtnemer_id"), "inkooporder", ["opdrachtnemer_id"], unique=False)
    op.create_table(
        "begeleidingssessie",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("klant_id", sa.Uuid(), nullable=False),
        sa.Column("inkooporder_id", sa.Uuid(), nullable=False),
        sa.Column("organisatie", sa.String(), nullable=False),
        sa.Column("bijeenkomst_id", sa.Uuid(), nullable=False),
        sa.Column("gehouden_op", sa.Date(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("activiteit", sa.String(), nullable=False),
        sa.Column("minuten", sa.Integer(), nullable=False),
        sa.Column("deelnemers", sa.Integer(), nullable=False),
        sa.Column("client_akkoord_op", sa.Date(), nullable=True),
        sa.Column("intrekking", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.CheckConstraint("soort = 'activiteit' or deelnemers = 1", name="begeleidingssessie_groep"),
        sa.CheckConstraint("soort in ('activiteit', 'administratie', 'overhead')", name="begeleidingssessie_soort"),
        sa.CheckConstraint("deelnemers between 1 and 1000", name="begeleidingssessie_deelnemers"),
        sa.CheckConstraint("minuten between 1 and 1440", name="begeleidingssessie_minuten"),
        sa.ForeignKeyConstraint(
            ["inkooporder_id"],
            ["inkooporder.id"],
        ),
        sa.ForeignKeyConstraint(
            ["klant_id"],
            ["klant.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("begeleidingssessie_op_aanmaak", "begeleidingssessie", ["aangemaakt_op", "id"], unique=False)
    op.create_index("begeleidingssessie_van_bijeenkomst", "begeleidingssessie", ["bijeenkomst_id"], unique=False)
    op.create_index(
        "begeleidingssessie_van_organisatie", "begeleidingssessie", ["organisatie", "aangemaakt_op", "id"], unique=False
    )
    op.create_index(
        "begeleidingssessie_van_order", "begeleidingssessie", ["inkooporder_id", "aangemaakt_op", "id"], unique=False
    )
    op.create_index(
        "begeleidingssessie_van_order_op_dag", "begeleidingssessie", ["inkooporder_id", "gehouden_op"], unique=False
    )
    op.create_index(op.f("ix_begeleidingssessie_klant_id"), "begeleidingssessie", ["klant_id"], unique=False)


def downgrade() -> None:
    op.drop_table("begeleidingssessie")
    op.drop_table("inkooporder")
