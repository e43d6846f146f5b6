"""What the Plans screen asks the core: coming evenings, the plan of one, and plans to start from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.i18n import _, interface
from facilitator.model.agenda import Agenda, AgendaDraft
from facilitator.model.content import AgendaTemplate
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.model.session import Session
from facilitator.tonight import Ahead, Evening, open_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Coming:
    """The list of evenings to come; `groups` tells why it is empty."""

    ahead: tuple[Ahead, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One evening's plan on the table: as kept, with its placeholders, and what the evening puts in their place.

    `kept` is the id of the plan of that name that the group keeps to use again, if there is one.
    """

    evening: Evening
    values: Mapping[str, str]
    today: bool
    kept: Id | None = None

    @property
    def session(self) -> Session:
        """The evening."""
        return self.evening.session

    @property
    def plan(self) -> Agenda | None:
        """The plan as it is kept."""
        return self.evening.plan


@dataclass(frozen=True, slots=True)
class Source:
    """A plan to start from: `plan` is what is used, `kept` the id of one the group keeps."""

    title: str
    detail: str
    plan: AgendaTemplate | AgendaDraft
    kept: Id | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """Plans to choose from: made for this kind of group, the group's own, and all others."""

    fitting: tuple[Source, ...] = ()
    own: tuple[Source, ...] = ()
    others: tuple[Source, ...] = ()


def coming(workspace: Workspace) -> Coming:
    """The evenings of the next weeks and their plans."""
    return Coming(workspace.evenings.ahead(), workspace.groups.all())


def table(workspace: Workspace, session: Session | Id) -> Table:
    """One evening's plan. Raises NotFound."""
    found = workspace.sessions.get(session) if isinstance(session, bytes) else session
    evening = workspace.evenings.of(found)
    today = evening.session.held_on <= workspace.clock.today()
    kept = None if evening.plan is None else kept_as(workspace, evening.group.id, evening.plan.name)
    return Table(evening, open_words(evening), today, kept)


def kept_as(workspace: Workspace, group: Id, name: str) -> Id | None:
    """The plan of that name that a group keeps."""
    return next((one.id for one in workspace.agendas.kept(group) if one.name == name), None)


def choices(workspace: Workspace, session: Session) -> Choices:
    """The plans that an evening may start from."""
    group = workspace.groups.get(session.group_id)
    library = workspace.library
    fitting = library.agenda_templates(group.application)
    others = tuple(one for one in library.agenda_templates() if one not in fitting)
    own = [Source(plan.name, _("The group’s own plan."), plan, plan.id) for plan in workspace.agendas.kept(group.id)]
    last = workspace.agendas.last(group.id, session)
    if last is not None:
        own.insert(0, Source(last.name, _("As last time.") + _day(workspace, last), last))
    shipped, other = (tuple(_shipped(library.suited(one, group)) for one in some) for some in (fitting, others))
    return Choices(shipped, tuple(own), other)


def empty_plan(session: Session) -> AgendaDraft:
    """A plan with nothing in it."""
    return AgendaDraft(name=_("Our own plan"), minutes=session.minutes, group_id=session.group_id)


def _shipped(template: AgendaTemplate) -> Source:
    return Source(template.title, template.summary, template)


def _day(workspace: Workspace, plan: Agenda) -> str:
    if plan.session_id is None:
        return ""
    day = workspace.sessions.get(plan.session_id).held_on
    return " " + interface().date(day)
