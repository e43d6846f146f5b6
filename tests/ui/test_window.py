"""The one window: where it stands on a small screen."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from pytestqt.qtbot import QtBot

from ui.app import _asked
from ui.relock import fresh_process, handed_on
from ui.theme import Theme
from ui.window import HIGH, TITLE_BAR, WIDE, Window


@pytest.mark.parametrize(
    ("room", "fills"),
    [
        (QSize(WIDE, HIGH), True),  # a small laptop, whose title bar would push the foot of the window off the screen
        (QSize(WIDE - 86, 1000), True),
        (QSize(1920, 1040), False),
        (QSize(WIDE, HIGH + TITLE_BAR), False),
    ],
)
def test_small_screen_is_filled(qtbot: QtBot, theme: Theme, room: QSize, fills: bool) -> None:
    """Where the usual size would be cut off at its foot, the window takes the whole screen; else its usual place."""
    window = Window(theme)
    qtbot.addWidget(window)
    window._may_close = True
    window.stand("", room)
    assert window.isMaximized() is fills


def test_place_of_before_comes_first(qtbot: QtBot, theme: Theme) -> None:
    """A window that was moved comes back where it was, however small the screen."""
    window = Window(theme)
    qtbot.addWidget(window)
    window._may_close = True
    window.stand("700x500+10+10", QSize(WIDE, HIGH))
    assert not window.isMaximized()
    assert (window.width(), window.height()) == (700, 500)


def test_place_is_of_use_where_no_usual_size_is_known(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some window managers forget what a window measured before it filled the screen."""
    window = Window(theme)
    qtbot.addWidget(window)
    window._may_close = True
    window.stand("700x500+10+10m", QSize(WIDE, HIGH))
    monkeypatch.setattr(window, "normalGeometry", lambda: QRect(0, 0, -1, -1))
    assert window.isMaximized()
    stands = window.geometry()
    assert window.place == f"{stands.width()}x{stands.height()}{stands.x():+d}{stands.y():+d}m"


@pytest.mark.parametrize("place", ["", "-1x-1+0+0m", "1366x768-20+40"])
def test_what_a_lock_hands_on_is_understood(tmp_path: Path, place: str) -> None:
    """The fresh process must start whatever the place: one that stops would look like a crash at every lock."""
    assert _asked(handed_on(tmp_path, place, card=True)) == (str(tmp_path), True, place, None)
    assert _asked(handed_on(tmp_path, place, room=7)) == (str(tmp_path), False, place, 7)


def test_fresh_process_is_ours_wherever_one_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of the same name in the folder one stood in, such as a stick's, does not run in its place."""
    for name in ("ui.py", "argparse.py"):
        (tmp_path / name).write_text("raise SystemExit('not ours')")
    begun: list[tuple[str, list[str], dict[str, str]]] = []
    monkeypatch.setattr(os, "execve", lambda *what: begun.append(what))
    fresh_process(None)
    _program, start, environment = begun[0]
    told = subprocess.run([*start[:-2], "--help"], env=environment, cwd=tmp_path, capture_output=True, text=True,
                          timeout=60, check=False)  # fmt: skip
    assert (told.returncode, told.stderr) == (0, "") and "Opens the window." in told.stdout
