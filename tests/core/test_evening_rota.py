"""Who does what on which evening: the team stands in until somebody says otherwise, and nobody is ever counted up."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from facilitator.errors import NotFound, SessionSettled
from facilitator.model.group import Group, GroupDraft, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.rota import ROTATING, RUNNING, Role, Rota, RotaRow, role_meaning, role_words
from facilitator.model.session import Count, Session
from facilitator.tonight import Evenings, open_words
from tests.core.hall import Hall, row_versions


def people(hall: Hall, *names: str) -> tuple[Id, ...]:
    """Facilitators of these names."""
    for name in names:
        hall.facilitators.add(name)
    known = {one.name: one.id for one in hall.facilitators.all()}
    return tuple(known[name] for name in names)


def runs(hall: Hall, session: Session) -> list[str]:
    """Who runs an evening, by role."""
    row = hall.rota.of(session)
    return [next((one.name for one in hall.facilitators.all() if one.id == row.shift(role).facilitator_id), "")
            for role in RUNNING]


def weeks(hall: Hall, group: Group) -> tuple[Session, ...]:
    """The group's coming evenings."""
    return tuple(row.session for row in hall.rota.ahead(group.id).rows)


def draft_of(group: Group) -> GroupDraft:
    """A group as it may be saved again."""
    return GroupDraft(**{field.name: getattr(group, field.name) for field in fields(GroupDraft)})


@pytest.fixture
def lantern(hall: Hall) -> Group:
    """A group that Ruth and Dev run every Thursday."""
    group = hall.group(team=people(hall, "Ruth", "Dev"))
    hall.weekly(group)
    return group


def test_the_team_stands_in_until_somebody_says_otherwise(hall: Hall, lantern: Group) -> None:
    rota = hall.rota.ahead(lantern.id)
    assert [row.session.held_on.day for row in rota.rows][:3] == [20, 27, 4] and len(rota.rows) == 8
    assert [one.name for one in rota.people] == ["Ruth", "Dev"]
    row = rota.rows[1]
    assert runs(hall, row.session) == ["Ruth", "Dev", ""]
    assert row.shift(Role.LEAD).usual and row.open_roles == (Role.SUPPORT, *ROTATING)
    assert hall.store.counts()["role"] == 0


def test_somebody_else_leads_once(hall: Hall, lantern: Group) -> None:
    [sam] = people(hall, "Sam")
    session = weeks(hall, lantern)[1]
    change = hall.rota.set(session, Role.LEAD, True, sam)
    assert change.areas >= {"roles"} and change.label == "The rota for Thursday 27 November was changed."
    assert runs(hall, session) == ["Sam", "Dev", ""]
    assert runs(hall, weeks(hall, lantern)[2]) == ["Ruth", "Dev", ""]
    # Nobody has two of them: who led takes the place that is given up.
    hall.rota.set(session, Role.LEAD, True, hall.rota.of(session).shift(Role.SECOND).facilitator_id)
    assert runs(hall, session) == ["Dev", "Sam", ""]
    hall.store.undo()
    hall.store.undo()
    assert runs(hall, session) == ["Ruth", "Dev", ""]


def test_an_open_lead_stays_open_and_is_said(hall: Hall, lantern: Group) -> None:
    session = hall.tonight(lantern)
    hall.rota.set(session, Role.LEAD, False)
    assert runs(hall, session) == ["", "Dev", ""]
    evening = evenings(hall).of(session)
    assert (evening.leaders, evening.team) == (("", "Dev"), ("Dev",))
    assert (open_words(evening)["lead"], open_words(evening)["second"]) == ("", "Dev")
    assert evening.rota is not None and Role.LEAD in evening.rota.open_roles


def test_tonight_takes_the_rota_of_its_evening_else_the_team(hall: Hall, lantern: Group) -> None:
    assert evenings(hall).of(hall.tonight(lantern)).leaders == ("Ruth", "Dev")
    hall.rota.swap(hall.tonight(lantern), weeks(hall, lantern)[1], Role.LEAD)
    assert runs(hall, hall.tonight(lantern)) == ["Ruth", "Dev", ""]
    [sam] = people(hall, "Sam")
    hall.rota.set(hall.tonight(lantern), Role.LEAD, True, sam)
    said = open_words(evenings(hall).of(hall.tonight(lantern)))
    assert (said["lead"], said["second"]) == ("Sam", "Dev")


def test_two_evenings_change_places(hall: Hall, lantern: Group) -> None:
    [sam] = people(hall, "Sam")
    first, second = weeks(hall, lantern)[:2]
    hall.rota.set(second, Role.LEAD, True, sam)
    hall.rota.swap(first, second, Role.LEAD)
    assert (runs(hall, first), runs(hall, second)) == (["Sam", "Dev", ""], ["Ruth", "Dev", ""])
    hall.rota.set(second, Role.LEAD, True, lantern.team[1])
    assert runs(hall, second) == ["Dev", "Ruth", ""]
    hall.rota.swap(first, second, Role.LEAD)
    assert (runs(hall, first), runs(hall, second)) == (["Dev", "Sam", ""], ["Sam", "Ruth", ""])


def test_the_same_as_last_time(hall: Hall, lantern: Group) -> None:
    [sam] = people(hall, "Sam")
    first, second, third = weeks(hall, lantern)[:3]
    hall.rota.set(first, Role.LEAD, True, sam)
    hall.rota.set(first, Role.TEA, True)
    hall.sessions.cancel(second)
    hall.rota.same_as_last(third)
    assert runs(hall, third) == ["Sam", "Dev", ""]
    assert hall.rota.of(third).shift(Role.TEA).filled
    lonely = hall.group(name="Once")
    hall.sessions.add(lonely.id, date(2025, 11, 25), 600, 60)
    with pytest.raises(NotFound):
        hall.rota.same_as_last(hall.sessions.on(lonely.id, date(2025, 11, 25))[0])


def test_what_goes_round_is_taken_without_a_name(hall: Hall) -> None:
    group = hall.group(RecordLevel.TALLY)
    hall.weekly(group)
    hall.rota.set(hall.tonight(group), Role.TIMEKEEPER, True)
    assert hall.rota.of(hall.tonight(group)).shift(Role.TIMEKEEPER).filled
    [row] = hall.store.all("select * from role_live")
    assert (row["name"], row["facilitator_id"], row["filled"]) == ("", None, 1)


def test_invariant_14_who_ran_a_held_evening_stays(hall: Hall, lantern: Group) -> None:
    tonight = hall.tonight(lantern)
    hall.sessions.counts.hold(tonight, Count(heads=4))
    hall.groups.save(replace(draft_of(lantern), team=people(hall, "Sam")), lantern.id)
    assert runs(hall, tonight) == ["Ruth", "Dev", ""]
    assert runs(hall, weeks(hall, lantern)[0]) == ["Sam", "", ""]
    # Put right later, it is a new version and not a new fact in its place.
    [lead] = hall.store.all("select id from role_live where role = 'lead'")
    hall.rota.set(tonight, Role.LEAD, True, people(hall, "Zoe")[0])
    assert row_versions(hall.store, lead["id"]) == 2
    hall.store.undo()
    hall.store.undo()
    hall.store.undo()
    hall.store.undo()
    hall.store.undo()
    assert hall.store.counts()["role"] == 0


def test_invariant_13_under_18s_need_two_who_run_it(hall: Hall, lantern: Group) -> None:
    young = hall.young()
    hall.weekly(young)
    assert hall.rota.ahead(young.id).two and not hall.rota.ahead(lantern.id).two


def test_a_cancelled_evening_has_no_rota_to_change(hall: Hall, lantern: Group) -> None:
    hall.sessions.cancel(hall.tonight(lantern))
    with pytest.raises(SessionSettled):
        hall.rota.set(hall.tonight(lantern), Role.LEAD, False)
    assert weeks(hall, lantern)[0].held_on == date(2025, 11, 27)


def test_who_has_left_is_still_named_where_they_are_written(hall: Hall, lantern: Group) -> None:
    session = weeks(hall, lantern)[0]
    hall.rota.set(session, Role.SUPPORT, True, people(hall, "Sam")[0])
    hall.facilitators.leave(lantern.team[0])
    rota = hall.rota.ahead(lantern.id)
    assert rota.name(rota.rows[0].shift(Role.LEAD).facilitator_id) == "Ruth"
    assert rota.name(rota.rows[1].shift(Role.LEAD).facilitator_id) == "Dev"
    assert evenings(hall).of(session).leaders == ("Ruth", "Dev", "Sam")


def test_invariant_16_no_question_counts_a_person_up() -> None:
    # A rota knows evenings and people, and nothing that sums or sorts one by the other.
    assert {field.name for one in (Rota, RotaRow) for field in fields(one)} == {
        "rows", "people", "two", "session", "shifts"}
    assert all(role_words(role) and role_meaning(role) for role in Role)


def evenings(hall: Hall) -> Evenings:
    """Evenings over the hall's features."""
    return Evenings(hall.clock, hall.groups, hall.members, hall.facilitators, hall.venues, hall.sessions, hall.agendas,
                    hall.agreements, hall.papers, hall.rota)
