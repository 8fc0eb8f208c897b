"""Applications and meldingen for domain tests, made of what matters and nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from app.domain.basisdienstverlening.melding import MELDING, toets_melding
from app.domain.basisdienstverlening.proces.aanvraag import Aanvraag, Aanvraagtoestand, SrScreening
from app.domain.basisdienstverlening.proces.aanvraagbesluit import Aanvraagbesluit, Besluitvoorstel
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Screening
from app.domain.basisdienstverlening.proces.stand import Stand
from app.domain.basisdienstverlening.screening import SCREENING as SCREENINGTOETS
from app.domain.dossier.verantwoording import Verantwoording
from app.domain.termijntoetsen.beslistermijn import bepaal_beslistermijn
from app.domain.termijntoetsen.opschorting import Opschorting
from tests.domain import peilen
from tests.domain.basisdienstverlening.screening.gesprekken import GEWOON
from tests.domain.vectoren import lees_feiten

NU = datetime(2021, 3, 15, 9, tzinfo=UTC)
MELDINGSDATUM = date(2021, 3, 15)
ONTVANGEN_OP = date(2021, 3, 18)
_STUK: dict[str, Any] = {
    "id": UUID(int=1),
    "versie": 1,
    "aangemaakt_op": NU,
    "gewijzigd_op": NU,
    "klant_id": UUID(int=2),
}
_VERANTWOORDING = Verantwoording(
    toets="beslistermijn",
    beleid="deventer-2021",
    peildatum=MELDINGSDATUM,
    parameters=(),
    softwareversie="0",
    door="iemand",
    op=NU,
)
SCREENING = SrScreening(onderzoek_nodig=False, notitie=None, door="iemand", op=NU)
VOORSTEL = Besluitvoorstel(besluit=Aanvraagbesluit.TOEKENNEN, onderbouwing="Geen inkomen.", door="iemand", op=NU)


def maak_melding(*, jong: bool = False, spoed: bool = False) -> Melding:
    """A melding of someone of 33, or of 21 with a zoekperiode through 12 April."""
    feiten = replace(
        lees_feiten(MELDING, MELDING.voorbeeld),
        geboortedatum=date(1999, 4, 12) if jong else date(1987, 6, 5),
        broodnood=spoed,
    )
    besluit = toets_melding(peilen.peil(), feiten)
    return Melding(
        **_STUK,
        partner_id=None,
        kanaal=feiten.kanaal,
        meldingsdatum=MELDINGSDATUM,
        route=besluit.uitkomst.route,
        spoed=spoed,
        stand=Stand.GEMELD,
        stand_partner=None,
        partner_opgave=None,
        opgave=feiten,
        uitkomst=besluit.uitkomst,
        motivering=besluit.motivering,
        verantwoording=_VERANTWOORDING,
    )


def maak_aanvraag(toestand: str = "ontvangen", *, verzoeken: tuple[Opschorting, ...] = (), **anders: Any) -> Aanvraag:
    """An application in a state, its decision term judged with these requests."""
    besluit = bepaal_beslistermijn(peilen.peil(), MELDINGSDATUM, verzoeken)
    velden: dict[str, Any] = {
        "melding_id": UUID(int=3),
        "ontvangen_op": ONTVANGEN_OP,
        "toestand": Aanvraagtoestand(toestand),
        "opschortingen": verzoeken,
        "aanvullingen": (),
        "volledig_op": None,
        "voorschotten": (),
        "beslistermijn": besluit.uitkomst,
        "sr_screening": None,
        "voorstel": None,
        "controle": None,
        "verzending": None,
        "motivering": besluit.motivering,
        "verantwoording": _VERANTWOORDING,
    }
    return Aanvraag(**_STUK, **{**velden, **anders})


def maak_screening(melding: Melding, *, broodnood: bool = False) -> Screening:
    """The report of a talk on a melding, in which broodnood came up or not."""
    feiten = replace(GEWOON, broodnood=broodnood)
    besluit = SCREENINGTOETS.beoordeel(peilen.peil(), feiten)
    return Screening(
        **_STUK,
        melding_id=melding.id,
        financieel=None,
        feiten=feiten,
        uitkomst=besluit.uitkomst,
        motivering=besluit.motivering,
        partneroordeel=None,
        verslag=None,
        doorgeleidingen=(),
        voorschotten=(),
        verantwoording=_VERANTWOORDING,
    )


def verzoek(op: str, tot: str, aangevuld: str | None = None) -> Opschorting:
    """A request with its hersteltermijn."""
    return Opschorting(
        verzoek_op=date.fromisoformat(op),
        hersteltermijn_tot=date.fromisoformat(tot),
        aangevuld_op=date.fromisoformat(aangevuld) if aangevuld else None,
    )
