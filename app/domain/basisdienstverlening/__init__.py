"""Basisdienstverlening (IOM PB chapter 2): melding, screening, ambitiegesprek, groepsindeling, groepswisseling."""
