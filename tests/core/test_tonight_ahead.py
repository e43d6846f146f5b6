"""The evenings ahead, and what an evening puts in place of a plan's open words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from facilitator.errors import AgendaDoesNotFit, AgendaMissing
from facilitator.library import Library
from facilitator.model.agenda import AgendaDraft, Segment, SegmentKind
from facilitator.model.group import GroupDraft
from facilitator.model.session import SessionStatus
from facilitator.sample import furnish
from facilitator.tonight import Evenings, open_words
from facilitator.workspace import Workspace
from tests.core.hall import Hall
from tests.core.vaults import a_vault
from tests.make import FakeClock


def evenings(hall: Hall) -> Evenings:
    """Evenings over the hall's features."""
    return Evenings(hall.clock, hall.groups, hall.members, hall.facilitators, hall.venues, hall.sessions, hall.agendas,
                    hall.agreements, hall.papers, hall.rota)


def test_ahead_tells_how_each_plan_stands(hall: Hall) -> None:
    lantern, harbour = hall.group(), hall.group(name="Harbour")
    hall.weekly(lantern)
    hall.weekly(harbour, weekday=4)
    tonight = hall.tonight(lantern)
    draft = AgendaDraft(name="Short", minutes=90, segments=(
        Segment(title="Open", kind=SegmentKind.OPENING, minutes=80),))
    hall.agendas.save(draft, tonight)
    hall.sessions.cancel(hall.sessions.planned(harbour.id, tonight.held_on, tonight.held_on.replace(day=30))[0])
    first, second, third, *_rest = evenings(hall).ahead()
    assert [one.group.name for one in (first, second, third)] == ["Lantern circle", "Harbour", "Lantern circle"]
    assert first.plan is not None and isinstance(first.waits, AgendaDoesNotFit) and first.waits.over == -10
    assert second.session.status is SessionStatus.CANCELLED
    assert third.plan is None and isinstance(third.waits, AgendaMissing)
    assert len(evenings(hall).ahead()) == 13


def test_open_words_of_an_evening(hall: Hall) -> None:
    def words() -> Mapping[str, str]:
        return open_words(evenings(hall).of(hall.tonight(group)))

    group = hall.group()
    hall.weekly(group)
    assert words() == {
        "lead": "", "second": "", "group": "Lantern circle", "next_time": "on Thursday 27 November at 19:00"}
    for name in ("Ruth", "Dev"):
        hall.facilitators.add(name)
    team = tuple(one.id for one in hall.facilitators.all())
    hall.groups.save(GroupDraft(name="Lantern circle", team=team), group.id)
    assert (words()["lead"], words()["second"]) == ("Dev", "Ruth")


def test_evenings_beside_an_evening_are_those_of_its_own_day(hall: Hall) -> None:
    """Next week's evening is not shown beside tonight's, which would read the same."""
    lantern, harbour = hall.group(), hall.group(name="Harbour")
    hall.weekly(lantern)
    hall.weekly(harbour)
    tonight = hall.tonight(lantern)
    asked = evenings(hall)
    next_week = asked.of(tonight).following
    assert next_week is not None
    for session in (tonight, next_week):
        beside = asked.of(session).also
        assert [(name, one.held_on) for name, one in beside] == [("Harbour", session.held_on)]


@pytest.mark.parametrize("hour", [0, 12, 20, 23])
def test_the_sample_has_a_plan_to_show_at_any_hour(tmp_path: Path, hour: int) -> None:
    """Late in the evening too, when the sample's circle of the day is over."""
    clock = FakeClock(datetime(2025, 11, 20, hour, 45))
    workspace = Workspace(a_vault(tmp_path, clock, sample=True), clock, Library())
    furnish(workspace)
    evening = workspace.evenings.tonight()
    assert evening is not None and evening.agenda is not None and not evening.agenda.over
    for group in workspace.groups.all():
        coming = workspace.sessions.next(group.id)
        assert coming is not None and workspace.agendas.of(coming) is not None
    workspace.close()
