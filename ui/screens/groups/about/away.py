"""Putting a group away: what stops, what stays, and which papers are still out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, ngettext
from facilitator.model.clock import Clock
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.session import SessionStatus
from facilitator.workspace import Workspace
from ui.screens.groups.form import FORM
from ui.screens.groups.going import Out, out_of, papers_out
from ui.screens.groups.leaf import Holder, Leaf, Room
from ui.screens.groups.where import Path
from ui.screens.groups.words import session_words
from ui.widgets import STRETCH, Button, Columns, Fact, Flow, Paragraph, box, down, heading

_AHEAD = timedelta(weeks=12)


@dataclass(frozen=True, slots=True)
class _Known:
    group: Group
    next: str
    evenings: int
    people: int
    papers: tuple[Out, ...]


def _read(workspace: Workspace, group_id: Id, clock: Clock) -> _Known:
    group, today = workspace.groups.get(group_id), clock.today()
    coming = workspace.sessions.next(group_id)
    ahead = workspace.sessions.planned(group_id, today, today + _AHEAD)
    named = group.record_level >= RecordLevel.FIRST_NAME
    return _Known(
        group,
        "" if coming is None else session_words(coming, today),
        sum(session.status is SessionStatus.PLANNED for session in ahead),
        len(workspace.members.of(group_id, left=True)) if named else 0,
        out_of(workspace, group_id),
    )


class PutAway(Leaf):
    """One step, which Undo and “Bring it back” both take back."""

    areas = ("groups", "sessions", "members", "papers")

    def __init__(self, room: Room, path: Path) -> None:
        super().__init__(room, path, _("Put this group away"), back=_("This group"))
        theme = room.theme
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self._place, self._side = Holder(theme), Holder(theme)
        self.put = Button(theme, _("Put it away"), "primary", "folder")
        self.put.clicked.connect(self._put)
        cancel = Button(theme, _("Cancel"), "plain")
        cancel.clicked.connect(self.go_back)
        left = box(
            down(theme, self._place, 24, self.refusal, 4, box(Flow(theme, self.put, cancel, gap=12)), STRETCH)
        )
        columns = Columns(theme, left, self._side, fixed=(FORM, None), gap=44, below=FORM + 44 + 280)
        self.body.put(box(columns), 8, STRETCH)

    def read(self) -> None:
        """Ask what stops and what stays."""
        clock = self.room.desk.clock
        self.ask(lambda workspace: _read(workspace, self.group_id, clock), self._show)

    def _show(self, known: _Known) -> None:
        theme = self.theme
        self.head.say(known.group.name, self.head.title.words)
        words = _("It leaves the lists and Tonight. Nothing is erased, and you can bring it back any time.")
        parts: list[QWidget | int] = [Paragraph(theme, words, "lead"), 24, box(heading(theme, _("What stops"))), 10]
        if known.next:
            said = ngettext("{n} evening in the next twelve weeks", "{n} evenings in the next twelve weeks",
                            known.evenings)  # fmt: skip
            next_one = _("The next one would be on {when}. Tell people that it is off.").format(when=known.next)
            parts += [Fact(theme, "calendar", said.format(n=known.evenings), next_one)]
        else:
            parts += [Fact(theme, "calendar", _("No evening is planned."))]
        parts += [22, box(heading(theme, _("What stays"))), 10]
        if known.people:
            kept = ngettext("{n} person on its list", "{n} people on its list", known.people).format(n=known.people)
            more = _("Do you still need the names? “Keep less about people” erases them and keeps the head-counts.")
            parts += [Fact(theme, "person", kept, more), 10]
        parts += [Fact(theme, "check", _("Past evenings, plans and the agreement"))]
        self._place.swap(box(down(theme, *parts)))
        self._side.swap(papers_out(theme, known.papers), STRETCH)

    def _put(self) -> None:
        self.do_and_go(lambda workspace: workspace.groups.archive(self.group_id), ())
