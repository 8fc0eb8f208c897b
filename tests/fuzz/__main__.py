"""Fuzz every operation of the service: `python -m tests.fuzz`, or `make fuzz` and `make fuzz-kort`."""

import argparse
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.fuzz import haken, verslag, verwacht, vormen
from tests.fuzz.catalogus import OPERATIES, document, label_van
from tests.fuzz.dienst import Dienst, draaiende_dienst
from tests.fuzz.ronde import Onderbroken, draai
from tests.fuzz.staat import FASEN, Staat, Uitslag
from tests.fuzz.voorraad import Voorraad
from tests.fuzz.wegen import WEGEN

STAATMAP = Path(".trede") / "fuzz"
_DEEL_VAN_COVERAGE = 50
"""Per cent of the operations whose coverage a short run does: another part with each seed."""
_NALOOP, _NALOOP_VOORBEELDEN = 5, 30
DELEN = 4
"""The stateful phase of a seed is done in parts, each with a seed of its own, so that it can be resumed."""


def main() -> int:
    """Run what is still to do, and tell what came."""
    keuze = _keuze()
    afdruk = verslag.vingerafdruk(document())
    if keuze.kort and not keuze.zaad:
        keuze.zaad = int(afdruk[:8], 16)
    kenmerk = {"document": afdruk, "voorbeelden": keuze.voorbeelden, "zaad": keuze.zaad}
    pad = STAATMAP / ("kort.json" if keuze.kort else "lang.json")
    staat = Staat(pad, kenmerk, keuze.zaden, opnieuw=keuze.opnieuw or keuze.kort)
    if keuze.zaad:
        staat.zaden = [keuze.zaad]
    verslag.zeg(f"Zaden: {', '.join(map(str, staat.zaden))}{' (hervat)' if staat.hervat else ''}")
    vormen.registreer()
    verwacht.registreer()
    gekozen = {naam for naam in OPERATIES if not keuze.alleen or any(deel in naam for deel in keuze.alleen)}
    try:
        for zaad in staat.zaden:
            with draaiende_dienst(STAATMAP / "dienst.log") as dienst:
                _zaad(dienst, staat, zaad, keuze, gekozen)
    except (Onderbroken, KeyboardInterrupt):
        verslag.zeg("Onderbroken; dezelfde opdracht gaat verder waar dit ophield.")
        return 130
    return verslag.besluit(staat, gekozen, volledig=not keuze.fase, minstens=keuze.voorbeelden * 9 // 10)


def _keuze() -> argparse.Namespace:
    lezer = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    lezer.add_argument(
        "--kort", action="store_true", help="voor CI: het zaad van dit document, weinig van alles, niets hervat"
    )
    lezer.add_argument("--opnieuw", action="store_true", help="begin met nieuwe zaden")
    lezer.add_argument("--zaden", type=int, default=3)
    lezer.add_argument("--zaad", type=int, help="dit ene zaad, om een ronde te herhalen")
    lezer.add_argument("--voorbeelden", type=int, default=220, help="per bewerking en fase")
    lezer.add_argument("--stappenreeksen", type=int, default=240, help="reeksen in de fase stateful, per zaad")
    lezer.add_argument("--fase", choices=FASEN, action="append")
    lezer.add_argument("--alleen", action="append", help="deel van de naam van een bewerking; mag vaker")
    keuze = lezer.parse_args()
    if keuze.kort:
        keuze.zaden, keuze.voorbeelden, keuze.stappenreeksen = 1, min(keuze.voorbeelden, 5), 8
    return keuze


def _zaad(dienst: Dienst, staat: Staat, zaad: int, keuze: argparse.Namespace, gekozen: set[str]) -> None:
    voorraad = Voorraad(dienst, zaad)
    haken.installeer(dienst, voorraad)
    labels = {label_van(operatie): naam for naam, operatie in OPERATIES.items() if naam in gekozen}
    for fase in keuze.fase or FASEN:
        begin = time.monotonic()
        if fase == "stateful":
            _reeksen(dienst, staat, zaad, keuze)
        else:
            todo = [naam for label, naam in labels.items() if not staat.is_klaar(zaad, fase, label)]
            if keuze.kort and fase == "coverage":
                todo = voorraad.kans.sample(todo, k=len(todo) * _DEEL_VAN_COVERAGE // 100)
            if todo:
                draai(dienst.adres, zaad, fase, keuze.voorbeelden, todo, _noteer(staat, zaad, fase))
        verslag.zeg(f"zaad {zaad} {fase}: {time.monotonic() - begin:.0f} s")
    if not keuze.fase:
        _loop_na(dienst, staat, zaad, labels)
    for naam, antwoord in voorraad.mislukt.items():
        verslag.zeg(f"  het voorbeeld van {naam} werd onderweg geweigerd: {antwoord}")
    voorraad.sluit()


def _loop_na(dienst: Dienst, staat: Staat, zaad: int, labels: Mapping[str, str]) -> None:
    """Ask more of what never succeeded: with few examples that is chance; what then still fails, fails the run."""
    for poging in range(1, _NALOOP + 1):
        nooit = [naam for label, naam in labels.items() if not verslag.gelukt(staat.statussen_van(label))]
        if not nooit:
            return
        draai(
            dienst.adres,
            zaad + 1000 * poging,
            "fuzzing",
            _NALOOP_VOORBEELDEN,
            nooit,
            _noteer_naloop(staat, zaad, poging),
        )


def _noteer_naloop(staat: Staat, zaad: int, poging: int) -> Callable[[str, Uitslag], None]:
    return lambda naam, uitslag: staat.noteer(zaad, "naloop", f"{poging} {naam}", uitslag)


_LIJN = (*(stap.naam for stap in WEGEN["beoordeelResultaatVanOrder"]), "beoordeelResultaatVanOrder")
"""Among all operations a series rarely stays with one order; along this line it comes to the end of one."""
_ORDERREEKSEN, _ORDERPOGINGEN = 6, 20
"""Series per attempt to reach that end, and attempts: so many that only a fault makes all of them miss."""


def _reeksen(dienst: Dienst, staat: Staat, zaad: int, keuze: argparse.Namespace) -> None:
    per_deel = max(keuze.stappenreeksen // DELEN, 1)
    delen = [*[("deel", per_deel, ())] * DELEN, *[("orders", _ORDERREEKSEN, _LIJN)] * _ORDERPOGINGEN]
    for deel, (naam, aantal, operaties) in enumerate(delen):
        eenheid = f"{naam} {deel + 1}"
        if operaties and verslag.volgde_order(staat, zaad):
            return
        if not staat.is_klaar(zaad, "stateful", eenheid):
            draai(dienst.adres, zaad + deel, "stateful", aantal, operaties, _noteer(staat, zaad, "stateful", eenheid))


def _noteer(staat: Staat, zaad: int, fase: str, eenheid: str = "") -> Callable[[str, Uitslag], None]:
    def klaar(naam: str, uitslag: Uitslag) -> None:
        staat.noteer(zaad, fase, eenheid or naam, uitslag)

    return klaar


if __name__ == "__main__":
    sys.exit(main())
