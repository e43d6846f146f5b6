"""Choosing another evening."""

from __future__ import annotations

from typing import ClassVar

from facilitator.model.session import Session
from facilitator.tonight import Ahead
from ui.screens.tonight.leaf import CATCHING, OTHERS, Leaf
from ui.screens.tonight.others import Others


class Choosing(Leaf):
    """The evenings to come, of every group."""

    key: ClassVar[str] = OTHERS

    def read(self) -> None:
        """Show what lies ahead."""
        self.ask(lambda workspace: workspace.evenings.ahead(), self._show)

    def _show(self, ahead: tuple[Ahead, ...]) -> None:
        page, today = self.host.page, self.desk.clock.today()
        if isinstance(page, Others):
            page.show_ahead(ahead, today)
            return
        page = Others(self.desk.theme)
        page.left.connect(lambda: self._switch(self.session))
        page.chosen.connect(self._switch)
        page.catching_up.connect(lambda: self.host.turn(CATCHING))
        page.show_ahead(ahead, today)
        self.host.put(page)
        page.focus_first()

    def _switch(self, session: object) -> None:
        self.host.home(session if isinstance(session, Session) else None)
