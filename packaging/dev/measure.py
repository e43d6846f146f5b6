"""What a benchmark row is, and how its numbers are taken: always beside a floor of the same run."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Measured:
    """What came out: the app's number and its floor, both in `unit`; no floor where the goal is a plain bound."""

    value: float
    floor: float | None = None
    unit: str = "ms"


@dataclass(frozen=True, slots=True)
class Goal:
    """How far from the floor, as a ratio or as so much more, or how much at most, in the unit of the row."""

    times: float | None = None
    at_most: float | None = None
    more: float | None = None

    def met(self, measured: Measured) -> bool:
        """Whether the numbers keep to it."""
        times = self.times is None or measured.floor is None or measured.value <= self.times * measured.floor
        more = self.more is None or measured.floor is None or measured.value <= measured.floor + self.more
        return times and more and (self.at_most is None or measured.value <= self.at_most)

    def words(self, unit: str) -> str:
        """The goal as the table shows it."""
        parts = [f"≤ {self.times:g} ×"] if self.times is not None else []
        parts += [f"≤ {self.at_most:g} {unit}"] if self.at_most is not None else []
        parts += [f"≤ {self.more:g} {unit} more"] if self.more is not None else []
        return ", ".join(parts)


class Take(Protocol):
    """Takes the numbers of one row."""

    def __call__(self) -> Measured: ...


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what is measured, beside what, and how good is good enough."""

    name: str
    floor: str
    goal: Goal
    take: Take


def milliseconds(work: Callable[[], object]) -> float:
    """How long `work` takes, once."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def side_by_side(work: Callable[[], float], floor: Callable[[], float], rounds: int) -> tuple[float, float]:
    """The medians of both, taken in turns, so that a busy moment of the machine falls on both alike."""
    gc.collect()
    taken = [(work(), floor()) for _ in range(rounds)]
    return statistics.median(a for a, _ in taken), statistics.median(b for _, b in taken)
