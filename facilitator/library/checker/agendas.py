"""Rules for plans beyond their sums: something to say in every part, a turn for everybody, a last chance."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.library.checker.finding import Finding
from facilitator.model.agenda import Give, LineKind, Segment, seconds_aloud
from facilitator.model.content import AgendaTemplate

LAST_CHANCE = 10
"""Minutes before the protected ending at which two facilitators ask each other who should not go home alone."""
ROOM = 12
"""People for whom every round has to have the time."""
LATE = 10
"""Minutes that a plan can make up before its protected ending."""


def check_agenda(template: AgendaTemplate) -> Iterator[Finding]:
    """What is wrong with a plan beyond its sums, which reading it has checked: words, turns, the last chance."""
    starts = template.agenda.starts(0)
    segments = template.agenda.segments
    ending = next(start for start, segment in zip(starts, segments, strict=True) if segment.protected)
    chances = [segment for start, segment in zip(starts, segments, strict=True) for line in segment.lines
               if line.kind is LineKind.AT and start + (line.minute or 0) == ending - LAST_CHANCE]
    if not chances:
        yield Finding(template.id, f"no last chance {LAST_CHANCE} minutes before the protected ending")
    if any(segment.give is Give.DROP for segment in chances):
        yield Finding(template.id, "the last chance stands in a part that may be dropped")
    if sum(segment.minutes - segment.least for segment in segments) < LATE:
        yield Finding(template.id, f"a start {LATE} minutes late cannot be made up")
    for segment in segments:
        yield from _segment(f"{template.id}, {segment.title}", segment)


def _segment(item: str, segment: Segment) -> Iterator[Finding]:
    if not any(line.kind is LineKind.SAY for line in segment.lines):
        yield Finding(item, "nothing to say")
    if segment.kind.is_round and segment.per_person is None:
        yield Finding(item, "a round without seconds a person")
    if segment.kind.is_round and not any("pass" in line.text.lower() for line in segment.lines):
        yield Finding(item, "a round that does not offer to pass")
    if seconds_aloud(segment.lines) + (segment.per_person or 0) * ROOM > segment.minutes * 60:
        yield Finding(item, f"too short for its words and a turn for {ROOM} people")
    if not segment.leader or not segment.hint:
        yield Finding(item, "no leader or no hint")
