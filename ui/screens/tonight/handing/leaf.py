"""Handing on, as a leaf of Tonight: leaves the card, and locks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from facilitator.errors import UserError
from facilitator.i18n import _, interface
from facilitator.model.ids import Id
from facilitator.model.session import Session
from ui.screens.tonight.handing import asking
from ui.screens.tonight.handing.asking import Handing
from ui.screens.tonight.handing.page import HandingPage
from ui.screens.tonight.leaf import AFTER, HALF_BATON, HANDING, Host, Leaf


class HandOn(Leaf):
    """The last step of an evening. What is shown is its session, else the one that was chosen."""

    key: ClassVar[str] = HANDING
    stays: ClassVar[bool] = True

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._handing: Handing | None = None
        self._wanted: Session | Id | None = None

    @property
    def session(self) -> Session | None:
        """The evening that is handed on."""
        return self._handing.session if self._handing is not None else super().session

    def open(self, show: object = None) -> None:
        """Hand an evening on."""
        self._wanted = show if isinstance(show, Session | bytes) else None
        self._handing = None

    def read(self) -> None:
        """Show what would be handed on."""
        wanted = self._wanted or self.host.chosen or self.session
        self.ask(lambda workspace: asking.handing(workspace, wanted), self._show, self.gone)

    def _show(self, handing: Handing | None) -> None:
        if handing is None:
            self.host.home()
            return
        self._handing, page = handing, self.host.page
        if isinstance(page, HandingPage):
            page.show_handing(handing)
            return
        page = HandingPage(self.desk.theme)
        page.left.connect(lambda: self.host.turn(AFTER, self.session))
        page.handed.connect(self._hand_on)
        page.shredded.connect(self._shred)
        page.locking.connect(self.go_home)
        page.show_handing(handing)
        page.show_day(interface().date(self.desk.clock.today()))
        self.host.put(page)
        page.focus_first()
        self.desk.drafting.register(self.host, HALF_BATON, title=lambda: _("What you hand on"), read=self._half,
                                    restore=self._restore, record=handing.session.id)  # fmt: skip

    def _half(self) -> Mapping[str, str] | None:
        page = self.host.page
        return page.read() if isinstance(page, HandingPage) else None

    def _restore(self, fields: Mapping[str, str]) -> None:
        if isinstance(self.host.page, HandingPage):
            self.host.page.restore(fields)

    def _hand_on(self, lines: object, seen: bool) -> None:
        session, page = self.session, self.host.page

        def refuse(error: UserError) -> None:
            if isinstance(page, HandingPage):
                page.refuse(error)

        if session is not None and isinstance(lines, tuple):
            self.desk.jobs.do(self, lambda w: w.batons.hand_on(session, lines, names_seen=seen),
                              lambda _change: self._lock(), refused=refuse)  # fmt: skip

    def _lock(self) -> None:
        self.desk.drafting.done(HALF_BATON)
        self.go_home()

    def _shred(self, paper: object) -> None:
        if isinstance(paper, bytes):
            self.desk.jobs.do(self, lambda w: w.papers.shredded(paper))
