"""Tonight at a glance: one evening with all that its screen, its pack and its run sheet need, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from facilitator.errors import AgendaDoesNotFit, AgendaMissing, NotFound, SessionSettled, UserError
from facilitator.evening import Agendas, Agreements, PapersOut, Rotas, Runs, Sessions
from facilitator.evening.agendas import checked
from facilitator.evening.checklist import SPARE, Item, checklist
from facilitator.evening.course import Course, course
from facilitator.evening.running.runs import going
from facilitator.i18n import Translator, interface
from facilitator.model.agenda import Agenda, AgendaDraft, clock_text
from facilitator.model.agreement import AgreementVersion
from facilitator.model.clock import Clock
from facilitator.model.content import fill
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.member import NearDate
from facilitator.model.organisation import Venue
from facilitator.model.paper import PaperOut
from facilitator.model.rota import RUNNING, RotaRow
from facilitator.model.running import Moment
from facilitator.model.session import Session, SessionStatus
from facilitator.people import Facilitators, Groups, Members, Venues, words

LOOK_AHEAD = timedelta(days=100)
"""How far ahead "we meet next" is looked for."""
SOON = timedelta(weeks=6)
"""How far ahead a list of coming evenings reaches."""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What makes the room easier, and for whom; `name` is empty for the whole group."""

    adjustment: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A coming evening in a list: whose it is, its plan if it has one, and why its pack waits, if it does."""

    group: Group
    session: Session
    plan: Agenda | None = None
    waits: UserError | None = None
    course: Course | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evening:
    """One evening. `plan` is its agenda as kept, `agenda` the same with its words filled in.

    `team` are the names of who runs it; `leaders` the same by role, lead, co-lead and support, "" where one is open.
    `waits` says why printing and starting wait, None when neither does.
    """

    group: Group
    session: Session
    venue: Venue | None = None
    team: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    rota: RotaRow | None = None
    people: tuple[tuple[Id, str], ...] = ()
    """Everybody who may run a circle, id and name, to name those in the rota by."""
    plan: Agenda | None = None
    agenda: AgendaDraft | None = None
    waits: UserError | None = None
    expected: int = 0
    checklist: tuple[Item, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    dates: tuple[NearDate, ...] = ()
    """Days near the evening that people asked us to remember: for Tonight alone, on no paper and in no room view."""
    papers: tuple[PaperOut, ...] = ()
    agreement: AgreementVersion | None = None
    following: Session | None = None
    course: Course | None = None
    """Which evening of a course it is, where its meeting days end."""
    also: tuple[tuple[str, Session], ...] = ()
    """The other evenings of the same day: group name and session."""

    @property
    def chairs(self) -> int:
        """Chairs to put out."""
        return self.expected + SPARE

    def minutes_to_start(self, now: datetime) -> int:
        """Whole minutes until it starts, rounded up; negative once it has begun."""
        return -int((now - self.session.starts).total_seconds() // 60)


class Evenings:
    """Brings an evening together from the features that know its parts."""

    def __init__(self, clock: Clock, groups: Groups, members: Members, facilitators: Facilitators, venues: Venues,
                 sessions: Sessions, agendas: Agendas, agreements: Agreements, papers: PapersOut, rota: Rotas,
                 runs: Runs | None = None) -> None:
        self._clock = clock
        self._groups = groups
        self._members = members
        self._facilitators = facilitators
        self._venues = venues
        self._sessions = sessions
        self._agendas = agendas
        self._agreements = agreements
        self._papers = papers
        self._rota = rota
        self._runs = runs

    def tonight(self) -> Evening | None:
        """The evening that matters now: one whose circle sits, else today’s first that is not over, else the next.

        Where all of today are over, the last one that was counted comes first: it was sat through, and is to be
        written down.
        """
        now = self._clock.now()
        tonight = self._sessions.tonight()
        today = [s for s in tonight if s.status is not SessionStatus.CANCELLED]
        planned = [s for s in today if s.status is SessionStatus.PLANNED]
        counted = [s for s in reversed(planned) if s.count.heads is not None]
        for choice in (self._sitting(planned), [s for s in planned if s.ends > now], counted, planned, today):
            if choice:
                return self._of(choice[0], tonight)
        coming = [s for group in self._groups.all() if (s := self._sessions.next(group.id)) is not None]
        return self._of(min(coming, key=lambda s: s.starts), tonight) if coming else None

    def ahead(self) -> tuple[Ahead, ...]:
        """The evenings of all groups from today on, some weeks ahead, in order; cancelled and held ones too."""
        today = self._clock.today()
        groups = {group.id: group for group in self._groups.all()}
        sessions = self._sessions.of_all(today, today + SOON)
        plans, rules = self._agendas.of_each(sessions), self._sessions.series.by_group()
        found = [Ahead(groups[session.group_id], session, plan := plans.get(session.id), _waits(session, plan),
                       course(rules.get(session.group_id, ()), session)) for session in sessions]
        return tuple(sorted(found, key=lambda one: (one.session.starts, words.order(one.group.name))))

    def of(self, session: Session) -> Evening:
        """One evening by its session. Raises NotFound when its group is gone."""
        return self._of(session, self._sessions.tonight())

    def _of(self, session: Session, tonight: Sequence[Session]) -> Evening:
        group = self._groups.get(session.group_id)
        session = self._sessions.now(session)
        venue_id = session.venue_id or group.venue_id
        people = {facilitator.id: facilitator.name for facilitator in self._facilitators.all()}
        rota = self._rota.of(session, tuple(people))
        for shift in rota.shifts:
            if shift.facilitator_id is not None and shift.facilitator_id not in people:
                with suppress(NotFound):  # has left since, and is still written there
                    people[shift.facilitator_id] = self._facilitators.get(shift.facilitator_id).name
        leaders, team = _who(group, rota, people)
        expected = self._sessions.counts.expected(group.id)
        agenda = self._agendas.of(session)
        evening = Evening(
            group=group, session=session, team=team, leaders=leaders, rota=rota,
            people=tuple(people.items()), expected=expected,
            venue=None if venue_id is None else self._venue(venue_id),
            plan=agenda, agenda=agenda, waits=_waits(session, agenda),
            checklist=checklist(group, session, expected, leaders[1] if len(leaders) > 1 else ""),
            adjustments=self._adjustments(group),
            dates=self._members.dates.near(group.id, session.held_on), papers=self._papers.out(group.id),
            agreement=self._agreements.current(group.id), following=self._following(session),
            course=course(self._sessions.series.of(group.id), session),
            also=tuple((self._groups.get(s.group_id).name, s) for s in self._same_day(session, tonight)
                       if s.id != session.id and s.status is not SessionStatus.CANCELLED),
        )
        return replace(evening, agenda=None if agenda is None else filled(agenda, evening))

    def _same_day(self, session: Session, tonight: Sequence[Session]) -> Sequence[Session]:
        """The sessions of all groups on its day; tonight's with what ran past midnight."""
        if any(one.id == session.id for one in tonight):
            return tonight
        return [one for group in self._groups.all() for one in self._sessions.on(group.id, session.held_on)]

    def _sitting(self, planned: Sequence[Session]) -> list[Session]:
        """Those whose circle has begun and not ended, also when it runs over into another one's time.

        The one that began last comes first: nobody sits in two, and one that nobody ended is over.
        """
        runs, moment = self._runs, Moment.of(self._clock)
        if runs is None:
            return []
        began = {s: run.at(moment).began or 0 for s in planned
                 if s.kept and (run := runs.of(s)) is not None and going(run, moment)}
        return sorted(began, key=lambda s: began[s], reverse=True)

    def _following(self, session: Session) -> Session | None:
        for span in (SOON, LOOK_AHEAD):  # most meet again soon, and a short span is a quick question
            for found in self._sessions.planned(session.group_id, session.held_on, session.held_on + span):
                if found.starts > session.starts and found.status is SessionStatus.PLANNED:
                    return found
        return None

    def _venue(self, venue_id: Id) -> Venue | None:
        return next((venue for venue in self._venues.all() if venue.id == venue_id), None)

    def _adjustments(self, group: Group) -> tuple[Adjustment, ...]:
        names = {member.id: member.name for member in self._members.of(group.id)} \
            if group.record_level >= RecordLevel.FIRST_NAME else {}
        return tuple(Adjustment(need.adjustment, names.get(need.member_id, "") if need.member_id else "")
                     for need in self._members.needs.of(group.id)
                     if need.member_id is None or need.member_id in names)


def _waits(session: Session, plan: Agenda | None) -> UserError | None:
    if session.status is SessionStatus.CANCELLED:
        return SessionSettled(session.status.value)
    try:
        checked(plan)
    except (AgendaMissing, AgendaDoesNotFit) as error:
        # Kept as a value for the screen: without the traceback it holds nothing alive.
        return error.with_traceback(None)
    return None


def _who(group: Group, rota: RotaRow, names: Mapping[Id, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who runs it, by role with gaps, and all their names; where the rota says nothing, the whole team."""
    shifts = [rota.shift(role) for role in RUNNING]
    if all(shift.usual or not shift.filled for shift in shifts):
        team = tuple(names[one] for one in group.team if one in names)
        return (team, team) if any(shift.usual for shift in shifts) else ((), ())
    by_role = [names.get(shift.facilitator_id or b"", "") for shift in shifts]
    while by_role and not by_role[-1]:
        by_role.pop()
    return tuple(by_role), tuple(filter(None, by_role))


def filled(agenda: AgendaDraft, evening: Evening, translator: Translator | None = None) -> AgendaDraft:
    """The agenda with its {placeholders} filled in for this evening: who leads, the group, when it meets next."""
    words = translator or interface()
    values = open_words(evening, words)

    def say(text: str) -> str:
        return fill(text, values, words)

    def leads(who: str) -> str:
        # Nobody is named for it yet: then nobody leads it, rather than a blank in brackets.
        return "" if who in ("{lead}", "{second}") and not values[who[1:-1]] else say(who)

    return replace(agenda, segments=tuple(
        replace(segment, leader=leads(segment.leader), hint=say(segment.hint),
                lines=tuple(replace(line, text=say(line.text)) for line in segment.lines))
        for segment in agenda.segments))


def open_words(evening: Evening, translator: Translator | None = None) -> Mapping[str, str]:
    """What this evening puts in place of {placeholders}; "" where it has nothing to say."""
    words = translator or interface()
    after = evening.following
    return {
        "lead": evening.leaders[0] if evening.leaders else "",
        "second": evening.leaders[1] if len(evening.leaders) > 1 else "",
        "group": evening.group.name,
        "next_time": words.gettext("on {day} at {time}").format(
            day=words.date(after.held_on), time=clock_text(after.start_minute)) if after else "",
    }
