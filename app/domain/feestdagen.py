"""The public holidays of the Algemene termijnenwet, art. 3, as the statute reads now."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

_NA_PASEN = {"Goede Vrijdag": -2, "Tweede Paasdag": 1, "Hemelvaartsdag": 39, "Tweede Pinksterdag": 50}
ZATERDAG, ZONDAG = 5, 6


def eerste_paasdag(jaar: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    eeuw, rest = divmod(jaar, 100)
    maancorrectie = (8 * eeuw + 13) // 25
    epacta = (19 * (jaar % 19) + eeuw - eeuw // 4 - maancorrectie + 15) % 30
    weekdag = (32 + 2 * (eeuw % 4) + 2 * (rest // 4) - epacta - rest % 4) % 7
    schuif = (jaar % 19 + 11 * epacta + 22 * weekdag) // 451
    maand, dag = divmod(epacta + weekdag - 7 * schuif + 114, 31)
    return date(jaar, maand, dag + 1)


def koningsdag(jaar: int) -> date:
    """27 April, or the day before when that is a Sunday."""
    dag = date(jaar, 4, 27)
    return dag - timedelta(days=1) if dag.weekday() == ZONDAG else dag


@lru_cache(maxsize=512)
def feestdagen(jaar: int) -> Mapping[date, str]:
    """The days of a year that the statute names, with their names; 5 May in every year."""
    pasen = eerste_paasdag(jaar)
    vast = {
        date(jaar, 1, 1): "Nieuwjaarsdag",
        date(jaar, 5, 5): "Bevrijdingsdag",
        date(jaar, 12, 25): "Eerste Kerstdag",
        date(jaar, 12, 26): "Tweede Kerstdag",
        koningsdag(jaar): "Koningsdag",
    }
    return MappingProxyType(vast | {pasen + timedelta(days=na): naam for naam, na in _NA_PASEN.items()})
