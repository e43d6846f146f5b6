"""A field for a recovery code: seven boxes of five; shared by the gate and by whoever has a new code typed back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from facilitator.i18n import _
from ui.theme import Theme
from ui.widgets.field import Field
from ui.widgets.layout import box
from ui.widgets.placing import Flow

GROUPS, SYMBOLS = 7, 5


class _Group(QLineEdit):
    """One group of five symbols; one more is taken in, so that a paste or fast fingers run on to the next."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme = theme
        self.setMaxLength(80)
        self.setAccessibleName(_("Group {n} of {all}").format(n=number, all=GROUPS))
        self.setProperty("big", True)
        theme.dress(self, "typed")
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self._measure)

    def _measure(self) -> None:
        wide = self._theme.metrics("lead", True).horizontalAdvance("MMMMM")
        self.setFixedWidth(round(wide) + self._theme.px(34))


class CodeField(Field):
    """Seven boxes read as one code. `entered` fires at Enter, `changed` as one types."""

    entered = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, name: str = "", help: str = "") -> None:
        self.groups = tuple(_Group(theme, n) for n in range(1, GROUPS + 1))
        whole = box(Flow(theme, *self.groups, gap=10))
        super().__init__(theme, name or _("Recovery code"), whole, help or _("Big or small letters, as you like."))
        self.setFocusProxy(self.groups[0])
        for at, edit in enumerate(self.groups):
            edit.textEdited.connect(lambda text, at=at: self._edited(at, text))
            edit.returnPressed.connect(self.entered)
            edit.installEventFilter(self)

    @property
    def text(self) -> str:
        """The code, groups parted by a hyphen."""
        return "-".join(edit.text().strip() for edit in self.groups)

    def begin(self) -> None:
        """Put the focus into the first group that is not full."""
        empty = (edit for edit in self.groups if len(edit.text()) < SYMBOLS)
        next(empty, self.groups[-1]).setFocus(Qt.FocusReason.OtherFocusReason)

    def wipe(self) -> None:
        """Forget the code."""
        for edit in self.groups:
            edit.setText("")
        self._unmark()
        self.accept()

    def refuse_group(self, number: int, words: str) -> None:
        """Say that a group (1 to 7; 0 for the whole) has a slip, and go there."""
        self.refuse(words)
        self._unmark()
        marked = self.groups if number == 0 else (self.groups[number - 1],)
        for edit in marked:
            _mark(edit, True)
        if number:
            marked[0].setAccessibleDescription(words)
            marked[0].setFocus(Qt.FocusReason.OtherFocusReason)
            marked[0].selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace in an empty group goes back; a space or hyphen goes on."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        at = next((n for n, edit in enumerate(self.groups) if edit is watched), -1)
        if event.key() == Qt.Key.Key_Backspace and at > 0 and not self.groups[at].text():
            self.groups[at - 1].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if event.text() in (" ", "-") and event.text():
            if self.groups[at].text() and at + 1 < GROUPS:
                self.groups[at + 1].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def _edited(self, at: int, text: str) -> None:
        self.accept()
        self._unmark()
        symbols = "".join(c for c in text.upper() if c.isascii() and c.isalnum())
        for n in range(at, GROUPS):
            if n > at and not symbols:
                break
            own, symbols = symbols[:SYMBOLS], symbols[SYMBOLS:]
            if n > at:
                self.groups[n].setFocus(Qt.FocusReason.OtherFocusReason)
            if self.groups[n].text() != own:
                self.groups[n].setText(own)
        full = len(self.groups[at].text()) == SYMBOLS
        if full and self.groups[at].hasFocus():
            self._check(at)
            if not self.wrong and at + 1 < GROUPS:
                self.groups[at + 1].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _check(self, at: int) -> None:
        from facilitator.vault import recovery

        groups = recovery.split(self.groups[at].text())
        if not groups or not recovery.sound(at + 1, groups[0]):
            self.refuse_group(at + 1, _("There is a slip in group {n}. Look at the sheet again.").format(n=at + 1))

    def _unmark(self) -> None:
        for edit in self.groups:
            if edit.property("wrong"):
                _mark(edit, False)
                edit.setAccessibleDescription("")


def _mark(edit: QWidget, wrong: bool) -> None:
    edit.setProperty("wrong", wrong)
    edit.style().unpolish(edit)
    edit.style().polish(edit)
