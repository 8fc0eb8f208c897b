from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from app.domain.basisdienstverlening.melding import Route
from app.domain.basisdienstverlening.melding.feiten import MeldingOpgave, PartnerOpgave
from app.domain.basisdienstverlening.proces.melding import Melding
from app.domain.basisdienstverlening.proces.screening import Partneroordeel, Screening
from app.domain.basisdienstverlening.proces.screeningsgevolg import (
    aanvraag_rest,
    iets_te_besluiten,
    vervallen_termijnen,
)
from app.domain.basisdienstverlening.proces.stand import Stand
from app.domain.basisdienstverlening.screening.feiten import Vraag
from app.domain.basisdienstverlening.screening.termijnen import VAN_DE_AANVRAAG
from tests.domain.basisdienstverlening.proces.aanvragen import maak_melding, maak_screening
from tests.domain.basisdienstverlening.screening.gesprekken import feiten, screen

PARTNER = UUID(int=77)
Gezegd = dict[str, Any]
HULP: Gezegd = {"vraag": Vraag.HULP}
ELDERS: Gezegd = {"weken_gewerkt_van36": 30}
RECHT: Gezegd = {}
"""No question of bijstand; a proposed rejection; a right to apply."""


def stel(
    *,
    vso_pro: bool = False,
    partner_vso_pro: bool = False,
    klant: Stand = Stand.GESCREEND,
    partner: Stand = Stand.GESCREEND,
) -> Melding:
    melding = maak_melding()
    return replace(
        melding,
        partner_id=PARTNER,
        stand=klant,
        stand_partner=partner,
        route=Route.VSO_PRO if vso_pro else Route.REGULIER,
        partner_opgave=PartnerOpgave(statushouder=False, vso_pro=partner_vso_pro, ex_detentie=False),
    )


def gesprek(melding: Melding, klant: Gezegd, partner: Gezegd | None) -> Screening:
    samen = maak_screening(melding)
    oordeel = None
    if partner is not None:
        besluit = screen(**partner)
        oordeel = Partneroordeel(
            feiten=feiten(**partner),
            uitkomst=besluit.uitkomst,
            motivering=besluit.motivering,
            verantwoording=samen.verantwoording,
        )
    return replace(
        samen,
        klant_id=melding.klant_id,
        partner_id=None if oordeel is None else PARTNER,
        feiten=feiten(**klant),
        uitkomst=screen(**klant).uitkomst,
        partneroordeel=oordeel,
    )


@pytest.mark.parametrize(
    ("klant", "partner", "iets"),
    [(HULP, HULP, False), (ELDERS, HULP, True), (HULP, ELDERS, True), (RECHT, HULP, True), (RECHT, RECHT, True)],
)
def test_a_decision_on_either_keeps_the_terms_of_the_application(klant: Gezegd, partner: Gezegd, iets: bool) -> None:
    melding = stel()
    screening = gesprek(melding, klant, partner)
    assert iets_te_besluiten(melding, screening) is iets
    assert vervallen_termijnen(melding, screening) == (() if iets else VAN_DE_AANVRAAG)


def test_who_was_not_spoken_with_applies() -> None:
    melding = stel()
    assert iets_te_besluiten(melding, gesprek(melding, HULP, None))


@pytest.mark.parametrize(
    ("melding", "klant", "partner", "rest"),
    [
        (stel(klant=Stand.AFGEWEZEN, partner=Stand.AFGEWEZEN), RECHT, RECHT, False),
        (stel(klant=Stand.AFGEWEZEN), ELDERS, RECHT, True),
        (stel(klant=Stand.AFGEWEZEN), ELDERS, ELDERS, False),
        (stel(partner=Stand.AFGEWEZEN), RECHT, ELDERS, True),
        (stel(klant=Stand.AFGEWEZEN), ELDERS, None, True),
    ],
)
def test_an_application_may_come_of_who_is_left(
    melding: Melding, klant: Gezegd, partner: Gezegd | None, rest: bool
) -> None:
    assert aanvraag_rest(melding, gesprek(melding, klant, partner)) is rest


def test_what_was_given_about_one_is_never_taken_for_the_other() -> None:
    melding = stel()
    assert isinstance(melding.opgave_van(melding.klant_id), MeldingOpgave)
    assert melding.opgave_van(PARTNER) is melding.partner_opgave


@pytest.mark.parametrize(
    ("vso_pro", "partner_vso_pro", "weg"),
    [
        (False, False, Route.REGULIER),
        (True, False, Route.REGULIER),
        (False, True, Route.VSO_PRO),
        (True, True, Route.VSO_PRO),
    ],
)
def test_only_vso_pro_itself_passes_the_gate(vso_pro: bool, partner_vso_pro: bool, weg: Route) -> None:
    melding = stel(vso_pro=vso_pro, partner_vso_pro=partner_vso_pro)
    assert melding.weg_van(PARTNER) is weg
    assert melding.weg_van(melding.klant_id) is melding.route
