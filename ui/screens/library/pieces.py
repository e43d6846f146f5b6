"""Small pieces an item is laid out from: a line of a list, a list under its heading, cautions in their panel."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.content import Step
from ui.theme import Theme
from ui.widgets import TOP, Label, Panel, Paragraph, across, box, down
from ui.widgets.layout import Item


def bullet(theme: Theme, text: str) -> QWidget:
    """A line of a plain list."""
    dot = Label(theme, "•", "strong", "soft")
    return box(across(theme, (dot, 0, TOP), (Paragraph(theme, text), 1), gap=10))


def bullets(theme: Theme, title: str, lines: Iterable[str]) -> list[Item]:
    """A heading and its lines."""
    return [Label(theme, title, "h3", wrap=True), 6, *(bullet(theme, line) for line in lines), 14]


def cautions(theme: Theme, title: str, lines: Iterable[str]) -> Panel:
    """What to know before anything is done."""
    return Panel(theme, down(theme, Label(theme, title, "strong", wrap=True), *(bullet(theme, line) for line in lines),
                             gap=4, margins=(18, 12, 16, 14)), "look_tint", "look")  # fmt: skip


def steps(theme: Theme, found: Iterable[Step]) -> list[Item]:
    """Numbered steps, each with its key word."""
    out: list[Item] = []
    for n, step in enumerate(found, 1):
        said = box(down(theme, Label(theme, step.key, "strong", wrap=True), Paragraph(theme, step.text)))
        out += [across(theme, (Label(theme, str(n), "h3", "soft", tabular=True), 0, TOP), (said, 1), gap=14), 8]
    return out


def aloud(theme: Theme, lines: Iterable[str]) -> list[Item]:
    """Words to say, between quote marks."""
    out: list[Item] = []
    for text in lines:
        out += [Paragraph(theme, _("“{words}”").format(words=text)), 4]
    return out
