"""Who knocks: reading and checking bearer tokens, and the local issuer for development. Knows no HTTP framework."""
