"""Termijnen: every day that a rule gives, its state, and closing by hand."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from starlette.responses import Response

from app.domain.dossier.termijn import Termijn, Termijntoestand, zoals_bewaard
from app.routers.lijsten import Bladeren, lijst_van, toon_lijst
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.services.doe_termijn_af import NieuweAfdoening, doe_termijn_af
from app.services.handeling import Handeling, dag_van
from app.services.identiteit import Rol
from app.services.rechten import Recht
from app.services.termijnzicht import beeld_van, eis_in_beeld
from app.services.zicht import eigen_rijen

op = Operaties(
    "termijnen",
    "Elke dag die een regel geeft: termijnen en herinneringen, met hun regel.",
)


@dataclass(frozen=True, kw_only=True)
class Termijnstand(Termijn):
    """A term with how it stands now: overdue and suspended are computed, never stored."""

    te_laat: bool
    """De termijn loopt nog en het laatste moment is voorbij."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnbladeren(Bladeren):
    """Which terms."""

    klant_id: UUID | None = None
    """Alleen van deze klant, ook als partner."""
    onderwerp_id: UUID | None = None
    """Alleen van het stuk met dit kenmerk."""
    toestand: Termijntoestand | None = None
    """Alleen in deze toestand."""
    rol: Rol | None = None
    """Alleen waar deze rol aan zet is."""
    uiterlijk_vanaf: date | None = None
    """Alleen met een laatste dag op of na deze dag."""
    uiterlijk_tot: date | None = None
    """Alleen met een laatste dag op of voor deze dag."""


TUSSEN = {"uiterlijk_vanaf": "uiterlijk_op:van", "uiterlijk_tot": "uiterlijk_op:tot"}
AFDOENING = {"op": "2021-03-15", "toelichting": "Gebeld: de stukken komen morgen."}


def stand_van(v: Verzoek, termijn: Termijn) -> Termijnstand:
    """Add how a term stands at the moment of the request."""
    vandaag = dag_van(v.nu)
    velden = vars(termijn) | {"toestand": termijn.toestand_op(vandaag)}
    return Termijnstand(**velden, te_laat=termijn.is_te_laat(v.nu, vandaag))


@op.get(
    "/termijnen",
    Recht.TERMIJN_LEZEN,
    "Toon termijnen, eerste laatste dag eerst",
    uitleg="UWV ziet die van inkooporders, een opdrachtnemer alleen die van de eigen orders.",
    geeft=lijst_van(Termijnstand),
    vraag=Termijnbladeren,
)
async def toon_termijnen(v: Verzoek, vraag: Termijnbladeren) -> Response:
    bewaard, staat_stil = zoals_bewaard(vraag.toestand)
    beeld = beeld_van(v.beller)
    return await toon_lijst(
        v,
        Termijn,
        vraag,
        sorteer="uiterlijk_op",
        tussen=TUSSEN,
        leeg=() if beeld.van_orders else ("organisatie",),
        gevuld=() if beeld.overige else ("organisatie",),
        vast=eigen_rijen(v.beller) | ({} if bewaard is vraag.toestand else {"toestand": bewaard}),
        bereikt={} if staat_stil is None else {"opgeschort_tot": (dag_van(v.nu), staat_stil)},
        beeld=lambda termijn: stand_van(v, termijn),
        niets=not beeld.toont(vraag.rol),
    )


@op.get("/termijnen/{termijn_id}", Recht.TERMIJN_LEZEN, "Toon een termijn", geeft=Termijnstand, etag=True)
async def toon_termijn(v: Verzoek, termijn_id: UUID) -> Response:
    return v.toon(stand_van(v, eis_in_beeld(v.beller, await v.lezer.haal(Termijn, termijn_id))))


@op.stap(
    "/termijnen/{termijn_id}/afdoeningen",
    Recht.TERMIJN_AFDOEN,
    "Doe een termijn met de hand af",
    uitleg=(
        "Voor herinneringen, signalen en wat buiten Trede gebeurt, door de rol die aan zet is; UWV en opdrachtnemers "
        "doen alleen termijnen van hun inkooporders af. "
        "Volgt de termijn een stap van het proces, dan is het antwoord 409 met die stap."
    ),
    body=NieuweAfdoening,
    geeft=Termijnstand,
    voorbeeld=AFDOENING,
)
async def doe_af(v: Verzoek, termijn_id: UUID, body: NieuweAfdoening) -> Response:
    async def werk(h: Handeling) -> Termijnstand:
        return stand_van(v, await doe_termijn_af(h, termijn_id, body))

    return await v.schrijf(werk)
