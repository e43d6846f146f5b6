"""Names of those who may be here: all present, then untick the missing; and somebody new."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.ids import Id
from facilitator.model.session import Presence
from ui.screens.tonight.asking import Room
from ui.screens.tonight.greeting import Greeting
from ui.screens.tonight.ticks import TickColumns
from ui.theme import Theme
from ui.widgets import Button, CheckRow, Flow, Label, Paragraph, box, down, heading


class Names(QWidget):
    """Ticks by name. `ticked` carries a member and whether they are here, `all_here` everybody at once."""

    ticked = Signal(object, bool)
    all_here = Signal()
    newcomer = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ticks: TickColumns[Id] = TickColumns(theme)
        self._known: object = None
        self._far = Label(theme, "", "body", "soft", tabular=True)
        self._words = Paragraph(theme, _("All here, then take the tick from who is missing."), "body", "soft")
        self.all_button = Button(theme, _("All are here"), "plain", "check")
        self.new_button = Button(theme, _("Somebody new, by name"), "plain", "person")
        self.all_button.clicked.connect(self.all_here)
        self.new_button.clicked.connect(self.newcomer)
        self.setLayout(down(
            theme, heading(theme, _("Who is here"), self._far), 4, self._words, 12,
            box(Flow(theme, self.all_button, self.new_button, gap=10)), 12, self._ticks.grid,
        ))  # fmt: skip

    def show_room(self, room: Room) -> None:
        """Show the list; rows that stay keep the keyboard."""
        people = room.people
        known = [(one.member_id, one.name, one.first_time, one.member_id in room.not_asked) for one in people]
        if known != self._known:
            self._known = known
            self._ticks.show({one.member_id: self._row(one, room) for one in people})
        for one in people:
            self._ticks.rows[one.member_id].setChecked(one.present)
        here = sum(one.present for one in people)
        self._far.setText(_("{done} of {all} ticked").format(done=here, all=len(people)) if people else "")
        self._words.setVisible(bool(people))
        self.all_button.setVisible(bool(people))

    def be_narrow(self, narrow: bool) -> None:
        """Two columns, or one."""
        self._ticks.be_narrow(narrow)

    def _row(self, one: Presence, room: Room) -> CheckRow:
        hints = [_("First time here.")] if one.first_time else []
        hints += [_("Not asked yet about this list.")] if one.member_id in room.not_asked else []
        row = CheckRow(self._theme, one.name, one.present, hint=" ".join(hints), softens=False)
        row.clicked.connect(lambda on=False, member=one.member_id: self.ticked.emit(member, on))
        return row


class NoNames(QWidget):
    """Beside the count of a group that keeps no names: why, so that nobody asks for one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        words = (
            _("This group counts heads and keeps no names. Nobody is asked for theirs."),
            _("Somebody is here for the first time? Press N, say hello, and offer the leaflet."),
            _("Leave this page open, or shut the laptop. The count is kept as it is."),
        )
        self.greeting = Greeting(theme)
        self.setLayout(down(theme, heading(theme, _("No names here")), 10,
                            *(Paragraph(theme, line, "body", "soft") for line in words), 8, self.greeting,
                            gap=8))  # fmt: skip

    def show_room(self, room: Room) -> None:
        """Show what is said to somebody new."""
        self.greeting.show_words(room.greeting, room.seconds, room.leaflet)
