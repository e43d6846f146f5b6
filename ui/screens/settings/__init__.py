"""Settings: drawn from their declarations, in force at once; and what the app is made of."""

from __future__ import annotations

from ui.screens.settings.screen import SettingsScreen

__all__ = ["SettingsScreen"]
