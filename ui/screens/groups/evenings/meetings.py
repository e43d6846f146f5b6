"""When a group meets: its rules in words, and the evenings to come, each of which may be skipped or moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.ids import Id
from facilitator.model.session import CancelReason, Series, Session, SessionStatus, reason_words
from facilitator.workspace import Workspace
from ui.screens.groups.evenings.finding import happened
from ui.screens.groups.part import Part
from ui.screens.groups.words import day_words, rule_words, span_words, times_words
from ui.widgets import (
    STRETCH,
    Aside,
    Button,
    Columns,
    Empty,
    Flow,
    Label,
    ListRow,
    MenuButton,
    RowStack,
    Sheet,
    box,
    down,
    heading,
)

SHOWN = 8
"""How many evenings ahead are shown."""
_SPANS = (91, 400, 800)
"""How many days ahead are looked through until there are enough."""


@dataclass(frozen=True, slots=True)
class _Meetings:
    rules: tuple[Series, ...]
    coming: tuple[Session, ...]
    elsewhere: Mapping[Id, str]
    """Where an evening is held that is not held at the group's own place."""


def coming(workspace: Workspace, group_id: Id, today: date) -> tuple[Session, ...]:
    """The evenings from today on that are still to come or were skipped, as far as they are shown."""
    found: tuple[Session, ...] = ()
    for days in _SPANS:
        planned = workspace.sessions.planned(group_id, today, today + timedelta(days=days))
        found = tuple(session for session in planned if session.status is not SessionStatus.HELD)
        if len(found) >= SHOWN:
            break
    return found[:SHOWN]


def _read(workspace: Workspace, group_id: Id, today: date) -> _Meetings:
    rules = workspace.sessions.series.of(group_id)
    live = tuple(rule for rule in rules if rule.last_on is None or rule.last_on >= today)
    sessions, home = coming(workspace, group_id, today), workspace.groups.get(group_id).venue_id
    away = {session.id: session.venue_id for session in sessions if session.venue_id not in (None, home)}
    names = {venue.id: venue.name for venue in workspace.venues.all()} if away else {}
    return _Meetings(live, sessions, {one: names[place] for one, place in away.items() if place in names})


class MeetingsPart(Part):
    """The rules and the next evenings."""

    areas = ("sessions", "groups", "venues")

    def read(self) -> None:
        """Ask for them."""
        today = self.room.desk.clock.today()
        self.ask(lambda workspace: _read(workspace, self.group_id, today), self._show)

    def _show(self, meetings: _Meetings) -> None:
        theme = self.theme
        if not meetings.rules and not meetings.coming:
            step = self.way(_("Say when you meet"), "meetings", "new", primary=True)
            extra = self.way(_("Plan a single evening"), "meetings", "extra", quiet=True)
            words = _("Say the day and the time once, and every evening gets its plan and its papers.")
            self.redraw(Empty(theme, _("No meeting days yet"), words, step, extra), STRETCH)
            return
        sheet = Sheet(theme, down(theme, self._evenings(meetings), margins=(14, 14, 14, 14)), stack=2)
        columns = Columns(theme, sheet, self._rules(meetings.rules), shares=(60, 40), gap=36)
        self.redraw(columns, STRETCH)

    # ------------------------------------------------------------ evenings
    def _evenings(self, meetings: _Meetings) -> QWidget:
        theme = self.theme
        extra = self.way(_("One more evening"), "meetings", "extra", icon="plus", quiet=True)
        title = box(down(theme, heading(theme, _("Coming up"), extra), margins=(12, 0, 0, 4)))
        rows = RowStack(theme, _("Evenings to come"))
        rows.show_rows([self._row(session, meetings.elsewhere.get(session.id, "")) for session in meetings.coming])
        every = self.way(_("All evenings, and what became of them"), "evenings", icon="calendar", quiet=True)
        return box(down(theme, title, rows, 6, box(down(theme, box(Flow(theme, every)), margins=(4, 0, 0, 0)))))

    def _row(self, session: Session, elsewhere: str) -> ListRow:
        theme, today = self.theme, self.room.desk.clock.today()
        day = day_words(session.held_on, today)
        skipped = session.status is SessionStatus.CANCELLED
        times = times_words(session.start_minute, session.minutes)
        if skipped:
            second = happened(session)
        elif session.series_id is None:
            second = _("{times}. One more evening.").format(times=times)
        else:
            second = times
        if elsewhere and not skipped:
            second = _("{times}. At {venue}.").format(times=second.rstrip("."), venue=elsewhere)
        words = box(
            down(
                theme,
                Label(theme, day, "body" if skipped else "strong", "soft" if skipped else "ink", wrap=True),
                Label(theme, second, "small", "soft", wrap=True),
            )
        )
        if skipped:
            buttons = [self._button(_("Bring back"), day, lambda: self._restore(session))]
        else:
            buttons = [
                self._button(_("Move"), day, lambda: self._move(session)),
                self._off(session, day),
            ]
        line = Aside(theme, words, box(Flow(theme, *buttons, gap=4)), gap=12, least=200)
        return ListRow(theme, f"{day}, {second}", down(theme, box(line), margins=(12, 7, 6, 7)), choosable=False)

    def _button(self, words: str, day: str, act: Callable[[], None]) -> Button:
        button = Button(self.theme, words, "quiet")
        button.setAccessibleName(_act(words, day))
        button.clicked.connect(act)
        return button

    def _off(self, session: Session, day: str) -> MenuButton:
        """Calling an evening off asks why in the same step."""
        reasons = tuple((reason, reason_words(reason)) for reason in CancelReason)
        menu = MenuButton(self.theme, reasons, name=_("Call off: {day}").format(day=day), prompt=_("Call off"),
                          kind="quiet")  # fmt: skip
        menu.setAccessibleName(_("Call off: {day}").format(day=day))
        menu.chosen.connect(lambda why: self._cancel(session, why))
        return menu

    def _cancel(self, session: Session, why: object) -> None:
        reason = why if isinstance(why, CancelReason) else None
        self.onward = _act(_("Bring back"), day_words(session.held_on, self.room.desk.clock.today()))
        self.do(lambda workspace: workspace.sessions.cancel(session, reason))

    def _restore(self, session: Session) -> None:
        self.onward = _act(_("Move"), day_words(session.held_on, self.room.desk.clock.today()))
        self.do(lambda workspace: workspace.sessions.restore(session))

    def _move(self, session: Session) -> None:
        self.room.open((self.group_id, "meetings", "move", session.id))

    # ------------------------------------------------------------ rules
    def _rules(self, rules: tuple[Series, ...]) -> QWidget:
        theme, today = self.theme, self.room.desk.clock.today()
        parts: list[QWidget | int] = [box(heading(theme, _("Meeting days"))), 10]
        for rule in rules:
            change = self.way(_("Change"), "meetings", rule.id, flush=True)
            change.setAccessibleName(_("Change: {rule}").format(rule=rule_words(rule)))
            parts += [
                Label(theme, rule_words(rule), "strong", wrap=True),
                2,
                Label(theme, times_words(rule.start_minute, rule.minutes), wrap=True),
                2,
                Label(theme, span_words(rule, today), "small", "soft", wrap=True),
                2,
                box(Flow(theme, change)),
                10,
            ]
        if not rules:
            parts += [Label(theme, _("No day that comes again and again."), "body", "soft", wrap=True), 10]
        words = _("Add another day") if rules else _("Say when you meet")
        parts.append(self.way(words, "meetings", "new", icon="plus"))
        return box(down(theme, *parts))


def _act(words: str, day: str) -> str:
    """What a button of an evening is called for those who do not see in which row it stands."""
    return _("{act}: {day}").format(act=words, day=day)
