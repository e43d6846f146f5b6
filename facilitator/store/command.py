"""One command: one transaction, one step of undo, one entry in the journal. It hands back what it changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.ids import Id, hash_id, new_id
from facilitator.store.changes import Changed
from facilitator.store.register import table
from facilitator.store.rows import Rows


class Command:
    """What a feature writes with while its transaction runs. Set `label` to the sentence that undo will show."""

    def __init__(self, kind: str, undo: bool, rows: Rows, clock: Clock, check: Callable[[], None]) -> None:
        self.kind = kind
        self.undo = undo
        self.label = ""
        self._rows = rows
        self._clock = clock
        self._check = check
        self._written: list[tuple[str, Id]] = []
        self._change: Change | None = None
        self.broken = False
        self.forgets = False

    def insert(self, name: str, values: Mapping[str, Any], id: Id | None = None) -> Id:
        """A new row; without an id it gets a time-ordered one. Returns the id."""
        self._check()
        row_id = new_id(self._clock.now_ms()) if id is None else id
        self._rows.insert(name, row_id, values)
        self._written.append((name, row_id))
        return row_id

    def update(self, name: str, id: Id, values: Mapping[str, Any]) -> None:
        """Write the given columns of a live row. Raises NotFound."""
        self._check()
        if self._rows.live_update(name, id, values):
            self._written.append((name, id))

    def put(self, name: str, id: Id, values: Mapping[str, Any]) -> Id:
        """Insert, or update, or revive from the bin: for ids that are a hash of their parents. Returns the id."""
        self._check()
        self._rows.put(name, id, values)
        self._written.append((name, id))
        return id

    def put_setting(self, key: str, value: object) -> None:
        """Keep a value, plain enough for JSON, under a key; `Store.setting` reads it."""
        self.put("setting", hash_id("setting", key), {"key": key, "value": json.dumps(value)})

    def bin_setting(self, key: str) -> None:
        """Let a kept value go. Raises NotFound."""
        self.bin("setting", hash_id("setting", key))

    def bin(self, name: str, id: Id) -> None:
        """Put a row in the bin, where it stays. Raises NotFound."""
        self._check()
        self._rows.bin(name, id)
        self._written.append((name, id))

    def erase(self, name: str, id: Id) -> tuple[tuple[str, Id], ...]:
        """Take a row and all it owns away for good; nothing brings it back, and no earlier step is undone after it.

        Only in a command made with `undo=False`. Returns (table, id) of everything that went. Raises NotFound.
        """
        self._check()
        if self.undo:
            raise ValueError("what erases cannot be undone, and must say so")
        gone = tuple(self._rows.erase(name, id))
        self._written.extend(gone)
        return gone

    def clear(self, name: str, id: Id, values: Mapping[str, Any]) -> None:
        """Write columns of a row, in the bin or not, so that what stood there is gone for good; the row stays.

        Only in a command made with `undo=False`; no earlier step is undone after it. Raises NotFound.
        """
        self._check()
        if self.undo:
            raise ValueError("what clears for good cannot be undone, and must say so")
        self.forgets = True
        if self._rows.clear(name, id, values):
            self._written.append((name, id))

    def change(self) -> Change:
        """What the command changed; after the with-block it is final and empty if nothing differed."""
        if self._change is not None:
            return self._change
        return self._build(self._written)

    def finish(self, changed: tuple[Changed, ...]) -> Change:
        """For the store alone: settle what has changed once it is safely on the disk."""
        self._change = self._build((one.table, one.id) for one in changed)
        return self._change

    def _build(self, rows: Iterable[tuple[str, Id]]) -> Change:
        pairs = tuple(rows)
        return Change(areas=frozenset(table(name).area for name, _ in pairs), ids=frozenset(pair[1] for pair in pairs),
                      label=self.label, can_undo=self.undo and bool(pairs))
