"""Catching up, as a leaf of Tonight: one command takes the evening in, one Undo takes it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.catch_up import CatchUp
from facilitator.model.ids import Id
from facilitator.model.session import Session
from ui.screens.tonight.catchup import asking
from ui.screens.tonight.catchup.asking import Paper
from ui.screens.tonight.catchup.page import CatchUpPage
from ui.screens.tonight.leaf import AFTER, AREAS, CATCHING, HALF_PAPER, Host, Leaf


class CatchingUpLeaf(Leaf):
    """One evening from its papers. What is shown is its session, else the newest that nobody has written down."""

    key: ClassVar[str] = CATCHING
    areas: ClassVar[tuple[str, ...]] = AREAS
    stays: ClassVar[bool] = True

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._paper: Paper | None = None
        self._wanted: Session | Id | None = None

    @property
    def session(self) -> Session | None:
        """The evening that is taken in."""
        return None if self._paper is None or self._paper.evening is None else self._paper.evening.session

    def open(self, show: object = None) -> None:
        """Take an evening in."""
        self._wanted = show if isinstance(show, Session | bytes) else None
        self._paper = None

    def read(self) -> None:
        """Show its form."""
        wanted = self.session or self._wanted
        self.ask(lambda workspace: asking.paper(workspace, wanted), self._show, self.gone)

    def _show(self, paper: Paper) -> None:
        self._paper, page = paper, self.host.page
        if isinstance(page, CatchUpPage):
            page.show_paper(paper)
            return
        page = CatchUpPage(self.desk.theme)
        page.left.connect(lambda: self.host.home())
        page.chosen.connect(self._choose)
        page.form.taken.connect(self._take_in)
        page.show_paper(paper)
        self.host.put(page)
        page.focus_first()
        record = self.session.id if self.session is not None and self.session.kept else b""
        self.desk.drafting.register(self.host, HALF_PAPER, title=lambda: _("A paper evening"), read=self._half,
                                    restore=self._restore, record=record)  # fmt: skip

    def _half(self) -> Mapping[str, str] | None:
        page = self.host.page
        return page.form.read() if isinstance(page, CatchUpPage) else None

    def _restore(self, fields: Mapping[str, str]) -> None:
        if isinstance(self.host.page, CatchUpPage):
            self.host.page.form.restore(fields)

    def _choose(self, session: object) -> None:
        if isinstance(session, Session):
            self._wanted, self._paper = session, None
            self.read()

    def _take_in(self, caught: object) -> None:
        session, page = self.session, self.host.page

        def refuse(error: UserError) -> None:
            if isinstance(page, CatchUpPage):
                page.form.refuse(error)
                page.view.ensureWidgetVisible(page.form.save_button)

        if session is not None and isinstance(caught, CatchUp):
            self.desk.jobs.do(self, lambda w: w.catching_up.take_in(session, caught),
                              lambda _change: self._taken(session), refused=refuse)  # fmt: skip

    def _taken(self, session: Session) -> None:
        self.desk.drafting.done(HALF_PAPER)
        self.host.turn(AFTER, session.id)
