"""Days to remember: only with a yes, gone with a no, near an evening across months, years and leap days."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.errors import BadValue, ConsentNeeded, ConsentWithdrawn, LevelTooLow, NotFound
from facilitator.model.group import RecordLevel
from facilitator.model.member import ConsentPurpose, ConsentState, DateKind, MemberDate
from tests.core.hall import Hall, said

YES = said(ConsentPurpose.DATES)


def test_a_day_is_kept_only_after_a_yes(hall: Hall) -> None:
    group = hall.group()
    ada, bo = hall.member(group, "Ada"), hall.member(group, "Bo", YES)
    with pytest.raises(ConsentNeeded) as refused:
        hall.members.dates.add(ada.id, DateKind.BIRTHDAY, 11, 22)
    assert refused.value.purpose == "dates"
    change = hall.members.dates.add(bo.id, DateKind.REMEMBERED, 11, 22)
    assert change.label == "22 November is remembered for Bo." and change.areas == {"members"}
    [kept] = hall.members.dates.of_member(bo.id)
    assert kept == MemberDate(id=kept.id, member_id=bo.id, kind=DateKind.REMEMBERED, month=11, day=22)
    assert [(one.name, one.on) for one in hall.members.dates.near(group.id, hall.clock.today())] == [
        ("Bo", date(2025, 11, 22))]
    hall.members.dates.bin(kept.id)
    assert hall.members.dates.of_member(bo.id) == ()
    hall.store.undo()
    assert hall.members.dates.of_member(bo.id) == (kept,)


def test_a_reason_written_down_is_no_yes(hall: Hall) -> None:
    ada = hall.member(hall.group(), "Ada", said(ConsentPurpose.DATES, ConsentState.NOT_ASKED, basis="Our rule"))
    with pytest.raises(ConsentNeeded):
        hall.members.dates.add(ada.id, DateKind.BIRTHDAY, 1, 1)


@pytest.mark.parametrize("no", [ConsentState.WITHDRAWN, ConsentState.REFUSED])
def test_a_no_stops_it_at_once_everywhere(hall: Hall, no: ConsentState) -> None:
    group = hall.group()
    ada = hall.member(group, "Ada", YES)
    hall.members.dates.add(ada.id, DateKind.BIRTHDAY, 11, 20)
    hall.members.consents.record(said(ConsentPurpose.DATES, no, ada.id))
    assert hall.members.dates.of_member(ada.id) == ()
    assert hall.members.dates.near(group.id, hall.clock.today()) == ()
    with pytest.raises(ConsentWithdrawn):
        hall.members.dates.add(ada.id, DateKind.BIRTHDAY, 11, 21)
    hall.members.consents.record(said(ConsentPurpose.DATES, ConsentState.GIVEN, ada.id))
    assert len(hall.members.dates.of_member(ada.id)) == 1


def test_who_left_is_not_told(hall: Hall) -> None:
    group = hall.group()
    for name in ("Ada", "Bo", "Cy"):
        member = hall.member(group, name, YES)
        hall.members.dates.add(member.id, DateKind.BIRTHDAY, 11, 20)
    ada, bo, _cy = hall.members.of(group.id)
    hall.members.set_active(ada.id, False)
    hall.members.consents.record(said(ConsentPurpose.LIST, ConsentState.REFUSED, bo.id))
    assert [one.name for one in hall.members.dates.near(group.id, hall.clock.today())] == ["Cy"]


@pytest.mark.parametrize(("month", "day", "evening", "on"), [
    (11, 13, date(2025, 11, 20), date(2025, 11, 13)),
    (11, 12, date(2025, 11, 20), None),
    (11, 27, date(2025, 11, 20), date(2025, 11, 27)),
    (11, 28, date(2025, 11, 20), None),
    (1, 2, date(2025, 12, 29), date(2026, 1, 2)),
    (12, 30, date(2026, 1, 3), date(2025, 12, 30)),
    (2, 29, date(2025, 3, 4), date(2025, 2, 28)),
    (2, 29, date(2024, 3, 4), date(2024, 2, 29)),
])
def test_within_a_week_either_way(hall: Hall, month: int, day: int, evening: date, on: date | None) -> None:
    group = hall.group()
    hall.members.dates.add(hall.member(group, "Ada", YES).id, DateKind.REMEMBERED, month, day)
    assert [one.on for one in hall.members.dates.near(group.id, evening)] == ([] if on is None else [on])


@pytest.mark.parametrize(("month", "day"), [(2, 30), (13, 1), (0, 1), (4, 31), (1, 0)])
def test_no_such_day(hall: Hall, month: int, day: int) -> None:
    ada = hall.member(hall.group(), "Ada", YES)
    with pytest.raises(BadValue):
        hall.members.dates.add(ada.id, DateKind.BIRTHDAY, month, day)


def test_no_words_of_ones_own_and_nobody_there(hall: Hall) -> None:
    ada = hall.member(hall.group(), "Ada", YES)
    with pytest.raises(ValueError, match="sober"):
        hall.members.dates.add(ada.id, "sober since", 1, 1)  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        hall.members.dates.add(b"0" * 16, DateKind.BIRTHDAY, 1, 1)
    with pytest.raises(NotFound):
        hall.members.dates.bin(b"0" * 16)
    assert hall.store.counts()["member_date"] == 0


def test_a_head_count_has_none(hall: Hall) -> None:
    group = hall.group()
    ada = hall.member(group, "Ada", YES)
    hall.members.dates.add(ada.id, DateKind.BIRTHDAY, 11, 20)
    with hall.store.command("test.level") as c:  # a state no command leads to
        c.update("groups", group.id, {"record_level": 0})
    with pytest.raises(LevelTooLow):
        hall.members.dates.add(ada.id, DateKind.BIRTHDAY, 1, 1)
    assert RecordLevel.TALLY == 0
