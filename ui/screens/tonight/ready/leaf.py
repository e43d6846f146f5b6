"""Before the circle begins, as a leaf of Tonight: all ticked already, it begins at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from facilitator.errors import UserError
from facilitator.evening.go import Verdict
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.session import CancelReason, Session
from ui.jobs import Job
from ui.screens.tonight.leaf import COUNT, READY, RUN, Host, Leaf
from ui.screens.tonight.ready import asking
from ui.screens.tonight.ready.asking import Ready
from ui.screens.tonight.ready.page import ReadyPage

if TYPE_CHECKING:
    from facilitator.workspace import Workspace


class BeforeBeginning(Leaf):
    """Whether one evening may begin. What is shown is its session, else the one that was chosen."""

    key: ClassVar[str] = READY
    stays: ClassVar[bool] = True

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._ready: Ready | None = None
        self._wanted: Session | Id | None = None
        self._fresh = True
        self._doing: Job | None = None

    @property
    def session(self) -> Session | None:
        """The evening that is to begin."""
        return self._ready.session if self._ready is not None else super().session

    def open(self, show: object = None) -> None:
        """Look whether an evening may begin."""
        self._wanted = show if isinstance(show, Session | bytes) else None
        self._ready, self._fresh, self._doing = None, True, None

    def read(self) -> None:
        """Show what there is to say."""
        wanted = self._wanted or self.host.chosen or self.session
        self.ask(lambda workspace: asking.ready(workspace, wanted), self._show, self.gone)

    def _show(self, ready: Ready) -> None:
        fresh, self._fresh = self._fresh, False
        self._ready, page = ready, self.host.page
        if fresh and ready.answer.verdict is Verdict.GO:
            self._begin()
            return
        if isinstance(page, ReadyPage):
            page.show_ready(ready)
            return
        page = ReadyPage(self.desk.theme)
        page.left.connect(lambda: self.host.turn(COUNT, self.session))
        page.ticked.connect(self._tick)
        page.adults.connect(self._adults)
        page.beginning.connect(self._begin)
        page.shortening.connect(self._shorten)
        page.calling_off.connect(self._call_off)
        page.show_ready(ready)
        self.host.put(page)
        page.focus_first()

    def _tick(self, item: str, so: bool) -> None:
        session = self.session
        if session is not None:
            self.desk.jobs.do(self, lambda w: w.sessions.tick(session, item, so))

    def _adults(self, many: int) -> None:
        session = self.session
        if session is not None:
            count = replace(session.count, adults=many)
            self.desk.jobs.do(self, lambda w: w.sessions.counts.save(session, count), refused=self._refused)

    def _begin(self) -> None:
        session = self.session
        if session is not None:
            self._do(lambda w: w.runs.begin(session), lambda: self.host.turn(RUN, session))

    def _shorten(self) -> None:
        ready = self._ready
        if ready is not None:
            session, short, heads = ready.session, ready.short, ready.there.heads

            def shortened() -> None:
                self._doing = None
                self._begin()

            self._do(lambda w: w.shortening.cut(session, short, heads), shortened)

    def _call_off(self) -> None:
        session = self.session
        if session is not None:
            self._do(lambda w: w.sessions.cancel(session, CancelReason.SAFETY), lambda: self.host.home(session))

    def _do(self, step: Callable[[Workspace], Change], done: Callable[[], None]) -> None:
        """Leave this page by a step; a second press, before it has turned, is the same one."""
        if self._doing is None:
            self._doing = self.desk.jobs.do(self, step, lambda _change: done(), refused=self._refused)

    def _refused(self, error: UserError) -> None:
        self._doing = None
        if isinstance(self.host.page, ReadyPage):
            self.host.page.refuse(error)
            self.read()
        else:
            self.desk.refuse(error)
            self.host.turn(COUNT, self.session)
