"""Who it is that unlocked, asked of the vault first and of the person only where it does not know."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.library import Library
from facilitator.model.organisation import Facilitator
from facilitator.workspace import Workspace
from ui.gate.hello import HelloPage
from ui.gate.porch import Porch
from ui.gate.whoareyou import WhoPage
from ui.jobs import Jobs


@dataclass(frozen=True, slots=True)
class Introduction:
    """What an opened vault knows of the person: their name, else the names there are, and whether it is new."""

    me: Facilitator | None
    facilitators: tuple[Facilitator, ...]
    new: bool


def introduction(workspace: Workspace) -> Introduction:
    """Ask the vault."""
    me = workspace.me
    if me is not None:
        return Introduction(me, (), False)
    known = workspace.facilitators.all()
    return Introduction(None, known, not known and not workspace.groups.all())


def first_page(porch: Porch, jobs: Jobs[Workspace], library: Library, known: Introduction) -> HelloPage | WhoPage:
    """The page for somebody without a name: the first questions in a new vault, else who they are."""
    return HelloPage(porch, jobs, library) if known.new else WhoPage(porch, jobs, known.facilitators)
