"""Groepswisselingen."""

from app.routers.operatie import Operaties

op = Operaties("groepswisselingen")
