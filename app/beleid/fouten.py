"""What is wrong in the policy files, every fault at once and each with its place."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Beleidsfout:
    """One fault: the file within the folder of sets, the place in it, and what is wrong, in Dutch."""

    bestand: str
    plaats: str
    """Parameter, period from 1 and field ('parameters."x" perioden[2] vanaf'), a line, or "" for the whole file."""
    detail: str

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.bestand, self.plaats, self.detail)))


class BeleidOngeldig(Exception):
    """The policy files cannot be used. Raised at start, before any question; holds every fault that was found."""

    def __init__(self, fouten: Iterable[Beleidsfout]) -> None:
        self.fouten = tuple(fouten)
        super().__init__("Het beleid is niet bruikbaar:\n" + "\n".join(f"- {fout}" for fout in self.fouten))
