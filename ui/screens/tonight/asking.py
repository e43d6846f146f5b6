"""What the Tonight screen asks the core: one evening with all that stands round it, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.errors import NotFound, UserError
from facilitator.i18n import interface
from facilitator.model.content import AgendaTemplate
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.model.paper import PaperOut
from facilitator.model.session import Session
from facilitator.tonight import Evening

if TYPE_CHECKING:
    from facilitator.packs import Estimate
    from facilitator.workspace import Workspace

PRINTED = "pack"
"""What a session's list remembers once its pack was printed."""
_OFFERED = 3


@dataclass(frozen=True, slots=True)
class Out:
    """Papers that are out, by the document's title."""

    paper: PaperOut
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What Tonight shows. Without an evening, `groups` tells why there is none; `me` is the name of who unlocked.

    `templates` are plans to choose from, when there is none yet.
    """

    evening: Evening | None
    groups: tuple[Group, ...] = ()
    me: str = ""
    country: str = ""
    out: tuple[Out, ...] = ()
    templates: tuple[AgendaTemplate, ...] = ()

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
        out=tuple(Out(paper, _title(paper.document)) for paper in evening.papers),
        templates=_templates(workspace, evening) if evening.plan is None else (),
    )


def estimate(workspace: Workspace, session: Session) -> Estimate | None:
    """What the pack takes in paper and money; None where it cannot be said yet."""
    try:
        return workspace.packs.estimate(session)
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


def _templates(workspace: Workspace, evening: Evening) -> tuple[AgendaTemplate, ...]:
    """The plans that suit the group; every plan, where none was made for its kind."""
    fitting = workspace.library.agenda_templates(evening.group.application)
    return (fitting or workspace.library.agenda_templates())[:_OFFERED]


def _title(document: str) -> str:
    from facilitator.documents import DOCUMENTS

    return next((one.title(interface()) for one in DOCUMENTS if one.id == document), document)
