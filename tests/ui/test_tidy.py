"""Garbage is collected, and only where Qt objects may be freed."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui import tidy


class Knot:
    """Something that only the collector can free."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def thresholds() -> Iterator[tuple[int, int, int]]:
    """Put the collector's thresholds back."""
    kept = gc.get_threshold()
    yield kept
    gc.set_threshold(*kept)


def test_no_other_thread_collects(qtbot: QtBot, thresholds: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidy, "EVERY_MS", 1)
    collected_on: set[str] = set()
    gc.enable()
    parent = QObject()
    tidy.Tidy(parent)
    gc.set_threshold(50, 2, 2)

    def watch(phase: str, info: dict[str, int]) -> None:
        collected_on.add(threading.current_thread().name)

    def allocate() -> None:
        for _ in range(5_000):
            Knot()

    gc.callbacks.append(watch)
    try:
        lane = threading.Thread(target=allocate, name="lane")
        lane.start()
        lane.join()
        qtbot.waitUntil(lambda: bool(collected_on))
    finally:
        gc.callbacks.remove(watch)
        parent.deleteLater()

    assert collected_on == {threading.main_thread().name}


def test_what_is_due_is_freed_and_no_more(thresholds: object) -> None:
    parent = QObject()
    keeper = tidy.Tidy(parent)
    gc.collect()
    gc.set_threshold(1_000_000, 1_000_000, 1_000_000)
    gone = weakref.ref(Knot())

    keeper.collect()
    assert gone() is not None

    gc.set_threshold(1, 1, 1)
    keeper.collect()
    assert gone() is None
