"""Kinds of columns that every table uses; plain text, days, numbers and booleans follow from their annotation."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime
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


class StukRow(SQLModel):
    """What every stored thing carries."""

    id: UUID = Field(primary_key=True)
    versie: int
    aangemaakt_op: datetime = moment()
    gewijzigd_op: datetime = moment()
