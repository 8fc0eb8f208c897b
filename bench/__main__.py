"""`make bench`: Trede beside the same statements without it, in interleaved rounds on one core each."""

import argparse
from pathlib import Path
from time import perf_counter

import uvloop

from app.persistence.embedded import EmbeddedPostgres, standaard_map
from bench.databanken import GROEP, databank, leg_klaar
from bench.dienst import KERN_KLANT, op_kern
from bench.orders import FIRMAS
from bench.ronde import Omvang, meet
from bench.verslag import RESULTS

KLANTEN = 1_000_000
KLANTEN_KLEIN = 1000
VOLUIT = Omvang(rondes=15, seconden=1.5, meldingen=2000)
SNEL = Omvang(rondes=3, seconden=0.7, meldingen=700)


def main() -> None:
    """Make the data when needed, measure, and write the report."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--snel", action="store_true", help="a short run; RESULTS.md stays as it is")
    minder = f"fewer, for trying out, but {GROEP * FIRMAS:,} at least; RESULTS.md stays as it is"
    parser.add_argument("--klanten", type=int, default=KLANTEN, help=minder)
    parser.add_argument("--map", type=Path, default=_map(), help="folder of the data")
    keuze = parser.parse_args()
    with EmbeddedPostgres(keuze.map, instellingen={"max_wal_size": "4GB"}) as server:
        banken = databank(server, "bench_groot", keuze.klanten), databank(server, "bench_klein", KLANTEN_KLEIN)
        for bank in banken:
            begin = perf_counter()
            if leg_klaar(bank, server):
                print(f"{bank.klanten:,} klanten in {perf_counter() - begin:.0f} s", flush=True)
        with op_kern(KERN_KLANT):
            verslag = uvloop.run(meet(*banken, SNEL if keuze.snel else VOLUIT))
    print(verslag.tekst())
    if not keuze.snel and keuze.klanten == KLANTEN:
        RESULTS.write_text(verslag.tekst(), encoding="utf-8")


def _map() -> Path:
    """Beside the folder of the embedded database, so that neither is in the other's way."""
    standaard = standaard_map(Path(__file__).parent.parent)
    return standaard.with_name(f"{standaard.name}-bench")


if __name__ == "__main__":
    main()
