"""One number to call: what it is, the number itself, and what came of calling it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface
from facilitator.model.content import Helpline
from facilitator.model.reached import to_reach
from ui.screens.library import words
from ui.theme import Theme, Token
from ui.widgets import TOP, Aside, Button, Flow, Glyph, Label, across, box, down
from ui.widgets.tabbing import focus_in_sight


class NumberRow(QWidget):
    """`called` carries whether it works; `changing` asks for the form of a number of our own."""

    called = Signal(bool)
    changing = Signal()

    def __init__(self, theme: Theme, line: Helpline, today: date, *, own: bool = False, group: str = "") -> None:
        super().__init__()
        self.line, self.own = line, own
        self.settled = settled(line, today)
        number = to_reach(line, interface())
        about = " · ".join(filter(None, (line.what, line.hours, group)))
        icon, token, said = self._state(today)
        said_words = Label(theme, said, "small", "look" if token == "look_ink" else "soft", wrap=True)
        state = across(theme, (Glyph(theme, icon, token, 18), 0, TOP), (said_words, 1), gap=8)
        about_words: list[QWidget] = [Label(theme, about, "small", "soft", wrap=True)] if about else []
        told = box(down(theme, Label(theme, line.name, "strong", wrap=True),
                        Label(theme, number, "h3", wrap=True, tabular=True), *about_words, 4, state, gap=1))
        self.works = Button(theme, _("It works"), "plain", "check")
        self.fails = Button(theme, _("It does not"), "quiet")
        self.change = Button(theme, _("Change it"), "quiet", "pencil")
        for button, name in ((self.works, _("It works: {name}")), (self.fails, _("It does not: {name}")),
                             (self.change, _("Change {name}"))):
            button.setAccessibleName(name.format(name=line.name))
            button.setAccessibleDescription(". ".join((number, said)))
        self.works.clicked.connect(lambda: self.called.emit(True))
        self.fails.clicked.connect(lambda: self.called.emit(False))
        self.change.clicked.connect(self.changing)
        shown = [self.works, self.fails, *((self.change,) if own else ())]
        if line.holds(today) and line.verified_on == today:
            shown.remove(self.works)  # said today, so there is only the other thing to say
            self.works.hide()
        if line.failed_on == today:
            shown.remove(self.fails)
            self.fails.hide()
        if not own:
            self.change.hide()
        for button in (self.works, self.fails, self.change):
            button.setParent(self)
        self.setLayout(down(theme, box(Aside(theme, told, box(Flow(theme, *shown, gap=8, line_gap=8)), gap=20,
                                             least=300)), margins=(0, 10, 0, 10)))

    def focus_first(self) -> None:
        """Give the keyboard to what one would say first."""
        self.focus_on("works")

    @property
    def spot(self) -> str:
        """What of it has the keyboard; "" for nothing."""
        here = self.window().focusWidget()
        return next((name for name, button in self._buttons() if button is here), "")

    def focus_on(self, spot: str) -> None:
        """Give the keyboard to what `spot` named, else to what one would say first; it is scrolled to."""
        shown = {name: button for name, button in self._buttons() if not button.isHidden()}
        focus_in_sight(shown.get(spot) or next(iter(shown.values())))

    def _buttons(self) -> tuple[tuple[str, Button], ...]:
        return ("works", self.works), ("fails", self.fails), ("change", self.change)

    def _state(self, today: date) -> tuple[str, Token, str]:
        line = self.line
        if line.failed_on is not None:
            return "warning", "look_ink", _("Did not work on {day}: it is not given to people.").format(
                day=words.day(line.failed_on))
        if line.verified_on is None:
            return words.reached_icon(line.channel), "ink_soft", _("Not checked yet.")
        if not line.holds(today):
            return "clock", "look_ink", _("Checked on {day}. That is too long ago: try it again.").format(
                day=words.day(line.verified_on))
        return "check", "action", _("Works: checked on {day}.").format(day=words.day(line.verified_on))


def settled(line: Helpline, today: date) -> bool:
    """Whether there is nothing to say of a number now: it works, or it does not. A check too long ago is none."""
    return line.holds(today) or line.failed_on is not None
