"""Which translations a fluent speaker has read: until somebody says so, every sheet in them says that it is a draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface, name_here
from facilitator.model.translation import Reading
from ui.theme import Theme
from ui.widgets import Button, Label, TextField, box, down


class TranslationList(QWidget):
    """A part for each language. `read` carries a language and who read it, `draft` one that is a draft again."""

    read = Signal(str, str)
    draft = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = down(theme)
        self.setLayout(self._column)
        self.parts: dict[str, TranslationPart] = {}
        self.hide()

    def show_readings(self, languages: Sequence[str], readings: Mapping[str, Reading]) -> None:
        """Show them; a name that is half typed stays, and the keyboard stays with its language."""
        if self.parts and all(readings.get(one) == part.reading for one, part in self.parts.items()):
            return
        theme = self._theme
        had = next((one for one, part in self.parts.items() if part.button.hasFocus() or part.name.edit.hasFocus()), "")
        typed = {one: part.name.text for one, part in self.parts.items()}
        self._column.clear()
        self.parts = {one: TranslationPart(theme, one, readings.get(one), typed.get(one, "")) for one in languages}
        self.setVisible(bool(self.parts))
        if not self.parts:
            return
        told = _("Sheets and cards say that they are a draft, until you note who has read them.")
        self._column.put(Label(theme, _("Translations"), "h3", wrap=True), 2,
                         Label(theme, told, "small", "soft", wrap=True), 12)  # fmt: skip
        for part in self.parts.values():
            part.read.connect(self.read)
            part.draft.connect(self.draft)
            self._column.put(part, 16)
        self._column.put(12)
        if had in self.parts:
            self.parts[had].button.setFocus(Qt.FocusReason.OtherFocusReason)


class TranslationPart(QWidget):
    """One language: who read it and when, or where to say so."""

    read = Signal(str, str)
    draft = Signal(str)

    def __init__(self, theme: Theme, language: str, reading: Reading | None, typed: str) -> None:
        super().__init__()
        self._language, self.reading = language, reading
        title = name_here(language)
        self.name = TextField(theme, _("Who has read all of it in {language}?").format(language=title), typed,
                              _("Somebody who speaks it well, by a name the team knows."))
        self.name.setParent(self)
        self.name.entered.connect(self._mark)
        if reading is None:
            self.button = Button(theme, _("It has been read"), "plain", "check")
            self.button.clicked.connect(self._mark)
            self.setLayout(down(theme, self.name, 8, box(down(theme, self.button))))
            return
        self.name.hide()
        said = _("Read on {day} by {name}: {language}.") if reading.by else _("Read on {day}: {language}.")
        told = said.format(language=title, name=reading.by, day=interface().date(reading.on, "d MMMM y"))
        self.button = Button(theme, _("It is a draft again"), "quiet", flush=True)
        self.button.clicked.connect(lambda: self.draft.emit(language))
        self.setLayout(down(theme, Label(theme, told, "body", wrap=True), 2, self.button))

    def _mark(self) -> None:
        if self.name.text.strip():
            self.read.emit(self._language, self.name.text)
        else:
            self.name.refuse(_("Type the name of whoever read it."))
            self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
