"""Reading the notes of an evening: what was kept, what was added to it, and what may still be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface
from facilitator.model.note import Note, NoteTemplate
from ui.screens.tonight.notes.asking import DueNote, Story
from ui.screens.tonight.notes.preview import review_words
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Button,
    Chip,
    Columns,
    Confirm,
    Empty,
    Fact,
    Flow,
    Header,
    Label,
    Notice,
    Page,
    Sheet,
    box,
    down,
    heading,
)
from ui.writing.paper import NotePaper


class ReadingPage(Page):
    """The notes of one evening. Each signal carries a note, but `writing`, which begins a new one."""

    left = Signal()
    writing = Signal()
    changing = Signal(object)
    adding = Signal(object)
    sealing = Signal(object)
    renewing = Signal(object)
    binning = Signal(object)
    erasing = Signal(object)

    def __init__(self, theme: Theme) -> None:
        way = self._way = Button(theme, _("After the circle"), "quiet", "left", flush=True)
        self.write_button = Button(theme, _("Write another note"), "plain", "pencil")
        self._header = Header(theme, "", _("The note"), self.write_button, back=way)
        super().__init__(theme, self._header, 16)
        self._theme = theme
        way.clicked.connect(self.left)
        self.write_button.clicked.connect(self.writing)
        self.buttons: dict[str, Button] = {}
        self._column = down(theme, gap=24)
        self.body.put(box(self._column), STRETCH)

    def show_story(self, story: Story) -> None:
        """Show what was kept of an evening."""
        theme = self._theme
        day = interface().date(story.session.held_on, "EEEE d MMMM")
        self._header.say(_("{group}, {day}").format(group=story.group.name, day=day), _("The note"))
        self._column.clear()
        self.buttons = {}
        topics = [one for one in story.themes if one.tonight]
        for note in story.notes:
            side: list[QWidget | int] = []
            if topics:
                chips = []
                for one in topics:
                    chip = Chip(theme, one.label, True, one.sessions or None)
                    chip.setEnabled(False)
                    chips.append(chip)
                side += [box(heading(theme, _("What came up"))), 8, box(Flow(theme, *chips, gap=8, line_gap=8)), 20]
            side += self._side(note, story.today)
            self._column.put(box(Columns(
                theme, NotePaper(theme, note), box(down(theme, *side, STRETCH)), fixed=(None, 360), gap=28)))

    def focus_first(self) -> None:
        """Give the keyboard to what is asked, else to the way on through the evening."""
        target = self.buttons.get("renew", self._way)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _side(self, note: Note, today: date) -> list[QWidget | int]:
        theme = self._theme
        found: list[QWidget | int] = []
        if note.due(today):
            renew = self._button("renew", _("Keep it another year"), "primary", "again")
            renew.clicked.connect(lambda: self.renewing.emit(note))
            found += [Notice(theme, _("Is this note still needed?"),
                             _("You wanted to be asked by {day}.").format(
                                 day=interface().date(note.review_on, "d MMMM y") if note.review_on else ""),
                             icon="calendar"), 10, renew, 20]
        sealed = note.sealed_on is not None
        found += [box(heading(theme, _("What can be done"))), 6]
        acts: list[QWidget] = []
        add = self._button("add", _("Add words with today’s date"), "quiet", "plus")
        add.clicked.connect(lambda: self.adding.emit(note))
        if not sealed:
            change = self._button("change", _("Change the words"), "quiet", "pencil")
            change.clicked.connect(lambda: self.changing.emit(note))
            seal = self._button("seal", _("Seal it as it is"), "quiet", "lock")
            seal.clicked.connect(lambda: self.sealing.emit(note))
            acts += [change, seal]
        away = self._button("bin", _("Put it in the bin"), "quiet", "bin")
        away.clicked.connect(lambda: self.binning.emit(note))
        gone = self._button("erase", _("Take it away for good…"), "quiet", "close")
        gone.clicked.connect(lambda: self._ask_erase(note))
        found += [*acts, add, away, gone, 14]
        if sealed and note.sealed_on is not None:
            said = _("Sealed on {day}. Nothing in it changes; words can be added.").format(
                day=interface().date(note.sealed_on, "d MMMM y"))
            found += [Fact(theme, "lock", said), 8]
        if note.review_on is not None and not note.due(today):
            found += [Fact(theme, "calendar", review_words(note.review_on))]
        return found

    def _button(self, key: str, words: str, kind: str, icon: str) -> Button:
        button = Button(self._theme, words, "primary" if kind == "primary" else "quiet", icon,
                        flush=kind == "quiet")
        self.buttons.setdefault(key, button)
        return button

    def _ask_erase(self, note: Note) -> None:
        asks = Confirm(self._theme, self, _("Take this note away for good?"),
                       _("It leaves no trace here and cannot be brought back. Backups made before still hold it."),
                       _("Take it away"))
        asks.confirmed.connect(lambda: self.erasing.emit(note))
        asks.open()


class DuePage(Page):
    """Notes that somebody has to look at again. `opened` carries one, `renewed` one that stays another year."""

    left = Signal()
    opened = Signal(object)
    renewed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        way = Button(theme, _("Tonight"), "quiet", "left", flush=True)
        super().__init__(theme, Header(theme, _("Nothing goes by itself."), _("Notes to look at again"), back=way), 16)
        self._theme = theme
        way.clicked.connect(self.left)
        self.rows: list[tuple[Button, Button]] = []
        self._home: Button | None = None
        self._column = down(theme, gap=14)
        self.body.put(box(self._column), STRETCH)

    def show_due(self, due: Sequence[DueNote]) -> None:
        """Show them, the longest due first."""
        theme = self._theme
        self._column.clear()
        self.rows, self._home = [], None
        for one in due:
            note, day = one.note, interface().date(one.note.held_on, "d MMMM y")
            stay = Button(theme, _("Keep it another year"), "plain", "again")
            stay.setAccessibleName(_("Keep the note of {day} another year").format(day=day))
            read = Button(theme, _("Read it"), "quiet")
            read.setAccessibleName(_("Read the note of {day}").format(day=day))
            stay.clicked.connect(lambda _on=False, note=note: self.renewed.emit(note))
            read.clicked.connect(lambda _on=False, note=note: self.opened.emit(note))
            self.rows.append((stay, read))
            said = Label(theme, _("{group}, {day}").format(group=one.group, day=day), "strong", wrap=True)
            words = Label(theme, opening(note.body), "body", "soft", wrap=True)
            self._column.put(Sheet(theme, down(
                theme, said, 4, words, 10, box(Flow(theme, stay, read, gap=10)), margins=(24, 16, 24, 16))))
        if not due:
            said_here = _("Each note comes back here when its day has come. You then say whether it is still needed.")
            self._home = Button(theme, _("Back to Tonight"), "primary", "tonight")
            self._home.clicked.connect(self.left)
            self._column.put(Empty(theme, _("No note is due"), said_here, self._home))

    def focus_first(self) -> None:
        """Give the keyboard to the first note."""
        target = self.rows[0][0] if self.rows else self._home
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)


def opening(body: str, most: int = 160) -> str:
    """How a note begins, in one line, without its headings."""
    lines = (line for line in body.splitlines() if line.strip() not in NoteTemplate.FOUR.headings)
    line = " ".join(" ".join(lines).split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"
