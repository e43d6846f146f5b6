"""Fields: a name above, the control, help below, and what to type instead when it will not do."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from facilitator.i18n import ngettext
from ui.later import later
from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.layout import TOP, across, box, down
from ui.widgets.marks import Glyph
from ui.widgets.text import Label

_BORDERS = 2  # px above and below, which no zoom makes more of


class Field(QWidget):
    """Any control with its name above and help below; `refuse` says what to type instead, `accept` takes that back."""

    def __init__(
        self, theme: Theme, name: str, control: QWidget, help: str = "", beside: QWidget | None = None
    ) -> None:
        super().__init__()
        self._control, self._help_words = control, help
        self._name = Label(theme, name, "strong", wrap=True)
        self._help = Label(theme, help, "small", "soft", wrap=True)
        self._theme, self._refusal = theme, ""
        if isinstance(control, QLineEdit | QPlainTextEdit):
            theme.dress(control, "typed")
        self._error: _Wrong | None = None  # made at the first slip: most fields never see one
        head: QWidget = self._name if beside is None else box(across(theme, (self._name, 1), beside))
        gap = 6 if beside is None else 2
        self._below = down(theme, self._help, gap=4, margins=(0, 6, 0, 0))
        self._foot = box(self._below)
        self.setLayout(down(theme, head, gap, control, self._foot))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        control.setAccessibleName(name)
        control.setAccessibleDescription(help)
        self.setFocusProxy(control)
        self._show()

    @property
    def wrong(self) -> str:
        """What it says is wrong, or nothing."""
        return self._refusal

    def refuse(self, words: str) -> None:
        """Mark it wrong: what is wrong and what to type instead."""
        self._refusal = words
        if self._error is None:
            self._error = _Wrong(self._theme)
            self._below.put(self._error)
        self._error.words.setText(words)
        self._mark(True)
        self._control.setAccessibleDescription(words)
        self._show()
        announce(self._control, words)

    def accept(self) -> None:
        """It is right again."""
        if not self._refusal:
            return
        self._refusal = ""
        self._mark(False)
        self._control.setAccessibleDescription(self._help_words)
        self._show()

    def set_help(self, words: str) -> None:
        """Say something else below."""
        self._help_words = words
        self._help.setText(words)
        if not self._refusal:
            self._control.setAccessibleDescription(words)
        self._show()

    def set_name(self, name: str) -> None:
        """Call it something else."""
        self._name.setText(name)
        self._control.setAccessibleName(name)

    def _mark(self, wrong: bool) -> None:
        self._control.setProperty("wrong", wrong)
        self._control.style().unpolish(self._control)
        self._control.style().polish(self._control)

    def _show(self) -> None:
        if self._error is not None:
            self._error.setVisible(bool(self._refusal))
        for part, wanted in (
            (self._help, bool(self._help.words) and not self._refusal),
            (self._foot, bool(self._refusal or self._help.words)),
        ):
            if part.isHidden() == wanted:  # what is shown before it stands in a window is laid out twice
                part.setVisible(wanted)


class _Wrong(QWidget):
    """The line below a field that says what is wrong with it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = Label(theme, "", "small", "danger", wrap=True)
        self.setLayout(across(theme, (Glyph(theme, "info", "danger", 20), 0, TOP), (self.words, 1), gap=6))


class TextField(Field):
    """One line of text. `changed` fires as the person types, `entered` at Enter; typing takes a refusal back.

    It says so when more was typed or pasted than fits: what is cut off in silence is missed too late.
    """

    changed = Signal(str)
    entered = Signal()

    def __init__(
        self, theme: Theme, name: str, text: str = "", help: str = "", *, limit: int = 200, big: bool = False
    ) -> None:
        self.edit = QLineEdit(text)
        self.edit.setMaxLength(limit)
        self.edit.setProperty("big", big)
        super().__init__(theme, name, self.edit, help)
        self.edit.textEdited.connect(self._edited)
        self.edit.returnPressed.connect(self.entered)
        self.edit.inputRejected.connect(lambda: later(self, 0, self._full))  # what fitted is told of first

    @property
    def text(self) -> str:
        """What was typed, without spaces round it."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Put words in without telling anyone."""
        self.edit.setText(text)
        self.accept()

    def _edited(self, text: str) -> None:
        self.accept()
        self.changed.emit(text)

    def _full(self) -> None:
        many = self.edit.maxLength()
        self.refuse(ngettext("Only {n} character fits here. The rest was left out.",
                             "Only {n} characters fit here. The rest was left out.", many).format(n=many))


class _Lines(QPlainTextEdit):
    """Lines that say when they were laid out anew: another width makes more of them, or fewer."""

    laid = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        if QApplication.isRightToLeft():
            option = self.document().defaultTextOption()
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            self.document().setDefaultTextOption(option)  # by themselves plain lines begin at the left

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the words out, then say so."""
        super().resizeEvent(event)
        self.laid.emit()


class AreaField(Field):
    """Several lines of text; grows with its words from `lines` up. Tab leaves it, as in every field."""

    changed = Signal(str)

    def __init__(self, theme: Theme, name: str, text: str = "", help: str = "", *, lines: int = 3) -> None:
        self._theme, self._lines = theme, lines
        self.edit = _Lines(text)
        self.edit.setTabChangesFocus(True)
        self.edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it is as high as its words
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        super().__init__(theme, name, self.edit, help)
        self.edit.textChanged.connect(self._edited)
        self.edit.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.edit.laid.connect(self._grow)
        theme.follow(self._grow)

    @property
    def text(self) -> str:
        """What was typed, without spaces round it."""
        return self.edit.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Put words in without telling anyone."""
        self.edit.blockSignals(True)
        self.edit.setPlainText(text)
        self.edit.blockSignals(False)
        self.accept()
        self._grow()

    def _edited(self) -> None:
        self.accept()
        self.changed.emit(self.edit.toPlainText())

    def _grow(self) -> None:
        lines = max(self._lines, int(self.edit.document().size().height()))
        laid = self.edit.document().firstBlock().layout()
        high = laid.lineAt(0).height() if laid.lineCount() else self.edit.fontMetrics().lineSpacing()
        self.edit.setFixedHeight(math.ceil(lines * high) + self._theme.px(32) + _BORDERS)
