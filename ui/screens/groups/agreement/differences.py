"""Two versions of an agreement side by side: what was added, put in other words and taken away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.evening.clauses import Comparison
from facilitator.i18n import _
from facilitator.model.agreement import Clause
from ui.theme import Theme
from ui.widgets import Glyph, Label, across, box, down, heading
from ui.widgets.layout import TOP


class Differences(QWidget):
    """Under a title, each difference with its mark and its word; colour says nothing of it."""

    def __init__(self, theme: Theme, title: str, found: Comparison) -> None:
        super().__init__()
        self._theme = theme
        parts: list[QWidget | int] = [box(heading(theme, title)), 8]
        for clause in found.added:
            parts += [self._one("plus", _("Added"), [clause.text]), 10]
        for before, after in found.changed:
            parts += [self._one("pencil", _("In other words"), _changed(before, after)), 10]
        for clause in found.gone:
            parts += [self._one("minus", _("Taken away"), [clause.text]), 10]
        if found.moved:
            parts += [self._one("again", _("In another order"), []), 10]
        if found.same:
            parts += [Label(theme, _("Word for word the same."), "body", "soft", wrap=True), 10]
        self.setLayout(down(theme, *parts[:-1]))

    def _one(self, icon: str, what: str, lines: list[str]) -> QWidget:
        theme = self._theme
        words: list[QWidget] = [Label(theme, what, "small", "soft", wrap=True)]
        words += [Label(theme, line, "body", wrap=True) for line in lines]
        return box(across(theme, (Glyph(theme, icon, "ink_soft", 20), 0, TOP), (box(down(theme, *words, gap=2)), 1),
                          gap=10))  # fmt: skip


def _changed(before: Clause, after: Clause) -> list[str]:
    """What was said, and what is said now; of a line that stayed, what else is different."""
    if before.text != after.text:
        return [_("Before: “{words}”").format(words=before.text), _("Now: “{words}”").format(words=after.text)]
    lines = [_("“{words}”").format(words=after.text)]
    if before.why != after.why:
        lines.append(_("Why, now: {words}").format(words=after.why or _("nothing is said")))
    if before.if_broken != after.if_broken:
        lines.append(_("If it is broken, now: {words}").format(words=after.if_broken or _("nothing is said")))
    return lines
