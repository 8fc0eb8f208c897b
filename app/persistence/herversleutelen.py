"""After a new key: BSNs that an older key encrypted are encrypted anew, in small transactions, beside the service."""

from app.persistence.verbinding import Verbindingen
from app.services.kluis import Kluis

_OUDE = (
    "select klant_id, versleuteld from klant_bsn where sleutelversie < $1 order by klant_id limit $2 "
    "for update skip locked"
)
_ANDERS = (
    "update klant_bsn o set versleuteld = n.versleuteld, sleutelversie = $3 "
    "from unnest($1::uuid[], $2::bytea[]) as n (klant_id, versleuteld) where o.klant_id = n.klant_id"
)


async def herversleutel(verbindingen: Verbindingen, kluis: Kluis, *, per_keer: int = 500) -> int:
    """Encrypt with the newest key what an older one encrypted; returns how many. Can be stopped and run again."""
    totaal = 0
    while gedaan := await _een_keer(verbindingen, kluis, per_keer):
        totaal += gedaan
    return totaal


async def _een_keer(verbindingen: Verbindingen, kluis: Kluis, per_keer: int) -> int:
    async with verbindingen.een() as verbinding, verbinding.transaction():
        rijen = await verbinding.fetch(_OUDE, kluis.versie, per_keer)
        nieuw = [kluis.sluit(kluis.open(rij["versleuteld"])) for rij in rijen]
        await verbinding.execute(_ANDERS, [rij["klant_id"] for rij in rijen], nieuw, kluis.versie)
    return len(rijen)
