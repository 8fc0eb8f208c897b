"""Werkvoorraad."""

from app.routers.operatie import Operaties

op = Operaties("werkvoorraad")
