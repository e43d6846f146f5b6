"""What the pages for a concern ask: the way to act, whom to call, who may read it, and what is noted by now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from facilitator.errors import SealedToAnother, SealLost
from facilitator.i18n import _, interface
from facilitator.model.concern import About, Concern, OpenedConcern, Recipient
from facilitator.model.content import Helpline
from facilitator.model.form import CONCERN, Form
from facilitator.model.ids import Id
from facilitator.model.safeguarding import OUTSIDE, Branch, SafeguardingFlow
from ui.emergency import WhereWeAre, where_we_are

if TYPE_CHECKING:
    from facilitator.workspace import Workspace

_BY_HAND = "passed"
"""The part of the form that is written on paper only: where it went is asked apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """All of it. `outside` are lines to call where nobody inside can be told, each with whether it was checked."""

    flow: SafeguardingFlow
    form: Form
    where: WhereWeAre
    emergency: tuple[Helpline, ...]
    outside: tuple[tuple[Helpline, bool], ...]
    readers: tuple[Recipient, ...]
    concerns: tuple[Concern, ...]
    today: date
    me: str = ""

    @property
    def led(self) -> bool:
        """Whether a lead or a deputy is written down."""
        return any((*self.where.lead, *self.where.deputy))

    @property
    def usual(self) -> Branch:
        """The case that is meant until somebody says otherwise."""
        return Branch.LEAD if self.led else Branch.NO_LEAD

    @property
    def asked(self) -> Form:
        """The form as it is typed."""
        return replace(self.form, parts=tuple(part for part in self.form.parts if part.id != _BY_HAND),
                       cautions=self.form.cautions[:-1])  # the last is about the paper

    def readers_of(self, branch: Branch) -> tuple[Recipient, ...]:
        """Who may read what is sealed in this case; about the lead or the deputy it stays on paper."""
        return self.readers if branch in (Branch.LEAD, Branch.FACILITATOR) else ()

    def concern(self, id: Id | None) -> Concern | None:
        """One that is noted."""
        return next((one for one in self.concerns if one.id == id), None)


def safety(workspace: Workspace) -> Safety:
    """All of it, with an evening or without."""
    library, today = workspace.library, workspace.clock.today()
    directory = library.directory()
    checked = directory.checked(today)
    me = workspace.me
    return Safety(
        flow=library.safeguarding(), form=library.form(CONCERN), where=where_we_are(workspace),
        emergency=directory.emergency,
        outside=tuple((line, line in checked) for line in directory.lines if set(line.topics) & set(OUTSIDE)),
        readers=workspace.concerns.recipients(About.SOMEBODY), concerns=workspace.concerns.all(), today=today,
        me="" if me is None else me.name)


def opened(workspace: Workspace, concern: Id) -> OpenedConcern | None:
    """What was sealed to me; None where it is on paper, or for somebody else, or lost. Raises NotFound."""
    if not workspace.concerns.get(concern).mine:
        return None
    try:
        return workspace.concerns.read(concern)
    except (SealedToAnother, SealLost):
        return None


def title_of(concern: Concern) -> str:
    """What a list calls it: never what it says."""
    day = interface().date(concern.made_on, "d MMMM y")
    if not concern.sealed:
        return _("On paper, {day}").format(day=day)
    if concern.mine:
        return _("Sealed for you, {day}").format(day=day)
    name = concern.recipient_name or _("somebody who has left")
    return _("Sealed for {name}, {day}").format(name=name, day=day)


def state_of(concern: Concern) -> str:
    """How it stands."""
    if concern.closed_on is not None:
        return _("Closed on {day}").format(day=interface().date(concern.closed_on, "d MMMM"))
    if concern.lost:
        return _("Nobody can open it any more")
    if concern.sealed and concern.opened_on is None:
        return _("Waits for you") if concern.mine else _("Not opened yet")
    if concern.sealed and not concern.settled and concern.opened_on is not None:
        return _("Opened on {day}").format(day=interface().date(concern.opened_on, "d MMMM"))
    if concern.why_not:
        return _("Passed to nobody")
    if concern.passed_to and concern.passed_on is not None:
        day = interface().date(concern.passed_on, "d MMMM")
        return _("Passed to {who} on {day}").format(who=concern.passed_to, day=day)
    return _("Not passed on yet")
