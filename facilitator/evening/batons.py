"""Batons: what is handed on after an evening. It is kept exactly as it was shown before, and nothing is added."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from facilitator.errors import NotFound
from facilitator.evening.screening import NamesIn, screened
from facilitator.evening.sessions import Sessions
from facilitator.i18n import _
from facilitator.model.baton import Baton
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.ids import Id, hash_id
from facilitator.model.session import Session
from facilitator.people import words
from facilitator.store import Store


class Batons:
    """Keeps what one facilitator leaves for the next, at most one for an evening."""

    def __init__(self, store: Store, clock: Clock, sessions: Sessions, names_in: NamesIn) -> None:
        self._store = store
        self._clock = clock
        self._sessions = sessions
        self._names_in = names_in

    def waiting(self, group_id: Id) -> Baton | None:
        """What was handed on last, if nobody has taken it yet."""
        newest = self.newest(group_id)
        return newest if newest is not None and newest.taken_on is None else None

    def newest(self, group_id: Id) -> Baton | None:
        """What was handed on last, taken or not."""
        row = self._store.one("select * from baton_live where group_id = ? order by written_on desc, id desc limit 1",
                              (group_id,))
        return None if row is None else _baton(row)

    def of(self, session: Session) -> Baton | None:
        """What was handed on after an evening."""
        row = self._store.one("select * from baton_live where session_id = ?", (session.id,))
        return None if row is None else _baton(row)

    def check(self, lines: Sequence[str], *, names_seen: bool = False) -> tuple[str, ...]:
        """The lines as they would be kept. Raises BadValue, and NameInNote unless the names were seen."""
        clean = tuple(filter(None, (words.line(line, _("line to hand on")) for line in lines)))
        screened(clean, self._names_in, names_seen)
        return clean

    def hand_on(self, session: Session, lines: Sequence[str], *, names_seen: bool = False) -> Change:
        """Leave lines for whoever opens the next evening; handed on again, they take the place of those before.

        Raises what `check` raises.
        """
        clean = self.check(lines, names_seen=names_seen)
        with self._store.command("baton.hand-on") as c:
            kept = self._sessions.touch(c, session)
            c.put("baton", hash_id("baton", kept.id), {
                "group_id": kept.group_id, "session_id": kept.id, "words": "\n".join(clean),
                "written_on": self._clock.today(), "taken_on": None})
            c.label = _("It is handed on.")
        return c.change()

    def take(self, baton: Id) -> Change:
        """Whoever opens the next evening has read it. Raises NotFound."""
        if self._store.one("select id from baton_live where id = ?", (baton,)) is None:
            raise NotFound("baton")
        with self._store.command("baton.take") as c:
            c.update("baton", baton, {"taken_on": self._clock.today()})
            c.label = _("You have taken over.")
        return c.change()


def _baton(row: dict[str, Any]) -> Baton:
    taken = row["taken_on"]
    return Baton(id=row["id"], group_id=row["group_id"], session_id=row["session_id"],
                 lines=tuple(row["words"].split("\n")) if row["words"] else (),
                 written_on=date.fromisoformat(row["written_on"]),
                 taken_on=None if taken is None else date.fromisoformat(taken))
