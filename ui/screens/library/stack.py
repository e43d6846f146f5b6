"""Lines of a list to write: each with a word or a choice before it if need be, put in order, added and taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.evening.script import Filled
from facilitator.i18n import _
from ui.theme import Theme
from ui.widgets import BOTTOM, AreaField, Aside, Button, ChoiceField, Columns, IconButton, TextField, across, box, down

LEAD = 176
"""Design px of what stands before a line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: `lead` is its key word or the value of its choice, where the stack has such."""

    text: str
    lead: str = ""


class LineStack(QWidget):
    """Lines to write. `changed` fires at each change.

    `choices` puts a choice before each line, `key` a field of that name. `values` are shown in place of what words
    leave open, and stand open again where nobody touched them.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        add: str,
        *,
        key: str = "",
        choices: Sequence[tuple[object, str]] = (),
        values: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._name, self._key, self._choices = theme, name, key, tuple(choices)
        self._values = dict(values or {})
        self.rows: list[_Row] = []
        self._column = down(theme)
        self.add = Button(theme, add, "quiet", "plus", flush=True)
        self.add.clicked.connect(self._add)
        self.setLayout(down(theme, self._column, self.add))

    @property
    def keyed(self) -> bool:
        """Whether a word of its own stands before each line."""
        return bool(self._key)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The lines as they stand."""
        return tuple(row.entry for row in self.rows)

    def put(self, entries: Sequence[Entry]) -> None:
        """Show other lines, at least one."""
        self._column.clear()
        self.rows = []
        for entry in entries or (self._blank(),):
            self._append(entry)
        self._number()

    def point(self, place: int, words: str) -> QWidget:
        """Say at a line what is wrong with it (from 1; 0 for the first); gives what to bring into sight."""
        row = self.rows[max(0, min(place, len(self.rows)) - 1)]
        return row.refuse(words)

    def _blank(self) -> Entry:
        return Entry("", str(self._choices[0][0]) if self._choices else "")

    def _append(self, entry: Entry) -> _Row:
        row = _Row(self._theme, entry, self._key, self._choices, self._values)
        row.changed.connect(self.changed)
        row.lifted.connect(lambda step: self._move(row, step))
        row.dropped.connect(lambda: self._drop(row))
        self.rows.append(row)
        self._column.put(row)
        row.show()
        return row

    def _number(self) -> None:
        for n, row in enumerate(self.rows, 1):
            row.number(_("{name} {n}").format(name=self._name, n=n), n == 1, n == len(self.rows))
            row.keep.setEnabled(len(self.rows) > 1)

    def _add(self) -> None:
        row = self._append(self._blank())
        self._number()
        row.begin()
        self.changed.emit()

    def _move(self, row: _Row, step: int) -> None:
        at = self.rows.index(row)
        to = at + step
        if not 0 <= to < len(self.rows):
            return
        other = self.rows[to]
        row.swap(other)
        (other.up if step < 0 else other.low).setFocus(Qt.FocusReason.OtherFocusReason)
        if not (other.up if step < 0 else other.low).isEnabled():
            (other.low if step < 0 else other.up).setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _drop(self, row: _Row) -> None:
        at = self.rows.index(row)
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._number()
        self.rows[min(at, len(self.rows) - 1)].begin()
        self.changed.emit()


class _Row(QWidget):
    """One line with what moves it and takes it out."""

    changed = Signal()
    lifted = Signal(int)
    dropped = Signal()

    def __init__(
        self, theme: Theme, entry: Entry, key: str, choices: Sequence[tuple[object, str]], values: Mapping[str, str]
    ) -> None:
        super().__init__()
        self._key, self._values = key, values
        self._filled = Filled(entry.text, values)
        self.area = AreaField(theme, " ", self._filled.words, lines=1)
        self.area.changed.connect(lambda _text: self.changed.emit())
        self.lead: TextField | ChoiceField | None = None
        if key:
            self.lead = TextField(theme, key, entry.lead, limit=80)
            self.lead.changed.connect(lambda _text: self.changed.emit())
        elif choices:
            self.lead = ChoiceField(theme, " ", choices, _value(choices, entry.lead))
            self.lead.chosen.connect(lambda _value: self.changed.emit())
        self.up = IconButton(theme, "up", _("Up"))
        self.low = IconButton(theme, "down", _("Down"))
        self.keep = IconButton(theme, "bin", _("Take out"))
        self.up.clicked.connect(lambda: self.lifted.emit(-1))
        self.low.clicked.connect(lambda: self.lifted.emit(1))
        self.keep.clicked.connect(self.dropped)
        words: QWidget = self.area
        if self.lead is not None:
            words = box(Columns(theme, self.lead, self.area, fixed=(LEAD, None), gap=10, stacked_gap=6, below=380))
        buttons = box(down(theme, 26, across(theme, (self.up, 0, BOTTOM), (self.low, 0, BOTTOM), (self.keep, 0, BOTTOM),
                                             gap=0)))  # fmt: skip
        self.setLayout(down(theme, box(Aside(theme, words, buttons, gap=6, stacked_gap=0, least=300)), 10))

    @property
    def entry(self) -> Entry:
        """The line as it stands."""
        lead = ""
        if isinstance(self.lead, TextField):
            lead = self.lead.text
        elif self.lead is not None:
            lead = str(self.lead.value)
        return Entry(self._filled.reopen(self.area.text), lead)

    def number(self, name: str, first: bool, last: bool) -> None:
        """Call it by its place."""
        self.area.set_name(name if not self._key else _("What to do"))
        if isinstance(self.lead, ChoiceField):
            self.area.set_name(_("Words"))
            self.lead.set_name(name)
        elif self.lead is not None:
            self.lead.set_name(_("{name}, in a word").format(name=name))
            self.area.edit.setAccessibleName(_("{name}, what to do").format(name=name))
        if isinstance(self.lead, ChoiceField):
            self.area.edit.setAccessibleName(_("{name}, words").format(name=name))
        for button, what in ((self.up, _("Move {name} up")), (self.low, _("Move {name} down")),
                             (self.keep, _("Take {name} out"))):  # fmt: skip
            button.name(what.format(name=name))
        self.up.setEnabled(not first)
        self.low.setEnabled(not last)

    def begin(self) -> None:
        """Give the keyboard to its first field."""
        (self.lead or self.area).setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> QWidget:
        """Say what is wrong: at the word before it where that is what is missing."""
        field: TextField | AreaField = self.area
        if isinstance(self.lead, TextField) and not self.lead.text:
            field = self.lead
        field.refuse(words)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        return field

    def swap(self, other: _Row) -> None:
        """Change places with another line."""
        one, two = self.entry, other.entry
        self._take(two)
        other._take(one)

    def _take(self, entry: Entry) -> None:
        self._filled = Filled(entry.text, self._values)
        self.area.set_text(self._filled.words)
        if isinstance(self.lead, TextField):
            self.lead.set_text(entry.lead)
        elif self.lead is not None:
            self.lead.choose(entry.lead)


def _value(choices: Sequence[tuple[object, str]], lead: str) -> object:
    return next((value for value, _words in choices if value == lead), choices[0][0])
