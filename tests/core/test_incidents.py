"""Incidents: what went wrong, told with roles, screened for names."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.errors import BadValue, NameInNote, NotFound
from facilitator.model.group import RecordLevel
from facilitator.model.incident import (
    IncidentDraft,
    IncidentKind,
    IncidentRole,
    incident_hint,
    incident_words,
    role_in_incident,
)
from facilitator.writing import Incidents
from tests.core.hall import THURSDAY, Hall

TODAY = THURSDAY.date()
FALL = IncidentDraft(kind=IncidentKind.ACCIDENT, on=TODAY, facts="A member slipped on the wet step.",
                     roles=(IncidentRole.HELP, IncidentRole.MEMBER), action="Cold pack; the step is marked now.")


@pytest.fixture
def hall(tmp_path: Path) -> Hall:
    return Hall(tmp_path)


@pytest.fixture
def incidents(hall: Hall) -> Incidents:
    return Incidents(hall.store, hall.clock, hall.groups, hall.names_in)


def test_an_incident_is_kept_changed_and_binned(hall: Hall, incidents: Incidents) -> None:
    group = hall.group(RecordLevel.TALLY)
    assert incidents.save(group.id, FALL).can_undo
    [found] = incidents.of(group.id)
    assert (found.kind, found.on, found.facts, found.action) == (FALL.kind, TODAY, FALL.facts, FALL.action)
    assert found.roles == (IncidentRole.MEMBER, IncidentRole.HELP), "in the order of the roles"
    incidents.save(group.id, replace(FALL, kind=IncidentKind.PROPERTY, facts="A chair broke."), found.id)
    assert incidents.get(found.id).facts == "A chair broke."
    incidents.bin(found.id)
    assert incidents.of(group.id) == ()
    with pytest.raises(NotFound):
        incidents.get(found.id)


def test_an_incident_names_nobody_unasked_and_needs_facts_of_a_day_that_was(hall: Hall, incidents: Incidents) -> None:
    group = hall.group()
    hall.member(group, "Zahra")
    for named in (replace(FALL, facts="Zahra slipped."), replace(FALL, action="Zahra went home.")):
        with pytest.raises(NameInNote):
            incidents.save(group.id, named)
    for wrong in (replace(FALL, facts=" "), replace(FALL, on=TODAY + timedelta(days=1))):
        with pytest.raises(BadValue):
            incidents.save(group.id, wrong)
    with pytest.raises(NotFound):
        incidents.save(b"g" * 16, FALL)
    assert incidents.of(group.id) == ()
    incidents.save(group.id, replace(FALL, facts="Zahra slipped."), names_seen=True)
    assert incidents.of(group.id)[0].facts == "Zahra slipped."


def test_no_search_finds_an_incident(hall: Hall, incidents: Incidents) -> None:
    incidents.save(hall.group().id, replace(FALL, facts="The urn fell."))
    assert hall.store.search("urn") == []


def test_every_kind_and_every_part_has_words() -> None:
    said = [*map(incident_words, IncidentKind), *map(incident_hint, IncidentKind), *map(role_in_incident, IncidentRole)]
    assert all(said) and len(set(said)) == len(said)
