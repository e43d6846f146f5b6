"""Draws pages of a PDF from memory as pictures; nothing is written to disk on the way."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from ui.pdfium import Pdf

KEPT = 6
"""Pages whose pictures are kept, so that turning back costs nothing."""
_SMALL, _FINER = 700, 2
"""Device px across below which a page is drawn this much larger first: small words are set far more evenly so."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page (from 0) as a picture so many device pixels wide."""

    page: int
    wide: int
    grey: bool = False


def pages(pdf: bytes) -> int:
    """How many pages there are; on the same thread as `draw`."""
    from ui.pdfium import opened

    with opened(pdf) as document:
        return len(document)


def draw(pdf: bytes, wanted: Sequence[Wanted]) -> tuple[QImage, ...]:
    """The pages as pictures. Only ever on one thread, as PDFium is for one: the lane for paper."""
    from ui.pdfium import opened

    with opened(pdf) as document:
        return tuple(_draw(document, one) for one in wanted)


def _draw(document: Pdf, wanted: Wanted) -> QImage:
    finer = _FINER if wanted.wide < _SMALL else 1
    # a little under the mark, as the size is rounded up to whole pixels
    picture = document.draw(wanted.page, wanted.wide * finer - 0.01, wanted.grey)
    return picture if finer == 1 else picture.scaledToWidth(wanted.wide, Qt.TransformationMode.SmoothTransformation)


class Pictures:
    """The few pictures shown last, of one PDF at a time."""

    def __init__(self) -> None:
        self._pdf = b""
        self._kept: OrderedDict[Wanted, QImage] = OrderedDict()

    def of(self, pdf: bytes) -> None:
        """Pictures of another PDF follow; those of the one before are let go."""
        if pdf is not self._pdf:
            self._pdf = pdf
            self._kept.clear()

    def get(self, wanted: Wanted) -> QImage | None:
        """The picture, if it is kept."""
        found = self._kept.get(wanted)
        if found is not None:
            self._kept.move_to_end(wanted)
        return found

    def keep(self, pdf: bytes, wanted: Wanted, picture: QImage) -> None:
        """Keep a picture; one of a PDF that is not shown any more is let go."""
        if pdf is not self._pdf:
            return
        self._kept[wanted] = picture
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
