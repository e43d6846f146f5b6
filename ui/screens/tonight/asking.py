"""What the Tonight screen asks the core: one evening with all that stands round it, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.errors import NotFound, UserError
from facilitator.evening.checklist import PRINTED
from facilitator.evening.running.runs import going
from facilitator.i18n import interface
from facilitator.model.agenda import Line
from facilitator.model.baton import Baton
from facilitator.model.content import AgendaTemplate, ConsentWording, ScriptKind, fill
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.loose_end import LooseEnd
from facilitator.model.member import ConsentPurpose
from facilitator.model.note import Note
from facilitator.model.paper import PaperOut
from facilitator.model.running import Moment
from facilitator.model.session import Presence, Session, SessionStatus
from facilitator.tonight import Evening, open_words

if TYPE_CHECKING:
    from facilitator.evening.agendas import Last
    from facilitator.packs import PackPlan
    from facilitator.workspace import Workspace

_OFFERED = 3
_MINUTE = "newcomer-minute"


@dataclass(frozen=True, slots=True)
class Out:
    """Papers that are out, by the document's title."""

    paper: PaperOut
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What Tonight shows. Without an evening, `groups` tells why there is none; `me` is the name of who unlocked.

    `templates` are plans to choose from, when there is none yet: `offers`, asked once the evening stands there.
    """

    evening: Evening | None
    groups: tuple[Group, ...] = ()
    me: str = ""
    country: str = ""
    out: tuple[Out, ...] = ()
    last: Last | None = None
    """The evening held last, to plan this one like it, where there is no plan yet."""
    templates: tuple[AgendaTemplate, ...] = ()
    sits: bool = False
    """Whether its circle has begun and not ended."""
    loose_ends: tuple[LooseEnd, ...] = ()
    """What the group has left open."""
    baton: Baton | None = None
    """What was handed on and nobody has read yet."""
    note: Note | None = None
    """The newest note of an evening before."""
    due: int = 0
    """How many notes of the group somebody has to look at again."""
    handed_on: bool = False
    """Whether this evening was handed on."""
    follow_ups: tuple[str, ...] = ()
    """What the newest debrief says is to be done."""

    @property
    def printed(self) -> bool:
        """Whether the evening's pack was printed."""
        return self.evening is not None and PRINTED in self.evening.session.checklist


def look(workspace: Workspace, chosen: Session | Id | None) -> Look:
    """Look at a chosen evening, or at the one that matters now."""
    evening = _evening(workspace, chosen)
    me = workspace.me
    if evening is None:
        return Look(evening=None, groups=workspace.groups.all())
    return Look(
        evening=evening,
        groups=(evening.group,),
        me=me.name if me is not None else "",
        country=workspace.organisations.get().country,
        out=tuple(Out(paper, title_of(paper.document)) for paper in evening.papers),
        last=workspace.agendas.last_held(evening.session) if evening.plan is None else None,
        loose_ends=tuple(one for one in workspace.loose_ends.open(evening.group.id)
                         if one.session_id != evening.session.id),
        baton=workspace.batons.waiting(evening.group.id),
        due=workspace.notes.due_count(evening.group.id),
        note=workspace.notes.last(evening.group.id, evening.session.held_on),
        handed_on=workspace.batons.of(evening.session) is not None,
        follow_ups=workspace.debriefs.follow_ups(evening.group.id),
        sits=evening.session.status is SessionStatus.PLANNED
        and going(workspace.runs.of(evening.session), Moment.of(workspace.clock)),
    )


def pack(workspace: Workspace, session: Session) -> PackPlan | None:
    """The evening's pack, to be measured beside the vault; None where there is none yet."""
    try:
        return workspace.packs.plan(session)
    except UserError:
        return None


def _evening(workspace: Workspace, chosen: Session | Id | None) -> Evening | None:
    if chosen is not None:
        try:
            session = workspace.sessions.get(chosen) if isinstance(chosen, bytes) else chosen
            return workspace.evenings.of(session)
        except NotFound:
            pass
    return workspace.evenings.tonight()


def offers(workspace: Workspace, group: Group) -> tuple[AgendaTemplate, ...]:
    """The plans that suit a group; every plan, where none was made for its kind. Reads all plans there are."""
    library = workspace.library
    fitting = library.agenda_templates(group.application) or library.agenda_templates()
    return tuple(library.suited(one, group) for one in fitting[:_OFFERED])


def title_of(document: str) -> str:
    """What a document is called."""
    from facilitator.documents import DOCUMENTS

    return next((one.title(interface()) for one in DOCUMENTS if one.id == document), document)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Who may be there: what the count of an evening needs. `named` is whether names are ticked at all."""

    evening: Evening
    named: bool = False
    people: tuple[Presence, ...] = ()
    not_asked: frozenset[Id] = frozenset()
    wordings: tuple[ConsentWording, ...] = ()
    greeting: tuple[Line, ...] = ()
    """What is said to somebody new, with who leads in it; `seconds` it takes, `leaflet` is what they are given."""
    seconds: int = 0
    leaflet: str = ""
    begun: bool = False
    """Whether its circle has begun."""
    over: bool = False
    """Whether it has ended, so that people go home."""


def evening_of(workspace: Workspace, wanted: Session | Id | None) -> Evening | None:
    """A given evening, else the one that matters now; None where there is none. Raises NotFound for one that is gone.
    """
    if wanted is None:
        return workspace.evenings.tonight()
    return workspace.evenings.of(workspace.sessions.get(wanted) if isinstance(wanted, bytes) else wanted)


def room(workspace: Workspace, session: Session | Id | None) -> Room:
    """The people of an evening, where its group keeps names, and what is said to somebody new; without a session, of
    the one that matters now. Raises NotFound.
    """
    evening = evening_of(workspace, session)
    if evening is None:
        raise NotFound("session")
    group, begun = evening.group, workspace.runs.of(evening.session) is not None
    script = next((one for one in workspace.library.scripts_of(ScriptKind.WELCOME, group.application)
                   if one.id == _MINUTE), None)
    values = open_words(evening)
    lines = () if script is None else tuple(replace(line, text=fill(line.text, values)) for line in script.lines)
    over = workspace.runs.outcome(evening.session).told
    bare = Room(evening=evening, begun=begun, over=over, greeting=lines, leaflet=workspace.library.welcome().title,
                seconds=0 if script is None else script.seconds)
    if group.record_level < RecordLevel.FIRST_NAME or group.count_only:
        return bare
    return replace(
        bare,
        named=True,
        people=workspace.attendance.sheet(evening.session),
        not_asked=frozenset(member.id for member in workspace.members.not_asked(group.id)),
        wordings=tuple(workspace.library.consent_wording(purpose) for purpose in asked(group)),
    )


def asked(group: Group) -> tuple[ConsentPurpose, ...]:
    """What somebody new is asked, one thing at a time."""
    purposes = [ConsentPurpose.LIST]
    if group.for_under_18s:
        purposes.append(ConsentPurpose.PARENT)
    if group.record_level >= RecordLevel.CONTACTABLE:
        purposes.append(ConsentPurpose.CONTACT)
    return tuple(purposes)
