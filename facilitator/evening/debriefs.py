"""Debriefs: kept once both sides have answered and seen it; about the evening and the two, never about members."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from facilitator.errors import BadValue
from facilitator.evening.screening import NamesIn, screened
from facilitator.evening.sessions import Sessions
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.debrief import SIDES, Answer, Debrief, DebriefDraft
from facilitator.model.ids import Id, hash_id
from facilitator.model.session import Session
from facilitator.people import words
from facilitator.store import Store

_MOST = 1000
"""Characters of an answer: a debrief is short."""


class Debriefs:
    """Keeps one debrief for an evening. It is in no report, and no search finds it."""

    def __init__(self, store: Store, clock: Clock, sessions: Sessions, names_in: NamesIn) -> None:
        self._store = store
        self._clock = clock
        self._sessions = sessions
        self._names_in = names_in

    def of(self, session_id: Id) -> Debrief | None:
        """The debrief of an evening."""
        row = self._store.one("select * from debrief_live where session_id = ?", (session_id,))
        return None if row is None else _debrief(row)

    def follow_ups(self, group_id: Id) -> tuple[str, ...]:
        """What the newest debrief of a group says is to be done."""
        # From the few debriefs to their evenings: the other way round reads every evening there ever was.
        row = self._store.one("""select * from debrief_live d
                                 where session_id in (select id from session where group_id = ?)
                                 and exists (select 1 from session_live s where s.id = d.session_id)
                                 order by held_on desc, id desc limit 1""", (group_id,))
        return () if row is None else _debrief(row).follow_ups

    def check(self, draft: DebriefDraft, *, names_seen: bool = False) -> DebriefDraft:
        """The debrief as it would be kept. Raises BadValue, and NameInNote unless the names were seen."""
        sides = tuple(
            tuple(Answer(answer.question, clean) for answer in side
                  if (clean := words.text(answer.words, _("answer"), _MOST)))
            for side in draft.sides[:SIDES])
        # In the order of their words: so that it is not kept which of the two answered first.
        alike = sorted(filter(None, sides), key=lambda side: [answer.words for answer in side])
        checked = DebriefDraft(sides=tuple(alike), follow_ups=tuple(
            filter(None, (words.line(one, _("follow-up")) for one in draft.follow_ups))))
        if not checked.texts:
            raise BadValue(_("answer"), "empty")
        screened(checked.texts, self._names_in, names_seen)
        return checked

    def save(self, session: Session, draft: DebriefDraft, *, names_seen: bool = False) -> Change:
        """Keep a debrief, in the place of the one before. Raises what `check` raises."""
        clean = self.check(draft, names_seen=names_seen)
        with self._store.command("debrief.save") as c:
            kept = self._sessions.touch(c, session)
            c.put("debrief", hash_id("debrief", kept.id), {
                "session_id": kept.id, "held_on": self._clock.today(),
                "answers": json.dumps([[[one.question, one.words] for one in side] for side in clean.sides]),
                "follow_ups": json.dumps(clean.follow_ups)})
            c.label = _("The debrief is kept.")
        return c.change()


def _debrief(row: dict[str, Any]) -> Debrief:
    return Debrief(
        id=row["id"], session_id=row["session_id"], held_on=date.fromisoformat(row["held_on"]),
        sides=tuple(tuple(Answer(question, said) for question, said in side) for side in json.loads(row["answers"])),
        follow_ups=tuple(json.loads(row["follow_ups"])))
