"""The documents of an order over HTTP: JSON unless PDF is asked for by name, and only for who sees the order."""

from io import BytesIO
from typing import Any

import pytest
from fastapi import FastAPI
from pypdf import PdfReader

from tests.api import Api
from tests.routers.schil.proefapp import maak_scope
from tests.stappen_orders import nieuwe_order

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("april_2025")]
PDF = "application/pdf"


async def test_a_plan_is_read_as_json_and_as_pdf(api: Api) -> None:
    order = await (await nieuwe_order(api)).in_uitvoering()
    pad = f"{order.pad}/reintegratieplan"
    antwoord = await order.uwv.get(pad)
    assert antwoord.json()["plan"]["oordeel"]["akkoord"] is True
    assert antwoord.json()["inkooporderId"] == order.nu["id"]
    assert antwoord.headers["vary"].startswith("Authorization, Accept")
    als_pdf = await order.uwv.get(pad, koppen={"Accept": PDF})
    assert als_pdf.headers["content-type"] == PDF
    assert als_pdf.headers["content-disposition"] == 'attachment; filename="reintegratieplan.pdf"'
    assert als_pdf.headers["vary"].startswith("Authorization, Accept")
    assert "Sollicitatietraining" in PdfReader(BytesIO(als_pdf.content)).pages[0].extract_text()


async def test_without_a_document_there_is_none(api: Api) -> None:
    order = await nieuwe_order(api)
    for document in ("reintegratieplan", "eindrapportage"):
        assert (await order.uwv.get(f"{order.pad}/{document}")).status_code == 404


@pytest.mark.parametrize(
    ("accept", "pdf"),
    [
        ("*/*", False),
        ("text/html", False),
        ("application/pdf;q=0", False),
        ("application/pdf;q=onzin", False),
        ("application/pdf;q=0.5, application/json", False),
        ("application/json;q=0.5, Application/PDF; version=1", True),
    ],
)
async def test_only_who_names_pdf_and_prefers_it_gets_it(api: Api, accept: str, pdf: bool) -> None:
    order = await (await nieuwe_order(api)).in_uitvoering()
    antwoord = await order.uwv.get(f"{order.pad}/reintegratieplan", koppen={"Accept": accept})
    assert (antwoord.headers["content-type"] == PDF) is pdf


async def test_who_left_is_sent_no_pdf(api: Api, service: FastAPI) -> None:
    order = await (await nieuwe_order(api)).in_uitvoering()
    verzonden: list[Any] = []

    async def weg() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def verzend(bericht: Any) -> None:
        verzonden.append(bericht)

    koppen = [(b"authorization", f"Bearer {order.uwv.token()}".encode()), (b"accept", PDF.encode())]
    await service(maak_scope({"path": f"/v1{order.pad}/reintegratieplan", "headers": koppen}), weg, verzend)
    assert verzonden == []
