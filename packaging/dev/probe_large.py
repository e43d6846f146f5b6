"""Run as a program by the bench on a large vault, opened in the real window; says its numbers as one line of JSON.

`screens` opens every place again and again. `list` and `grid` scroll the people of a group and its attendance grid,
frame by frame. `load` types and searches while a pack of 240 sides is built. `lock` opens the vault, says `locking`,
locks, and becomes the fresh process at the unlock screen, which says `painted`.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable

if __name__ == "__main__":  # as the app's own command begins
    from ui.quick import make_quick

    make_quick()

from dataclasses import replace
from pathlib import Path
from statistics import median

import moving
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea
from stage import Stage, application

from facilitator.packs import PackPlan, build
from facilitator.paths import state_dir
from ui.go import Go
from ui.screens import SCREENS
from ui.widgets import NarrowField, SearchPanel

ROUNDS = 7
WALKS = 5
"""Of so many walks the one in the middle counts, as the machine has other work too."""
SIDES = 240
QUERIES = 60
HANDOUT = "coping-handout"
BEAT_MS = 2
STEP = 170
"""So many pixels a frame: a hard turn of the wheel."""
TYPED = ("mau", "okaf", "willow", "thurs", "breath", "lanter", "novem", "sign")


def opened() -> Stage:
    """The vault of the command line, open in a window that has come to rest."""
    stage = Stage(application(), state_dir(), "en")
    stage.show_gate(Path(sys.argv[2]))
    moving.unlock(stage, Path(sys.argv[2]), sys.argv[3])
    return stage


def tell(numbers: dict[str, float]) -> None:
    """Say the numbers, and end without tidying up."""
    print(json.dumps(numbers), flush=True)
    os._exit(0)


def screens() -> None:
    """Milliseconds from going to a place until it stands there, read and painted; the first time is not counted."""
    stage = opened()
    taken: dict[str, list[float]] = {screen.place: [] for screen in SCREENS}
    for number in range(ROUNDS + 1):
        for screen in SCREENS:
            began = time.perf_counter()
            go(stage, Go(screen.place))
            stage.settle()
            stage.settle()
            stage.house.window.repaint()
            if number:
                taken[screen.place].append((time.perf_counter() - began) * 1000)
            stage.rest()
    tell({place: median(times) for place, times in taken.items()})


def scroll_list() -> None:
    """The longest frame while a list of people is scrolled from its beginning to its end."""
    stage = opened()
    taken = []
    for _round in range(ROUNDS + 1):
        go(stage, Go("groups", ()))
        stage.rest()
        began = time.perf_counter()
        show_group(stage, "people", stage.settle)
        stage.settle()
        stage.house.window.repaint()
        taken.append((time.perf_counter() - began) * 1000)
    stage.rest()
    keys = []
    [field] = stage.house.window.findChildren(NarrowField)
    for sign in "maureen":
        began = time.perf_counter()
        key(field, sign)
        stage.app.processEvents()
        keys.append((time.perf_counter() - began) * 1000)
    field.edit.setText("")
    key(field, " ")
    stage.rest()
    tell({"frame": frames(stage, of(stage, "RowList")), "open": median(taken[1:]), "key": max(keys)})


def scroll_grid() -> None:
    """The longest frame while an attendance grid is scrolled across and down."""
    stage = opened()
    show_group(stage, "came")
    tell({"frame": frames(stage, of(stage, "CellGrid"))})


def load() -> None:
    """A query alone and while the pack is built; the window's longest pause while somebody types and searches."""
    stage = opened()
    session = stage.ask(lambda workspace: workspace.sessions.tonight()[0])
    plan = filled(stage.ask(lambda workspace: workspace.packs.plan(session)))
    alone = [query(stage) for _round in range(QUERIES)]
    idle = typing(stage)
    press = Press(stage, plan)
    press.begin()
    beside = [query(stage) for _round in range(QUERIES)]
    busy = typing(stage)
    press.end()
    tell({"alone": median(alone), "beside": median(beside), "beside95": share(beside, 0.95), "sides": press.sides,
          "packs": press.packs, "pause_alone": idle["pause"], "found95_alone": idle["found95"], **busy})


def lock() -> None:
    """Lock, and become the fresh process; the lines are timed by whoever reads them."""
    stage = opened()
    probe = str(Path(__file__).with_name("probe.py"))
    stage.house.parts.restart = lambda *_: os.execve(sys.executable, [sys.executable, probe, "app"], os.environ)
    print("locking", flush=True)
    stage.house.lock()
    stage.until(lambda: False)


class Press:
    """Builds the pack anew in the lane for paper, one after the other, for as long as something is measured."""

    def __init__(self, stage: Stage, plan: PackPlan) -> None:
        self._stage, self._plan, self._going = stage, plan, False
        self.sides = self.packs = 0

    def begin(self) -> None:
        """Start the first."""
        self._going = True
        self._next(0)

    def end(self) -> None:
        """Let the last one be finished."""
        self._going = False
        self._stage.rest()

    def _next(self, sides: int) -> None:
        self.sides, self.packs = max(self.sides, sides), self.packs + bool(sides)
        if self._going:
            house, plan = self._stage.house, self._plan
            house.opened.jobs.paper(  # type: ignore[union-attr]
                house.window, lambda progress: build(plan, progress)[0].sides, self._next)


# ------------------------------------------------------------ hands
def go(stage: Stage, to: Go) -> None:
    """Go somewhere, as its button would."""
    stage.house.opened.shell.go(to)  # type: ignore[union-attr]


def show_group(stage: Stage, part: str, wait: Callable[[], None] | None = None) -> None:
    """A part of the page of the first group."""
    group = stage.ask(lambda workspace: workspace.groups.all()[0].id)
    go(stage, Go("groups", (group, part)))
    (wait or stage.rest)()


def of(stage: Stage, kind: str) -> QAbstractScrollArea:
    """The longest list or grid in sight."""
    found = [one for one in stage.house.window.findChildren(QAbstractScrollArea)
             if type(one).__name__ == kind and one.isVisible()]
    return max(found, key=lambda one: one.verticalScrollBar().maximum())


def frames(stage: Stage, area: QAbstractScrollArea) -> float:
    """The longest frame in ms of a walk through; of five walks the middle one, as the machine has other work too."""
    if area.verticalScrollBar().maximum() < STEP:
        raise LookupError("there is nothing to scroll")
    walks = []
    for _round in range(WALKS):
        longest = 0.0
        for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
            bar.setValue(0)
            stage.app.processEvents()
            while bar.value() < bar.maximum():
                began = time.perf_counter()
                bar.setValue(min(bar.maximum(), bar.value() + STEP))
                area.viewport().repaint()
                stage.app.processEvents()
                longest = max(longest, (time.perf_counter() - began) * 1000)
        walks.append(longest)
    return median(walks)


def query(stage: Stage) -> float:
    """Milliseconds until the window has the answer to a question: which evenings there are today."""
    began = time.perf_counter()
    stage.ask(lambda workspace: workspace.sessions.tonight())
    return (time.perf_counter() - began) * 1000


def typing(stage: Stage) -> dict[str, float]:
    """Type and search; the longest the window did not answer in a walk, and how long keys took to be answered."""
    beat, last = QTimer(), QElapsedTimer()
    pauses: list[float] = []
    longest: list[float] = []
    waits: list[float] = []

    def tick() -> None:
        pauses.append(last.nsecsElapsed() / 1e6 - BEAT_MS)
        last.restart()

    beat.timeout.connect(tick)
    stage.house.opened.shell.searched.emit()  # type: ignore[union-attr]
    panel = stage.house.window.findChild(SearchPanel)
    stage.settle()
    last.start()
    beat.start(BEAT_MS)
    for _round in range(WALKS):
        pauses.clear()
        for words in TYPED:
            panel.edit.setText("")
            for sign in words:
                began = time.perf_counter()
                key(panel, sign)
                if len(panel.edit.text()) > 1:
                    stage.settle()
                    waits.append((time.perf_counter() - began) * 1000)
                pause(stage, 30)
        longest.append(max(pauses))
    beat.stop()
    panel.shut()
    return {"pause": median(longest), "found95": share(waits, 0.95)}


def key(panel: SearchPanel | NarrowField, sign: str) -> None:
    """One key into a field."""
    QTest.keyClicks(panel.edit, sign)


def pause(stage: Stage, ms: int) -> None:
    """What passes between two keys of somebody who types fast."""
    waited = QElapsedTimer()
    waited.start()
    stage.until(lambda: waited.elapsed() >= ms)


def filled(plan: PackPlan) -> PackPlan:
    """The pack with as many handouts as make its sides."""
    for copies in range(10, 2 * SIDES, 10):
        wanted = plan.with_pieces([replace(p, copies=copies) if p.document == HANDOUT else p for p in plan.pieces])
        if wanted.make().sides >= SIDES:
            return wanted
    raise LookupError("no number of handouts makes up the pack")


def share(numbers: list[float], part: float) -> float:
    """The number below which such a part of them lies."""
    return sorted(numbers)[min(len(numbers) - 1, int(len(numbers) * part))]


if __name__ == "__main__":
    {"screens": screens, "list": scroll_list, "grid": scroll_grid, "load": load, "lock": lock}[sys.argv[1]]()
