"""Groepsindelingen."""

from app.routers.operatie import Operaties

op = Operaties("groepsindelingen")
