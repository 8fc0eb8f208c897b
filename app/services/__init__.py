"""Use cases, one file each, named by an imperative; what several of them share is named by a noun."""
