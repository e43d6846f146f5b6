"""A sample vault to look round in: an invented charity, marked as a sample, made through the doors of a real one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from facilitator import vault
from facilitator.library import Library
from facilitator.model.clock import Clock
from facilitator.model.group import Application, GroupDraft, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.member import Consent, ConsentPurpose, ConsentState, MemberDraft
from facilitator.model.note import NoteDraft, NoteTemplate
from facilitator.model.organisation import Organisation, VenueDraft, VenueFact
from facilitator.model.session import Count, SeriesDraft, Session, SessionStatus
from facilitator.workspace import Workspace

ORGANISATION = Organisation(
    name="Mill Lane Peer Support", country="GB", controller_contact="office@milllane.example",
    lead_name="Hannah", lead_contact="01632 960 101", deputy_name="Tom", deputy_contact="01632 960 102",
    supervisor="Priya")
VENUE = VenueDraft(
    name="St Anne’s Hall, back room", address="St Anne’s Hall, 14 Mill Lane, Millbridge MB1 9ZZ",
    exits="The door we came in by, and the fire door behind the curtain. We meet at the church gate.",
    phone_signal="Good by the window. Weak in the kitchen.", first_aid="Green box over the kitchen sink.",
    access="The side door has no step. Accessible toilet on the left.", notes="Keys from the office by 18:30.",
    facts=(VenueFact.STEP_FREE, VenueFact.TOILET, VenueFact.PARKING, VenueFact.QUIET_ROOM, VenueFact.KITCHEN),
    cost="£15 an evening")
WEEKS_BACK = 8
"""How many weeks of past evenings the sample has."""


@dataclass(frozen=True, slots=True)
class _Circle:
    """An invented group: who is in it, and which plan and days it keeps to. `days` counts from today's weekday."""

    draft: GroupDraft
    template: str
    days: int
    start_minute: int
    people: tuple[MemberDraft, ...] = ()
    needs: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    """Of its newest evenings, the last first."""


def _names(*names: str) -> tuple[MemberDraft, ...]:
    return tuple(MemberDraft(name=name) for name in names)


_NOTES = (
    """What we did
Check-in, a slow round, and ten minutes of quiet after tea.

What came up
Sleep took most of the hour. Several lie awake before a working day.

What helped
To hear that others lie awake too. Nobody gave advice.

Next time
Leave ten minutes more for sleep, and drop the topic vote. Ask about the cold radiator.""",
    """What we did
We read the agreement aloud and talked in pairs.

What came up
Letters about money, and how to open them at all.

What helped
Doing one small thing together: making a list.

Next time
Bring the sheet with places that help with money.""",
)
_TOPICS = (("Sleep", "Work"), ("Money", "Sleep", "Family"))

_CIRCLES = (
    _Circle(GroupDraft(name="Lantern circle", application=Application.MENTAL_HEALTH,
                       audience="Adults in Millbridge who live with low mood or worry", size_cap=14),
            "mental-health-90", 0, 19 * 60,
            _names("Joan", "Sam", "Amir", "Beth", "Carlos", "Dilys", "Eun-ji", "Farah", "Gwen"),
            (("", "The side door has no step"), ("Joan", "A seat facing the reader"), ("Dilys", "Large print")),
            _NOTES),
    _Circle(GroupDraft(name="Harbour circle", application=Application.ADDICTION, record_level=RecordLevel.TALLY,
                       audience="Anybody who wants to change their drinking or using", size_cap=None),
            "addiction-discussion-90", 3, 18 * 60 + 30),
    _Circle(GroupDraft(name="Willow circle", application=Application.GRIEF, record_level=RecordLevel.CONTACTABLE,
                       audience="Adults who have lost somebody close", is_open=False),
            "grief-90", 5, 14 * 60,
            (MemberDraft(name="Maureen Okafor", contact="01632 960 201", contact_preference="A text first",
                         emergency_contact="Her son Ade, 01632 960 202"),
             MemberDraft(name="Piotr Zieliński", contact="piotr@post.example"),
             MemberDraft(name="Rosa Delgado", contact="01632 960 203", emergency_contact="Luz, 01632 960 204"),
             MemberDraft(name="Idris Evans", contact="01632 960 205", may_leave_message=False,
                         if_another_answers="Say that you call from the library"))),
)


def make(folder: Path, clock: Clock, library: Library, told: Callable[[str], object] = lambda words: None) -> str:
    """Make a sample vault at a folder that is not there yet, whole or not at all; its passphrase. Raises PlaceTaken.

    `told` hears the passphrase before the folder gets its name: where nobody could be told, nothing is left.
    """
    words = vault.passphrase.generate()
    with vault.aside(folder, clock) as hidden:
        unlocked = vault.create(hidden, words, clock, sample=True)
        try:
            furnish(Workspace(unlocked, clock, library))
        finally:
            unlocked.close()
        told(words)
    return words


def furnish(workspace: Workspace) -> None:
    """Fill an empty sample workspace with the invented charity."""
    workspace.organisations.save(ORGANISATION)
    workspace.facilitators.add("Ruth", workspace.vault.holder)
    workspace.facilitators.add("Dev")
    workspace.venues.save(VENUE)
    venue = workspace.venues.all()[0].id
    by_name = {facilitator.name: facilitator.id for facilitator in workspace.facilitators.all()}
    team = (by_name["Ruth"], by_name["Dev"])
    for circle in _CIRCLES:
        _furnish(workspace, circle, venue, team)


def _furnish(workspace: Workspace, circle: _Circle, venue: Id, team: tuple[Id, ...]) -> None:
    today = workspace.clock.today()
    workspace.groups.save(replace(circle.draft, venue_id=venue, team=team))
    group = workspace.groups.named(circle.draft.name)
    first = today + timedelta(days=circle.days) - timedelta(weeks=WEEKS_BACK)
    clauses = workspace.library.agreement_for(group.application)
    workspace.agreements.adopt(group.id, clauses, present=7, adopted_on=first, review_by=first + timedelta(days=182))
    for person in circle.people:
        workspace.members.save(group.id, person, first_seen=first, consents=_agreed(first))
    members = {member.name: member.id for member in workspace.members.of(group.id)}
    for name, adjustment in circle.needs:
        workspace.members.needs.add(group.id, adjustment, members.get(name))
    workspace.sessions.series.save(group.id, SeriesDraft(
        weekday=first.weekday(), start_minute=circle.start_minute, first_on=first))
    past = workspace.sessions.planned(group.id, first, today - timedelta(days=1))
    template = workspace.library.suited(workspace.library.agenda_template(circle.template), group)
    for session in past[-1:]:  # so that the next can be planned like it
        workspace.agendas.save(workspace.agendas.draft(template, session), session)
    for week, session in enumerate(past):
        _hold(workspace, session, tuple(members.values()), week)
    for session, note, topics in zip(reversed(past), circle.notes, _TOPICS, strict=False):
        _write_down(workspace, session, note, topics)
    coming = workspace.sessions.next(group.id)
    # Late in the day today's evening is over, and still the one that is shown until it is written down.
    for session in {one.id: one for one in (*workspace.sessions.on(group.id, today), coming) if one}.values():
        workspace.agendas.save(workspace.agendas.draft(template, session), session)


def _write_down(workspace: Workspace, session: Session, note: str, topics: tuple[str, ...]) -> None:
    """What an evening was about, and a note of it."""
    for topic in topics:
        workspace.themes.add(session, topic)
    # Whatever the guard may come to ask about: an invented note is never what keeps a sample from being made.
    asked = workspace.guarding.guard(session.group_id).flags(note)
    kept = tuple(note[flag.start:flag.end] for flag in asked)
    workspace.notes.save(session, NoteDraft(body=note, template=NoteTemplate.FOUR, kept=kept))


def _hold(workspace: Workspace, session: Session, members: tuple[Id, ...], week: int) -> None:
    """One past evening: some were there, the same on every run."""
    if session.status is not SessionStatus.PLANNED:
        return
    there = [member for place, member in enumerate(members) if (place * 5 + week * 3) % 4]
    heads = len(there) + 2 if members else 8 + week % 4
    newcomers = 1 if week % 3 == 0 else 0
    workspace.sessions.counts.hold(session, Count(heads=heads, newcomers=newcomers, returning=heads - newcomers - 2,
                                                  out=heads))
    for member in there:
        workspace.attendance.set(session, member, True)


def _agreed(day: date) -> tuple[Consent, ...]:
    return (Consent(member_id=b"", purpose=ConsentPurpose.LIST, state=ConsentState.GIVEN, on=day,
                    how="Ticked on the paper list"),)
