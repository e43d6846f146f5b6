"""What the page of numbers asks the core."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from facilitator.model.content import Helpline
from facilitator.model.ids import Id
from facilitator.model.numbers import OwnNumber, six

if TYPE_CHECKING:
    from facilitator.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The first to call, all others of the country, and our own; `groups` are those a number may be for."""

    country: str
    today: date
    first: tuple[Helpline, ...]
    others: tuple[Helpline, ...]
    own: tuple[OwnNumber, ...]
    lines: tuple[Helpline, ...]
    """Our own as sheets have them, in the same order."""
    groups: tuple[tuple[Id, str], ...]

    def of(self, number: OwnNumber) -> str:
        """The group a number is for; "" where it is for every group."""
        return dict(self.groups).get(number.group_id or b"", "")


def numbers(workspace: Workspace) -> Numbers:
    """All of it."""
    plain = workspace.library.plain.directory()  # which six they are does not change with what was called
    kept = workspace.numbers.kept()
    first = six(plain)
    return Numbers(
        country=plain.name, today=workspace.clock.today(), first=tuple(map(kept.seen, first)),
        others=tuple(kept.seen(line) for line in plain.lines if line not in first), own=kept.own,
        lines=tuple(kept.seen(one.line) for one in kept.own),
        groups=tuple((group.id, group.name) for group in workspace.groups.all()))
