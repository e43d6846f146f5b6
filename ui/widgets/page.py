"""The page of a place: a soft line, a title with its actions, and a body that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.spare import with_viewport
from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.layout import MIDDLE, ONE_COLUMN, TOP, Box, Item, Margins, across, box, down, mirrored
from ui.widgets.marks import Glyph
from ui.widgets.placing import Aside, Flow
from ui.widgets.text import Label

WIDE: Margins = (40, 26, 36, 24)
NARROW: Margins = (28, 22, 24, 24)


class Header(QWidget):
    """A soft line, the title, and actions at its trailing end, under it when there is little room."""

    def __init__(self, theme: Theme, line: str = "", title: str = "", *actions: QWidget, back: QWidget | None = None):
        super().__init__()
        self.line = Label(theme, line, "body", "soft", wrap=True)
        self.title = Label(theme, title, "h1", wrap=True)
        if not line:  # a part without a parent yet would flash up as a window if it were shown
            self.line.hide()
        self.back = back
        lead: list[QWidget | int] = [back] if back is not None else []
        words = box(down(theme, *lead, self.line, self.title, gap=2))
        if actions:
            self.setLayout(Aside(theme, words, box(Flow(theme, *actions, gap=10)), gap=24, least=320, end=True))
        else:
            self.setLayout(down(theme, words))

    def say(self, line: str, title: str) -> None:
        """Say something else."""
        self.line.setText(line)
        self.line.setVisible(bool(line))
        other = title != self.title.words
        self.title.setText(title)
        if other and title.strip() and self.isVisible():
            announce(self.title, title)


class _Paper(QWidget):
    """What scrolls. Its height follows from its width; the least height Qt guesses for words that wrap is too much."""

    def minimumSizeHint(self) -> QSize:
        """As narrow as its layout can be."""
        return QSize(super().minimumSizeHint().width(), 0)


class Page(QWidget):
    """A page: `header` if it has one, and `body` that screens put things in; `dock` stays at the foot.

    `narrowed` fires when the page becomes one column (below 980 design px) or stops being so.
    """

    narrowed = Signal(bool)

    def __init__(self, theme: Theme, header: QWidget | None = None, gap: int = 20) -> None:
        super().__init__()
        self._theme = theme
        self.narrow = False
        # a way back is a button of 44 px with air of its own above its words
        self._lift = 18 if isinstance(header, Header) and header.back is not None else 0
        self.body = Box(theme, Box.Direction.TopToBottom)
        self._paper = _Paper()
        self._whole = down(theme)
        if header is not None:
            self._whole.put(header, gap)
        self._whole.put((self.body, 1))
        self._paper.setLayout(self._whole)
        self.view = QScrollArea()
        with_viewport(self.view)
        self.view.setWidgetResizable(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setWidget(self._paper)
        self._paper.setAutoFillBackground(False)
        theme.dress(self.view.verticalScrollBar(), "scroll")
        self.view.viewport().installEventFilter(self)
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.setSpacing(0)
        self._frame.addWidget(self.view, 1)
        theme.follow(self._measure)

    def dock(self, widget: QWidget) -> None:
        """Keep a widget at the foot, under what scrolls."""
        self._frame.addWidget(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again when the page is given another size; what has the keyboard stays in sight, if it was."""
        if isinstance(event, QResizeEvent):
            self._measure()
            if event.size().height() < event.oldSize().height():
                self._keep_in_sight(event.oldSize().height())
        return False

    def _keep_in_sight(self, was_high: int) -> None:
        here, port = QApplication.focusWidget(), self.view.viewport()
        if here is None or not self._paper.isAncestorOf(here):
            return
        foot = here.mapTo(port, QPoint(0, here.height())).y()
        if port.height() < foot <= was_high + here.height():  # such as by the notice that its own press brought
            QTimer.singleShot(0, here, lambda: self.view.ensureWidgetVisible(here, 0, self._theme.px(24)))

    def _measure(self) -> None:
        width = self.view.viewport().width() if self.isVisible() else self.width()
        narrow = width < self._theme.px(ONE_COLUMN)
        lead, top, trail, foot = NARROW if narrow else WIDE
        self._whole.setContentsMargins(*mirrored(self._theme, (lead, top - self._lift, trail, foot)))
        if narrow != self.narrow:
            self.narrow = narrow
            self.narrowed.emit(narrow)


def heading(theme: Theme, words: str, *beside: QWidget) -> Box:
    """A heading of part of a page, with what belongs to it at the trailing end."""
    return across(theme, (Label(theme, words, "h3", wrap=True), 1), *beside, gap=10)


class Fact(QWidget):
    """An icon and a fact, with a soft second line where there is one: time, place, a need."""

    def __init__(
        self, theme: Theme, icon: str, words: str, more: str = "", *, lead: bool = False, look: bool = False
    ) -> None:
        super().__init__()
        self.words = Label(theme, words, "lead" if lead else "body", wrap=not lead)
        glyph = Glyph(theme, icon, "look_ink" if look else "action" if lead else "ink_soft", 20 if lead else 22)
        at = MIDDLE if lead else TOP
        said: Item = (self.words, 1, at)
        if more:
            said = (down(theme, self.words, Label(theme, more, "small", "soft", wrap=True), gap=2), 1)
        self.setLayout(across(theme, (glyph, 0, at), said, gap=8 if lead else 12))
