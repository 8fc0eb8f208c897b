"""The wire: strict models and JSON, derived from the domain's own definitions."""
