"""Every evening of a group: what is to come, and what became of those that are past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.model.organisation import Venue
from facilitator.model.session import Session, SessionStatus
from facilitator.workspace import Workspace
from ui.screens.groups.evenings.finding import happened
from ui.screens.groups.leaf import Holder, Leaf, Room
from ui.screens.groups.where import Path
from ui.screens.groups.words import day_words, times_words
from ui.widgets import (
    STRETCH,
    Button,
    Columns,
    Empty,
    Label,
    MenuButton,
    NarrowField,
    RowItem,
    RowList,
    Sheet,
    box,
    down,
    heading,
)

AHEAD = timedelta(weeks=13)
"""How far ahead evenings are listed."""
_SPANS = (182, 365, 1095)
MANY = 14
"""From how many evenings on there is a line to find one by."""


@dataclass(frozen=True, slots=True)
class _Evenings:
    group: Group
    past: tuple[Session, ...]
    coming: tuple[Session, ...]
    venues: tuple[Venue, ...]


def _read(workspace: Workspace, group_id: Id, days: int, today: date) -> _Evenings:
    every = workspace.sessions.planned(group_id, today - timedelta(days=days), today + AHEAD)
    past = tuple(reversed([one for one in every if _over(one, today)]))
    return _Evenings(workspace.groups.get(group_id), past, tuple(one for one in every if not _over(one, today)),
                     workspace.venues.all())


def _over(session: Session, today: date) -> bool:
    return session.held_on < today or session.status is SessionStatus.HELD


class EveningsPage(Leaf):
    """Two lists side by side; a row opens the evening."""

    areas = ("sessions", "groups", "venues")

    def __init__(self, room: Room, path: Path) -> None:
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self.extra = Button(room.theme, _("One more evening"), "plain", "plus")
        self.extra.clicked.connect(lambda: room.open((self.group_id, "meetings", "extra")))
        super().__init__(room, path, _("All evenings"), "", self.extra, back=_("When we meet"))
        self.days = _SPANS[1]
        names = (_("Last 6 months"), _("Last 12 months"), _("Last 3 years"))
        self._menu = MenuButton(room.theme, tuple(zip(_SPANS, names, strict=True)), self.days, name=_("Shown"),
                                kind="quiet")  # fmt: skip
        self._menu.chosen.connect(self._take)
        self._place = Holder(room.theme)
        self.past: RowList | None = None
        self.coming: RowList | None = None
        self.body.put(self._place, STRETCH)

    def read(self) -> None:
        """Ask for the evenings."""
        today, days = self.room.desk.clock.today(), self.days
        self.ask(lambda workspace: _read(workspace, self.group_id, days, today), self._show)

    def begins(self) -> QWidget | None:
        """What is past, as that is what one comes for."""
        return self.past or self.back

    def _take(self, days: object) -> None:
        self.days = days if isinstance(days, int) else _SPANS[1]
        self.read()

    # ------------------------------------------------------------ drawing
    def _show(self, evenings: _Evenings) -> None:
        self.head.say(evenings.group.name, _("All evenings"))
        if not evenings.past and not evenings.coming:
            step = Button(self.theme, _("Say when you meet"), "primary")
            step.clicked.connect(lambda: self.room.open((self.group_id, "meetings", "new")))
            words = _("Say the day and the time once. Every evening then stands here, with what became of it.")
            self.past = self.coming = None
            self._place.swap(Empty(self.theme, _("No evenings yet"), words, step))
            return
        if self.past is None or self.coming is None:
            self._draw()
        today = self.room.desk.clock.today()
        names = {venue.id: venue.name for venue in evenings.venues}
        if self.past is not None and self.coming is not None:
            self.finder.show_items([self._past(one, today) for one in evenings.past])
            self.finder.setVisible(len(evenings.past) >= MANY)
            self.coming.show_items([self._coming(one, today, evenings.group, names) for one in evenings.coming])
            self._nothing.setVisible(not evenings.past)
            self._unfound.hide()
            self._none.setVisible(not evenings.coming)

    def _draw(self) -> None:
        theme = self.theme
        self.past, self.coming = RowList(theme, _("What happened")), RowList(theme, _("Coming up"))
        for rows in (self.past, self.coming):
            rows.opened.connect(self._open)
        self.finder = NarrowField(theme, _("Find an evening"), self.past)
        self._unfound = Label(theme, _("No evening of that day is shown."), "body", "soft", wrap=True)
        self.finder.narrowed.connect(lambda left: self._unfound.setVisible(not left))
        self._nothing = Label(theme, _("No evening is over yet."), "body", "soft", wrap=True)
        self._none = Label(theme, _("No evening is planned."), "body", "soft", wrap=True)
        title = box(down(theme, heading(theme, _("What happened"), self._menu), margins=(12, 0, 0, 4)))
        finder = box(down(theme, self.finder, margins=(12, 0, 12, 8)))
        sheet = Sheet(theme, down(theme, title, self._nothing, finder, self._unfound, self.past,
                                  margins=(14, 12, 14, 14)), stack=2)  # fmt: skip
        side = box(down(theme, heading(theme, _("Coming up")), 6, self._none, self.coming))
        self._place.swap(box(Columns(theme, sheet, side, shares=(56, 44), gap=32)))

    def _past(self, session: Session, today: date) -> RowItem:
        open_ = session.status is SessionStatus.PLANNED
        icon = {SessionStatus.HELD: "check", SessionStatus.CANCELLED: "close"}.get(session.status, "pencil")
        return RowItem(session.id, day_words(session.held_on, today), happened(session), icon, look=open_)

    def _coming(self, session: Session, today: date, group: Group, venues: dict[Id, str]) -> RowItem:
        if session.status is SessionStatus.CANCELLED:
            detail = happened(session)
        else:
            detail = times_words(session.start_minute, session.minutes)
            if session.venue_id not in (None, group.venue_id):
                detail = _("{times}. At {venue}.").format(times=detail, venue=venues.get(session.venue_id or b"", ""))
        return RowItem(session.id, day_words(session.held_on, today), detail,
                       "close" if session.status is SessionStatus.CANCELLED else "calendar")

    def _open(self, session_id: object) -> None:
        if isinstance(session_id, bytes):
            self.room.open((self.group_id, "evenings", session_id))
