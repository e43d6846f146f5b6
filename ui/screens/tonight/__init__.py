"""Tonight: the evening that matters now, and the count of who comes."""

from __future__ import annotations

from ui.screens.tonight.screen import Tonight

__all__ = ["Tonight"]
