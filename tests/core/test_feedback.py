"""Feedback and measures: no link to a member, shown together or not at all, shares only of ten and more."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from facilitator.errors import BadValue, NameInNote, NotFound
from facilitator.evening import Feedback
from facilitator.model.content import Origin
from facilitator.model.feedback import ENOUGH, Face, Instrument, Item, Slip, face_words, item_words, share
from facilitator.model.group import Group
from facilitator.model.ids import made_ms
from facilitator.store.register import table
from facilitator.store.versions import DAY_MS
from tests.core.hall import THURSDAY, Hall

TODAY = THURSDAY.date()
MONTH = TODAY.replace(day=1)
GLAD = Slip(faces=dict.fromkeys(Item, Face.YES))
LONELY = Instrument(
    id="lonely", title="Loneliness", ask="How often?", answers=(("often", "Often"), ("never", "Never")),
    citation="A statistics office", licence="OGL",
    origin=Origin(source="A statistics office", reviewed_on=TODAY, review_by=TODAY + timedelta(days=365)))


@pytest.fixture
def hall(tmp_path: Path) -> Hall:
    return Hall(tmp_path)


@pytest.fixture
def feedback(hall: Hall) -> Feedback:
    return Feedback(hall.store, hall.clock, hall.groups, hall.names_in)


@pytest.fixture
def group(hall: Hall) -> Group:
    return hall.group()


def test_what_slips_say_is_shown_once_nobody_can_be_picked_out(feedback: Feedback, group: Group) -> None:
    for n in range(ENOUGH - 1):
        feedback.add(group.id, TODAY, Slip(faces={Item.SAFE: Face.NO}, words=f"Tea was cold {n}"))
        heard = feedback.heard(group.id, MONTH)
        assert (heard.slips, heard.enough, dict(heard.counts), heard.said) == (n + 1, False, {}, ())
    feedback.add(group.id, TODAY, Slip(faces={Item.SAFE: Face.YES, Item.HEARD: Face.BIT}, words="A warm welcome"))
    heard = feedback.heard(group.id, MONTH)
    assert heard.enough and heard.counts[Item.SAFE] == {Face.YES: 1, Face.BIT: 0, Face.NO: 4}
    assert heard.answered(Item.SAFE) == 5 and heard.answered(Item.HEARD) == 1 and heard.answered(Item.RETURN) == 0
    assert heard.said[0] == "A warm welcome", "by their words, not as they came in"
    assert heard.share(Item.SAFE, Face.NO) is None, "four of five are not told as a share of a hundred"


def test_a_share_is_said_of_ten_answers_and_more(feedback: Feedback, group: Group) -> None:
    for n in range(10):
        assert feedback.heard(group.id, MONTH).share(Item.SAFE, Face.YES) is None
        feedback.add(group.id, TODAY, GLAD if n else Slip(faces={Item.SAFE: Face.NO}))
    heard = feedback.heard(group.id, MONTH)
    assert heard.share(Item.SAFE, Face.YES) == 90 and heard.share(Item.WELCOME, Face.YES) is None
    assert share(1, 9) is None and share(1, 16) == 6 and share(3, 16) == 19


def test_no_slip_leads_to_a_member_or_to_its_moment(hall: Hall, feedback: Feedback, group: Group) -> None:
    """Invariant 9."""
    hall.clock.move(minutes=3)
    feedback.add(group.id, TODAY, GLAD)
    feedback.count(group.id, LONELY, TODAY, {"often": 3, "never": 9})
    for name in ("feedback", "measure"):
        declared = table(name)
        assert not any("member" in column or "session" in column for column in declared.names)
        assert [owner for _column, owner in declared.owners] == ["groups"]
        [row] = hall.store.all(f"select * from {name}_live")
        touched = hall.store.touched(row["id"])
        assert made_ms(row["id"]) == 0 and touched is not None and touched[1] % DAY_MS == 0
        assert row["month"] == MONTH.isoformat()


def test_words_on_a_slip_are_screened_and_an_empty_slip_is_none(hall: Hall, feedback: Feedback, group: Group) -> None:
    hall.member(group, "Zahra")
    named = Slip(words="Zahra was kind")
    with pytest.raises(NameInNote):
        feedback.add(group.id, TODAY, named)
    with pytest.raises(BadValue):
        feedback.add(group.id, TODAY, Slip(words=" "))
    with pytest.raises(BadValue):
        feedback.add(group.id, TODAY + timedelta(days=31), GLAD)
    with pytest.raises(NotFound):
        feedback.add(b"g" * 16, TODAY, GLAD)
    assert feedback.months(group.id) == ()
    feedback.add(group.id, TODAY, named, names_seen=True)
    feedback.add(group.id, date(2025, 9, 30), GLAD)
    assert feedback.months(group.id) == (MONTH, date(2025, 9, 1))


def test_answers_are_kept_as_counts_with_where_the_question_is_from(feedback: Feedback, group: Group) -> None:
    feedback.count(group.id, LONELY, TODAY, {"often": 3, "never": 9})
    feedback.count(group.id, LONELY, date(2025, 9, 3), {"never": 4})
    new, old = feedback.measures(group.id, "lonely")
    assert (new.month, new.people, new.licence, new.share("often")) == (MONTH, 12, "OGL", 25)
    assert old.people == 4 and old.share("never") is None
    for wrong in ({}, {"often": 0}, {"sometimes": 3}, {"often": -1, "never": 4}, {"often": 501}):
        with pytest.raises(BadValue):
            feedback.count(group.id, LONELY, TODAY, wrong)
    feedback.bin(new.id)
    assert feedback.measures(group.id) == (old,) and feedback.measures(group.id, "other") == ()
    with pytest.raises(NotFound):
        feedback.bin(new.id)


def test_every_line_and_face_has_words() -> None:
    said = [*map(item_words, Item), *map(face_words, Face)]
    assert all(said) and len(set(said)) == len(said)
