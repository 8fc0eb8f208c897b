"""Checking tokens, and the development issuer."""
