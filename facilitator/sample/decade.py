"""A charity with years behind it: twenty circles a week, their people, plans, ticks and notes, the same every time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from facilitator import vault
from facilitator.evening.agendas import agenda_id
from facilitator.evening.attendance import attendance_id
from facilitator.evening.counts import check, check_held, columns
from facilitator.evening.kept import segments_out
from facilitator.evening.planning import session_id
from facilitator.evening.roles import role_id
from facilitator.library import Library
from facilitator.model.agenda import SegmentKind
from facilitator.model.clock import Clock
from facilitator.model.content import AgendaTemplate
from facilitator.model.group import Group, GroupDraft, RecordLevel
from facilitator.model.ids import Id, hash_id
from facilitator.model.member import Consent, ConsentPurpose, ConsentState, MemberDraft
from facilitator.model.progress import Progress, no_progress
from facilitator.model.rota import Role
from facilitator.model.session import CancelReason, Count, SeriesDraft, SessionStatus
from facilitator.people.words import alike
from facilitator.sample.circles import CIRCLES, FACILITATORS, NEEDS, ORGANISATION, THEMES, VENUES, WHY, Circle
from facilitator.sample.library import items
from facilitator.sample.names import called, full, people
from facilitator.sample.notes import TOPICS, note
from facilitator.workspace import Workspace
from facilitator.writing.notes import months_on

if TYPE_CHECKING:
    from facilitator.store import Command

YEARS = 10
SEED = 1
WEEKS, MEMBERS, TICKS, ITEMS = 50, 200, 12_000, 50
"""For each year: evenings of a circle; people, ticks and own library items of the whole charity."""


@dataclass(frozen=True, slots=True)
class _Evening:
    """One evening as it went: who was there, and who came for the first time (their places among the members)."""

    day: date
    held: bool
    there: tuple[int, ...] = ()
    new: int = 0
    heads: int = 0


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody on a circle's list, from one evening of it to another."""

    given: str
    family: str
    first: int
    last: int


def make(folder: Path, clock: Clock, library: Library, years: int = YEARS, progress: Progress = no_progress,
         told: Callable[[str], object] = lambda words: None) -> str:
    """Make the large sample at a folder that is not there yet, whole or not at all; its passphrase. Raises PlaceTaken.

    `progress` hears of every year of every circle, and may raise Cancelled: then nothing is left. So it is where
    `told`, which hears the passphrase, cannot tell it.
    """
    words = vault.passphrase.generate()
    with vault.aside(folder, clock) as hidden:
        unlocked = vault.create(hidden, words, clock, sample=True)
        try:
            furnish(Workspace(unlocked, clock, library), years, progress=progress)
        finally:
            unlocked.close()
        told(words)
    return words


def furnish(workspace: Workspace, years: int = YEARS, seed: int = SEED, progress: Progress = no_progress) -> None:
    """Fill an empty sample workspace: twenty circles, and for each year what the counts above say."""
    random = Random(seed)
    total, done = years * len(CIRCLES), 0
    progress(done, total)
    workspace.organisations.save(ORGANISATION)
    with workspace.vault.store.command("sample.people", undo=False):
        for place, name in enumerate(FACILITATORS):
            workspace.facilitators.add(name, workspace.vault.holder if place == 0 else None)
        for venue in VENUES:
            workspace.venues.save(venue)
    _own_words(workspace, years * ITEMS)
    names = people(random)
    named = [circle for circle in CIRCLES if circle.level > RecordLevel.TALLY]
    for circle in CIRCLES:
        history = _History(workspace, random, circle, years)
        if circle in named:
            place = named.index(circle)
            history.invent(names, _share(years * MEMBERS, place, len(named)), _share(years * TICKS, place, len(named)))
        history.found()
        for year in range(years):
            history.live(year)
            done += 1
            progress(done, total)


class _History:
    """One circle's years: invented first, then written down a year at a time."""

    def __init__(self, workspace: Workspace, random: Random, circle: Circle, years: int) -> None:
        self._workspace, self._random, self._circle = workspace, random, circle
        self._number = CIRCLES.index(circle)
        today = workspace.clock.today()
        # The first circle meets today, so that there is an evening to open; the others on days of their own.
        next_day = today + timedelta(days=self._number * 3 % 7) - timedelta(weeks=circle.ended)
        self._days = tuple(next_day - timedelta(weeks=back) for back in reversed(range(years * WEEKS)))
        self._today = today
        self._people: tuple[_Person, ...] = ()
        self._evenings = tuple(self._without_names(place, day) for place, day in enumerate(self._days))
        self._members: list[Id] = []
        self._team: tuple[Id, ...] = ()
        self._series = b""
        self._topics: tuple[Id, ...] = ()
        self._packed: dict[tuple[int, int], tuple[str, bytes]] = {}

    # ------------------------------------------------------------ inventing
    def invent(self, names: Iterator[tuple[str, str]], members: int, ticks: int) -> None:
        """Think of the people, and of who was there when; over years `ticks` come out to the last one."""
        random, evenings = self._random, len(self._days)
        firsts = sorted(0 if place < 20 else random.randrange(evenings) for place in range(members))
        stay = evenings * 30 // members
        self._people = tuple(
            _Person(*next(names), first, first + random.randint(stay // 5, stay * 9 // 5)) for first in firsts)
        left, out = ticks, []
        open_evenings = sum(evening.held for evening in self._evenings)
        for place, evening in enumerate(self._evenings):
            if not evening.held:
                out.append(evening)
                continue
            listed = [n for n, person in enumerate(self._people) if person.first <= place <= person.last]
            new = [n for n in listed if self._people[n].first == place]
            even = left // open_evenings
            sway = random.randint(-4, 4) if open_evenings > 2 else 0
            wanted = max(0, min(len(listed), left, even + sway)) if open_evenings > 1 else min(left, len(listed))
            known = [n for n in listed if self._people[n].first < place]
            first = min(len(new), wanted)
            there = (*random.sample(known, min(len(known), wanted - first)), *new[:first])
            left -= len(there)
            open_evenings -= 1
            out.append(replace(evening, there=there, new=first, heads=len(there) + 2))
        self._evenings = tuple(out)

    def _without_names(self, place: int, day: date) -> _Evening:
        coming = day >= self._today
        held = not coming and not (_christmas(day) and place % 3) and self._random.random() > 0.012
        heads = self._random.randint(6, 19)
        return _Evening(day, held, new=self._random.choice((0, 0, 1, 1, 2)) if held else 0, heads=heads if held else 0)

    # ------------------------------------------------------------ writing down
    def found(self) -> None:
        """The circle itself: its profile, team, place, agreement, meeting days and people, in one command."""
        workspace, circle, number = self._workspace, self._circle, self._number
        everybody, venues = workspace.facilitators.all(), workspace.venues.all()
        self._team = tuple(everybody[(number * 5 + step) % len(everybody)].id for step in (0, 7, 13))
        if number == 0:
            me = workspace.me
            self._team = ((me.id,) if me else ()) + self._team[1:]
        draft = GroupDraft(
            name=circle.name, application=circle.application, audience=circle.audience, record_level=circle.level,
            min_age=circle.minimum, count_only=circle.count_only, size_cap=24, venue_id=venues[number % len(venues)].id,
            team=self._team, is_open=number % 3 != 2)
        with workspace.vault.store.command("sample.group", undo=False) as c:
            workspace.groups.save(draft)
            group = workspace.groups.named(circle.name)
            c.update("groups", group.id, {
                "created_on": self._days[0],
                "archived_on": self._days[-1] + timedelta(weeks=2) if circle.ended else None})
            clauses = workspace.library.agreement_for(circle.application)
            for year, day in enumerate(self._days[4::2 * WEEKS]):
                workspace.agreements.adopt(group.id, clauses[:len(clauses) - (year + number) % 2], present=9 + year,
                                           adopted_on=day, review_by=day + timedelta(days=365))
            last = self._days[-1] if circle.ended else None
            workspace.sessions.series.save(group.id, SeriesDraft(
                weekday=self._days[0].weekday(), start_minute=circle.hour * 60 + (number % 2) * 30,
                first_on=self._days[0], last_on=last))
            self._series = workspace.sessions.series.of(group.id)[0].id
            self._add_people(c, group)

    def _add_people(self, c: Command, group: Group) -> None:
        members, taken = self._workspace.members, set[str]()
        self._members.clear()
        for place, person in enumerate(self._people):
            draft = MemberDraft(name=called(person.given, person.family, taken))
            if group.record_level is RecordLevel.CONTACTABLE:
                name = full(person.given, person.family)
                name = name if name not in taken else f"{name} {place}"
                taken.add(name)
                draft = MemberDraft(
                    name=name, contact=f"01632 {960_000 + self._number * 1000 + place}",
                    contact_preference=("", "A text first", "", "After six")[place % 4],
                    may_leave_message=(None, True, False, True)[place % 4],
                    emergency_contact=f"01632 {961_000 + place}" if place % 3 else "")
            day = self._days[person.first]
            came = min(day, self._today)
            member_id = members.add(c, group, members.cleaned(group, draft), _agreed(group, came), came)
            if person.last < len(self._days) - 1:
                c.update("member", member_id, {"active": 0})
            elif place % 5 == 0:
                members.needs.add(group.id, NEEDS[place % len(NEEDS)], member_id)
            self._members.append(member_id)

    def live(self, year: int) -> None:
        """A year of evenings: planned, held or cancelled, with their plan, their rota and who was there."""
        workspace = self._workspace
        group = workspace.groups.named(self._circle.name)
        with workspace.vault.store.command("sample.year", undo=False) as c:
            for place in range(year * WEEKS, (year + 1) * WEEKS):
                self._evening(c, group, place)
            self._written(c, group, year)

    def _written(self, c: Command, group: Group, year: int) -> None:
        """What was written of a year: as many notes as evenings, a second one where an evening was not held."""
        random = Random(self._number * YEARS + year)
        if not self._topics:
            self._topics = tuple(
                c.put("theme", hash_id("theme", b"", alike(label)), {
                    "group_id": None, "label": label, "active": 1}) for label in TOPICS)
        held = [one for one in self._evenings[year * WEEKS:(year + 1) * WEEKS] if one.held]
        for turn in range(WEEKS if held else 0):
            day = held[turn % len(held)].day
            one = session_id(group.id, day, 0)
            c.insert("note", {
                "group_id": group.id, "session_id": one, "template": "", "body": note(random), "written_on": day,
                "review_on": months_on(self._today, 1 + turn % 12), "sealed_on": months_on(day, 1)})
            if turn < len(held) and turn % 2:
                topic = random.choice(self._topics)
                c.insert("session_theme", {"session_id": one, "theme_id": topic, "present": 1},
                         hash_id("session_theme", one, topic))

    def _evening(self, c: Command, group: Group, place: int) -> None:
        evening = self._evenings[place]
        name, segments = self._plan(group, place)
        minutes, start = 90, self._circle.hour * 60 + (self._number % 2) * 30
        one = session_id(group.id, evening.day, 0)
        c.insert("session", {
            "group_id": group.id, "series_id": self._series, "held_on": evening.day, "slot": 0, "start_minute": start,
            "minutes": minutes, "status": SessionStatus.PLANNED, "checklist": "[]"}, one)
        c.insert("agenda", {
            "group_id": group.id, "session_id": one, "name": name[0], "template": name[1], "minutes": minutes,
            "segments": segments}, agenda_id(one))
        for role, person in zip((Role.LEAD, Role.SECOND), self._shift(place), strict=True):
            c.insert("role", {"session_id": one, "role": role, "filled": 1, "facilitator_id": person},
                     role_id(one, role))
        if evening.held:
            adults = 3 if group.for_under_18s else None
            count = Count(heads=evening.heads, newcomers=evening.new, adults=adults, out=evening.heads,
                          returning=max(0, evening.heads - 2 - evening.new))
            check(count)
            check_held(group, count, len(evening.there))
            for member in evening.there:
                c.insert("attendance", {"session_id": one, "member_id": self._members[member], "present": 1},
                         attendance_id(one, self._members[member]))
            ended = int((start + minutes) * 60_000) + (evening.day - date(1970, 1, 1)).days * 86_400_000
            c.update("session", one, {**columns(count), "status": SessionStatus.HELD, "venue_id": group.venue_id,
                                      "ended_at": ended, "checklist": json.dumps(["chairs", "tissues", "keys"])})
        elif evening.day < self._today:
            why = CancelReason.HOLIDAY if _christmas(evening.day) else WHY[place % len(WHY)]
            c.update("session", one, {"status": SessionStatus.CANCELLED, "why": why})

    def _shift(self, place: int) -> tuple[Id, Id]:
        turn = place % len(self._team)
        return self._team[turn], self._team[turn - 1]

    def _plan(self, group: Group, place: int) -> tuple[tuple[str, str], bytes]:
        """The evening's plan: the circle's own, around the theme of the week. Packed once for each theme."""
        library = self._workspace.library
        shipped = library.agenda_templates(group.application) or library.agenda_templates()
        template = shipped[place // (2 * WEEKS) % len(shipped)]
        theme = place % len(THEMES)
        key = (shipped.index(template), theme)
        if key not in self._packed:
            self._packed[key] = template.title, _pack(template, THEMES[theme])
        title, segments = self._packed[key]
        return (title, template.id), segments


def _pack(template: AgendaTemplate, theme: str) -> bytes:
    segments, left = [], 90
    for segment in template.agenda.segments:
        if segment.kind in (SegmentKind.DISCUSSION, SegmentKind.ROUND):
            segment = replace(segment, hint=theme)
        segments.append(segment)
        left -= segment.minutes
    if left:  # a plan of another length: what it is longer or shorter goes to its longest part
        longest = max(range(len(segments)), key=lambda n: segments[n].minutes)
        segments[longest] = replace(segments[longest], minutes=max(1, segments[longest].minutes + left))
    return segments_out(segments)


def _own_words(workspace: Workspace, count: int) -> None:
    with workspace.vault.store.command("sample.library", undo=False) as c:
        for item in items(count, workspace.bench, workspace.clock.today()):
            c.insert("library_item", item)


def _agreed(group: Group, day: date) -> Sequence[Consent]:
    purposes = [ConsentPurpose.LIST]
    if group.record_level is RecordLevel.CONTACTABLE:
        purposes.append(ConsentPurpose.CONTACT)
    if group.for_under_18s:
        purposes.append(ConsentPurpose.PARENT)
    return tuple(Consent(member_id=b"", purpose=purpose, state=ConsentState.GIVEN, on=day, how="On the paper list")
                 for purpose in purposes)


def _christmas(day: date) -> bool:
    return (day.month, day.day) >= (12, 24) or (day.month, day.day) <= (1, 1)


def _share(total: int, place: int, parts: int) -> int:
    """An even part of a total; all parts come to it exactly."""
    return total * (place + 1) // parts - total * place // parts
