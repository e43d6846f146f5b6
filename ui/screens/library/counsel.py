"""Advice beside a form: what a careful editor would say, in plain words. It never stands in the way."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, ngettext
from facilitator.library.advice import advice
from facilitator.library.reading_age import age
from facilitator.model.own import Written
from ui.theme import Theme
from ui.widgets import TOP, Glyph, Label, Paragraph, across, announce, box, down

MOST = 6
"""Pieces of advice at a time: more would not be read."""


class Counsel(QWidget):
    """What there is to say about some words. It is only read, and heard when one comes to it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = down(theme)
        self.setLayout(self._column)
        self.said: tuple[str, ...] = ()

    def show_for(self, item: Written) -> None:
        """Say what there is to say about an item."""
        theme, found = self._theme, advice(item)
        old = age(item)
        said = tuple(one.said for one in found)
        if said != self.said and said and self.isVisible():  # the keyboard is in the words: say it
            announce(self, said[0])
        self.said = said
        self._column.clear()
        self._column.put(Label(theme, _("How it reads"), "h3", wrap=True), 8)
        if old:
            reads = _("From about age {age}. Age 11 or less is good.").format(age=max(old, 7))
            self._column.put(_line(theme, "check" if old <= 11 else "info", old > 11, reads), 10)
        for one in found[:MOST]:
            quoted = _("“{words}”").format(words=one.words) if one.words else ""
            self._column.put(_line(theme, "info", True, one.said, quoted), 10)
        if len(found) > MOST:
            n = len(found) - MOST
            more = ngettext("And {n} thing more.", "And {n} things more.", n).format(n=n)
            self._column.put(Label(theme, more, "small", "soft", wrap=True))
        if not found:
            self._column.put(_line(theme, "check", False, _("Nothing to mend. Read it aloud once before you use it.")))


def _line(theme: Theme, icon: str, look: bool, words: str, quoted: str = "") -> QWidget:
    said: list[QWidget] = [Paragraph(theme, words)]
    if quoted:
        said.append(Paragraph(theme, quoted, "small", "soft"))
    glyph = Glyph(theme, icon, "look_ink" if look else "action", 20)
    return box(across(theme, (glyph, 0, TOP), (box(down(theme, *said, gap=2)), 1), gap=10))
