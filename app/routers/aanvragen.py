"""Aanvragen."""

from app.routers.operatie import Operaties

op = Operaties("aanvragen")
