"""The word in question in one row at the foot of a narrow page, so that text and answer are seen together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent

from facilitator.i18n import _
from facilitator.nameguard import PersonId
from ui.theme import Theme, Token
from ui.widgets import MIDDLE, IconButton, Label, across, box, down
from ui.widgets.paper import paint_flat
from ui.widgets.placing import Aside, Flow
from ui.writing.marks import Sign
from ui.writing.panel import Answers, ask_again
from ui.writing.settling import Word


class GuardDock(Answers):
    """One row. `stepped` leads to the next word."""

    stepped = Signal()

    def __init__(self, theme: Theme, names: Callable[[PersonId], str]) -> None:
        super().__init__(theme, names)
        self._chosen: Word | None = None
        self._whom = Flow(theme, gap=12, line_gap=6)
        self._people = box(self._whom)
        self._people.hide()
        self._sure = True
        self._sign = Sign(theme)
        self._title = Label(theme, "", "strong")
        self._place = Label(theme, "", "small", "soft", wrap=True)
        self._next = IconButton(theme, "right", _("Next word  F8"))
        self._next.clicked.connect(self.stepped)
        words = box(across(theme, (self._sign, 0, MIDDLE), (down(theme, self._title, self._place), 1), gap=12))
        acts = box(Flow(theme, self.type_button, self.keep_button, self.use_button, self._next, gap=12, line_gap=6))
        self.setLayout(down(theme, self._people, 6, Aside(theme, words, acts, gap=16, stacked_gap=6, least=150),
                            margins=(28, 12, 20, 12)))

    def show_words(self, words: tuple[Word, ...], here: Word | None) -> None:
        """Show the word in question, or that there is none."""
        self.ask_about(here)
        self.setVisible(here in words)
        if here is None or here not in words:
            return
        self._sure = here.sure
        self._sign.show_sure(here.sure)
        if here != self._chosen:
            self._chosen = here
            self._whom.clear()
            self._whom.put(*self._choose(here, False))
            self._people.setVisible(bool(here.choices))
        self._title.setText(self._theme_short(here.written))
        self._place.setText(ask_again(here) if self.asking else _("{n} of {count}").format(
            n=words.index(here) + 1, count=len(words)))
        self.update()

    def _say(self) -> None:
        super()._say()
        self.type_button.setVisible(not self.asking)
        if self.asking and self._word is not None:
            self._place.setText(ask_again(self._word))

    def _theme_short(self, words: str) -> str:
        return words if len(words) <= 24 else f"{words[:23]}…"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tint, and the line above it."""
        painter, theme = QPainter(self), self._theme
        tint: Token = "danger_tint" if self._sure else "look_tint"
        paint_flat(painter, self.rect(), theme.colour(tint))
        edge = QRect(0, 0, self.width(), theme.px(3))
        paint_flat(painter, edge, theme.colour("danger" if self._sure else "look"))
