"""`trede demo`: a made-up caseload through the service's own front door, so that a newcomer sees it with content."""
