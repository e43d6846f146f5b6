"""A hall to try the people and the evening in: the real encrypted store, and a clock that stands where it is put."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from facilitator.evening import (
    Agendas,
    Agreements,
    Attendance,
    Batons,
    Debriefs,
    LooseEnds,
    PapersOut,
    Rotas,
    Sessions,
)
from facilitator.guarding import Guarding
from facilitator.model.group import Application, Group, GroupDraft, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.member import Consent, ConsentPurpose, ConsentState, Member, MemberDraft
from facilitator.model.session import SeriesDraft, Session
from facilitator.nameguard.showing import finder
from facilitator.people import Facilitators, Groups, Members, Organisations, Pairings, RosterImport, Venues
from facilitator.store import Store
from facilitator.writing import KeptWords, Notes, Themes
from tests.make import FACTS, KEY, FakeClock

THURSDAY = datetime(2025, 11, 20, 18, 36)


@dataclass
class Recovery:
    """Whether the recovery sheet is live."""

    live: bool = True


class Hall:
    """Every feature over one store, wired as the workspace does."""

    def __init__(self, folder: Path, *, sample: bool = False) -> None:
        self.clock = FakeClock(THURSDAY)
        self.recovery = Recovery()
        self.store = Store.create(folder / "data-1.db", KEY, replace(FACTS, sample=sample), self.clock)
        self.organisation = Organisations(self.store)
        self.facilitators = Facilitators(self.store)
        self.venues = Venues(self.store)
        self.groups = Groups(self.store, self.clock)
        self.members = Members(self.store, self.clock, self.groups, lambda: self.recovery.live)
        self.roster = RosterImport(self.store, self.clock, self.groups, self.members)
        self.sessions = Sessions(self.store, self.clock, self.groups)
        self.rota = Rotas(self.store, self.groups, self.facilitators, self.sessions)
        self.pairings = Pairings(self.store, self.clock, self.groups)
        self.attendance = Attendance(self.store, self.clock, self.groups, self.members, self.sessions)
        self.agendas = Agendas(self.store, self.clock, self.sessions)
        self.agreements = Agreements(self.store, self.clock, self.groups)
        self.papers = PapersOut(self.store, self.clock)
        self.loose_ends = LooseEnds(self.store, self.clock, self.sessions, self.names_in)
        self.batons = Batons(self.store, self.clock, self.sessions, self.names_in)
        self.debriefs = Debriefs(self.store, self.clock, self.sessions, self.names_in)

        self.guarding = Guarding(self.groups, self.members, self.facilitators, self.organisation, self.venues)
        self.kept_words = KeptWords(self.store, self.guarding.ordinary)
        self.themes = Themes(self.store, self.sessions, self.guarding.pointing)
        self.notes = Notes(self.store, self.clock, self.sessions,
                           lambda group_id: self.guarding.guard(group_id, self.kept_words.all()))

    def names_in(self, texts: Sequence[str]) -> tuple[str, ...]:
        """The names on the lists that stand in some texts."""
        return finder([row["name"] for row in self.store.all("select name from member_live")])(texts)

    def group(self, level: RecordLevel = RecordLevel.FIRST_NAME, name: str = "Lantern circle", **more: Any) -> Group:
        """A new group."""
        self.groups.save(GroupDraft(name=name, record_level=level, **more))
        return self.groups.named(name)

    def young(self) -> Group:
        """A new group for under-18s."""
        return self.group(RecordLevel.CONTACTABLE, "Harbour", application=Application.YOUTH, min_age=12)

    def member(self, group: Group, name: str, *consents: Consent, **more: Any) -> Member:
        """A new member."""
        self.members.save(group.id, MemberDraft(name=name, **more), consents=consents)
        return next(member for member in self.members.of(group.id) if member.name == name)

    def names(self, group: Group) -> list[str]:
        """Who is on the list."""
        return [member.name for member in self.members.of(group.id)]

    def weekly(self, group: Group, **more: Any) -> None:
        """Let a group meet every Thursday from seven to half past eight."""
        rule = {"weekday": 3, "start_minute": 19 * 60, "minutes": 90, "first_on": date(2025, 11, 6)}
        self.sessions.series.save(group.id, SeriesDraft(**{**rule, **more}))

    def tonight(self, group: Group) -> Session:
        """The group's session of today."""
        [session] = self.sessions.on(group.id, self.clock.today())
        return session


def said(purpose: ConsentPurpose, state: ConsentState = ConsentState.GIVEN, member: Id = b"", **more: Any) -> Consent:
    """A consent as a screen hands it over."""
    return Consent(member_id=member, purpose=purpose, state=state, **more)


def row_versions(store: Store, row_id: Id) -> int:
    """How many versions of a row there have been."""
    row = store.one("select json_array_length(coalesce(seen, '[]')) + 1 as n from ledger where id = ?", (row_id,))
    assert row is not None
    return int(row["n"])

