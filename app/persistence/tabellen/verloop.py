"""What only grows: history, journal and audit; and the answers kept for repeated requests."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, Identity, Index, LargeBinary
from sqlalchemy.dialects.postgresql import ARRAY, TEXT
from sqlmodel import Column, Field, SQLModel

from app.persistence.tabellen.kolommen import moment, samengesteld


class HistorieRow(SQLModel, table=True):
    """Every version of every thing, with the day it holds from and the moment it was recorded. Append-only.

    A thing that belongs to no dossier has no klant.
    """

    __tablename__ = "historie"

    object_id: UUID = Field(primary_key=True)
    versie: int = Field(primary_key=True)
    soort: str
    klant_id: UUID | None = Field(foreign_key="klant.id", index=True)
    geldig_vanaf: date
    vastgelegd_op: datetime = moment()
    corrigeert: int | None
    gegevens: Any = samengesteld()


class JournaalRow(SQLModel, table=True):
    """Each change of a dossier, numbered: today's tijdlijn, tomorrow's outbox. Append-only."""

    __tablename__ = "journaal"

    klant_id: UUID = Field(primary_key=True, foreign_key="klant.id")
    volgnummer: int = Field(primary_key=True)
    op: datetime = moment()
    type: str
    onderwerp_soort: str
    onderwerp_id: UUID
    versie: int


class AuditRow(SQLModel, table=True):
    """Who did what, when, on which ground, from which client; without a klant what was no dossier's. Append-only."""

    __tablename__ = "audit"
    __table_args__: ClassVar[Any] = (Index("audit_per_klant", "klant_id", "nummer"),)

    nummer: int = Field(sa_column=Column(BigInteger, Identity(always=True), primary_key=True))
    klant_id: UUID | None = Field(foreign_key="klant.id")
    op: datetime = moment()
    wie: str
    client: str
    rollen: list[str] = Field(sa_type=ARRAY(TEXT))
    handeling: str
    onderwerp_soort: str
    onderwerp_id: UUID
    grond: str
    verzoek: str


class IdempotentieRow(SQLModel, table=True):
    """The first answer to a key, encrypted, until it expires."""

    __tablename__ = "idempotentie"
    __table_args__: ClassVar[Any] = (Index("idempotentie_verloop", "verloopt_op"),)

    sleutel: bytes = Field(sa_type=LargeBinary, primary_key=True)
    lichaam: bytes = Field(sa_type=LargeBinary)
    verloopt_op: datetime = moment()
    antwoord: bytes | None = Field(sa_type=LargeBinary)
