"""Adding words to a kept note: what stands there stays as it is, and what is added carries its day."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.guarding import GuardFacts, NoteGuard
from facilitator.i18n import _, interface, ngettext
from facilitator.messages import explain
from facilitator.model.note import Note
from ui.theme import Theme
from ui.widgets import Button, Columns, Flow, Header, Notice, Reason, box, down, heading
from ui.writing.guarded import PANEL, GuardedPage
from ui.writing.paper import NotePaper


class AddingPage(GuardedPage):
    """`adding` carries the words, and those of them that were let stand."""

    left = Signal()
    adding = Signal(str, object)

    def __init__(self, theme: Theme, note: Note, facts: GuardFacts, guard: NoteGuard) -> None:
        way = Button(theme, _("The note"), "quiet", "left", flush=True)
        day = interface().date(note.held_on, "EEEE d MMMM")
        super().__init__(theme, Header(theme, _("The note of {day}").format(day=day), _("Add words"), back=way),
                         _("Words to add"), facts, guard)
        self.note = note
        self.editor.settling.follow("\n".join((note.body, *(added.words for added in note.amendments))))
        way.clicked.connect(self.left)
        self.add_button = Button(theme, _("Add them with today’s date"), "primary", "check")
        self.add_button.clicked.connect(self.send)
        self._refused = down(theme)
        foot = Flow(theme, self.add_button, Reason(theme, self.add_button), gap=16, line_gap=6)
        words = box(down(theme, (self.paper(), 1), 14, box(self._refused), box(foot), 24,
                         box(heading(theme, _("What stands there"))), 10, NotePaper(theme, note, 0)))
        self.body.put((Columns(theme, words, self.panel, fixed=(None, PANEL), gap=28), 1))
        self._arrange()

    def focus_first(self) -> None:
        """Give the keyboard to the words."""
        self.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self, error: UserError) -> None:
        """Say why they are not kept."""
        message = explain(error)
        self.editor.settle()
        self._refused.clear()
        self._refused.put(Notice(self._theme, message.said, message.next, "danger"), 12)

    def send(self) -> None:
        """Add them, or lead to the first word that is not settled."""
        self.editor.settle()
        if self.editor.words:
            self.walk(1)
        elif self.add_button.isEnabled():
            self.adding.emit(self.editor.text, self.kept)

    def _next(self) -> QWidget:
        return self.add_button if self.add_button.isEnabled() else self.editor

    def _typed(self) -> None:
        self._refused.clear()
        super()._typed()

    def _say(self) -> None:
        left = len(self.editor.words)
        if left:
            self.add_button.off(ngettext("Settle {n} word first.", "Settle {n} words first.", left).format(n=left))
        elif not self.editor.text.strip():
            self.add_button.off(_("Such as: the radiator is mended."))
        else:
            self.add_button.on()
