"""The dossier: the klant, who works with the klant, the terms that run and the receipts of decisions."""
