"""Reads words to say: > bars are said, paragraphs are directions, - items are for when, 12. items are for a minute."""

from __future__ import annotations

import re
from collections.abc import Callable

from facilitator.errors import ContentBroken
from facilitator.i18n import _
from facilitator.library.markdown import Part, PartKind
from facilitator.library.shelf import Shelf
from facilitator.library.table import Table
from facilitator.model.agenda import Line, LineKind
from facilitator.model.content import LimitPoint, Script, ScriptKind
from facilitator.model.group import Application

_INCLUDE = re.compile(r"^\{script:([a-z0-9-]+)\}$")


def read_script(shelf: Shelf, name: str) -> Script:
    """One script, by its file's path below the resources."""
    head, body = shelf.markdown(name)
    lines = read_lines(name, body)
    if not lines:
        raise head.broken(_("there are no words here"))
    kind = head.choice("kind", ScriptKind)
    points = _points(head) if kind is ScriptKind.LIMITS and (head.has("points") or shelf.own is None) else ()
    out = Script(id=head.text("id"), title=head.words("title"), kind=kind,
                 applications=head.choices("applications", Application), lines=lines, points=points,
                 anonymous=head.flag("anonymous", False), origin=shelf.origin(head, *(line.text for line in lines)))
    if out.missing_points and shelf.own is None:  # a group is advised, not stopped
        raise head.broken(_("the words marked for “{point}” are not said below").format(point=out.missing_points[0]),
                          "points", str(out.missing_points[0]))
    head.done()
    return out


def _points(head: Table) -> tuple[tuple[LimitPoint, str], ...]:
    """The words that make each of the five points about limits, as the head's [points] quotes them."""
    table = head.table("points")
    out = tuple((point, words) for point in LimitPoint for words in table.spoken(point.value))
    table.done()
    return out


def read_lines(name: str, body: tuple[Part, ...], script: Callable[[str], Script | None] = lambda id: None,
               minutes: int = 0) -> tuple[Line, ...]:
    """The lines of a script or segment; `minutes` is the segment's length, `script` finds what {script:id} names."""
    out: list[Line] = []
    for part in body:
        if part.kind is PartKind.SAY:
            out.append(Line(LineKind.SAY, part.text))
        elif part.kind is PartKind.POINT:
            if not part.lead.endswith(":"):
                raise ContentBroken(name, part.line, _("an item should begin with its case in bold, like **Silence:**"))
            out.append(Line(LineKind.IF, f"{part.lead} {part.text}"))
        elif part.kind is PartKind.NUMBER:
            if not part.number < minutes:
                raise ContentBroken(name, part.line, _("minute {n} is not inside the segment").format(n=part.number))
            out.append(Line(LineKind.AT, part.text, part.number))
        elif part.kind is PartKind.HEADING:
            raise ContentBroken(name, part.line, _("headings do not belong in words to say"))
        elif found := _INCLUDE.match(part.text):
            other = script(found[1])
            if other is None:
                raise ContentBroken(name, part.line, _("there is no script called “{id}”").format(id=found[1]))
            out.extend(other.lines)
        else:
            out.append(Line(LineKind.DO, part.text))
    return tuple(out)


def exchange(lines: tuple[Line, ...], written: tuple[tuple[Line, ...], ...],
             wanted: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with `wanted` wherever one of the `written` runs of lines stands whole."""
    for run in sorted(written, key=len, reverse=True):
        for place in range(len(lines) - len(run) + 1):
            if lines[place:place + len(run)] == run:
                return (*lines[:place], *wanted, *exchange(lines[place + len(run):], written, wanted))
    return lines


def first_included(body: tuple[Part, ...]) -> str:
    """The id of the first script that a segment takes in, or empty."""
    return next((found[1] for part in body if (found := _INCLUDE.match(part.text))), "")
