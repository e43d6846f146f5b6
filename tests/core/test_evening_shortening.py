"""A shorter evening: the shipped cut, an own plan made to fit, and one that cannot give so much."""

from __future__ import annotations

import pytest

from facilitator.errors import AgendaDoesNotFit, SessionSettled
from facilitator.evening.shortening import Shortening, fits_the_hour, short_of
from facilitator.library import Library
from facilitator.model.agenda import AgendaDraft, Give, Segment, SegmentKind
from facilitator.model.session import Count, Session
from tests.core.hall import Hall

CLOSING = Segment(title="Close", kind=SegmentKind.CLOSING, minutes=10, protected=True)
ROOMY = AgendaDraft(name="Ours", minutes=90, segments=(
    Segment(title="Open", kind=SegmentKind.OPENING, minutes=10),
    Segment(title="Talk", kind=SegmentKind.DISCUSSION, minutes=70, least=20, give=Give.SHRINK), CLOSING))
STIFF = AgendaDraft(name="Ours", minutes=90, segments=(
    Segment(title="Talk", kind=SegmentKind.DISCUSSION, minutes=80), CLOSING))


def evening(hall: Hall, plan: AgendaDraft) -> Session:
    """An evening of ninety minutes with a plan."""
    group = hall.group()
    hall.weekly(group)
    session = hall.tonight(group)
    hall.agendas.save(hall.agendas.draft(plan, session), session)
    return hall.sessions.get(session.id)


def test_an_own_plan_gives_what_it_may_and_one_undo_brings_it_back(hall: Hall) -> None:
    session = evening(hall, ROOMY)
    Shortening(hall.store, hall.sessions, hall.agendas).cut(session)
    short = hall.sessions.get(session.id)
    plan = hall.agendas.ready(short)
    assert (short.minutes, plan.total, [one.minutes for one in plan.segments]) == (60, 60, [10, 40, 10])
    hall.store.undo()
    assert hall.sessions.get(session.id).minutes == 90 and hall.agendas.ready(session).total == 90


def test_one_that_cannot_give_so_much_is_left_as_it_was(hall: Hall) -> None:
    session = evening(hall, STIFF)
    before = hall.store.fingerprint()
    assert fits_the_hour(ROOMY) and not fits_the_hour(STIFF)
    with pytest.raises(AgendaDoesNotFit):
        Shortening(hall.store, hall.sessions, hall.agendas).cut(session)
    assert hall.store.fingerprint() == before
    hall.sessions.counts.hold(session, Count(heads=3))
    with pytest.raises(SessionSettled):
        Shortening(hall.store, hall.sessions, hall.agendas).cut(session)


def test_every_shipped_plan_longer_than_an_hour_has_its_cut() -> None:
    templates = Library().agenda_templates()
    for plan in (one for one in templates if one.agenda.minutes > 60):
        short = short_of(plan.id, templates)
        assert short is not None and short.agenda.total == 60
        assert short.agenda.segments[-1].protected or short.agenda.segments[-1].kind is plan.agenda.segments[-1].kind
    assert short_of("", templates) is None and short_of("ours", templates) is None
