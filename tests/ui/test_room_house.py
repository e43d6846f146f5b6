"""The room in the whole house: its key, the cover over the laptop's side, displays that come and go, and a lock."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from facilitator.model.running import Mark
from facilitator.model.session import Session
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms, settle
from tests.ui.front import Front
from ui.go import Go
from ui.opened import OpenVault
from ui.room.displays import Displays
from ui.room.panel import RoomPanel
from ui.room.veil import Veil
from ui.screens.tonight.leaf import RUN
from ui.screens.tonight.running.page import RunningPage

K = Qt.Key
HERE = Path(__file__).resolve().parent


def opened_in(front: Front) -> OpenVault:
    """The open vault."""
    assert front.house.opened is not None
    return front.house.opened


def tonight(workspace: Workspace) -> Session:
    """The evening that matters now."""
    evening = workspace.evenings.tonight()
    assert evening is not None
    return evening.session


def circle(front: Front) -> RunningPage:
    """The sample's circle begins, and its page is up."""
    session = front.ask(tonight)
    opened = opened_in(front)
    assert opened.shell is not None
    done: list[object] = []
    opened.jobs.do(front.window, lambda w: w.runs.begin(session), done.append)
    front.until(lambda: done and opened.feed.sitting)
    opened.shell.go(Go("tonight", (RUN, session)))
    front.until(lambda: front.window.findChild(RunningPage) is not None)
    settle()
    page = front.window.findChild(RunningPage)
    assert page is not None
    return page


def room_key(front: Front, key: Qt.Key) -> None:
    """Press a key in the room's window."""
    window = front.house.room.window
    assert window is not None
    QTest.keyClick(window, key)
    settle()


def names_seen(front: Front) -> list[str]:
    """Words on the laptop's side that hold a name of the sample."""
    names = front.ask(lambda w: [one.name for group in w.groups.all() for one in w.members.of(group.id)]
                      + [one.name for one in w.facilitators.all()])  # fmt: skip
    shown = [label.text() for label in front.window.findChildren(QLabel) if label.isVisible()]
    return [text for text in shown if any(name in text for name in names)]


def test_turning_to_and_fro_never_shows_a_name(sample: Front) -> None:
    """From a place full of names: the page is covered before the room's window goes, and lifts by its button."""
    sample.until(lambda: names_seen(sample))
    seen: list[list[str]] = []
    QTest.keyClick(sample.focus(), K.Key_F8)
    sample.until(lambda: sample.house.room.shown)
    seen.append(names_seen(sample))
    room_key(sample, K.Key_F8)
    assert not sample.house.room.shown
    seen.append(names_seen(sample))
    assert seen == [[], []]
    veil = sample.window.findChild(Veil)
    assert veil is not None
    settle()
    assert veil.button.hasFocus()
    QTest.keyClick(veil.button, K.Key_Escape)
    assert names_seen(sample) == []
    QTest.keyClick(veil.button, K.Key_Space)
    settle()
    assert names_seen(sample) != []


def test_the_running_page_hides_its_names_and_stays(sample: Front) -> None:
    page = circle(sample)
    assert names_seen(sample) != []
    QTest.keyClick(sample.focus(), K.Key_F8)
    sample.until(lambda: sample.house.room.shown)
    room_key(sample, K.Key_F8)
    assert sample.window.findChild(Veil) is None
    assert page.isVisible()
    assert names_seen(sample) == []
    handle = sample.window.windowHandle()
    assert handle is not None
    QTest.mouseMove(handle, handle.geometry().center())
    settle()
    assert names_seen(sample) == [], "a mouse that is bumped lifts nothing"
    QTest.keyClick(handle, K.Key_Shift)
    settle()
    assert names_seen(sample) != []


def test_a_presenter_passes_the_piece_from_the_laptops_side_too(sample: Front) -> None:
    page = circle(sample)
    panel = page.findChild(RoomPanel)
    assert panel is not None
    room = sample.house.room
    assert room.state is not None
    QTest.keyClick(sample.focus(), K.Key_PageDown)
    QTest.keyClick(sample.focus(), K.Key_PageDown)
    assert room.state.reading is not None
    assert room.state.reading.at == 1
    assert "on" in panel.buttons
    panel.buttons["on"].click()
    assert room.state.reading.at == 2
    QTest.keyClick(sample.focus(), K.Key_PageUp)
    assert room.state.reading.at == 1


def test_the_panel_is_fit_to_be_used(sample: Front, qapp: object) -> None:
    page = circle(sample)
    assert audit_zooms(sample.window, sample.house.parts.theme, sample.house.parts.app) == []
    QTest.keyClick(sample.focus(), K.Key_PageDown)
    settle()
    assert audit_zooms(sample.window, sample.house.parts.theme, sample.house.parts.app, (1.0, 2.0)) == []
    assert page.room is not None


def test_the_limits_are_not_passed_over_by_the_plan(sample: Front) -> None:
    """Once the agreement was begun in the room, the next step asks for the limits; leaving them out is written down."""
    page = circle(sample)
    room = sample.house.room
    QTest.keyClick(sample.focus(), K.Key_PageDown)
    settle()
    page.sheet.next_button.click()
    settle()
    assert page.limits.isVisible()
    page.limits.read_button.click()
    settle()
    assert room.state is not None
    assert room.state.reading is not None
    assert room.state.reading.clause is not None
    assert room.state.reading.clause.limits
    page.sheet.next_button.click()
    settle()
    page.limits.leave_button.click()
    sample.until(lambda: room.state is not None and room.state.part.index == 1)
    run = sample.ask(lambda w: w.runs.of(tonight(w)))
    assert Mark.LIMITS_LEFT_OUT in [event.mark for event in run.log]


def test_space_passes_the_piece_and_never_ends_the_part(sample: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the room on the hall's display the keyboard follows what goes round, and goes back to the plan after it."""
    monkeypatch.setattr(Displays, "other", lambda self, window: window.screen())
    page, room = circle(sample), sample.house.room
    assert page.room is not None and page.sheet.next_button.hasFocus()
    QTest.keyClick(sample.focus(), K.Key_F8)
    sample.until(lambda: room.shown and page.room is not None and page.room.apart)
    settle()
    assert page.room.mapTo(page, QPoint()).y() < page.script.mapTo(page, QPoint()).y(), "what is seen comes first"
    heard: list[str] = []
    monkeypatch.setattr("ui.room.panel.announce", lambda widget, words: heard.append(words))
    QTest.keyClick(sample.focus(), K.Key_N)
    sample.until(lambda: room.state is not None and room.state.round is not None)
    settle()
    onward = page.room.buttons["on"]
    assert sample.focus() is onward
    QTest.keyClick(onward, K.Key_U)
    sample.until(lambda: room.state is not None and room.state.round is None)
    settle()
    sample.window.resize(760, 560)
    settle()
    heard.clear()
    QTest.keyClick(sample.focus(), K.Key_N)
    sample.until(lambda: room.state is not None and room.state.round is not None)
    settle()
    onward, port = page.room.buttons["on"], page.view.viewport()
    assert sample.focus() is onward
    assert port.rect().contains(onward.mapTo(port, onward.rect().center())), "it is in sight in a small window too"
    while room.state is not None and room.state.round is not None and not room.state.round.done:
        QTest.keyClick(sample.focus(), K.Key_Space)
        settle()
        assert room.state.part.index == 1
    assert [words.split(" holds")[0] for words in heard[:2]] == ["Chair 1", "Chair 2"]
    assert page.sheet.next_button.hasFocus()


def test_a_display_that_comes_is_offered_and_one_that_goes_leaves_one_screen(sample: Front) -> None:
    circle(sample)
    opened = opened_in(sample)
    shell = opened.shell
    assert shell is not None
    room = sample.house.room
    QTest.keyClick(sample.focus(), K.Key_F8)
    sample.until(lambda: room.shown)
    room.displays.went.emit(None)
    assert not room.shown
    assert "The other display is gone." in shell.notice.words
    assert names_seen(sample) == [], "the page was covered as the screen was turned"
    room.displays.came.emit()
    assert shell.notice.words
    assert not room.shown, "nothing is shown unasked"


def test_the_samples_room_goes_with_the_sample(sample: Front) -> None:
    """It is seen until all is sealed; of what is thrown away nothing is handed on."""
    circle(sample)
    QTest.keyClick(sample.focus(), K.Key_F8)
    room = sample.house.room
    sample.until(lambda: room.shown)
    sample.house.lock()
    assert room.shown, "it goes on while the vault is sealed"
    sample.locked()
    assert (room.shown, room.state) == (False, None)


def test_a_circle_that_is_over_leaves_no_picture_in_the_hall(sample: Front) -> None:
    """Its thanks stay as long as people do: not once somebody locks up to go home, nor into another evening."""
    circle(sample)
    opened, room = opened_in(sample), sample.house.room
    QTest.keyClick(sample.focus(), K.Key_F8)
    sample.until(lambda: room.shown)
    opened.feed.put_out()
    assert room.shown, "it sits yet"
    done: list[object] = []
    opened.jobs.do(sample.window, lambda w: w.runs.end(tonight(w)), done.append)
    sample.until(lambda: done and not opened.feed.sitting)
    assert room.shown
    opened.feed.put_out()
    assert (room.shown, room.state) == (False, None)


def test_while_a_circle_sits_the_laptop_waits_as_long_as_it_may(sample: Front) -> None:
    opened = opened_in(sample)
    assert opened.autolock.minutes == 3
    circle(sample)
    assert opened.autolock.minutes == 15
    done: list[object] = []
    opened.jobs.do(sample.window, lambda w: w.runs.end(tonight(w)), done.append)
    sample.until(lambda: done and not opened.feed.sitting)
    assert opened.autolock.minutes == 3


@pytest.mark.parametrize("screens", [1, 2])
def test_the_display_is_chosen_by_what_is_plugged_in(tmp_path: Path, screens: int) -> None:
    """A process of its own, with one display or two: on the second the keyboard stays with the laptop's side."""
    plugged = [{"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768},
               {"name": "hall", "x": 1366, "y": 0, "width": 1920, "height": 1080}][:screens]  # fmt: skip
    more = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": [{**one, **more} for one in plugged]}))
    done = subprocess.run(
        [sys.executable, HERE / "room_displays_child.py"], capture_output=True, text=True, timeout=60, check=True,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}", "HOME": str(tmp_path),
             "PYTHONPATH": str(HERE.parent.parent)},
    )  # fmt: skip
    told = json.loads(done.stdout)
    if screens == 2:
        assert told == {"shown": [1366, 0, 1920, 1080], "veiled": 0, "key": "", "laptop": True}
    else:
        assert told == {"shown": [0, 0, 1366, 768], "veiled": 1, "key": "F8 turns back", "laptop": False}
