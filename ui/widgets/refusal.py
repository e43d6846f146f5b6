"""What could not be done, said in place; and what is said before words that are not saved would be lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.layout import down
from ui.widgets.notice import Mood, Notice
from ui.widgets.tabbing import bring_in_sight, focus_in_sight


class Refusal(QWidget):
    """Says in place what could not be done and the next step; hidden until there is something to say.

    `below` is the air under it where nothing else keeps its distance, in px at 100 %.
    """

    def __init__(self, theme: Theme, mood: Mood = "danger", below: int = 0) -> None:
        super().__init__()
        self._theme, self._mood, self._below = theme, mood, below
        self._column = down(theme)
        self.setLayout(self._column)
        self._asked = False
        self.hide()

    def tell(self, said: str, then: str = "", button: Button | None = None) -> None:
        """Say it in these words."""
        self._asked = False
        self._column.clear()
        notice = Notice(self._theme, said, then, self._mood, button=button)
        self._column.put(notice, self._below)
        self.show()
        notice.show()  # at once, as only what is shown can be given the keyboard

    def clear(self) -> None:
        """There is nothing to say any more."""
        self._asked = False
        self._column.clear()
        self.hide()

    def leave(self, touched: bool, leave: Callable[[], object]) -> None:
        """Leave a form, but not when words would be lost: then it says so first, and a second press leaves."""
        if not touched or self._asked:
            leave()
            return
        button = Button(self._theme, _("Leave without saving"))
        button.clicked.connect(lambda: leave())
        self.tell(_("What you typed is not saved yet."), _("Save it, or leave without saving."), button)
        self._asked = True
        focus_in_sight(button)
        bring_in_sight(self)
