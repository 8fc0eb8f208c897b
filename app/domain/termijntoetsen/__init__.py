"""The toetsen of theme "termijnen": the end of any term, and of the term in which an application is decided."""
