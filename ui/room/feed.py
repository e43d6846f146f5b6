"""Feeds the room from the evening that runs, whatever place of the window one is in, and writes down what it tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.evening.roomplan import RoomPlan
from facilitator.evening.running.run import Run
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.fingers import Moment as Hands
from facilitator.model.room import RoomPhase, RoomState, packed, unpacked
from facilitator.model.running import Event, Moment, Phase
from facilitator.model.session import Session
from ui.drafting import Drafting
from ui.jobs import Jobs
from ui.room.keeper import RoomKeeper

if TYPE_CHECKING:
    from facilitator.workspace import Workspace

AREAS = frozenset(("runs", "sessions", "agendas", "agreements", "groups", "members", "facilitators", "organisation",
                   "attendance"))  # fmt: skip
"""What the room shows something of, or is screened against."""
_WHERE = "tonight/room"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fed:
    """What the room is fed from: the evening's run and what may be shown of its plan; `going` once it has begun.

    There is no `plan` while nobody looks at the room: screening it takes a moment, and unlocking shall not wait.
    """

    session: Session
    plan: RoomPlan | None
    run: Run
    seats: int
    going: bool


class RoomFeed(QObject):
    """Keeps the room to the run. `going` tells whether an evening is under way, each time that turns.

    Where the circle is in its reading or round is kept with what is half typed, sealed to whoever unlocked: after a
    crash the room goes on there.
    """

    going = Signal(bool)

    def __init__(
        self,
        keeper: RoomKeeper,
        jobs: Jobs[Workspace],
        clock: Clock,
        parent: QWidget,
        drafting: Drafting | None = None,
    ) -> None:
        super().__init__(parent)
        self._owner, self._drafting = parent, drafting
        self._keeper, self._jobs, self._clock = keeper, jobs, clock
        self._fed: Fed | None = None
        self._going = False
        self._wanted = False
        self._stopped = False
        self._kept: bool | None = None
        keeper.news.connect(self._write)
        jobs.changed.connect(self._heard)
        keeper.displays.came.connect(self.read)

    # ------------------------------------------------------------ what a screen may do with the room
    @property
    def keeper(self) -> RoomKeeper:
        """Who keeps the room."""
        return self._keeper

    @property
    def state(self) -> RoomState | None:
        """The room as it is, None where no evening runs."""
        return self._keeper.state

    @property
    def shown(self) -> bool:
        """Whether the circle sees it."""
        return self._keeper.shown

    @property
    def limits_open(self) -> bool:
        """Whether the agreement is being read and its limits of confidentiality are neither read nor left out."""
        return self._keeper.limits_open

    @property
    def kept_back(self) -> tuple[str, ...]:
        """Words that stay out of the room, as somebody's name may stand in them: for the laptop's side alone."""
        plan = None if self._fed is None else self._fed.plan
        return () if plan is None else plan.kept_back

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means in the room; whether it meant anything."""
        return self._keeper.take_key(event)

    def ask_hands(self, moment: Hands) -> None:
        """Ask the circle for fist to five."""
        self._keeper.ask_hands(moment)

    # ------------------------------------------------------------ reading
    @property
    def fed(self) -> Fed | None:
        """What the room is fed from now."""
        return self._fed

    @property
    def sitting(self) -> bool:
        """Whether a circle is under way."""
        return self._going

    def read(self) -> None:
        """Look at the evening that matters now."""
        def show(fed: Fed | None) -> None:
            if not self._stopped:
                self._take(fed)
                self._open()

        if not self._stopped:
            seen = self._wanted or self._keeper.state is not None
            self._jobs.ask(self, lambda workspace: _fed(workspace, seen), show, key="room")

    def stop(self) -> None:
        """The vault is being locked: the room goes on by itself, and what happens in it waits to be written down."""
        self._stopped = True

    def turn(self) -> None:
        """Turn to the room, or back; where no evening has begun, to its welcome."""
        if self._keeper.shown:
            self._keeper.turn_back()
        else:
            self._wanted = True
            self.read()

    def put_out(self) -> None:
        """Everybody goes home: a circle that is over leaves no picture behind on the hall's display."""
        state = self._keeper.state
        if state is not None and state.part.phase is RoomPhase.ENDED:
            self._keeper.end()

    def _open(self) -> None:
        """A later look may have taken the place of the one that was to open it: then it opens here."""
        if self._wanted:
            self._wanted = False
            self._keeper.open()

    # ------------------------------------------------------------ from the vault to the room
    def _heard(self, change: Change) -> None:
        if change.touches(*AREAS) and (self._fed is not None or change.touches("runs")):
            self.read()

    def _take(self, fed: Fed | None) -> None:
        self._fed = fed
        before = self._keeper.state
        if before is not None and (fed is None or before.part.run != fed.session.id.hex()):
            self.put_out()  # another evening matters by now
        going = fed is not None and fed.going
        if fed is not None and fed.plan is not None and (going or self._keeper.shown or self._wanted):
            moment = Moment.of(self._clock)
            running = fed.run.at(moment)
            keep = self._keeper.state
            late = keep is not None and bool(keep.pending) and keep.part.run == fed.plan.run
            if not late:  # else what happened while the vault was locked is written down first, and read again
                self._keeper.put(fed.plan.at(running, fed.seats), running.paused_since)
            if running.phase is Phase.ENDED and not self._keeper.shown:
                self._keeper.end()
        if going != self._going:
            self._going = going
            self.going.emit(going)
        self._keep(going)
        self._write()

    # ------------------------------------------------------------ over a crash
    def _keep(self, going: bool) -> None:
        """Keep where the circle is, while it sits; afterwards nothing of it."""
        drafting = self._drafting
        if drafting is None or going == self._kept:
            return
        self._kept = going
        if going:
            drafting.register(self._owner, _WHERE, title=lambda: _("The room tonight"), read=self._read_state,
                              restore=self._go_on)  # fmt: skip
        else:
            drafting.done(_WHERE)

    def _read_state(self) -> Mapping[str, str] | None:
        state = self._keeper.state
        return None if state is None or self._stopped else {"state": packed(state).decode()}

    def _go_on(self, fields: Mapping[str, str]) -> None:
        """Where the circle was before a crash; what a lock handed on is newer, and stays."""
        was, now = unpacked(fields.get("state", "").encode()), self._keeper.state
        if was is not None and now is not None and was.part.same(now.part) and now.fresh:
            on_its_own = self._keeper.second is not None
            self._keeper.restore(replace(was.at(now.part, now.paused_ms), shown=was.shown and on_its_own))

    # ------------------------------------------------------------ from the room to the vault
    def _write(self) -> None:
        """Write down what happened in the room, each at its own moment."""
        fed, state = self._fed, self._keeper.state
        if fed is None or state is None or self._stopped or state.part.run != fed.session.id.hex():
            return
        for event in self._keeper.take_news():
            if not fed.going:
                continue  # the circle has ended meanwhile, and what ended is kept as it was
            self._jobs.do(self, _happened(fed.session, event), refused=lambda _error: self.read())


def _happened(session: Session, event: Event) -> Callable[[Workspace], Change]:
    return lambda workspace: workspace.runs.happened(session, event)


def _fed(workspace: Workspace, seen: bool) -> Fed | None:
    """The evening that matters now, if it has a plan to run; what may be shown of it where that is `seen`, or begun."""
    from facilitator.errors import UserError
    from facilitator.evening.running.runs import going

    evening = workspace.evenings.tonight()
    if evening is None:
        return None
    session = evening.session
    run = workspace.runs.of(session)
    try:
        shown = run or workspace.runs.ready(session)
    except UserError:
        return None  # there is nothing to show the time of yet
    heads = session.count.heads
    sits = going(run, Moment.of(workspace.clock))
    return Fed(
        session=session,
        plan=workspace.rooms.plan(session, evening.plan, session.id) if seen or sits else None,
        run=shown,
        seats=evening.expected if heads is None else heads,
        going=sits,
    )

