"""Locks when nobody has touched the laptop for a while, or when it slept; counts down first, with the reason."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, ngettext
from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.layout import MIDDLE, across
from ui.widgets.marks import Glyph
from ui.widgets.paper import Panel
from ui.widgets.text import Label

LEAST_MINUTES, MOST_MINUTES = 1, 15
COUNTDOWN = 20  # seconds
QUIET = 30  # seconds without a touch, after which work that nobody shall wait for may begin
_ACTIVITY = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    )
)


def awake_and_asleep() -> float:
    """Seconds on a clock that goes on while the laptop sleeps."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)  # elsewhere the monotonic clock counts sleep by itself
    return time.clock_gettime(boot) if boot is not None else time.monotonic()


class AutoLock(QObject):
    """Watches for idleness. `counting` tells seconds left, `stayed` that somebody came back, `lock` is called once.

    `quiet` tells once that nobody has touched the laptop for half a minute, `busy` that somebody does again.

    `minutes` is 1 to 15, never off. A sleep of the laptop locks at once, as the clock jumps between two looks at it.
    """

    counting = Signal(int)
    stayed = Signal()
    quiet = Signal()
    busy = Signal()

    def __init__(
        self,
        minutes: int,
        lock: Callable[[], None],
        clock: Callable[[], float] = awake_and_asleep,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lock, self._clock = lock, clock
        self._seconds = 0
        self._touched = self._looked = clock()
        self._counting, self._locked, self._quiet = False, False, False
        self._cursor = QPoint()
        self._watched: list[QWindow] = []
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.look)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """Wait this long before counting down."""
        self._seconds = max(LEAST_MINUTES, min(MOST_MINUTES, minutes)) * 60

    @property
    def minutes(self) -> int:
        """How long it waits, countdown included."""
        return self._seconds // 60

    def watch(self, app: QGuiApplication) -> None:
        """Start: every window of the app that gets the focus is watched for keys, touches and the mouse."""
        app.focusWindowChanged.connect(self._watch_window)
        self._watch_window(app.focusWindow())
        self.touch()
        self._timer.start()

    def stop(self) -> None:
        """Stop looking."""
        self._timer.stop()

    def touch(self) -> None:
        """Somebody is here."""
        self._touched = self._clock()
        if self._quiet:
            self._quiet = False
            self.busy.emit()
        if self._counting:
            self._counting = False
            self.stayed.emit()

    def look(self) -> None:
        """Look at the clock; the timer does it once a second."""
        now = self._clock()
        slept = now - self._looked > 60  # the timer is late by seconds at most while awake
        self._looked = now
        if self._locked:
            return
        if (cursor := QCursor.pos()) != self._cursor:
            self._cursor = cursor
            if QGuiApplication.focusWindow() is not None:
                self.touch()
        left = self._seconds - (now - self._touched)
        if left <= 0 or slept:
            self._locked = True
            self._timer.stop()
            self._lock()
            return
        if not self._quiet and now - self._touched >= QUIET:
            self._quiet = True
            self.quiet.emit()
        if left <= COUNTDOWN:
            self._counting = True
            self.counting.emit(math.ceil(left))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice activity in a window's own stream of input, which is far thinner than that of all widgets.

        The keys that lock hold in every window: those of the main one are not heard while a dialog lies over it.
        """
        if event.type() in _ACTIVITY:
            self.touch()
            if event.type() == QEvent.Type.KeyPress and _locks(event):
                self._lock()
                return True
        return False

    def _watch_window(self, window: QWindow | None) -> None:
        if window is not None and window not in self._watched:
            self._watched.append(window)
            window.installEventFilter(self)
            window.destroyed.connect(lambda _gone=None, window=window: self._forget(window))

    def _forget(self, window: QWindow) -> None:
        if window in self._watched:
            self._watched.remove(window)


def _locks(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return (event.key(), held) in ((Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier),
                                   (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier))  # fmt: skip


class Countdown(Panel):
    """The strip that says the vault will lock, why, and in how many seconds; any key or touch keeps it open."""

    def __init__(self, theme: Theme, autolock: AutoLock, parent: QWidget) -> None:
        super().__init__(theme, None, "look_tint", "look")
        self.setParent(parent)
        self._autolock, self._over = autolock, parent
        self._words = Label(theme, "", "strong", wrap=True)
        stay = Button(theme, _("Stay open"), "plain")
        stay.clicked.connect(autolock.touch)
        self.setLayout(
            across(
                theme,
                (Glyph(theme, "lock", "look_ink"), 0, MIDDLE),
                (self._words, 1, MIDDLE),
                stay,
                gap=12,
                margins=(18, 10, 14, 10),
            )
        )
        self._theme = theme
        autolock.counting.connect(self._count)
        autolock.stayed.connect(self.hide)
        self.hide()

    def _count(self, seconds: int) -> None:
        reason = ngettext(
            "Nobody has touched the laptop for {n} minute.",
            "Nobody has touched the laptop for {n} minutes.",
            self._autolock.minutes,
        ).format(n=self._autolock.minutes)
        then = ngettext("It locks in {n} second.", "It locks in {n} seconds.", seconds).format(n=seconds)
        first = not self.isVisible()
        self._words.setText(f"{reason} {then}")
        self._place()
        if first:
            self.show()
            self.raise_()
            announce(self, self._words.words)

    def _place(self) -> None:
        window, gap = self._over, self._theme.px(12)
        wide = min(window.width() - 2 * gap, self._theme.px(640))
        high = max(self.heightForWidth(wide), self._theme.px(64))
        self.setGeometry((window.width() - wide) // 2, window.height() - high - gap, wide, high)
