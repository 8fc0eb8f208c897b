import subprocess
import sys
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from app.domain.document import Deel, Document, Tabel, Veld
from app.integraties.documentmaker import Pdfmaker

LANG = "Een regel over wat de cliënt gaat doen.\n" * 100


def document(*delen: Deel) -> Document:
    return Document(titel="Re-integratieplan", onderwerp="Plan voor Naar werk", delen=delen)


async def lees(*delen: Deel) -> PdfReader:
    return PdfReader(BytesIO(await Pdfmaker().pdf(document(*delen))))


def tekst(pdf: PdfReader) -> str:
    return " ".join(" ".join(bladzijde.extract_text() for bladzijde in pdf.pages).split())


def soorten(knoop: Any) -> list[str]:
    """Every kind of node, in reading order."""
    knoop = knoop.get_object()
    if not isinstance(knoop, dict):
        return []
    eigen = [str(knoop["/S"])] if "/S" in knoop else []
    onder = knoop.get("/K", [])
    return eigen + [soort for kind in (onder if isinstance(onder, list) else [onder]) for soort in soorten(kind)]


async def test_every_part_is_drawn_with_letters_of_many_names() -> None:
    pdf = await lees(
        Deel(
            kop="Gegevens",
            velden=(Veld(naam="Cliënt", waarde="Łukasz Şahin-Ğüçlü İığ Őz Ţîț Nguyễn Ελένη"),),
            tabel=Tabel(koppen=("Activiteit", "Uren"), rijen=(("Stage", "12,5"),), totalen=(("Samen", "12,5"),)),
            alineas=("Eerste alinea & <b>niets</b>.\nTweede regel.",),
            delen=(Deel(kop="Onderdeel", alineas=("Dieper.",)),),
        )
    )
    gelezen = tekst(pdf)
    for stuk in (
        "Re-integratieplan Gegevens Cliënt Łukasz Şahin-Ğüçlü İığ Őz Ţîț Nguyễn Ελένη",
        "Activiteit Uren Stage 12,5 Samen 12,5",
        "Eerste alinea & <b>niets</b>. Tweede regel. Onderdeel Dieper.",
        "Bladzijde 1 van 1",
    ):
        assert stuk in gelezen


async def test_it_says_its_title_and_its_language_and_is_tagged_in_reading_order() -> None:
    tabel = Tabel(koppen=("Activiteit",), rijen=(("Stage",),))
    pdf = await lees(Deel(kop="Gegevens", velden=(Veld(naam="Cliënt", waarde="A"),), tabel=tabel, alineas=("B",)))
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.subject) == ("Re-integratieplan", "Plan voor Naar werk")
    catalogus: Any = pdf.trailer["/Root"]
    assert (catalogus["/Lang"], catalogus["/MarkInfo"]["/Marked"]) == ("nl", True)
    assert catalogus["/ViewerPreferences"]["/DisplayDocTitle"]
    rij = ["/TR", "/TH", "/TR", "/TD"]
    verwacht = ["/Document", "/H1", "/Sect", "/H2", "/L", "/LI", "/Lbl", "/LBody", "/Table", *rij, "/P"]
    assert soorten(catalogus["/StructTreeRoot"]["/K"]) == verwacht
    nummers = catalogus["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    assert pdf.pages[0]["/StructParents"] == nummers[0] == 0
    assert len(nummers[1]) == 7
    assert [een.title for een in pdf.outline if not isinstance(een, list)] == ["Re-integratieplan"]


async def test_headings_of_a_table_return_on_every_page_but_are_read_once() -> None:
    rijen = tuple((f"Activiteit {nummer}", "1") for nummer in range(90))
    pdf = await lees(Deel(kop="Uren", tabel=Tabel(koppen=("Naam van de kolom", "Uren"), rijen=rijen)))
    assert len(pdf.pages) > 2
    for nummer, bladzijde in enumerate(pdf.pages, 1):
        assert "Naam van de kolom" in bladzijde.extract_text()
        assert f"Bladzijde {nummer} van {len(pdf.pages)}" in " ".join(bladzijde.extract_text().split())
    catalogus: Any = pdf.trailer["/Root"]
    assert soorten(catalogus["/StructTreeRoot"]["/K"]).count("/TH") == 2


async def test_long_texts_go_on_over_pages_wherever_they_stand() -> None:
    woord = "w" * 4000
    pdf = await lees(
        Deel(
            kop="Lang " * 30,
            velden=(Veld(naam="Doel", waarde=LANG), Veld(naam=woord[:300], waarde=woord)),
            tabel=Tabel(koppen=("Wat", "Waarom", "Uren"), rijen=((LANG, LANG, "1"), ("", "", ""))),
            alineas=(LANG, woord),
        )
    )
    gelezen = tekst(pdf)
    assert gelezen.count("Een regel over wat de cliënt gaat doen.") >= 200
    assert gelezen.count("w") >= 8000


async def test_control_characters_vanish_and_what_no_letter_shows_is_a_question_mark() -> None:
    pdf = await lees(Deel(kop="Tekens", alineas=("a\x00b\x1bc\u202ed e\u0301 漢 x\u2011y",)))
    assert "abcd é ? x-y" in tekst(pdf)


async def test_the_same_document_gives_the_same_bytes() -> None:
    een = document(Deel(kop="Een", alineas=(LANG,), delen=(Deel(kop="Twee"),)))
    assert await Pdfmaker().pdf(een) == await Pdfmaker().pdf(een)


@pytest.mark.parametrize("module", ["app.main", "app.integraties.documentmaker"])
def test_who_makes_no_pdf_loads_nothing_that_draws(module: str) -> None:
    vraag = f"import sys, {module}; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", vraag], check=False).returncode == 0
