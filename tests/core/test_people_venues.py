"""Venues with what makes them easy to come to, and what is known of those who run circles."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.errors import BadValue, NotFound
from facilitator.model.organisation import FacilitatorDraft, VenueDraft, VenueFact, fact_words
from facilitator.model.session import Count
from tests.core.hall import Hall


def test_a_new_venue_for_a_group_is_one_step(hall: Hall) -> None:
    group = hall.group()
    hall.venues.save(VenueDraft(name="Old hall"), meets_here=group.id)
    old = hall.groups.get(group.id).venue_id
    change = hall.venues.save(VenueDraft(name="Library", cost="£12 an hour"), meets_here=group.id)
    assert change.label == "The group meets at Library now." and change.areas == {"venues", "groups"}
    hall.store.undo()
    assert hall.groups.get(group.id).venue_id == old
    assert [venue.name for venue in hall.venues.all()] == ["Old hall"]
    with pytest.raises(NotFound):
        hall.venues.save(VenueDraft(name="Nowhere"), meets_here=b"x" * 16)
    assert [venue.name for venue in hall.venues.all()] == ["Old hall"]
    hall.venues.meet(group.id, None)
    assert hall.groups.get(group.id).venue_id is None


def test_facts_of_a_venue_are_a_closed_list(hall: Hall) -> None:
    hall.venues.save(VenueDraft(name="Hall", facts=(VenueFact.LOOP, VenueFact.STEP_FREE, VenueFact.LOOP)))
    [venue] = hall.venues.all()
    assert venue.facts == (VenueFact.STEP_FREE, VenueFact.LOOP)
    assert all(fact_words(fact) for fact in VenueFact)
    with hall.store.command("newer") as c:
        c.update("venue", venue.id, {"facts": '["loop", "helipad"]'})
    assert hall.venues.get(venue.id).facts == (VenueFact.LOOP,)
    with pytest.raises(BadValue):
        hall.venues.save(VenueDraft(name="Hall", cost="x" * 81))


def test_a_new_name_on_the_team_is_one_step(hall: Hall) -> None:
    group = hall.group()
    hall.facilitators.add("Ruth")
    hall.facilitators.join(group.id, " ruth ")
    assert len(hall.facilitators.all()) == 1
    with pytest.raises(BadValue):
        hall.facilitators.join(group.id, "Ruth")
    hall.facilitators.join(group.id, "Dev")
    ruth, dev = sorted(hall.facilitators.all(), key=lambda one: one.name, reverse=True)
    assert hall.groups.get(group.id).team == (ruth.id, dev.id)
    hall.store.undo()
    assert hall.groups.get(group.id).team == (ruth.id,) and len(hall.facilitators.all()) == 1


def test_what_is_known_of_a_facilitator(hall: Hall) -> None:
    hall.facilitators.add("Ruth")
    [ruth] = hall.facilitators.all()
    assert (ruth.availability, ruth.lived_experience, ruth.checks_seen_on) == ("", None, None)
    today = hall.clock.today()
    hall.facilitators.save(ruth.id, FacilitatorDraft(name="Ruth", availability="Thursdays", lived_experience=False,
                                                     checks_seen_on=today), today)
    now = hall.facilitators.get(ruth.id)
    assert (now.availability, now.lived_experience, now.checks_seen_on) == ("Thursdays", False, today)
    with pytest.raises(BadValue):
        hall.facilitators.save(ruth.id, FacilitatorDraft(name="Ruth", checks_seen_on=date(2025, 11, 21)), today)


def test_a_venue_that_is_gone_takes_no_held_evening_along(hall: Hall) -> None:
    for name in ("Hall", "Library"):
        hall.venues.save(VenueDraft(name=name))
    home, library = hall.venues.all()
    group = hall.group(venue_id=home.id)
    hall.weekly(group)
    tonight = hall.tonight(group)
    [later] = hall.sessions.on(group.id, date(2025, 11, 27))
    for session in (tonight, later):
        hall.sessions.change(session, venue_id=library.id)
    hall.sessions.counts.hold(tonight, Count(heads=3))
    hall.venues.bin(library.id)
    assert hall.sessions.get(later.id).venue_id == home.id
    assert hall.sessions.get(tonight.id).venue_id == library.id


def test_an_evening_back_at_the_usual_place_goes_where_the_group_goes(hall: Hall) -> None:
    for name in ("Hall", "Library", "School"):
        hall.venues.save(VenueDraft(name=name))
    home, library, school = hall.venues.all()
    group = hall.group(venue_id=home.id)
    hall.weekly(group)
    hall.sessions.change(hall.tonight(group), venue_id=library.id)
    hall.sessions.change(hall.tonight(group), venue_id=home.id)
    hall.venues.meet(group.id, school.id)
    assert hall.tonight(group).venue_id == school.id
