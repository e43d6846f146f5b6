"""Who is new and who came before, told by the ticks when an evening is written down: nobody is asked."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.errors import CountTooSmall, NeedsTwoAdults
from facilitator.model.group import RecordLevel
from facilitator.model.member import MemberDraft
from facilitator.model.session import Count
from tests.core.hall import Hall


def test_the_ticks_tell_who_is_new_and_who_came_before(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    hall.members.save(group.id, MemberDraft(name="Old"), first_seen=date(2025, 3, 1))
    for name in ("Ticked before", "Nobody knows", "Away"):
        hall.member(group, name)
    old, before, nobody, _away = (
        next(m for m in hall.members.of(group.id) if m.name == name)
        for name in ("Old", "Ticked before", "Nobody knows", "Away"))
    hall.attendance.set(hall.sessions.on(group.id, date(2025, 11, 13))[0], before.id, True)
    tonight = hall.tonight(group)
    for member in (old, before, nobody):
        hall.attendance.set(tonight, member.id, True)
    hall.attendance.newcomer(hall.tonight(group), MemberDraft(name="New"))
    hall.attendance.hold(hall.tonight(group), Count(heads=6))
    assert hall.tonight(group).count == Count(heads=6, newcomers=1, returning=2)
    hall.groups.lower_level(group.id, RecordLevel.TALLY)
    assert hall.tonight(group).count == Count(heads=6, newcomers=1, returning=2)


def test_what_was_counted_by_hand_is_left_alone_and_the_sum_fits(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    for name in ("Ada", "Bo"):
        hall.members.save(group.id, MemberDraft(name=name), first_seen=date(2025, 3, 1))
    hall.attendance.all_present(hall.tonight(group))
    hall.attendance.hold(hall.tonight(group), Count(heads=3, newcomers=2))
    assert hall.tonight(group).count == Count(heads=3, newcomers=2, returning=1)
    hall.attendance.hold(hall.tonight(group), Count(heads=9, newcomers=0, returning=0))
    assert hall.tonight(group).count == Count(heads=9, newcomers=0, returning=0)


def test_where_nothing_is_known_nothing_is_said(hall: Hall) -> None:
    group, tally = hall.group(), hall.group(RecordLevel.TALLY, "Tally")
    for one in (group, tally):
        hall.weekly(one)
        if one is group:
            hall.member(one, "Ada")
            hall.attendance.all_present(hall.tonight(one))
        hall.attendance.hold(hall.tonight(one), Count(heads=4))
        assert hall.tonight(one).count == Count(heads=4)


def test_it_refuses_as_any_count_does(hall: Hall) -> None:
    group, young = hall.group(), hall.young()
    hall.weekly(group)
    hall.weekly(young)
    for name in ("Ada", "Bo"):
        hall.member(group, name)
    hall.attendance.all_present(hall.tonight(group))
    with pytest.raises(CountTooSmall):
        hall.attendance.hold(hall.tonight(group), Count(heads=1))
    with pytest.raises(NeedsTwoAdults):
        hall.attendance.hold(hall.tonight(young), Count(heads=4, adults=1))
