"""Toewijzingen."""

from app.routers.operatie import Operaties

op = Operaties("toewijzingen")
