"""The tables, as SQLModel classes. Columns are named as the fields of the domain's dataclasses."""

from sqlmodel import SQLModel

from app.persistence.tabellen import basisdienstverlening, dossier, inkooporder, uwv, verloop

METADATA = SQLModel.metadata

__all__ = ["METADATA", "basisdienstverlening", "dossier", "inkooporder", "uwv", "verloop"]
