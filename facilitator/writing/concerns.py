"""Safeguarding concerns: where each one went, and, where its writer chose so, its words sealed to one reader.

The usual way is paper: then only a pointer is kept. Sealed words open for their reader alone, not for their writer.
They are in no search, no report and no preview of an erasure, and they are lost when their reader gets a new key by
recovery or is removed. What is sealed is never screened for names: it needs them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from facilitator.errors import BadValue, ConcernOpen, NotFound, SealedToAnother, SealLost
from facilitator.evening.screening import NamesIn, screened
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.concern import (
    About,
    Added,
    Concern,
    ConcernWords,
    Duty,
    OpenedConcern,
    Pointer,
    Recipient,
    allowed,
)
from facilitator.model.debrief import Answer
from facilitator.model.ids import Id, random_id
from facilitator.people import words
from facilitator.people.facilitators import Facilitators
from facilitator.people.organisations import Organisations
from facilitator.store import Store
from facilitator.vault.personal import PersonalSeals, Reader

LONGEST = 4000
"""Characters of one answer."""


class Concerns:
    """Keeps concerns. `me` is the holder who opened the vault; `keys` are all holders that open it by words."""

    def __init__(self, store: Store, clock: Clock, seals: PersonalSeals, me: bytes, facilitators: Facilitators,
                 organisations: Organisations, keys: Callable[[], Sequence[bytes]], names_in: NamesIn) -> None:
        self._store = store
        self._clock = clock
        self._seals = seals
        self._me = me
        self._facilitators = facilitators
        self._organisations = organisations
        self._keys = keys
        self._names_in = names_in

    # ------------------------------------------------------------ questions
    def all(self) -> tuple[Concern, ...]:
        """Every concern, those not closed first, then the newest."""
        rows = self._store.all("""select * from concern_live order by closed_on is not null, made_on desc, id""")
        return tuple(map(self._concern, rows))

    def get(self, concern: Id) -> Concern:
        """One of them. Raises NotFound."""
        row = self._store.one("select * from concern_live where id = ?", (concern,))
        if row is None:
            raise NotFound("concern")
        return self._concern(row)

    def waiting(self) -> int:
        """How many are sealed to me and I have not opened."""
        row = self._store.one("""select count(*) as n from concern_live
                                 where recipient = ? and opened_on is null""", (self._me,))
        return 0 if row is None else int(row["n"])

    def to_pass_on(self) -> int:
        """How many stand on paper, and nobody has said yet where they went."""
        return sum(not one.sealed and not one.settled and one.closed_on is None for one in self.all())

    def recipients(self, about: About = About.SOMEBODY) -> tuple[Recipient, ...]:
        """To whom a concern may be sealed: who has the duty, is not whom it is about, and has a key; the lead first."""
        organisation, keys = self._organisations.get(), set(self._keys())
        names = {Duty.LEAD: organisation.lead_name, Duty.DEPUTY: organisation.deputy_name}
        found: dict[bytes, Recipient] = {}
        for duty in allowed(about):
            for person in self._facilitators.all():
                holder = person.holder
                if holder in keys and holder not in found and words.alike(person.name) == words.alike(names[duty]):
                    found[holder] = Recipient(holder=holder, name=person.name, duty=duty, mine=holder == self._me)
        return tuple(found.values())

    def read(self, concern: Id) -> OpenedConcern:
        """What was sealed to me. Raises NotFound, SealedToAnother, SealLost; NotFound("words") for one on paper."""
        row = self._store.one("select * from concern_live where id = ?", (concern,))
        if row is None:
            raise NotFound("concern")
        if row["body"] is None:
            raise NotFound("words")
        content = self._opened(row["body"], _place(concern))
        rows = self._store.all("select * from concern_amendment_live where concern_id = ?", (concern,))
        more = [(one["made_on"], self._opened(one["body"], _place(concern, one["id"]))) for one in rows]
        return OpenedConcern(
            concern=self._concern(row),
            words=ConcernWords(answers=tuple(Answer(*one) for one in content["answers"]), written_by=content["by"]),
            added=tuple(Added(date.fromisoformat(on), one["words"], one["by"])
                        for on, one in sorted(more, key=lambda one: (one[0], one[1]["n"]))))

    # ------------------------------------------------------------ on paper: a pointer
    def note(self, pointer: Pointer, *, names_seen: bool = False) -> Change:
        """Keep where a concern on paper is, as far as it is known. Raises BadValue, and NameInNote unless seen."""
        clean = self._clean(pointer, names_seen)
        with self._store.command("concern.note") as c:
            c.insert("concern", {**_columns(clean), "group_id": None, "made_on": clean.made_on, "recipient": None,
                                 "body": None, "opened_on": None, "closed_on": None}, id=random_id())
            c.label = _("It is noted where the concern is.")
        return c.change()

    def say_where(self, concern: Id, pointer: Pointer, *, names_seen: bool = False) -> Change:
        """Say where a concern went, or why nowhere. What is sealed is for its reader to say, while they can.

        Raises NotFound, SealedToAnother, BadValue, and NameInNote unless the names were seen.
        """
        found = self._theirs(concern)
        clean = self._clean(replace(pointer, made_on=found.made_on), names_seen)
        if found.closed_on is not None and not clean.settled:
            raise ConcernOpen
        with self._store.command("concern.where") as c:
            c.update("concern", concern, _columns(clean))
            c.label = _("It is noted where the concern went.")
        return c.change()

    def close(self, concern: Id, closed: bool = True) -> Change:
        """Close a concern, or open it after all.

        Raises NotFound, SealedToAnother, and ConcernOpen where nobody has said where it went, nor why nowhere.
        """
        found = self._theirs(concern)
        if closed and not found.settled:
            raise ConcernOpen
        with self._store.command("concern.close") as c:
            c.update("concern", concern, {"closed_on": self._clock.today() if closed else None})
            c.label = _("The concern is closed.") if closed else _("The concern is open again.")
        return c.change()

    # ------------------------------------------------------------ sealed
    def seal(self, to: bytes, said: ConcernWords, about: About = About.SOMEBODY) -> Change:
        """Seal a concern to one of its `recipients`; it cannot be taken back, and its writer cannot read it again.

        Raises BadValue for one without words, NotFound for anybody else.
        """
        answers = [[one.question, clean] for one in said.answers
                   if (clean := words.text(one.words, _("answer"), LONGEST))]
        if not answers:
            raise BadValue(_("concern"), "empty")
        if all(one.holder != to for one in self.recipients(about)):
            raise NotFound("key")
        concern, today = random_id(), self._clock.today()
        content = {"answers": answers, "by": words.line(said.written_by, _("name"))}
        with self._store.command("concern.seal", undo=False) as c:
            c.insert("concern", {
                "group_id": None, "made_on": today, **_columns(Pointer(made_on=today)), "recipient": to,
                "body": self._seals.seal(json.dumps(content).encode(), _place(concern), to),
                "opened_on": today if to == self._me else None, "closed_on": None}, id=concern)
            c.label = _("The concern is sealed. Tell its reader today that it is there.")
        return c.change()

    def amend(self, concern: Id, typed: str, by: str = "") -> Change:
        """Add words with today's date, sealed to the same reader; what stands there stays.

        Raises NotFound, BadValue, and SealLost where the reader's key is gone, or NotFound("words") for one on paper.
        """
        found = self.get(concern)
        if found.recipient is None:
            raise NotFound("words")
        if found.lost:
            raise SealLost
        clean = words.text(typed, _("words to add"), LONGEST)
        if not clean:
            raise BadValue(_("words to add"), "empty")
        row = random_id()
        content = {"words": clean, "by": words.line(by, _("name")), "n": found.added}
        with self._store.command("concern.amend", undo=False) as c:
            c.insert("concern_amendment", {
                "concern_id": concern, "made_on": self._clock.today(),
                "body": self._seals.seal(json.dumps(content).encode(), _place(concern, row), found.recipient)}, id=row)
            if found.recipient != self._me:
                c.update("concern", concern, {"opened_on": None})
            c.label = _("Your words were added to the concern.")
        return c.change()

    def opened(self, concern: Id) -> Change:
        """Let the writer know that I have read it: the day, and nothing more. Raises NotFound, SealedToAnother."""
        found = self.get(concern)
        if found.recipient != self._me:
            raise SealedToAnother
        with self._store.command("concern.opened", undo=False) as c:
            if found.opened_on is None:
                c.update("concern", concern, {"opened_on": self._clock.today()})
        return c.change()

    def erase(self, concern: Id) -> Change:
        """Take a concern away for good, with all that was added; nothing brings it back.

        Raises NotFound, SealedToAnother.
        """
        self._theirs(concern)
        with self._store.command("concern.erase", undo=False) as c:
            c.erase("concern", concern)
            c.label = _("The concern is gone for good.")
        return c.change()

    # ------------------------------------------------------------ inside
    def _theirs(self, concern: Id) -> Concern:
        """One that I may settle: on paper, sealed to me, or one that nobody can open any more."""
        found = self.get(concern)
        if found.sealed and not found.mine and not found.lost:
            raise SealedToAnother
        return found

    def _clean(self, pointer: Pointer, names_seen: bool) -> Pointer:
        today = self._clock.today()
        clean = replace(pointer, passed_to=words.line(pointer.passed_to, _("passed to")),
                        reference=words.line(pointer.reference, _("reference")),
                        why_not=words.text(pointer.why_not, _("reason"), LONGEST))
        if clean.made_on > today or (clean.passed_on or today) > today:
            raise BadValue(_("day"), "future")
        screened(tuple(filter(None, (clean.passed_to, clean.reference, clean.why_not))), self._names_in, names_seen)
        return clean

    def _opened(self, sealed: bytes, place: str) -> Any:
        return json.loads(self._seals.open(sealed, place))

    def _concern(self, row: dict[str, Any]) -> Concern:
        count = self._store.one("select count(*) as n from concern_amendment_live where concern_id = ?", (row["id"],))
        reader = None if row["body"] is None else self._seals.reader(row["body"])
        person = None if row["recipient"] is None else self._facilitators.of_holder(row["recipient"])
        return Concern(
            id=row["id"], made_on=date.fromisoformat(row["made_on"]), passed_to=row["passed_to"],
            passed_on=_day(row["passed_on"]), reference=row["reference"], why_not=row["why_not"],
            recipient=row["recipient"], recipient_name="" if person is None else person.name,
            opened_on=_day(row["opened_on"]), closed_on=_day(row["closed_on"]),
            added=0 if count is None else int(count["n"]), mine=reader is Reader.ME, lost=reader is Reader.NOBODY)


def _columns(pointer: Pointer) -> dict[str, object]:
    return {"passed_to": pointer.passed_to, "passed_on": pointer.passed_on, "reference": pointer.reference,
            "why_not": pointer.why_not}


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _place(concern: Id, amendment: Id | None = None) -> str:
    if amendment is None:
        return f"concern:{concern.hex()}:body"
    return f"concern_amendment:{concern.hex()}:{amendment.hex()}:body"
