"""A document as tagged PDF: A4, headings with bookmarks, tables whose headings return on every page, page x of y."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import fontpkg
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer, Table

from app.domain.document import Deel, Document, Tabel, Veld
from app.integraties.pdf_structuur import Element, Structuur, versiering

GEWOON, VET = "Fira Sans", "Fira Sans Bold"
BREEDTE = A4[0] - 50 * mm
LINKS, ONDER, VOET = 25 * mm, 25 * mm, 14 * mm
NAAM_BREEDTE = 52 * mm
_GRIJS, _LICHT = HexColor("#555555"), HexColor("#e8edf2")
_TOTAAL = "bladzijden"
_ANDERS = str.maketrans({"\u2011": "-", "\u2003": " ", "\u202f": "\u00a0", "\t": " ", "\u200b": None})
_KOPPEN = ((18, 24, 0), (13, 17, 12), (11, 14, 8))
"""Of each level: size, line, space above."""


@cache
def _letters() -> frozenset[int]:
    """Load the letters, once; gives the characters that they hold."""
    vet = TTFont(VET, fontpkg.path(GEWOON, 700))
    gewoon = TTFont(GEWOON, fontpkg.path(GEWOON, 400))
    registerFont(gewoon)
    registerFont(vet)
    registerFontFamily(GEWOON, normal=GEWOON, bold=VET, italic=GEWOON, boldItalic=VET)
    return frozenset(gewoon.face.charToGlyph) & frozenset(vet.face.charToGlyph)


def leesbaar(tekst: str) -> str:
    """Composed letters without control characters; what the letters cannot show becomes a question mark."""
    bekend = _letters()
    samen = unicodedata.normalize("NFC", tekst).translate(_ANDERS)
    return "".join(teken if ord(teken) in bekend or teken == "\n" else "?" for teken in samen if _zichtbaar(teken))


def _zichtbaar(teken: str) -> bool:
    return teken == "\n" or unicodedata.category(teken) not in {"Cc", "Cf"}


def maak_pdf(document: Document) -> bytes:
    """Draw a document; the same document gives the same bytes."""
    _letters()
    uit, structuur = BytesIO(), Structuur()
    sjabloon = BaseDocTemplate(
        uit,
        pagesize=A4,
        title=leesbaar(document.titel),
        subject=leesbaar(document.onderwerp),
        author="",
        creator="Trede",
        lang=document.taal,
        displayDocTitle=1,
        invariant=1,
    )
    vlak = Frame(LINKS, ONDER, BREEDTE, A4[1] - ONDER - 22 * mm, 0, 0, 0, 0)
    sjabloon.addPageTemplates(PageTemplate(frames=[vlak], onPage=_voet))
    sjabloon.build(list(_Opmaak(structuur).document(document)), canvasmaker=_bladzijden(structuur))
    return uit.getvalue()


def _bladzijden(structuur: Structuur) -> type[Canvas]:
    class Bladzijden(Canvas):
        """Pages that learn at the end how many they are, and how they hang together."""

        def save(self) -> None:
            self.beginForm(_TOTAAL, 0, 0, 40, 12)
            self.setFont(GEWOON, 8)
            self.setFillColor(_GRIJS)
            self.drawString(0, 2, str(self.getPageNumber() - 1))
            self.endForm()
            structuur.schrijf(self._doc)  # type: ignore[attr-defined]  # the stubs hold no private names
            super().save()

    return Bladzijden


def _voet(canvas: Canvas, sjabloon: Any) -> None:
    tekst = f"Bladzijde {canvas.getPageNumber()} van "
    rechts = LINKS + BREEDTE - 14
    with versiering(canvas):
        canvas.saveState()
        canvas.setFont(GEWOON, 8)
        canvas.setFillColor(_GRIJS)
        canvas.drawString(LINKS, VOET, sjabloon.title)
        canvas.drawRightString(rechts, VOET, tekst)
        canvas.translate(rechts, VOET - 2)
        canvas.doForm(_TOTAAL)
        canvas.restoreState()


class _Alinea(Paragraph):
    """Text with its tag; a heading also with its bookmark."""

    structuur: Structuur
    element: Element
    bladwijzer: tuple[str, int] | None = None
    maat: tuple[float, float] = (-1, -1)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 (ReportLab's own names)
        """Break the lines once for each width: a table asks again and again."""
        if self.maat[0] != availWidth or not hasattr(self, "blPara"):
            self.maat = super().wrap(availWidth, availHeight)
        return self.maat

    def draw(self) -> None:
        canvas = self.canv
        if self.bladwijzer:
            titel, niveau = self.bladwijzer
            sleutel = f"kop-{next(self.structuur.koppen)}"
            canvas.bookmarkHorizontal(sleutel, 0, self.height)
            canvas.addOutlineEntry(titel, sleutel, niveau)
        with self.structuur.merk(canvas, self.element):
            super().draw()

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 (ReportLab's own names)
        delen = super().split(availWidth, availHeight)
        for deel in (deel for deel in delen if isinstance(deel, _Alinea)):
            deel.structuur, deel.element = self.structuur, self.element
        return delen


class _Raster(Table):
    """A table whose lines are decoration."""

    def _drawBkgrnd(self) -> None:  # noqa: N802 (ReportLab's own name)
        with versiering(self.canv):
            super()._drawBkgrnd()  # type: ignore[misc]  # nor here

    def _drawLines(self) -> None:  # noqa: N802 (ReportLab's own name)
        with versiering(self.canv):
            super()._drawLines()  # type: ignore[misc]  # nor here


class _Opmaak:
    """Turns parts into what the library places on pages."""

    def __init__(self, structuur: Structuur) -> None:
        self._structuur = structuur

    def document(self, document: Document) -> Iterator[Flowable]:
        wortel = self._structuur.wortel
        yield self._kop(document.titel, wortel, 0)
        for deel in document.delen:
            yield from self._deel(deel, wortel, 1)

    def _deel(self, deel: Deel, ouder: Element, niveau: int) -> Iterator[Flowable]:
        element = ouder.nieuw("Sect")
        yield self._kop(deel.kop, element, niveau)
        if deel.velden:
            yield self._velden(deel.velden, element)
        if deel.tabel:
            yield Spacer(0, 4)
            yield self._tabel(deel.tabel, element)
        for alinea in deel.alineas:
            yield self._alinea(alinea, element.nieuw("P"), _stijl())
        for onder in deel.delen:
            yield from self._deel(onder, element, niveau + 1)

    def _alinea(self, tekst: str, element: Element, stijl: ParagraphStyle) -> _Alinea:
        alinea = _Alinea(escape(leesbaar(tekst)).replace("\n", "<br/>"), stijl)
        alinea.structuur, alinea.element = self._structuur, element
        return alinea

    def _kop(self, tekst: str, ouder: Element, niveau: int) -> _Alinea:
        grootte, regel, boven = _KOPPEN[min(niveau, len(_KOPPEN) - 1)]
        stijl = ParagraphStyle(
            "kop", fontName=VET, fontSize=grootte, leading=regel, spaceBefore=boven, spaceAfter=4, keepWithNext=1
        )
        kop = self._alinea(tekst, ouder.nieuw(f"H{min(niveau + 1, 6)}"), stijl)
        kop.bladwijzer = (leesbaar(tekst), niveau)
        return kop

    def _velden(self, velden: tuple[Veld, ...], ouder: Element) -> Table:
        lijst = ouder.nieuw("L")
        rijen = [self._veld(veld, lijst.nieuw("LI")) for veld in velden]
        opmaak: list[Any] = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ]
        return _Raster(rijen, [NAAM_BREEDTE, BREEDTE - NAAM_BREEDTE], style=opmaak, splitInRow=1)

    def _veld(self, veld: Veld, regel: Element) -> list[_Alinea]:
        naam = self._alinea(veld.naam, regel.nieuw("Lbl"), _stijl(VET))
        return [naam, self._alinea(veld.waarde, regel.nieuw("LBody"), _stijl())]

    def _tabel(self, tabel: Tabel, ouder: Element) -> Table:
        element = ouder.nieuw("Table")
        kop = element.nieuw("TR")
        cellen = [[self._alinea(tekst, kop.nieuw("TH", kolomkop=True), _stijl(VET)) for tekst in tabel.koppen]]
        cellen += [self._rij(rij, element.nieuw("TR"), GEWOON) for rij in tabel.rijen]
        cellen += [self._rij(rij, element.nieuw("TR"), VET) for rij in tabel.totalen]
        opmaak: list[Any] = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BACKGROUND", (0, 0), (-1, 0), _LICHT),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, _GRIJS),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ]
        return _Raster(cellen, _kolommen(tabel), style=opmaak, repeatRows=1, splitInRow=1)

    def _rij(self, rij: tuple[str, ...], element: Element, letter: str) -> list[_Alinea]:
        return [self._alinea(tekst, element.nieuw("TD"), _stijl(letter)) for tekst in rij]


def _stijl(letter: str = GEWOON) -> ParagraphStyle:
    return ParagraphStyle("tekst", fontName=letter, fontSize=10, leading=14, spaceAfter=4)


def _kolommen(tabel: Tabel) -> list[float]:
    """A column is as wide as its widest cell asks; who asks more than an even share divides what is left."""
    kolommen = zip(tabel.koppen, *tabel.rijen, *tabel.totalen, strict=True)
    nodig = [max(stringWidth(leesbaar(cel), VET, 10) for cel in kolom) + 14 for kolom in kolommen]
    deel = BREEDTE / len(nodig)
    ruim = [breedte for breedte in nodig if breedte > deel]
    over = BREEDTE - sum(breedte for breedte in nodig if breedte <= deel)
    if not ruim:
        return [breedte * BREEDTE / sum(nodig) for breedte in nodig]
    return [breedte if breedte <= deel else over / len(ruim) for breedte in nodig]
