"""Print: the session pack as it will come out of the printer, or one sheet on its own."""

from __future__ import annotations

from ui.screens.print.screen import PrintScreen

__all__ = ["PrintScreen"]
