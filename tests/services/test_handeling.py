"""A decision that is kept: by the policy of the day that the toets names, with a receipt of that."""

from datetime import UTC, datetime
from typing import cast

from app.domain.uwv.dienst import Clientsoort, Dienst
from app.domain.uwv.inzet import UWV_DIENST, UwvDienstFeiten
from app.services.handeling import Handeling
from app.services.identiteit import Beller
from app.services.poorten import Schrijver
from tests.domain.peilen import boek, dag


def test_the_receipt_names_the_set_and_the_day_that_decided() -> None:
    h = Handeling(
        tx=cast("Schrijver", None),
        nu=datetime(2030, 1, 1, tzinfo=UTC),
        beller=Beller(uitgever="urn:proef", persoon="p", client="c", rollen=frozenset()),
        beleid=boek(),
        softwareversie="0",
    )
    feiten = UwvDienstFeiten(
        dienst=Dienst.NAAR_WERK, clientsoort=Clientsoort.WW, opdracht_op=dag("2025-04-07"), uitzonderlijk=False
    )
    besluit, bon = h.beslis(UWV_DIENST, dag("2030-01-01"), feiten)
    assert besluit.uitkomst.maximum_uren == 26
    assert (bon.toets, bon.beleid, bon.peildatum) == ("uwv-dienst", "uwv-7.1", dag("2025-04-07"))
    assert {"uwv.dienst.naar_werk.uren", "uwv.dienst.naar_werk.maanden"} <= {deel.parameter for deel in bon.parameters}
