"""Use cases, one file each, named by an imperative."""
