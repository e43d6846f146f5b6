"""PDFium, as far as pages are drawn with it: the one module that knows its library. Only ever on one thread.

`pypdfium2` brings the library along. Its Python is left alone: it declares all of PDFium, five hundred functions, which
takes 2 MB and far longer than the few below.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_char_p, c_float, c_int, c_size_t, c_uint, c_ulong, c_void_p
from functools import cache
from importlib.util import find_spec
from math import ceil
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

_NAME = {"win32": "pdfium.dll", "darwin": "libpdfium.dylib"}.get(sys.platform, "libpdfium.so")
DECLARED: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "FPDF_InitLibraryWithConfig": (None, (c_void_p,)),
    "FPDF_LoadMemDocument64": (c_void_p, (c_char_p, c_size_t, c_char_p)),
    "FPDF_GetLastError": (c_ulong, ()),
    "FPDF_CloseDocument": (None, (c_void_p,)),
    "FPDF_GetPageCount": (c_int, (c_void_p,)),
    "FPDF_LoadPage": (c_void_p, (c_void_p, c_int)),
    "FPDF_ClosePage": (None, (c_void_p,)),
    "FPDF_GetPageWidthF": (c_float, (c_void_p,)),
    "FPDF_GetPageHeightF": (c_float, (c_void_p,)),
    "FPDFBitmap_CreateEx": (c_void_p, (c_int, c_int, c_int, c_void_p, c_int)),
    "FPDFBitmap_Destroy": (None, (c_void_p,)),
    "FPDF_RenderPageBitmap": (None, (c_void_p, c_void_p, c_int, c_int, c_int, c_int, c_int, c_int)),
}
"""What each gives and takes, as `fpdfview.h` has it."""
_GREY, _COLOURS = 1, 3
"""Bitmaps of a byte a pixel, and of four with one unused."""
_NOTES, _IN_GREY, _RED_FIRST = 0x01, 0x08, 0x10


class _Config(ctypes.Structure):
    """How the library is set up: version 2 of it, with nothing out of the usual."""

    _fields_ = (("version", c_int), ("fonts", c_void_p), ("isolate", c_void_p), ("slot", c_uint))


@cache
def _library() -> ctypes.CDLL:
    found = find_spec("pypdfium2_raw")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("pypdfium2_raw")
    library = ctypes.CDLL(str(Path(found.origin).with_name(_NAME)))
    for name, (gives, takes) in DECLARED.items():
        function = getattr(library, name)
        function.restype, function.argtypes = gives, takes
    library.FPDF_InitLibraryWithConfig(ctypes.byref(_Config(version=2)))
    return library


@contextmanager
def opened(pdf: bytes) -> Iterator[Pdf]:
    """A PDF from memory, until done with it. Raises ValueError for what is none."""
    library = _library()
    handle = library.FPDF_LoadMemDocument64(pdf, len(pdf), None)  # `pdf` lives on here, as long as PDFium reads in it
    if not handle:
        raise ValueError(f"no PDF that can be read: {library.FPDF_GetLastError()}")
    try:
        yield Pdf(library, handle)
    finally:
        library.FPDF_CloseDocument(handle)


class Pdf:
    """An open PDF; its pages count from 0."""

    def __init__(self, library: ctypes.CDLL, handle: int) -> None:
        self._library, self._handle = library, handle

    def __len__(self) -> int:
        return int(self._library.FPDF_GetPageCount(self._handle))

    def draw(self, page: int, wide: float, grey: bool) -> QImage:
        """A page so many pixels wide, rounded up, on white paper. Raises IndexError when there is no such page."""
        handle = self._library.FPDF_LoadPage(self._handle, page)
        if not handle:
            raise IndexError(page)
        try:
            scale = wide / self._library.FPDF_GetPageWidthF(handle)
            return self._drawn(handle, ceil(wide), ceil(self._library.FPDF_GetPageHeightF(handle) * scale), grey)
        finally:
            self._library.FPDF_ClosePage(handle)

    def _drawn(self, page: int, wide: int, high: int, grey: bool) -> QImage:
        shape = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGBX8888
        picture = QImage(wide, high, shape)
        picture.fill(0xFFFFFFFF)
        pixels = (ctypes.c_ubyte * picture.sizeInBytes()).from_buffer(picture.bits())
        bitmap = self._library.FPDFBitmap_CreateEx(wide, high, _GREY if grey else _COLOURS, pixels,
                                                   picture.bytesPerLine())
        if not bitmap:
            raise MemoryError(f"{wide} × {high}")
        try:
            flags = _NOTES | (_IN_GREY if grey else _RED_FIRST)
            self._library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, wide, high, 0, flags)
        finally:
            self._library.FPDFBitmap_Destroy(bitmap)
        return picture
