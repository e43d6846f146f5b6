"""The one modal: asks before something that cannot be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import TextField
from ui.widgets.layout import Flow, box, down
from ui.widgets.text import Label, Paragraph


class Confirm(QDialog):
    """Asks before what cannot be undone: `does` names the act on its button, `keeps` the way out, which has the focus.

    With `typed`, the act stays off until exactly those words are typed. Open it with `open()`; `confirmed` fires once.
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
        super().__init__(parent)
        self._theme, self._typed = theme, typed
        self.setModal(True)
        self.setWindowTitle(_("Facilitator"))  # a title bar is read over a shoulder
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self._keep = Button(theme, keeps or _("Keep it"), "plain")
        self._do = Button(theme, does, "danger")
        self._keep.clicked.connect(self.reject)
        self._do.clicked.connect(self._confirm)
        parts: list[QWidget | int] = [Label(theme, title, "h2", wrap=True), 8, Paragraph(theme, words)]
        self._field: TextField | None = None
        if typed:
            self._field = TextField(theme, _("To go on, type: {words}").format(words=typed))
            self._field.changed.connect(self._check)
            parts += [16, self._field]
        parts += [24, box(Flow(theme, self._keep, self._do, gap=12, trailing=True))]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(box(down(theme, *parts, margins=(28, 24, 28, 24))))
        self._check()
        theme.follow(self._measure)
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape keeps; Enter in the field does not act by surprise."""
        if event.key() == Qt.Key.Key_Escape:
            self.reject()

    def _measure(self) -> None:
        self.setFixedWidth(self._theme.px(520))
        self.adjustSize()

    def _check(self, _text: str = "") -> None:
        self._do.setEnabled(self._field is None or self._field.text == self._typed)

    def _confirm(self) -> None:
        self.confirmed.emit()
        self.accept()
