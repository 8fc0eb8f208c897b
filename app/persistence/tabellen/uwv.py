"""What UWV buys, and of whom."""

from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

from app.persistence.tabellen.kolommen import StukRow, samengesteld


class OpdrachtnemerRow(StukRow, table=True):
    """An organisation that carries out inkooporders; of no dossier. The register of clients knows its `kenmerk`."""

    __tablename__ = "opdrachtnemer"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("kenmerk", name="opdrachtnemer_kenmerk_uniek"),
        CheckConstraint("kenmerk ~ '^[a-z0-9][a-z0-9-]{0,59}$'", name="opdrachtnemer_kenmerk"),
        Index("opdrachtnemer_op_naam", "naam", "id"),
    )

    kenmerk: str
    naam: str
    kvk_nummer: str
    raamovereenkomsten: Any = samengesteld()
