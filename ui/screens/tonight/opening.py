"""Opening the evening: its own leaf, which leads to the pack, the plan, the count and all that comes after."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.content import AgendaTemplate
from facilitator.model.group import Group
from facilitator.model.session import Count, Session
from facilitator.tonight import Evening
from ui.go import Go
from ui.later import later
from ui.screens.tonight import asking, empty, words
from ui.screens.tonight.asking import Look
from ui.screens.tonight.concern.line import ConcernLine
from ui.screens.tonight.evening_page import EveningPage
from ui.screens.tonight.leaf import (
    AFTER,
    CONCERN,
    COUNT,
    DUE,
    EVENING,
    MOMENTS,
    NOTES,
    OTHERS,
    RUN,
    WAITING,
    Host,
    Leaf,
)

if TYPE_CHECKING:
    from facilitator.packs import Estimate, PackPlan

_COSTS = ("groups", "organisation", "facilitators", "roles", "settings")
"""What changes a pack besides its evening."""
_DRAWN_MS = 100
"""By when the evening stands on the screen."""


class Opening(Leaf):
    """The evening at a glance, or what to do while there is none."""

    key: ClassVar[str] = EVENING

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._offers: tuple[Group, tuple[AgendaTemplate, ...]] | None = None
        self._fresh = False  # just gone to: the next step gets the keyboard
        self._woken = True  # the vault was just opened: a circle that sits is gone on with
        self._measured: object = None

    def open(self, show: object = None) -> None:
        """The next step gets the keyboard."""
        self._fresh = True

    def changed(self, change: Change) -> None:
        """Read again whatever touches an evening."""
        if change.touches(*_COSTS):
            self._measured = None
        self.read()

    def read(self) -> None:
        """Show the evening that was chosen, or the one that matters now."""
        chosen = self.host.chosen
        self.ask(lambda workspace: asking.look(workspace, chosen), self._show)

    def tell_time(self, now: datetime) -> None:
        """Say again how long it is."""
        if isinstance(self.host.page, EveningPage):
            self.host.page.hero.tell_time(now)

    # ------------------------------------------------------------ showing
    def _show(self, look: Look) -> None:
        if self._offers is not None and self._offers[0] in look.groups:
            look = replace(look, templates=self._offers[1])
        self.host.look = look
        if look.evening is None:
            page = self._empty(look)
            self.host.put(page)
            page.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        woken, self._woken = self._woken, False
        if woken and look.sits and self.host.chosen is None:
            self.host.turn(RUN, look.evening.session)
            return
        found = self.host.page
        if isinstance(found, EveningPage):
            found.show_look(look, self.desk.clock.now())
        else:
            found = self._evening_page()
            self._fresh = True
            found.show_look(look, self.desk.clock.now())
            self.host.put(found)
        if self._fresh:
            self._fresh = False
            found.focus_first()
        self._ask_cost(look)
        self._ask_offers(look.evening)
        self.host.tell_time()

    def _empty(self, look: Look) -> QWidget:
        go = self.desk.go
        if not look.groups:
            page = empty.no_group(self.desk.theme, lambda: go(Go("groups", "new")))
        else:
            group = look.groups[0]
            page = empty.no_evening(
                self.desk.theme, group, lambda: go(Go("groups", (group.id, "meetings", "new"))),
                lambda: go(Go("groups")),
            )  # fmt: skip
        line = ConcernLine(self.desk.theme)  # whoever has no evening may have a concern to read
        page.body.insertWidget(0, line)
        line.follow(self.desk)
        line.going.connect(lambda: self.host.turn(CONCERN, WAITING))
        return page

    def _evening_page(self) -> EveningPage:
        page = EveningPage(self.desk.theme)
        page.reminder.follow(self.desk)
        page.concerns.follow(self.desk)
        page.concerns.going.connect(lambda: self.host.turn(CONCERN, WAITING))
        page.unfinished.follow(self.desk)
        page.unfinished.going.connect(self._finish)
        page.hero.printing.connect(self._print)
        page.hero.starting.connect(self._start)
        page.hero.mending.connect(self._plan)
        page.hard_button.clicked.connect(lambda: self.host.turn(MOMENTS, self.session))
        page.hero.elsewhere.connect(lambda: self.host.turn(OTHERS))
        page.hero.switched.connect(self.host.home)
        page.plan.changing.connect(self._plan)
        page.plan.chosen.connect(self._use)
        page.plan.again.connect(self._again)
        page.checklist.ticked.connect(self._tick)
        page.last_time.shredded.connect(self._shred)
        page.last_note.opened.connect(lambda note: self.host.turn(NOTES, note))
        page.last_note.due_wanted.connect(lambda: self.host.turn(NOTES, DUE))
        page.last_time.settled.connect(self._settle)
        page.baton.taken.connect(self._take)
        page.settled.finishing.connect(lambda: self.host.turn(AFTER, self.session))
        page.last_time.all_wanted.connect(lambda: self.desk.go(Go("print", "out")))
        page.settled.corrected.connect(self._correct)
        page.settled.locking.connect(self.go_home)
        page.settled.restoring.connect(self._restore)
        page.venue.filling.connect(self._fill_in)
        page.doing.opening.connect(lambda: self._go("rota"))
        page.reviewing.opening.connect(lambda: self._go("agreement"))
        return page

    def _ask_offers(self, evening: Evening) -> None:
        """Which plans there are to choose from, where there is none: reading them all must not hold up the evening."""
        group = evening.group
        if evening.plan is not None or (self._offers is not None and self._offers[0] == group):
            return

        def show(found: tuple[AgendaTemplate, ...]) -> None:
            self._offers = (group, found)
            page, look = self.host.page, self.host.look
            if isinstance(page, EveningPage) and look is not None and group in look.groups:
                self.host.look = replace(look, templates=found)
                page.plan.show_look(self.host.look)

        self.desk.jobs.ask(self, lambda workspace: asking.offers(workspace, group), show, key="offers")

    def _ask_cost(self, look: Look) -> None:
        """What the pack takes, said once it is known; measuring it must not hold up the evening."""
        evening, page = look.evening, self.host.page
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
            if self.host.page is page and self._measured is of:  # else it was printed or changed in the meantime
                page.hero.tell_cost(words.cost(found.sheets, found.cost, look.country))

        def measure(plan: PackPlan | None) -> None:
            if plan is not None and self.host.page is page:
                # Laying out a first pack loads much; on the vault's lane every question would wait behind it.
                jobs.paper(self, lambda progress: plan.estimate(), say, refused=lambda error: None, key="cost")

        def ask() -> None:
            if self.host.page is page and self._measured is of:
                jobs.ask(self, lambda workspace: asking.pack(workspace, session), measure, key="pack")

        jobs, session = self.desk.jobs, evening.session
        later(page, _DRAWN_MS, ask)  # the threads take turns: at once, it would hold up the very picture it is for

    # ------------------------------------------------------------ steps
    @property
    def _evening(self) -> Evening | None:
        return self.host.look.evening if self.host.look is not None else None

    def _finish(self, session: object) -> None:
        """To the count of an evening that was never written down."""
        if isinstance(session, Session):
            self.host.chosen = session
            self.host.turn(COUNT, session)

    def _start(self) -> None:
        """To the count, and back to a circle that sits already."""
        sits = self.host.look is not None and self.host.look.sits
        self.host.turn(RUN if sits else COUNT, self.session if sits else None)

    def _print(self) -> None:
        self.desk.go(Go("print", self.session))

    def _plan(self) -> None:
        self.desk.go(Go("plans", self.session))

    def _go(self, part: str, *more: object) -> None:
        """Go to a part of the group's own place."""
        if self._evening is not None:
            self.desk.go(Go("groups", (self._evening.group.id, part, *more)))

    def _fill_in(self) -> None:
        if self._evening is not None and self._evening.venue is not None:
            self._go("team", self._evening.venue.id)

    def _use(self, template: object) -> None:
        session = self.session
        if session is not None and isinstance(template, AgendaTemplate):
            self.desk.jobs.do(self, lambda w: w.agendas.save(w.agendas.draft(template, session), session))

    def _again(self) -> None:
        evening = self._evening
        if evening is not None:
            session, heads = evening.session, evening.expected
            self.desk.jobs.do(self, lambda w: w.agendas.again(session, heads))

    def _tick(self, key: str, done: bool) -> None:
        session = self.session
        if session is not None:
            self.desk.jobs.do(self, lambda w: w.sessions.tick(session, key, done))

    def _shred(self, paper: object) -> None:
        if isinstance(paper, bytes):
            self.desk.jobs.do(self, lambda w: w.papers.shredded(paper))

    def _settle(self, loose_end: object) -> None:
        if isinstance(loose_end, bytes):
            self.desk.jobs.do(self, lambda w: w.loose_ends.settle(loose_end))

    def _take(self, baton: object) -> None:
        if isinstance(baton, bytes):
            self.desk.jobs.do(self, lambda w: w.batons.take(baton))

    def _restore(self) -> None:
        session = self.session
        if session is not None:
            self.desk.jobs.do(self, lambda w: w.sessions.restore(session))

    def _correct(self, count: object) -> None:
        """Correct a count after the evening."""
        session, page = self.session, self.host.page

        def refuse(error: UserError) -> None:
            if isinstance(page, EveningPage):
                page.settled.refuse(error)

        if session is not None and isinstance(count, Count) and isinstance(page, EveningPage):
            self.desk.jobs.do(self, lambda w: w.sessions.counts.save(session, count), lambda _c: page.settled.shut(),
                              refused=refuse)  # fmt: skip
