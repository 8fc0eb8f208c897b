"""Trede: re-integration work under the Participatiewet, as a REST service."""
