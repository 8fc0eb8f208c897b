"""Screeningen."""

from app.routers.operatie import Operaties

op = Operaties("screeningen")
