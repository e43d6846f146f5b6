"""The one modal: asks before something that cannot be undone, inside the window, so that Hide covers it too."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from facilitator.i18n import _, pgettext
from ui.alive import alive
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import TextField
from ui.widgets.focus import FocusRing
from ui.widgets.layout import STRETCH, across, box, down
from ui.widgets.paper import Sheet
from ui.widgets.placing import Flow
from ui.widgets.text import Label, Paragraph


class Confirm(QDialog):
    """Asks before what cannot be undone: `does` names the act on its button, `keeps` the way out, which has the focus.

    With `typed`, the act stays off until exactly those words are typed, and their field has the focus. Show it with
    `open()`; `confirmed` fires once. It covers the window of `parent` and goes when it is answered.
    """

    confirmed = Signal()

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        title: str,
        words: str,
        does: str,
        keeps: str = "",
        typed: str = "",
    ) -> None:
        super().__init__(parent.window())
        self.setWindowFlags(Qt.WindowType.Widget)  # inside the window, not a window of its own
        self._theme, self._typed, self._over = theme, typed, parent.window()
        self._before: QWidget | None = None
        self._ring: FocusRing | None = None
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.keep_button = Button(theme, keeps or pgettext("what would be taken away", "Keep it"), "plain")
        self.do_button = Button(theme, does, "danger")
        self.keep_button.clicked.connect(self.reject)
        self.do_button.clicked.connect(self._confirm)
        for button in (self.keep_button, self.do_button):
            button.setAutoDefault(False)
        parts: list[QWidget | int] = [Label(theme, title, "h2", wrap=True), 8, Paragraph(theme, words)]
        self.field: TextField | None = None
        if typed:
            self.field = TextField(theme, _("To go on, type: {words}").format(words=typed))
            self.field.changed.connect(self._check)
            parts += [16, self.field]
        parts += [24, box(Flow(theme, self.keep_button, self.do_button, gap=12, trailing=True))]
        self._sheet = Sheet(theme, down(theme, *parts, margins=(28, 24, 28, 24)), stack=2)
        middle = across(theme, STRETCH, (self._sheet, 0), STRETCH)
        self.setLayout(down(theme, STRETCH, middle, STRETCH, margins=(24, 24, 24, 24)))
        self._check()
        self.finished.connect(self._gone)
        theme.follow(self._measure)

    def open(self) -> None:
        """Cover the window and wait for an answer."""
        window = self._over
        self._before = window.focusWidget()
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        if self._ring is None:  # the window's own ring lies under this
            self._ring = FocusRing(self._theme, self, QApplication.instance())
        # Where something has to be typed nothing acts before that; and what is typed at once must not press a button.
        first = self.field.edit if self.field is not None else self.keep_button
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the window when it changes its size."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside."""
        stops: list[QWidget] = [self.keep_button]
        if self.do_button.isEnabled():
            stops.append(self.do_button)
        if self.field is not None:
            stops.insert(0, self.field.edit)
        here = next((n for n, stop in enumerate(stops) if stop.hasFocus()), 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(here + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape keeps; Enter in the field does not act by surprise."""
        if event.key() == Qt.Key.Key_Escape:
            self.reject()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the veil."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("well", 0.88))

    def _measure(self) -> None:
        self._sheet.setFixedWidth(min(self._theme.px(520), max(self._over.width() - self._theme.px(48), 240)))

    def _check(self, _text: str = "") -> None:
        self.do_button.setEnabled(self.field is None or self.field.text == self._typed)

    def _confirm(self) -> None:
        self.confirmed.emit()
        self.accept()

    def _gone(self) -> None:
        self._over.removeEventFilter(self)
        if alive(self._before) and self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()
