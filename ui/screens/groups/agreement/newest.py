"""What a group agreed, in its newest version, and every version before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from facilitator.evening.clauses import compare
from facilitator.i18n import _
from facilitator.model.agreement import AgreementVersion, Clause
from facilitator.workspace import Workspace
from ui.screens.groups.agreement.differences import Differences
from ui.screens.groups.leaf import Leaf, Room
from ui.screens.groups.part import Part
from ui.screens.groups.where import Path
from ui.screens.groups.words import day_words, people_words
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Columns,
    Empty,
    Fact,
    Label,
    Notice,
    Paragraph,
    RowItem,
    RowList,
    Sheet,
    box,
    down,
    heading,
)


class AgreementPart(Part):
    """The version in force, with what came before it."""

    areas = ("agreements",)

    def read(self) -> None:
        """Ask for every version."""
        group_id = self.group_id
        self.ask(lambda workspace: workspace.agreements.history(group_id), self._show)

    def _show(self, history: tuple[AgreementVersion, ...]) -> None:
        theme, today = self.theme, self.room.desk.clock.today()
        if not history:
            step = self.way(_("Start from the core twelve"), "agreement", "change", primary=True)
            words = _("An agreement says how you look after each other. Read it aloud, and change it when you like.")
            self.redraw(Empty(theme, _("No agreement yet"), words, step), STRETCH)
            return
        newest, before = history[0], history[1] if len(history) > 1 else None
        change = self.way(_("Change it"), "agreement", "change", icon="pencil", quiet=True)
        head = box(heading(theme, version_words(newest), change))
        sheet = Sheet(theme, down(theme, head, 4, Clauses(theme, newest.clauses), margins=(28, 14, 20, 24)), stack=2)
        parts: list[QWidget | int] = []
        if newest.review_by is not None and newest.due(today):
            parts += [
                Notice(
                    theme,
                    _("It is time to look at it again."),
                    _("You wanted to by {day}.").format(day=day_words(newest.review_by, today)),
                    icon="calendar",
                ),
                16,
            ]
        parts += [*facts(theme, newest, today), 18]
        if before is not None:
            found = compare(before.clauses, newest.clauses)
            parts += [Differences(theme, _("New since {version}").format(version=version_words(before)), found), 18]
            rows = RowList(theme, _("Earlier versions"))
            rows.opened.connect(self._open)
            rows.show_items(
                [RowItem(one.id, version_words(one), day_words(one.adopted_on, today)) for one in history[1:]]
            )
            parts += [box(heading(theme, _("Earlier versions"))), 4, rows]
        self.redraw(Columns(theme, sheet, box(down(theme, *parts)), shares=(60, 40), gap=36), STRETCH)

    def _open(self, key: object) -> None:
        if isinstance(key, bytes):
            self.room.open((self.group_id, "agreement", key))


class VersionPage(Leaf):
    """An earlier version, to be read. Nothing in it can be changed."""

    def __init__(self, room: Room, path: Path) -> None:
        super().__init__(room, path, _("Agreement"), back=_("The agreement now"))
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self._version_id = path[2]
        self._drawn = False

    def read(self) -> None:
        """Ask for it."""
        if not self._drawn:
            self.ask(self._version, self._show)

    def _version(self, workspace: Workspace) -> _Old:
        group = workspace.groups.get(self.group_id)
        history = workspace.agreements.history(self.group_id)
        found = [one for one in history if one.id == self._version_id]
        return _Old(group.name, found[0] if found else None, history[0] if history else None)

    def _show(self, old: _Old) -> None:
        theme, today = self.theme, self.room.desk.clock.today()
        if old.version is None:
            self.go_back()
            return
        self._drawn = True
        self.head.say(old.group, version_words(old.version))
        sheet = Sheet(theme, down(theme, Clauses(theme, old.version.clauses), margins=(28, 18, 26, 24)))
        parts: list[QWidget | int] = [*facts(theme, old.version, today), 18]
        if old.newest is not None and old.newest.id != old.version.id:
            now = _("Since then, in {version}").format(version=version_words(old.newest))
            parts.append(Differences(theme, now, compare(old.version.clauses, old.newest.clauses)))
        side = box(down(theme, *parts))
        self.body.put(Columns(theme, sheet, side, shares=(60, 40), gap=36), STRETCH)


@dataclass(frozen=True, slots=True)
class _Old:
    group: str
    version: AgreementVersion | None
    newest: AgreementVersion | None


class Clauses(QWidget):
    """Clauses to read, by their quarter."""

    def __init__(self, theme: Theme, clauses: Sequence[Clause]) -> None:
        super().__init__()
        parts: list[QWidget | int] = []
        quarter: str | None = None
        for clause in clauses:
            if clause.theme != quarter:
                quarter = clause.theme
                if quarter:
                    parts += [12, Label(theme, quarter, "h3", wrap=True), 8]
            parts.append(Label(theme, clause.text, "strong", wrap=True))
            if clause.why:
                parts += [2, Paragraph(theme, clause.why, "body", "soft")]
            if clause.if_broken:
                words = _("If it is broken: {words}").format(words=clause.if_broken)
                parts += [2, Paragraph(theme, words, "small", "soft")]
            parts.append(10)
        self.setLayout(down(theme, *parts[:-1]))


def version_words(version: AgreementVersion) -> str:
    """Version 3."""
    return _("Version {number}").format(number=version.number)


def facts(theme: Theme, version: AgreementVersion, today: date) -> list[QWidget | int]:
    """When it was agreed, by how many, and when it is looked at again."""
    parts: list[QWidget | int] = [
        Fact(theme, "calendar", _("Agreed on {day}").format(day=day_words(version.adopted_on, today))),
        10,
    ]
    if version.present:
        parts += [Fact(theme, "groups", _("{people} were there").format(people=people_words(version.present))), 10]
    if version.review_by is not None:
        again = _("To be looked at again by {day}").format(day=day_words(version.review_by, today))
        parts += [Fact(theme, "again", again), 10]
    return parts
