"""What the Print screen asks the core: an evening's pack to be, what single sheets are filled with, papers out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.errors import NotFound, UserError
from facilitator.evening.counts import Basis
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.paper import PaperOut, Piece
from facilitator.model.session import Session, SessionStatus
from facilitator.tonight import Ahead, Evening
from ui.screens.print.days import Days, Kind

if TYPE_CHECKING:
    from facilitator.documents import PresenceGrid, SheetContext
    from facilitator.packs import PackPlan
    from facilitator.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What can be printed. `plan` is None where there is no evening, or `waits` says why its pack has to wait.

    `last` and `proposed` are the packs to start from, `usual` how many copies a piece would have, `basis` where the
    number of people comes from, `large` and `easy` how many asked for that style. `filled` is what single sheets are
    filled with for a group, `blank` for a copy that knows of nobody. `out` counts papers that are out, `late` those
    past their day.
    """

    evening: Evening | None
    plan: PackPlan | None
    waits: UserError | None
    last: tuple[Piece, ...]
    proposed: tuple[Piece, ...]
    usual: Mapping[str, int]
    large: int
    easy: int
    basis: Basis
    groups: tuple[Group, ...]
    made_for: Group | None
    filled: SheetContext
    blank: SheetContext
    ahead: tuple[Ahead, ...]
    out: int
    late: int
    country: str

    @property
    def expected(self) -> int:
        """For how many people copies are counted."""
        return max(1, self.evening.expected) if self.evening is not None else 1


def same(one: Room | None, other: Room) -> bool:
    """Whether both are shown alike. Of the evenings ahead only when and whose they are is shown."""
    return one is not None and _rest(one) == _rest(other) and all(
        this.session == that.session and this.group == that.group
        for this, that in zip(one.ahead, other.ahead, strict=True))


def _rest(room: Room) -> tuple[Room, int]:
    return replace(room, ahead=()), len(room.ahead)


def look(workspace: Workspace, chosen: Session | Id | None, group_id: Id | None = None) -> Room:
    """Look at a chosen evening, or at the one that matters now; single sheets are for a group, or for its group."""
    evening = _evening(workspace, chosen)
    plan, waits = None, None
    if evening is not None:
        try:
            plan = workspace.packs.plan(evening.session)
        except UserError as error:
            waits = error.with_traceback(None)
    groups, packs = workspace.groups.all(), workspace.packs
    papers, today = workspace.papers.out(), workspace.clock.today()
    made_for = next((group for group in groups if group.id == group_id), None)
    if made_for is None and evening is not None:
        made_for = evening.group
    same = evening is not None and made_for is not None and made_for.id == evening.group.id
    blank = packs.blank()
    _read_choices(blank)
    return Room(
        evening=evening, plan=plan, waits=waits, groups=groups, made_for=made_for,
        last=() if evening is None else packs.last(evening),
        proposed=() if evening is None else packs.proposed(evening),
        usual={} if evening is None else packs.usual(evening),
        basis=Basis.GUESS if evening is None else workspace.sessions.counts.expected_from(evening.group.id)[1],
        large=0 if evening is None else packs.large_print(evening),
        easy=0 if evening is None else packs.easy_read(evening),
        filled=packs.context(evening) if same or made_for is None else _of_group(workspace, made_for),
        blank=blank,
        ahead=tuple(one for one in workspace.evenings.ahead() if one.session.status is SessionStatus.PLANNED),
        out=sum(paper.copies for paper in papers),
        late=sum(paper.copies for paper in papers if paper.shred_by is not None and paper.shred_by < today),
        country=workspace.organisations.get().country,
    )  # fmt: skip


def _read_choices(context: SheetContext) -> None:
    """Read what sheets can be made of here, where it takes its time, and not while the list of them is drawn."""
    from facilitator.packs import made_of, offered

    for document in offered():
        made_of(document, context)


def grid(workspace: Workspace, group: Group, days: Days) -> PresenceGrid | None:
    """What stands on an attendance grid for these days. Raises LevelTooLow for names that are not kept."""
    from facilitator.packs import days_alone, presence

    if days.kind is Kind.EMPTY:
        return None
    if days.kind is Kind.NAMES:
        return presence(workspace.attendance.grid(group.id, days.first, days.last))
    planned = workspace.sessions.planned(group.id, days.first, days.last)
    return days_alone(tuple(one.held_on for one in planned if one.status is not SessionStatus.CANCELLED))


def keeps_names(group: Group | None) -> bool:
    """Whether it has a list of people."""
    return group is not None and group.record_level >= RecordLevel.FIRST_NAME


def _of_group(workspace: Workspace, group: Group) -> SheetContext:
    """For its next evening, or for none where none is planned."""
    session = workspace.sessions.next(group.id)
    if session is not None:
        return workspace.packs.context(workspace.evenings.of(session))
    venue = next((one for one in workspace.venues.all() if one.id == group.venue_id), None)
    return replace(
        workspace.packs.context(), group=group, venue=venue, agreement=workspace.agreements.current(group.id))


def _evening(workspace: Workspace, chosen: Session | Id | None) -> Evening | None:
    if chosen is not None:
        try:
            session = workspace.sessions.get(chosen) if isinstance(chosen, bytes) else chosen
            return workspace.evenings.of(session)
        except NotFound:
            pass
    return workspace.evenings.tonight()


@dataclass(frozen=True, slots=True)
class Out:
    """Papers that are out: what they are called, and whose they are."""

    paper: PaperOut
    title: str
    group: str


def out(workspace: Workspace) -> tuple[Out, ...]:
    """All papers that are out, those due first."""
    from facilitator.documents import DOCUMENTS
    from facilitator.i18n import interface

    titles = {document.id: document.title(interface()) for document in DOCUMENTS}
    groups = {group.id: group.name for group in (*workspace.groups.all(), *workspace.groups.archived())}
    return tuple(
        Out(paper, titles.get(paper.document, paper.document), groups.get(paper.group_id or b"", ""))
        for paper in workspace.papers.out())
