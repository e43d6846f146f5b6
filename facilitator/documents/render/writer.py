"""Writes the PDF file: pages, fonts cut down to the letters used, and the structure that makes it PDF/UA."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from facilitator.documents.render.fonts import Font
from facilitator.documents.render.kit import pdf_kit
from facilitator.documents.render.subsets import Subsets
from facilitator.documents.render.tags import Element, Marked, SheetRecord, pdf_text


@dataclass(frozen=True, slots=True)
class Placed:
    """A sheet in the file: `name` is what its part is called; `blanks` says after which pages a blank one comes.

    `copy` counts copies from 1; 0 when it is the only one.
    """

    record: SheetRecord
    name: str
    blanks: tuple[bool, ...]
    size: tuple[float, float]
    """Width and height of its sides, in points."""
    copy: int = 0


class _Objects:
    """The PDF's objects by number, over ReportLab's document."""

    def __init__(self, language: str, title: str) -> None:
        self.kit = pdf_kit()
        # Invariant: the same sheet always gives the same bytes, and no file tells when it was made.
        self.document: Any = self.kit.PDFDocument(compression=1, invariant=1, lang=language, pdfVersion=(1, 7))
        info = self.document.info
        info.title, info.author, info.subject, info.creator, info.producer = title, "", "", "", "ReportLab"
        self._raw = _raw_class(self.kit)

    def add(self, content: bytes = b"") -> tuple[Any, str]:
        """A new object, whose content may still be filled in, and how others refer to it."""
        made = self._raw(content)
        return made, self.refer(made)

    def refer(self, made: Any) -> str:
        """How others refer to an object."""
        name = self.document.Reference(made).name
        return f"{self.document.idToObjectNumberAndVersion[name][0]} 0 R"

    def stream(self, content: bytes) -> str:
        """A stream of bytes, compressed."""
        return self.refer(self.kit.PDFStream(content=content, filters=[self.kit.PDFZCompress]))


def _raw_class(kit: Any) -> type[Any]:
    """An object whose bytes we write ourselves, of the kind that ReportLab's document accepts."""

    class Raw(kit.PDFObject):  # type: ignore[misc]
        __RefOnly__ = 1

        def __init__(self, content: bytes) -> None:
            self.content = content

        def format(self, document: Any) -> bytes:
            return self.content

    return Raw


def write(sheets: Sequence[Placed], subsets: Subsets, language: str, title: str) -> bytes:
    """The whole file. A sheet that comes several times is stored once; each copy has its own pages and structure."""
    objects = _Objects(language, title)
    fonts = "".join(f"/{name} {_font(objects, font, number, table)}" for name, font, number, table in subsets.tables())
    _, resources = objects.add(f"<</ProcSet[/PDF/Text]/Font<<{fonts}>>>>".encode())
    pages, pages_ref = objects.add()
    tree, tree_ref = objects.add()
    top, top_ref = objects.add()
    kids: list[str] = []
    parents: list[str] = []
    parts: list[str] = []
    marks: dict[int, tuple[str, str]] = {}
    labels: list[str] = []
    streams: dict[int, list[str]] = {}
    blank = ""
    for sheet in sheets:
        record = sheet.record
        box = f"/MediaBox[0 0 {sheet.size[0]:.2f} {sheet.size[1]:.2f}]/Resources {resources}"
        if id(record) not in streams:
            streams[id(record)] = [objects.stream(page.content.encode("latin-1")) for page in record.pages]
        own = []
        prefix = f"{sheet.name} {sheet.copy}." if sheet.copy else f"{sheet.name} "
        for place, content in enumerate(streams[id(record)]):
            if not place or sheet.blanks[place - 1]:
                labels.append(f"{len(kids)} <</S/D/P {pdf_text(prefix)}/St {place + 1}>>")
            entries = (f"<</Type/Page/Parent {pages_ref}{box}/Contents {content}"
                       f"/StructParents {len(parents) + place}/Tabs/S>>")
            own.append(objects.add(entries.encode())[1])
            kids.append(own[-1])
            if sheet.blanks[place]:
                labels.append(f"{len(kids)} <<>>")
                blank = blank or objects.stream(b"")
                kids.append(objects.add(f"<</Type/Page/Parent {pages_ref}{box}/Contents {blank}/Tabs/S>>".encode())[1])
        marks.setdefault(id(record), (sheet.name, own[0]))
        known = _structure(objects, record.root, own, top_ref, f"/T {pdf_text(sheet.name)}")
        parts.append(known[id(record.root)])
        parents += ["[" + " ".join(known[id(element)] for element in page.marks) + "]" for page in record.pages]
    pages.content = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    top.content = f"<</Type/StructElem/S/Document/P {tree_ref}/K[{' '.join(parts)}]>>".encode()
    numbers = " ".join(f"{place} {marks}" for place, marks in enumerate(parents))
    _, parents_ref = objects.add(f"<</Nums[{numbers}]>>".encode())
    tree.content = (f"<</Type/StructTreeRoot/K {top_ref}/ParentTree {parents_ref}"
                    f"/ParentTreeNextKey {len(parents)}>>").encode()
    _catalogue(objects, pages, tree, title)
    if len(sheets) > 1:
        objects.document.Catalog.PageLabels = objects.add(f"<</Nums[{' '.join(labels)}]>>".encode())[0]
    if len(marks) > 1:
        objects.document.Outlines = _OwnBookmarks()
        objects.document.Catalog.Outlines = _bookmarks(objects, tuple(marks.values()))
    pdf: bytes = objects.document.GetPDFData(None)
    return pdf


def _structure(objects: _Objects, root: Element, pages: list[str], parent: str, name: str) -> dict[int, str]:
    """The elements of one copy as objects; returns how each is referred to."""
    made: dict[int, tuple[Any, str]] = {}
    order: list[tuple[Element, str]] = [(root, parent)]
    for element, _ in order:
        made[id(element)] = objects.add()
        order += [(kid, made[id(element)][1]) for kid in element.kids if isinstance(kid, Element)]
    for element, above in order:
        home = next((kid.page for kid in element.kids if isinstance(kid, Marked)), None)
        kids = [_kid(kid, home, pages, made) for kid in element.kids]
        page = "" if home is None else f"/Pg {pages[home]}"
        entries = element.entries + (f"/Alt {pdf_text(element.alt)}" if element.alt else "") + \
            (name if element is root else "")
        made[id(element)][0].content = (f"<</Type/StructElem/S/{element.role}/P {above}{page}{entries}"
                                        f"/K[{' '.join(kids)}]>>").encode()
    return {key: reference for key, (_, reference) in made.items()}


def _kid(kid: Element | Marked, home: int | None, pages: list[str], made: dict[int, tuple[Any, str]]) -> str:
    if isinstance(kid, Element):
        return made[id(kid)][1]
    if kid.page == home:
        return str(kid.number)
    return f"<</Type/MCR/Pg {pages[kid.page]}/MCID {kid.number}>>"


def _font(objects: _Objects, font: Font, number: int, table: list[int]) -> str:
    """A font resource for one table of letters."""
    document, face = objects.document, font.face
    tag = "".join(chr(ord("A") + int(figure)) for figure in f"{number:06d}")
    name = f"{tag}+{font.name}"
    descriptor = document.Reference(face.addSubsetObjects(document, name, table))
    described = document.idToObjectNumberAndVersion[descriptor.name][0]
    widths = " ".join(f"{width:g}" for width in map(face.getCharWidth, table))
    letters = objects.stream(_to_unicode(name, table).encode())
    _, reference = objects.add((f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar 0/LastChar {len(table) - 1}"
                                f"/Widths[{widths}]/ToUnicode {letters}/FontDescriptor {described} 0 R>>").encode())
    return reference


def _to_unicode(name: str, table: list[int]) -> str:
    """Which character each code stands for; ReportLab's own goes wrong beyond 16 bits."""
    known = [(code, point) for code, point in enumerate(table) if point]
    rows = ["/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap", "/CIDSystemInfo",
            f"<< /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def", f"/CMapName /{name} def",
            "/CMapType 2 def", "1 begincodespacerange", "<00> <FF>", "endcodespacerange"]
    for start in range(0, len(known), 100):
        chunk = known[start:start + 100]
        rows.append(f"{len(chunk)} beginbfchar")
        rows += [f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in chunk]
        rows.append("endbfchar")
    return "\n".join([*rows, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])


class _OwnBookmarks:
    """Tells ReportLab's document that the bookmarks are ready, as it would take ours away otherwise."""

    ready = 1

    def prepare(self, document: Any, canvas: Any) -> None:
        """Nothing is left to do."""


def _bookmarks(objects: _Objects, marks: Sequence[tuple[str, str]]) -> Any:
    """A bookmark for the first copy of every sheet: its name and its page."""
    top, above = objects.add()
    made = [objects.add() for _ in marks]
    for place, ((name, page), (item, _reference)) in enumerate(zip(marks, made, strict=True)):
        before = f"/Prev {made[place - 1][1]}" if place else ""
        after = f"/Next {made[place + 1][1]}" if place + 1 < len(made) else ""
        item.content = f"<</Title {pdf_text(name)}/Parent {above}/Dest[{page} /Fit]{before}{after}>>".encode()
    top.content = f"<</Type/Outlines/First {made[0][1]}/Last {made[-1][1]}/Count {len(made)}>>".encode()
    return top


def _catalogue(objects: _Objects, pages: Any, tree: Any, title: str) -> None:
    """Says that the file is tagged, in which language, and that its title is to be shown."""
    kit, catalogue = objects.kit, objects.document.Catalog
    said = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")  # a library for it brings far more
    metadata = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{said}</rdf:li></rdf:Alt></dc:title>'
        '<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>\n').encode()
    about = kit.PDFStream(content=metadata, filters=None)
    about.dictionary["Type"], about.dictionary["Subtype"] = "/Metadata", "/XML"
    catalogue.Pages = pages
    catalogue.Outlines = None
    catalogue.StructTreeRoot = tree
    catalogue.MarkInfo = kit.PDFDictionary({"Marked": "true"})
    catalogue.ViewerPreferences = kit.PDFDictionary({"DisplayDocTitle": "true"})
    catalogue.Metadata = about
