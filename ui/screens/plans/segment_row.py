"""One segment in the list: its handle, clock time, title, what may give, and its minutes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from facilitator.evening import attached, timing
from facilitator.i18n import _, listed, ngettext
from facilitator.model.agenda import Segment
from ui.screens.plans import words
from ui.screens.plans.undoing import UndoGoesOn
from ui.theme import Theme
from ui.widgets import STRETCH, KindMark, Label, ListRow, Stepper, across, box, down
from ui.widgets.grip import Grip


class SegmentRow(ListRow):
    """Shows a segment and lets its minutes be changed: `resized` carries them."""

    resized = Signal(int)

    def __init__(self, theme: Theme, segment: Segment) -> None:
        self._clock = Label(theme, "", "strong", tabular=True)
        self._title = Label(theme, "", "strong", wrap=True)
        self._hint = Label(theme, "", "small", "soft", wrap=True)
        self._long = Label(theme, "", "small", "look", wrap=True)
        self._mark = KindMark(theme, segment.give)
        self._may = Label(theme, "", "body")
        self.minutes = Stepper(theme, segment.minutes, "", most=timing.LONGEST // 4)
        self._narrow = False
        self._grip = Grip(theme, segment.title)
        what = box(down(theme, STRETCH, self._title, self._hint, self._long, STRETCH))
        line = across(
            theme, self._grip, self._clock, 14, (what, 1), 8, self._mark, self._may, 10, self.minutes,
            gap=6, margins=(2, 4, 10, 4),
        )  # fmt: skip
        super().__init__(theme, segment.title, line, high=56)
        self.minutes.valueChanged.connect(self.resized)
        self._undoing = UndoGoesOn(self.minutes)
        theme.follow(self._widths)

    def show_segment(self, segment: Segment, leader: str, hint: str, clock: str) -> None:
        """Show a segment; the number under the keyboard is left alone when it is the same."""
        self._clock.setText(clock)
        self._title.setText(segment.title)
        second = _("{name}. {hint}").format(name=leader, hint=hint) if leader and hint else leader or hint
        self._hint.setText(second)
        self._hint.setVisible(bool(second))
        long = _("The words take longer.") if attached.too_long(segment) else ""
        self._long.setText(long)
        self._long.setVisible(bool(long))
        gives = timing.gives(segment)
        self._mark.set_give(gives)
        self._may.setText(words.may(gives))
        if self.minutes.value() != segment.minutes:
            self.minutes.blockSignals(True)
            self.minutes.setValue(segment.minutes)
            self.minutes.blockSignals(False)
        self.minutes.name(_("Minutes of {title}").format(title=segment.title))
        self._grip.setAccessibleName(_("Move {name}").format(name=segment.title))
        lasts = ngettext("{n} minute", "{n} minutes", segment.minutes).format(n=segment.minutes)
        said = (clock, segment.title, lasts, words.may(gives), long)
        self.setAccessibleName(listed(filter(None, said)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus give and take a minute, wherever in the row the keyboard is."""
        steps = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self.isEnabled():
            super().keyPressEvent(event)
        else:
            self.minutes.stepBy(step)

    def be_narrow(self, narrow: bool) -> None:
        """Keep the mark alone, where there is little room; the key below says what marks mean."""
        self._narrow = narrow
        self._may.setVisible(not narrow)

    def _widths(self) -> None:
        """Clock times and words in columns, whatever they say."""
        theme = self._theme
        self._clock.setFixedWidth(int(theme.metrics("strong", True).horizontalAdvance("00:00")) + 2)
        longest = max(theme.metrics("body").horizontalAdvance(words.may(give)) for give, _name in words.gives())
        self._may.setMinimumWidth(int(longest) + 2)
        self._may.setAlignment(self._may.alignment() | Qt.AlignmentFlag.AlignVCenter)
