"""Jobs: one thread owns the workspace, answers come back on the main one, and lock waits for nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from facilitator.errors import NoSpace, UserError
from facilitator.model.change import Change
from facilitator.model.progress import Progress
from tests.ui.audit import settle
from ui.jobs import Jobs, Lanes


class Workspace:
    """Stands in for what is slow and single-threaded; the vault itself is not what is tested here."""

    def __init__(self) -> None:
        self.thread = threading.get_ident()
        self.seen: list[str] = []
        self.gate = threading.Event()
        self.interrupted = threading.Event()
        self.closed_on = 0

    def note(self, word: str) -> Change:
        """A command."""
        assert threading.get_ident() == self.thread
        self.seen.append(word)
        return Change(frozenset({"notes"}), label=f"{word} was noted.")

    def close(self) -> None:
        """The end."""
        self.closed_on = threading.get_ident()


@pytest.fixture
def made() -> list[Workspace]:
    """The workspaces opened."""
    return []


@pytest.fixture
def jobs(qapp: object, made: list[Workspace]) -> Iterator[Jobs[Workspace]]:
    """Jobs over one workspace, stopped at the end whatever waits."""

    def open_one() -> Workspace:
        made.append(Workspace())
        return made[0]

    jobs: Jobs[Workspace] = Jobs(open_one, interrupt=lambda w: w.interrupted.set(), close=lambda w: w.close())
    yield jobs
    for workspace in made:
        workspace.gate.set()
    jobs.stop()


def test_answers_come_back_on_the_main_thread(qtbot: QtBot, jobs: Jobs[Workspace], made: list[Workspace]) -> None:
    """The workspace lives on its own thread; its answers do not."""
    told: list[tuple[int, int]] = []
    jobs.ask(jobs, lambda w: threading.get_ident(), lambda there: told.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(made[0].thread, threading.get_ident())]
    assert made[0].thread != threading.get_ident()


def test_command_tells_everybody_once(qtbot: QtBot, jobs: Jobs[Workspace]) -> None:
    """A command's change is told to all, then to whoever asked."""
    heard: list[str] = []
    jobs.changed.connect(lambda change: heard.append(change.label))
    jobs.do(jobs, lambda w: w.note("one"), lambda change: heard.append("then"))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == ["one was noted.", "then"]


def test_change_is_told_though_its_owner_is_gone(qtbot: QtBot, jobs: Jobs[Workspace], made: list[Workspace]) -> None:
    """What was saved is shown, though the screen that saved it is not there any more; its own `then` is not called."""
    heard: list[object] = []
    jobs.changed.connect(heard.append)
    owner = QObject()
    jobs.do(owner, lambda w: (w.gate.wait(5), w.note("kept"))[1], lambda change: heard.append("never"))
    qtbot.waitUntil(lambda: bool(made))
    owner.deleteLater()
    del owner
    settle()
    made[0].gate.set()
    qtbot.waitUntil(lambda: bool(heard))
    settle()
    assert len(heard) == 1 and isinstance(heard[0], Change)


def test_answer_for_a_screen_that_is_gone_is_dropped(
    qtbot: QtBot, jobs: Jobs[Workspace], made: list[Workspace]
) -> None:
    """An answer never reaches a widget that Qt has deleted."""
    heard: list[object] = []
    owner = QObject()
    jobs.ask(owner, lambda w: w.gate.wait(5), heard.append)
    qtbot.waitUntil(lambda: bool(made))
    owner.deleteLater()
    settle()
    made[0].gate.set()
    jobs.ask(jobs, lambda w: "after", heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["after"]


def test_latest_wins_by_key(qtbot: QtBot, jobs: Jobs[Workspace], made: list[Workspace]) -> None:
    """Of questions with one key only the last is answered, and those not begun are not even put."""
    put: list[str] = []
    heard: list[str] = []
    jobs.ask(jobs, lambda w: w.gate.wait(5), lambda done: None)
    for word in ("j", "jo", "joa"):
        jobs.ask(jobs, lambda w, word=word: put.append(word) or word, heard.append, key="search")  # type: ignore[func-returns-value]
    qtbot.waitUntil(lambda: bool(made))
    made[0].gate.set()
    qtbot.waitUntil(lambda: bool(heard))
    settle()
    assert (put, heard) == (["joa"], ["joa"])


def test_refusal_goes_to_who_asked_or_to_all(qtbot: QtBot, jobs: Jobs[Workspace]) -> None:
    """A refusal is taken by the one who offered to; else the window has it. Anything else is our bug."""

    def refuse(workspace: Workspace) -> Change:
        raise NoSpace

    def break_(workspace: Workspace) -> Change:
        raise ZeroDivisionError

    mine: list[UserError] = []
    public: list[UserError] = []
    broke: list[Exception] = []
    jobs.refused.connect(public.append)
    jobs.broke.connect(broke.append)
    jobs.do(jobs, refuse, refused=mine.append)
    jobs.do(jobs, refuse)
    jobs.ask(jobs, break_, lambda change: None)
    qtbot.waitUntil(lambda: bool(broke))
    assert [type(error) for error in mine + public] == [NoSpace, NoSpace]
    assert isinstance(broke[0], ZeroDivisionError)


def test_long_work_tells_and_cancels(qtbot: QtBot, jobs: Jobs[Workspace], made: list[Workspace]) -> None:
    """Progress arrives on the main thread; after cancel the work stops at its next step and nothing is delivered."""
    far: list[tuple[int, int]] = []
    heard: list[object] = []
    stopped = threading.Event()

    def bring_in(workspace: Workspace, progress: Progress) -> Change:
        try:
            for row in range(1000):
                progress(row, 1000)
                if row == 3:
                    workspace.gate.wait(5)
        except BaseException:
            stopped.set()
            raise
        return workspace.note("all")

    job = jobs.long(jobs, bring_in, heard.append, progress=lambda done, total: far.append((done, total)))
    jobs.changed.connect(heard.append)
    qtbot.waitUntil(lambda: (3, 1000) in far)
    job.cancel()
    made[0].gate.set()
    qtbot.waitUntil(stopped.is_set)
    settle()
    assert far == [(n, 1000) for n in range(4)]
    assert (heard, made[0].seen) == ([], [])


def test_paper_does_not_hold_up_a_question(qtbot: QtBot, jobs: Jobs[Workspace]) -> None:
    """While pages are built a question is answered; the paper lane never sees the workspace."""
    hold = threading.Event()
    order: list[str] = []
    threads: list[int] = []

    def build(progress: Progress) -> str:
        threads.append(threading.get_ident())
        hold.wait(5)
        return "paper"

    jobs.paper(jobs, build, order.append)
    jobs.ask(jobs, lambda w: threads.append(w.thread) or "question", order.append)  # type: ignore[func-returns-value]
    qtbot.waitUntil(lambda: bool(order))
    hold.set()
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["question", "paper"]
    assert len(set(threads)) == 2


def test_lock_interrupts_and_drops_all_that_waits(qtbot: QtBot, jobs: Jobs[Workspace], made: list[Workspace]) -> None:
    """What runs is broken off, what waits is never begun, nothing is answered, and the end is on the vault's thread."""
    heard: list[object] = []

    def wait(workspace: Workspace) -> bool:
        return workspace.interrupted.wait(5)

    jobs.ask(jobs, wait, heard.append)
    jobs.do(jobs, lambda w: w.note("never"), heard.append)
    qtbot.waitUntil(lambda: bool(made))
    jobs.interrupt()
    assert jobs.ask(jobs, lambda w: w.note("too late"), heard.append).dropped  # its vault is being sealed
    assert jobs.do(jobs, lambda w: w.note("too late"), heard.append).dropped
    jobs.stop()
    settle()
    assert (heard, made[0].seen, made[0].closed_on) == ([], [], made[0].thread)
    assert jobs.ask(jobs, lambda w: 1, heard.append).dropped


def test_stop_finishes_what_was_asked(qtbot: QtBot, jobs: Jobs[Workspace], made: list[Workspace]) -> None:
    """Closing the window loses no save that was under way."""
    jobs.do(jobs, lambda w: w.note("last"))
    jobs.stop()
    assert made[0].seen == ["last"]


def test_workspace_that_does_not_open_refuses(qtbot: QtBot) -> None:
    """When opening was refused, everything asked of it is refused alike, and stopping still works."""

    def fail() -> Workspace:
        raise NoSpace

    jobs: Jobs[Workspace] = Jobs(fail)
    heard: list[UserError] = []
    jobs.ask(jobs, lambda w: 1, lambda one: None, refused=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    jobs.interrupt()
    jobs.stop()
    assert isinstance(heard[0], NoSpace)


def test_lanes_are_handed_on(qtbot: QtBot) -> None:
    """What the gate opened on the vault's thread, the window goes on using there."""
    lanes = Lanes()
    first: Jobs[int] = Jobs(threading.get_ident, lanes=lanes)
    second: Jobs[int] = Jobs(threading.get_ident, lanes=lanes)
    heard: list[int] = []
    first.ask(first, lambda there: there, heard.append)
    second.ask(second, lambda there: there, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 2)
    second.stop()
    assert heard[0] == heard[1]
