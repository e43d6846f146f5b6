"""The structure of a tagged document, recorded while its pages are drawn, so that copies can be made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a page's content that belongs to an element: page of the sheet (from 0), number on that page."""

    page: int
    number: int


Kid: TypeAlias = "Element | Marked"


@dataclass(slots=True, eq=False)
class Element:
    """A structure element. `entries` are ready for the PDF; `texts` is what is read out, stretch by stretch."""

    role: str
    entries: str = ""
    kids: list[Kid] = field(default_factory=list)
    texts: list[tuple[int, str]] = field(default_factory=list)
    """(page, words) in the order they are read, with the spaces between them."""
    alt: str = ""


@dataclass(slots=True, eq=False)
class Handle:
    """Stands for an element before it is drawn; the halves of a piece that was split over two pages share one."""

    role: str
    entries: str = ""
    alt: str = ""


@dataclass(slots=True, eq=False)
class PageRecord:
    """A page as drawn: its operators, and the element of each numbered stretch."""

    content: str
    marks: tuple[Element, ...]


@dataclass(slots=True, eq=False)
class SheetRecord:
    """A sheet as drawn: its pages and the root of its structure. Page numbers count from 0 within the sheet."""

    pages: list[PageRecord]
    root: Element


COLUMN_HEAD = "/A<</O/Table/Scope/Column>>"
ROW_HEAD = "/A<</O/Table/Scope/Row>>"
NUMBERED = "/A<</O/List/ListNumbering/Decimal>>"
DOTTED = "/A<</O/List/ListNumbering/Disc>>"


def pdf_text(text: str) -> str:
    """A text string as PDF writes it: plain where it can be, else UTF-16 in hexadecimal figures."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return "<FEFF" + text.encode("utf-16-be").hex().upper() + ">"
