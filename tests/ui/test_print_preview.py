"""Pictures of pages: drawn from memory, in the size that is asked for, and only a few kept."""

from __future__ import annotations

import ctypes
from datetime import date
from typing import Any

import pytest
from PySide6.QtGui import QImage

from facilitator.documents import SheetContext, render_pdf
from facilitator.documents.registry import build
from facilitator.i18n import translator
from facilitator.library import Library
from facilitator.model.paper import Paper
from ui.pdfium import DECLARED
from ui.preview import KEPT, Pictures, Wanted, draw, pages


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """A sheet of two sides, with colour on it."""
    library = Library(country="GB")
    context = SheetContext(translator=translator("en"), today=date(2025, 11, 20), directory=library.directory(),
                           emergency=library.emergency_card())  # fmt: skip
    return render_pdf(build("emergency-card", context), Paper.A4, copies=2).pdf


def inks(picture: QImage) -> set[bool]:
    """Whether pixels have a colour."""
    colours = (picture.pixelColor(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3))
    return {max(c.getRgb()[:3]) - min(c.getRgb()[:3]) > 40 for c in colours}


@pytest.mark.parametrize("wide", [46, 330, 699, 700, 1240])
def test_page_is_as_wide_as_asked(pdf: bytes, wide: int) -> None:
    """To the pixel, with the paper's height, whether drawn finer first or not."""
    [picture] = draw(pdf, (Wanted(0, wide),))
    assert picture.width() == wide
    assert abs(picture.height() - wide * 297 / 210) <= 1
    assert picture.pixelColor(2, 2).name() == "#ffffff"


def test_grey_is_without_colour(pdf: bytes) -> None:
    """As a grey printer shows it; in colour the red keyline is red."""
    colour, grey = draw(pdf, (Wanted(0, 500), Wanted(0, 500, grey=True)))
    assert inks(colour) == {True, False} and inks(grey) == {False}
    shade = grey.convertToFormat(QImage.Format.Format_RGB32)
    darkest = min(shade.pixelColor(x, y).lightness() for x in range(0, 500, 2) for y in range(0, 700, 2))
    assert darkest < 90


def test_several_pages_at_once(pdf: bytes) -> None:
    """In the order asked for."""
    assert pages(pdf) == 3
    blank = draw(pdf, (Wanted(1, 80), Wanted(0, 80)))
    assert {blank[0].pixelColor(x, y).name() for x in range(80) for y in range(100)} == {"#ffffff"}
    assert {blank[1].pixelColor(x, y).name() for x in range(80) for y in range(100)} != {"#ffffff"}


def test_few_pictures_are_kept() -> None:
    """The ones shown last, of one PDF; with another PDF all are let go."""
    pictures, one, other = Pictures(), b"one", b"other"
    shown = QImage(2, 2, QImage.Format.Format_RGB32)
    pictures.of(one)
    for page in range(KEPT + 2):
        pictures.keep(one, Wanted(page, 300), shown)
        pictures.get(Wanted(0, 300))
    assert pictures.get(Wanted(0, 300)) is shown and pictures.get(Wanted(1, 300)) is None
    assert sum(pictures.get(Wanted(page, 300)) is not None for page in range(KEPT + 2)) == KEPT
    pictures.keep(other, Wanted(99, 300), shown)
    assert pictures.get(Wanted(99, 300)) is None
    pictures.of(other)
    assert pictures.get(Wanted(0, 300)) is None


def test_what_cannot_be_drawn_is_said(pdf: bytes) -> None:
    """Neither is ever asked for: it would be our mistake, and must not be taken for a blank page."""
    with pytest.raises(ValueError, match="no PDF"):
        pages(b"no PDF at all")
    with pytest.raises(IndexError):
        draw(pdf, (Wanted(99, 80),))


def test_functions_are_declared_as_the_library_has_them() -> None:
    """What is declared by hand is as wide, piece by piece, as what `pypdfium2` has generated from PDFium's headers."""
    from pypdfium2_raw import bindings

    def wide(kind: Any) -> int:
        return 0 if kind is None else ctypes.sizeof(kind)

    for name, (gives, takes) in DECLARED.items():
        theirs = getattr(bindings, name)
        assert [wide(one) for one in takes] == [wide(one) for one in theirs.argtypes or ()], name
        assert wide(gives) == wide(theirs.restype), name
