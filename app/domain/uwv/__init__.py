"""Re-integration services that UWV buys: the rules of its Overzicht Re-integratiediensten (catalogue 07)."""
