"""Reads agenda templates: segments with their minutes, what may give, and words to say; and the short cut of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from facilitator.i18n import _
from facilitator.library.scripts import first_included, read_lines
from facilitator.library.shelf import Shelf
from facilitator.library.table import Table
from facilitator.model.agenda import AgendaDraft, Give, LineKind, Segment, SegmentKind
from facilitator.model.content import AgendaTemplate, Script
from facilitator.model.group import Application

_LONGEST = 480
"""Minutes: nobody plans a circle of more than a working day."""

FindScript = Callable[[str], Script | None]


@dataclass(frozen=True, slots=True)
class _Written:
    """A segment as it is written: in the whole plan, and in the short cut, where it may have no place."""

    table: Table
    whole: Segment
    short: Segment | None


def read_agendas(shelf: Shelf, name: str, script: FindScript) -> tuple[AgendaTemplate, ...]:
    """The plan in a file, by its path below the resources, and its short cut where it has one.

    The scripts that its words name are filled in.
    """
    head = shelf.toml(name)
    cut = head.table("short") if head.has("short") else None
    written = tuple(_written(shelf, table, script, cut is not None) for table in head.tables("segment"))
    whole = _template(shelf, head, head, tuple(one.whole for one in written))
    short = None if cut is None else _template(shelf, head, cut, _last_minutes(written))
    head.done()
    return (whole,) if short is None else (whole, short)


def _template(shelf: Shelf, head: Table, named: Table, segments: tuple[Segment, ...]) -> AgendaTemplate:
    """A plan as `named` calls it: the file's own, or the short cut, which shares all but its name and its minutes."""
    id, title, minutes = named.text("id"), named.words("title"), named.number("minutes", 1, _LONGEST)
    total = sum(segment.minutes for segment in segments)
    if total != minutes:
        raise named.broken(_("the segments take {total} minutes, not {minutes}")
                           .format(total=total, minutes=minutes), "minutes")
    said = [line.text for segment in segments for line in segment.lines]
    out = AgendaTemplate(id=id, title=title, summary=named.words("summary"),
                         applications=head.choices("applications", Application),
                         agenda=AgendaDraft(name=title, minutes=minutes, segments=segments, template=id),
                         origin=shelf.origin(head, *said))
    if named is not head:
        named.done()
    _check_ending(head, segments)
    return out


def _written(shelf: Shelf, table: Table, script: FindScript, cut: bool) -> _Written:
    minutes, give = table.number("minutes", 1, _LONGEST), table.choice("give", Give)
    kind = table.choice("kind", SegmentKind)
    text, first = table.raw("words")
    body = shelf.parts(table.file, text, first)
    whole = Segment(title=table.words("title"), kind=kind, minutes=minutes, least=_least(table, minutes, give),
                    give=give, protected=table.flag("protected", False), leader=table.text("leader", ""),
                    hint=table.words("hint", ""), materials=table.spoken("materials", ()),
                    lines=read_lines(table.file, body, script, minutes), script=first_included(body),
                    per_person=_per_person(table, kind))
    if whole.protected and give is not Give.FIXED:
        raise table.broken(_("a protected segment is always fixed"), "give")
    short = _short(table, whole) if cut else None
    table.done()
    return _Written(table, whole, short)


def _short(table: Table, whole: Segment) -> Segment | None:
    """What the short cut makes of a segment: `short` holds what is different there, and minutes = 0 leaves it out."""
    entry = table.table("short")
    minutes = entry.number("minutes", 0, whole.minutes)
    if not minutes:
        entry.done()
        return None
    per_person = _per_person(entry, whole.kind) if entry.has("per_person") else whole.per_person
    out = replace(whole, minutes=minutes, least=_least(entry, minutes, whole.give), per_person=per_person,
                  hint=entry.words("hint", whole.hint))
    entry.done()
    return out


def _last_minutes(written: tuple[_Written, ...]) -> tuple[Segment, ...]:
    """The short cut's segments; a line for a minute stays as far from the protected ending as in the whole plan."""
    out = []
    for place, one in enumerate(written):
        if one.short is None:
            continue
        later = sum(other.whole.minutes - (other.short.minutes if other.short else 0)
                    for other in written[place:] if not other.whole.protected)
        lines = []
        for line in one.short.lines:
            if line.kind is LineKind.AT and line.minute is not None:
                line = replace(line, minute=line.minute - later)
                if line.minute is None or not 0 <= line.minute < one.short.minutes:
                    raise one.table.broken(_("in the short cut, minute {n} is not inside the segment")
                                           .format(n=line.minute), "short")
            lines.append(line)
        out.append(replace(one.short, lines=tuple(lines)))
    return tuple(out)


def _per_person(table: Table, kind: SegmentKind) -> int | None:
    if not table.has("per_person"):
        return None
    seconds = table.number("per_person", 5, 3600)
    if not kind.is_round:
        raise table.broken(_("“per_person” is for rounds only"), "per_person")
    return seconds


def _least(table: Table, minutes: int, give: Give) -> int:
    """The shortest a segment may become: itself when fixed, nothing when it may drop, else what is written."""
    if give is Give.SHRINK:
        least = table.number("least", 1, _LONGEST)
        if least >= minutes:
            raise table.broken(_("“least” should be less than “minutes”"), "least")
        return least
    if table.has("least"):
        raise table.broken(_("“least” is only for segments that shrink"), "least")
    return minutes if give is Give.FIXED else 0


def _check_ending(head: Table, segments: tuple[Segment, ...]) -> None:
    """The protected ending is one stretch, and the circle ends with it."""
    protected = [segment.protected for segment in segments]
    if not protected[-1] or protected != sorted(protected):
        place = max((n for n, safe in enumerate(protected) if not safe), default=0)
        raise head.broken(_("the last segments should be protected, and only those"), "segment", place)
