"""What a deployment may choose about the shell."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Schilinstellingen:
    """Limits, names and origins; `main` fills it from the settings. Times are in seconds, sizes in bytes."""

    api_version: str
    """`info.version` of the document: goes out as `API-Version`."""
    cors_origins: tuple[str, ...]
    """Allow-list; the first is named to everyone who is not on it, so there is always at least one."""
    open_paden: frozenset[str] = frozenset({"/v1/openapi.json"})
    """Paths that every origin may read."""
    vrije_paden: frozenset[str] = frozenset({"/health/live", "/health/ready"})
    """Paths that never wait for a place: a full service is not a dead one."""
    max_koppen: int = 64 * 1024
    """Largest address and headers of a request together."""
    max_lichaam: int = 1024 * 1024
    """Largest body of a request."""
    leestijd: float = 20.0
    """Within this time a body must have come in, or 408."""
    werktijd: float = 30.0
    """Within this time the work must be done, or it is cancelled: 503."""
    max_tegelijk: int = 64
    """Requests that are worked on at the same time."""
    max_wachtend: int = 256
    """Requests that may wait for a place; the next one gets 503 at once."""
    wachttijd: float = 5.0
    """How long a request waits for a place before it gets 503."""
    hsts: str = "max-age=31536000; includeSubDomains"
    """`Strict-Transport-Security`."""

    def __post_init__(self) -> None:
        if not self.cors_origins:
            raise ValueError("cors_origins: geef ten minste een origin")
        if "*" in self.cors_origins:
            raise ValueError("cors_origins: een ster kan alleen in open_paden")
        if min(self.max_tegelijk, self.max_koppen, self.max_lichaam, self.leestijd, self.werktijd) <= 0:
            raise ValueError("grenzen van de schil zijn groter dan nul")
