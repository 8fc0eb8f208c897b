from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from app.domain.dossier.termijn import Termijn, Termijntoestand, zoals_bewaard

T = Termijntoestand
VANDAAG = date(2021, 3, 15)
NU = datetime(2021, 3, 15, 9, tzinfo=UTC)


def termijn(toestand: Termijntoestand, opgeschort_tot: date | None) -> Termijn:
    return Termijn(
        id=UUID(int=1),
        versie=1,
        aangemaakt_op=NU,
        gewijzigd_op=NU,
        klant_id=UUID(int=2),
        partner_id=None,
        soort="besluit",
        onderwerp_soort="melding",
        onderwerp_id=UUID(int=3),
        regel="test",
        bron="test",
        vindplaats="test",
        rol="inkomensconsulent",
        basis_op=VANDAAG,
        uiterlijk_op=VANDAAG,
        uiterlijk_moment=None,
        herinnering=False,
        spoed=False,
        toestand=toestand,
        afgedaan_op=None,
        opgeschort_tot=opgeschort_tot,
    )


@pytest.mark.parametrize("getoond", [*T, None])
@pytest.mark.parametrize("toestand", [T.LOPEND, T.GEHAALD, T.GEMIST, T.VERVALLEN])
@pytest.mark.parametrize("tot", [None, date(2021, 3, 14), VANDAAG])
def test_who_asks_for_a_state_gets_what_is_shown_so(getoond: T | None, toestand: T, tot: date | None) -> None:
    een = termijn(toestand, tot if toestand is T.LOPEND else None)
    bewaard, staat_stil = zoals_bewaard(getoond)
    past = bewaard in (None, een.toestand)
    stil = een.opgeschort_tot is not None and een.opgeschort_tot >= VANDAAG
    gevonden = past and staat_stil in (None, stil)
    assert gevonden is (getoond in (None, een.toestand_op(VANDAAG)))
