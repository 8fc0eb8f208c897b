"""Errors of the use cases that the domain does not know; still without status codes."""

from app.domain.fouten import Fout


class TokenOngeldig(Fout):
    """No token, or one that does not pass; `code` is a stable name ("token-verlopen")."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code


class UitgeverOnbereikbaar(Fout):
    """The keys of the issuer cannot be had now, so no token can be checked."""


class VoorwaardeOntbreekt(Fout):
    """A change without If-Match."""


class VersieVerouderd(Fout):
    """If-Match names another version than the current one."""


class SleutelHergebruikt(Fout):
    """The Idempotency-Key was used before with another body."""


class TeDruk(Fout):
    """More of this work waits than gets done soon; nothing was changed."""


class OpslagOnbereikbaar(Fout):
    """The database does not answer; nothing was changed."""


class SchemaWijktAf(Fout):
    """The database answers, but has not the schema of this version."""
