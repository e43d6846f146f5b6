"""The chosen segment beside the list: what may give, the words to say, whether turns fit, and a late rehearsal."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.evening import timing
from facilitator.evening.script import seconds_aloud
from facilitator.i18n import _
from facilitator.model.agenda import AgendaDraft, Give, Segment
from ui.screens.plans import words
from ui.screens.plans.asking import Table
from ui.screens.plans.borrowing import Borrowing
from ui.screens.plans.details import Details
from ui.screens.plans.prompting import Prompting, suited
from ui.screens.plans.saying import Saying, Writing
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Button,
    ChoiceBar,
    Flow,
    Glyph,
    Label,
    Panel,
    Paragraph,
    Sheet,
    across,
    box,
    down,
)

LATE = 10
"""Minutes of being late that are rehearsed."""


class Side(Sheet):
    """Shows a segment. `changed` carries it changed, with what was done; `removing`, and `moving` by so many places."""

    changed = Signal(object, str)
    removing = Signal()
    moving = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._segment: Segment | None = None
        self.at = -1
        self._title = Label(theme, "", "h2", wrap=True)
        self._kind = Label(theme, "", "small", "soft", wrap=True)
        self._head = box(down(theme, self._title, self._kind, gap=2))
        self._read = self._reading(theme)
        self.writing = Writing(theme)
        self.details = Details(theme)
        self.borrowing = Borrowing(theme)
        self.prompting = Prompting(theme)
        self._late = Paragraph(theme, "", "small")
        late = Panel(theme, down(theme, Label(theme, _("Ten minutes late?"), "label"), 2, self._late,
                                 margins=(16, 12, 14, 14)))  # fmt: skip
        self.setLayout(down(theme, self._head, 12, self._read, self.writing, self.borrowing, self.prompting,
                            self.details, 12, late, STRETCH, margins=(24, 18, 24, 18)))  # fmt: skip
        self.writing.saved.connect(self._say)
        self.writing.left.connect(self._back)
        self.borrowing.changed.connect(self.changed)
        self.borrowing.left.connect(self._back)
        self.prompting.changed.connect(self.changed)
        self.prompting.left.connect(self._back)
        self.details.changed.connect(self.changed)
        self.details.removing.connect(self.removing)
        self.details.moving.connect(self.moving)
        self.details.left.connect(self._back)
        self._mode(self._read)

    def _reading(self, theme: Theme) -> QWidget:
        self.give = ChoiceBar(theme, words.gives(), name=_("If time runs short"), gives=tuple(Give))
        self.give.chosen.connect(self._give)
        self._whole = Label(theme, _("This part always stays whole, however late it gets."), "body", "soft", wrap=True)
        self._aloud = Label(theme, "", "small", "soft")
        self._aloud_line = box(across(theme, Glyph(theme, "speak", "ink_soft", 18), self._aloud, gap=6))
        say = across(theme, (Label(theme, _("Say"), "label", "soft"), 1), self._aloud_line)
        self.saying = Saying(theme)
        self._long = Label(theme, "", "body", "look", wrap=True)
        mark = Glyph(theme, "clock", "look_ink", 20)
        self._long_line = box(across(theme, (mark, 0, Qt.AlignmentFlag.AlignTop), (self._long, 1), gap=10))
        self._turns_mark = Glyph(theme, "check", "action", 20)
        self._turns = Label(theme, "", "body", wrap=True)
        self._turns_line = box(across(theme, (self._turns_mark, 0, Qt.AlignmentFlag.AlignTop), (self._turns, 1),
                                      gap=10))  # fmt: skip
        self.write_button = Button(theme, _("Change words"), "quiet", "pencil", flush=True)
        self.write_button.clicked.connect(self._write)
        self.borrow_button = Button(theme, _("Words we have"), "quiet", "book", flush=True)
        self.borrow_button.clicked.connect(self._borrow)
        self.more_button = Button(theme, _("Change segment"), "quiet", "settings", flush=True)
        self.more_button.clicked.connect(self.open_details)
        short = Label(theme, _("If time runs short"), "label", "soft", wrap=True)
        self.prompt_button = Button(theme, _("Choose a prompt"), "quiet", "speak", flush=True)
        self.prompt_button.clicked.connect(self._prompt)
        buttons = box(Flow(theme, self.write_button, self.prompt_button, self.borrow_button, self.more_button,
                           gap=20, line_gap=0))  # fmt: skip
        return box(down(theme, short, 4, self.give, self._whole, 10, say, 4, self.saying, 10,
                        self._long_line, self._turns_line, 4, buttons))  # fmt: skip

    # ------------------------------------------------------------ showing
    def show_segment(self, draft: AgendaDraft, at: int, table: Table) -> None:
        """Show a segment of a plan; words that are being written stay."""
        segment = draft.segments[at]
        other = at != self.at or self._segment is None
        self.at, self._segment = at, segment
        gives, heads = timing.gives(segment), table.heads
        self._title.setText(segment.title)
        self._kind.setText(words.kind(segment.kind))
        self._kind.setVisible(words.kind(segment.kind) != segment.title)
        whole = gives is Give.FIXED and (segment.protected or segment.kind in timing.WHOLE)
        self.give.setVisible(not whole)
        self._whole.setVisible(whole)
        self.give.choose(gives)
        self.saying.show_lines(segment.lines, table.values)
        seconds = seconds_aloud(segment.lines)
        self._aloud_line.setVisible(seconds > 0)
        self._aloud.setText(words.aloud(seconds))
        self._long.setText(words.too_long(segment))
        self._long_line.setVisible(bool(self._long.words))
        said, enough = words.turns(segment, heads)
        self._turns_line.setVisible(bool(said))
        self._turns.setText(said)
        self._turns.set_tone("ink" if enough else "look")
        self._turns_mark.draw("check" if enough else "clock", "action" if enough else "look_ink")
        self._late.setText(words.late(draft, LATE, heads))
        self.details.show_segment(segment, table)
        scripts = table.scripts.get(segment.kind, ())
        self.borrow_button.setVisible(bool(scripts))
        self.borrowing.show_segment(segment, scripts, table.values)
        self.prompt_button.setVisible(bool(suited(segment, table.prompts)))
        self.prompting.show_segment(segment, table.prompts)
        if not self.writing.dirty:
            self.writing.show_segment(segment, table.values)  # words that were put in are there to be changed
        if other:
            self.writing.show_segment(segment, table.values)
            if not (self.writing.isHidden() and self.prompting.isHidden()):
                self._mode(self._read)

    def open_details(self) -> None:
        """Show what else there is to change about the segment."""
        self._mode(self.details)
        self.details.focus_first()

    def shut_details(self) -> bool:
        """Read again instead of changing, and say whether the keyboard was in it."""
        now = QApplication.focusWidget()
        had = now is not None and self.details.isAncestorOf(now)
        if not self.details.isHidden():
            self._mode(self._read)
        return had

    def settle(self) -> None:
        """Save words that are half written, before another segment is shown."""
        if not self.writing.isHidden() and self.writing.dirty:
            self.writing.save()

    def restore(self, text: str) -> None:
        """Put words back that were half written."""
        self._write()
        self.writing.area.set_text(text)

    # ------------------------------------------------------------ acts
    def _write(self) -> None:
        self._mode(self.writing)
        self.writing.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _borrow(self) -> None:
        self._mode(self.borrowing)
        self.borrowing.focus_first()

    def _prompt(self) -> None:
        self._mode(self.prompting)
        self.prompting.focus_first()

    def _back(self) -> None:
        ways = ((self.details, self.more_button), (self.borrowing, self.borrow_button),
                (self.prompting, self.prompt_button))
        button = next((button for part, button in ways if not part.isHidden()), self.write_button)
        self._mode(self._read)
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mode(self, shown: QWidget) -> None:
        for part in (self._read, self.writing, self.borrowing, self.prompting, self.details):
            part.setVisible(part is shown)

    def _give(self, give: object) -> None:
        segment = self._segment
        if segment is None or not isinstance(give, Give) or give is segment.give:
            return
        said = _("{title}: {may}.").format(title=segment.title, may=words.may(give))
        self.changed.emit(replace(segment, give=give), said)

    def _say(self, lines: object) -> None:
        if self._segment is not None and isinstance(lines, tuple):
            said = _("The words of {title} were changed.").format(title=self._segment.title)
            self.changed.emit(replace(self._segment, lines=lines), said)
            self._back()
