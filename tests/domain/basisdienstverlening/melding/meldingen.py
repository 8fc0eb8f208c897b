"""A plain melding that each test changes in one respect, and the policy in corona mode."""

from dataclasses import replace
from typing import Any

from app.domain.basisdienstverlening.melding import MeldingFeiten
from app.domain.basisdienstverlening.melding.feiten import Kanaal
from app.domain.beleid import Peil
from app.domain.dossier.adressituatie import Adressituatie
from tests.domain.peilen import boek, dag, met_waarde, moment

GEWOON = MeldingFeiten(
    gemeld_op=moment("2021-06-15T10:00:00+02:00"),
    kanaal=Kanaal.DIGITAAL,
    geboortedatum=dag("1985-01-01"),
    adres=Adressituatie.VAST,
    statushouder=False,
    vso_pro=False,
    speciaal_onderwijs=False,
    ex_detentie=False,
    broodnood=False,
)


def melding(**anders: Any) -> MeldingFeiten:
    return replace(GEWOON, **anders)


def jongere(**anders: Any) -> MeldingFeiten:
    return melding(**({"geboortedatum": dag("2000-01-01")} | anders))


def corona(dag_: str = "2021-06-15") -> Peil:
    return met_waarde(boek().set("deventer-2021"), "dienstverlening", "corona").op(dag(dag_))
