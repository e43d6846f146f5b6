"""Safe-keeping: backups, the recovery sheet, one's words, and what the vault guards against."""

from __future__ import annotations

from ui.screens.safekeeping.screen import SafeKeeping

__all__ = ["SafeKeeping"]
