"""The werkvoorraad: what runs for a role or a person, broodnood first."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from starlette.responses import Response

from app.domain.soorten import Persoon
from app.routers.lijsten import Bladeren, kenmerk_van, lijst_van, open_cursor, sluit_cursor
from app.routers.operatie import Operaties
from app.routers.termijnen import Termijnstand, stand_van
from app.routers.verzoek import Verzoek
from app.routers.wire.values import naar_draad
from app.services.handeling import dag_van
from app.services.identiteit import Rol
from app.services.poorten import Werkklant, Werkregel, Werkvraag
from app.services.rechten import Recht
from app.services.werkvoorraad import rollen_in_beeld
from app.services.zicht import alleen_eigen

op = Operaties(
    "werkvoorraad",
    "Wat er te doen is, spoed eerst.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkbladeren(Bladeren):
    """Whose work, and until when."""

    rol: Rol | None = None
    """Alleen voor deze rol; zonder deze voor al uw rollen."""
    persoon: Persoon | None = None
    """Alleen van de klanten die vandaag in die rol aan deze medewerker zijn toegewezen, ook als partner."""
    alleen_te_laat: bool = False
    """Alleen wat te laat is."""
    tot_en_met: date | None = None
    """Alleen met een laatste dag op of voor deze dag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Werk:
    """A line of the work list."""

    termijn: Termijnstand
    """Wat moet gebeuren, en wanneer uiterlijk."""
    klant: Werkklant
    """Voor wie."""


@op.get(
    "/werkvoorraad",
    Recht.TERMIJN_LEZEN,
    "Toon wat er te doen is: spoed eerst, dan de eerste laatste dag",
    uitleg="Alleen van de eigen rollen; de coördinator en de manager zien die van elke rol van de gemeente. Van "
    "inkooporders ziet UWV waar UWV aan zet is, en een opdrachtnemer waar hij dat is bij de eigen orders.",
    geeft=lijst_van(Werk),
    vraag=Werkbladeren,
)
async def toon_werkvoorraad(v: Verzoek, vraag: Werkbladeren) -> Response:
    rollen = rollen_in_beeld(v.beller, vraag.rol)
    kenmerk = kenmerk_van(v, "spoed", _filters(vraag) | {"rollen": ",".join(rollen)})
    gevraagd = Werkvraag(
        rollen=rollen,
        persoon=vraag.persoon,
        organisatie=alleen_eigen(v.beller),
        nu=v.nu,
        vandaag=dag_van(v.nu),
        alleen_te_laat=vraag.alleen_te_laat,
        tot_en_met=vraag.tot_en_met,
        na=_na(v, vraag, kenmerk),
        limiet=vraag.limit + 1,
    )
    regels = await v.lezer.werkvoorraad(gevraagd) if rollen else ()
    getoond = regels[: vraag.limit]
    volgende = _volgende(v, kenmerk, getoond[-1]) if len(regels) > vraag.limit else None
    return v.geef({"resultaten": [_werk(v, regel) for regel in getoond], "volgende": volgende})


def _filters(vraag: Werkbladeren) -> dict[str, Any]:
    return {"persoon": vraag.persoon, "alleen_te_laat": vraag.alleen_te_laat, "tot_en_met": vraag.tot_en_met}


def _na(v: Verzoek, vraag: Werkbladeren, kenmerk: list[Any]) -> Any:
    return tuple(open_cursor(v.diensten.kluis, vraag.cursor, kenmerk)) if vraag.cursor else None


def _volgende(v: Verzoek, kenmerk: list[Any], laatste: Werkregel) -> str:
    termijn = laatste.termijn
    return sluit_cursor(v.diensten.kluis, kenmerk, [termijn.spoed, termijn.uiterlijk_op, termijn.id])


def _werk(v: Verzoek, regel: Werkregel) -> dict[str, Any]:
    return naar_draad(Werk(termijn=stand_van(v, regel.termijn), klant=regel.klant), v.verborgen)
