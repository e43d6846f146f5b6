"""The debrief as a leaf of Tonight."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.debrief import DebriefDraft
from facilitator.model.ids import Id
from facilitator.model.session import Session
from ui.screens.tonight.debrief import asking
from ui.screens.tonight.debrief.asking import Talk
from ui.screens.tonight.debrief.page import DebriefPage
from ui.screens.tonight.leaf import AFTER, DEBRIEF, HALF_DEBRIEF, Host, Leaf


class DebriefLeaf(Leaf):
    """Two facilitators after an evening. What is shown is its session, else the one that was chosen."""

    key: ClassVar[str] = DEBRIEF
    areas: ClassVar[tuple[str, ...]] = ()
    stays: ClassVar[bool] = True

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._talk: Talk | None = None
        self._wanted: Session | Id | None = None

    @property
    def session(self) -> Session | None:
        """The evening that is talked about."""
        return self._talk.session if self._talk is not None else super().session

    def open(self, show: object = None) -> None:
        """Talk about an evening."""
        self._wanted = show if isinstance(show, Session | bytes) else None
        self._talk = None

    def read(self) -> None:
        """Show the debrief; one that is being written is left alone."""
        if self._talk is not None and isinstance(self.host.page, DebriefPage):
            return
        wanted = self._wanted or self.host.chosen or self.session
        self.ask(lambda workspace: asking.talk(workspace, wanted), self._show, self.gone)

    def _show(self, talk: Talk | None) -> None:
        if talk is None:
            self.host.home()
            return
        self._talk = talk
        page = DebriefPage(self.desk.theme, talk.form)
        page.left.connect(lambda: self.host.turn(AFTER, self.session))
        page.kept.connect(self._keep)
        page.show_talk(talk)
        self.host.put(page)
        page.focus_first()
        self.desk.drafting.register(self.host, HALF_DEBRIEF, title=lambda: _("A debrief"), read=self._half,
                                    restore=self._restore, record=talk.session.id)  # fmt: skip

    def _half(self) -> Mapping[str, str] | None:
        page = self.host.page
        return page.read() if isinstance(page, DebriefPage) else None

    def _restore(self, fields: Mapping[str, str]) -> None:
        if isinstance(self.host.page, DebriefPage):
            self.host.page.restore(fields)

    def _keep(self, draft: object, seen: bool) -> None:
        session, page = self.session, self.host.page

        def refuse(error: UserError) -> None:
            if isinstance(page, DebriefPage):
                page.refuse(error)

        if session is not None and isinstance(draft, DebriefDraft):
            self.desk.jobs.do(self, lambda w: w.debriefs.save(session, draft, names_seen=seen),
                              lambda _change: self._kept(), refused=refuse)  # fmt: skip

    def _kept(self) -> None:
        self.desk.drafting.done(HALF_DEBRIEF)
        self.host.turn(AFTER, self.session)
