"""Loose ends: what a circle left open, told again at its next evening until somebody settles it."""

from __future__ import annotations

from datetime import date
from typing import Any

from facilitator.errors import BadValue, NotFound
from facilitator.evening.screening import NamesIn, screened
from facilitator.evening.sessions import Sessions
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.ids import Id
from facilitator.model.loose_end import LooseEnd
from facilitator.model.session import Session
from facilitator.people import words
from facilitator.store import Store


class LooseEnds:
    """Keeps loose ends. `names_in` tells who of the lists is named in some words."""

    def __init__(self, store: Store, clock: Clock, sessions: Sessions, names_in: NamesIn) -> None:
        self._store = store
        self._clock = clock
        self._sessions = sessions
        self._names_in = names_in

    def open(self, group_id: Id) -> tuple[LooseEnd, ...]:
        """What a group has left open, the oldest first."""
        return tuple(map(_loose_end, self._store.all(
            "select * from loose_end_live where group_id = ? and settled_on is null order by raised_on, id",
            (group_id,))))

    def of(self, session: Session) -> tuple[LooseEnd, ...]:
        """What was raised on an evening, settled or not, the oldest first."""
        return tuple(map(_loose_end, self._store.all(
            "select * from loose_end_live where session_id = ? order by raised_on, id", (session.id,))))

    def add(self, session: Session, typed: str, *, names_seen: bool = False) -> Change:
        """Leave something open, raised on an evening. Raises BadValue, and NameInNote unless the names were seen."""
        clean = words.line(typed, _("loose end"))
        if not clean:
            raise BadValue(_("loose end"), "empty")
        screened((clean,), self._names_in, names_seen)
        with self._store.command("loose-end.add") as c:
            kept = self._sessions.touch(c, session)
            c.insert("loose_end", {
                "group_id": kept.group_id, "session_id": kept.id, "words": clean,
                "raised_on": min(kept.held_on, self._clock.today()), "settled_on": None})
            c.label = _("It is left for next time.")
        return c.change()

    def settle(self, loose_end: Id, settled: bool = True) -> Change:
        """Say that one is settled, or open after all. Raises NotFound."""
        if self._store.one("select id from loose_end_live where id = ?", (loose_end,)) is None:
            raise NotFound("loose_end")
        with self._store.command("loose-end.settle") as c:
            c.update("loose_end", loose_end, {"settled_on": self._clock.today() if settled else None})
            c.label = _("It is settled.") if settled else _("It is open again.")
        return c.change()

    def bin(self, loose_end: Id) -> Change:
        """Take one back that should not have been written. Raises NotFound."""
        with self._store.command("loose-end.bin") as c:
            c.bin("loose_end", loose_end)
            c.label = _("The loose end is in the bin.")
        return c.change()


def _loose_end(row: dict[str, Any]) -> LooseEnd:
    settled = row["settled_on"]
    return LooseEnd(id=row["id"], group_id=row["group_id"], session_id=row["session_id"], words=row["words"],
                    raised_on=date.fromisoformat(row["raised_on"]),
                    settled_on=None if settled is None else date.fromisoformat(settled))
