"""That a circle was counted and never written down as held: one calm line, with the way to finish it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from facilitator.i18n import _, interface
from facilitator.model.session import Session, SessionStatus
from ui.desk import Desk
from ui.screens.tonight.calm_line import CalmLine
from ui.theme import Theme

if TYPE_CHECKING:
    from facilitator.workspace import Workspace

_BACK, _DAY = timedelta(weeks=9), timedelta(days=1)


class UnfinishedLine(CalmLine):
    """Out of sight while there is none. What was never begun here is not asked after: it may be kept on paper alone.

    `follow` has it ask, now and after every change; `going` carries the evening.
    """

    going = Signal(object)

    areas = ("sessions", "attendance", "groups", "runs")

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "calendar", _("Look at it"))
        self._session: Session | None = None
        self.button.clicked.connect(lambda: None if self._session is None else self.going.emit(self._session))

    def follow(self, desk: Desk) -> None:
        """Ask now, and again after whatever may settle it."""
        def read() -> None:
            desk.jobs.ask(self, unfinished, self.show_unfinished, key="unfinished")

        self.ask_with(desk, read)

    def show_unfinished(self, found: tuple[str, Session] | None) -> None:
        """Say which evening it is, or nothing."""
        if found is not None:
            name, self._session = found
            day = interface().date(self._session.held_on)
            said = _("{group}, {day}: counted, and not written down as held yet.").format(group=name, day=day)
            self.said.words.setText(said)
            self.button.setAccessibleDescription(said)
        self.setVisible(found is not None)


def unfinished(workspace: Workspace) -> tuple[str, Session] | None:
    """The newest evening before today that was counted and not written down, with the name of its group."""
    today = workspace.clock.today()
    past = [one for one in workspace.sessions.of_all(today - _BACK, today - _DAY)
            if one.status is SessionStatus.PLANNED and one.count.heads is not None]
    if not past:
        return None
    session = max(past, key=lambda one: one.starts)
    return workspace.groups.get(session.group_id).name, session
