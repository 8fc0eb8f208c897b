"""Klanten, their dossiers and what runs in them."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlmodel import Field, SQLModel

from app.domain.dossier.termijn import Termijntoestand
from app.persistence.tabellen.kolommen import StukRow, een_van, moment, verwijst


class KlantRow(StukRow, table=True):
    """A natural person. `naam_sortering` is the family name without case and accents, for search and order."""

    __tablename__ = "klant"
    __table_args__: ClassVar[Any] = (
        Index("klant_op_geboorte_en_naam", "geboortedatum", "naam_sortering"),
        Index("klant_op_naam", "naam_sortering", "id"),
        Index("klant_op_aanmaak", "aangemaakt_op", "id"),
        CheckConstraint("geboortedatum between '1900-01-01' and '2199-12-31'", name="klant_geboortedatum"),
    )

    voornamen: str
    voorvoegsel: str | None
    geslachtsnaam: str
    geboortedatum: date
    verblijf: str
    straatnaam: str | None
    huisnummer: str | None
    postcode: str | None
    woonplaats: str | None
    herkomstgemeente: str | None
    email: str | None
    telefoon: str | None
    naam_sortering: str


class KlantBsnRow(SQLModel, table=True):
    """The one place where a BSN stands: ciphertext, keyed hash, version of the key."""

    __tablename__ = "klant_bsn"
    __table_args__: ClassVar[Any] = (UniqueConstraint("zoekwaarde", name="klant_bsn_uniek"),)

    klant_id: UUID = Field(primary_key=True, foreign_key="klant.id")
    versleuteld: bytes = Field(sa_type=LargeBinary)
    zoekwaarde: bytes = Field(sa_type=LargeBinary)
    sleutelversie: int


class DossierRow(SQLModel, table=True):
    """The lock of a dossier and the last number of its journal."""

    __tablename__ = "dossier"

    klant_id: UUID = Field(primary_key=True, foreign_key="klant.id")
    volgnummer: int


_VAN_ORDERS = text("organisatie is not null")


class TermijnRow(StukRow, table=True):
    """A term or planned reminder; running ones make the work list."""

    __tablename__ = "termijn"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("onderwerp_id", "soort", name="termijn_per_onderwerp"),
        Index(
            "termijn_werkvoorraad",
            "rol",
            text("spoed DESC"),
            "uiterlijk_op",
            "id",
            postgresql_where=text("toestand = 'lopend'"),
            postgresql_include=["opgeschort_tot"],
        ),
        Index("termijn_opgeschort", "uiterlijk_op", "id", postgresql_where=text("opgeschort_tot is not null")),
        Index("termijn_op_dag", "uiterlijk_op", "id"),
        Index("termijn_op_rol", "rol", "uiterlijk_op", "id"),
        Index("termijn_op_toestand", "toestand", "uiterlijk_op", "id"),
        Index("termijn_op_rol_en_toestand", "rol", "toestand", "uiterlijk_op", "id"),
        # Of inkooporders: an opdrachtnemer lists its own, UWV those of all.
        Index(
            "termijn_werkvoorraad_van_organisatie",
            "organisatie",
            "rol",
            text("spoed DESC"),
            "uiterlijk_op",
            "id",
            postgresql_where=text("toestand = 'lopend' and organisatie is not null"),
            postgresql_include=["opgeschort_tot"],
        ),
        Index("termijn_van_organisatie", "organisatie", "uiterlijk_op", "id", postgresql_where=_VAN_ORDERS),
        Index(
            "termijn_van_organisatie_op_toestand",
            "organisatie",
            "toestand",
            "uiterlijk_op",
            "id",
            postgresql_where=_VAN_ORDERS,
        ),
        Index(
            "termijn_van_organisatie_op_rol", "organisatie", "rol", "uiterlijk_op", "id", postgresql_where=_VAN_ORDERS
        ),
        Index(
            "termijn_van_organisatie_op_rol_en_toestand",
            "organisatie",
            "rol",
            "toestand",
            "uiterlijk_op",
            "id",
            postgresql_where=_VAN_ORDERS,
        ),
        Index("termijn_van_orders", "uiterlijk_op", "id", postgresql_where=_VAN_ORDERS),
        Index("termijn_van_orders_op_toestand", "toestand", "uiterlijk_op", "id", postgresql_where=_VAN_ORDERS),
        CheckConstraint("(onderwerp_soort = 'inkooporder') = (organisatie is not null)", name="termijn_van_order"),
        een_van("termijn", "toestand", Termijntoestand),
        # Standing still is shown of what runs; a stored state would outlive its last day.
        CheckConstraint(
            "toestand <> 'opgeschort' and (opgeschort_tot is null or toestand = 'lopend')", name="termijn_opschorting"
        ),
    )

    klant_id: UUID = verwijst("klant.id")
    partner_id: UUID | None = verwijst("klant.id", leeg=True)
    soort: str
    onderwerp_soort: str
    onderwerp_id: UUID
    regel: str
    bron: str
    vindplaats: str
    rol: str
    basis_op: date
    uiterlijk_op: date
    uiterlijk_moment: datetime | None = moment(leeg=True)
    herinnering: bool
    spoed: bool
    toestand: str
    afgedaan_op: date | None
    opgeschort_tot: date | None
    toelichting: str | None
    organisatie: str | None


class ToewijzingRow(StukRow, table=True):
    """Who works with a klant, in which role, on which days. One person per role and day (exclusion constraint)."""

    __tablename__ = "toewijzing"
    __table_args__: ClassVar[Any] = (
        CheckConstraint("geldig_tot is null or geldig_tot >= geldig_van", name="toewijzing_periode"),
        ExcludeConstraint(
            ("klant_id", "="),
            ("rol", "="),
            (text("daterange(geldig_van, geldig_tot, '[]')"), "&&"),
            name="toewijzing_een_per_rol",
            using="gist",
            # At the end of the statement: one ends as the next begins.
            deferrable=True,
            initially="IMMEDIATE",
        ),
        Index("toewijzing_op_persoon", "persoon", "geldig_van", "id"),
        Index("toewijzing_op_begin", "geldig_van", "id"),
    )

    klant_id: UUID = verwijst("klant.id", index=False)
    rol: str
    persoon: str
    geldig_van: date
    geldig_tot: date | None
    reden: str | None
