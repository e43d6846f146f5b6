"""The running circle: keeps each step as it is taken, tells the time, and goes on where it stood after a lock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QElapsedTimer, QTimer

from facilitator.errors import UserError
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.running import MINUTE, Mark, Moment, Offer, Phase, Running
from facilitator.model.session import Session
from ui.jobs import Job
from ui.room.feed import RoomFeed
from ui.room.panel import RoomPanel
from ui.screens.tonight.leaf import COUNT, MOMENTS, RUN, Host, Leaf
from ui.screens.tonight.running.asking import Sitting, sitting
from ui.screens.tonight.running.page import RunningPage

if TYPE_CHECKING:
    from facilitator.workspace import Workspace

BACK_MS = 20_000
"""How far the clock must go back between two looks to have been set back."""
JUMP_MS = 10 * MINUTE
"""How far it must go on at once to be asked about."""


class Circle(Leaf):
    """One evening as it runs; turned to with a session, or for the evening that is shown."""

    key: ClassVar[str] = RUN
    stays: ClassVar[bool] = True

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._for: Session | Id | None = None
        self._sitting: Sitting | None = None
        self._doing: Job | None = None
        self._looked: int | None = None
        self._real = QElapsedTimer()
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.timeout.connect(self._look)

    @property
    def session(self) -> Session | None:
        """The evening that runs."""
        if self._sitting is not None:
            return self._sitting.evening.session
        return self._for if isinstance(self._for, Session) else super().session

    # ------------------------------------------------------------ a leaf
    def open(self, show: object = None) -> None:
        """Run an evening, the one that is shown where none is given."""
        self._for = show if isinstance(show, Session | bytes) else None
        self._sitting, self._looked = None, None

    def left(self) -> None:
        """Nothing is shown any more; the circle goes on all the same."""
        self._doing = None
        self._sitting, self._for, self._looked = None, None, None
        self._tick.stop()

    def read(self) -> None:
        """Show the run as it is kept."""
        wanted = self._for or self.host.chosen or self.session
        if wanted is None:
            self.host.home()
        else:
            self.ask(lambda workspace: sitting(workspace, wanted), self._show, self.gone)

    def veil(self) -> bool:
        """Names go from the page at once, as they do after a minute, until somebody presses a key."""
        if not isinstance(self.host.page, RunningPage):
            return False
        self.host.page.untouched.veil()
        return True

    def tell_time(self, now: datetime) -> None:
        """Say again where the circle is."""
        self._look()

    # ------------------------------------------------------------ showing
    def _show(self, found: Sitting) -> None:
        self._sitting, self._for = found, found.evening.session
        if found.run is None:
            if found.waits is not None:
                self.desk.refuse(found.waits)
            self.host.home(found.evening.session)
            return
        now = self._now(found)
        if now is None:
            return
        page = self.host.page
        if isinstance(page, RunningPage):
            page.show_sitting(found, now)
        else:
            page = self._page()
            page.show_sitting(found, now)
            self.host.put(page)
            page.focus_first()
        if now.clock_went_back and found.begun:
            self._set_clock(self.desk.clock.now_ms() - now.now)
        self._look()

    def _page(self) -> RunningPage:
        page = RunningPage(self.desk.theme)
        if isinstance(self.desk.room, RoomFeed):
            page.add_room(RoomPanel(self.desk.theme, self.desk.room))
        page.left.connect(lambda: self.host.home(self.session))
        page.counting.connect(lambda: self.host.turn(COUNT, self.session))
        page.struggling.connect(lambda: self.host.turn(MOMENTS, self.session))
        sheet, telling = page.sheet, page.telling
        sheet.going_on.connect(self._go_on)
        sheet.pausing.connect(lambda: self._do(lambda w, s: w.runs.pause(s)))
        sheet.extending.connect(lambda n: self._do(lambda w, s: w.runs.extend(s, n)))
        sheet.skipping.connect(lambda: self._do(lambda w, s: w.runs.skip(s)))
        sheet.back.connect(lambda: self._do(lambda w, s: w.runs.back(s)))
        sheet.undoing.connect(lambda: self._do(lambda w, s: w.runs.undo(s)))
        telling.accepted.connect(self._accept)
        telling.declined.connect(lambda late: self._do(lambda w, s: w.runs.decline(s, late)))
        telling.later.connect(lambda n: self._do(lambda w, s: w.runs.end_later(s, n)))
        telling.knows.connect(lambda: self._do(lambda w, s: w.runs.mark(s, Mark.DOORKNOB)))
        telling.jumped.connect(self._set_clock)
        page.limits.reading.connect(self._read_limits)
        page.limits.leaving.connect(self._leave_limits)
        page.marking.marked.connect(self._mark)
        page.correcting.corrected.connect(self._correct)
        return page

    def _now(self, found: Sitting) -> Running | None:
        return None if found.run is None else found.run.at(Moment.of(self.desk.clock), found.heads)

    # ------------------------------------------------------------ the clock
    def _look(self) -> None:
        """Look at the clock, say where the circle is, and look again when the next minute is full."""
        found, page = self._sitting, self.host.page
        if found is None or not isinstance(page, RunningPage):
            return
        now = self._now(found)
        if now is None:
            return
        self._watch_clock(page, now, found.begun)
        page.tell(now)
        if page.room is not None:
            page.room.tell()
        rest = now.left % MINUTE if now.phase is Phase.GOING else MINUTE
        second = self.desk.clock.now()
        full = 60_000 - second.second * 1000 - second.microsecond // 1000
        self._tick.start(int(max(50, min(rest or MINUTE, full) + 20)))

    def _watch_clock(self, page: RunningPage, now: Running, begun: bool) -> None:
        """A clock that was set back is followed; one that went on by much at once is asked about."""
        ms, before = self.desk.clock.now_ms(), self._looked
        self._looked = ms
        real = self._real.restart() if self._real.isValid() else 0
        self._real.start()
        if before is None or not begun or now.phase is Phase.ENDED:
            return
        moved = ms - before - real
        if moved < -BACK_MS:
            self._set_clock(moved)
        elif moved > JUMP_MS:
            page.telling.tell_jump(moved)

    def _set_clock(self, moved: int) -> None:
        self._do(lambda w, s: w.runs.set_clock(s, moved))

    # ------------------------------------------------------------ steps
    def _do(self, step: Callable[[Workspace, Session], Change]) -> None:
        """Keep one step; while it is being kept, no second press counts."""
        session = self.session
        if session is None or self._doing is not None:
            return
        self._doing = self.desk.jobs.do(self, lambda w: step(w, session), self._done, refused=self._refused)

    def _done(self, _change: Change) -> None:
        self._doing = None
        if isinstance(self.host.page, RunningPage):
            self.host.page.accept()
            self.host.page.telling.tell_jump(0)

    def _refused(self, error: UserError) -> None:
        self._doing = None
        if isinstance(self.host.page, RunningPage):
            self.host.page.refuse(error)
            self.read()
        else:
            self.desk.refuse(error)

    def _go_on(self) -> None:
        """The one next step, whatever it is by now."""
        found = self._sitting
        now = None if found is None else self._now(found)
        if now is None:
            return
        match now.phase:
            case Phase.WAITING:
                self._do(lambda w, s: w.runs.begin(s))
            case Phase.PAUSED:
                self._do(lambda w, s: w.runs.resume(s))
            case Phase.ENDED:
                self.host.turn(COUNT, self.session)
            case _ if now.last:
                self._do(lambda w, s: w.runs.end(s))
            case _ if self._limits_open(now):
                self._ask_limits()
            case _:
                self._do(lambda w, s: w.runs.next(s))

    # ------------------------------------------------------------ the agreement, read in the room
    def _limits_open(self, now: Running) -> bool:
        """Whether the agreement was begun in the room, and nobody has read the limits or said they are left out."""
        room, said = self.desk.room, (Mark.LIMITS_READ, Mark.LIMITS_LEFT_OUT)
        return room is not None and room.limits_open and not any(now.marked(mark) for mark in said)

    def _ask_limits(self) -> None:
        page = self.host.page
        if isinstance(page, RunningPage):
            page.limits.ask()
            page.view.ensureWidgetVisible(page.limits)

    def _read_limits(self) -> None:
        page = self.host.page
        if isinstance(page, RunningPage) and isinstance(self.desk.room, RoomFeed):
            page.limits.shut(page.sheet.next_button)
            self.desk.room.keeper.read_limits()

    def _leave_limits(self) -> None:
        page = self.host.page
        if isinstance(page, RunningPage) and isinstance(self.desk.room, RoomFeed):
            page.limits.shut(page.sheet.next_button)
            self.desk.room.keeper.leave_limits()
            self._do(lambda w, s: w.runs.next(s))

    # ------------------------------------------------------------ what is proposed, ticked, put right
    def _accept(self, offer: object) -> None:
        if isinstance(offer, Offer):
            self._do(lambda w, s: w.runs.accept(s, offer.cuts))

    def _mark(self, mark: object, part: object, on: bool) -> None:
        index = part if isinstance(part, int) else None
        if isinstance(mark, Mark):
            self._do(lambda w, s: w.runs.mark(s, mark, index) if on else w.runs.unmark(s, mark, index))

    def _correct(self, minute: int, part: object) -> None:
        began = began_at(Moment.of(self.desk.clock), minute)
        index = part if isinstance(part, int) else None
        page = self.host.page

        def right(change: Change) -> None:
            self._done(change)
            if isinstance(page, RunningPage):
                page.correcting.shut()

        session = self.session
        if session is not None and self._doing is None:
            self._doing = self.desk.jobs.do(self, lambda w: w.runs.correct(session, began, index), right,
                                            refused=self._refused)  # fmt: skip


def began_at(moment: Moment, minute: int) -> int:
    """The last moment (ms UTC) at which the wall showed so many minutes after midnight; a little ahead counts too."""
    midnight = moment.wall.replace(hour=0, minute=0, second=0, microsecond=0)
    wall = midnight + timedelta(minutes=minute)
    if wall > moment.wall + timedelta(hours=12):
        wall -= timedelta(days=1)
    return moment.back(wall)
