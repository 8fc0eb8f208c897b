"""Terms of inkooporders by their opdrachtnemer"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

VAN_ORDERS = sa.text("organisatie is not null")


def upgrade() -> None:
    op.add_column("termijn", sa.Column("organisatie", sa.String(), nullable=True))
    op.execute(
        "update termijn set organisatie = inkooporder.organisatie from inkooporder "
        "where inkooporder.id = termijn.onderwerp_id and termijn.onderwerp_soort = 'inkooporder'"
    )
    op.create_check_constraint(
        "termijn_van_order", "termijn", "(onderwerp_soort = 'inkooporder') = (organisatie is not null)"
    )
    op.create_index(
        "termijn_werkvoorraad_van_organisatie",
        "termijn",
        ["organisatie", "rol", sa.text("spoed DESC"), "uiterlijk_op", "id"],
        unique=False,
        postgresql_where=sa.text("toestand = 'lopend' and organisatie is not null"),
        postgresql_include=["opgeschort_tot"],
    )
    op.create_index(
        "termijn_van_organisatie", "termijn", ["organisatie", "uiterlijk_op", "id"], postgresql_where=VAN_ORDERS
    )
    op.create_index(
        "termijn_van_organisatie_op_toestand",
        "termijn",
        ["organisatie", "toestand", "uiterlijk_op", "id"],
        postgresql_where=VAN_ORDERS,
    )
    op.create_index(
        "termijn_van_organisatie_op_rol",
        "termijn",
        ["organisatie", "rol", "uiterlijk_op", "id"],
        postgresql_where=VAN_ORDERS,
    )
    op.create_index(
        "termijn_van_organisatie_op_rol_en_toestand",
        "termijn",
        ["organisatie", "rol", "toestand", "uiterlijk_op", "id"],
        postgresql_where=VAN_ORDERS,
    )
    op.create_index("termijn_van_orders", "termijn", ["uiterlijk_op", "id"], postgresql_where=VAN_ORDERS)
    op.create_index(
        "termijn_van_orders_op_toestand", "termijn", ["toestand", "uiterlijk_op", "id"], postgresql_where=VAN_ORDERS
    )


def downgrade() -> None:
    for naam in (
        "termijn_van_orders_op_toestand",
        "termijn_van_orders",
        "termijn_van_organisatie_op_rol_en_toestand",
        "termijn_van_organisatie_op_rol",
        "termijn_van_organisatie_op_toestand",
        "termijn_van_organisatie",
        "termijn_werkvoorraad_van_organisatie",
    ):
        op.drop_index(naam, table_name="termijn")
    op.drop_constraint("termijn_van_order", "termijn")
    op.drop_column("termijn", "organisatie")
