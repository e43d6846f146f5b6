"""Agendas: minutes that sum or say by how much they do not, rounds, running late; agreements and papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.errors import AgendaDoesNotFit, AgendaMissing, BadValue, NameMissing, NotFound, SessionSettled
from facilitator.evening import fitting, kept, timing
from facilitator.model.agenda import AgendaDraft, Give, Line, LineKind, Segment, SegmentKind
from facilitator.model.agreement import Clause
from facilitator.model.content import AgendaTemplate, Origin
from facilitator.model.paper import PersonalData
from facilitator.model.session import Count
from tests.core.hall import Hall


def segment(title: str, minutes: int, kind: SegmentKind, give: Give = Give.FIXED, **more: object) -> Segment:
    return Segment(title=title, minutes=minutes, kind=kind, give=give, **more)  # type: ignore[arg-type]


CIRCLE = AgendaDraft(name="Ninety-minute circle", minutes=90, segments=(
    segment("Welcome", 8, SegmentKind.OPENING, lines=(Line(LineKind.SAY, "Hello"), Line(LineKind.AT, "Lamp", 0))),
    segment("Check-in", 20, SegmentKind.CHECK_IN, Give.SHRINK, per_person=120, least=10, materials=("pebble",)),
    segment("Topic", 4, SegmentKind.ACTIVITY, Give.DROP),
    segment("Open talk", 35, SegmentKind.DISCUSSION, Give.SHRINK, least=15),
    segment("Steady feet", 8, SegmentKind.SKILL, Give.DROP),
    segment("Check-out", 10, SegmentKind.CHECK_OUT, Give.SHRINK),
    segment("Close", 5, SegmentKind.CLOSING, Give.DROP),
))
ORIGIN = Origin(source="own", reviewed_on=date(2025, 1, 1), review_by=date(2027, 1, 1))
TEMPLATE = AgendaTemplate(id="circle-90", title="Circle", summary="", applications=(), agenda=CIRCLE, origin=ORIGIN)


# ---------------------------------------------------------------- segments
def test_segments_are_added_taken_out_moved_and_resized() -> None:
    titles = lambda draft: [one.title for one in draft.segments]  # noqa: E731
    tea = segment("Tea", 5, SegmentKind.BREAK)
    longer = timing.add(CIRCLE, tea, 2)
    assert titles(longer)[:4] == ["Welcome", "Check-in", "Tea", "Topic"]
    assert longer.over == 5
    assert timing.remove(longer, 2) == CIRCLE
    assert titles(timing.add(CIRCLE, tea))[-1] == "Tea"
    assert titles(timing.move(CIRCLE, 6, 0))[0] == "Close"
    assert titles(timing.move(CIRCLE, 0, 99))[-1] == "Welcome"
    assert timing.resize(CIRCLE, 0, 10).over == 2
    assert timing.change(CIRCLE, 0, tea).over == -3
    for wrong in (-1, 7):
        with pytest.raises(IndexError):
            timing.remove(CIRCLE, wrong)
    with pytest.raises(BadValue):
        timing.resize(CIRCLE, 0, -1)


def test_clock_times_follow_and_pass_midnight() -> None:
    assert [slot.clock for slot in timing.clock_times(CIRCLE, 19 * 60)] == [
        "19:00", "19:08", "19:28", "19:32", "20:07", "20:15", "20:25"]
    assert timing.fit_sentence(CIRCLE, 19 * 60) == "90 of 90 minutes. Ends at 20:30."
    assert timing.clock_times(CIRCLE, 23 * 60)[-1].clock == "00:25"
    assert [slot.clock for slot in timing.clock_times(timing.move(CIRCLE, 2, 1), 19 * 60)][1:3] == ["19:08", "19:12"]


def test_invariant_4_every_round_allows_a_pass() -> None:
    rounds = [kind for kind in SegmentKind if kind.is_round]
    assert rounds == [SegmentKind.CHECK_IN, SegmentKind.ROUND, SegmentKind.CHECK_OUT]
    for kind in rounds:
        made = segment("Round", 5, kind)
        assert made.pass_allowed
        with pytest.raises((AttributeError, TypeError)):
            replace(made, pass_allowed=False)  # type: ignore[call-arg]
        assert kept.segments_in(kept.segments_out([made]))[0].pass_allowed


def test_invariant_3_a_round_warns_when_turns_take_longer_than_it_has() -> None:
    [time] = timing.round_times(CIRCLE, 9)
    assert (time.title, time.needs, time.has, time.too_short) == ("Check-in", 18, 20, False)
    assert timing.round_warnings(CIRCLE, 10) == ()
    [warning] = timing.round_warnings(CIRCLE, 11)
    assert (warning.index, warning.needs) == (1, 22)


# ---------------------------------------------------------------- running late
def test_ten_minutes_late() -> None:
    assert timing.when_late(CIRCLE, 10).sentence == "Open talk 35 to 29. Drop Topic."
    assert timing.when_late(CIRCLE, 0).sentence == "Nothing has to give."
    assert timing.when_late(CIRCLE, 4).sentence == "Drop Topic."


def test_late_with_the_first_parts_behind_us() -> None:
    late = timing.when_late(CIRCLE, 10, start=4)
    assert [(cut.title, cut.after) for cut in late.cuts] == [("Steady feet", 0)]
    assert late.short == 2
    assert late.sentence == "Drop Steady feet. 2 minutes late all the same."


def test_a_round_keeps_everybodys_turn() -> None:
    only = AgendaDraft(name="", minutes=30, segments=(CIRCLE.segments[1], CIRCLE.segments[6]))
    assert timing.when_late(only, 10).cuts[0].after == 10
    assert timing.when_late(only, 10, heads=8).cuts[0].after == 16
    assert timing.when_late(only, 10, heads=8).short == 6


def test_a_long_drop_hands_back_what_was_shrunk() -> None:
    draft = AgendaDraft(name="", minutes=60, segments=(
        segment("Talk", 10, SegmentKind.DISCUSSION, Give.SHRINK, least=6), segment("Game", 30, SegmentKind.ACTIVITY,
                                                                                  Give.DROP)))
    late = timing.when_late(draft, 8)
    assert [(cut.title, cut.after) for cut in late.cuts] == [("Game", 0)]
    assert late.short == 0


SEGMENTS = st.lists(st.builds(
    Segment, title=st.just("x"), kind=st.sampled_from(SegmentKind), minutes=st.integers(0, 60),
    least=st.integers(0, 60), give=st.sampled_from(Give), protected=st.booleans(),
    per_person=st.none() | st.integers(0, 300)), max_size=10)


@given(SEGMENTS, st.integers(-5, 120), st.integers(0, 10), st.integers(0, 20))
def test_never_the_ending_never_more_than_needed(parts: list[Segment], late: int, start: int, heads: int) -> None:
    draft = AgendaDraft(name="", minutes=90, segments=tuple(parts))
    proposal = timing.when_late(draft, late, start, heads)
    for cut in proposal.cuts:
        part = parts[cut.index]
        assert cut.index >= start
        assert not part.protected
        assert part.kind not in (SegmentKind.CHECK_OUT, SegmentKind.CLOSING, SegmentKind.SAFETY_CHECK)
        assert part.give is not Give.FIXED
        if part.give is Give.SHRINK:
            assert cut.before > cut.after >= min(cut.before, max(part.least, timing.turns(part, heads), 1))
    won = sum(cut.before - cut.after for cut in proposal.cuts)
    assert won + proposal.short >= max(late, 0)
    if proposal.short:
        assert won + proposal.short == late
    elif won > max(late, 0):  # only a drop can win too much, and then nothing beside drops was needed
        assert all(cut.dropped for cut in proposal.cuts)


# ---------------------------------------------------------------- kept
def test_a_plan_from_a_template_is_kept_whole(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    session = hall.tonight(group)
    assert hall.agendas.of(session) is None
    with pytest.raises(AgendaMissing):
        hall.agendas.ready(session)
    draft = hall.agendas.draft(TEMPLATE, session)
    assert hall.agendas.save(draft, session).label == "The plan was saved."
    agenda = hall.agendas.ready(hall.tonight(group))
    assert agenda.segments == CIRCLE.segments
    assert (agenda.template, agenda.session_id, agenda.minutes) == ("circle-90", session.id, 90)
    assert hall.tonight(group).kept
    hall.store.undo()
    assert hall.agendas.of(session) is None


def test_invariant_3_an_agenda_that_does_not_fit_is_kept_and_waits(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    session = hall.tonight(group)
    draft = timing.resize(hall.agendas.draft(TEMPLATE, session), 3, 40)
    assert hall.agendas.save(draft, session).label == "The plan was saved. It is 5 minutes too long."
    found = hall.agendas.of(session)
    assert found is not None
    assert found.over == 5
    with pytest.raises(AgendaDoesNotFit) as refused:
        hall.agendas.ready(session)
    assert refused.value.over == 5
    short = timing.resize(draft, 3, 34)
    assert hall.agendas.save(short, session).label == "The plan was saved. 1 minute is still free."
    with pytest.raises(AgendaDoesNotFit):
        hall.agendas.ready(session)
    hall.agendas.save(timing.resize(draft, 3, 35), session)
    assert hall.agendas.ready(session).over == 0
    assert hall.store.counts()["agenda"] == 1


def test_invariant_3_a_session_made_longer_leaves_its_agenda_short(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    session = hall.tonight(group)
    hall.agendas.save(hall.agendas.draft(TEMPLATE, session), session)
    hall.sessions.change(session, minutes=120)
    with pytest.raises(AgendaDoesNotFit) as refused:
        hall.agendas.ready(session)
    assert refused.value.over == -30


def test_invariant_14_the_plan_of_a_held_session_stays(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    session = hall.tonight(group)
    draft = hall.agendas.draft(TEMPLATE, session)
    hall.agendas.save(draft, session)
    hall.sessions.counts.hold(session, Count(heads=3))
    agenda = hall.agendas.ready(session)
    with pytest.raises(SessionSettled):
        hall.agendas.save(timing.remove(draft, 0), session)
    with pytest.raises(SessionSettled):
        hall.agendas.bin(agenda.id)
    assert hall.agendas.ready(session) == agenda
    hall.clock.move(days=7)
    upcoming = hall.tonight(group)
    last = hall.agendas.last_held(upcoming)
    assert last is not None
    assert last.agenda == agenda
    hall.agendas.save(hall.agendas.draft(agenda, upcoming), upcoming)
    assert hall.agendas.ready(upcoming).segments == CIRCLE.segments


def test_own_templates_are_kept_named_and_binned(hall: Hall) -> None:
    assert hall.agendas.templates() == ()
    change = hall.agendas.keep(replace(CIRCLE, name="Quiet evening", summary="When few come.", minutes=60))
    assert change.label == "Quiet evening is one of your own plans now."
    [found] = hall.agendas.templates()
    assert (found.name, found.summary, found.minutes, found.segments) == (
        "Quiet evening", "When few come.", 90, CIRCLE.segments)
    assert (found.group_id, found.session_id) == (None, None)
    with pytest.raises(BadValue) as refused:
        hall.agendas.keep(replace(CIRCLE, name="QUIET evening"))
    assert refused.value.why == "taken"
    hall.agendas.keep(timing.remove(found, 0), found.id)
    assert hall.agendas.templates()[0].minutes == 82
    hall.agendas.rename(found.id, "Winter", "For dark nights.")
    [renamed] = hall.agendas.templates()
    assert (renamed.name, renamed.summary, renamed.total) == ("Winter", "For dark nights.", 82)
    with pytest.raises(NameMissing):
        hall.agendas.rename(found.id, " ", "")
    hall.agendas.bin(found.id)
    assert hall.agendas.templates() == ()
    hall.store.undo()
    assert hall.agendas.templates() == (renamed,)
    hall.agendas.bin(found.id)
    with pytest.raises(NotFound):
        hall.agendas.bin(found.id)


def test_an_evenings_plan_is_no_template(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    session = hall.tonight(group)
    hall.agendas.save(hall.agendas.draft(TEMPLATE, session), session)
    plan = hall.agendas.ready(session)
    assert hall.agendas.templates() == ()
    with pytest.raises(NotFound):
        hall.agendas.keep(CIRCLE, plan.id)
    hall.agendas.keep(replace(plan, name="Kept"))
    [template] = hall.agendas.templates()
    hall.clock.move(days=7)
    upcoming = hall.tonight(group)
    hall.agendas.save(hall.agendas.draft(template, upcoming), upcoming)
    hall.agendas.save(timing.remove(hall.agendas.ready(upcoming), 0), upcoming)
    assert hall.agendas.templates() == (template,)


# ---------------------------------------------------------------- like last time
def test_tonight_is_planned_like_the_last_held_evening(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    first = hall.tonight(group)
    with pytest.raises(AgendaMissing):
        hall.agendas.again(first)
    own = replace(CIRCLE.segments[0], lines=(Line(LineKind.SAY, "Our own words"),))
    hall.agendas.save(timing.change(hall.agendas.draft(TEMPLATE, first), 0, own), first)
    hall.sessions.counts.hold(first, Count(heads=3))
    hall.clock.move(days=7)
    cancelled = hall.tonight(group)
    hall.agendas.save(timing.remove(hall.agendas.draft(TEMPLATE, cancelled), 0), cancelled)
    hall.sessions.cancel(cancelled)
    hall.clock.move(days=7)
    session = hall.tonight(group)
    change = hall.agendas.again(session)
    assert change.label == "The plan is the same as on Thursday 20 November."
    assert hall.agendas.ready(session).segments[0].lines == own.lines
    hall.store.undo()
    assert hall.agendas.of(session) is None


@pytest.mark.parametrize(("minutes", "said", "left"), [
    (84, "Without Topic. Open talk 35 to 33.", 0), (100, "Open talk 35 to 45.", 0),
    (60, "Without Topic. Open talk 35 to 17. Without Steady feet.", 0),
    (30, "Check-in 20 to 10. Without Topic. Open talk 35 to 15. Without Steady feet. It is 18 minutes too long.", 18)])
def test_last_times_minutes_are_made_to_fit(hall: Hall, minutes: int, said: str, left: int) -> None:
    group = hall.group()
    hall.weekly(group)
    session = hall.tonight(group)
    hall.agendas.save(hall.agendas.draft(TEMPLATE, session), session)
    hall.sessions.counts.hold(session, Count(heads=3))
    hall.clock.move(days=7)
    upcoming = hall.tonight(group)
    hall.sessions.change(upcoming, minutes=minutes)
    change = hall.agendas.again(upcoming, heads=3)
    found = hall.agendas.of(upcoming)
    assert found is not None
    assert (found.over, change.label) == (left, f"The plan is the same as on Thursday 20 November. {said}")
    assert [one.minutes for one in found.segments if one.kind in timing.WHOLE] == [10, 5]


def test_what_is_said_near_the_end_stays_near_the_end() -> None:
    lines = (Line(LineKind.AT, "Pass the water", 3), Line(LineKind.AT, "Ten minutes left", 30))
    talk = segment("Talk", 40, SegmentKind.DISCUSSION, Give.SHRINK, least=10, lines=lines)
    for minutes, at in ((30, 20), (50, 40)):
        [found] = fitting.fitted(AgendaDraft(name="", minutes=minutes, segments=(talk,))).draft.segments
        assert [line.minute for line in found.lines] == [3, at]
    draft = AgendaDraft(name="", minutes=40, segments=(talk,))
    for minutes in (*range(39, 1, -1), *range(2, 41)):  # as the person does it, minute by minute and back
        draft = fitting.resize(draft, 0, minutes, talk)
    assert draft.segments == (talk,)
    with pytest.raises(BadValue):
        fitting.resize(draft, 0, -1)


def test_time_that_is_over_goes_to_what_is_done_together_before_a_round_of_short_turns() -> None:
    """Forty minutes of one word each would be long; of making something they are not."""
    young = AgendaDraft(name="Young", minutes=90, segments=(
        segment("Check-in", 10, SegmentKind.CHECK_IN, Give.SHRINK, per_person=45),
        segment("Make something", 18, SegmentKind.ACTIVITY, Give.SHRINK), segment("Close", 32, SegmentKind.CLOSING)))
    assert fitting.fitted(young).sentence == "Make something 18 to 48."


def test_what_cannot_be_made_to_fit_is_said() -> None:
    fixed = AgendaDraft(name="All fixed", minutes=20, segments=(
        segment("Welcome", 20, SegmentKind.OPENING), segment("Close", 5, SegmentKind.CLOSING)))
    assert fitting.fitted(fixed).sentence == "It is 5 minutes too long."
    short = fitting.fitted(replace(fixed, minutes=30))
    assert (short.draft.segments, short.sentence) == (fixed.segments, "5 minutes are still free.")
    assert fitting.fitted(replace(fixed, minutes=25)) == fitting.Fitted(replace(fixed, minutes=25), "")


@given(SEGMENTS, st.integers(1, 300), st.integers(0, 20))
def test_invariant_3_a_plan_made_to_fit_fits_or_says_so(parts: list[Segment], minutes: int, heads: int) -> None:
    before = AgendaDraft(name="Any", minutes=minutes, segments=tuple(parts))
    found = fitting.fitted(before, heads)
    if found.draft.over and parts:
        assert "too long" in found.sentence or "still free" in found.sentence
    ends = [one for one in parts if timing.gives(one) is Give.FIXED]
    assert [one for one in found.draft.segments if timing.gives(one) is Give.FIXED] == [
        one for one in ends if one.minutes or one in found.draft.segments]


@pytest.mark.parametrize("wrong", [
    segment(" ", 5, SegmentKind.BREAK), segment("A", -1, SegmentKind.BREAK), segment("A", 5000, SegmentKind.BREAK),
    segment("A", 5, SegmentKind.ROUND, per_person=-1), segment("A" * 200, 5, SegmentKind.BREAK)])
def test_segments_that_cannot_be(hall: Hall, wrong: Segment) -> None:
    group = hall.group()
    hall.weekly(group)
    session = hall.tonight(group)
    with pytest.raises(BadValue):
        hall.agendas.save(timing.add(hall.agendas.draft(TEMPLATE, session), wrong), session)
    assert hall.store.counts()["session"] == 0


@given(SEGMENTS)
def test_segments_come_back_as_they_were(parts: list[Segment]) -> None:
    assert kept.segments_in(kept.segments_out(parts)) == tuple(parts)


# ---------------------------------------------------------------- agreements
CLAUSES = (Clause(text="What is said here stays here.", why="So that people can speak.", theme="trust", source="stay"),
           Clause(text="Anybody may pass."))


def test_invariant_14_agreement_versions_are_added_never_changed(hall: Hall) -> None:
    group = hall.group()
    assert hall.agreements.current(group.id) is None
    hall.agreements.adopt(group.id, CLAUSES, present=9, review_by=date(2026, 5, 20))
    hall.clock.move(days=7)
    change = hall.agreements.adopt(group.id, CLAUSES[1:], present=8)
    assert change.label == "Version 2 of the agreement of Lantern circle is kept."
    newest, first = hall.agreements.history(group.id)
    assert hall.agreements.current(group.id) == newest
    assert (first.number, first.present, first.adopted_on, first.review_by, first.clauses) == (
        1, 9, date(2025, 11, 20), date(2026, 5, 20), CLAUSES)
    assert (newest.number, newest.clauses) == (2, CLAUSES[1:])
    assert hall.agreements.on(group.id, date(2025, 11, 25)) == first
    assert hall.agreements.on(group.id, date(2025, 11, 1)) is None
    with pytest.raises(Exception, match="never changed"), hall.store.command("test") as c:
        c.update("agreement_version", first.id, {"present": 3})
    assert hall.agreements.history(group.id) == (newest, first)


def test_the_version_just_kept_can_be_taken_back(hall: Hall) -> None:
    group = hall.group()
    hall.agreements.adopt(group.id, CLAUSES, review_by=date(2026, 11, 20))
    hall.agreements.adopt(group.id, CLAUSES[:1])
    hall.store.undo()
    [first] = hall.agreements.history(group.id)
    assert (first.number, first.clauses) == (1, CLAUSES)
    assert hall.agreements.current(group.id) == first
    assert (first.due(date(2026, 11, 19)), first.due(date(2026, 11, 20))) == (False, True)
    hall.agreements.adopt(group.id, CLAUSES[:1])
    second = hall.agreements.current(group.id)
    assert second is not None
    assert (second.number, second.due(date(2099, 1, 1))) == (2, False)


def test_versions_keep_their_order_when_the_clock_is_set_back(hall: Hall) -> None:
    group = hall.group()
    hall.agreements.adopt(group.id, CLAUSES)
    hall.clock.move(days=-100)
    hall.agreements.adopt(group.id, CLAUSES[:1])
    current = hall.agreements.current(group.id)
    assert current is not None
    assert (current.number, current.clauses) == (2, CLAUSES[:1])


def test_agreements_that_cannot_be(hall: Hall) -> None:
    group = hall.group()
    today = hall.clock.today()
    for more in ({"clauses": ()}, {"clauses": (Clause(text=" "),)}, {"present": -1}, {"adopted_on": date(2030, 1, 1)},
                 {"review_by": date(2025, 1, 1)}):
        with pytest.raises(BadValue):
            hall.agreements.adopt(group.id, **{"clauses": CLAUSES, **more})  # type: ignore[arg-type]
    assert hall.agreements.history(group.id) == ()
    hall.agreements.adopt(group.id, CLAUSES, review_by=today)


# ---------------------------------------------------------------- papers
def test_papers_are_out_until_they_are_shredded(hall: Hall) -> None:
    group = hall.group()
    assert not hall.papers.record("agreement-poster", 1, PersonalData.NONE, group.id).areas
    hall.papers.record("sign-in", 2, PersonalData.ONCE_FILLED, group.id)
    hall.papers.record("run-sheet", 1, PersonalData.CONTAINED, group.id, date(2025, 11, 21))
    run_sheet, sign_in = hall.papers.out(group.id)
    assert (run_sheet.document, sign_in.copies, sign_in.shred_by) == ("run-sheet", 2, date(2025, 11, 27))
    assert hall.papers.due() == ()
    hall.clock.move(days=1)
    assert hall.papers.due(group.id) == (run_sheet,)
    hall.papers.shredded(run_sheet.id)
    assert hall.papers.out() == (sign_in,)
    hall.store.undo()
    assert hall.papers.out() == (run_sheet, sign_in)
    assert hall.papers.out(b"x" * 16) == ()
    with pytest.raises(BadValue):
        hall.papers.record("sign-in", 0, PersonalData.ONCE_FILLED)
    with pytest.raises(NotFound):
        hall.papers.shredded(b"x" * 16)
