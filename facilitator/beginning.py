"""The first group of a new vault: from a few answers to who leads, meeting days, an agreement and a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from facilitator.evening import Agendas, Agreements, Sessions
from facilitator.library import Library
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.group import Application, GroupDraft, default_level
from facilitator.model.session import SeriesDraft
from facilitator.people import Facilitators, Groups

MINUTES = 90
"""How long an evening is where no plan says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstGroup:
    """What is asked on the first day: who leads, what kind of group, on which weekday (0 = Monday) and when."""

    facilitator: str
    name: str
    application: Application
    weekday: int
    start_minute: int


class Beginning:
    """Sets a first group up through the same doors as everything else; each part is one step that Undo takes back."""

    def __init__(self, clock: Clock, library: Library, facilitators: Facilitators, groups: Groups, sessions: Sessions,
                 agendas: Agendas, agreements: Agreements) -> None:
        self._clock = clock
        self._library = library
        self._facilitators = facilitators
        self._groups = groups
        self._sessions = sessions
        self._agendas = agendas
        self._agreements = agreements

    def introduce(self, name: str, holder: bytes) -> Change:
        """Note who unlocks with this key; once only. Raises NameMissing."""
        known = self._facilitators.of_holder(holder)
        return self._facilitators.rename(known.id, name) if known else self._facilitators.add(name, holder)

    def first_group(self, first: FirstGroup, holder: bytes) -> Change:
        """Set the group up for its next meeting. Raises NameMissing, BadValue; what was set up before then stays.

        A kind of group without a plan of its own in the library gets none, and its screen offers to make one.
        """
        done = self.introduce(first.facilitator, holder)
        me = self._facilitators.of_holder(holder)
        youth = first.application is Application.YOUTH
        draft = GroupDraft(name=first.name, application=first.application, min_age=None if youth else 18,
                           record_level=default_level(first.application), team=(me.id,) if me else ())
        done = _both(done, self._groups.save(draft))
        group = self._groups.named(first.name)
        done = _both(done, self._agreements.adopt(group.id, self._library.agreement_for(first.application)))
        plans = self._library.agenda_templates(first.application)
        minutes = plans[0].agenda.minutes if plans else MINUTES
        rule = SeriesDraft(weekday=first.weekday, start_minute=first.start_minute, minutes=minutes,
                           first_on=self._first_on(first.weekday, first.start_minute + minutes))
        done = _both(done, self._sessions.series.save(group.id, rule))
        coming = self._sessions.next(group.id)
        if plans and coming is not None:
            plan = self._agendas.draft(self._library.suited(plans[0], group), coming)
            done = _both(done, self._agendas.save(plan, coming))
        return Change(done.areas, done.ids)


    def _first_on(self, weekday: int, ends: int) -> date:
        """The next such weekday whose meeting is not over, as its plan and its pack are for that one."""
        now = self._clock.now()
        day = now.date() + timedelta(days=(weekday - now.weekday()) % 7)
        over = day == now.date() and now.hour * 60 + now.minute >= ends
        return day + timedelta(days=7) if over else day


def _both(one: Change, other: Change) -> Change:
    return Change(one.areas | other.areas, one.ids | other.ids)
