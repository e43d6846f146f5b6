"""Which evenings there are: what the repeat rules say, laid over what has been kept. Pure, nothing is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from facilitator.evening import repeat
from facilitator.model.group import Group
from facilitator.model.ids import Id, hash_id, hash_ids
from facilitator.model.session import Series, Session

SLOTS = 8
"""How many sessions a group may have on one day."""


def session_id(group_id: Id, day: date, slot: int) -> Id:
    """The id of a group's session on a day: the same on every laptop, and kept when the session is moved."""
    return hash_id("session", group_id, day.isoformat(), str(slot))


@lru_cache(maxsize=2_000)
def slot_ids(group_id: Id, day: date) -> tuple[Id, ...]:
    """Every id that a session first planned on this day may have."""
    return hash_ids(("session", group_id, day.isoformat()), map(str, range(SLOTS)))


def rule_days(rules: Iterable[Series], start: date, end: date) -> dict[date, list[Series]]:
    """The days in a span that rules meet on, each with its rules in a lasting order."""
    found: dict[date, list[Series]] = {}
    for rule in sorted(rules, key=lambda rule: (rule.start_minute, rule.id)):
        for day in repeat.days(rule, start, end):
            found.setdefault(day, []).append(rule)
    return found


def lay_over(group: Group, days: Mapping[date, Sequence[Series]], ids: Mapping[date, Sequence[Id]],
             kept: Mapping[Id, Session], start: date, end: date) -> tuple[Session, ...]:
    """The group's sessions in a span, in order: kept ones as they are now, others as their rule says.

    `ids` has the slots of each of the `days`; `kept` every kept session held in the span, and every one of those ids.
    """
    found = {session.id: session for session in kept.values() if start <= session.held_on <= end}
    for day, rules in days.items():
        for session in _on_day(group, day, rules, ids[day], kept):
            if start <= session.held_on <= end:
                found[session.id] = session
    return tuple(sorted(found.values(), key=lambda session: (session.starts, session.slot, session.id)))


def free_slot(group_id: Id, day: date, taken: Collection[Id]) -> int | None:
    """The lowest slot of a day whose id is not taken, None when the day is full."""
    return next((slot for slot in range(SLOTS) if session_id(group_id, day, slot) not in taken), None)


def _on_day(group: Group, day: date, rules: Sequence[Series], ids: Sequence[Id],
            kept: Mapping[Id, Session]) -> Iterator[Session]:
    """What the rules say for one day. A kept session answers for its rule, wherever it was moved since."""
    here = [kept[one] for one in ids if one in kept]
    answered = {session.series_id for session in here}
    free = [slot for slot, one in enumerate(ids) if one not in kept]
    yield from here
    for rule in rules:
        if rule.id in answered or not free:
            continue
        slot = free.pop(0)
        yield Session(id=ids[slot], group_id=group.id, held_on=day, start_minute=rule.start_minute,
                      minutes=rule.minutes, series_id=rule.id, slot=slot, venue_id=group.venue_id, kept=False)
