"""Counting: keeps what the arrivals page counts and ticks, until the circle was held."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.member import Consent, MemberDraft
from facilitator.model.session import Count, OneAdult, Session, SessionStatus
from ui.go import Go
from ui.jobs import Job
from ui.screens.tonight import asking
from ui.screens.tonight.arrivals import Arrivals
from ui.screens.tonight.asking import Room
from ui.screens.tonight.leaf import AFTER, COUNT, HALF_NEWCOMER, READY, RUN, Host, Leaf


class Counting(Leaf):
    """The count of one evening, in and out, with names where the group keeps them."""

    key: ClassVar[str] = COUNT
    stays: ClassVar[bool] = True

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._counted_for: Session | None = None
        self._saving: Job | None = None
        self._holding: Job | None = None
        self._begun = False

    @property
    def session(self) -> Session | None:
        """The evening that is counted."""
        return self._counted_for or super().session

    def open(self, show: object = None) -> None:
        """Count an evening, the one that is shown where none is given."""
        self._counted_for = show if isinstance(show, Session) else None
        self._holding = None

    def left(self) -> None:
        """Nothing is counted any more."""
        self._counted_for = None

    def read(self) -> None:
        """Show the count as it is kept."""
        wanted: Session | Id | None = self._counted_for or self.host.chosen or self.session
        self.ask(lambda workspace: asking.room(workspace, wanted), self._show, self.gone)

    def tell_time(self, now: datetime) -> None:
        """Say again how long it is."""
        if isinstance(self.host.page, Arrivals):
            self.host.page.tell_time(now)

    def _show(self, room: Room) -> None:
        if self._saving is not None:
            return  # what is on screen is newer; once that is kept it is read again
        self._counted_for, self._begun = room.evening.session, room.begun
        if room.evening.session.status is not SessionStatus.PLANNED:
            self._stop()
            return
        now, page = self.desk.clock.now(), self.host.page
        if isinstance(page, Arrivals):
            page.show_room(room, now)
            return
        page = Arrivals(self.desk.theme)
        page.left.connect(self._stop)
        page.beginning.connect(self._begin)
        page.planning.connect(lambda: self.desk.go(Go("plans", self.session)))
        page.counter.counted.connect(self._count)
        page.counter.held.connect(self._hold)
        page.excused.connect(self._excuse)
        page.names.ticked.connect(self._here)
        page.names.all_here.connect(self._all_here)
        page.newcomer.added.connect(self._take_in)
        page.newcomer.counted.connect(self._count_new)
        page.newcomer.recovering.connect(lambda: self.desk.go(Go("safekeeping", "recovery")))
        page.show_room(room, now)
        self.host.put(page)
        page.focus_first()
        self.host.tell_time()
        self._keep_half_typed(room.evening.session)

    def _begin(self) -> None:
        """On to the circle: unless it has begun, by way of whether it may."""
        session = self.session
        if session is None:
            return
        self.host.turn(RUN if self._begun else READY, session)

    def _stop(self) -> None:
        self.host.home(self.session)

    # ------------------------------------------------------------ half typed
    def _keep_half_typed(self, session: Session) -> None:
        """Somebody new, half typed in, is kept; picked up again, it opens the count it was typed at."""
        self.desk.drafting.register(self.host, HALF_NEWCOMER, title=lambda: _("Somebody new"), read=self._half,
                                    restore=self._restore_half, record=session.id)  # fmt: skip

    def _half(self) -> Mapping[str, str] | None:
        page = self.host.page
        return page.newcomer.read() if isinstance(page, Arrivals) else None

    def _restore_half(self, fields: Mapping[str, str]) -> None:
        if isinstance(self.host.page, Arrivals):
            self.host.page.restore(fields)

    # ------------------------------------------------------------ what is counted
    def _count(self, count: object) -> None:
        """Keep the count as it is on screen; a later press replaces one that still waits, since it holds it too."""
        session = self.session
        if session is not None and isinstance(count, Count):
            self._saving = self.desk.jobs.do(self, lambda w: w.sessions.counts.save(session, count), self._counted,
                                             refused=self._not_counted, key="count")  # fmt: skip

    def _counted(self, change: Change) -> None:
        self._saving = None
        if isinstance(self.host.page, Arrivals):
            self.host.page.accept()

    def _not_counted(self, error: UserError) -> None:
        self._saving = self._holding = None
        if isinstance(self.host.page, Arrivals):
            self.host.page.refuse(error)
            self.read()
        else:
            self.desk.refuse(error)

    def _hold(self, count: object, why: OneAdult | None = None) -> None:
        session = self.session
        if session is not None and isinstance(count, Count) and self._holding is None:  # a second press is the same
            self._holding = self.desk.jobs.do(self, lambda w: w.catching_up.hold(session, count, why),
                                              lambda _change: self.host.turn(AFTER, session.id),
                                              refused=self._not_counted)  # fmt: skip

    def _excuse(self, why: object) -> None:
        """It was held with fewer than two adults: what happened is written down, with why."""
        page = self.host.page
        if isinstance(page, Arrivals) and isinstance(why, OneAdult):
            self._hold(page.counter.count, why)

    def _here(self, member: object, here: bool) -> None:
        session = self.session
        if session is not None and isinstance(member, bytes):
            self.desk.jobs.do(self, lambda w: w.attendance.set(session, member, here), self._counted,
                              refused=self._not_counted)  # fmt: skip

    def _all_here(self) -> None:
        session = self.session
        if session is not None:
            self.desk.jobs.do(self, lambda w: w.attendance.all_present(session), self._counted,
                              refused=self._not_counted)  # fmt: skip

    def _take_in(self, draft: object, consents: object) -> None:
        session, page = self.session, self.host.page
        if session is None or not isinstance(page, Arrivals) or not isinstance(draft, MemberDraft):
            return
        said = tuple(one for one in consents if isinstance(one, Consent)) if isinstance(consents, tuple) else ()
        self.once(lambda w: w.attendance.newcomer(session, draft, said), lambda _change: page.shut(),
                  page.newcomer.refuse)  # fmt: skip

    def _count_new(self) -> None:
        page = self.host.page
        if isinstance(page, Arrivals):
            page.shut()
            page.counter.count_new()
