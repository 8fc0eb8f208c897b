"""Settings, read once from the environment; nothing below the composition looks at them."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from cryptography.fernet import Fernet
from pydantic import BaseModel, Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.services.loopback import is_loopback

MINSTE_ZOEKSLEUTEL = 32


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
    """Key of the hash by which a BSN is found: a short one is guessed, and with it every BSN."""
    cors_origins: tuple[str, ...] | None = None
    """Who may read the answers in a browser; None is the service itself, where it is served (`origins`)."""
    beleid: dict[str, list[tuple[date, str]]] = {}
    """Theme to (first day, policy set); themes left out keep the built-in assignment."""
    verbindingen: Annotated[int, Field(ge=1, le=200)] = 10
    """Most connections to the database per process."""

    @property
    def origins(self) -> tuple[str, ...]:
        """The allow-list of CORS."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.cors_origins or (f"http://{host}:{self.port}",)

    @model_validator(mode="after")
    def _volledig(self) -> Self:
        if self.modus is Modus.PRODUCTIE:
            self._eis_productie()
        elif not is_loopback(self.host):
            raise ValueError("In ontwikkelmodus luistert Trede alleen op loopback (TREDE_HOST=127.0.0.1).")
        if bool(self.sleutels) != bool(self.zoeksleutel):
            raise ValueError("TREDE_SLEUTELS en TREDE_ZOEKSLEUTEL horen bij elkaar: geef beide of geen van beide.")
        return self

    @field_validator("database_url")
    @classmethod
    def _postgres(cls, adres: SecretStr | None) -> SecretStr | None:
        if adres is not None and not adres.get_secret_value().startswith(("postgresql://", "postgres://")):
            raise ValueError("Geef een adres dat begint met postgresql://.")
        return adres

    @field_validator("sleutels")
    @classmethod
    def _fernet(cls, sleutels: dict[int, SecretStr]) -> dict[int, SecretStr]:
        for versie, sleutel in sleutels.items():
            try:
                Fernet(sleutel.get_secret_value())
            except ValueError:
                raise ValueError(f"Sleutel {versie} is geen Fernet-sleutel: 32 bytes als base64url.") from None
        return sleutels

    @field_validator("zoeksleutel")
    @classmethod
    def _lang_genoeg(cls, sleutel: SecretStr | None) -> SecretStr | None:
        if sleutel and len(sleutel) < MINSTE_ZOEKSLEUTEL:
            raise ValueError(f"Geef ten minste {MINSTE_ZOEKSLEUTEL} tekens die niemand raadt.")
        return sleutel

    @field_validator("uitgevers")
    @classmethod
    def _adressen(cls, uitgevers: dict[str, str]) -> dict[str, str]:
        if any("|" in iss or not _is_veilig(adres) for iss, adres in uitgevers.items()):
            raise ValueError("Geef per uitgever, een naam zonder |, het adres van zijn sleutels: https://...")
        return uitgevers

    @field_validator("cors_origins")
    @classmethod
    def _origins(cls, origins: tuple[str, ...] | None) -> tuple[str, ...] | None:
        if origins is not None and (not origins or "*" in origins):
            raise ValueError("Geef ten minste een origin, en geen ster.")
        return origins

    def _eis_productie(self) -> None:
        nodig = {
            "DATABASE_URL": self.database_url,
            "TREDE_UITGEVERS": self.uitgevers,
            "TREDE_SLEUTELS": self.sleutels,
            "TREDE_ZOEKSLEUTEL": self.zoeksleutel,
            "TREDE_CORS_ORIGINS": self.cors_origins,
        }
        ontbreekt = [naam for naam, waarde in nodig.items() if not waarde]
        if ontbreekt:
            raise ValueError(f"In productie ontbreekt: {', '.join(ontbreekt)}.")


def _is_veilig(adres: str) -> bool:
    """Whether keys may be fetched there: over HTTPS, or from this machine."""
    try:
        delen = urlsplit(adres)
    except ValueError:
        return False
    host = delen.hostname or ""
    return bool(host) and (delen.scheme == "https" or (delen.scheme == "http" and is_loopback(host)))
