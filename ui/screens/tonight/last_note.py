"""What was written down for this circle last time, and notes that somebody has to look at again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface, ngettext
from facilitator.model.note import Note, for_next_time
from ui.theme import Theme
from ui.widgets import Button, Label, Paragraph, box, down, heading

_MOST = 220
"""Characters of a note that are shown beside the plan."""


class LastNote(QWidget):
    """Out of sight where there is nothing. `opened` carries the note; `due_wanted` leads to those to look at again."""

    opened = Signal(object)
    due_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._note: Note | None = None
        self._day = Label(theme, "", "small", "soft", wrap=True)
        self._words = Paragraph(theme, "")
        self.read_button = Button(theme, _("Read the note"), "quiet", "pencil", flush=True)
        self.read_button.clicked.connect(lambda: self.opened.emit(self._note))
        self._last = box(down(theme, 22, box(heading(theme, _("From the last note"))), 4, self._day, 4, self._words, 2,
                              self.read_button))
        self._due = Label(theme, "", "body", "soft", wrap=True)
        self.due_button = Button(theme, _("Look at them"), "quiet", "calendar", flush=True)
        self.due_button.clicked.connect(self.due_wanted)
        self._again = box(down(theme, 18, box(heading(theme, _("Notes to look at again"))), 4, self._due, 2,
                               self.due_button))
        self.setLayout(down(theme, self._last, self._again))
        for part in (self._last, self._again, self):
            part.hide()

    def show_note(self, note: Note | None, due: int) -> None:
        """Show the last note, and how many are to be looked at again."""
        self._note = note
        self._last.setVisible(note is not None)
        if note is not None:
            self._day.setText(interface().date(note.held_on, "EEEE d MMMM"))
            words = for_next_time(note)
            self._words.setText(words if len(words) <= _MOST else f"{words[:_MOST].rsplit(' ', 1)[0]} …")
        self._again.setVisible(due > 0)
        self._due.setText(due_words(due))
        self.setVisible(note is not None or due > 0)


def due_words(due: int) -> str:
    """That somebody is asked about so many notes."""
    return ngettext("You wanted to be asked about {n} note: is it still needed?",
                    "You wanted to be asked about {n} notes: are they still needed?", due).format(n=due)
