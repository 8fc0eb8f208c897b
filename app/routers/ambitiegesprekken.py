"""Ambitiegesprekken."""

from app.routers.operatie import Operaties

op = Operaties("ambitiegesprekken")
