"""Reads agenda templates: segments with their minutes, what may give, and words to say."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.i18n import _
from facilitator.library.scripts import first_included, read_lines
from facilitator.library.shelf import Shelf
from facilitator.library.table import Table
from facilitator.model.agenda import AgendaDraft, Give, Segment, SegmentKind
from facilitator.model.content import AgendaTemplate, Script
from facilitator.model.group import Application

_LONGEST = 480
"""Minutes: nobody plans a circle of more than a working day."""


def read_agenda(shelf: Shelf, name: str, script: Callable[[str], Script | None]) -> AgendaTemplate:
    """One agenda template, by its file's path below the resources, with the scripts it names filled in."""
    head = shelf.toml(name)
    id, title, minutes = head.text("id"), head.words("title"), head.number("minutes", 1, _LONGEST)
    segments = tuple(_segment(shelf, table, script) for table in head.tables("segment"))
    total = sum(segment.minutes for segment in segments)
    if total != minutes:
        raise head.broken(_("the segments take {total} minutes, not {minutes}")
                          .format(total=total, minutes=minutes), "minutes")
    said = [line.text for segment in segments for line in segment.lines]
    out = AgendaTemplate(id=id, title=title, summary=head.words("summary"),
                         applications=head.choices("applications", Application),
                         agenda=AgendaDraft(name=title, minutes=minutes, segments=segments, template=id),
                         origin=shelf.origin(head, *said))
    head.done()
    _check_ending(head, segments)
    return out


def _segment(shelf: Shelf, table: Table, script: Callable[[str], Script | None]) -> Segment:
    minutes, give = table.number("minutes", 1, _LONGEST), table.choice("give", Give)
    kind = table.choice("kind", SegmentKind)
    text, first = table.raw("words")
    body = shelf.parts(table.file, text, first)
    per_person = table.number("per_person", 5, 3600) if table.has("per_person") else None
    if per_person is not None and not kind.is_round:
        raise table.broken(_("“per_person” is for rounds only"), "per_person")
    out = Segment(title=table.words("title"), kind=kind, minutes=minutes, least=_least(table, minutes, give), give=give,
                  protected=table.flag("protected", False), leader=table.text("leader", ""),
                  hint=table.words("hint", ""), materials=table.spoken("materials", ()),
                  lines=read_lines(table.file, body, script, minutes), script=first_included(body),
                  per_person=per_person)
    if out.protected and give is not Give.FIXED:
        raise table.broken(_("a protected segment is always fixed"), "give")
    table.done()
    return out


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
