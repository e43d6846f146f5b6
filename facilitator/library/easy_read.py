"""Reads Easy Read versions: rows of short lines, each with the picture that stands beside it."""

from __future__ import annotations

from facilitator.i18n import _
from facilitator.library.shelf import Shelf
from facilitator.library.table import Table
from facilitator.model.easy_read import EasyPart, EasyRead, EasyRow, Picture, lines_of


def read_easy_read(shelf: Shelf, name: str) -> EasyRead:
    """One version, by its file's path below the resources."""
    head = shelf.toml(name)
    parts = tuple(_part(part) for part in head.tables("part"))
    cautions, ask = head.spoken("cautions", ()), head.words("ask", "")
    withdraw = head.spoken("withdraw", ())
    out = EasyRead(
        id=head.text("id"), document=head.text("document"), item=head.text("item", ""), language=name.split("/")[1],
        title=head.words("title"), cautions=cautions, parts=parts, own_lines=head.spoken("own_lines", ()), ask=ask,
        withdraw=withdraw, made_from=head.text("made_from", ""),
        origin=shelf.origin(head, *lines_of(cautions, parts, ask, *withdraw)))
    head.done()
    return out


def _part(table: Table) -> EasyPart:
    rows = tuple(_row(row) for row in table.tables("row"))
    out = EasyPart(title=table.words("title", ""), rows=rows, steps=table.flag("steps", False),
                   turn=table.flag("turn", False))
    table.done()
    return out


def _row(table: Table) -> EasyRow:
    lines = table.spoken("says")
    for place, line in enumerate(lines):
        if line.count("**") % 2:
            raise table.broken(_("a key word stands between two pairs of stars, like **this**"), "says", place)
    out = EasyRow(picture=table.choice("picture", Picture), lines=lines, id=table.text("id", ""))
    table.done()
    return out
