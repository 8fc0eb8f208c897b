"""What came of a run: a table per operation, the failures, and whether it passed."""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Collection

from app.domain.uwv.order.toestand import Ordertoestand
from tests.fuzz.catalogus import OPERATIES, label_van, toestanden_van
from tests.fuzz.staat import Staat

EINDE = Ordertoestand.BEOORDEELD
_ORDERS = "inkooporders"


def zeg(tekst: str) -> None:
    """Say it at once, also when the output is a file."""
    sys.stdout.write(tekst + "\n")
    sys.stdout.flush()


def vingerafdruk(inhoud: object) -> str:
    """Short name of what a run was about."""
    return hashlib.sha256(json.dumps(inhoud, sort_keys=True).encode()).hexdigest()[:16]


def besluit(staat: Staat, gekozen: Collection[str], *, volledig: bool, minstens: int) -> int:
    """Print the table and the failures; 0 when all is well. Of each operation `minstens` were to be fuzzed per seed."""
    tellers: dict[str, Counter[str]] = {label_van(OPERATIES[naam]): Counter() for naam in gekozen}
    fouten: list[str] = []
    for zaad, fase, uitslag in staat.uitslagen():
        for label, statussen in uitslag.statussen.items():
            tellers.setdefault(label, Counter()).update(statussen)
        fouten += [f"[zaad {zaad}, {fase}] {fout}" for fout in uitslag.fouten]
    _tabel(tellers)
    nooit = sorted(label for label, teller in tellers.items() if not gelukt(teller))
    for fout in fouten:
        zeg(f"\nFOUT {fout}")
    for kop in sorted({fout.partition("\n")[0].partition("] ")[2] for fout in fouten}):
        zeg(f"SAMENGEVAT: {kop}")
    for label in nooit:
        zeg(f"NOOIT GELUKT: {label}")
    schaars = _schaars(staat, minstens)
    for regel in schaars:
        zeg(f"TE WEINIG: {regel}")
    _toestanden(staat)
    onaf = [zaad for zaad in staat.zaden if not volgde_order(staat, zaad)]
    for zaad in onaf:
        zeg(f"NOOIT AAN HET EIND: met zaad {zaad} volgde geen reeks een inkooporder tot zij {EINDE} was")
    gezakt = bool(fouten or schaars) or (volledig and bool(nooit or onaf))
    totaal = sum(teller.total() for teller in tellers.values())
    zaden = ", ".join(map(str, staat.zaden))
    zeg(f"\nZaden {zaden}: {totaal} verzoeken, {len(tellers)} bewerkingen, {len(fouten)} fouten")
    return int(gezakt)


def volgde_order(staat: Staat, zaad: int) -> bool:
    """Whether a series of this seed followed an order to its end."""
    return any(van == zaad and EINDE in u.toestanden.get(_ORDERS, ()) for van, _, u in staat.uitslagen("stateful"))


def _toestanden(staat: Staat) -> None:
    """Print how often each state of each kind of thing was seen."""
    tellers: dict[str, Counter[str]] = {}
    for _, _, uitslag in staat.uitslagen():
        for collectie, gezien in uitslag.toestanden.items():
            tellers.setdefault(collectie, Counter()).update(gezien)
    for collectie, teller in sorted(tellers.items()):
        alle = toestanden_van(collectie)
        nooit = ", ".join(t for t in alle if not teller[t]) or "geen"
        zeg(f"\ntoestanden van {collectie}: {' '.join(f'{t}:{teller[t]}' for t in alle if teller[t])}; nooit: {nooit}")


def _schaars(staat: Staat, minstens: int) -> list[str]:
    gevonden = []
    for zaad, _, uitslag in staat.uitslagen("fuzzing"):
        for label, statussen in uitslag.statussen.items():
            if statussen.total() < minstens:
                gevonden.append(f"{label} is met zaad {zaad} {statussen.total()} keer gevraagd, niet {minstens}")
    return gevonden


def gelukt(teller: Counter[str]) -> int:
    """Count the answers in the 200s."""
    return sum(aantal for status, aantal in teller.items() if status.startswith("2"))


def _tabel(tellers: dict[str, Counter[str]]) -> None:
    breedte = max(map(len, tellers), default=10)
    zeg(f"\n{'bewerking':{breedte}}  totaal    2xx  overige")
    for label in sorted(tellers, key=lambda label: label.split(" ")[::-1]):
        teller = tellers[label]
        overig = " ".join(f"{s}:{n}" for s, n in sorted(teller.items()) if not s.startswith("2"))
        zeg(f"{label:{breedte}}  {teller.total():6}  {gelukt(teller):5}  {overig}")
