"""The rules of Trede, pure: standard library only, synchronous, no clock, no I/O, no HTTP."""
