"""Printed documents: what there is, building a sheet, making a PDF or plain words of it. Nothing heavy loads early."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.documents.context import (
        ClosingSlip,
        PackLine,
        PresenceGrid,
        PresenceRow,
        RecoverySlip,
        SheetContext,
    )
    from facilitator.documents.declaration import Audience, Document, Need, Option, Per, Sheet
    from facilitator.documents.library_copy import require_nobody, telling, without_people
    from facilitator.documents.pack import Pack, make_pack
    from facilitator.documents.registry import DOCUMENTS, build, document
    from facilitator.documents.render.pdf import PageFact, Printed, render_pdf
    from facilitator.documents.render.protect import protect
    from facilitator.documents.render.shrink import shrink
    from facilitator.documents.render.text import render_text

__all__ = ["DOCUMENTS", "Audience", "ClosingSlip", "Document", "Need", "Option", "Pack", "PackLine", "PageFact", "Per",
           "PresenceGrid", "PresenceRow", "Printed", "RecoverySlip", "Sheet", "SheetContext", "build", "document",
           "make_pack", "protect", "render_pdf", "render_text", "require_nobody", "shrink", "telling",
           "without_people"]

_WHERE = {
    "DOCUMENTS": "registry", "build": "registry", "document": "registry",
    "Audience": "declaration", "Document": "declaration", "Need": "declaration", "Option": "declaration",
    "Per": "declaration", "Sheet": "declaration",
    "ClosingSlip": "context", "PackLine": "context", "PresenceGrid": "context", "PresenceRow": "context",
    "RecoverySlip": "context", "SheetContext": "context",
    "Pack": "pack", "make_pack": "pack",
    "require_nobody": "library_copy", "telling": "library_copy", "without_people": "library_copy",
    "PageFact": "render.pdf", "Printed": "render.pdf", "render_pdf": "render.pdf",
    "protect": "render.protect", "shrink": "render.shrink", "render_text": "render.text",
}


def __getattr__(name: str) -> object:
    if name not in _WHERE:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"facilitator.documents.{_WHERE[name]}"), name)
