"""Numbers to call as a charity keeps them: its own, and what came of calling any of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from facilitator.model.content import Directory, Helpline
from facilitator.model.ids import Id

OWN_NUMBER = "own-"
"""How the id of a line begins that a charity wrote in itself."""
SIX = 6
"""So many are offered to be called on the first run: those that sheets need most."""


class Channel(StrEnum):
    """How a line is reached."""

    CALL = "call"
    TEXT = "text"
    CHAT = "chat"
    WEB = "web"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberDraft:
    """A line somebody writes in: a crisis team, a hospital, the number of the group's own telephone."""

    name: str
    number: str
    what: str = ""
    channel: Channel = Channel.CALL
    hours: str = ""
    any_worry: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNumber(NumberDraft):
    """A charity's own line; `group_id` None: for every group."""

    id: Id
    group_id: Id | None = None

    @property
    def line(self) -> Helpline:
        """The line as sheets and shelves have it."""
        return Helpline(id=OWN_NUMBER + self.id.hex(), name=self.name, what=self.what, number=self.number,
                        channel=self.channel.value, section="any" if self.any_worry else "one",
                        topics=("crisis",) if self.any_worry else (), hours=self.hours)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberCheck:
    """What came of calling a line. It holds for the very number that was called, until `until`."""

    line: str
    number: str
    works: bool
    on: date
    until: date


@dataclass(frozen=True, slots=True)
class NumbersKept:
    """All that a vault knows about numbers at one moment."""

    own: tuple[OwnNumber, ...] = ()
    checks: Mapping[str, NumberCheck] = field(default_factory=dict)

    def seen(self, line: Helpline) -> Helpline:
        """A line with what came of calling it. A check of another number than it has now says nothing."""
        check = self.checks.get(line.id)
        if check is None or check.number != line.number:
            return line
        if check.works:
            return replace(line, verified_on=check.on, review_by=check.until, failed_on=None)
        return replace(line, verified_on=None, review_by=None, failed_on=check.on)

    def known(self, directory: Directory, group_id: Id | None) -> Directory:
        """A country's lines with our own after them: those for every group, and those of one."""
        mine = tuple(one.line for one in self.own if one.group_id in (None, group_id))
        if not mine and not self.checks:
            return directory
        return replace(directory, lines=tuple(map(self.seen, directory.lines + mine)))


def six(directory: Directory) -> tuple[Helpline, ...]:
    """The lines to call before any sheet is printed: a crisis first, then any worry, by telephone before the rest."""
    def order(line: Helpline) -> tuple[bool, bool, bool]:
        return "crisis" not in line.topics, line.section != "any", line.channel not in (Channel.CALL, Channel.TEXT)

    return tuple(sorted(directory.lines, key=order)[:SIX])
