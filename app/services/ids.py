"""Ids: UUIDv7, made by the application."""

from uuid import UUID

from uuid_utils.compat import uuid7


def nieuw_id() -> UUID:
    """Make a new id, ordered by time."""
    return uuid7()
