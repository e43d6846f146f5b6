"""What an import would do to each row, worked out before anything is written; the same working-out then writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitator.i18n import _
from facilitator.model.group import RecordLevel
from facilitator.model.ids import Id
from facilitator.model.member import Member, MemberDraft
from facilitator.people import words
from facilitator.people.importing.candidates import Candidate

NOTHING = ("", None)
"""What stands in a field that nobody has filled; a "no" is something."""


class Outcome(StrEnum):
    """What happens to a row."""

    ADD = "add"
    FILL = "fill"
    DUPLICATE = "duplicate"
    SAID_NO = "said-no"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPlan:
    """One row: what would happen, and why where it stays out. The `draft` of a FILL has the blanks to fill alone."""

    line: int
    outcome: Outcome
    name: str = ""
    reason: str = ""
    draft: MemberDraft | None = None
    first_seen: date | None = None
    need: str = ""
    member_id: Id | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Who is in the group already, by alike name, and who must not be brought back."""

    members: Mapping[str, tuple[Member, ...]]
    said_no: Set[str]
    no_contact: Set[Id]
    with_needs: Set[Id]


def plan(rows: Iterable[Candidate], known: Known, level: RecordLevel) -> Iterator[RowPlan]:
    """The plan for each row, in order. Blanks never overwrite, and no value is written over another."""
    lines: dict[str, int] = {}
    for row in rows:
        if row.problem:
            yield RowPlan(line=row.line, outcome=Outcome.BAD, reason=row.problem)
            continue
        alike, name = row.alike, row.draft.name
        found = known.members.get(alike, ())
        if alike in lines:
            reason = _("The same name is on line {line}.").format(line=lines[alike])
            yield RowPlan(line=row.line, outcome=Outcome.DUPLICATE, name=name, reason=reason)
        elif not found and alike in known.said_no:
            reason = _("This person said no to being on the list.")
            yield RowPlan(line=row.line, outcome=Outcome.SAID_NO, name=name, reason=reason)
        elif not found:
            yield RowPlan(line=row.line, outcome=Outcome.ADD, name=name, draft=row.draft, first_seen=row.first_seen,
                          need=row.need)
        elif len(found) > 1:
            reason = _("More than one person of this name is in the group.")
            yield RowPlan(line=row.line, outcome=Outcome.DUPLICATE, name=name, reason=reason)
        else:
            yield _filled(row, found[0], known, level)
        lines.setdefault(alike, row.line)


def _filled(row: Candidate, member: Member, known: Known, level: RecordLevel) -> RowPlan:
    blank = {"emergency_contact", "age_band"} if level >= RecordLevel.CONTACTABLE else set()
    if blank and member.id not in known.no_contact:
        blank |= {"contact", "contact_preference", "may_leave_message", "if_another_answers"}
    filled = {field: getattr(row.draft, field) for field in blank
              if getattr(row.draft, field) not in NOTHING and getattr(member, field) in NOTHING}
    first_seen = row.first_seen if member.first_seen is None else None
    need = "" if member.id in known.with_needs else row.need
    if not filled and first_seen is None and not need:
        reason = (_("This person is in the group already.") if member.active else
                  _("This person is kept as somebody who comes no more."))
        return RowPlan(line=row.line, outcome=Outcome.DUPLICATE, name=member.name, reason=reason, member_id=member.id)
    return RowPlan(line=row.line, outcome=Outcome.FILL, name=member.name, member_id=member.id,
                   draft=MemberDraft(name=member.name, **filled), first_seen=first_seen, need=need)


def by_alike_name(members: Iterable[Member]) -> dict[str, tuple[Member, ...]]:
    """Members by what spellings of their name share."""
    found: dict[str, tuple[Member, ...]] = {}
    for member in members:
        alike = words.alike(member.name)
        found[alike] = (*found.get(alike, ()), member)
    return found
