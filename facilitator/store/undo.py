"""Undo: the last commands of this unlocking, taken back one by one as commands of their own. Forgotten on close."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from facilitator.store.changes import Changed
from facilitator.store.rows import Rows
from facilitator.store.versions import BINNED, ERASED

KEPT = 100
"""How many steps back one can go."""


@dataclass(frozen=True, slots=True)
class Step:
    """One finished command: how every row it touched looked before and after."""

    kind: str
    label: str
    changed: tuple[Changed, ...]


class UndoStack:
    """The steps that can still be taken back, newest last."""

    def __init__(self) -> None:
        self._steps: deque[Step] = deque(maxlen=KEPT)

    def push(self, step: Step) -> None:
        """Remember a finished command."""
        self._steps.append(step)

    @property
    def top(self) -> Step | None:
        """The step that would be taken back next."""
        return self._steps[-1] if self._steps else None

    def drop(self) -> None:
        """The newest step has been taken back."""
        self._steps.pop()


def take_back(step: Step, rows: Rows) -> None:
    """Write the former values as new versions, inside a running transaction.

    Only what still stands as the step left it is taken back: a later command that cannot be undone (a purge, an
    erasure) is never overruled, and no old version returns.
    """
    for one in reversed(step.changed):
        state = rows.state(one.table, one.id)
        if state is None or state == ERASED:
            continue
        if one.columns:
            now = rows.read(one.table, one.id, one.columns)
            rows.update(one.table, one.id,
                        {name: old for name, (old, new) in one.columns.items() if now[name] == new})
        if one.made:
            rows.move(one.id, BINNED, state)
        elif one.state_before != one.state_after and state == one.state_after:
            rows.move(one.id, one.state_before, state)
