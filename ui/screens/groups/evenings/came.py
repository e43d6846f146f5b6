"""Who came: people by evenings for any span, ticked with Space; for a group that only counts, its head-counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QTimer

from facilitator.errors import CountTooSmall, UserError
from facilitator.evening.attendance import Frame
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.session import Session, SessionStatus
from facilitator.workspace import Workspace
from ui.go import Go
from ui.screens.groups.evenings.finding import happened
from ui.screens.groups.evenings.ticks import HeadsModel, TicksModel
from ui.screens.groups.leaf import Holder, Leaf, Refusal
from ui.screens.groups.part import Part
from ui.screens.groups.words import day_words
from ui.widgets import (
    STRETCH,
    Aside,
    Button,
    CellGrid,
    DateField,
    Empty,
    Flow,
    Label,
    MenuButton,
    Sheet,
    across,
    announce,
    box,
    down,
)

_OWN = 0
_SPANS = (91, 182, 365, 1095)
_NO_SPAN = (date.min, date.min)
_MOST = 3660
"""The longest span of one's own, in days."""
_LEAD = 190


@dataclass(frozen=True, slots=True)
class _Came:
    group: Group
    frame: Frame | None
    sessions: tuple[Session, ...]


def _read(workspace: Workspace, group_id: Id, start: date, end: date, today: date) -> _Came:
    group = workspace.groups.get(group_id)
    if group.record_level >= RecordLevel.FIRST_NAME:
        frame = workspace.attendance.frame(group_id, start, end)
        return _Came(group, frame, frame.sessions)
    planned = workspace.sessions.planned(group_id, start, min(end, today))
    return _Came(group, None, tuple(one for one in planned if one.status is not SessionStatus.CANCELLED))


class CamePart(Part):
    """The grid, its span, and what the cell under the keyboard says."""

    areas = ("attendance", "sessions", "members", "groups")

    def __init__(self, page: Leaf, group_id: Id) -> None:
        super().__init__(page, group_id)
        self.ticks, self.heads = TicksModel(), HeadsModel()
        self.grid: CellGrid | None = None
        self.days, self._span = _SPANS[0], _NO_SPAN
        self._asking, self._by_name = False, False
        self.ticks.needed.connect(lambda: QTimer.singleShot(0, self, self._fetch))
        self._said = Label(page.theme, "", "body", "soft", wrap=True)
        self._place = Holder(page.theme)
        self._lay_span(group_id)

    # ------------------------------------------------------------ the span
    def _lay_span(self, group_id: Id) -> None:
        """What stays while the grid below changes: the span, and its two days where it is one's own."""
        theme = self.theme
        names = (_("Last 3 months"), _("Last 6 months"), _("Last 12 months"), _("Last 3 years"))
        choices = (*zip(_SPANS, names, strict=True), (_OWN, _("Other days")))
        self._menu = MenuButton(theme, choices, self.days, name=_("Shown"), icon="calendar")
        self._menu.chosen.connect(self._take_span)
        self._own = Holder(theme)
        self._days: tuple[DateField, DateField] | None = None
        self._print = Button(theme, _("Print it"), "quiet", "print")
        self._print.setAccessibleName(_("Print it: who came"))
        self._print.clicked.connect(
            lambda: self.room.desk.go(Go("print", ("sheet", "attendance-grid", "", group_id, *self._wanted()))))
        self._print.hide()
        head = Aside(theme, self._said, box(across(theme, self._print, self._menu, gap=8)), gap=16, least=260)
        self.column.put(box(head), 10, self._own, (self._place, 1))

    def _take_span(self, days: object) -> None:
        self.days = days if isinstance(days, int) else _SPANS[0]
        if self.days == _OWN and self._days is None:
            self._ask_days()
        self._own.setVisible(self.days == _OWN)
        self.read()

    def _ask_days(self) -> None:
        """Two lines for the days of one's own; most never need them."""
        theme, today, first = self.theme, self.room.desk.clock.today(), self.room.day_first
        start = DateField(theme, _("From"), today - timedelta(days=_SPANS[0]), today, day_first=first)
        end = DateField(theme, _("To"), today, today, day_first=first)
        self._days = start, end
        for field in self._days:
            field.changed.connect(self._own_span)
        self._own.swap(box(Flow(theme, start, end, gap=16)), 14)

    def _own_span(self) -> None:
        start, end = self._days if self._days is not None else (None, None)
        if start is None or end is None or start.day is None or end.day is None:
            return
        if start.day > end.day:
            end.refuse(_("That lies before the first day. Give a later one."))
        elif (end.day - start.day).days > _MOST:
            end.refuse(_("Ten years at most. Give days that are nearer."))
        else:
            end.accept()
            self.read()

    def _wanted(self) -> tuple[date, date]:
        today = self.room.desk.clock.today()
        if self.days == _OWN and self._days is not None:
            start, end = (field.day for field in self._days)
            if start is not None and end is not None and 0 <= (end - start).days <= _MOST:
                return start, end
            if self._span != _NO_SPAN:
                return self._span  # half typed: what is shown stays, and is what would be printed
        return today - timedelta(days=self.days or _SPANS[0]), today

    # ------------------------------------------------------------ reading
    def read(self) -> None:
        """Ask for the evenings and the people; ticks follow as they are seen."""
        start, end = self._wanted()
        today = self.room.desk.clock.today()
        self.ask(lambda workspace: _read(workspace, self.group_id, start, end, today), self._show)

    def changed(self, change: Change) -> None:
        """After a tick only what stands over the columns is asked for again, and the ticks in sight."""
        if self.grid is None or not self._by_name or change.touches("members", "groups"):
            super().changed(change)
        elif change.touches(*self.areas):
            start, end = self._span
            self.ask(lambda workspace: workspace.attendance.top(self.group_id, start, end), self._retop)

    def _retop(self, top: Frame) -> None:
        if [one.id for one in top.sessions] != [one.id for one in self.ticks.frame.sessions]:
            self.read()
            return
        self.ticks.show(replace(self.ticks.frame, sessions=top.sessions, present=top.present))
        self._chosen()

    def _fetch(self) -> None:
        """Ask for the ticks in sight, one question at a time, so that fast scrolling leaves no queue behind."""
        if self._asking or self.grid is None:
            return
        sessions, members, blocks = self.ticks.missing()
        if not blocks:
            return
        self._asking = True
        frame = self.ticks.frame

        def came(found: Mapping[tuple[Id, Id], bool]) -> None:
            self._asking = False
            if frame is self.ticks.frame:
                self.ticks.fill(blocks, members, found)
            elif self.grid is not None:
                self.grid.viewport().update()

        self.room.desk.jobs.ask(self, lambda workspace: workspace.attendance.block(sessions, members), came,
                                refused=self._lost)

    def _lost(self, error: UserError) -> None:
        self._asking = False

    # ------------------------------------------------------------ drawing
    def _show(self, came: _Came) -> None:
        by_name = came.frame is not None
        if not came.sessions or (came.frame is not None and not came.frame.members):
            self._empty(came)
            return
        if self.grid is None or by_name != self._by_name:
            self._by_name = by_name
            self._draw()
        at = self.grid.currentIndex() if self.grid is not None else None
        moved = self._wanted() != self._span
        self._span = self._wanted()
        if came.frame is not None:
            moved = self.ticks.show(came.frame) or moved
        else:
            self.heads.show(came.sessions)
        if self.grid is None:
            return
        self.grid.updateGeometry()
        last = len(came.sessions) - 1
        if moved or at is None or not at.isValid():
            self.grid.go_to(0, last)
            self.grid.horizontalScrollBar().setValue(self.grid.horizontalScrollBar().maximum())
            QTimer.singleShot(0, self, self._to_newest)
        else:
            self.grid.go_to(min(at.row(), self.grid.cells.rowCount() - 1), min(at.column(), last))
        self._chosen()

    def _to_newest(self) -> None:
        if self.grid is not None:
            self.grid.horizontalScrollBar().setValue(self.grid.horizontalScrollBar().maximum())

    def _empty(self, came: _Came) -> None:
        theme = self.theme
        self.grid = None
        self._print.hide()
        self._said.setText("")
        if not came.sessions:
            title, words = _("No evenings in these days"), _("Once an evening is over, it stands here with who came.")
            step = self.way(_("When we meet"), "meetings", primary=True)
        else:
            title, words = _("Nobody is on the list yet"), _("Once people are on the list, you can tick who was there.")
            step = self.way(_("Add somebody"), "people", "new", primary=True)
        self._place.swap(Empty(theme, title, words, step), STRETCH)

    def _draw(self) -> None:
        theme = self.theme
        if self._by_name:
            said = _("Space or a click ticks who was there. Under each day stands how many are ticked.")
            self.grid = CellGrid(theme, self.ticks, _("Who came"), _("Name"), wide=76, lead=_LEAD)
        else:
            said = _("This group keeps head-counts only. Press a day to put its count right.")
            self.grid = CellGrid(theme, self.heads, _("Head-counts"), "", wide=76, lead=140)
        self.grid.opened.connect(self._press)
        self.grid.moved.connect(lambda row, column: self._chosen())
        self._which = Label(theme, "", "strong", wrap=True)
        self._more = Label(theme, "", "small", "soft", wrap=True)
        self._open = Button(theme, _("This evening"), "plain", "right")
        self._open.clicked.connect(self._go)
        self._refusal = Refusal(self.room)
        line = Aside(theme, box(down(theme, self._which, self._more)), self._open, gap=16, least=220)
        self._said.setText(said)
        self._print.setVisible(self._by_name)
        self._place.swap(
            box(line), 10, self._refusal, 2,
            Sheet(theme, down(theme, self.grid, margins=(6, 6, 6, 6)), stack=2), 12, STRETCH,
        )  # fmt: skip

    # ------------------------------------------------------------ the cell
    def _session(self) -> Session | None:
        at = self.grid.currentIndex() if self.grid is not None else None
        if at is None or not at.isValid():
            return None
        sessions = self.ticks.frame.sessions if self._by_name else self.heads.sessions
        return sessions[at.column()]

    def _chosen(self) -> None:
        session, at = self._session(), self.grid.currentIndex() if self.grid is not None else None
        if session is None or at is None or self.grid is None:
            return
        day = day_words(session.held_on, self.room.desk.clock.today())
        model = self.grid.cells
        cell = model.cell(at.row(), at.column())
        self._which.setText(_("{who}, {day}: {what}").format(
            who=model.side(at.row()), day=day, what=cell.said or cell.words))
        self._more.setText(happened(session))
        self._open.setAccessibleName(_("This evening: {day}").format(day=day))

    def _press(self, row: int, column: int) -> None:
        if not self._by_name:
            self.room.open((self.group_id, "evenings", self.heads.sessions[column].id, "happened"))
            return
        frame = self.ticks.frame
        session, member = frame.sessions[column], frame.members[row]
        present = not self.ticks.ticked(row, column)
        self.ticks.set(row, column, present)
        self._chosen()
        if self.grid is not None:
            announce(self.grid, self.ticks.said(row, column))
        self._refusal.clear()

        def refused(error: UserError) -> None:
            if self.ticks.frame.members == frame.members and self.ticks.frame.sessions == frame.sessions:
                self.ticks.set(row, column, not present)
            self._chosen()
            self._refuse(error, session)

        self.room.desk.jobs.do(self, lambda workspace: workspace.attendance.set(session, member.id, present),
                               refused=refused)

    def _refuse(self, error: UserError, session: Session) -> None:
        self._refusal.say(error)
        if isinstance(error, CountTooSmall):
            from facilitator.messages import explain

            message = explain(error)
            mend = Button(self.theme, _("Correct the count"))
            mend.clicked.connect(lambda: self.room.open((self.group_id, "evenings", session.id, "happened")))
            self._refusal.tell(message.said, message.next, mend)
        self.page.reveal(self._refusal)

    def _go(self) -> None:
        session = self._session()
        if session is not None:
            self.room.open((self.group_id, "evenings", session.id))
