"""One evening of a group: when and where, who runs it, what became of it, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, listed, ngettext
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.note import Note
from facilitator.model.rota import RUNNING, RotaRow, role_words
from facilitator.model.session import CancelReason, Session, SessionStatus, reason_words
from facilitator.workspace import Workspace
from ui.go import Go
from ui.screens.groups.evenings.finding import find
from ui.screens.groups.leaf import Holder, Leaf, Room
from ui.screens.groups.where import Path
from ui.screens.groups.words import day_words, times_words
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Button,
    Columns,
    Fact,
    Flow,
    Label,
    MenuButton,
    Notice,
    Sheet,
    across,
    box,
    down,
    heading,
)
from ui.writing.paper import NotePaper


@dataclass(frozen=True, slots=True)
class _Evening:
    group: Group
    session: Session
    venue: str
    rota: RotaRow
    names: dict[Id, str]
    notes: tuple[Note, ...] = ()
    themes: tuple[str, ...] = ()


def _read(workspace: Workspace, group_id: Id, session_id: Id, today: date) -> _Evening:
    session = find(workspace, group_id, session_id, today)
    venues = {venue.id: venue.name for venue in workspace.venues.all()}
    names = {one.id: one.name for one in workspace.facilitators.all()}
    rota = workspace.rota.of(session)
    for shift in rota.shifts:
        if shift.facilitator_id is not None and shift.facilitator_id not in names:
            names[shift.facilitator_id] = workspace.facilitators.get(shift.facilitator_id).name
    where = "" if session.venue_id is None else venues.get(session.venue_id, _("A place that is on no list any more"))
    return _Evening(workspace.groups.get(group_id), session, where, rota, names,
                    workspace.notes.of_session(session.id), workspace.themes.on(session.id))


class EveningLeaf(Leaf):
    """The evening, and its next step as the one filled button."""

    areas = ("sessions", "groups", "venues", "roles", "facilitators", "attendance", "notes", "themes")

    def __init__(self, room: Room, path: Path) -> None:
        super().__init__(room, path, "", back=_("All evenings"))
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self.session_id: Id = path[2] if isinstance(path[2], bytes) else b""
        self._place = Holder(room.theme)
        self._next: Button | None = None
        self._why = ""
        self.body.put(self.refusal, 4, self._place, STRETCH)

    def read(self) -> None:
        """Ask for it."""
        today = self.room.desk.clock.today()
        self.ask(lambda workspace: _read(workspace, self.group_id, self.session_id, today), self._show)

    def begins(self) -> QWidget | None:
        """The next step."""
        return self._next or self.back

    # ------------------------------------------------------------ drawing
    def _show(self, evening: _Evening) -> None:
        theme, today, session = self.theme, self.room.desk.clock.today(), evening.session
        self.head.say(evening.group.name, day_words(session.held_on, today))
        focus = self.focusWidget()
        name = focus.accessibleName() if focus is not None and self._place.isAncestorOf(focus) else ""
        facts: list[QWidget | int] = [
            Fact(theme, "clock", times_words(session.start_minute, session.minutes)), 10,
            Fact(theme, "place", evening.venue or _("No venue yet")), 10,
        ]  # fmt: skip
        for role in RUNNING:
            shift = evening.rota.shift(role)
            who = evening.names.get(shift.facilitator_id or b"", _("Somebody else"))
            if shift.filled:
                facts += [Fact(theme, "person", who, role_words(role)), 10]
        if not any(evening.rota.shift(role).filled for role in RUNNING):
            facts += [Fact(theme, "person", _("Nobody is named to run it"), look=True), 10]
        rota = Button(theme, _("Who does what"), "quiet", flush=True)
        rota.clicked.connect(lambda: self.room.open((self.group_id, "rota")))
        side = box(down(theme, heading(theme, _("When, where and who")), 10, *facts, box(Flow(theme, rota))))
        self._place.swap(box(Columns(theme, self._became(evening, today), side, shares=(56, 44), gap=36)))
        if name:  # once called off, on why: Enter again must not bring it back
            self.refocus(self._place, name, self._why)

    def _became(self, evening: _Evening, today: date) -> QWidget:
        """What became of it, and what can be done about it."""
        theme, session = self.theme, evening.session
        if session.status is SessionStatus.CANCELLED:
            parts = self._cancelled(session)
        elif session.status is SessionStatus.HELD:
            parts = self._held(evening)
        else:
            parts = self._planned(session, today)
        coming = session.status is SessionStatus.PLANNED and session.held_on >= today
        title = heading(theme, _("This evening") if coming else _("What became of it"))
        inner = down(theme, title, 10, *parts, margins=(26, 18, 26, 24))
        return box(down(theme, Sheet(theme, inner, stack=2), *self._written(evening)))

    def _written(self, evening: _Evening) -> list[QWidget | int]:
        """What it was about, and what was written of it; nothing where there is neither."""
        theme, found = self.theme, list[QWidget | int]()
        if evening.themes:
            said = listed(evening.themes)
            found += [20, box(heading(theme, _("What came up"))), 4, Label(theme, said, "body", wrap=True)]
        for note in evening.notes:
            read = Button(theme, _("Add to it, seal it, or change it"), "quiet", "pencil", flush=True)
            read.clicked.connect(lambda _on=False, note=note: self.room.desk.go(Go("tonight", ("notes", note))))
            found += [20, box(heading(theme, _("The note"))), 8, NotePaper(theme, note, 0), 4, read]
        return found

    def _planned(self, session: Session, today: date) -> list[QWidget | int]:
        """Still to come, on today, or past without a word about it."""
        theme = self.theme
        write = self._way(_("Write down how it was"), "evenings", session.id, "happened",
                          primary=session.held_on < today)  # fmt: skip
        move = self._way(_("Move it"), "meetings", "move", session.id, primary=session.held_on > today)
        if session.held_on < today:
            said, ways = _("Nobody has written this evening down yet."), [write, move]
        elif session.held_on == today:
            tonight = Button(theme, _("Go to Tonight"), "primary", "tonight")
            tonight.clicked.connect(lambda: self.room.desk.go(Go("tonight", session)))
            said, ways = _("It is today."), [tonight, write, move]
        else:
            plan = Button(theme, _("Its plan"), "plain", "plans")
            plan.clicked.connect(lambda: self.room.desk.go(Go("plans", session)))
            said, ways = _("It is planned. Another day, time or place is no trouble until it begins."), [move, plan]
        self._next = ways[0]
        return [Label(theme, said, "body", wrap=True), 16, box(Flow(theme, *ways, self._call_off(session), gap=10))]

    def _cancelled(self, session: Session) -> list[QWidget | int]:
        theme = self.theme
        words = reason_words(session.why) if session.why is not None else _("Nobody has said why.")
        why = MenuButton(theme, _reasons(), session.why, name=_("Why"), prompt=_("Say why"), kind="plain")
        why.chosen.connect(lambda reason: self._say_why(session, reason))
        self._why = why.accessibleName()
        back = self._next = Button(theme, _("It takes place after all"), "primary", "undo")
        back.clicked.connect(lambda: self.do(lambda workspace: workspace.sessions.restore(session)))
        notice = Notice(theme, _("This evening is called off."), words, icon="calendar")
        return [notice, 16, box(Flow(theme, back, why, gap=10))]

    def _held(self, evening: _Evening) -> list[QWidget | int]:
        theme, count = self.theme, evening.session.count
        heads = count.heads or 0
        figures = [_figure(theme, heads, ngettext("person counted", "people counted", heads))]
        if count.newcomers is not None:
            figures.append(_figure(theme, count.newcomers, _("came for the first time")))
        if count.returning is not None:
            figures.append(_figure(theme, count.returning, _("had come before")))
        if count.adults is not None:
            figures.append(_figure(theme, count.adults, ngettext("adult", "adults", count.adults)))
        correct = self._way(_("Correct the count"), "evenings", evening.session.id, "happened")
        ways, self._next = [correct], correct
        if evening.group.record_level >= RecordLevel.FIRST_NAME:
            ways.append(self._way(_("Who came"), "came"))
        kept = _("It was held, and stays as it was: a correction is kept beside what was written before.")
        return [box(Flow(theme, *figures, gap=28, line_gap=6)), 12, Label(theme, kept, "small", "soft", wrap=True), 16,
                box(Flow(theme, *ways, gap=10))]

    def _way(self, words: str, *steps: str | Id, primary: bool = False) -> Button:
        button = Button(self.theme, words, "primary" if primary else "plain")
        button.clicked.connect(lambda: self.room.open((self.group_id, *steps)))
        return button

    # ------------------------------------------------------------ doing
    def _call_off(self, session: Session) -> MenuButton:
        menu = MenuButton(self.theme, _reasons(), prompt=_("Call it off"), kind="plain")
        menu.chosen.connect(lambda why: self._cancel(session, why))
        return menu

    def _cancel(self, session: Session, why: object) -> None:
        reason = why if isinstance(why, CancelReason) else None
        self.do(lambda workspace: workspace.sessions.cancel(session, reason))

    def _say_why(self, session: Session, why: object) -> None:
        if isinstance(why, CancelReason):
            self.do(lambda workspace: workspace.sessions.say_why(session, why))


def _reasons() -> tuple[tuple[object, str], ...]:
    return tuple((reason, reason_words(reason)) for reason in CancelReason)


def _figure(theme: Theme, number: int, words: str) -> QWidget:
    figure = Label(theme, str(number), "figure")
    return box(across(theme, figure, Label(theme, words, "body", "soft"), gap=10))
