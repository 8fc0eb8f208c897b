"""Settings, read once from the environment; only `main` and `cli` look at them."""

import ipaddress
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Modus(StrEnum):
    """Development on this machine, or production."""

    ONTWIKKELING = "ontwikkeling"
    PRODUCTIE = "productie"


class Machine(BaseModel):
    """A machine client of the register, by its `azp`."""

    oin: str | None = None
    organisatie: str | None = None
    uitgever: str | None = None


class Instellingen(BaseSettings):
    """What a deployment chooses. Lists and maps are given as JSON."""

    model_config = SettingsConfigDict(env_prefix="TREDE_", extra="ignore", populate_by_name=True)

    modus: Modus = Modus.ONTWIKKELING
    database_url: Annotated[SecretStr | None, Field(validation_alias="DATABASE_URL")] = None
    """Address of a PostgreSQL 15 or later; without it an embedded one starts."""
    gegevensmap: Path | None = None
    """Folder of the embedded database and the development keys; without it a folder of this clone."""
    host: str = "127.0.0.1"
    port: Annotated[int, Field(validation_alias="PORT", ge=0, le=65535)] = 8000
    uitgevers: dict[str, str] = {}
    """Issuer (`iss`) to the address of its JWKS."""
    audience: str = "trede"
    clients: dict[str, Machine] = {}
    sleutels: dict[int, SecretStr] = {}
    """Version to Fernet key; the highest encrypts."""
    zoeksleutel: SecretStr | None = None
    """Key of the hash by which a BSN is found."""
    cors_origins: tuple[str, ...] = ("http://127.0.0.1:8000",)
    beleid: dict[str, list[tuple[date, str]]] = {}
    """Theme to (first day, policy set); themes left out keep the built-in assignment."""
    verbindingen: Annotated[int, Field(ge=1, le=200)] = 10
    """Most connections to the database per process."""

    @model_validator(mode="after")
    def _volledig(self) -> Self:
        if self.modus is Modus.PRODUCTIE:
            self._eis_productie()
        elif not _is_loopback(self.host):
            raise ValueError("In ontwikkelmodus luistert Trede alleen op loopback (TREDE_HOST=127.0.0.1).")
        return self

    def _eis_productie(self) -> None:
        nodig = {
            "DATABASE_URL": self.database_url,
            "TREDE_UITGEVERS": self.uitgevers,
            "TREDE_SLEUTELS": self.sleutels,
            "TREDE_ZOEKSLEUTEL": self.zoeksleutel,
        }
        ontbreekt = [naam for naam, waarde in nodig.items() if not waarde]
        if ontbreekt:
            raise ValueError(f"In productie ontbreekt: {', '.join(ontbreekt)}.")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
