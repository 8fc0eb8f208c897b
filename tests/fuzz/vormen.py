"""Formats of the document that JSON Schema does not know, or knows more widely than Trede accepts."""

from datetime import date, timedelta

import schemathesis
from hypothesis import strategies as st

from app.domain.soorten import EERSTE_DAG, LAATSTE_DAG
from tests.fuzz.dienst import BEGIN

_GELIJK_AAN_ELF = 11
_VANAF = date(2021, 1, 1)
"""First day of the policy: on earlier days most questions have no answer, and that is tried too, but less."""


def bsn_van(acht: int) -> str | None:
    """Return the BSN of these first eight digits; None when no ninth passes the 11-proef."""
    cijfers = f"{acht:08d}"
    som = sum(int(cijfer) * gewicht for cijfer, gewicht in zip(cijfers, range(9, 1, -1), strict=True))
    laatste = som % _GELIJK_AAN_ELF
    return f"{cijfers}{laatste}" if laatste < 10 else None  # one digit


BSN = st.integers(1_000_000, 99_999_999).map(bsn_van).filter(lambda bsn: bsn is not None)
BEDRAG = st.integers(0, 999_999_999).map(lambda centen: f"{centen // 100}.{centen % 100:02d}")
_DAG = st.one_of(
    st.dates(_VANAF, BEGIN.date()),
    st.dates(BEGIN.date() - timedelta(days=60), BEGIN.date()),
    st.dates(BEGIN.date() - timedelta(days=3), BEGIN.date()),
    st.dates(BEGIN.date(), BEGIN.date() + timedelta(days=120)),
    st.dates(_VANAF, date(2026, 12, 31)),
    st.dates(EERSTE_DAG, LAATSTE_DAG),
)
DAG = _DAG.map(date.isoformat)
_ZONE = st.sampled_from(["Z", "+01:00", "+02:00", "-05:00"])
MOMENT = st.builds(lambda dag, tijd, zone: f"{dag}T{tijd.replace(microsecond=0)}{zone}", _DAG, st.times(), _ZONE)
CURSOR = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=", min_size=1, max_size=200)


def registreer() -> None:
    """Teach schemathesis the formats."""
    vormen = {"bsn": BSN, "bedrag": BEDRAG, "date": DAG, "date-time": MOMENT, "cursor": CURSOR}
    for naam, strategie in vormen.items():
        schemathesis.openapi.format(naam, strategie)
