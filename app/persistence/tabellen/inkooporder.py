"""Inkooporders and the time that was spent on them."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint

from app.domain.uwv.begeleidingsuren import Sessiesoort
from app.domain.uwv.dienst import Dienst
from app.domain.uwv.order.einde import Resultaat
from app.domain.uwv.order.toestand import Ordertoestand
from app.persistence.tabellen.kolommen import StukRow, een_van, samengesteld, verwijst

_ZONDER_INKOOP = (
    "toestand in ('werkplan', 'opdracht_verstrekt', 'plan_ingediend', 'plan_afgekeurd', 'plan_herzien', 'vervallen')"
)
_WERKBEHOUD = f"dienst in ({', '.join(repr(dienst.value) for dienst in Dienst if dienst.werkbehoud)})"
_BEOORDEELD = text("oordeel_op is not null")
_SUBSTANTIEEL = "$[*] ? (@.substantieel == true && @.besluit.akkoord == true)"


class InkooporderRow(StukRow, table=True):
    """A service that UWV buys; its version, its firm and one substantial adjustment are for life.

    Werkbehoud for one resumption of work comes one after the other.
    """

    __tablename__ = "inkooporder"
    __table_args__: ClassVar[Any] = (
        een_van("inkooporder", "toestand", Ordertoestand),
        een_van("inkooporder", "dienst", Dienst),
        een_van("inkooporder", "resultaat", Resultaat),
        CheckConstraint("(opdrachtnemer_id is null) = (organisatie is null)", name="inkooporder_organisatie"),
        CheckConstraint(f"(inkoop is null) = ({_ZONDER_INKOOP})", name="inkooporder_inkoop"),
        CheckConstraint("(inkoop is null) = (start_op is null)", name="inkooporder_start"),
        CheckConstraint("einddatum > start_op", name="inkooporder_looptijd"),
        CheckConstraint("(oordeel_op is null) = (resultaat is null)", name="inkooporder_oordeel"),
        CheckConstraint(
            f"jsonb_array_length(jsonb_path_query_array(bijstellingen, '{_SUBSTANTIEEL}')) <= 1",
            name="inkooporder_een_substantiele_bijstelling",
        ),
        ExcludeConstraint(
            ("klant_id", "="),
            (text("(client ->> 'hervatting_op')"), "="),
            (text("daterange(start_op, coalesce(beeindigd_op, einddatum), '[]')"), "&&"),
            name="inkooporder_werkbehoud_na_elkaar",
            using="gist",
            where=text(f"{_WERKBEHOUD} and start_op is not null"),
        ),
        Index("inkooporder_op_aanmaak", "aangemaakt_op", "id"),
        Index("inkooporder_op_toestand", "toestand", "aangemaakt_op", "id"),
        Index("inkooporder_van_organisatie", "organisatie", "aangemaakt_op", "id"),
        Index("inkooporder_van_organisatie_op_toestand", "organisatie", "toestand", "aangemaakt_op", "id"),
        Index("inkooporder_op_oordeel", "oordeel_op", postgresql_where=_BEOORDEELD),
        Index("inkooporder_van_organisatie_op_oordeel", "organisatie", "oordeel_op", postgresql_where=_BEOORDEELD),
    )

    klant_id: UUID = verwijst("klant.id")
    dienst: str
    client: Any = samengesteld()
    toestand: str
    plandocument: str
    werkplan: Any = samengesteld()
    orientatiegesprekken: Any = samengesteld()
    opdrachtnemer_id: UUID | None = verwijst("opdrachtnemer.id", leeg=True)
    organisatie: str | None
    overzicht: str | None
    opdracht: Any = samengesteld(leeg=True)
    plannen: Any = samengesteld()
    inkoop: Any = samengesteld(leeg=True)
    start_op: date | None
    einddatum: date | None
    evaluaties: Any = samengesteld()
    bijstellingen: Any = samengesteld()
    ziekteperioden: Any = samengesteld()
    terugmeldingen: Any = samengesteld()
    bezwaren: Any = samengesteld()
    signalen: Any = samengesteld()
    werkhervattingen: Any = samengesteld()
    beeindiging: Any = samengesteld(leeg=True)
    beeindigd_op: date | None
    rapport: Any = samengesteld(leeg=True)
    resultaatoordeel: Any = samengesteld(leeg=True)
    oordeel_op: date | None
    resultaat: str | None
    vervallenverklaring: Any = samengesteld(leeg=True)
    motivering: Any = samengesteld()
    verantwoording: Any = samengesteld(leeg=True)


class BegeleidingssessieRow(StukRow, table=True):
    """The part of one client in a session."""

    __tablename__ = "begeleidingssessie"
    __table_args__: ClassVar[Any] = (
        een_van("begeleidingssessie", "soort", Sessiesoort),
        CheckConstraint("minuten between 1 and 1440", name="begeleidingssessie_minuten"),
        CheckConstraint("deelnemers between 1 and 1000", name="begeleidingssessie_deelnemers"),
        CheckConstraint("soort = 'activiteit' or deelnemers = 1", name="begeleidingssessie_groep"),
        Index("begeleidingssessie_van_order", "inkooporder_id", "aangemaakt_op", "id"),
        Index("begeleidingssessie_van_order_op_dag", "inkooporder_id", "gehouden_op"),
        Index("begeleidingssessie_van_bijeenkomst", "bijeenkomst_id"),
        Index("begeleidingssessie_van_organisatie", "organisatie", "aangemaakt_op", "id"),
        Index("begeleidingssessie_op_aanmaak", "aangemaakt_op", "id"),
    )

    klant_id: UUID = verwijst("klant.id")
    inkooporder_id: UUID = verwijst("inkooporder.id", index=False)
    organisatie: str
    bijeenkomst_id: UUID
    gehouden_op: date
    soort: str
    activiteit: str
    minuten: int
    deelnemers: int
    client_akkoord_op: date | None
    intrekking: Any = samengesteld(leeg=True)
