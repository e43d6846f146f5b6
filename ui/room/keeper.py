"""Keeps the room: what it shows, on which display, and what keys do to it. It holds a RoomState and nobody's name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.clock import Clock
from facilitator.model.fingers import Fingers, Moment
from facilitator.model.room import MINUTE_MS, RoomPart, RoomPhase, RoomState, begun
from facilitator.model.running import Event, Mark, Step
from ui.room.awake import Awake
from ui.room.displays import Displays
from ui.room.keys import Act, act_for, fingers_for
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.room.window import RoomWindow

_FISTS = {Moment.OPENING: Mark.OPENING_FIST, Moment.CLOSING: Mark.CLOSING_FIST}
_FORGOTTEN_MS = 120 * MINUTE_MS
"""How long after its end a room keeps the screens awake."""
_BEFORE_MS = 20
"""A timer may come this early; it looks again a little after the minute."""


class RoomKeeper(QObject):
    """The one who holds the room. `news` tells that something is to be written down: `take_news` hands it out.

    `changed` tells that the room shows something else.
    `veil` hides names on the laptop's side before the room's window goes from over it; `locked` is called by the keys
    that lock. `offered` fires when a display is plugged in, or pulled from under the room.
    """

    changed = Signal()
    news = Signal()
    offered = Signal()

    def __init__(
        self,
        theme: Theme,
        clock: Clock,
        app: QGuiApplication,
        laptop: QWidget,
        *,
        veil: Callable[[], None] = lambda: None,
        locked: Callable[[], None] = lambda: None,
        still: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        self._theme, self._clock, self._laptop = theme, clock, laptop
        self._veil, self._locked, self._still = veil, locked, still
        self._state: RoomState | None = None
        self._window: RoomWindow | None = None
        self._asking = False
        self._since: int | None = None
        self._awake = Awake(self)
        self.displays = Displays(app, self)
        self.displays.came.connect(self.offered)
        self.displays.went.connect(self._pulled)
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.setTimerType(Qt.TimerType.CoarseTimer)
        self._minute.timeout.connect(self._show)

    # ------------------------------------------------------------ what it holds
    @property
    def state(self) -> RoomState | None:
        """The room as it is, None where no circle is under way."""
        return self._state

    @property
    def shown(self) -> bool:
        """Whether the circle sees it."""
        return self._window is not None and self._window.isVisible()

    @property
    def window(self) -> RoomWindow | None:
        """Its window, once it was shown."""
        return self._window

    @property
    def second(self) -> QScreen | None:
        """The display for the room; None where the one screen is turned round."""
        return self.displays.other(self._laptop)

    def put(self, part: RoomPart, paused_ms: int | None = None) -> None:
        """Show what the plan has now. The same part goes on with its reading or round; another begins its own."""
        self._set(replace(begun(part), paused_ms=paused_ms) if self._state is None else self._state.at(part, paused_ms))

    def restore(self, state: RoomState) -> None:
        """Go on where another process, or an earlier one, left off."""
        self._set(state)
        if state.shown:
            self.open()

    def end(self) -> None:
        """The circle is over: nothing is kept of it, and the window is gone."""
        self._state = None
        self._asking = False
        self._minute.stop()
        self._put_away()
        self.changed.emit()

    # ------------------------------------------------------------ in sight
    def turn(self) -> None:
        """Turn to the room, or back: one key each way."""
        if self.shown:
            self.turn_back()
        else:
            self.open()

    def open(self) -> None:
        """Show the room on the second display, or all over the one there is."""
        if self._state is None:
            return
        second = self.second
        if second is None:
            self._veil()  # before it is covered, so that nothing of it shows in a list of windows either
        window = self._window or self._make()
        window.view.set_key_back("" if second is not None else _("F8 turns back"))
        self._set(replace(self._state, shown=True))
        self._show()
        window.stand_on(second or self._laptop.screen(), take_keys=second is None)
        self._awake.hold()
        self.changed.emit()  # now that it is in sight

    def raise_again(self) -> None:
        """Over the laptop's side once more, where both are on one display and that side has just come up."""
        window = self._window
        if window is not None and self.shown and self.second is None:
            window.stand_on(self._laptop.screen(), take_keys=True)

    def turn_back(self) -> None:
        """Put the room out of sight; the laptop's side is veiled before it can be seen."""
        window = self._window
        alone = window is None or window.screen() is self._laptop.screen()
        if alone:
            self._veil()
        self._put_away()
        if self._state is not None:
            self._set(replace(self._state, shown=False))
            if self._state.part.phase is RoomPhase.ENDED:
                self.end()
        if alone:
            self._laptop.raise_()
            self._laptop.activateWindow()

    def _make(self) -> RoomWindow:
        from ui.room.window import RoomWindow  # most openings of a vault never show it

        window = self._window = RoomWindow(self._theme, self._still())
        window.pressed.connect(self._pressed)
        window.left.connect(self.turn_back)
        window.unasked.connect(self._laptop.activateWindow)
        return window

    def _put_away(self) -> None:
        window, self._window = self._window, None
        self._awake.let_go()
        if window is not None:
            window.hide()
            window.deleteLater()

    def _pulled(self, screen: object) -> None:
        """A display is gone: go on with the one there is, and leave it to who sits there to turn it round."""
        if self.shown:
            self._put_away()
            if self._state is not None:
                self._set(replace(self._state, shown=False))
        self.offered.emit()

    # ------------------------------------------------------------ keys
    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for, from the room or from the laptop's side; whether it meant anything."""
        if self._state is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier \
                & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        if self._state.fingers is not None and not self._state.paused:
            fingers = fingers_for(event.key())
            if fingers is not None:
                less = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.count(fingers, less)
                return True
        act = act_for(event.key())
        if act is None or (event.isAutoRepeat() and act is not Act.ON):
            return act is not None
        self.do(act)
        return True

    def _pressed(self, event: object) -> None:
        if not isinstance(event, QKeyEvent):
            return
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_F12 or (control and event.key() == Qt.Key.Key_L):
            self._locked()
        elif control and event.key() == Qt.Key.Key_R:
            self.turn()
        elif not event.isAutoRepeat():
            self.take_key(event)

    def do(self, act: Act) -> None:
        """Do one thing."""
        state = self._state
        if act is Act.TURN:
            self.turn()
        elif state is None:
            return
        elif act is Act.REST:
            self.resume() if state.paused else self.pause()
        elif act is Act.CLOCK:
            self._set(replace(state, clock_hidden=not state.clock_hidden))
        elif not state.paused:
            self._do(act, state)

    def _do(self, act: Act, state: RoomState) -> None:
        now, asking = self._clock.now_ms(), self._asking
        self._ask(False)
        if state.fingers is not None:
            if act is Act.ON:
                self.put_hands_away()
        elif state.reading is not None and not (state.reading.done and act is not Act.BACK):
            reading = state.reading
            if act is Act.ON:
                self._read(replace(state, reading=reading.on(now)))
            elif act is Act.BACK:
                self._read(replace(state, reading=reading.back()))
            elif act is Act.LEAVE_OUT:
                if reading.must_mark and not asking:
                    self._ask(True)
                    return
                self._read(replace(state, reading=(reading.mark() if asking else reading).leave_out(now)))
        elif act is Act.ON and state.part.clauses and state.reading is None:
            self._set(state.read())
        elif state.round is not None:
            done = {
                Act.ON: state.round.on, Act.PASSES: state.round.on, Act.LATER: state.round.later,
                Act.BACK: state.round.give_back, Act.MORE: state.round.with_seat, Act.FEWER: state.round.without_seat,
            }.get(act)  # fmt: skip
            if done is not None:
                circle = done()
                ended = circle.done and not state.round.done
                self._set(state.seat(circle))
                if ended:
                    self._mark(Mark.ROUND_OFFERED)

    def _read(self, state: RoomState) -> None:
        before, reading = self._state.reading if self._state is not None else None, state.reading
        self._set(state)
        if before is None or reading is None:
            return
        if reading.marked and not before.marked:
            self._mark(Mark.LIMITS_LEFT_OUT)
        if reading.done and not before.done:
            if reading.limits_read and any(clause.limits for clause in reading.clauses):
                self._mark(Mark.LIMITS_READ)
            self._mark(Mark.AGREEMENT_READ)

    def _ask(self, asking: bool) -> None:
        """Leaving out the limits is marked by pressing the key once more."""
        self._asking = asking
        if self._window is not None:
            self._window.view.note(_("The limits are not read yet. X again leaves them out tonight.") if asking else "")
        if asking:
            self.changed.emit()

    @property
    def turn_ms(self) -> int | None:
        """How long the seat that holds the piece has had it; it is written nowhere and handed on to nobody."""
        if self._since is None or self._state is None or self._state.round is None or self._state.round.done:
            return None
        until = self._state.paused_ms  # a pause is nobody's turn
        return max(0, (self._clock.now_ms() if until is None else until) - self._since)

    @property
    def asks_to_mark(self) -> bool:
        """Whether the limits are about to be left out, and that has to be said once more."""
        return self._asking

    @property
    def limits_open(self) -> bool:
        """Whether the agreement is being read and its limits of confidentiality are neither read nor left out."""
        reading = self._state.reading if self._state is not None else None
        return reading is not None and not reading.may_stop

    def read_limits(self) -> None:
        """Go to the limits of confidentiality, where the agreement is being read."""
        state = self._state
        reading = state.reading if state is not None else None
        if state is not None and reading is not None:
            self._set(replace(state, reading=reading.to_limits()))

    def leave_limits(self) -> None:
        """Say that the limits are left out tonight."""
        state = self._state
        if state is not None and state.reading is not None:
            self._read(replace(state, reading=state.reading.mark()))

    # ------------------------------------------------------------ rest, hands
    def pause(self) -> None:
        """A calm pause: time stands still."""
        if self._state is not None and not self._state.paused:
            self._set(self._state.pause(self._clock.now_ms()))
            self._say(Step.PAUSED)

    def resume(self) -> None:
        """Go on after a pause."""
        if self._state is not None and self._state.paused:
            self._set(self._state.resume(self._clock.now_ms()))
            self._say(Step.RESUMED)

    def ask_hands(self, moment: Moment) -> None:
        """Ask for fist to five."""
        if self._state is not None:
            self._set(replace(self._state, fingers=Fingers(moment)))

    def count(self, fingers: int, less: bool = False) -> None:
        """One hand more with so many fingers, or one fewer."""
        state = self._state
        if state is not None and state.fingers is not None:
            self._set(replace(state, fingers=state.fingers.take(fingers) if less else state.fingers.add(fingers)))

    def put_hands_away(self) -> None:
        """Take the tally away, and tell it."""
        state = self._state
        if state is not None and state.fingers is not None:
            self._set(replace(state, fingers=None))
            if state.fingers.counted:
                self._mark(_FISTS[state.fingers.moment], state.fingers.hands)

    # ------------------------------------------------------------ showing
    def take_news(self) -> tuple[Event, ...]:
        """What happened in the room since it was asked last, for whoever writes it into the run."""
        state = self._state
        if state is None or not state.pending:
            return ()
        self._set(replace(state, pending=()))
        return state.pending

    def _mark(self, mark: Mark, tally: tuple[int, ...] = ()) -> None:
        if self._state is not None:
            self._note(Event(step=Step.MARKED, at=self._clock.now_ms(), part=self._state.part.index, mark=mark,
                             tally=tally))  # fmt: skip

    def _say(self, step: Step) -> None:
        self._note(Event(step=step, at=self._clock.now_ms()))

    def _note(self, event: Event) -> None:
        if self._state is not None:
            self._set(replace(self._state, pending=(*self._state.pending, event)))
            self.news.emit()

    def _set(self, state: RoomState) -> None:
        if state == self._state:
            return
        if self._asking:
            self._ask(False)
        before, self._state = self._state, state
        held = None if state.round is None else (state.part.run, state.part.index, state.round.holder)
        if held is None:
            self._since = None
        elif before is None or before.round is None or held != (
                before.part.run, before.part.index, before.round.holder):
            self._since = self._clock.now_ms()
        elif self._since is not None and before.paused_ms is not None and not state.paused:
            self._since += max(0, self._clock.now_ms() - before.paused_ms)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        """Show it as it is now, and look again when the time of day or the minutes left are others."""
        state, window = self._state, self._window
        if state is None or window is None:
            return
        now, local = self._clock.now_ms(), self._clock.now()
        if state.part.ends_ms and state.left_ms(now) < -_FORGOTTEN_MS and not state.paused:
            self._awake.let_go()  # everybody has gone home, and nobody shut it
        window.view.show_state(state, now, local)
        wall = 60_000 - (local.second * 1000 + local.microsecond // 1000)
        still = state.paused or not state.part.timed
        waits = wall if still else min(wall, state.left_ms(now) % MINUTE_MS or MINUTE_MS)
        self._minute.start(waits + _BEFORE_MS)
