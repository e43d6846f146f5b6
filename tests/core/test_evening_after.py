"""After an evening: loose ends, the debrief, what is handed on; and an under-18s evening that had one adult."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facilitator.errors import BadValue, NameInNote, NeedsTwoAdults, NotFound
from facilitator.evening.go import Lack, There, Verdict, lack_words, may_begin
from facilitator.model.change import Change
from facilitator.model.debrief import Answer, DebriefDraft
from facilitator.model.group import Group
from facilitator.model.session import Count, OneAdult, Session, SessionStatus, one_adult_words
from facilitator.store.register import TABLES, table
from tests.core.hall import Hall


@pytest.fixture
def circle(hall: Hall) -> Group:
    """A group that meets tonight, with somebody on its list."""
    group = hall.group()
    hall.weekly(group)
    hall.member(group, "Zahra")
    return group


@pytest.fixture
def tonight(hall: Hall, circle: Group) -> Session:
    """Its evening."""
    return hall.tonight(circle)


def test_a_loose_end_is_told_until_it_is_settled(hall: Hall, circle: Group, tonight: Session) -> None:
    hall.loose_ends.add(tonight, "  Ask about the   other room ")
    hall.clock.move(minutes=1)
    hall.loose_ends.add(tonight, "Bring more cups")
    first, second = hall.loose_ends.open(circle.id)
    assert (first.words, first.raised_on, first.session_id) == ("Ask about the other room", tonight.held_on, tonight.id)
    hall.loose_ends.settle(first.id)
    assert [one.words for one in hall.loose_ends.open(circle.id)] == ["Bring more cups"]
    assert len(hall.loose_ends.of(tonight)) == 2
    hall.store.undo()
    assert len(hall.loose_ends.open(circle.id)) == 2
    hall.loose_ends.bin(second.id)
    assert len(hall.loose_ends.open(circle.id)) == 1
    with pytest.raises(BadValue):
        hall.loose_ends.add(tonight, "  ")
    with pytest.raises(NotFound):
        hall.loose_ends.settle(b"x" * 16)


def test_invariant_5_no_free_text_of_an_evening_names_a_member_unasked(
    hall: Hall, circle: Group, tonight: Session
) -> None:
    """Loose ends, what is handed on, and the debrief warn once; whoever has seen it may keep it as it is."""
    said = "Zahra wants a chair by the door"
    debrief = DebriefDraft(sides=((Answer("heavy", said),),))
    todo = DebriefDraft(sides=((Answer("heavy", "The silence"),),), follow_ups=("Ring Zahra",))
    writes: tuple[Callable[..., Change], ...] = (
        lambda **seen: hall.loose_ends.add(tonight, said, **seen),
        lambda **seen: hall.batons.hand_on(tonight, ("Nine came.", said), **seen),
        lambda **seen: hall.debriefs.save(tonight, debrief, **seen),
        lambda **seen: hall.debriefs.save(tonight, todo, **seen),
    )
    for write in writes:
        before = hall.store.counts()
        with pytest.raises(NameInNote) as caught:
            write()
        assert caught.value.name == "Zahra" and hall.store.counts() == before
        write(names_seen=True)
    assert hall.debriefs.of(tonight.id) is not None
    assert [one.words for one in hall.loose_ends.open(circle.id)] == [said]


def test_what_is_handed_on_is_what_was_shown_until_it_is_taken(hall: Hall, circle: Group, tonight: Session) -> None:
    assert hall.batons.waiting(circle.id) is None
    shown = hall.batons.check(("Nine came.", " ", "The key is  with the caretaker."))
    hall.batons.hand_on(tonight, shown)
    baton = hall.batons.waiting(circle.id)
    assert baton is not None and baton.lines == shown == ("Nine came.", "The key is with the caretaker.")
    hall.batons.hand_on(tonight, ("Ten came.",))  # put right before anybody took it
    baton = hall.batons.waiting(circle.id)
    assert baton is not None and baton.lines == ("Ten came.",)
    hall.batons.take(baton.id)
    assert hall.batons.waiting(circle.id) is None
    newest = hall.batons.newest(circle.id)
    assert newest is not None and newest.taken_on == hall.clock.today()
    with pytest.raises(NotFound):
        hall.batons.take(b"x" * 16)


def test_a_debrief_keeps_both_sides_and_nobody_s_name(hall: Hall, circle: Group, tonight: Session) -> None:
    sides = ((Answer("well", "We were on time."), Answer("heavy", " ")), (Answer("well", "The reading."),))
    hall.debriefs.save(tonight, DebriefDraft(sides=sides, follow_ups=("Bring the lamp", "")))
    kept = hall.debriefs.of(tonight.id)
    assert kept is not None and kept.follow_ups == ("Bring the lamp",)
    assert kept.sides == ((Answer("well", "The reading."),), (Answer("well", "We were on time."),))  # not as answered
    hall.debriefs.save(tonight, DebriefDraft(sides=sides[:1]))
    assert hall.store.counts()["debrief"] == 1
    with pytest.raises(BadValue):
        hall.debriefs.save(tonight, DebriefDraft(sides=((Answer("well", " "),),)))


def test_invariant_9_nothing_after_an_evening_points_to_a_member() -> None:
    """Neither loose ends nor batons nor debriefs have a column for a member, and no search is made from them."""
    for name in ("loose_end", "baton", "debrief", "sealed"):
        assert not {"member_id", "name"} & set(table(name).names)
        assert table(name).search is None and not table(name).searched
        assert "member" not in {owner for _column, owner in table(name).owners}
    assert {one.name for one in TABLES} >= {"loose_end", "baton", "debrief", "sealed"}


def test_invariant_13_one_adult_is_written_down_with_a_reason_and_flagged(hall: Hall) -> None:
    """What happened is a fact: held with a reason, never as if there had been two; and a flag can go."""
    group = hall.young()
    hall.weekly(group)
    session = hall.tonight(group)
    count = Count(heads=6, adults=1, out=6)
    with pytest.raises(NeedsTwoAdults):
        hall.sessions.counts.hold(session, count)
    hall.attendance.hold(session, count, OneAdult.LEFT)
    held = hall.sessions.get(session.id)
    assert (held.status, held.one_adult, held.why) == (SessionStatus.HELD, OneAdult.LEFT, None)
    hall.sessions.counts.save(held, Count(heads=7, adults=1))  # a correction needs no second reason
    assert hall.sessions.get(session.id).one_adult is OneAdult.LEFT
    hall.sessions.counts.save(held, Count(heads=7, adults=2))
    assert hall.sessions.get(session.id).one_adult is None
    with pytest.raises(NeedsTwoAdults):
        hall.sessions.counts.save(hall.sessions.get(session.id), Count(heads=7, adults=1))
    assert all(one_adult_words(one) for one in OneAdult)


def test_a_reason_flags_nothing_where_there_were_two_adults(hall: Hall, circle: Group, tonight: Session) -> None:
    hall.sessions.counts.hold(tonight, Count(heads=6), OneAdult.OTHER)
    assert hall.sessions.get(tonight.id).one_adult is None


def test_under_18s_never_begin_with_one_adult(hall: Hall) -> None:
    young = hall.young()
    two = There(facilitators=2, first_aider=True, heads=6, adults=2)
    assert may_begin(young, two).verdict is Verdict.GO
    for adults in (None, 0, 1):
        answer = may_begin(young, There(facilitators=2, first_aider=True, heads=6, adults=adults))
        assert (answer.verdict, answer.lacks) == (Verdict.NO, (Lack.ADULTS,))
    many = may_begin(young, There(facilitators=2, first_aider=True, heads=22, adults=2), per_adult=8)
    assert (many.verdict, many.lacks, many.adults) == (Verdict.NO, (Lack.RATIO,), 3)
    assert "3 adults" in lack_words(Lack.RATIO, many.adults)


@pytest.mark.parametrize(("there", "lacks"), [
    (There(facilitators=1, first_aider=True, heads=9), (Lack.SECOND,)),
    (There(facilitators=2, first_aider=False, heads=9), (Lack.FIRST_AIDER,)),
    (There(facilitators=0, first_aider=False), (Lack.SECOND, Lack.FIRST_AIDER)),
    (There(facilitators=2, first_aider=True, heads=9), ()),
])
def test_for_adults_a_shorter_evening_is_offered_with_the_reason(
    hall: Hall, circle: Group, there: There, lacks: tuple[Lack, ...]
) -> None:
    answer = may_begin(circle, there)
    assert answer.lacks == lacks and answer.verdict is (Verdict.SHORTER if lacks else Verdict.GO)
    assert all(lack_words(lack) for lack in lacks)
