"""Beleid: the policy sets, each parameter with its source and until when it was checked."""

from dataclasses import dataclass
from datetime import date

from starlette.responses import Response

from app.domain.beleid import Beleidsset
from app.domain.dossier.verantwoording import als_tekst
from app.domain.fouten import BeleidOnbekend, NietGevonden
from app.domain.parameter import Parameter, Periode
from app.routers.operatie import Operaties
from app.routers.verzoek import Verzoek
from app.services.rechten import Recht

op = Operaties(
    "beleid",
    "De beleidssets waarmee wordt beslist: elke parameter met bron, dagen en tot wanneer die is gecontroleerd.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beleidsregel:
    """A policy set in short."""

    id: str
    """Naam van de beleidsset."""
    titel: str
    """Titel."""
    omschrijving: str
    """Waar de set op rust."""
    omvat: tuple[str, ...]
    """Andere sets die hierin meetellen."""
    gecontroleerd_tot: date | None
    """De dag tot en met welke alle eigen parameters aan de wet zijn getoetst; null: geen daarvan rust op de wet."""
    voorlopig: int
    """Aantal parameters met een waarde die nog niet is bevestigd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beleidslijst:
    """Every policy set."""

    resultaten: tuple[Beleidsregel, ...]
    """De beleidssets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waardeperiode:
    """A value and the days on which it holds."""

    vanaf: date
    """Eerste dag."""
    tot_en_met: date | None
    """Laatste dag; null: tot een volgende waarde."""
    waarde: str | None
    """De waarde als tekst; null: over deze periode is geen waarde bekend."""
    voorlopig: bool
    """Nog niet bevestigd door wie erover gaat."""
    toelichting: str
    """Uitleg, of leeg."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beleidsparameter:
    """A dated parameter with its source."""

    id: str
    """Vaste naam van de parameter."""
    omschrijving: str
    """Wat hij betekent."""
    soort: str
    """Getal, bedrag, percentage, tekst, namen of dagen."""
    eenheid: str
    """Eenheid, of leeg."""
    bron: str
    """Het document."""
    vindplaats: str
    """De plaats in dat document."""
    gecontroleerd_tot: date | None
    """De dag tot en met welke de waarde aan de wet is getoetst; null: geen wet erachter."""
    perioden: tuple[Waardeperiode, ...]
    """De waarden in volgorde van dag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeleidVolledig(Beleidsregel):
    """A policy set with every parameter, included ones too."""

    parameters: tuple[Beleidsparameter, ...]
    """Alle parameters, ook die uit omvatte sets, op naam."""


def _kort(beleid: Beleidsset) -> dict[str, object]:
    getoetst = [p.gecontroleerd_tot for p in beleid.parameters.values() if p.gecontroleerd_tot]
    voorlopig = sum(any(periode.voorlopig for periode in p.perioden) for p in beleid.parameters.values())
    return {
        "id": beleid.id,
        "titel": beleid.titel,
        "omschrijving": beleid.omschrijving,
        "omvat": beleid.omvat,
        "gecontroleerd_tot": min(getoetst, default=None),
        "voorlopig": voorlopig,
    }


def _parameter(parameter: Parameter) -> Beleidsparameter:
    return Beleidsparameter(
        id=parameter.id,
        omschrijving=parameter.omschrijving,
        soort=parameter.soort,
        eenheid=parameter.eenheid,
        bron=parameter.bron,
        vindplaats=parameter.vindplaats,
        gecontroleerd_tot=parameter.gecontroleerd_tot,
        perioden=tuple(map(_periode, parameter.perioden)),
    )


def _periode(periode: Periode) -> Waardeperiode:
    return Waardeperiode(
        vanaf=periode.vanaf,
        tot_en_met=periode.tot_en_met,
        waarde=None if periode.inhoud is None else als_tekst(periode.inhoud),
        voorlopig=periode.voorlopig,
        toelichting=periode.toelichting,
    )


@op.get("/beleid", Recht.BELEID_LEZEN, "Toon de beleidssets", geeft=Beleidslijst)
async def toon_beleidssets(v: Verzoek) -> Response:
    sets = v.diensten.beleid.alle()
    return v.geef(Beleidslijst(resultaten=tuple(Beleidsregel(**_kort(s)) for s in sets)))  # type: ignore[arg-type]  # by name


@op.get("/beleid/{beleid_id}", Recht.BELEID_LEZEN, "Toon een beleidsset met alle parameters", geeft=BeleidVolledig)
async def toon_beleidsset(v: Verzoek, beleid_id: str) -> Response:
    try:
        beleid = v.diensten.beleid.set(beleid_id)
    except BeleidOnbekend:
        raise NietGevonden("Deze beleidsset is hier niet bekend.") from None
    parameters = tuple(_parameter(beleid.parameters[naam]) for naam in sorted(beleid.parameters))
    return v.geef(BeleidVolledig(**_kort(beleid), parameters=parameters))  # type: ignore[arg-type]  # by name
