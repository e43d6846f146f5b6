"""Notes: kept only when all that may point to a person is settled; read, added to, sealed, renewed or let go."""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Protocol, TypeAlias

from facilitator.errors import BadValue, NamesUnsettled, NoteIsSealed, NotFound
from facilitator.evening.sessions import Sessions
from facilitator.i18n import _, interface
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.ids import Id
from facilitator.model.note import Note, NoteDraft, NoteTemplate
from facilitator.model.sealed import Amendment
from facilitator.model.session import Session
from facilitator.people import words
from facilitator.store import Store

LONGEST = 12_000
"""The longest note, in characters: two thousand words."""
REVIEW = 12
"""Months after which somebody is asked whether a note is still needed."""

_READ = """select n.*, coalesce(s.held_on, n.written_on) as held_on from note_live n
           left join session_live s on s.id = n.session_id where """


class Flagged(Protocol):
    """A stretch of a text that may point to somebody, in code points."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class Guard(Protocol):
    """What finds names in a text."""

    def flags(self, text: str) -> Sequence[Flagged]:
        """Every flag of a text, in order."""
        ...


GuardOf: TypeAlias = "Callable[[Id], Guard]"
"""Gives a guard that knows the people of a group. It remembers words it has met, so it is asked for anew each time."""


class Notes:
    """Keeps the notes of groups. Nothing is kept before the guard has been answered."""

    def __init__(self, store: Store, clock: Clock, sessions: Sessions, guard_of: GuardOf) -> None:
        self._store = store
        self._clock = clock
        self._sessions = sessions
        self._guard_of = guard_of
        self._secret, self._looked = secrets.token_bytes(32), b""

    # ------------------------------------------------------------ questions
    def get(self, note: Id) -> Note:
        """One note. Raises NotFound."""
        row = self._store.one(_READ + "n.id = ?", (note,))
        if row is None:
            raise NotFound("note")
        return self._noted([row])[0]

    def of_session(self, session_id: Id) -> tuple[Note, ...]:
        """The notes of an evening, the oldest first."""
        return self._noted(self._store.all(_READ + "n.session_id = ? order by n.id", (session_id,)))

    def of_group(self, group_id: Id, limit: int = 200) -> tuple[Note, ...]:
        """The notes of a group, the newest evening first."""
        return self._noted(self._store.all(
            _READ + "n.group_id = ? order by coalesce(s.held_on, n.written_on) desc, n.id desc limit ?",
            (group_id, limit)))

    def last(self, group_id: Id, before: date) -> Note | None:
        """The newest note of an evening before a day: what was said for next time."""
        rows = self._store.all(
            """select n.*, s.held_on from session_live s join note_live n on n.session_id = s.id
               where s.group_id = ? and s.held_on < ? order by s.held_on desc, n.id desc limit 1""",
            (group_id, before.isoformat()))
        return self._noted(rows)[0] if rows else None

    def due(self, group_id: Id | None = None) -> tuple[Note, ...]:
        """Notes of a group, or of all, that somebody has to look at again: is it still needed? The oldest first."""
        today = self._clock.today().isoformat()
        if group_id is None:
            return self._noted(self._store.all(_READ + "n.review_on <= ? order by n.review_on, n.id", (today,)))
        return self._noted(self._store.all(
            _READ + "n.group_id = ? and n.review_on <= ? order by n.review_on, n.id", (group_id, today)))

    def due_count(self, group_id: Id) -> int:
        """How many notes of a group somebody has to look at again."""
        row = self._store.one("select count(*) as n from note_live where group_id = ? and review_on <= ?",
                              (group_id, self._clock.today().isoformat()))
        return int(row["n"]) if row is not None else 0

    def usual_review(self) -> date:
        """The day on which a note of today is looked at again, unless somebody says otherwise."""
        return months_on(self._clock.today(), REVIEW)

    # ------------------------------------------------------------ commands
    def save(self, session: Session, draft: NoteDraft, note: Id | None = None) -> Change:
        """Keep a note of an evening, a new one without an id.

        Raises BadValue, NamesUnsettled while something in it may point to a person, NoteIsSealed, NotFound.
        """
        body = self.checked(session.group_id, draft)
        before = None if note is None else self._open(note)
        with self._store.command("note.save") as c:
            kept = self._sessions.touch(c, session)
            values = {"body": body, "template": draft.template,
                      "review_on": draft.review_on or (before and before.review_on) or self.usual_review()}
            if before is None:
                c.insert("note", {**values, "group_id": kept.group_id, "session_id": kept.id,
                                  "written_on": self._clock.today(), "sealed_on": None})
            else:
                c.update("note", before.id, values)
            c.label = _("The note is kept.")
        self._looked = b""
        return c.change()

    def checked(self, group_id: Id, draft: NoteDraft) -> str:
        """The note as it would be kept. Raises BadValue, NamesUnsettled.

        Asked at the last look, while somebody reads, it spares the same text a second reading when it is then kept.
        """
        body = words.text(draft.body, _("note"), LONGEST)
        if draft.template.empty(body):
            raise BadValue(_("note"), "empty")
        self._settled(group_id, body, draft.kept)
        return body

    def seal(self, note: Id) -> Change:
        """Let nothing in a note change any more; words may still be added. Raises NotFound, NoteIsSealed."""
        self._open(note)
        with self._store.command("note.seal") as c:
            c.update("note", note, {"sealed_on": self._clock.today()})
            c.label = _("The note is sealed. Words can still be added to it.")
        return c.change()

    def amend(self, note: Id, typed: str, kept: Sequence[str] = ()) -> Change:
        """Add words with today's date; what stood there stays. Raises NotFound, BadValue, NamesUnsettled."""
        found = self.get(note)
        body = words.text(typed, _("words to add"), LONGEST)
        if not body:
            raise BadValue(_("words to add"), "empty")
        self._settled(found.group_id, body, kept)
        with self._store.command("note.amend") as c:
            c.insert("note_amendment", {"note_id": note, "body": body, "written_on": self._clock.today()})
            c.label = _("Your words were added to the note.")
        return c.change()

    def renew(self, note: Id, months: int = REVIEW) -> Change:
        """Say that a note is still needed: it is asked again after so many months. Raises NotFound."""
        self.get(note)
        day = months_on(self._clock.today(), months)
        with self._store.command("note.renew") as c:
            c.update("note", note, {"review_on": day})
            c.label = _("The note stays. You are asked again on {day}.").format(day=interface().date(day))
        return c.change()

    def bin(self, note: Id) -> Change:
        """Put a note in the bin. Raises NotFound."""
        self.get(note)
        with self._store.command("note.bin") as c:
            c.bin("note", note)
            c.label = _("The note is in the bin.")
        return c.change()

    def erase(self, note: Id) -> Change:
        """Take a note and all that was added to it away for good; nothing brings it back. Raises NotFound."""
        self.get(note)
        with self._store.command("note.erase", undo=False) as c:
            c.erase("note", note)
            c.label = _("The note is gone for good.")
        return c.change()

    # ------------------------------------------------------------ inside
    def _settled(self, group_id: Id, body: str, kept: Sequence[str]) -> None:
        """Raise NamesUnsettled where the guard finds more than was let stand.

        It reads every text, but for the very one it has just read when nothing at all was saved since.
        """
        stamp = self._stamp(group_id, body, kept)
        if stamp == self._looked:
            return
        found = Counter(body[flag.start:flag.end] for flag in self._guard_of(group_id).flags(body))
        left = (found - Counter(words.line(one, _("note")) for one in kept)).total()
        if left:
            raise NamesUnsettled(left)
        self._looked = stamp

    def _stamp(self, group_id: Id, body: str, kept: Sequence[str]) -> bytes:
        """What a finding hangs on, and nothing of the text itself: the text and what stands in it, the whole vault as
        the newest entry of its journal vouches for it, and the language that labels are in.
        """
        stamp = hashlib.blake2b(key=self._secret)
        for part in (group_id, self._store.journal_head(), interface().language.encode(), body.encode(),
                     *(one.encode() for one in kept)):
            stamp.update(len(part).to_bytes(8, "big") + part)
        return stamp.digest()

    def _open(self, note: Id) -> Note:
        found = self.get(note)
        if found.sealed_on is not None:
            raise NoteIsSealed
        return found

    def _noted(self, rows: Sequence[dict[str, Any]]) -> tuple[Note, ...]:
        added: dict[Id, list[Amendment]] = {row["id"]: [] for row in rows}
        for row in rows:
            for more in self._store.all(
                    "select body, written_on from note_amendment_live where note_id = ? order by id", (row["id"],)):
                added[row["id"]].append(Amendment(date.fromisoformat(more["written_on"]), more["body"]))
        return tuple(
            Note(id=row["id"], group_id=row["group_id"], session_id=row["session_id"], body=row["body"],
                 template=NoteTemplate(row["template"]), written_on=date.fromisoformat(row["written_on"]),
                 held_on=date.fromisoformat(row["held_on"]), review_on=_day(row["review_on"]),
                 sealed_on=_day(row["sealed_on"]), amendments=tuple(added[row["id"]]))
            for row in rows)


def months_on(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for back in range(4):
        try:
            return date(year, month + 1, day.day - back)
        except ValueError:
            continue
    raise ValueError(day)


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)
