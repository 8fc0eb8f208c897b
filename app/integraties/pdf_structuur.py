"""Tags: what each piece of a PDF is, in reading order, so that a screen reader can follow it (ISO 32000-1 §14.7).

The library draws but knows no tags; here its pages are marked and the tree is written beside them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas


@dataclass(slots=True, eq=False)
class Element:
    """One node: its kind (H1, P, TD), and below it nodes and marked pieces as (page, number on that page)."""

    soort: str
    ouder: "Element | None" = None
    kolomkop: bool = False
    """Heads a column: tagged once, decoration where it is repeated on a next page."""
    kinderen: list["Element | tuple[int, int]"] = field(default_factory=list)

    def nieuw(self, soort: str, *, kolomkop: bool = False) -> "Element":
        """Add a node below this one."""
        kind = Element(soort, self, kolomkop)
        self.kinderen.append(kind)
        return kind


class Structuur:
    """The tree of one document."""

    def __init__(self) -> None:
        self.wortel = Element("Document")
        self.koppen = count(1)
        self._op_bladzijde: dict[int, list[Element]] = {}

    @contextmanager
    def merk(self, canvas: Canvas, element: Element) -> Iterator[None]:
        """Mark what is drawn inside as a piece of a node."""
        if element.kolomkop and element.kinderen:
            with versiering(canvas):
                yield
            return
        bladzijde = canvas.getPageNumber()
        stukken = self._op_bladzijde.setdefault(bladzijde, [])
        element.kinderen.append((bladzijde, len(stukken)))
        canvas.addLiteral(f"/{element.soort} <</MCID {len(stukken)}>> BDC")
        stukken.append(element)
        yield
        canvas.addLiteral("EMC")

    def schrijf(self, document: Any) -> None:
        """Hang the tree in a finished document, and each page in the tree."""
        schrijver = _Boomschrijver(document)
        boom = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
        boom["K"] = schrijver.element(self.wortel, document.Reference(boom))
        boom["ParentTree"] = pdfdoc.PDFDictionary({"Nums": self._ouders(schrijver)})
        document.Catalog.StructTreeRoot = boom
        document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})

    def _ouders(self, schrijver: "_Boomschrijver") -> Any:
        nummers: list[Any] = []
        for bladzijde, stukken in sorted(self._op_bladzijde.items()):
            pagina = schrijver.document.Pages.pages[bladzijde - 1]
            # The library knows no such entries of a page; the list of those it writes is looked up on the page itself.
            pagina.__NoDefault__ = [*pagina.__NoDefault__, "StructParents", "Tabs"]
            pagina.StructParents, pagina.Tabs = bladzijde - 1, pdfdoc.PDFName("S")
            nummers += [bladzijde - 1, pdfdoc.PDFArray([schrijver.verwijzingen[element] for element in stukken])]
        return pdfdoc.PDFArray(nummers)


class _Boomschrijver:
    """Writes nodes as objects of a document."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.verwijzingen: dict[Element, Any] = {}

    def element(self, element: Element, ouder: Any) -> Any:
        """Write a node and all below it; gives the reference to it."""
        inhoud = pdfdoc.PDFDictionary({"S": pdfdoc.PDFName(element.soort), "P": ouder})
        verwijzing = self.verwijzingen[element] = self.document.Reference(inhoud)
        if element.kolomkop:
            inhoud["A"] = pdfdoc.PDFDictionary({"O": pdfdoc.PDFName("Table"), "Scope": pdfdoc.PDFName("Column")})
        inhoud["K"] = pdfdoc.PDFArray([self._kind(kind, verwijzing) for kind in element.kinderen])
        return verwijzing

    def _kind(self, kind: "Element | tuple[int, int]", ouder: Any) -> Any:
        if isinstance(kind, Element):
            return self.element(kind, ouder)
        bladzijde, nummer = kind
        pagina = self.document.Reference(self.document.Pages.pages[bladzijde - 1])
        return pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("MCR"), "Pg": pagina, "MCID": nummer})


@contextmanager
def versiering(canvas: Canvas) -> Iterator[None]:
    """Mark what is drawn inside as no part of the text: lines, footers, what is repeated."""
    canvas.addLiteral("/Artifact BMC")
    yield
    canvas.addLiteral("EMC")
