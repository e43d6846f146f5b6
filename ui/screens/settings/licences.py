"""What the app is made of and under which licences, in plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from facilitator.paths import resources
from ui.theme import Theme
from ui.widgets import Button, Header, Label, Page, Sheet, down

_FILE = "LICENCES.md"


@dataclass(frozen=True, slots=True)
class Line:
    """A line to show: a heading (level 1 or 2), or words with a bold beginning where there is one."""

    words: str
    level: int = 0
    lead: str = ""


def read(file: Path | None = None) -> Iterator[Line]:
    """The shipped list of licences, line by line; its tables become lines."""
    text = (file or resources() / _FILE).read_text("utf-8")
    paragraph: list[str] = []
    head = True
    for raw in [*text.splitlines(), ""]:
        line = raw.strip().replace("`", "")
        table = line.startswith("|")
        if paragraph and (not line or table or line.startswith("#")):
            yield Line(" ".join(paragraph))
            paragraph = []
        if table:
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if set(line) <= set("|- "):
                head = False
            elif not head:
                yield Line(". ".join(cell.rstrip(".") for cell in cells[1:] if cell) + ".", lead=cells[0])
            continue
        head = True
        if line.startswith("#"):
            yield Line(line.lstrip("# "), level=min(2, len(line) - len(line.lstrip("#"))))
        elif line:
            paragraph.append(line)


def page(theme: Theme, back: Button) -> Page:
    """The list on a page of its own."""
    lines = list(read())
    found = Page(theme, Header(theme, "", lines[0].words if lines else "", back=back))
    sheet = down(theme, margins=(28, 20, 28, 26))
    for line in lines[1:]:
        if line.level:
            sheet.put(18, Label(theme, line.words, "h3", wrap=True), 6)
        else:
            if line.lead:
                sheet.put(6, Label(theme, line.lead, "strong", wrap=True))
            sheet.put(Label(theme, line.words, "small" if line.lead else "body", "soft", wrap=True), 2)
    found.body.put(Sheet(theme, sheet))
    return found
