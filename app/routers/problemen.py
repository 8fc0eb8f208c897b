"""Every refusal of Trede leaves through here: RFC 9457 problem+json, in Dutch, without internals or personal data.

`type` is a URI reference `/problemen/<code>`, stable across versions; `instance` is `urn:uuid:<request id>`, the same
id as in the header `X-Request-ID` and in the log, and never an address with data in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

import orjson
from pydantic.alias_generators import to_camel
from starlette.responses import Response

from app.domain.fouten import (
    BeleidOnbekend,
    Fout,
    GeenRecht,
    NietGevonden,
    OngeldigeInvoer,
    ParameterOntbreekt,
    StapNietToegestaan,
    Strijdig,
    Veldfout,
    VierOgen,
)
from app.services.fouten import (
    OpslagOnbereikbaar,
    SchemaWijktAf,
    SleutelHergebruikt,
    TeDruk,
    TokenOngeldig,
    UitgeverOnbereikbaar,
    VersieVerouderd,
    VoorwaardeOntbreekt,
)

MEDIATYPE = "application/problem+json"
OPNIEUW_NA_SECONDEN = 5
"""What `Retry-After` says when the storage does not answer or the service is full."""


class Veldprobleem(NamedTuple):
    """One fault in one field as the caller sees it: `path` in JSON names, a stable `code`, a Dutch sentence."""

    path: str
    code: str
    detail: str


class Soort(NamedTuple):
    """A kind of problem: what the table below gives for a class of errors."""

    status: int
    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Probleem:
    """A refusal as it goes over the wire."""

    status: int
    title: str
    detail: str
    type: str = "about:blank"
    instance: str | None = None
    errors: tuple[Veldprobleem, ...] = ()
    leden: Mapping[str, object] = field(default_factory=dict)
    """Extension members, such as `toestand` and `toegestaan`."""
    koppen: Mapping[str, str] = field(default_factory=dict)
    """Headers that belong to this refusal, such as `Retry-After`."""


class ProbleemFout(Exception):
    """For the HTTP layer itself: raise a ready-made problem (an unknown media type, a bad header)."""

    def __init__(self, probleem: Probleem) -> None:
        super().__init__(probleem.title)
        self.probleem = probleem


INTERN = Soort(500, "interne-fout", "Interne fout")
DRUK = Soort(503, "te-druk", "Te druk")

SOORTEN: Mapping[type[Fout], Soort] = MappingProxyType(
    {
        OngeldigeInvoer: Soort(400, "ongeldige-invoer", "Ongeldige invoer"),
        TokenOngeldig: Soort(401, "token-ongeldig", "Niet aangemeld"),
        GeenRecht: Soort(403, "geen-recht", "Geen recht"),
        VierOgen: Soort(403, "vier-ogen", "Niemand controleert eigen werk"),
        NietGevonden: Soort(404, "niet-gevonden", "Niet gevonden"),
        BeleidOnbekend: Soort(409, "beleid-onbekend", "Beleid onbekend"),
        ParameterOntbreekt: Soort(409, "parameter-ontbreekt", "Parameter ontbreekt"),
        StapNietToegestaan: Soort(409, "stap-niet-toegestaan", "Stap niet toegestaan"),
        Strijdig: Soort(409, "strijdig", "In strijd met wat is vastgelegd"),
        SleutelHergebruikt: Soort(409, "sleutel-hergebruikt", "Sleutel hergebruikt"),
        VersieVerouderd: Soort(412, "versie-verouderd", "Versie verouderd"),
        VoorwaardeOntbreekt: Soort(428, "voorwaarde-ontbreekt", "Voorwaarde ontbreekt"),
        OpslagOnbereikbaar: Soort(503, "opslag-onbereikbaar", "Opslag onbereikbaar"),
        SchemaWijktAf: Soort(503, "schema-wijkt-af", "Database heeft een ander schema"),
        UitgeverOnbereikbaar: Soort(503, "uitgever-onbereikbaar", "Uitgever onbereikbaar"),
        TeDruk: DRUK,
    }
)
"""The one table from errors to HTTP. Strijdig and TokenOngeldig bring their own code; any other error is `INTERN`."""

EIGEN_WOORDEN: Mapping[int, tuple[Soort, str]] = MappingProxyType(
    {
        soort.status: (soort, detail)
        for soort, detail in (
            (Soort(400, "ongeldig-verzoek", "Ongeldig verzoek"), "Het verzoek is niet te lezen."),
            (Soort(401, "token-ongeldig", "Niet aangemeld"), "Een geldig token ontbreekt."),
            (Soort(403, "geen-recht", "Geen recht"), "U mag dit niet doen."),
            (Soort(404, "niet-gevonden", "Niet gevonden"), "Op dit adres is niets te vinden."),
            (
                Soort(405, "methode-niet-toegestaan", "Methode niet toegestaan"),
                "Deze methode kan hier niet; zie de kop Allow voor wat wel kan.",
            ),
            (Soort(406, "niet-leverbaar", "Niet leverbaar"), "Deze service antwoordt met JSON."),
            (Soort(408, "te-traag", "Verzoek te traag"), "De inhoud van het verzoek kwam niet op tijd binnen."),
            (Soort(409, "strijdig", "In strijd met wat is vastgelegd"), "Dit kan niet naast wat is vastgelegd."),
            (
                Soort(412, "versie-verouderd", "Versie verouderd"),
                "Dit is intussen gewijzigd; haal het opnieuw op en beoordeel uw wijziging.",
            ),
            (Soort(413, "te-groot", "Verzoek te groot"), "De inhoud van het verzoek is te groot."),
            (Soort(414, "adres-te-lang", "Adres te lang"), "Het adres van het verzoek is te lang."),
            (
                Soort(415, "mediatype-onbekend", "Mediatype niet ondersteund"),
                "De kop Content-Type ontbreekt of noemt een vorm die hier niet kan.",
            ),
            (
                Soort(428, "voorwaarde-ontbreekt", "Voorwaarde ontbreekt"),
                "Stuur If-Match mee met de ETag van de versie die u wijzigt.",
            ),
            (Soort(429, "te-veel-verzoeken", "Te veel verzoeken"), "Er komen te veel verzoeken; probeer het later."),
            (Soort(431, "koppen-te-groot", "Koppen te groot"), "De koppen van het verzoek zijn samen te groot."),
            (INTERN, "Er ging iets mis in de service. Noem het nummer in instance als u dit meldt."),
            (DRUK, "De service is nu te druk; er is niets gewijzigd."),
        )
    }
)
"""Kind and sentence for a bare status: refusals by the shell and by the framework."""


def soort_adres(code: str) -> str:
    """The `type` of a problem with this code."""
    return f"/problemen/{code}"


def veldpad(pad: str) -> str:
    """Python names to JSON names: `feiten.opschortingen[0].verzoek_op` becomes `feiten.opschortingen[0].verzoekOp`."""
    return ".".join(map(to_camel, pad.split("."))) if "_" in pad else pad


def probleem_bij_status(status: int, detail: str = "", koppen: Mapping[str, str] | None = None) -> Probleem:
    """A problem for a bare status; one that is not in the table keeps its number and gets the words of 400 or 500."""
    soort, zin = EIGEN_WOORDEN.get(status) or EIGEN_WOORDEN[INTERN.status if status >= INTERN.status else 400]
    return Probleem(
        status=status,
        title=soort.title,
        detail=detail or zin,
        type=soort_adres(soort.code),
        koppen=koppen or {},
    )


def probleem_bij_velden(fouten: tuple[Veldprobleem, ...]) -> Probleem:
    """Invalid input: 400 with every fault at once."""
    soort = SOORTEN[OngeldigeInvoer]
    aantal = "1 fout" if len(fouten) == 1 else f"{len(fouten)} fouten"
    return Probleem(
        status=soort.status,
        title=soort.title,
        detail=f"De invoer klopt niet: {aantal}, zie errors.",
        type=soort_adres(soort.code),
        errors=fouten,
    )


def probleem_bij_fout(fout: Fout) -> Probleem:
    """The problem for an error that Trede raises on purpose; a class outside the table is an internal error."""
    if isinstance(fout, OngeldigeInvoer):
        return probleem_bij_velden(tuple(map(_veld, fout.fouten)))
    soort = next((SOORTEN[soort] for soort in type(fout).__mro__ if soort in SOORTEN), None)
    if soort is None:
        return probleem_bij_status(INTERN.status)
    return Probleem(
        status=soort.status,
        title=soort.title,
        detail=fout.detail,
        type=soort_adres(fout.code if isinstance(fout, Strijdig | TokenOngeldig) else soort.code),
        errors=tuple(map(_veld, fout.fouten)) if isinstance(fout, Strijdig) else (),
        leden=_leden(fout),
        koppen=_koppen(fout),
    )


def _veld(fout: Veldfout) -> Veldprobleem:
    return Veldprobleem(veldpad(fout.pad), fout.code, fout.detail)


def _leden(fout: Fout) -> Mapping[str, object]:
    if isinstance(fout, StapNietToegestaan):
        return {"toestand": fout.toestand, "toegestaan": fout.toegestaan}
    return {}


def _koppen(fout: Fout) -> Mapping[str, str]:
    """RFC 6750: a request without a token gets the scheme only, one with a bad token also why."""
    if isinstance(fout, TokenOngeldig):
        waarom = "" if fout.code == "token-ontbreekt" else ', error="invalid_token"'
        return {"WWW-Authenticate": f'Bearer realm="trede"{waarom}'}
    if isinstance(fout, OpslagOnbereikbaar | SchemaWijktAf | UitgeverOnbereikbaar | TeDruk):
        return {"Retry-After": str(OPNIEUW_NA_SECONDEN)}
    return {}


def probleem_antwoord(probleem: Probleem, verzoeknummer: str | None = None) -> Response:
    """The response for a problem; `verzoeknummer` (the request id) becomes its `instance`."""
    inhoud: dict[str, object] = {
        "type": probleem.type,
        "title": probleem.title,
        "status": probleem.status,
        "detail": probleem.detail,
    }
    instance = probleem.instance or (verzoeknummer and f"urn:uuid:{verzoeknummer}")
    if instance:
        inhoud["instance"] = instance
    if probleem.errors:
        inhoud["errors"] = [fout._asdict() for fout in probleem.errors]
    return Response(
        orjson.dumps({**probleem.leden, **inhoud}),
        status_code=probleem.status,
        headers=dict(probleem.koppen),
        media_type=MEDIATYPE,
    )
