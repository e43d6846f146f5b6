"""What the room may be told of an evening: its plan and agreement with every own word looked at first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache

from facilitator.evening.agreements import Agreements
from facilitator.model.agenda import AgendaDraft, Line, LineKind, Segment, SegmentKind, seconds_aloud
from facilitator.model.agreement import Clause
from facilitator.model.aloud import RoomClause
from facilitator.model.ids import Id
from facilitator.model.room import RoomPart, RoomPhase
from facilitator.model.rosterforms import RosterForms
from facilitator.model.running import MINUTE, Phase, Running
from facilitator.model.seats import LEAST, MOST
from facilitator.model.session import Session
from facilitator.store import Store

LONGEST_PROMPT = 240
"""Letters of what is asked that can still be read across a room."""
LIMITS = "limits"
"""How the id of the clause on the limits of confidentiality ends."""
_READS = (SegmentKind.OPENING, SegmentKind.AGREEMENT)
_ASKS = (SegmentKind.CHECK_IN, SegmentKind.ROUND, SegmentKind.CHECK_OUT, SegmentKind.DISCUSSION, SegmentKind.ACTIVITY,
         SegmentKind.PAIRS)  # fmt: skip

Seek = Callable[[str], bool]
"""Tells whether a text names somebody."""
Guard = Callable[[Sequence[str]], Seek]
Shipped = Callable[[str], Collection[str]]
"""Gives the texts that ship with the app and name nobody: those of all agreements, and of the plan with this id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomSegment:
    """A segment as the room may be told it; the title is empty where only its kind may be shown."""

    kind: SegmentKind
    title: str = ""
    prompt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomPlan:
    """An evening as the room may be told it, made once. Only `kept_back` is not for the room.

    `kept_back` are words that stay out of it as somebody's name stands in them: to be told on the laptop's side.
    """

    run: str
    segments: tuple[RoomSegment, ...] = ()
    clauses: tuple[RoomClause, ...] = ()
    kept_back: tuple[str, ...] = ()

    def at(self, running: Running, seats: int) -> RoomPart:
        """The part that runs, for so many chairs."""
        index = running.at
        segment = self.segments[index] if index < len(self.segments) else RoomSegment(kind=running.current.kind)
        coming = running.coming[0].index if running.coming else None
        then = self.segments[coming] if coming is not None and coming < len(self.segments) else None
        still = running.paused_since if running.paused_since is not None else running.now
        ends = still + running.left
        phase = {Phase.WAITING: RoomPhase.WAITING, Phase.ENDED: RoomPhase.ENDED}.get(running.phase, RoomPhase.GOING)
        chairs = min(MOST, seats) if seats >= LEAST else 0
        return RoomPart(
            run=self.run,
            index=index,
            phase=phase,
            kind=segment.kind,
            title=segment.title,
            prompt=segment.prompt,
            following="" if then is None else then.title,
            following_kind=None if then is None else then.kind,
            begins=running.clock(running.due),
            began_ms=ends - running.part_minutes * MINUTE,
            ends_ms=ends,
            clauses=self.clauses if segment.kind in _READS else (),
            seats=chairs,
            goes_round=segment.kind.is_round and chairs > 0,
        )


class Rooms:
    """Makes room plans. `guard` makes a name guard for some names: it knows strangers, nicknames and slips too."""

    def __init__(self, store: Store, agreements: Agreements, shipped: Shipped, guard: Guard | None = None) -> None:
        self._store = store
        self._agreements = agreements
        self._shipped = shipped
        self._guard = guard

    def plan(self, session: Session, agenda: AgendaDraft | None, run: Id | str) -> RoomPlan:
        """An evening's plan and its group's agreement, looked at against everybody this vault knows by name."""
        seek = cache(self._seek)  # made at the first own text: it takes every name there is, and many plans have none
        known = self._shipped("" if agenda is None else agenda.template)
        kept_back: list[str] = []

        def shown(text: str) -> str:
            text = " ".join(text.split())
            if not text or text in known or not seek()(text):
                return text
            kept_back.append(text)
            return ""

        version = self._agreements.current(session.group_id)
        segments = () if agenda is None else tuple(_segment(one, shown) for one in agenda.segments)
        clauses = () if version is None else tuple(
            found for clause in version.clauses if (found := _clause(clause, shown)) is not None)
        return RoomPlan(run=run if isinstance(run, str) else run.hex(), segments=segments, clauses=clauses,
                        kept_back=tuple(dict.fromkeys(kept_back)))

    def _seek(self) -> Seek:
        names = self.names()
        forms, guard = RosterForms(names), None if self._guard is None else self._guard(names)
        return lambda text: bool(forms.found(text)) or (guard is not None and guard(text))

    def names(self) -> Sequence[str]:
        """Every name this vault holds: members of all groups, also those who left, who runs circles, who answers."""
        people = self._store.all("select name, emergency_contact from member_live")
        helpers = self._store.all("select name from facilitator_live")
        found = self._store.all("select lead_name, deputy_name, supervisor from organisation_live")
        names = [row["name"] for row in (*people, *helpers)]
        names += [_letters(row["emergency_contact"]) for row in people]
        names += [value for row in found for value in (row["lead_name"], row["deputy_name"], row["supervisor"])]
        return [name for name in names if name]


def _segment(segment: Segment, shown: Callable[[str], str]) -> RoomSegment:
    return RoomSegment(kind=segment.kind, title=shown(segment.title), prompt=shown(_prompt(segment)))


def _prompt(segment: Segment) -> str:
    """What the circle is asked: the first words to say that are short, and that name nobody by a placeholder."""
    if segment.kind not in _ASKS:
        return ""
    said = (line.text for line in segment.lines if line.kind is LineKind.SAY)
    return next((text for text in said if len(text) <= LONGEST_PROMPT and "{" not in text), "")


def _clause(clause: Clause, shown: Callable[[str], str]) -> RoomClause | None:
    """A clause as it is read; the limits stay in the reading even where their words may not be shown."""
    limits = clause.source.rsplit(".", 1)[-1] == LIMITS
    text = shown(clause.text)
    if not text and not limits:
        return None
    aloud = seconds_aloud((Line(LineKind.SAY, clause.text),))
    return RoomClause(_ended(text), aloud, limits)


def _ended(text: str) -> str:
    """A clause is a heading in the agreement and a sentence in the room."""
    return text if not text or text[-1] in ".!?…。؟।" else f"{text}."


def _letters(contact: str | None) -> str:
    """The name in “sister Ruth Okafor, 07700 900123”: its words with a capital."""
    return " ".join(word for word in (contact or "").split() if word[:1].isupper())
