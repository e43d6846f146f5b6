"""Plans: what happens when, for each evening."""

from __future__ import annotations

from ui.screens.plans.screen import Plans

__all__ = ["Plans"]
