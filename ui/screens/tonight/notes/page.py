"""The page of a note: what came up, a few words under the guard, and the last look before they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.errors import UserError
from facilitator.guarding import GuardFacts, NoteGuard
from facilitator.i18n import _, interface, ngettext
from facilitator.messages import explain
from facilitator.model.ids import Id
from facilitator.model.note import Note, NoteDraft, NoteTemplate
from facilitator.writing.advice import Advice, advise
from ui.screens.tonight.notes.asking import Story
from ui.screens.tonight.notes.preview import LastLook
from ui.screens.tonight.notes.themes import Topics
from ui.theme import Theme
from ui.widgets import Button, Columns, Flow, Header, Notice, Reason, box, down, heading
from ui.writing.guarded import PANEL, GuardedPage


class NotePage(GuardedPage):
    """Writing one note. `looked` carries it when the last look begins, `keeping` once it is to be kept; the rest is
    about themes.
    """

    left = Signal()
    marking = Signal(object, bool)
    adding = Signal(str, bool)
    renaming = Signal(object, str)
    retiring = Signal(object)
    looked = Signal(object)
    keeping = Signal(object)

    def __init__(self, theme: Theme, facts: GuardFacts, guard: NoteGuard) -> None:
        way = Button(theme, _("After the circle"), "quiet", "left", flush=True)
        self._header = Header(theme, "", _("The note"), back=way)
        super().__init__(theme, self._header, _("The note"), facts, guard, NoteTemplate.FOUR.headings)
        self._story: Story | None = None
        self._template = NoteTemplate.PLAIN
        self._note: Note | None = None
        way.clicked.connect(self.left)
        self.topics = Topics(theme)
        self.topics.marked.connect(self.marking)
        self.topics.added.connect(self.adding)
        self.topics.renamed.connect(self.renaming)
        self.topics.retired.connect(self.retiring)
        self.look = LastLook(theme)
        self.look.hide()
        self.look.back.connect(self._back)
        self.look.keeping.connect(lambda day: self.keeping.emit(self.draft(day)))
        self.save_button = Button(theme, _("Save the note"), "primary")
        self.save_button.clicked.connect(self.send)
        self.headings_button = Button(theme, _("Begin with four headings"), "quiet", "plans")
        self.headings_button.clicked.connect(lambda: self.begin_with(NoteTemplate.FOUR))
        self._refused = down(theme)
        foot = Flow(theme, self.save_button, Reason(theme, self.save_button), gap=16, line_gap=6)
        words = box(down(
            theme, self.topics, 18, box(heading(theme, _("A few words for next time"))), 10,
            (self.paper(self.headings_button), 1), 14, box(self._refused), box(foot)))
        self._columns = box(Columns(theme, words, self.panel, fixed=(None, PANEL), gap=28))
        self.body.put((self._columns, 1), (self.look, 1))
        self._arrange()

    # ------------------------------------------------------------ what it shows
    @property
    def about(self) -> Id | None:
        """The evening it is about."""
        return None if self._story is None else self._story.session.id

    @property
    def note(self) -> Note | None:
        """The note that is changed; None for a new one."""
        return self._note

    @property
    def writing(self) -> bool:
        """Whether the words are in sight."""
        return self.look.isHidden()

    def show_story(self, story: Story) -> None:
        """Show an evening with its themes."""
        self._story = story
        day = interface().date(story.session.held_on, "EEEE d MMMM")
        self._header.say(_("{group}, {day}").format(group=story.group.name, day=day), _("The note"))
        self.topics.show_topics(story.themes)

    def change(self, note: Note | None) -> None:
        """Put a kept note up, to be changed. The labels of the evening's other notes are taken."""
        self._note = note
        standing = () if self._story is None else self._story.notes
        self.editor.settling.follow("\n".join(
            text for one in standing for text in ("" if note is not None and one.id == note.id else one.body,
                                                  *(added.words for added in one.amendments))))
        if note is not None:
            self._template = note.template
            self.editor.put(note.body)

    def begin_with(self, template: NoteTemplate) -> None:
        """Put headings up, the caret under the first."""
        self._template = template
        self.editor.put(template.text)
        self.editor.go_to(len(template.headings[0]))
        self.editor.textCursor().insertText("\n")
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Give the keyboard to the first theme; where words are there, to them."""
        chip = next(iter(self.topics.chips.values()), None)
        target: QWidget = self.editor if chip is None or self.editor.text else chip
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def draft(self, review_on: date | None = None) -> NoteDraft:
        """The note as it stands."""
        return NoteDraft(body=self.editor.text, template=self._template, kept=self.kept, review_on=review_on)

    def refuse(self, error: UserError) -> None:
        """Say why it is not kept, where the words are."""
        message = explain(error)
        self._back(None)
        self.editor.settle()
        self._refused.clear()
        notice = Notice(self._theme, message.said, message.next, "danger")
        self._refused.put(notice, 12)
        self.view.ensureWidgetVisible(notice)

    def wipe(self) -> None:
        """It is kept: forget every word that was typed, and who is who."""
        super().wipe()
        self.look.forget()
        self._story = self._note = None

    # ------------------------------------------------------------ half typed
    def read(self) -> dict[str, str] | None:
        """What is half typed."""
        text = self.editor.text
        if self._template.empty(text) or (self._note is not None and text == self._note.body):
            return None
        return {**self.half(), "template": self._template.value, "note": self._note.id.hex() if self._note else ""}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put it back."""
        template = fields.get("template", "")
        self._template = NoteTemplate(template) if template in set(NoteTemplate) else NoteTemplate.PLAIN
        self.put_half(fields)

    # ------------------------------------------------------------ on the way
    def _mine(self, event: QKeyEvent) -> bool:
        """Undo beside the themes is about the last of them."""
        here = QApplication.focusWidget()
        beside = here is not None and self.topics.isAncestorOf(here)
        return super()._mine(event) and (not beside or event.key() == Qt.Key.Key_F8)

    def send(self) -> None:
        """Show the last look, or lead to the first word that is not settled."""
        self.editor.settle()
        if self.editor.words:
            self.walk(1)
        elif self._story is not None and self.save_button.isEnabled():
            self._refused.clear()
            text = self.editor.text
            self.look.show_note(text, NoteTemplate.FOUR.headings, advise(text, self._facts.traits), self._story.today)
            self._turn(True)
            self.look.focus_first(self.narrow)
            self.looked.emit(self.draft())

    def _next(self) -> QWidget:
        return self.save_button if self.save_button.isEnabled() else self.editor

    def _typed(self) -> None:
        self._refused.clear()
        super()._typed()

    def _say(self) -> None:
        left, text = len(self.editor.words), self.editor.text.strip()
        self.headings_button.setVisible(not text)
        if left:
            self.save_button.off(ngettext(
                "Settle {n} word first. Nothing is changed until you say so.",
                "Settle {n} words first. Nothing is changed until you say so.", left).format(n=left))
        elif self._template.empty(text):
            self.save_button.off(_("Themes alone are enough. If you write, leave names out."))
        else:
            self.save_button.on()

    def _back(self, advice: object) -> None:
        """From the last look to the words, and to a place in them where one is given."""
        self._turn(False)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(advice, Advice):
            self.editor.choose(advice.start, advice.end)

    def _turn(self, look: bool) -> None:
        self._columns.setVisible(not look)
        self.look.setVisible(look)
        self._show()
        self.view.verticalScrollBar().setValue(0)
