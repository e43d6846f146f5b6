"""The language of the window: its words, Qt's own, and the side it is read from."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from facilitator.i18n import languages, right_to_left, set_language
from facilitator.settings import DeviceSettings

_QT_WORDS = "words of Qt"


def speak(app: QApplication, language: str) -> None:
    """Put a language in force; what is built from now on speaks it."""
    set_language(language)
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    app.setLayoutDirection(right if right_to_left(language) else left)
    before = app.findChild(QTranslator, _QT_WORDS)
    if before is not None:
        app.removeTranslator(before)
        before.deleteLater()
        before.setObjectName("")
    if language != "en":
        words = QTranslator(app)  # copy, paste and the like, in the menus of fields
        words.setObjectName(_QT_WORDS)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if words.load(QLocale(language), "qtbase", "_", folder):
            app.installTranslator(words)


def guess_language(settings: DeviceSettings, locale: str = "") -> None:
    """Once, at the very first start: the laptop's own language, where there is a catalogue of it."""
    if settings.remembered("language") is not None:
        return
    code = (locale or QLocale.system().name()).partition("_")[0]
    if code in languages():
        settings.set("language", code)
    settings.remember("language", code)
