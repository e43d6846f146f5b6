"""What the Plans screen asks the core: coming evenings, the plan on the table, and plans to start from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from facilitator.errors import NotFound
from facilitator.i18n import _, interface
from facilitator.library.scripts import exchange
from facilitator.model.agenda import Agenda, AgendaDraft, Segment, SegmentKind, clock_text
from facilitator.model.content import AgendaTemplate, Script, ScriptKind
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.prompt import Prompt
from facilitator.model.session import Session, SessionStatus
from facilitator.tonight import Ahead, Evening, open_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from facilitator.evening.agendas import Last
    from facilitator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Coming:
    """The list of evenings to come; `groups` tells why it is empty."""

    ahead: tuple[Ahead, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A plan on the table with its placeholders: an evening's, or else an own template.

    `values` are what the evening puts in place of placeholders, `scripts` the words to say for each kind of segment,
    `limits` those about confidentiality that belong in this group, `last` the evening to plan this one like.
    `carried` are segments that the last evening did not come to, `prompts` those that suit this group.
    """

    evening: Evening | None = None
    template: Agenda | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    today: bool = False
    scripts: Mapping[SegmentKind, tuple[Script, ...]] = field(default_factory=dict)
    limits: Script | None = None
    every_limits: tuple[Script, ...] = ()
    last: Last | None = None
    carried: tuple[Segment, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    sits: bool = False
    """Whether its circle has begun: it runs by the plan it began with."""
    can_undo: bool = False
    """Whether the last thing done was to change this plan."""

    @property
    def id(self) -> Id:
        """What tells one table from another."""
        return self.evening.session.id if self.evening is not None else self.template.id if self.template else b""

    @property
    def plan(self) -> Agenda | None:
        """The plan as it is kept."""
        return self.template if self.evening is None else self.evening.plan

    @property
    def session(self) -> Session | None:
        """The evening, None for a template."""
        return None if self.evening is None else self.evening.session

    @property
    def start(self) -> int:
        """When it starts, in minutes after midnight; a template counts from nothing."""
        return 0 if self.session is None else self.session.start_minute

    @property
    def settled(self) -> bool:
        """Whether the evening has begun, is over or cancelled, so that nothing may be changed."""
        return self.sits or (self.session is not None and self.session.status is not SessionStatus.PLANNED)

    @property
    def heads(self) -> int:
        """How many people are expected; nobody knows that of a template."""
        return 0 if self.evening is None else self.evening.expected

    @property
    def when(self) -> str:
        """Whose evening it is, and when."""
        if self.evening is None or self.session is None:
            return _("One of your own plans, for any evening")
        session = self.session
        said = _("{group}, {day}, {start} to {end}").format(
            group=self.evening.group.name, day=interface().date(session.held_on),
            start=clock_text(session.start_minute), end=clock_text(session.start_minute + session.minutes))
        course = self.evening.course
        return said if course is None else _("{when}. {course}").format(when=said, course=course.words)


@dataclass(frozen=True, slots=True)
class Source:
    """A plan to start from: `plan` is what is used, `kept` the id of an own one."""

    title: str
    detail: str
    plan: AgendaDraft
    kept: Id | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """Plans to choose from: for this kind of group, their shorter cuts, own ones and all others; and last time's.

    `heads` are expected that evening.
    """

    fitting: tuple[Source, ...] = ()
    cuts: tuple[Source, ...] = ()
    own: tuple[Source, ...] = ()
    others: tuple[Source, ...] = ()
    last: Last | None = None
    heads: int = 0


# ---------------------------------------------------------------- evenings to come
def coming(workspace: Workspace) -> Coming:
    """The evenings of the next weeks and their plans."""
    return Coming(workspace.evenings.ahead(), workspace.groups.all())


# ---------------------------------------------------------------- the table
def table(workspace: Workspace, of: Session | Id) -> Table:
    """An evening's plan, or an own template by its id. Raises NotFound."""
    if not isinstance(of, bytes):
        return _evening(workspace, of)
    try:
        return _evening(workspace, workspace.sessions.get(of))
    except NotFound:
        agenda = workspace.agendas.get(of)
    if agenda.session_id is not None:
        return _evening(workspace, workspace.sessions.get(agenda.session_id))
    scripts = workspace.library.scripts()
    order = tuple(ScriptKind)
    by_kind = {kind: tuple(sorted((one for one in scripts if kind in one.kind.segments),
                                  key=lambda one: (order.index(one.kind), one.seconds))) for kind in SegmentKind}
    return Table(template=agenda, scripts=by_kind, every_limits=_limits(workspace),
                 prompts=workspace.library.prompts(), can_undo=workspace.agendas.can_undo(agenda.id))


def _evening(workspace: Workspace, session: Session) -> Table:
    evening, library = workspace.evenings.of(session), workspace.library
    group = evening.group
    anonymous = group.record_level is RecordLevel.TALLY
    scripts = {kind: library.scripts_for(kind, group.application, anonymous, group.for_under_18s)
               for kind in SegmentKind}
    last = workspace.agendas.last_held(evening.session)
    return Table(
        evening=evening, values=open_words(evening), today=evening.session.held_on <= workspace.clock.today(),
        scripts=scripts, limits=library.limits_for(group.application, anonymous, group.for_under_18s),
        every_limits=_limits(workspace), last=last, sits=workspace.runs.of(evening.session) is not None,
        carried=() if last is None else workspace.runs.not_reached(last.session),
        prompts=library.prompts(application=group.application, under_18=group.for_under_18s),
        can_undo=evening.plan is not None and workspace.agendas.can_undo(evening.plan.id))


# ---------------------------------------------------------------- plans to start from
def choices(workspace: Workspace, session: Session | None) -> Choices:
    """The plans that an evening may start from; without one, all there are."""
    library, own = workspace.library, workspace.agendas.templates()
    whole = library.agenda_templates()
    shorter = _shorter(whole)
    if session is None:
        return Choices(own=tuple(map(_own, own)), cuts=_sources(one for one in whole if one.id in shorter),
                       others=_sources(one for one in whole if one.id not in shorter))
    group = workspace.groups.get(session.group_id)
    fitting = library.agenda_templates(group.application)
    suited = [library.suited(one, group) for one in fitting]
    return Choices(
        fitting=_sources(one for one in suited if one.id not in shorter),
        cuts=_sources(one for one in suited if one.id in shorter),
        own=tuple(_own(_for_group(workspace, group, plan)) for plan in own),
        others=_sources(library.suited(one, group) for one in whole if one not in fitting),
        last=workspace.agendas.last_held(session), heads=workspace.sessions.counts.expected(group.id))


def empty_plan(minutes: int) -> AgendaDraft:
    """A plan with nothing in it."""
    return AgendaDraft(name=_("Our own plan"), minutes=minutes)


def free_name(workspace: Workspace, name: str) -> str:
    """The name, with a number after it where an own plan has it already."""
    taken = {one.name.casefold() for one in workspace.agendas.templates()}
    names = [name, *(_("{name} {n}").format(name=name, n=n) for n in range(2, len(taken) + 3))]
    return next(one for one in names if one.casefold() not in taken)


def _shorter(whole: Iterable[AgendaTemplate]) -> frozenset[str]:
    """The ids of plans that are a shorter cut of another."""
    longest: dict[str, int] = {}
    for one in whole:
        stem = one.id.rpartition("-")[0]
        longest[stem] = max(longest.get(stem, 0), one.agenda.minutes)
    return frozenset(one.id for one in whole if one.agenda.minutes < longest[one.id.rpartition("-")[0]])


def _limits(workspace: Workspace) -> tuple[Script, ...]:
    return tuple(one for one in workspace.library.scripts() if one.kind is ScriptKind.LIMITS)


def _for_group(workspace: Workspace, group: Group, plan: Agenda) -> Agenda:
    """An own plan with the limits of confidentiality that this very group needs."""
    limits = workspace.library.limits_for(
        group.application, group.record_level is RecordLevel.TALLY, group.for_under_18s)
    written = tuple(one.lines for one in _limits(workspace))
    return replace(plan, segments=tuple(
        replace(segment, lines=exchange(segment.lines, written, limits.lines)) for segment in plan.segments))


def _sources(templates: Iterable[AgendaTemplate]) -> tuple[Source, ...]:
    return tuple(Source(one.title, one.summary, replace(one.agenda, template=one.id)) for one in templates)


def _own(plan: Agenda) -> Source:
    return Source(plan.name, plan.summary, plan, plan.id)
