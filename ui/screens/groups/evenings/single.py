"""The form for one evening: one more beside the rule, or one that is moved to another day or time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.model.organisation import Venue
from facilitator.model.session import Session
from facilitator.workspace import Workspace
from ui.screens.groups.evenings.finding import find
from ui.screens.groups.evenings.rule import SEVEN_PM
from ui.screens.groups.form import Form
from ui.screens.groups.leaf import Room
from ui.screens.groups.where import Path
from ui.screens.groups.words import session_words
from ui.widgets import ChoiceField, Columns, DateField, Field, Stepper, TimeField, box


@dataclass(frozen=True, slots=True)
class _Known:
    group: Group
    session: Session | None
    like: tuple[int, int]
    venues: tuple[Venue, ...]


class EveningForm(Form):
    """A day, a time, a length, and a place where it is another one."""

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
        group, venues = workspace.groups.get(self.group_id), workspace.venues.all()
        if self._session_id is None:
            rules = workspace.sessions.series.of(self.group_id)
            like = (rules[-1].start_minute, rules[-1].minutes) if rules else (SEVEN_PM, 90)
            return _Known(group, None, like, venues)
        session = find(workspace, self.group_id, self._session_id, self.room.desk.clock.today())
        return _Known(group, session, (session.start_minute, session.minutes), venues)

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
        places = [(venue.id, venue.name) for venue in known.venues]
        here = known.session.venue_id if known.session is not None else known.group.venue_id
        self.place = ChoiceField(theme, _("Where?"), places, here, prompt=_("Choose a venue"))
        if not places:
            self.place.hide()
        self.lay(self.day, 18, box(when), 18, self.place)
        self.keep()

    def fields(self) -> Mapping[str, str]:
        """What stands in the form."""
        if self.day is None:
            return {}
        place = self.place.value.hex() if isinstance(self.place.value, bytes) else ""
        return {"day": self.day.text, "start": self.start.text, "minutes": str(self.minutes.value()), "place": place}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half typed."""
        if self.day is not None:
            self.day.set_text(fields["day"])
            self.start.set_text(fields["start"])
            self.minutes.setValue(int(fields["minutes"]))
            self.place.choose(bytes.fromhex(fields.get("place", "")) or None)

    def save(self) -> None:
        """Plan or move it."""
        if self.day is None:
            return
        day, start, minutes = self.day.check(), self.start.check(), self.minutes.value()
        if day is None or start is None:
            self.point(self.day if day is None else self.start)
            return
        session, group_id = self._session, self.group_id
        venue_id = self.place.value if isinstance(self.place.value, bytes) else None
        if session is not None and day < self.room.desk.clock.today():
            self.day.refuse(_("That day is over. Give today or a later day."))
            self.point(self.day)
            return

        def command(workspace: Workspace) -> Change:
            if session is None:
                elsewhere = None if venue_id == workspace.groups.get(group_id).venue_id else venue_id
                return workspace.sessions.add(group_id, day, start, minutes, elsewhere)
            return workspace.sessions.change(session, held_on=day, start_minute=start, minutes=minutes,
                                             venue_id=venue_id)

        self.send(command, lambda change: (group_id, "meetings"))
