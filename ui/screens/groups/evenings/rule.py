"""The form for a repeat rule: which day, what time, how often, from when, and until when where it ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from PySide6.QtWidgets import QWidget

from facilitator.evening import repeat
from facilitator.i18n import _, ngettext
from facilitator.model.change import Change
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.model.session import Series, SeriesDraft
from facilitator.workspace import Workspace
from ui.screens.groups.form import Form
from ui.screens.groups.leaf import Room
from ui.screens.groups.where import Path
from ui.screens.groups.words import day_words, rule_words, weekday_words
from ui.widgets import (
    Button,
    ChoiceField,
    Columns,
    DateField,
    Fact,
    Field,
    Label,
    Panel,
    Stepper,
    TimeField,
    box,
    down,
)

SEVEN_PM = 19 * 60
_AHEAD = 4
_WEEKLY = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class _Known:
    group: Group
    rule: Series | None
    next_on: date | None
    is_first: bool


def _read(workspace: Workspace, group_id: Id, rule_id: Id | None) -> _Known:
    rule = None if rule_id is None else workspace.sessions.series.get(rule_id)
    coming = workspace.sessions.next(group_id)
    is_first = not workspace.sessions.series.of(group_id)
    return _Known(workspace.groups.get(group_id), rule, None if coming is None else coming.held_on, is_first)


class RuleForm(Form):
    """A new rule, or one that changes from a day on; what lies before stays as it was."""

    def __init__(self, room: Room, path: Path) -> None:
        self.rule_id = path[2] if isinstance(path[2], bytes) else None
        title = _("When do you meet?") if self.rule_id is None else _("Change the meeting days")
        super().__init__(room, path, title, back=_("When we meet"), does=_("Save the meeting days"))
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self.weekday: ChoiceField | None = None

    def read(self) -> None:
        """Ask for the group and the rule."""
        if self.weekday is None:
            self.ask(lambda workspace: _read(workspace, self.group_id, self.rule_id), self._show)

    def begins(self) -> QWidget | None:
        """The day of the week."""
        return None if self.weekday is None else self.weekday.menu

    # ------------------------------------------------------------ drawing
    def _show(self, known: _Known) -> None:
        theme, today, rule = self.theme, self.room.desk.clock.today(), known.rule
        self._rule, self._is_first = rule, known.is_first
        self.head.say(known.group.name, self.head.title.words)
        first = today if rule is None else max(rule.first_on, known.next_on or today)
        if rule is None:
            self.cancel.setText(_("Not now"))
        days = [(n, weekday_words(n)) for n in range(7)]
        self.weekday = ChoiceField(theme, _("Day"), days, rule.weekday if rule else first.weekday())
        self.start = TimeField(theme, _("Starts at"), rule.start_minute if rule else SEVEN_PM)
        self.minutes = Stepper(
            theme, rule.minutes if rule else 90, _("How long"), least=5, most=720, step=5, unit=_(" min")
        )
        self.often = ChoiceField(theme, _("How often?"), self._choices(), (rule.every, rule.nth) if rule else (1, 0))
        name = _("First evening") if rule is None else _("From which day?")
        self.first = DateField(theme, name, first, today, day_first=self.room.day_first)
        ends = rule.last_on if rule else None
        self.last = DateField(
            theme,
            _("Last evening"),
            ends,
            today,
            _("Leave it empty if it goes on."),
            day_first=self.room.day_first,
        )
        if ends is None and known.group.is_ongoing:
            self.last.hide()
        self._days = down(theme)
        self._preview = Panel(theme, down(theme, self._days, margins=(20, 14, 16, 16)), "action_tint")
        stop = Button(theme, _("Meet on this day no more"), "quiet", "close", flush=True)
        stop.clicked.connect(self._stop)
        if rule is None:
            stop.hide()
        when = Columns(theme, self.start, Field(theme, _("How long?"), self.minutes), gap=20, stacked_gap=16, below=420)
        span = Columns(theme, self.first, self.last, gap=20, stacked_gap=16, below=420)
        self.lay(self.weekday, 18, box(when), 18, self.often, 18, box(span), 14, stop, aside=self._preview)
        self.weekday.chosen.connect(self._follow)
        self.often.chosen.connect(self._named)
        self.minutes.valueChanged.connect(self._foresee)
        for field in (self.start, self.first, self.last):
            field.changed.connect(self._foresee)
        self.weekday.chosen.connect(self._named)
        self._foresee()
        self.keep()

    def _choices(self) -> list[tuple[object, str]]:
        weekday = self.weekday.value if self.weekday is not None else 0
        pairs = [(every, 0) for every in _WEEKLY] + [(1, nth) for nth in range(1, repeat.LAST + 1)]
        if self._rule is not None and (self._rule.every, self._rule.nth) not in pairs:
            pairs.append((self._rule.every, self._rule.nth))
        day = weekday if isinstance(weekday, int) else 0
        today = self.room.desk.clock.today()
        return [
            ((every, nth), rule_words(SeriesDraft(weekday=day, start_minute=0, every=every, nth=nth, first_on=today)))
            for every, nth in pairs
        ]

    def _follow(self, _value: object = None) -> None:
        """The day to begin moves on to the weekday chosen, so that the two never speak against each other."""
        day, weekday = self.first.day, self.weekday.value if self.weekday is not None else None
        if day is not None and isinstance(weekday, int):
            self.first.set_day(day + timedelta(days=(weekday - day.weekday()) % 7))
        self._foresee()

    def _named(self, _value: object = None) -> None:
        """The choices name the day that was chosen."""
        self.often.menu.set_choices(tuple(self._choices()), self.often.value)
        self._foresee()

    def _foresee(self, _value: object = None) -> None:
        theme, today = self.theme, self.room.desk.clock.today()
        self._days.clear()
        draft = self._draft()
        if draft is None:
            self._days.put(Label(theme, _("The next evenings show here."), "body", "soft", wrap=True))
            return
        far = draft.first_on + timedelta(days=800)
        found = tuple(islice(repeat.days(draft, draft.first_on, far), _AHEAD))
        ends = draft.last_on
        to_the_end = 0 if ends is None else len(tuple(repeat.days(draft, draft.first_on, ends)))
        self._days.put(Label(theme, _("That means"), "strong", wrap=True), 8)
        for day in found:
            self._days.put(Fact(theme, "calendar", day_words(day, today)), 6)
        if to_the_end > len(found):
            words = ngettext("{n} evening in all", "{n} evenings in all", to_the_end).format(n=to_the_end)
            self._days.put(Label(theme, words, "body", "soft", wrap=True), 6)
        if not found:
            self._days.put(Label(theme, _("No evening lies between these days."), "body", "soft", wrap=True))

    # ------------------------------------------------------------ doing
    def fields(self) -> Mapping[str, str]:
        """What stands in the form."""
        if self.weekday is None:
            return {}
        every, nth = self._often()
        return {
            "weekday": str(self.weekday.value),
            "start": self.start.text,
            "minutes": str(self.minutes.value()),
            "every": str(every),
            "nth": str(nth),
            "first": self.first.text,
            "last": self.last.text,
        }

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half typed."""
        if self.weekday is None:
            return
        self.weekday.choose(int(fields["weekday"]))
        self.start.set_text(fields["start"])
        self.minutes.setValue(int(fields["minutes"]))
        self.often.choose((int(fields["every"]), int(fields["nth"])))
        self.first.set_text(fields["first"])
        self.last.set_text(fields["last"])
        self._named()

    def save(self) -> None:
        """Keep the rule."""
        if self.weekday is None:
            return
        if self.start.check() is None:
            self.point(self.start)
            return
        if self.first.check() is None:
            self.point(self.first)
            return
        if self.last.text and self.last.check() is None:
            self.point(self.last)
            return
        draft = self._draft()
        if draft is None:
            return
        if draft.last_on is not None and draft.last_on < draft.first_on:
            self.last.refuse(_("The last evening lies before the first. Give a later day."))
            self.point(self.last)
            return
        group_id, rule_id, from_day = self.group_id, self.rule_id, draft.first_on

        def command(workspace: Workspace) -> Change:
            rules = workspace.sessions.series
            return rules.save(group_id, draft) if rule_id is None else rules.change(rule_id, draft, from_day)

        path: Path = (group_id,) if self._is_first else (group_id, "meetings")
        self.send(command, lambda change: path)

    def _stop(self) -> None:
        rule_id, day = self.rule_id, max(self.first.day or self.room.desk.clock.today(), self.room.desk.clock.today())
        if rule_id is not None:
            self.send(lambda w: w.sessions.series.stop(rule_id, day), lambda change: (self.group_id, "meetings"))

    def _often(self) -> tuple[int, int]:
        value = self.often.value
        return (int(value[0]), int(value[1])) if isinstance(value, tuple) else (1, 0)

    def _draft(self) -> SeriesDraft | None:
        """The rule as it stands, None while a part of it cannot be read."""
        start, first = self.start.minute, self.first.day
        if self.weekday is None or start is None or first is None or (self.last.text and self.last.day is None):
            return None
        every, nth = self._often()
        weekday = self.weekday.value
        return SeriesDraft(
            weekday=weekday if isinstance(weekday, int) else 0,
            start_minute=start,
            minutes=self.minutes.value(),
            every=every,
            nth=nth,
            first_on=first,
            last_on=self.last.day,
        )
