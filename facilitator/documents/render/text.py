"""The words of a sheet for people who do not see the page: from its blocks, and page by page as it was tagged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from facilitator.documents import blocks as b
from facilitator.documents.declaration import NOTE_DOT, Sheet
from facilitator.documents.render.tags import Element, SheetRecord
from facilitator.documents.words import plain


# ---------------------------------------------------------------- from the blocks
def render_text(sheet: Sheet) -> str:
    """The whole sheet, a line for each paragraph, list item and table row, in reading order."""
    head: tuple[str, ...] = (sheet.kind, sheet.warning or sheet.note)
    foot: tuple[str, ...] = (plain(sheet.crisis), sheet.source, sheet.privacy, sheet.privacy_note)
    if any(isinstance(block, b.Deck) for block in sheet.blocks):
        head = (NOTE_DOT.join(filter(None, head)), sheet.source)
        foot = (*sheet.faces[-1:], sheet.privacy)
    body = (line for block in sheet.blocks for line in lines(block))
    return "\n".join(line for line in (*head, *body, *foot) if line)


def lines(block: b.Block) -> Iterator[str]:
    """The lines of a block; a row that has several words in it has them parted by a space."""
    return _readers()[type(block)](block)


def _text(block: b.Para | b.Heading) -> Iterator[str]:
    yield plain(block.text)


def _title(block: b.Title) -> Iterator[str]:
    yield " ".join(block.lines) or block.text


def _items(block: b.Items) -> Iterator[str]:
    yield from map(plain, block.items)


def _steps(block: b.Steps) -> Iterator[str]:
    for place, step in enumerate(block.steps, 1):
        key = f"{step.key}." if block.axis is b.Axis.NUMBERS and step.key else step.key
        yield _row(str(place), key, plain(step.text), *map(plain, step.say))


def _table(block: b.Table) -> Iterator[str]:
    yield _row(*(column.title for column in block.columns))
    for row in block.rows:
        yield _row(*map(plain, row.cells))


def _write_lines(block: b.WriteLines) -> Iterator[str]:
    yield from block.labels


def _box(block: b.Box) -> Iterator[str]:
    yield plain(block.title)
    yield from _group(block)


def _group(block: b.Box | b.Group) -> Iterator[str]:
    for inner in block.blocks:
        yield from lines(inner)


def _beside(block: b.Beside) -> Iterator[str]:
    for cell in block.cells:
        yield from lines(cell)


def _danger(block: b.Danger) -> Iterator[str]:
    yield from (block.title, plain(block.text), block.number)


def _alt(block: b.Figure | b.Strip | b.Circles) -> Iterator[str]:
    yield block.alt


def _caution(block: b.Caution) -> Iterator[str]:
    yield block.title
    yield from map(plain, block.items)
    if block.figure is not None:
        yield block.figure.alt


def _facts(block: b.Facts) -> Iterator[str]:
    for fact in block.facts:
        yield from (fact.figure, fact.words)


def _contacts(block: b.Contacts) -> Iterator[str]:
    yield block.title
    for one in block.contacts:
        yield _row(one.name, one.what, one.channel, one.number, one.checked or (block.verify if one.verify else ""))


def _part(block: b.Part) -> Iterator[str]:
    yield from (block.title, block.clock, block.length, block.give_words, block.leader)
    for line in block.lines:
        yield _row(f"{line.at}:" if line.at else "", plain(line.text))


def _clauses(block: b.Clauses) -> Iterator[str]:
    yield block.theme
    for clause in block.clauses:
        yield _row(clause.number, clause.text, clause.why)


def _labels(block: b.Blanks) -> Iterator[str]:
    yield from block.labels


def _sign_in(block: b.SignIn) -> Iterator[str]:
    yield _row(block.name, *block.ticks)
    yield from (str(block.first + place) for place in range(block.rows))


def _count_line(block: b.CountLine) -> Iterator[str]:
    yield from (*block.blanks, block.tick)


def _done_line(block: b.DoneLine) -> Iterator[str]:
    yield block.label


def _pairs(block: b.Pairs) -> Iterator[str]:
    for pair in block.pairs:
        yield _row(pair.label, plain(pair.text))


def _clocks(block: b.Clocks) -> Iterator[str]:
    for line in block.lines:
        yield _row(line.clock, line.text, line.note)


def _tick_grid(block: b.TickGrid) -> Iterator[str]:
    yield _row(block.name, *block.days)
    for who, cells in block.rows:
        yield _row(who, *cells)


def _faces(block: b.Faces) -> Iterator[str]:
    yield _row(*block.words)
    yield from block.asked


def _hang(block: b.Hang) -> Iterator[str]:
    yield block.text
    for inner in block.blocks:
        yield from lines(inner)


def _say(block: b.Say) -> Iterator[str]:
    yield from map(plain, block.lines)


def _ask(block: b.Ask) -> Iterator[str]:
    yield from (block.text, block.hint)


def _card_title(block: b.CardTitle) -> Iterator[str]:
    yield block.text


def _cards(block: b.Cards) -> Iterator[str]:
    for card in block.cards[:1] if block.copies else block.cards:
        for inner in card:
            yield from lines(inner)


def _deck(block: b.Deck) -> Iterator[str]:
    cards = block.cards[:1] if block.copies else block.cards
    backs = block.backs[:1] if block.copies or len(block.backs) == 1 else block.backs
    for face in (*cards, *backs):
        yield from (face.title, plain(face.small), plain(face.strong))
        for place, step in enumerate(face.steps, 1):
            yield _row(str(place), plain(step))
        for row in face.rows:
            yield _row(row.name, row.number, row.verify)
        yield from (*face.write, plain(face.foot))


def _code(block: b.Code) -> Iterator[str]:
    for place, group in enumerate(block.groups, 1):
        yield from (str(place), group)


def _picture_rows(block: b.PictureRows) -> Iterator[str]:
    for row in block.rows:
        yield _row(str(row.step or ""), *map(plain, row.lines), row.number, *block.faces, row.alt)


def _silent(block: b.Rule | b.PageBreak) -> Iterator[str]:
    yield from ()


CELL = "\t"
"""Between the cells of a row, in the words of a page."""
_HEADS = ("H1", "H2", "H3")


def _row(*words: str) -> str:
    return " ".join(word for word in words if word)


@cache
def _readers() -> dict[type[Any], Callable[[Any], Iterator[str]]]:
    return {
        b.Title: _title, b.Heading: _text, b.Para: _text, b.Items: _items, b.Steps: _steps, b.Table: _table,
        b.WriteLines: _write_lines, b.Box: _box, b.Beside: _beside, b.Group: _group, b.Danger: _danger, b.Figure: _alt,
        b.Caution: _caution, b.Facts: _facts, b.Contacts: _contacts, b.Strip: _alt, b.Part: _part,
        b.Clauses: _clauses, b.Circles: _alt, b.Blanks: _labels, b.SignIn: _sign_in, b.CountLine: _count_line,
        b.DoneLine: _done_line, b.Code: _code, b.Rule: _silent, b.PageBreak: _silent, b.Pairs: _pairs,
        b.Clocks: _clocks, b.TickGrid: _tick_grid, b.Faces: _faces,
        b.Hang: _hang, b.Say: _say, b.Ask: _ask, b.CardTitle: _card_title, b.Cards: _cards,
        b.Deck: _deck,
        b.PictureRows: _picture_rows,
    }


# ---------------------------------------------------------------- from the tags
def page_text(record: SheetRecord, page: int) -> tuple[str, tuple[int, ...]]:
    """What one page says, in the order it is read out, and which of its lines (from 0) are headings.

    Cells of a table's row are parted by a tab.
    """
    out: list[tuple[str, bool]] = []
    _walk(record.root, page, out)
    said = [(line, head) for line, head in out if line]
    heads = tuple(number for number, (_line, head) in enumerate(said) if head)
    return "\n".join(line for line, _head in said), heads


def _walk(element: Element, page: int, out: list[tuple[str, bool]]) -> None:
    if element.role in ("LI", "TR"):
        parts = [text for text in _texts(element, page) if text]
        out.append(((CELL if element.role == "TR" else " ").join(parts), False))
        return
    if element.texts:
        out.append((_said(element, page), element.role in _HEADS))
    for kid in element.kids:
        if isinstance(kid, Element):
            _walk(kid, page, out)


def _said(element: Element, page: int) -> str:
    return "".join(text for at, text in element.texts if at == page).strip()


def _texts(element: Element, page: int) -> list[str]:
    out = [_said(element, page)]
    for kid in element.kids:
        if isinstance(kid, Element):
            out += _texts(kid, page)
    return out
