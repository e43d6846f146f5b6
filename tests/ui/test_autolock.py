"""The idle lock: it counts sleep, says why and for how long, and anybody's touch stops it."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit import audit
from ui.autolock import AutoLock, Countdown, awake_and_asleep
from ui.theme import Theme


class Wall:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def pass_by(self, autolock: AutoLock, seconds: int) -> None:
        """Seconds go by, each looked at."""
        for _ in range(seconds):
            self.now += 1
            autolock.look()


@pytest.fixture
def wall() -> Wall:
    """The clock."""
    return Wall()


@pytest.fixture
def locks() -> list[str]:
    """Every lock that was called for."""
    return []


@pytest.fixture
def autolock(qapp: QApplication, wall: Wall, locks: list[str]) -> AutoLock:
    """Three minutes, as it comes."""
    return AutoLock(3, lambda: locks.append("locked"), wall)


def test_locks_after_its_minutes_with_a_countdown(autolock: AutoLock, wall: Wall, locks: list[str]) -> None:
    """Twenty seconds of warning, then one lock and no more."""
    seconds: list[int] = []
    autolock.counting.connect(seconds.append)
    wall.pass_by(autolock, 159)
    assert (seconds, locks) == ([], [])
    wall.pass_by(autolock, 20)
    assert (seconds, locks) == (list(range(20, 0, -1)), [])
    wall.pass_by(autolock, 30)
    assert locks == ["locked"]


def test_touch_starts_again(autolock: AutoLock, wall: Wall, locks: list[str]) -> None:
    """Somebody comes back during the countdown."""
    stayed: list[bool] = []
    autolock.stayed.connect(lambda: stayed.append(True))
    wall.pass_by(autolock, 170)
    autolock.touch()
    wall.pass_by(autolock, 150)
    assert (stayed, locks) == ([True], [])
    wall.pass_by(autolock, 40)
    assert locks == ["locked"]


def test_sleep_locks_at_once(autolock: AutoLock, wall: Wall, locks: list[str]) -> None:
    """The lid was shut for two minutes, less than the idle time: the clock went on."""
    wall.pass_by(autolock, 5)
    wall.now += 120
    autolock.look()
    assert locks == ["locked"]


def test_quiet_is_told_once_and_who_comes_back(autolock: AutoLock, wall: Wall) -> None:
    """Half a minute without a touch, long before the countdown."""
    told: list[str] = []
    autolock.quiet.connect(lambda: told.append("quiet"))
    autolock.busy.connect(lambda: told.append("busy"))
    wall.pass_by(autolock, 29)
    autolock.touch()
    wall.pass_by(autolock, 29)
    assert told == []
    wall.pass_by(autolock, 60)
    assert told == ["quiet"]
    autolock.touch()
    autolock.touch()
    assert told == ["quiet", "busy"]
    wall.pass_by(autolock, 30)
    assert told == ["quiet", "busy", "quiet"]


@pytest.mark.parametrize(("asked", "kept"), [(0, 1), (-5, 1), (1, 1), (15, 15), (600, 15)])
def test_is_never_off(autolock: AutoLock, asked: int, kept: int) -> None:
    """One to fifteen minutes, whatever the setting says."""
    autolock.set_minutes(asked)
    assert autolock.minutes == kept


def test_clock_runs() -> None:
    """The clock of this computer is the one that counts sleep, where there is one."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        assert abs(awake_and_asleep() - time.clock_gettime(time.CLOCK_BOOTTIME)) < 60
    assert awake_and_asleep() <= awake_and_asleep()


def test_window_input_counts_as_a_touch(
    qapp: QApplication, qtbot: QtBot, autolock: AutoLock, wall: Wall, locks: list[str]
) -> None:
    """Keys that go to the window reach the idle clock, whatever widget takes them."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: qapp.focusWindow() is window.windowHandle())
    autolock.watch(qapp)
    wall.pass_by(autolock, 170)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    qapp.sendEvent(window.windowHandle(), key)
    wall.pass_by(autolock, 100)
    autolock.stop()
    assert locks == []


@pytest.mark.parametrize(
    ("key", "held", "locked"),
    [
        (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, True),
        (Qt.Key.Key_L, Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier, False),
    ],
)
def test_keys_that_lock_hold_in_a_dialog_too(
    qapp: QApplication, qtbot: QtBot, autolock: AutoLock, locks: list[str],
    key: Qt.Key, held: Qt.KeyboardModifier, locked: bool,
) -> None:  # fmt: skip
    """While it lies over the main window, that one hears no key of its own."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    autolock.watch(qapp)
    dialog = QDialog(window)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: qapp.focusWindow() is dialog.windowHandle())
    qapp.sendEvent(dialog.windowHandle(), QKeyEvent(QEvent.Type.KeyPress, key, held))
    autolock.stop()
    dialog.reject()
    assert locks == (["locked"] if locked else [])


def test_countdown_says_why_and_how_long(qtbot: QtBot, theme: Theme, autolock: AutoLock, wall: Wall) -> None:
    """The reason, the seconds, and a button; it goes when somebody is there."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 500)
    strip = Countdown(theme, autolock, window)
    window.show()
    wall.pass_by(autolock, 170)
    assert strip._words.words == "Nobody has touched the laptop for 3 minutes. It locks in 10 seconds."
    assert strip.isVisible()
    assert audit(window, theme) == []
    button = strip.findChildren(QWidget)[-1]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not strip.isVisible()
