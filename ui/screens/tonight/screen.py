"""Tonight: opens the evening, leads to the pack and the plan, and counts who comes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.content import AgendaTemplate
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.model.member import Consent, MemberDraft
from facilitator.model.session import Count, Session, SessionStatus
from facilitator.tonight import Ahead, Evening
from ui.desk import Desk
from ui.go import Go
from ui.jobs import Job
from ui.later import later
from ui.screen import Screen
from ui.screens.tonight import asking, empty, words
from ui.screens.tonight.arrivals import Arrivals
from ui.screens.tonight.asking import Look, Room
from ui.screens.tonight.evening_page import EveningPage
from ui.screens.tonight.others import Others

if TYPE_CHECKING:
    from facilitator.packs import Estimate, PackPlan

AREAS = ("groups", "members", "sessions", "attendance", "agendas", "agreements", "papers", "organisation",
         "facilitators", "roles", "venues", "settings")  # fmt: skip
_COSTS = ("groups", "organisation", "facilitators", "roles", "settings")
"""What changes a pack besides its evening."""
_NEWCOMER = "tonight/newcomer"
_DRAWN_MS = 100
"""By when the evening stands on the screen."""


class Tonight(Screen):
    """The first place. `Go.show` may be a session, kept or not, or the id of a kept one; without, what matters now."""

    place: ClassVar[str] = "tonight"
    icon: ClassVar[str] = "tonight"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._chosen: Session | Id | None = None
        self._look: Look | None = None
        self._offers: tuple[Group, tuple[AgendaTemplate, ...]] | None = None
        self._page: QWidget | None = None
        self._counting, self._choosing = False, False
        self._fresh = False  # just gone to: the next step gets the keyboard
        self._measured: object = None
        self._saving: Job | None = None
        self._kept_for: Id = b""
        self._half_typed: Mapping[str, str] | None = None
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self._tell_time)

    @staticmethod
    def title() -> str:
        """Its name."""
        return _("Tonight")

    def arrive(self, go: Go) -> None:
        """Show a session, or what matters now."""
        if isinstance(go.show, Session | bytes):
            self._chosen, self._counting = go.show, False
        elif not self._counting:
            self._chosen = None
        self._choosing, self._fresh = False, True
        self._read()

    def changed(self, change: Change) -> None:
        """Read again whatever touches an evening."""
        if change.touches(*AREAS):
            if change.touches(*_COSTS):
                self._measured = None
            self._read()

    # ------------------------------------------------------------ reading
    def _read(self) -> None:
        chosen, session = self._chosen, self._session
        if self._choosing:
            self.desk.jobs.ask(self, lambda w: w.evenings.ahead(), self._show_others, key="look")
        elif self._counting and session is not None:
            self.desk.jobs.ask(self, lambda w: asking.room(w, session), self._show_room, refused=self._gone, key="look")
        else:
            self.desk.jobs.ask(self, lambda w: asking.look(w, chosen), self._show, key="look")

    def _gone(self, error: UserError) -> None:
        """The evening is not there any more: say so, and show the one that matters now."""
        self.desk.refuse(error)
        self._chosen, self._counting = None, False
        self._read()

    def _show(self, look: Look) -> None:
        if self._offers is not None and self._offers[0] in look.groups:
            look = replace(look, templates=self._offers[1])
        self._look = look
        if look.evening is None:
            self._put(self._empty(look))
            if self._page is not None:
                self._page.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        page = self._page
        if not isinstance(page, EveningPage):
            page = self._evening_page()
            self._fresh = True
            page.show_look(look, self.desk.clock.now())
            self._put(page)
        else:
            page.show_look(look, self.desk.clock.now())
        if self._fresh:
            self._fresh = False
            page.focus_first()
        self._ask_cost(look)
        self._ask_offers(look.evening)
        self._tell_time()
        self._keep_half_typed(look.evening.session)

    def _put(self, page: QWidget) -> None:
        self._page = page
        self.show_page(page)

    def _empty(self, look: Look) -> QWidget:
        go = self.desk.go
        if not look.groups:
            return empty.no_group(self.desk.theme, lambda: go(Go("groups", "new")))
        group = look.groups[0]
        return empty.no_evening(
            self.desk.theme, group, lambda: go(Go("groups", (group.id, "meetings", "new"))), lambda: go(Go("groups"))
        )

    def _evening_page(self) -> EveningPage:
        page = EveningPage(self.desk.theme)
        page.hero.printing.connect(self._print)
        page.hero.starting.connect(self._start)
        page.hero.mending.connect(self._plan)
        page.hero.elsewhere.connect(self._choose)
        page.hero.switched.connect(self._switch)
        page.plan.changing.connect(self._plan)
        page.plan.chosen.connect(self._use)
        page.plan.again.connect(self._again)
        page.checklist.ticked.connect(self._tick)
        page.last_time.shredded.connect(self._shred)
        page.last_time.all_wanted.connect(lambda: self.desk.go(Go("print", "out")))
        page.settled.corrected.connect(self._correct)
        page.settled.locking.connect(self.desk.lock)
        page.settled.restoring.connect(self._restore)
        page.venue.filling.connect(self._fill_in)
        page.doing.opening.connect(self._rota)
        page.reviewing.opening.connect(self._agreement)
        return page

    def _ask_offers(self, evening: Evening) -> None:
        """Which plans there are to choose from, where there is none: reading them all must not hold up the evening."""
        group = evening.group
        if evening.plan is not None or (self._offers is not None and self._offers[0] == group):
            return

        def show(found: tuple[AgendaTemplate, ...]) -> None:
            self._offers = (group, found)
            if isinstance(self._page, EveningPage) and self._look is not None and group in self._look.groups:
                self._look = replace(self._look, templates=found)
                self._page.plan.show_look(self._look)

        self.desk.jobs.ask(self, lambda workspace: asking.offers(workspace, group), show, key="offers")

    def _ask_cost(self, look: Look) -> None:
        """What the pack takes, said once it is known; measuring it must not hold up the evening."""
        evening, page = look.evening, self._page
        if evening is None or not isinstance(page, EveningPage) or evening.waits is not None:
            return
        of = (page, evening.agenda, evening.expected, evening.agreement, look.printed)
        if of == self._measured:
            return
        self._measured = of
        if look.printed:
            page.hero.tell_cost(_("The pack is printed."))
            return

        def say(found: Estimate) -> None:
            if self._page is page and self._measured is of:  # else it was printed or changed in the meantime
                page.hero.tell_cost(words.cost(found.sheets, found.cost, look.country))

        def measure(plan: PackPlan | None) -> None:
            if plan is not None and self._page is page:
                # Laying out a first pack loads much; on the vault's lane every question would wait behind it.
                jobs.paper(self, lambda progress: plan.estimate(), say, refused=lambda error: None, key="cost")

        def ask() -> None:
            if self._page is page and self._measured is of:
                jobs.ask(self, lambda workspace: asking.pack(workspace, session), measure, key="pack")

        jobs, session = self.desk.jobs, evening.session
        later(page, _DRAWN_MS, ask)  # the threads take turns: at once, it would hold up the very picture it is for

    # ------------------------------------------------------------ the count
    def _start(self) -> None:
        self._counting = True
        self._read()

    def _show_room(self, room: Room) -> None:
        if self._saving is not None:
            return  # what is on screen is newer; once that is kept it is read again
        if room.evening.session.status is not SessionStatus.PLANNED:
            self._stop()
            return
        now, page = self.desk.clock.now(), self._page
        if isinstance(page, Arrivals):
            page.show_room(room, now)
            return
        page = Arrivals(self.desk.theme)
        page.left.connect(self._stop)
        page.counter.counted.connect(self._count)
        page.counter.held.connect(self._hold)
        page.names.ticked.connect(self._here)
        page.names.all_here.connect(self._all_here)
        page.newcomer.added.connect(self._take_in)
        page.newcomer.counted.connect(self._count_new)
        page.newcomer.recovering.connect(lambda: self.desk.go(Go("safekeeping", "recovery")))
        page.show_room(room, now)
        self._put(page)
        page.focus_first()
        self._tell_time()
        if self._half_typed is not None:
            page.restore(self._half_typed)
            self._half_typed = None

    def _keep_half_typed(self, session: Session) -> None:
        """Somebody new, half typed in, is kept; picked up again, it opens the count it was typed at."""
        if session.id != self._kept_for:
            self._kept_for = session.id
            self.desk.drafting.register(self, _NEWCOMER, title=lambda: _("Somebody new"), read=self._half,
                                        restore=self._restore_half, record=session.id)  # fmt: skip

    def _half(self) -> Mapping[str, str] | None:
        return self._page.newcomer.read() if isinstance(self._page, Arrivals) else None

    def _restore_half(self, fields: Mapping[str, str]) -> None:
        self._half_typed = fields
        self._start()

    def _stop(self) -> None:
        self._counting = False
        self._read()

    def _count(self, count: object) -> None:
        """Keep the count as it is on screen; a later press replaces one that still waits, since it holds it too."""
        session = self._session
        if session is not None and isinstance(count, Count):
            self._saving = self.desk.jobs.do(self, lambda w: w.sessions.counts.save(session, count), self._counted,
                                             refused=self._not_counted, key="count")  # fmt: skip

    def _counted(self, change: Change) -> None:
        self._saving = None
        if isinstance(self._page, Arrivals):
            self._page.accept()

    def _not_counted(self, error: UserError) -> None:
        self._saving = None
        if isinstance(self._page, Arrivals):
            self._page.refuse(error)
        else:
            self.desk.refuse(error)
        self._read()

    def _hold(self, count: object) -> None:
        session = self._session
        if session is not None and isinstance(count, Count):
            self.desk.jobs.do(self, lambda w: w.attendance.hold(session, count), lambda _change: self._stop(),
                              refused=self._not_counted)  # fmt: skip

    def _here(self, member: object, here: bool) -> None:
        session = self._session
        if session is not None and isinstance(member, bytes):
            self.desk.jobs.do(self, lambda w: w.attendance.set(session, member, here), self._counted,
                              refused=self._not_counted)  # fmt: skip

    def _all_here(self) -> None:
        session = self._session
        if session is not None:
            self.desk.jobs.do(self, lambda w: w.attendance.all_present(session), self._counted,
                              refused=self._not_counted)  # fmt: skip

    def _take_in(self, draft: object, consents: object) -> None:
        session, page = self._session, self._page
        if session is None or not isinstance(page, Arrivals) or not isinstance(draft, MemberDraft):
            return
        said = tuple(one for one in consents if isinstance(one, Consent)) if isinstance(consents, tuple) else ()
        self.desk.jobs.do(self, lambda w: w.attendance.newcomer(session, draft, said), lambda _change: page.shut(),
                          refused=page.newcomer.refuse)  # fmt: skip

    def _count_new(self) -> None:
        page = self._page
        if isinstance(page, Arrivals):
            page.shut()
            page.counter.count_new()

    def _correct(self, count: object) -> None:
        """Correct a count after the evening."""
        session, page = self._session, self._page
        if session is not None and isinstance(count, Count) and isinstance(page, EveningPage):
            self.desk.jobs.do(self, lambda w: w.sessions.counts.save(session, count), lambda _c: page.settled.shut(),
                              refused=page.settled.refuse)  # fmt: skip

    # ------------------------------------------------------------ the clock
    def _tell_time(self) -> None:
        """Say again how long it is, at each full minute."""
        now = self.desk.clock.now()
        if isinstance(self._page, EveningPage):
            self._page.hero.tell_time(now)
        elif isinstance(self._page, Arrivals):
            self._page.tell_time(now)
        self._minute.start(max(1, 60 - now.second) * 1000)

    # ------------------------------------------------------------ steps
    @property
    def _session(self) -> Session | None:
        return self._look.evening.session if self._look is not None and self._look.evening is not None else None

    def _print(self) -> None:
        self.desk.go(Go("print", self._session))

    def _plan(self) -> None:
        self.desk.go(Go("plans", self._session))

    # ------------------------------------------------------------ another evening
    def _choose(self) -> None:
        self._choosing = True
        self._read()

    def _show_others(self, ahead: tuple[Ahead, ...]) -> None:
        page, today = self._page, self.desk.clock.today()
        if isinstance(page, Others):
            page.show_ahead(ahead, today)
            return
        page = Others(self.desk.theme)
        page.left.connect(lambda: self._switch(self._session))
        page.chosen.connect(self._switch)
        page.show_ahead(ahead, today)
        self._put(page)
        page.focus_first()

    def _switch(self, session: object) -> None:
        self._choosing = False
        if isinstance(session, Session):
            self._chosen = session
        self._read()

    def _use(self, template: object) -> None:
        session = self._session
        if session is not None and isinstance(template, AgendaTemplate):
            self.desk.jobs.do(self, lambda w: w.agendas.save(w.agendas.draft(template, session), session))

    def _again(self) -> None:
        evening = self._look.evening if self._look is not None else None
        if evening is not None:
            session, heads = evening.session, evening.expected
            self.desk.jobs.do(self, lambda w: w.agendas.again(session, heads))

    def _tick(self, key: str, done: bool) -> None:
        session = self._session
        if session is not None:
            self.desk.jobs.do(self, lambda w: w.sessions.tick(session, key, done))

    def _shred(self, paper: object) -> None:
        if isinstance(paper, bytes):
            self.desk.jobs.do(self, lambda w: w.papers.shredded(paper))

    def _restore(self) -> None:
        session = self._session
        if session is not None:
            self.desk.jobs.do(self, lambda w: w.sessions.restore(session))

    def _rota(self) -> None:
        evening = self._look.evening if self._look is not None else None
        if evening is not None:
            self.desk.go(Go("groups", (evening.group.id, "rota")))

    def _agreement(self) -> None:
        evening = self._look.evening if self._look is not None else None
        if evening is not None:
            self.desk.go(Go("groups", (evening.group.id, "agreement")))

    def _fill_in(self) -> None:
        evening = self._look.evening if self._look is not None else None
        if evening is not None and evening.venue is not None:
            self.desk.go(Go("groups", (evening.group.id, "team", evening.venue.id)))
