"""Termijnen."""

from app.routers.operatie import Operaties

op = Operaties("termijnen")
