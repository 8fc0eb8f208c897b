"""Afspraken."""

from app.routers.operatie import Operaties

op = Operaties("afspraken")
