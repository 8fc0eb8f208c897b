"""The shell around the application: what holds for every request and every answer."""
