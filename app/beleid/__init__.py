"""Loading policy sets."""
