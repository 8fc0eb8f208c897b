"""The steps of basisdienstverlening."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlmodel import Field, SQLModel

from app.domain.basisdienstverlening.proces.aanvraag import Aanvraagtoestand
from app.domain.basisdienstverlening.proces.afspraak import Afspraaktoestand
from app.domain.basisdienstverlening.proces.ambitiegesprek import Gesprektoestand
from app.domain.basisdienstverlening.proces.stand import Stand
from app.domain.basisdienstverlening.proces.wisseling import Wisseltoestand
from app.persistence.tabellen.kolommen import StukRow, een_van, moment, samengesteld, verwijst, waarde_van


class MeldingRow(StukRow, table=True):
    """A melding of one or two klanten."""

    __tablename__ = "melding"
    __table_args__: ClassVar[Any] = (
        Index("melding_op_datum", "meldingsdatum", "id"),
        Index("melding_op_stand", "stand", "meldingsdatum", "id"),
        CheckConstraint("partner_id is null or partner_id <> klant_id", name="melding_partner_is_ander"),
        CheckConstraint("(partner_id is null) = (stand_partner is null)", name="melding_stand_van_partner"),
        CheckConstraint("(partner_id is null) = (partner_opgave is null)", name="melding_opgave_van_partner"),
        CheckConstraint(f"{waarde_van('stand', Stand)} and {waarde_van('stand_partner', Stand)}", name="melding_stand"),
    )

    klant_id: UUID = verwijst("klant.id")
    partner_id: UUID | None = verwijst("klant.id", leeg=True)
    kanaal: str
    meldingsdatum: date
    route: str
    spoed: bool
    stand: str
    stand_partner: str | None
    opgave: Any = samengesteld()
    partner_opgave: Any = samengesteld(leeg=True)
    uitkomst: Any = samengesteld()
    motivering: Any = samengesteld()
    verantwoording: Any = samengesteld()
    teruggebeld_op: datetime | None = moment(leeg=True)
    afwijzing: Any = samengesteld(leeg=True)
    gespreksbesluiten: Any = samengesteld()
    ingetrokken_op: date | None
    intrekking_reden: str | None


class OpenMeldingRow(SQLModel, table=True):
    """Who has an open melding: a klant has one at most. Kept by a trigger on melding."""

    __tablename__ = "open_melding"

    klant_id: UUID = Field(primary_key=True, foreign_key="klant.id")
    melding_id: UUID = Field(foreign_key="melding.id", index=True)


class AfspraakRow(StukRow, table=True):
    """An appointment; planned ones of one person never overlap."""

    __tablename__ = "afspraak"
    __table_args__: ClassVar[Any] = (
        CheckConstraint("eind > begin", name="afspraak_duur"),
        een_van("afspraak", "toestand", Afspraaktoestand),
        ExcludeConstraint(
            ("klant_id", "="),
            (text("tstzrange(begin, eind)"), "&&"),
            name="afspraak_klant_dubbel",
            using="gist",
            where=text("toestand = 'gepland'"),
        ),
        ExcludeConstraint(
            ("medewerker", "="),
            (text("tstzrange(begin, eind)"), "&&"),
            name="afspraak_medewerker_dubbel",
            using="gist",
            where=text("toestand = 'gepland'"),
        ),
        Index("afspraak_op_begin", "begin", "id"),
        Index("afspraak_van_medewerker", "medewerker", "begin", "id"),
    )

    klant_id: UUID = verwijst("klant.id")
    melding_id: UUID = verwijst("melding.id")
    soort: str
    begin: datetime = moment()
    eind: datetime = moment()
    wijze: str
    locatie: str | None
    medewerker: str
    beveiligd: bool
    toestand: str
    verplaatsingen: int
    reden: str | None


class ScreeningRow(StukRow, table=True):
    """The report of a screeningsgesprek; one per melding."""

    __tablename__ = "screening"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("melding_id", name="screening_een_per_melding"),
        Index("screening_op_aanmaak", "aangemaakt_op", "id"),
    )

    klant_id: UUID = verwijst("klant.id")
    partner_id: UUID | None = verwijst("klant.id", leeg=True)
    melding_id: UUID = verwijst("melding.id", index=False)
    financieel: Any = samengesteld(leeg=True)
    feiten: Any = samengesteld()
    uitkomst: Any = samengesteld()
    motivering: Any = samengesteld()
    partneroordeel: Any = samengesteld(leeg=True)
    verslag: str | None
    doorgeleidingen: Any = samengesteld()
    voorschotten: Any = samengesteld()
    verantwoording: Any = samengesteld()


class AmbitiegesprekRow(StukRow, table=True):
    """An ambitiegesprek; one per klant and melding."""

    __tablename__ = "ambitiegesprek"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("melding_id", "klant_id", name="ambitiegesprek_een_per_klant"),
        een_van("ambitiegesprek", "toestand", Gesprektoestand),
        Index("ambitiegesprek_op_aanmaak", "aangemaakt_op", "id"),
    )

    klant_id: UUID = verwijst("klant.id")
    melding_id: UUID = verwijst("melding.id", index=False)
    toestand: str
    feiten: Any = samengesteld()
    uitkomst: Any = samengesteld()
    diagnose_ingevuld_op: date | None
    leefgebieden: Any = samengesteld()
    themas: Any = samengesteld()
    waarnemingen: Any = samengesteld(leeg=True)
    voorkeur_klant: str | None
    taal: Any = samengesteld(leeg=True)
    studieplicht: Any = samengesteld(leeg=True)
    motivering: Any = samengesteld()
    verantwoording: Any = samengesteld()


class GroepsindelingRow(StukRow, table=True):
    """In which class of a scheme a klant is; on one day one."""

    __tablename__ = "groepsindeling"
    __table_args__: ClassVar[Any] = (
        CheckConstraint("geldig_tot is null or geldig_tot >= geldig_van", name="groepsindeling_periode"),
        CheckConstraint("klasse = advies or afwijking_reden is not null", name="groepsindeling_afwijking_met_reden"),
        ExcludeConstraint(
            ("klant_id", "="),
            (text("daterange(geldig_van, geldig_tot, '[]')"), "&&"),
            name="groepsindeling_een_per_dag",
            using="gist",
            # At the end of the statement: one ends as the next begins.
            deferrable=True,
            initially="IMMEDIATE",
        ),
        Index("groepsindeling_op_klasse", "klasse", "aangemaakt_op", "id", postgresql_where=text("geldig_tot is null")),
        Index("groepsindeling_op_aanmaak", "aangemaakt_op", "id"),
    )

    klant_id: UUID = verwijst("klant.id")
    melding_id: UUID | None = verwijst("melding.id", leeg=True)
    wisseling_id: UUID | None
    indelingsschema: str
    klasse: str
    advies: str
    afwijking_reden: str | None
    voorkeur_klant: str | None
    verschil_van_mening: bool
    verschil_toelichting: str | None
    geldig_van: date
    geldig_tot: date | None
    kick_off: bool
    feiten: Any = samengesteld(leeg=True)
    uitkomst: Any = samengesteld(leeg=True)
    overdracht: Any = samengesteld(leeg=True)
    motivering: Any = samengesteld()
    verantwoording: Any = samengesteld()


class GroepswisselingRow(StukRow, table=True):
    """The assessment of a change of group; one undecided per placing."""

    __tablename__ = "groepswisseling"
    __table_args__: ClassVar[Any] = (
        een_van("groepswisseling", "toestand", Wisseltoestand),
        Index(
            "groepswisseling_een_open",
            "indeling_id",
            unique=True,
            postgresql_where=text("toestand = 'beoordeeld'"),
        ),
        Index("groepswisseling_op_aanmaak", "aangemaakt_op", "id"),
        Index("groepswisseling_op_toestand", "toestand", "aangemaakt_op", "id"),
    )

    klant_id: UUID = verwijst("klant.id")
    indeling_id: UUID = verwijst("groepsindeling.id")
    toestand: str
    feiten: Any = samengesteld()
    uitkomst: Any = samengesteld()
    besluit: Any = samengesteld(leeg=True)
    verlengd_tot: date | None
    nieuwe_indeling_id: UUID | None = verwijst("groepsindeling.id", leeg=True, index=False)
    overdracht: Any = samengesteld(leeg=True)
    motivering: Any = samengesteld()
    verantwoording: Any = samengesteld()


class AanvraagRow(StukRow, table=True):
    """An application; one per melding. The one who checks is not the one who proposed."""

    __tablename__ = "aanvraag"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("melding_id", name="aanvraag_een_per_melding"),
        een_van("aanvraag", "toestand", Aanvraagtoestand),
        CheckConstraint("controle ->> 'door' <> voorstel ->> 'door'", name="aanvraag_vier_ogen"),
        Index("aanvraag_op_aanmaak", "aangemaakt_op", "id"),
        Index("aanvraag_op_toestand", "toestand", "aangemaakt_op", "id"),
    )

    klant_id: UUID = verwijst("klant.id")
    partner_id: UUID | None = verwijst("klant.id", leeg=True)
    melding_id: UUID = verwijst("melding.id", index=False)
    ontvangen_op: date
    toestand: str
    opschortingen: Any = samengesteld()
    aanvullingen: Any = samengesteld()
    volledig_op: date | None
    voorschotten: Any = samengesteld()
    beslistermijn: Any = samengesteld()
    sr_screening: Any = samengesteld(leeg=True)
    voorstel: Any = samengesteld(leeg=True)
    controle: Any = samengesteld(leeg=True)
    verzending: Any = samengesteld(leeg=True)
    intrekking: Any = samengesteld(leeg=True)
    motivering: Any = samengesteld()
    verantwoording: Any = samengesteld()
