"""Words to the person: notices on the page, the bar that says what happened, empty places, and long work."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from facilitator.i18n import _
from ui.theme import Theme, Token
from ui.widgets.announce import SAID_AS, announce
from ui.widgets.button import Button, IconButton
from ui.widgets.layout import MIDDLE, ONE_COLUMN, TOP, across, box, down, mirrored
from ui.widgets.marks import Glyph, Seat, paint_ring
from ui.widgets.paper import Panel, Sheet
from ui.widgets.placing import Aside
from ui.widgets.text import Label, Paragraph

Mood = Literal["look", "danger", "action"]

_TINT: dict[Mood, Token] = {"look": "look_tint", "danger": "danger_tint", "action": "action_tint"}
_INK: dict[Mood, Token] = {"look": "look_ink", "danger": "danger", "action": "action"}


class Notice(Panel):
    """A notice on the page: icon, one bold fact, one soft line, and at most one button.

    What could not be done and what was done is read out as soon as it shows; what only stands there is not.
    """

    def __init__(
        self,
        theme: Theme,
        fact: str,
        more: str = "",
        mood: Mood = "look",
        icon: str = "info",
        button: Button | None = None,
    ) -> None:
        super().__init__(theme, None, _TINT[mood], "danger" if mood == "danger" else None)
        self._mood, self._spoken = mood, ""
        self.setProperty(SAID_AS, "alert")
        self._button = button
        self._name(fact, more)
        self._fact = Label(theme, fact, "strong", wrap=True)
        self._more = Label(theme, more, "small", "soft", wrap=True)
        if not more:  # a part without a parent yet would flash up as a window if it were shown
            self._more.hide()
        words = box(down(theme, self._fact, self._more, gap=2))
        line = box(across(theme, (Glyph(theme, icon, _INK[mood]), 0, TOP), (words, 1), gap=12))
        body = line if button is None else box(Aside(theme, line, button, gap=16, least=220))
        self.setLayout(across(theme, (body, 1), margins=(18, 12, 14, 12)))

    def say(self, fact: str, more: str = "", *, aloud: bool = True) -> None:
        """Say something else; not `aloud` where only a number in it is another."""
        self._fact.setText(fact)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._name(fact, more)
        if aloud:
            self._speak()

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is elsewhere: say it."""
        if self._mood != "look" and self._spoken != self.accessibleName():
            self._speak()

    def hideEvent(self, event: QHideEvent) -> None:
        """The same words are news the next time."""
        self._spoken = ""

    def _name(self, fact: str, more: str) -> None:
        """The button says why it is there, as the keyboard comes by it and not by the words."""
        self.setAccessibleName(f"{fact} {more}".strip())
        if self._button is not None:
            self._button.setAccessibleDescription(self.accessibleName())

    def _speak(self) -> None:
        self._spoken = self.accessibleName()
        announce(self, self._spoken)


class NoticeBar(QWidget):
    """One line at the foot of the page: what happened, Undo, close. It stays until it is closed or replaced."""

    undo = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mood: Mood = "action"
        self.setProperty(SAID_AS, "status")
        self._glyph = Glyph(theme, "check", "action")
        self._said = Label(theme, "", "body", wrap=True)
        self.undo_button = Button(theme, _("Undo"), "quiet", "undo")
        self.undo_button.clicked.connect(self._take_back)
        self._close = IconButton(theme, "close", _("Close this message"), token="ink_soft")
        self._close.clicked.connect(self.close_bar)
        self._line = across(
            theme,
            (self._glyph, 0, MIDDLE),
            (self._said, 1, MIDDLE),
            self.undo_button,
            self._close,
            gap=10,
        )
        self.setLayout(self._line)
        theme.follow(self._measure)
        self.hide()

    @property
    def words(self) -> str:
        """What it says now, or nothing when it is shut."""
        return self._said.words if not self.isHidden() else ""

    def tell(self, words: str, can_undo: bool = False) -> None:
        """What happened, with Undo where it can be taken back."""
        self._show("action", "check", words, can_undo)

    def refuse(self, said: str, then: str = "") -> None:
        """What could not be done, that nothing was lost, and the next step."""
        self._show("danger", "info", f"{said} {then}".strip(), False)

    def _take_back(self) -> None:
        """Once: a key that is held would take back what was done before, until the answer is here."""
        self.undo_button.hide()
        self.undo.emit()

    def close_bar(self) -> None:
        """Shut it."""
        self.hide()
        self.closed.emit()

    def _show(self, mood: Mood, icon: str, words: str, can_undo: bool) -> None:
        self._mood = mood
        self._glyph.draw(icon, _INK[mood])
        self._said.setText(words)
        self.undo_button.setVisible(can_undo)
        self.setAccessibleName(words)
        self.show()
        self.update()
        announce(self, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Line up with the page above."""
        self._measure()

    def _measure(self) -> None:
        self.setMinimumHeight(self._theme.px(56))
        narrow = self.width() < self._theme.px(ONE_COLUMN)
        self._line.setContentsMargins(*mirrored(self._theme, (28, 6, 16, 6) if narrow else (40, 6, 28, 6)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tint and the line above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(_TINT[self._mood]))
        hair = max(1, round(self._theme.hair))
        painter.fillRect(QRect(0, 0, self.width(), hair), self._theme.colour("line"))


class _SpareChairs(QWidget):
    """Seven spare chairs, one in marigold: a circle that waits."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.follow(self._measure)

    def _measure(self) -> None:
        self.setFixedSize(self._theme.px(124), self._theme.px(124))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        seats: list[Seat] = ["spare"] * 7
        seats[1] = "holds"
        middle = self.width() / 2
        radius = middle - self._theme.px(15)
        paint_ring(QPainter(self), self._theme, QPointF(middle, middle), radius, seats, self._theme.px(11))


class Empty(Sheet):
    """An empty place: spare chairs, what it is for, and the first step as the primary button."""

    def __init__(
        self, theme: Theme, title: str, words: str, step: Button | None = None, other: Button | None = None
    ) -> None:
        super().__init__(theme, stack=2)
        parts: list[QWidget | int] = [
            Label(theme, title, "h2", wrap=True),
            6,
            Paragraph(theme, words, "body", "soft"),
        ]
        if step is not None:
            parts += [14, step]
        if other is not None:
            parts += [6, other]
        text = box(down(theme, *parts))
        pair = Aside(theme, text, _SpareChairs(theme), gap=28, stacked_gap=16, least=240, leading_side=True)
        self.setLayout(down(theme, box(pair), margins=(28, 22, 24, 26)))


class Progress(QWidget):
    """Long work: what runs, how far it is, and Cancel. Feed `advance` from a job; `cancelled` fires once.

    `percent` says how far in hundredths, where the steps mean nothing to a person.
    """

    cancelled = Signal()

    def __init__(self, theme: Theme, words: str, can_cancel: bool = True, percent: bool = False) -> None:
        super().__init__()
        self._percent = percent
        self._said = Label(theme, words, "strong", wrap=True)
        self._far = Label(theme, "", "small", "soft", tabular=True)
        self._bar = QProgressBar()
        theme.dress(self._bar, "bar")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(words)
        self._bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._cancel = Button(theme, _("Cancel"), "plain")
        if not can_cancel:
            self._cancel.hide()
        self._cancel.clicked.connect(self._stop)
        words_box = box(down(theme, across(theme, (self._said, 1), self._far, gap=12), 8, self._bar))
        self.setLayout(across(theme, (words_box, 1), (self._cancel, 0, MIDDLE), gap=20))

    def take_focus(self) -> None:
        """Put the focus on the bar while what was pressed is off: not on Cancel, as Enter is pressed twice."""
        self._bar.setFocus(Qt.FocusReason.OtherFocusReason)

    def advance(self, done: int, total: int) -> None:
        """How far it is; nothing is said where that cannot be told, with a total of 0."""
        if total <= 0:
            return
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        if self._percent:
            self._far.setText(_("{n} %").format(n=100 * done // max(1, total)))
        else:
            self._far.setText(_("{done} of {total}").format(done=done, total=total))

    def say(self, words: str) -> None:
        """Say what runs now."""
        self._said.setText(words)
        self._bar.setAccessibleName(words)

    def _stop(self) -> None:
        self.take_focus()  # else it would go astray, as Cancel is off now
        self._cancel.busy(_("Stopping"))
        self.cancelled.emit()
