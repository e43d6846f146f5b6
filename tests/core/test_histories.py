"""Whatever people do, in whatever order, and however much of it they take back: what must be true stays true."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from facilitator.errors import UserError
from facilitator.model.group import Application, Group, GroupDraft, RecordLevel
from facilitator.model.member import ConsentPurpose, ConsentState, DateKind, MemberDraft
from facilitator.model.session import Count, SeriesDraft, Session
from facilitator.people.consents import NO
from tests.core.hall import Hall, said

STEPS = 100
KINDS = (Application.GRIEF, Application.YOUTH, Application.ADDICTION)


class Day:
    """Somebody who does one thing after another, sensible or not."""

    def __init__(self, hall: Hall, seed: int) -> None:
        self.hall, self.chance = hall, random.Random(seed)
        self.done: list[str] = []
        self.ways: tuple[Callable[[], object], ...] = (
            self.make_group, self.change_group, self.add_member, self.add_member, self.change_member, self.bin_member,
            self.ask, self.ask, self.meet, self.hold, self.hold, self.count, self.all_here, self.tick, self.newcomer,
            self.cancel, self.move, self.let_time_pass, self.undo, self.remember, self.lower, self.put_away,
            self.bring_back)
        self.final = False

    def step(self) -> None:
        """One thing; refusals are part of life."""
        way = self.make_group if not self.hall.groups.all() else self.chance.choice(self.ways)
        try:
            way()
            self.done.append(way.__name__)
        except UserError as error:
            self.done.append(f"{way.__name__}: {type(error).__name__}")

    # ------------------------------------------------------------ what can be done
    def make_group(self) -> object:
        return self.hall.groups.save(GroupDraft(
            name=self.name(), application=self.chance.choice(KINDS), record_level=self.level(), min_age=self.age()))

    def change_group(self) -> object:
        group, level = self.group(), self.level()
        change = self.hall.groups.save(
            GroupDraft(name=group.name, application=self.chance.choice((group.application, *KINDS)),
                       record_level=level, min_age=self.age()), group.id)
        self.final |= level > group.record_level
        return change

    def lower(self) -> object:
        if self.chance.random() < 0.7:  # else hardly anybody would ever be on a list
            return None
        change = self.hall.groups.lower_level(self.group().id, self.level())
        assert self.hall.store.undo_label is None
        self.final = True
        return change

    def put_away(self) -> object:
        return self.chance.random() < 0.2 and self.hall.groups.archive(self.group().id)

    def bring_back(self) -> object:
        away = self.hall.groups.archived()
        return away and self.hall.groups.bring_back(self.chance.choice(away).id)

    def remember(self) -> object:
        person = self.anybody()
        return person and self.hall.members.dates.add(
            person["id"], self.chance.choice(list(DateKind)), 11, self.chance.randrange(1, 31))

    def add_member(self) -> object:
        purposes = self.chance.sample(list(ConsentPurpose), self.chance.randrange(4))
        return self.hall.members.save(self.group().id, self.person(), consents=tuple(
            said(purpose, self.state(), basis=self.words()) for purpose in purposes))

    def change_member(self) -> object:
        row = self.anybody()
        return row and self.hall.members.save(row["group_id"], self.person(), row["id"])

    def bin_member(self) -> object:
        row = self.anybody()
        return row and self.hall.members.bin(row["id"])

    def ask(self) -> object:
        row = self.anybody()
        return row and self.hall.members.consents.record(
            said(self.chance.choice(list(ConsentPurpose)), self.state(), row["id"], basis=self.words()))

    def meet(self) -> object:
        return self.hall.sessions.series.save(self.group().id, SeriesDraft(
            weekday=self.chance.randrange(7), start_minute=600, first_on=self.hall.clock.today() - timedelta(days=14)))

    def hold(self) -> object:
        session = self.session()
        return session and self.hall.sessions.counts.hold(session, self.heads())

    def count(self) -> object:
        session = self.session()
        return session and self.hall.sessions.counts.save(session, self.heads())

    def all_here(self) -> object:
        session = self.session()
        return session and self.hall.attendance.all_present(session, self.chance.random() < 0.7)

    def tick(self) -> object:
        session, row = self.session(), self.anybody()
        return session and row and self.hall.attendance.set(session, row["id"], self.chance.random() < 0.6)

    def newcomer(self) -> object:
        session = self.session()
        return session and self.hall.attendance.newcomer(session, self.person(), (said(ConsentPurpose.PARENT),))

    def cancel(self) -> object:
        session = self.session()
        return session and self.chance.choice((self.hall.sessions.cancel, self.hall.sessions.restore))(session)

    def move(self) -> object:
        session, days = self.session(), self.chance.randrange(-7, 7)
        return session and self.hall.sessions.change(session, held_on=self.hall.clock.today() + timedelta(days=days))

    def let_time_pass(self) -> object:
        return self.hall.clock.move(days=self.chance.choice((1, -1, 7)))

    def undo(self) -> object:
        return [self.hall.store.undo() for _step in range(self.chance.randrange(1, 4))]

    # ------------------------------------------------------------ with what
    def words(self) -> str:
        return self.chance.choice(("", "written"))

    def name(self) -> str:
        return self.chance.choice("abcdefghij") + self.chance.choice("klmn")

    def person(self) -> MemberDraft:
        pick = self.chance.choice
        return MemberDraft(name=self.name(), contact=pick(("", "", "01632 960 101")),
                           may_leave_message=pick((None, None, None, False)),
                           if_another_answers=pick(("", "", "hang up")))

    def level(self) -> RecordLevel:
        return self.chance.choice(list(RecordLevel))

    def age(self) -> int | None:
        return self.chance.choice((None, 14, 18))

    def state(self) -> ConsentState:
        return self.chance.choice(list(ConsentState))

    def heads(self) -> Count:
        pick = self.chance.choice
        return Count(heads=pick((None, 0, 1, 3, 5)), newcomers=pick((None, 0, 2)), returning=pick((None, 1)),
                     adults=pick((None, 1, 2)))

    def group(self) -> Group:
        return self.chance.choice(self.hall.groups.all())

    def session(self) -> Session | None:
        today = self.hall.clock.today()
        near = self.hall.sessions.planned(self.group().id, today - timedelta(days=14), today + timedelta(days=14))
        return self.chance.choice(near) if near else None

    def anybody(self) -> dict[str, Any] | None:
        rows = self.hall.store.all("select * from member")  # those in the bin too
        return self.chance.choice(rows) if rows else None


def must_hold(hall: Hall) -> None:
    """Invariants 1, 2, 11 and 13, asked of the store and of the features."""
    ask = hall.store.all
    # Asked of the tables, not of what is live: in such a group not even the bin holds a name.
    assert not ask("""select m.id from member m join groups g on g.id = m.group_id where g.record_level = 0
        union select a.id from attendance a join session s on s.id = a.session_id
        join groups g on g.id = s.group_id where g.record_level = 0
        union select p.id from pairing p join groups g on g.id = p.group_id where g.record_level = 0
        union select c.id from consent c where c.member_id not in (select id from member)
        union select d.id from member_date d where d.member_id not in (select id from member)"""), \
        "1: a name in a group that counts heads"
    assert not ask("""select s.id from session_live s where status = 'held' and (headcount is null or headcount < 0
        or coalesce(newcomers, 0) + coalesce("returning", 0) > headcount
        or headcount < (select count(*) from attendance_live a where a.session_id = s.id and a.present = 1))"""), "2"
    assert not ask("""select m.id from member_live m join groups g on g.id = m.group_id
        where g.record_level < 2 and (m.contact || m.contact_preference || m.if_another_answers
        || m.emergency_contact || m.age_band <> '' or m.may_leave_message is not null)"""), "fields by level only"
    for group in (*hall.groups.all(), *hall.groups.archived()):
        assert group.record_level == RecordLevel.CONTACTABLE or not group.for_under_18s, "13: level"
        for member in hall.members.of(group.id, left=True):
            consents = hall.members.consents
            assert consents.on(member.id, ConsentPurpose.LIST).state not in NO, "11: the list"
            assert not member.contact or consents.on(member.id, ConsentPurpose.CONTACT).state not in NO, "11: contact"
            assert not (member.contact_preference or member.if_another_answers) \
                or consents.on(member.id, ConsentPurpose.CONTACT).state not in NO, "11: what to mind"
            assert not hall.members.dates.of_member(member.id) \
                or consents.on(member.id, ConsentPurpose.DATES).state is ConsentState.GIVEN, "11: days"
            assert consents.parent_settled(member.id) or not group.for_under_18s, "13: a parent's word"
    found = {hit.id for letter in "abcdefghij" for hit in hall.store.search(letter, limit=999) if hit.kind == "member"}
    assert found == {row["id"] for row in ask("select id from member_live")}, "search follows"


@pytest.mark.parametrize("seed", [*range(4, 12), *(pytest.param(n, marks=pytest.mark.long) for n in range(12, 100))])
def test_no_history_breaks_an_invariant(seed: int, tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    day = Day(hall, seed)
    for _step in range(STEPS):
        day.step()
        try:
            must_hold(hall)
        except AssertionError as error:
            error.add_note(f"after {day.done[-12:]}")
            raise
    assert len([name for name in day.done if ":" not in name]) > STEPS / 4, "hardly anything was ever done"
    hall.store.integrity()
    while hall.store.undo() is not None:
        must_hold(hall)
    assert day.final or not any(hall.store.counts().values()), "all was taken back"
    hall.store.close()
