"""The list of groups, and the way to a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.workspace import Workspace
from ui.screens.groups.leaf import Holder, Leaf, Room
from ui.screens.groups.words import day_words, session_words
from ui.widgets import STRETCH, Button, Empty, Notice, RowItem, RowList, Sheet, box, down, heading


@dataclass(frozen=True, slots=True)
class _Row:
    group_id: Id
    name: str
    kind: str
    level: str
    next: str
    due: bool
    """Whether its agreement wants to be looked at again."""


@dataclass(frozen=True, slots=True)
class _Roll:
    rows: tuple[_Row, ...]
    organisation: str
    away: tuple[Group, ...] = ()


def _read(workspace: Workspace, today: date) -> _Roll:
    rows = []
    for group in workspace.groups.all():
        coming, agreed = workspace.sessions.next(group.id), workspace.agreements.current(group.id)
        rows.append(
            _Row(
                group.id,
                group.name,
                workspace.library.application_explained(group.application).name,
                workspace.library.level_explained(group.record_level).name,
                "" if coming is None else session_words(coming, today),
                agreed is not None and agreed.due(today),
            )
        )
    return _Roll(tuple(rows), workspace.organisations.get().name, workspace.groups.archived())


class Roll(Leaf):
    """Every group by name, with its record level in words and when it meets next."""

    areas = ("groups", "sessions", "organisation", "agreements")

    def __init__(self, room: Room) -> None:
        self.answers = Button(room.theme, _("Your organisation"), "quiet", "person")
        self.answers.clicked.connect(lambda: room.open(("organisation",)))
        self.new = Button(room.theme, _("New group"), "plain", "plus")
        self.new.clicked.connect(lambda: room.open(("new",)))
        self.venues = Button(room.theme, _("Venues"), "quiet", "place")
        self.venues.clicked.connect(lambda: room.open(("venues",)))
        super().__init__(room, (), _("Groups"), "", self.venues, self.answers, self.new)
        self._place, self._away = Holder(room.theme), Holder(room.theme)
        self._away_now: tuple[Group, ...] = ()
        self.list: RowList | None = None
        self._named = False
        self._first: QWidget | None = None
        self.body.put(self._place, self._away, STRETCH)

    def read(self) -> None:
        """Ask for the groups."""
        today = self.room.desk.clock.today()
        self.ask(lambda workspace: _read(workspace, today), self._show)

    def begins(self) -> QWidget | None:
        """The list, or the first step."""
        return self._first

    def _show(self, roll: _Roll) -> None:
        theme = self.theme
        self._show_away(roll.away)
        self.new.setVisible(bool(roll.rows))
        self.answers.setVisible(bool(roll.rows))
        self.venues.setVisible(bool(roll.rows))
        if not roll.rows:
            step = Button(theme, _("Make the first group"), "primary", "plus")
            step.clicked.connect(lambda: self.room.open(("new",)))
            words = _(
                "A group is a circle of people who meet again and again. "
                "Say who it is for and when it meets, and the app gets its evenings ready."
            )
            self._place.swap(Empty(theme, _("No groups yet"), words, step))
            self.list, self._first = None, step
            return
        if self.list is None or self._named != bool(roll.organisation):
            self._named = bool(roll.organisation)
            self.list = RowList(theme, _("Groups"))
            self.list.opened.connect(self._open)
            parts: list[QWidget | int] = []
            if not roll.organisation:
                fill = Button(theme, _("Fill it in"))
                fill.clicked.connect(lambda: self.room.open(("organisation",)))
                parts += [
                    Notice(
                        theme,
                        _("Nobody is named yet who answers for the groups."),
                        _("Sheets and the emergency card then show who to call."),
                        icon="person",
                        button=fill,
                    ),
                    16,
                ]
            parts.append(Sheet(theme, down(theme, self.list, margins=(14, 10, 14, 12)), stack=2))
            self._place.swap(*parts)
        self._first = self.list
        self.list.show_items([RowItem(row.group_id, row.name, self._detail(row), "groups") for row in roll.rows])

    def _show_away(self, away: Sequence[Group]) -> None:
        """Groups that were put away, under the others; each still opens."""
        if away == self._away_now:
            return
        self._away_now = tuple(away)
        if not away:
            self._away.swap()
            return
        today, items = self.room.desk.clock.today(), []
        for group in away:
            if group.archived_on is not None:
                said = _("Put away on {day}.").format(day=day_words(group.archived_on, today))
                items.append(RowItem(group.id, group.name, said, "folder"))
        former = RowList(self.theme, _("Groups that were put away"))
        former.opened.connect(self._open)
        former.show_items(items)
        self._away.swap(30, box(heading(self.theme, _("Put away"))), 8, former)

    def _detail(self, row: _Row) -> str:
        kept = _("{kind}. {level}.").format(kind=row.kind, level=row.level)
        meets = _("Next: {when}.").format(when=row.next) if row.next else _("No meeting planned.")
        due = _("Time to look at its agreement again.") if row.due else ""
        return f"{kept} {meets} {due}".strip()

    def _open(self, key: object) -> None:
        if isinstance(key, bytes):
            self.room.open((key,))
