"""Opdrachtnemers, and with them what belongs to no dossier"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# What only grows keeps the versions and deeds of things without a klant too.
ZONDER_KLANT = ("historie", "audit")


def upgrade() -> None:
    op.create_table(
        "opdrachtnemer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kenmerk", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("kvk_nummer", sa.String(), nullable=False),
        sa.Column("raamovereenkomsten", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint("kenmerk ~ '^[a-z0-9][a-z0-9-]{0,59}$'", name="opdrachtnemer_kenmerk"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kenmerk", name="opdrachtnemer_kenmerk_uniek"),
    )
    op.create_index("opdrachtnemer_op_naam", "opdrachtnemer", ["naam", "id"], unique=False)
    for tabel in ZONDER_KLANT:
        op.alter_column(tabel, "klant_id", nullable=True)


def downgrade() -> None:
    # Refused by the database once something without a klant is recorded: history and audit never shrink.
    for tabel in ZONDER_KLANT:
        op.alter_column(tabel, "klant_id", nullable=False)
    op.drop_table("opdrachtnemer")
