"""Which colours are in force: the person's own choice, or what the laptop prefers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.settings import DeviceSettings
from ui.theme import CONTRAST, DARK, LIGHT, THEMES, Theme, Tokens


def tokens_for(choice: str, app: QApplication) -> Tokens:
    """The colours for a choice: light, dark, contrast, or system."""
    for tokens in THEMES:
        if tokens.name == choice:
            return tokens
    hints = app.styleHints()
    hints.unsetColorScheme()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def theme_for(settings: DeviceSettings, app: QApplication) -> Theme:
    """The theme as this laptop's user last left it, put in force."""
    theme = Theme(tokens_for(settings.text("theme"), app), settings.number("zoom") / 100)
    theme.apply(app)
    return theme
