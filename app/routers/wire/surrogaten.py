"""Half a character in a JSON text: the escape of one surrogate without its other half is no text that can be kept."""

import re

_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.DOTALL
)
_NUL = rb"\u0000"


def met_nul(lichaam: bytes) -> bytes:
    """The same body with NUL for each lone surrogate.

    Pydantic's reader refuses the whole body for one, and says not where. NUL is as long, reads as JSON and is refused
    in every text and name, so reading this instead names the fields. In one pass: a body may be large and deep.
    """
    return _ESCAPE.sub(_vervangen, lichaam)


def _vervangen(escape: re.Match[bytes]) -> bytes:
    return _NUL if escape[1] else escape[0]
