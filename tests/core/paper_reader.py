"""Reads a tagged PDF the way a screen reader does, for the tests: through its structure, element by element."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import pikepdf

Key: TypeAlias = tuple[int, int]
_LETTER = re.compile(rb"<([0-9A-F]+)> <([0-9A-F]+)>")


@dataclass
class PageMarks:
    """A page's marked stretches: number → (role it is drawn as, its words)."""

    words: dict[int, str] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
    """Words that are neither marked nor an artifact."""
    artifacts: list[str] = field(default_factory=list)


def opened(pdf: bytes) -> pikepdf.Pdf:
    """The PDF."""
    return pikepdf.open(io.BytesIO(pdf))


def squeezed(text: str) -> str:
    """The text with every stretch of white space as one space."""
    return " ".join(text.replace("\u00a0", " ").split())


def spoken(pdf: bytes) -> str:
    """All words in the order of the structure tree, figures by their alternative text."""
    with opened(pdf) as file:
        pages = [(page.obj.objgen, read_page(page)) for page in file.pages]
        marks = dict(pages)
        return squeezed(" ".join(_walk(file.Root.StructTreeRoot.K, marks, None)))


def _walk(element: pikepdf.Object, marks: dict[Key, PageMarks], home: Key | None) -> Iterator[str]:
    home = element.Pg.objgen if "/Pg" in element else home
    if "/Alt" in element:
        yield str(element.Alt)
        return
    kids = element.get("/K", pikepdf.Array())
    for kid in (kids if isinstance(kids, pikepdf.Array) else [kids]):
        if isinstance(kid, int):
            assert home is not None
            yield marks[home].words[kid]
        elif kid.get("/Type") == "/MCR":
            yield marks[kid.Pg.objgen].words[int(kid.MCID)]
        else:
            yield from _walk(kid, marks, home)


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """All structure elements from the top."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop()
        yield element
        kids = element.get("/K", pikepdf.Array())
        waiting += [kid for kid in (kids if isinstance(kids, pikepdf.Array) else [kids])
                    if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem"]


def read_page(page: pikepdf.Page) -> PageMarks:
    """The words of a page by their marks, decoded with each font's own table."""
    out = PageMarks()
    tables = {str(name): font_table(font) for name, font in page.Resources.Font.items()}
    table: dict[int, str] = {}
    stack: list[tuple[str, int | None]] = []
    silent = 0
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            facts = operands[1] if name == "BDC" else pikepdf.Dictionary()
            if "/MCID" in facts:
                stack.append(("mark", int(facts.MCID)))
                out.words[int(facts.MCID)] = ""
                out.roles[int(facts.MCID)] = str(operands[0])[1:]
            elif str(operands[0]) == "/Artifact":
                stack.append(("artifact", None))
            else:
                stack.append(("span", None))
                _add(out, stack[:-1], str(facts.ActualText))
                silent += 1
        elif name == "EMC":
            kind, _number = stack.pop()
            silent -= kind == "span"
        elif name == "Tf":
            table = tables[str(operands[0])]
        elif name in ("Tj", "TJ") and not silent:
            parts = operands[0] if name == "TJ" else operands
            raw = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
            _add(out, stack, "".join(table[code] for code in raw))
    assert not stack
    return out


def _add(out: PageMarks, stack: list[tuple[str, int | None]], words: str) -> None:
    kind, number = stack[-1] if stack else ("", None)
    if kind == "mark" and number is not None:
        out.words[number] += words
    elif kind == "artifact":
        out.artifacts.append(words)
    else:
        out.loose.append(words)


def font_table(font: pikepdf.Object) -> dict[int, str]:
    """What each code of a font stands for."""
    raw = font.ToUnicode.read_bytes()
    return {int(code, 16): bytes.fromhex(letter.decode()).decode("utf-16-be") for code, letter in
            _LETTER.findall(raw.split(b"endcodespacerange")[1])}
