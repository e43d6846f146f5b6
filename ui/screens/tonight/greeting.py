"""The newcomer's minute: words for somebody who is here for the first time, and the leaflet to give."""

from __future__ import annotations

from facilitator.i18n import _, ngettext
from facilitator.model.agenda import Line, LineKind
from ui.theme import Theme
from ui.widgets import Fact, Label, Panel, Paragraph, down


class Greeting(Panel):
    """Words to say within a minute; out of sight where there are none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, None, "ground", "look")
        self._theme = theme
        self._shown: object = None
        self._column = down(theme, margins=(20, 12, 14, 14))
        self.setLayout(self._column)

    def show_words(self, lines: tuple[Line, ...], seconds: int, leaflet: str) -> None:
        """Show the words, how long they take read aloud, and which leaflet to give. Only once it stands on a page."""
        if (lines, leaflet) == self._shown:
            return
        self._shown = lines, leaflet
        theme = self._theme
        self._column.clear()
        long = ngettext("{n} second", "{n} seconds", seconds).format(n=seconds)
        title = _("The newcomer’s minute: about {long}").format(long=long)
        self._column.put(Label(theme, title, "strong", wrap=True), 6)
        for line in lines:
            if line.kind is LineKind.SAY:  # what is asked case by case stands in the form itself
                self._column.put(Paragraph(theme, _("“{words}”").format(words=line.text)), 4)
        if leaflet:
            self._column.put(4, Fact(theme, "paper", _("Give them the leaflet: {title}").format(title=leaflet)))
        self.setVisible(bool(lines))
