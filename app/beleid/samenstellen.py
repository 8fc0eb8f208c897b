"""Resolving includes: a set holds its own parameters and those of the sets it includes."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from app.beleid.fouten import Beleidsfout
from app.beleid.lezen import SETBESTAND, Map
from app.domain.beleid import Beleidsset
from app.domain.parameter import Parameter


def stel_samen(mappen: Iterable[Map]) -> tuple[dict[str, Beleidsset], list[Beleidsfout]]:
    """Resolve what every folder includes; a folder whose `set.toml` is wrong is left to its own faults."""
    per_id = {gelezen.id: gelezen for gelezen in mappen}
    fouten = [*_onbekend(per_id), *_kringen(per_id)]
    if fouten:
        return {}, fouten
    sets: dict[str, Beleidsset] = {}
    for naam in per_id:
        _voeg_toe(naam, per_id, sets, fouten)
    return {naam: sets[naam] for naam in per_id if naam in sets}, fouten


def _omvat(gelezen: Map) -> tuple[str, ...]:
    return tuple(dict.fromkeys(gelezen.kop.omvat)) if gelezen.kop else ()


def _onbekend(per_id: Mapping[str, Map]) -> Iterator[Beleidsfout]:
    for gelezen in per_id.values():
        for naam in _omvat(gelezen):
            if naam not in per_id:
                yield Beleidsfout(f"{gelezen.id}/{SETBESTAND}", "omvat", f"noemt {naam}, en dat beleid is er niet")


def _kringen(per_id: Mapping[str, Map]) -> Iterator[Beleidsfout]:
    for naam in per_id:
        if naam in _bereikbaar(naam, per_id):
            yield Beleidsfout(f"{naam}/{SETBESTAND}", "omvat", "loopt rond: dit beleid omvat zo zichzelf")


def _bereikbaar(naam: str, per_id: Mapping[str, Map]) -> tuple[str, ...]:
    """Everything that a set includes, directly or through others, nearest first."""
    gevonden: dict[str, None] = {}
    wacht = list(_omvat(per_id[naam]))
    for volgende in wacht:
        if volgende not in gevonden and volgende in per_id:
            gevonden[volgende] = None
            wacht.extend(_omvat(per_id[volgende]))
    return tuple(gevonden)


def _voeg_toe(naam: str, per_id: Mapping[str, Map], sets: dict[str, Beleidsset], fouten: list[Beleidsfout]) -> None:
    gelezen = per_id[naam]
    for omvat in _omvat(gelezen):
        if omvat not in sets and per_id[omvat].kop:
            _voeg_toe(omvat, per_id, sets, fouten)
    if naam in sets or gelezen.kop is None:
        return
    sets[naam] = Beleidsset(
        id=naam,
        titel=gelezen.kop.titel,
        omschrijving=gelezen.kop.omschrijving,
        omvat=_bereikbaar(naam, per_id),
        parameters=MappingProxyType(_parameters(gelezen, sets, fouten)),
    )


def _parameters(gelezen: Map, sets: Mapping[str, Beleidsset], fouten: list[Beleidsfout]) -> dict[str, Parameter]:
    geerfd: dict[str, tuple[str, Parameter]] = {}
    for bron in (naam for naam in _omvat(gelezen) if naam in sets):
        for sleutel, parameter in sets[bron].parameters.items():
            eerder, bekend = geerfd.setdefault(sleutel, (bron, parameter))
            if bekend is not parameter and sleutel not in gelezen.parameters:
                detail = f"{sleutel} komt zowel uit {eerder} als uit {bron}: geef een eigen waarde"
                fouten.append(Beleidsfout(f"{gelezen.id}/{SETBESTAND}", "omvat", detail))
    alle = {sleutel: parameter for sleutel, (_, parameter) in geerfd.items()} | gelezen.parameters
    return dict(sorted(alle.items()))
