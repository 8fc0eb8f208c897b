"""Meldingen."""

from app.routers.operatie import Operaties

op = Operaties("meldingen")
