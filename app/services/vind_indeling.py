"""Vind een indeling: in which group a klant was on a day, as it was known at a moment."""

from datetime import date, datetime
from uuid import UUID

from app.domain.basisdienstverlening.proces.indeling import Groepsindeling
from app.domain.basisdienstverlening.proces.verblijf import geldt_op, plaatsing_op
from app.domain.fouten import NietGevonden
from app.services.poorten import Lezer


async def vind_indeling(
    lezer: Lezer, indeling_id: UUID, geldig_op: date | None, bekend_op: datetime | None
) -> Groepsindeling:
    """Return a placing as known at a moment; raises NietGevonden, also when it did not hold on `geldig_op`."""
    indeling: Groepsindeling | None = await lezer.haal(Groepsindeling, indeling_id)
    if bekend_op is not None:
        indeling = await _bekend(lezer, indeling_id, bekend_op)
    if indeling is None or (geldig_op is not None and not geldt_op(indeling, geldig_op)):
        raise NietGevonden("Op die dag en dat moment was er geen groepsindeling met dit kenmerk.")
    return indeling


async def vind_indeling_van(
    lezer: Lezer, klant_id: UUID, geldig_op: date, bekend_op: datetime | None
) -> Groepsindeling:
    """Return the placing of a klant on a day; raises NietGevonden for a day without one."""
    plaatsingen = await lezer.vind(Groepsindeling, klant_id=klant_id)
    if bekend_op is not None:
        bekend = [await _bekend(lezer, plaatsing.id, bekend_op) for plaatsing in plaatsingen]
        plaatsingen = tuple(plaatsing for plaatsing in bekend if plaatsing is not None)
    gevonden = plaatsing_op(plaatsingen, geldig_op)
    if gevonden is None:
        raise NietGevonden("Deze klant is op die dag in geen groep ingedeeld.")
    return gevonden


async def _bekend(lezer: Lezer, indeling_id: UUID, bekend_op: datetime) -> Groepsindeling | None:
    """Return the last version that was known; a placing says itself on which days it holds."""
    versies = await lezer.versies(Groepsindeling, indeling_id)
    bekend = [versie.stuk for versie in versies if versie.vastgelegd_op <= bekend_op]
    laatste = bekend[-1] if bekend else None
    return laatste if isinstance(laatste, Groepsindeling) else None
