"""What goes for good, in words, and where copies of it still lie: on papers that are out, and in backups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface, ngettext
from facilitator.model.exporting import ExportKind, ExportNote
from facilitator.model.ids import Id
from facilitator.model.lowering import Goes
from facilitator.model.paper import PaperOut
from facilitator.workspace import Workspace
from ui.theme import Theme
from ui.widgets import Confirm, Fact, Label, box, down, heading

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


def saved_words(note: ExportNote) -> str:
    """Which list was saved, and when."""
    day = interface().date(note.on, "d MMMM y")
    return {
        ExportKind.ROSTER: _("{day}: who is in a group"), ExportKind.ATTENDANCE: _("{day}: who was there"),
        ExportKind.PERSON: _("{day}: what is kept about one person"),
    }[note.kind].format(day=day)  # fmt: skip


def copies_left(theme: Theme, saved: Sequence[ExportNote]) -> QWidget:
    """Where the vault itself cannot reach: backups, lists that were saved as files, what is sealed to others."""
    words = _("Backups from before today still hold what goes here.")
    more = _("Make a new backup afterwards, then destroy the old ones you no longer need.")
    sealed = _("Half-typed words, own pages and concerns are sealed to one reader each. They cannot be looked into "
               "from here, and may hold it too.")
    parts: list[QWidget | int] = [box(heading(theme, _("Copies"))), 8, Fact(theme, "stick", words, more)]
    if saved:
        lists = ". ".join(map(saved_words, saved))
        parts += [10, Fact(theme, "sheetout", _("Lists were saved as files. Delete those that hold it."), lists)]
    return box(down(theme, *parts, 10, Fact(theme, "lock", sealed)))


def goes_words(what: Goes, n: int) -> str:
    """What goes, with its number."""
    return {
        Goes.PEOPLE: ngettext("{n} person on the list", "{n} people on the list", n),
        Goes.REMOVED: ngettext(
            "{n} person who was taken off the list before", "{n} people who were taken off the list before", n
        ),
        Goes.TICKS: ngettext("{n} tick of who was there", "{n} ticks of who was there", n),
        Goes.CONTACTS: ngettext("{n} way to reach somebody", "{n} ways to reach somebody", n),
        Goes.RULES: ngettext("{n} note on what to mind before a call", "{n} notes on what to mind before a call", n),
        Goes.EMERGENCY: ngettext("{n} emergency contact", "{n} emergency contacts", n),
        Goes.AGES: ngettext("{n} age", "{n} ages", n),
        Goes.ANSWERS: ngettext("{n} answer to what was asked", "{n} answers to what was asked", n),
        Goes.NEEDS: ngettext("{n} thing that helps one person", "{n} things that help one person", n),
        Goes.DATES: ngettext("{n} date to remember", "{n} dates to remember", n),
        Goes.PAIRINGS: ngettext("{n} pair", "{n} pairs", n),
        Goes.MEETINGS: ngettext("{n} meeting of a pair", "{n} meetings of a pair", n),
        Goes.ROLES: ngettext("{n} name beside a task of an evening", "{n} names beside a task of an evening", n),
        Goes.READINGS: ngettext("{n} name of who has read a translation", "{n} names of who has read a translation", n),
    }[what].format(n=n)


def confirm_erasing(theme: Theme, parent: QWidget, words: str, typed: str, then: Callable[[], None]) -> None:
    """Ask once more before something goes for good; `typed` has to be typed, unless it is empty."""
    confirm = Confirm(
        theme, parent, _("Erase it for good?"), words, _("Erase it for good"), _("Leave it as it is"), typed
    )
    confirm.confirmed.connect(then)
    confirm.open()
