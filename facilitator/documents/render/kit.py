"""ReportLab, opened without two libraries it looks for but does not need here.

No sheet holds a photograph, and nothing from outside is ever read; letters are joined by `shaping`, and only where a
script asks for it.
"""

from __future__ import annotations

import sys
from threading import Lock
from types import ModuleType
from typing import Any

_OPENING = Lock()  # sheets are made on two threads, and neither may meet the stand-in


def pdf_kit() -> Any:
    """ReportLab's objects of a PDF file."""
    _open()
    from reportlab.pdfbase import pdfdoc

    return pdfdoc


def font_kit() -> Any:
    """ReportLab's reading of font files."""
    _open()
    with _OPENING:
        if {"reportlab.pdfbase.ttfonts", "uharfbuzz"}.isdisjoint(sys.modules):
            sys.modules["uharfbuzz"] = None  # type: ignore[assignment]  # how Python is told that there is none
            try:
                import reportlab.pdfbase.ttfonts  # noqa: F401
            finally:
                del sys.modules["uharfbuzz"]
    from reportlab.pdfbase import ttfonts

    return ttfonts


def _open() -> None:
    """Load what asks for Pillow while an empty one stands there: ReportLab then counts on none."""
    with _OPENING:
        if not {"reportlab.lib.utils", "PIL"}.isdisjoint(sys.modules):
            return
        stand_in = ModuleType("PIL")
        stand_in.Image = None  # type: ignore[attr-defined]
        sys.modules["PIL"] = stand_in
        try:
            import reportlab.lib.utils  # noqa: F401
        finally:
            del sys.modules["PIL"]
