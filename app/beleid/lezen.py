"""Reading one folder of policy: its `set.toml` and its own parameters, with every fault and its place."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from app.beleid.bestandsvorm import INHOUD, Bestandsdeel, Id, ParameterDeel, PeriodeDeel, SetBestand, gebreken
from app.beleid.fouten import Beleidsfout
from app.domain.parameter import Inhoud, Parameter, Periode

Vorm = TypeVar("Vorm", bound=Bestandsdeel)

SETBESTAND = "set.toml"
_ID: TypeAdapter[str] = TypeAdapter(Id)


@dataclass(slots=True)
class Bestand:
    """One file while it is read: where faults of it are written down."""

    naam: str
    fouten: list[Beleidsfout]

    def meld(self, plaats: str, detail: str) -> None:
        """Write a fault down."""
        self.fouten.append(Beleidsfout(self.naam, plaats, detail))

    def vorm(self, model: type[Vorm], inhoud: object, plaats: str = "") -> Vorm | None:
        """Check a part against its form; None after writing down what is wrong."""
        try:
            return model.model_validate(inhoud)
        except ValidationError as fout:
            for pad, detail in gebreken(fout):
                self.meld(_plaats(plaats, *pad), detail)
            return None


@dataclass(slots=True)
class Map:
    """One policy folder as read, before includes are resolved."""

    id: str
    kop: SetBestand | None = None
    parameters: dict[str, Parameter] = field(default_factory=dict)
    herkomst: dict[str, str] = field(default_factory=dict)
    """The file that gave each parameter."""
    fouten: list[Beleidsfout] = field(default_factory=list)


def lees_map(pad: Path) -> Map:
    """Read the files of one policy folder; faults stand in the result."""
    gelezen = Map(pad.name)
    for deel in sorted(pad.iterdir()):
        bestand = Bestand(f"{pad.name}/{deel.name}", gelezen.fouten)
        if deel.name.startswith("."):
            continue
        if deel.suffix != ".toml" or not deel.is_file():
            bestand.meld("", "hoort hier niet: een map van beleid bevat alleen .toml-bestanden")
        elif (inhoud := _lees_toml(deel, bestand)) is not None:
            _neem_op(inhoud, gelezen, bestand)
    _controleer_map(gelezen)
    return gelezen


def _neem_op(inhoud: Mapping[str, Any], gelezen: Map, bestand: Bestand) -> None:
    if bestand.naam.endswith(f"/{SETBESTAND}"):
        gelezen.kop = bestand.vorm(SetBestand, inhoud)
        return
    for parameter in _parameters(inhoud, bestand):
        eerder = gelezen.herkomst.setdefault(parameter.id, bestand.naam)
        if eerder != bestand.naam:
            bestand.meld(_plaats("parameters", parameter.id), f"staat ook in {eerder}")
        gelezen.parameters[parameter.id] = parameter


def _controleer_map(gelezen: Map) -> None:
    bestand = Bestand(f"{gelezen.id}/{SETBESTAND}", gelezen.fouten)
    if gelezen.kop is None:
        if all(fout.bestand != bestand.naam for fout in gelezen.fouten):
            bestand.meld("", "ontbreekt")
        return
    if gelezen.kop.id != gelezen.id:
        bestand.meld("id", f"is {gelezen.kop.id}, maar de map heet {gelezen.id}")
    for dubbel in sorted({naam for naam in gelezen.kop.omvat if gelezen.kop.omvat.count(naam) > 1}):
        bestand.meld("omvat", f"noemt {dubbel} meer dan eens")
    if not (gelezen.kop.omvat or gelezen.parameters or gelezen.fouten):
        bestand.meld("", "is alles: het beleid heeft geen parameters en omvat geen ander beleid")


def _lees_toml(pad: Path, bestand: Bestand) -> dict[str, Any] | None:
    try:
        ruw = pad.read_bytes()
        return tomllib.loads(ruw.decode("utf-8"))
    except OSError as fout:
        bestand.meld("", f"is niet te lezen ({type(fout).__name__})")
    except UnicodeDecodeError as fout:
        regel = ruw.count(b"\n", 0, fout.start) + 1
        bestand.meld(f"regel {regel}", "is geen UTF-8")
    except (RecursionError, ValueError) as fout:
        bestand.meld(_regel(str(fout), ruw), f"is geen geldige TOML: {fout}")
    return None


def _regel(fout: str, ruw: bytes) -> str:
    """The line that a message of tomllib names; it has no field for it before Python 3.14."""
    genoemd = re.search(r"\(at line (\d+), ", fout)
    if genoemd:
        return f"regel {genoemd[1]}"
    return f"regel {len(ruw.splitlines())}" if "at end of document" in fout else ""


def _parameters(inhoud: Mapping[str, Any], bestand: Bestand) -> Iterator[Parameter]:
    for sleutel in inhoud.keys() - {"parameters"}:
        bestand.meld(sleutel, "is een onbekende sleutel")
    tabel = inhoud.get("parameters")
    if not isinstance(tabel, dict) or not tabel:
        bestand.meld("parameters", "ontbreekt of is leeg")
        return
    for naam, deel in tabel.items():
        parameter = _parameter(naam, deel, bestand)
        if parameter is not None:
            yield parameter


def _parameter(naam: str, inhoud: object, bestand: Bestand) -> Parameter | None:
    plaats = _plaats("parameters", naam)
    try:
        _ID.validate_python(naam)
    except ValidationError:
        bestand.meld(plaats, "is geen geldig id: kleine letters, cijfers, punten en streepjes")
    deel = bestand.vorm(ParameterDeel, inhoud, plaats)
    if deel is None:
        return None
    _controleer_volgorde(deel.perioden, plaats, bestand)
    return Parameter(
        id=naam,
        omschrijving=deel.omschrijving,
        soort=deel.soort,
        eenheid=deel.eenheid or "",
        bron=deel.bron,
        vindplaats=deel.vindplaats,
        gecontroleerd_tot=deel.gecontroleerd_tot,
        perioden=tuple(
            _periode(periode, deel.soort, _plaats(plaats, "perioden", nummer), bestand)
            for nummer, periode in enumerate(deel.perioden)
        ),
    )


def _periode(periode: PeriodeDeel, soort: str, plaats: str, bestand: Bestand) -> Periode:
    if periode.tot_en_met is not None and periode.tot_en_met < periode.vanaf:
        bestand.meld(plaats, f"eindigt op {periode.tot_en_met}, voor het begin op {periode.vanaf}")
    return Periode(
        vanaf=periode.vanaf,
        tot_en_met=periode.tot_en_met,
        inhoud=_inhoud(periode, soort, plaats, bestand),
        voorlopig=periode.voorlopig,
        toelichting=periode.toelichting or "",
    )


def _inhoud(periode: PeriodeDeel, soort: str, plaats: str, bestand: Bestand) -> Inhoud | None:
    if periode.waarde is None:
        if periode.toelichting is None or periode.voorlopig:
            bestand.meld(plaats, "heeft geen waarde: een gat heeft een toelichting en is niet voorlopig")
        return None
    try:
        inhoud: Inhoud = INHOUD[soort].validate_python(periode.waarde)
    except ValidationError as fout:
        for pad, detail in gebreken(fout):
            bestand.meld(_plaats(plaats, "waarde", *pad), f"{detail} (soort {soort})")
        return None
    return inhoud


def _controleer_volgorde(perioden: list[PeriodeDeel], plaats: str, bestand: Bestand) -> None:
    for nummer, (eerste, tweede) in enumerate(pairwise(perioden), start=1):
        hier = _plaats(plaats, "perioden", nummer)
        if tweede.vanaf <= eerste.vanaf:
            bestand.meld(hier, f"begint op {tweede.vanaf}, niet na de vorige ({eerste.vanaf})")
        elif eerste.tot_en_met is not None and tweede.vanaf <= eerste.tot_en_met:
            bestand.meld(hier, f"begint op {tweede.vanaf}, terwijl de vorige loopt tot en met {eerste.tot_en_met}")


def _plaats(*pad: int | str) -> str:
    """Words for a path: `parameters."a.b" perioden[2] vanaf`, periods counted from 1."""
    delen: list[str] = []
    for stap in pad:
        if isinstance(stap, int) and delen:
            delen[-1] += f"[{stap + 1}]"
        elif delen and delen[-1] == "parameters":
            delen[-1] += f'."{stap}"'
        elif stap != "":
            delen.append(str(stap))
    return " ".join(delen)
