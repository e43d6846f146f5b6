"""Papers of a group that are out of the building, named where the group itself is about to change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface, ngettext
from facilitator.model.ids import Id
from facilitator.model.paper import PaperOut
from facilitator.workspace import Workspace
from ui.theme import Theme
from ui.widgets import Fact, Label, box, down, heading

Out: TypeAlias = tuple[PaperOut, str]
"""A sheet that is out, and its title."""


def out_of(workspace: Workspace, group_id: Id) -> tuple[Out, ...]:
    """The group's sheets that are out."""
    from facilitator.packs import offered

    titles = {document.id: document.title(interface()) for document in offered()}
    return tuple((paper, titles.get(paper.document, paper.document)) for paper in workspace.papers.out(group_id))


def papers_out(theme: Theme, papers: Sequence[Out]) -> QWidget:
    """The sheets, each with how many and since when."""
    parts: list[QWidget | int] = [box(heading(theme, _("Papers that are out"))), 8]
    for paper, title in papers:
        day = interface().date(paper.printed_on, "d MMMM")
        line = ngettext("{n} copy, printed on {day}", "{n} copies, printed on {day}", paper.copies)
        parts += [Fact(theme, "paper", title, line.format(n=paper.copies, day=day), look=True), 8]
    said = _("Names may stand on them. Bring them back and shred them.") if papers else _("None are noted as out.")
    return box(down(theme, *parts, Label(theme, said, "small", "soft", wrap=True)))
