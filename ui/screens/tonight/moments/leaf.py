"""Hard moments as a leaf of Tonight: opened by one key, from the circle as from the card in the pocket."""

from __future__ import annotations

from typing import ClassVar

from facilitator.i18n import _
from facilitator.model.agenda import clock_text
from facilitator.model.hard_moment import HardMoment
from facilitator.model.session import Session
from ui.screens.tonight.leaf import CONCERN, EVENING, MOMENTS, RUN, Host, Leaf
from ui.screens.tonight.moments import asking
from ui.screens.tonight.moments.asking import Hard
from ui.screens.tonight.moments.page import MomentsPage


class Moments(Leaf):
    """Cards for hard moments. What is shown may be a session; it goes back to the leaf it was turned to from."""

    key: ClassVar[str] = MOMENTS
    areas: ClassVar[tuple[str, ...]] = ("organisation", "venues", "runs")
    stays: ClassVar[bool] = True

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._hard: Hard | None = None
        self._alone: tuple[tuple[str, int], ...] = ()
        self._about: Session | None = None
        self._back = EVENING
        self._calm = False  # just turned to: a circle that is under way rests meanwhile, and so does the room

    def open(self, show: object = None) -> None:
        """Begin with what is right in any moment."""
        self._about = show if isinstance(show, Session) else None
        if self.host.came_from != CONCERN:  # from there one comes back, and goes on to where one was before
            self._back = self.host.came_from or EVENING
        self._hard, self._calm = None, True

    def left(self) -> None:
        """Whatever was looked up is put away."""
        self._hard, self._alone = None, ()

    def read(self) -> None:
        """Show what there is."""
        chosen = self._about or self.host.chosen
        self.ask(lambda workspace: asking.hard(workspace, chosen), self._show, self.gone)

    def _show(self, hard: Hard) -> None:
        page = self.host.page
        again, self._hard = self._hard is not None and isinstance(page, MomentsPage), hard
        if not isinstance(page, MomentsPage) or not again:
            back = _("Back to the circle, at rest") if self._back == RUN else _("Back")
            page = MomentsPage(self.desk.theme, back)
            page.left.connect(self._leave)
            page.going_on.connect(self._go_on)
            page.typed.connect(self._look)
            page.entered.connect(self._first)
            page.opened.connect(page.show_card)
            page.tapped.connect(self._tap)
            page.concerning.connect(lambda: self.host.turn(CONCERN, self._about))
            page.show_hard(hard)
            self.host.put(page)
            page.focus_first()
        page.show_hard(hard)
        self._show_times()
        if self._calm and hard.going and hard.session is not None:
            session = hard.session
            self.desk.jobs.do(self, lambda w: w.runs.pause(session), refused=lambda _error: None)
        self._calm = False

    def _leave(self) -> None:
        self.host.turn(self._back, self._about)

    def _go_on(self) -> None:
        """The circle goes on, and its minutes with it."""
        session = None if self._hard is None else self._hard.session
        if session is not None:
            self.once(lambda w: w.runs.resume(session), lambda _change: self.host.turn(RUN, session), self.desk.refuse)

    def _look(self, typed: str) -> None:
        hard, page = self._hard, self.host.page

        def show(cards: tuple[HardMoment, ...]) -> None:
            if isinstance(page, MomentsPage) and page.search.edit.text() == typed:
                page.show_found(cards)

        if hard is not None:
            self.desk.jobs.ask(self, lambda workspace: asking.found(workspace, typed, hard), show, key="find")

    def _first(self, typed: str) -> None:
        """Enter opens the first, though the answer be on its way."""
        hard, page = self._hard, self.host.page

        def show(cards: tuple[HardMoment, ...]) -> None:
            if isinstance(page, MomentsPage):
                page.show_found(cards)
                if cards:
                    page.show_card(cards[0].id)

        if hard is not None:
            self.desk.jobs.ask(self, lambda workspace: asking.found(workspace, typed, hard), show, key="find")

    def _tap(self, tap: str) -> None:
        """Note the time of something done, with the evening there is; without one it stands here alone."""
        hard = self._hard
        if hard is None:
            return
        session = hard.session
        if session is None:
            now = self.desk.clock.now()
            noted = (tap, now.hour * 60 + now.minute)
            if self._alone[-1:] != (noted,):
                self._alone = (*self._alone, noted)
            self._show_times()
        else:
            self.desk.jobs.do(self, lambda w: w.stamps.note(session, tap))

    def _show_times(self) -> None:
        hard, page = self._hard, self.host.page
        if hard is not None and isinstance(page, MomentsPage):
            words = {tap.id: hard.filled(tap.words) for tap in hard.taps}
            page.show_times([(clock_text(minute), words.get(tap, "")) for tap, minute in (*hard.times, *self._alone)])
