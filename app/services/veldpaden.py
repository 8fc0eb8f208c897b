"""From what the body gives to the facts of a toets, and faults in those facts back to the body's fields."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from typing import Any, TypeVar

from app.domain.fouten import OngeldigeInvoer, Veldfout

F = TypeVar("F")


def vul_aan(feiten: type[F], opgave: Any, **bekend: Any) -> F:
    """Make the facts of a toets of what the caller gave and what the dossier knows."""
    return feiten(**{veld.name: getattr(opgave, veld.name) for veld in fields(opgave)}, **bekend)


@contextmanager
def met_pad(prefix: str, **elders: str) -> Iterator[None]:
    """Name faults in facts as the body has them: under `prefix`, or for a fact of the dossier by the field in `elders`.

    `with met_pad("opgave", geboortedatum="klant_id"):` turns `gemeld_op` into `opgave.gemeld_op`, and a fault in the
    birth date, which the dossier gave, into one of `klant_id`.
    """
    try:
        yield
    except OngeldigeInvoer as fout:
        raise OngeldigeInvoer(
            Veldfout(elders.get(f.pad, f"{prefix}.{f.pad}"), f.code, f.detail) for f in fout.fouten
        ) from None


@contextmanager
def zonder_pad(prefix: str) -> Iterator[None]:
    """Name faults in one element of the facts as a body that holds only that element does: without `prefix`."""
    try:
        yield
    except OngeldigeInvoer as fout:
        raise OngeldigeInvoer(replace(f, pad=f.pad.removeprefix(prefix)) for f in fout.fouten) from None
