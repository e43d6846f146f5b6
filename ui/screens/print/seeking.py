"""The beginning of a name, typed letter by letter at a list: which name is meant."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from facilitator.model.matching import folded

_COMMANDS = (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
             | Qt.KeyboardModifier.MetaModifier)


class Seeking:
    """Letters in quick succession are one beginning; after a pause they begin anew."""

    def __init__(self) -> None:
        self._since = QElapsedTimer()
        self._typed = ""

    def find(self, event: QKeyEvent, names: Sequence[str], at: int) -> int | None:
        """The place of the name that this key leads to from `at`; -1 when it was a letter and there is none.

        None where the key is not for finding: a command, or a sign that only goes on with a name.
        """
        sign = event.text()
        if not sign or not sign.isprintable() or event.modifiers() & _COMMANDS:
            return None
        more = self._typed and self._since.isValid() and self._since.elapsed() < QApplication.keyboardInputInterval()
        if not more and not sign.isalpha():
            return None
        typed = folded(self._typed + sign if more else sign)
        found = _beginning(names, typed, at if more else at + 1)
        if found < 0 and len(set(typed)) == 1:  # the same letter again and again goes on to the next
            typed, found = typed[0], _beginning(names, typed[0], at + 1)
        if found < 0 and not sign.isalpha():
            return None
        self._typed = typed
        self._since.start()
        return found


def _beginning(names: Sequence[str], typed: str, start: int) -> int:
    """The first name from `start` on, and round again, that begins so; then one with a word that does; -1 for none."""
    turned = [place % len(names) for place in range(start, start + len(names))] if names else []
    begins = (place for place in turned if folded(names[place]).startswith(typed))
    holds = (place for place in turned if f" {typed}" in folded(names[place]))
    return next(begins, next(holds, -1))
