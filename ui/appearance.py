"""What is taken over from the laptop until the person chooses: colours, and the country of the numbers to ring."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from facilitator.settings import ELSEWHERE, DeviceSettings, setting
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


def guess_country(settings: DeviceSettings, locale: str = "") -> None:
    """Once, at the very first start: the laptop's own country, so that the emergency card shows its number.

    A country whose number is not known is one of the others: there the card asks for the number to be written on it.
    """
    if settings.remembered("country") is not None:
        return
    code = (locale or QLocale.system().name()).partition("_")[2][:2]
    choices = setting("country").choices
    known = {value for value, _label in choices()} if choices is not None else set()
    if code in known:
        settings.set("country", code)
    elif code.isalpha() and len(code) == 2:  # better no number than that of another country
        settings.set("country", ELSEWHERE)
    settings.remember("country", code)
