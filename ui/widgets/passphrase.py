"""The field for secret words: shown or hidden, completed word by word, and wiped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from facilitator.i18n import _, pgettext
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field

Complete = Callable[[str], tuple[str, ...]]
"""Words of the public list that begin with some letters."""

_LEAST = 3  # letters before a word is completed
_LISTED = 5  # words of the list that make a passphrase


class _Words(QLineEdit):
    """A line edit without memory: no drag, no undo left behind, no copy while hidden.

    `taken` is asked first about every key, and says whether it dealt with it.
    """

    def __init__(self, taken: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._taken = taken
        self.setMaxLength(400)
        self.setDragEnabled(False)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key, where nobody else does. A filter would do too, but be shown every event there is."""
        if not self._taken(event):
            super().keyPressEvent(event)


class PassphraseField(Field):
    """Secret words with Show above them. `entered` fires at Enter, `changed` as the person types (with no words in it).

    With `complete`, a word that can only end one way is finished at Space, as long as all words before it stand in the
    list; Backspace takes the finished part back. What turns out to be words of one's own counts as it was typed.
    """

    entered = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, name: str, help: str = "", *, complete: Complete | None = None) -> None:
        self.edit = _Words(self._key)
        self.edit.setProperty("big", True)
        self._complete = complete
        self._finished = ""
        self._typed: dict[int, tuple[str, str]] = {}
        """Which words were finished, by their place: as begun, and as it stands there."""
        self._show_button = Button(theme, _("Show"), "quiet", "eye", flush=True)
        super().__init__(theme, name, self.edit, help, beside=self._show_button)
        self._show_button.clicked.connect(self._turn)
        self.set_shown(False)
        self.edit.textEdited.connect(self._edited)
        self.edit.returnPressed.connect(self.entered)

    @property
    def text(self) -> str:
        """What was typed, as it was typed."""
        text = self.edit.text()
        return self._as_begun(text) if self._typed and self._ones_own(text) else text

    def completes(self, complete: Complete | None) -> None:
        """Finish words of this list from now on, or none."""
        self._complete = complete

    def set_text(self, text: str) -> None:
        """Put words in without telling anyone."""
        self.edit.setText(text)
        self.accept()

    def wipe(self) -> None:
        """Forget what was typed, and how."""
        self.edit.setText("")
        self._finished = ""
        self._typed.clear()
        self.set_shown(False)

    def set_shown(self, shown: bool) -> None:
        """Show the words, or dots."""
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._show_button.setText(pgettext("words one types", "Hide") if shown else _("Show"))
        self._show_button.setAccessibleName(_("Hide the words") if shown else _("Show the words"))
        self._show_button.set_icon("eyeshut" if shown else "eye")

    def _key(self, event: QKeyEvent) -> bool:
        """Space finishes a word; Backspace straight after takes that back."""
        if event.key() == Qt.Key.Key_Space and event.text() == " ":
            return self._finish()
        if event.key() == Qt.Key.Key_Backspace and self._finished:
            text, tail = self.edit.text(), self._finished + " "
            self._finished = ""
            if text.endswith(tail):
                self.edit.setText(text[: -len(tail)])
                self.changed.emit()
                return True
        elif event.text():
            self._finished = ""
        return False

    def _finish(self) -> bool:
        text = self.edit.text()
        before, _space, begun = text.rpartition(" ")
        at_end = self.edit.cursorPosition() == len(text) and not self.edit.hasSelectedText()
        if self._complete is None or len(begun) < _LEAST or not at_end:
            return False
        if any(word not in self._complete(word) for word in before.split()):
            return False
        ends = self._complete(begun)
        if len(ends) != 1 or ends[0] == begun:
            return False
        self._finished = ends[0][len(begun) :]
        self._typed[len(before.split())] = begun, ends[0]
        self.edit.setText(text + self._finished + " ")
        self.accept()
        self.changed.emit()
        return True

    def _ones_own(self, text: str) -> bool:
        """Whether it cannot be five words of the list, with a slip in one at most."""
        words, complete = text.split(), self._complete
        strange = sum(complete is None or word.lower() not in complete(word) for word in words)
        return len(words) > _LISTED or strange > 1

    def _as_begun(self, text: str) -> str:
        """A sentence such as “and then …”, whose first word the list would end otherwise, is left as it is."""
        words = text.split(" ")
        place = 0
        for n, word in enumerate(words):
            if word:
                begun, ended = self._typed.get(place, ("", ""))
                words[n] = begun if word == ended else word
                place += 1
        return " ".join(words)

    def _edited(self, _text: str) -> None:
        self.accept()
        self.changed.emit()

    def _turn(self) -> None:
        self.set_shown(self.edit.echoMode() == QLineEdit.EchoMode.Password)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
