"""One pair: the days it met and for how long, and the boundaries talked through. There is no line for more."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.pairing import Boundary, Meeting, Pairing, boundary_words
from facilitator.workspace import Workspace
from ui.screens.groups.leaf import Holder, Leaf, Room
from ui.screens.groups.pairings.words import minutes_words, pair_met, pair_name, pair_since
from ui.screens.groups.where import Path, up
from ui.screens.groups.words import day_words
from ui.widgets import (
    STRETCH,
    Button,
    CheckRow,
    Columns,
    DateField,
    Field,
    Flow,
    IconButton,
    Label,
    ListRow,
    RowStack,
    Sheet,
    Stepper,
    across,
    box,
    down,
    heading,
)

_USUAL = 60


class PairPage(Leaf):
    """Meetings at one side, boundaries at the other."""

    areas = ("pairings",)

    def __init__(self, room: Room, path: Path) -> None:
        theme = room.theme
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self.pairing_id: Id = path[2] if isinstance(path[2], bytes) else b""
        self.change_button = Button(theme, _("Change"), "quiet", "pencil")
        self.change_button.clicked.connect(lambda: room.open((self.group_id, "pairs", self.pairing_id, "change")))
        super().__init__(room, path, "", "", self.change_button, back=_("One to one"))
        self._place = Holder(theme)
        self._ticks: dict[Boundary, CheckRow] = {}
        self.day: DateField | None = None
        self._writing, self._written = False, False
        self._typed: tuple[str, int] | None = None
        self.body.put(self.refusal, 4, self._place, STRETCH)

    def read(self) -> None:
        """Ask for the pair."""
        self.ask(lambda workspace: workspace.pairings.get(self.pairing_id), self._show)

    def begins(self) -> QWidget | None:
        """The day of a new meeting."""
        return self.back if self.day is None else self.day.edit

    # ------------------------------------------------------------ drawing
    def _show(self, pair: Pairing) -> None:
        theme, today = self.theme, self.room.desk.clock.today()
        self.head.say(pair_since(pair), pair_name(pair))
        focus = self.focusWidget()
        name = focus.accessibleName() if focus is not None and self._place.isAncestorOf(focus) else ""
        if self.day is not None:
            self._typed = (self.day.text, self.minutes.value())
        if self._written:  # an empty day, else a second Enter would write the same meeting again
            self._typed = ("", pair.meetings[0].minutes if pair.meetings else _USUAL)
            self._writing = self._written = False
        meetings = box(down(theme, *self._meetings(pair, today), STRETCH))
        sheet = Sheet(theme, down(theme, meetings, margins=(26, 18, 20, 22)), stack=2)
        self._place.swap(box(Columns(theme, sheet, self._boundaries(pair), shares=(50, 50), gap=36)))
        if name:
            self.refocus(self._place, name)

    def _meetings(self, pair: Pairing, today: date) -> list[QWidget | int]:
        theme = self.theme
        parts: list[QWidget | int] = [box(heading(theme, _("When they met"))), 4,
                                      Label(theme, pair_met(pair), "small", "soft", wrap=True), 12]
        self.day = None
        if pair.ended_on is None:
            self.day = DateField(theme, _("Day"), today, today, day_first=self.room.day_first)
            long = pair.meetings[0].minutes if pair.meetings else _USUAL
            if self._typed is not None:
                text, long = self._typed
                self.day.set_day(None)
                self.day.set_text(text)
                if self.day.day is not None:
                    self.day.set_day(self.day.day)
            self.minutes = Stepper(theme, long, _("How long?"), least=5, most=480, step=5, unit=_(" min"))
            add = Button(theme, _("Write it down"), "primary")
            add.clicked.connect(lambda: self._met(pair))
            self.day.entered.connect(lambda: self._met(pair))
            length = Field(theme, _("How long?"), self.minutes)
            parts += [box(Columns(theme, self.day, length, gap=16, stacked_gap=12, below=360)), 10,
                      box(Flow(theme, add)), 14]  # fmt: skip
        rows = RowStack(theme, _("Meetings"))
        rows.show_rows([self._row(meeting, today) for meeting in pair.meetings])
        parts += [rows, 14]
        if pair.ended_on is None:
            end = Button(theme, _("They have ended"), "quiet", "close", flush=True)
            end.clicked.connect(lambda: self.do(lambda workspace: workspace.pairings.end(pair.id, today)))
        else:
            end = Button(theme, _("They go on after all"), "plain", "undo")
            end.clicked.connect(lambda: self.do(lambda workspace: workspace.pairings.end(pair.id, None)))
        away = Button(theme, _("Put in the bin"), "quiet", "bin", flush=True)
        away.clicked.connect(lambda: self.do_and_go(lambda workspace: workspace.pairings.bin(pair.id), up(self.path)))
        parts.append(box(Flow(theme, end, away, gap=20)))
        return parts

    def _row(self, meeting: Meeting, today: date) -> ListRow:
        theme, day, long = self.theme, day_words(meeting.met_on, today), minutes_words(meeting.minutes)
        away = IconButton(theme, "close", _("Take away the meeting on {day}").format(day=day))
        away.clicked.connect(lambda: self.do(lambda workspace: workspace.pairings.drop_meeting(meeting.id)))
        words = box(down(theme, Label(theme, day, wrap=True), Label(theme, long, "small", "soft", wrap=True)))
        return ListRow(theme, f"{day}, {long}", across(theme, (words, 1), away, margins=(0, 6, 0, 6)), choosable=False)

    def _boundaries(self, pair: Pairing) -> QWidget:
        theme = self.theme
        said = _("Go through them together before the first time. Tick what both have said yes to.")
        rows: list[QWidget | int] = []
        for boundary in Boundary:
            row = CheckRow(theme, boundary_words(boundary), boundary in pair.boundaries)
            row.clicked.connect(lambda on=False, one=boundary: self._tick(one, on))
            rows.append(row)
        title = heading(theme, _("What both have agreed"))
        return box(down(theme, title, 4, Label(theme, said, "body", "soft", wrap=True), 8, *rows))

    # ------------------------------------------------------------ doing
    def _met(self, pair: Pairing) -> None:
        if self._writing or self.day is None:
            return
        day = self.day.check()
        if day is None:
            self.day.setFocus()
            return
        minutes = self.minutes.value()
        self._writing = True

        def command(workspace: Workspace) -> Change:
            return workspace.pairings.meet(pair.id, day, minutes)

        def met(_change: Change) -> None:
            self._written = True

        self.do(command, met)

    def refuse(self, error: UserError) -> None:
        """It was not written, so the day stays as it was typed."""
        self._writing = False
        super().refuse(error)

    def _tick(self, boundary: Boundary, on: bool) -> None:
        self.do(lambda workspace: workspace.pairings.tick(self.pairing_id, boundary, on))
