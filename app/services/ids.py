"""Ids: UUIDv7, made by the application."""

from uuid import UUID

import uuid_utils
from uuid_utils.compat import uuid7


def nieuw_id() -> UUID:
    """Make a new id, ordered by time."""
    return uuid7()


def nieuw_nummer() -> str:
    """Make a new id as text, for what is only named and never compared."""
    return str(uuid_utils.uuid7())
