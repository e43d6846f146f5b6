"""After the circle, as a leaf of Tonight: each thing is kept as it is done, in any order, or left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from facilitator.i18n import _
from facilitator.model.ids import Id
from facilitator.model.rota import Role
from facilitator.model.sealed import SealedDraft, SealedKind
from facilitator.model.session import Session, SessionStatus
from ui.go import Go
from ui.screens.tonight.after import asking
from ui.screens.tonight.after.asking import After
from ui.screens.tonight.after.page import AfterPage
from ui.screens.tonight.leaf import AFTER, AREAS, CONCERN, COUNT, DEBRIEF, HALF_LOOSE, HANDING, NOTES, OWN, Host, Leaf
from ui.widgets.tabbing import focus_in_sight


class AfterCircle(Leaf):
    """The steps after an evening. What is shown is its session, else the one that was chosen."""

    key: ClassVar[str] = AFTER
    areas: ClassVar[tuple[str, ...]] = (*AREAS, "debriefs", "sealed")
    stays: ClassVar[bool] = True

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._after: After | None = None
        self._wanted: Session | Id | None = None

    @property
    def session(self) -> Session | None:
        """The evening that is finished."""
        return self._after.session if self._after is not None else super().session

    def open(self, show: object = None) -> None:
        """Finish an evening."""
        self._wanted = show if isinstance(show, Session | bytes) else None
        self._after = None

    def read(self) -> None:
        """Show what is left to do."""
        wanted = self._wanted or self.host.chosen or self.session
        self.ask(lambda workspace: asking.after(workspace, wanted), self._show, self.gone)

    def _show(self, after: After | None) -> None:
        if after is None:
            self.host.home()
            return
        self._after, page = after, self.host.page
        if isinstance(page, AfterPage):
            page.show_after(after)
            return
        page = AfterPage(self.desk.theme)
        page.left.connect(lambda: self.host.home(self.session))
        page.counting.connect(self._count_out)
        page.forgetting.connect(self._forget)
        page.debriefing.connect(lambda: self.host.turn(DEBRIEF, self.session))
        page.noting.connect(lambda: self.host.turn(NOTES, self.session))
        page.concerning.connect(lambda: self.host.turn(CONCERN, self.session))
        page.reporting.connect(self._report)
        page.handing.connect(lambda: self.host.turn(HANDING, self.session))
        page.hands.counted.connect(self._hands)
        page.loose.added.connect(self._leave)
        page.loose.binned.connect(self._bin)
        page.jobs.taken.connect(self._job)
        page.light.sealing.connect(self._seal)
        page.light.opening.connect(lambda: self.host.turn(OWN))
        page.show_after(after)
        self.host.put(page)
        page.focus_first()
        self.desk.drafting.register(self.host, HALF_LOOSE, title=lambda: _("A loose end"), read=self._half,
                                    restore=self._restore, record=after.session.id)  # fmt: skip

    def _half(self) -> Mapping[str, str] | None:
        page = self.host.page
        return page.loose.read() if isinstance(page, AfterPage) else None

    def _restore(self, fields: Mapping[str, str]) -> None:
        if isinstance(self.host.page, AfterPage):
            self.host.page.loose.restore(fields)
            focus_in_sight(self.host.page.loose.field.edit)

    # ------------------------------------------------------------ steps
    def _count_out(self) -> None:
        session = self.session
        if session is None:
            return
        count = session.count
        if session.status is SessionStatus.HELD:
            self.desk.jobs.do(self, lambda w: w.sessions.counts.save(session, replace(count, out=count.heads)))
        else:
            self.host.turn(COUNT, session)

    def _report(self) -> None:
        after = self._after
        if after is not None:
            self.desk.go(Go("groups", (after.evening.group.id, "incidents", "new")))

    def _forget(self) -> None:
        session = self.session
        if session is not None:
            self.desk.jobs.do(self, lambda w: w.stamps.forget(session))

    def _hands(self, hands: object) -> None:
        session = self.session
        if session is not None and isinstance(hands, tuple):
            self.desk.jobs.do(self, lambda w: w.catching_up.closing_hands(session, hands), key="hands")

    def _leave(self, words: str, seen: bool) -> None:
        session, page = self.session, self.host.page
        if session is not None and isinstance(page, AfterPage):
            self.desk.jobs.do(self, lambda w: w.loose_ends.add(session, words, names_seen=seen),
                              lambda _change: page.loose.kept(), refused=page.loose.refuse)  # fmt: skip

    def _bin(self, loose_end: object) -> None:
        if isinstance(loose_end, bytes):
            self.desk.jobs.do(self, lambda w: w.loose_ends.bin(loose_end))

    def _job(self, role: object, taken: bool) -> None:
        following = None if self._after is None else self._after.evening.following
        if following is not None and isinstance(role, Role):
            self.desk.jobs.do(self, lambda w: w.rota.set(following, role, taken))

    def _seal(self, light: str) -> None:
        session = self.session
        if session is not None:
            draft = SealedDraft(kind=SealedKind.LIGHT, on=session.held_on, light=light, session_id=session.id)
            self.desk.jobs.do(self, lambda w: w.sealed.add(draft))
