"""Kinds of columns that every table uses; plain text, days, numbers and booleans follow from their annotation."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel


def moment(*, leeg: bool = False) -> Any:
    """A moment with its offset."""
    return Field(sa_type=DateTime(timezone=True), nullable=leeg)


def samengesteld(*, leeg: bool = False) -> Any:
    """Facts, outcomes and reasons as one value: read whole, never searched."""
    return Field(sa_type=JSONB, nullable=leeg)


def verwijst(naar: str, *, leeg: bool = False, index: bool = True) -> Any:
    """A foreign key; never cascades."""
    return Field(foreign_key=naar, nullable=leeg, index=index)


def een_van(tabel: str, kolom: str, soort: type[StrEnum]) -> CheckConstraint:
    """A column that holds one of the values that the domain knows."""
    return CheckConstraint(waarde_van(kolom, soort), name=f"{tabel}_{kolom}")


def waarde_van(kolom: str, soort: type[StrEnum]) -> str:
    """The condition that a column holds one of the values that the domain knows."""
    return f"{kolom} in ({', '.join(repr(waarde.value) for waarde in soort)})"


class StukRow(SQLModel):
    """What every stored thing carries."""

    id: UUID = Field(primary_key=True)
    versie: int
    aangemaakt_op: datetime = moment()
    gewijzigd_op: datetime = moment()
