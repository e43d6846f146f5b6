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
    """What an opened vault knows of the person: their name, else the names there are, and whether it is new.

    `sheet_used` says that its recovery sheet opened it once and opens nothing any more.
    """

    me: Facilitator | None
    facilitators: tuple[Facilitator, ...]
    new: bool
    sheet_used: bool = False
    recovered: bool = False
    """Whether the recovery sheet let them in just now."""


def introduction(workspace: Workspace) -> Introduction:
    """Ask the vault."""
    me, used = workspace.me, workspace.recovery_used
    if me is not None:
        return Introduction(me, (), False, used)
    known, recovered = workspace.facilitators.all(), workspace.vault.recovered
    # But after a recovery nobody is who already has a key: choosing their name would take theirs for one without.
    offered = known if recovered else workspace.key_holders.without()
    return Introduction(None, offered, not known and not workspace.groups.all(), used, recovered)


def first_page(porch: Porch, jobs: Jobs[Workspace], library: Library, known: Introduction) -> HelloPage | WhoPage:
    """The page for somebody without a name: the first questions in a new vault, else who they are."""
    return HelloPage(porch, jobs, library) if known.new else WhoPage(
        porch, jobs, known.facilitators, known.recovered)
