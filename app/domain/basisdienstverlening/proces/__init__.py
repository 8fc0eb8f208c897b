"""The stored process of basisdienstverlening: what is kept of each step, and which steps a state allows."""
