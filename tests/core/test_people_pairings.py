"""Pairs: two codes, days and minutes, boundaries ticked. No name can come in, and there is nowhere to write content."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from facilitator.errors import BadValue, LevelTooLow, NotFound
from facilitator.messages import explain
from facilitator.model.group import Group, RecordLevel
from facilitator.model.pairing import (
    Boundary,
    Meeting,
    Pairing,
    PairingDraft,
    PairingKind,
    boundary_words,
    kind_words,
)
from facilitator.store.register import table
from tests.core.hall import Hall

TODAY = date(2025, 11, 20)
BEGAN = date(2025, 11, 1)


def pair(hall: Hall, group: Group, one: str = "A1", other: str = "B1", began: date = BEGAN) -> Pairing:
    """A new pair."""
    hall.pairings.save(group.id, PairingDraft(one=one, other=other, started_on=began))
    return next(found for found in hall.pairings.of(group.id) if found.one == one)


def test_a_pair_from_start_to_end(hall: Hall) -> None:
    group = hall.group()
    assert hall.pairings.free_codes(group.id) == ("A1", "B2")
    found = pair(hall, group)
    assert (found.kind, found.started_on, found.ended_on, found.meetings) == (PairingKind.BUDDY, BEGAN, None, ())
    hall.pairings.meet(found.id, date(2025, 11, 5), 60)
    hall.pairings.meet(found.id, date(2025, 11, 12), 45)
    hall.pairings.tick(found.id, Boundary.ENDING, True)
    hall.pairings.tick(found.id, Boundary.PLACE, True)
    hall.pairings.tick(found.id, Boundary.ENDING, True)
    now = hall.pairings.get(found.id)
    assert [(meeting.met_on.day, meeting.minutes) for meeting in now.meetings] == [(12, 45), (5, 60)]
    assert now.boundaries == (Boundary.PLACE, Boundary.ENDING)
    change = hall.pairings.end(found.id, TODAY)
    assert change.label == "A1 and B1 have ended." and change.areas == {"pairings"}
    other = pair(hall, group, "C1", "D1")
    assert [one.one for one in hall.pairings.of(group.id)] == [other.one, "A1"]
    hall.pairings.end(found.id, None)
    assert hall.pairings.get(found.id).ended_on is None
    assert hall.pairings.free_codes(group.id, 3) == ("B2", "C3", "D4")


def test_invariant_1_a_head_count_has_no_pairs(hall: Hall) -> None:
    group = hall.group(RecordLevel.TALLY)
    for attempt in (lambda: hall.pairings.of(group.id),
                    lambda: hall.pairings.save(group.id, PairingDraft(one="A1", other="B1", started_on=TODAY))):
        with pytest.raises(LevelTooLow) as refused:
            attempt()
        assert "no pairs are kept" in explain(refused.value).said
    assert hall.store.counts()["pairing"] == 0


@pytest.mark.parametrize("code", ["Priya", "PRIYA", "priya1", "Ann", "R 1 Ann", "Ruth2"])
def test_a_code_is_nobodys_name(hall: Hall, code: str) -> None:
    group, other = hall.group(), hall.group(name="Another")
    hall.member(group, "Ann Lee")
    gone = hall.member(other, "Priya")
    hall.members.bin(gone.id)
    hall.facilitators.add("Ruth")
    with pytest.raises(BadValue) as refused:
        pair(hall, group, code)
    assert refused.value.why == "name"
    assert hall.pairings.of(group.id) == ()


@pytest.mark.parametrize(("one", "other", "why"), [
    ("Zoe", "B1", "figure"), ("", "B1", "empty"), ("A1", "a1", "same"), ("A12345678", "B1", "long")])
def test_codes_that_cannot_be(hall: Hall, one: str, other: str, why: str) -> None:
    group = hall.group()
    with pytest.raises(BadValue) as refused:
        pair(hall, group, one, other)
    assert refused.value.why == why and explain(refused.value).next
    assert hall.pairings.of(group.id) == ()


def test_days_and_minutes_that_cannot_be(hall: Hall) -> None:
    found = pair(hall, hall.group())
    hall.pairings.meet(found.id, date(2025, 11, 5), 60)
    over = PairingDraft(one="A1", other="B1", started_on=BEGAN, ended_on=date(2025, 11, 4))
    for attempt in (
        lambda: hall.pairings.save(found.group_id, over, found.id),
        lambda: hall.pairings.save(found.group_id, replace(over, ended_on=TODAY + timedelta(days=1)), found.id),
        lambda: hall.pairings.save(found.group_id, replace(over, ended_on=BEGAN - timedelta(days=1))),
        lambda: hall.pairings.meet(found.id, TODAY + timedelta(days=1), 60),
        lambda: hall.pairings.meet(found.id, BEGAN - timedelta(days=1), 60),
        lambda: hall.pairings.meet(found.id, TODAY, 0),
        lambda: hall.pairings.meet(found.id, TODAY, 481),
        lambda: hall.pairings.end(found.id, date(2025, 11, 4)),
        lambda: hall.pairings.save(found.group_id, PairingDraft(one="A1", other="B1", started_on=TODAY), found.id),
        lambda: pair(hall, hall.group(name="Old"), began=date(1999, 1, 1)),
    ):
        with pytest.raises(BadValue):
            attempt()
    hall.pairings.end(found.id, date(2025, 11, 10))
    with pytest.raises(BadValue):
        hall.pairings.meet(found.id, date(2025, 11, 12), 60)
    assert len(hall.pairings.get(found.id).meetings) == 1


def test_a_pair_and_a_meeting_go_to_the_bin_and_come_back(hall: Hall) -> None:
    found = pair(hall, hall.group())
    hall.pairings.meet(found.id, TODAY, 30)
    [meeting] = hall.pairings.get(found.id).meetings
    hall.pairings.drop_meeting(meeting.id)
    assert hall.pairings.get(found.id).meetings == ()
    hall.store.undo()
    hall.pairings.bin(found.id)
    with pytest.raises(NotFound):
        hall.pairings.get(found.id)
    hall.store.undo()
    assert len(hall.pairings.get(found.id).meetings) == 1
    with pytest.raises(NotFound):
        hall.pairings.save(hall.group(name="Another").id, PairingDraft(one="A1", other="B1", started_on=BEGAN),
                           found.id)


def test_there_is_nowhere_to_write_what_was_said() -> None:
    assert {field.name for field in fields(Pairing)} == {
        "id", "group_id", "one", "other", "kind", "started_on", "ended_on", "boundaries", "meetings"}
    assert {field.name for field in fields(Meeting)} == {"id", "met_on", "minutes"}
    assert table("pairing_meeting").names == ("pairing_id", "met_on", "minutes")
    assert all(boundary_words(one) for one in Boundary) and all(kind_words(kind) for kind in PairingKind)
