"""The form for one evening: one more beside the rule, or one that is moved to another day or time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from facilitator.errors import NotFound
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.model.session import Session
from facilitator.workspace import Workspace
from ui.screens.groups.evenings.rule import SEVEN_PM
from ui.screens.groups.form import Form
from ui.screens.groups.leaf import Room
from ui.screens.groups.where import Path
from ui.screens.groups.words import session_words
from ui.widgets import Columns, DateField, Field, Stepper, TimeField, box

_BACK, _AHEAD = 31, 800


@dataclass(frozen=True, slots=True)
class _Known:
    group: Group
    session: Session | None
    like: tuple[int, int]


class EveningForm(Form):
    """A day, a time and a length."""

    def __init__(self, room: Room, path: Path) -> None:
        moved = path[-1] if isinstance(path[-1], bytes) else None
        title = _("One more evening") if moved is None else _("Move this evening")
        does = _("Plan it") if moved is None else _("Move it")
        super().__init__(room, path, title, back=_("When we meet"), does=does)
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self._session_id: Id | None = moved
        self.day: DateField | None = None

    def read(self) -> None:
        """Ask for the group, and for the evening that is moved."""
        if self.day is None:
            self.ask(self._known, self._show)

    def begins(self) -> QWidget | None:
        """The day."""
        return None if self.day is None else self.day.edit

    def _known(self, workspace: Workspace) -> _Known:
        group, today = workspace.groups.get(self.group_id), self.room.desk.clock.today()
        if self._session_id is None:
            rules = workspace.sessions.series.of(self.group_id)
            like = (rules[-1].start_minute, rules[-1].minutes) if rules else (SEVEN_PM, 90)
            return _Known(group, None, like)
        start, end = today - timedelta(days=_BACK), today + timedelta(days=_AHEAD)
        for session in workspace.sessions.planned(self.group_id, start, end):
            if session.id == self._session_id:
                return _Known(group, session, (session.start_minute, session.minutes))
        raise NotFound("session")

    def _show(self, known: _Known) -> None:
        theme, today = self.theme, self.room.desk.clock.today()
        self._session = known.session
        line = known.group.name
        if known.session is not None:
            line = _("{group}, {when}").format(group=line, when=session_words(known.session, today))
        self.head.say(line, self.head.title.words)
        self.day = DateField(
            theme,
            _("Day"),
            known.session.held_on if known.session else None,
            today,
            day_first=self.room.day_first,
        )
        self.start = TimeField(theme, _("Starts at"), known.like[0])
        self.minutes = Stepper(theme, known.like[1], _("How long"), least=5, most=720, step=5, unit=_(" min"))
        when = Columns(theme, self.start, Field(theme, _("How long?"), self.minutes), gap=20, stacked_gap=16, below=420)
        self.lay(self.day, 18, box(when))
        self.keep()

    def fields(self) -> Mapping[str, str]:
        """What stands in the form."""
        if self.day is None:
            return {}
        return {"day": self.day.text, "start": self.start.text, "minutes": str(self.minutes.value())}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half typed."""
        if self.day is not None:
            self.day.set_text(fields["day"])
            self.start.set_text(fields["start"])
            self.minutes.setValue(int(fields["minutes"]))

    def save(self) -> None:
        """Plan or move it."""
        if self.day is None:
            return
        day, start, minutes = self.day.check(), self.start.check(), self.minutes.value()
        if day is None or start is None:
            self.point(self.day if day is None else self.start)
            return
        session, group_id = self._session, self.group_id
        if session is not None and day < self.room.desk.clock.today():
            self.day.refuse(_("That day is over. Give today or a later day."))
            self.point(self.day)
            return

        def command(workspace: Workspace) -> Change:
            if session is None:
                return workspace.sessions.add(group_id, day, start, minutes)
            return workspace.sessions.change(session, held_on=day, start_minute=start, minutes=minutes)

        self.send(command, lambda change: (group_id, "meetings"))
