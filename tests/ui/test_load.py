"""The two lanes under load: people type and search while a long pack is built, see how far it is, and can stop it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt

from facilitator.model.progress import Progress
from facilitator.packs import PackPlan, build
from tests.ui.front import Front
from ui.jobs import TURN_S
from ui.widgets import SearchPanel

SIDES = 240


@pytest.fixture
def plan(sample: Front) -> PackPlan:
    """A pack of at least 240 sides."""
    proposed: PackPlan = sample.ask(lambda w: w.packs.plan(w.sessions.tonight()[0]))
    for copies in range(60, 2 * SIDES, 60):
        pieces = [replace(p, copies=copies) if p.document == "coping-handout" else p for p in proposed.pieces]
        wanted = proposed.with_pieces(pieces)
        if wanted.make().sides >= SIDES:
            return wanted
    raise LookupError


def held(plan: PackPlan, half_way: Event, go_on: Event) -> Callable[[Progress], int]:
    """Work for the lane of paper that stands still half-way, until it may go on."""

    def work(progress: Progress) -> int:
        def told(done: int, total: int) -> None:
            progress(done, total)
            if 2 * done >= total and not half_way.is_set():
                half_way.set()
                assert go_on.wait(10)
                progress(done, total)

        return build(plan, told)[0].sides

    return work


def typed(front: Front, words: str) -> list[str]:
    """What the search shows for words that are typed in one go."""
    front.qtbot.keyClick(front.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    panel = front.window.findChild(SearchPanel)
    front.type(words)
    front.ask(lambda w: w.library)
    front.until(lambda: panel.rows.items)
    return [row.title for row in panel.rows.items if not row.heading]


def test_people_type_and_search_while_a_long_pack_is_built(sample: Front, plan: PackPlan) -> None:
    """The answer to the last key is there before the pack is; then the pack comes, and said how far it was."""
    assert sample.house.opened is not None
    built: list[int] = []
    seen: list[tuple[int, int]] = []
    half_way, go_on = Event(), Event()
    sample.house.opened.jobs.paper(sample.window, held(plan, half_way, go_on), built.append,
                                   progress=lambda done, total: seen.append((done, total)))
    sample.until(half_way.is_set)
    try:
        assert typed(sample, "maureen") == ["Maureen Okafor"]
        assert seen and not built
    finally:
        go_on.set()
    sample.until(lambda: built)
    assert built[0] >= SIDES
    assert seen == sorted(seen) and len({total for _done, total in seen}) == 1 and seen[-1][0] == seen[-1][1]


def test_a_long_pack_can_be_stopped_half_way(sample: Front, plan: PackPlan) -> None:
    """Nothing of it is delivered, and the lane takes the next work at once."""
    assert sample.house.opened is not None
    jobs = sample.house.opened.jobs
    built: list[int] = []
    half_way, go_on = Event(), Event()
    job = jobs.paper(sample.window, held(plan, half_way, go_on), built.append)
    sample.until(half_way.is_set)
    job.cancel()
    go_on.set()
    jobs.paper(sample.window, lambda progress: -1, built.append)
    sample.until(lambda: built)
    assert built == [-1]


def test_the_latest_pack_wins(sample: Front, plan: PackPlan) -> None:
    """Of packs asked for under one key while another is built, the last alone is built and shown."""
    assert sample.house.opened is not None
    jobs = sample.house.opened.jobs
    begun: list[int] = []
    built: list[int] = []
    half_way, go_on = Event(), Event()
    jobs.paper(sample.window, held(plan, half_way, go_on), built.append, key="pack")
    sample.until(half_way.is_set)

    def short(number: int) -> Callable[[Progress], int]:
        def work(progress: Progress) -> int:
            begun.append(number)
            return number

        return work

    for number in (1, 2, 3):
        jobs.paper(sample.window, short(number), built.append, key="pack")
    go_on.set()
    sample.until(lambda: built)
    assert (begun, built) == ([3], [3])


def test_threads_take_turns_quickly(sample: Front) -> None:
    """So that the window never stands still beside a pack: a row that is painted takes several turns."""
    assert sys.getswitchinterval() == pytest.approx(TURN_S)
