"""The people of a group, by name and by nothing else, with what helps them and what was not asked yet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.content import LevelExplained
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.member import AccessNeed, Member
from facilitator.workspace import Workspace
from ui.screens.groups.about.level import Consequences
from ui.screens.groups.part import Part
from ui.screens.groups.people.needs import NeedsBox
from ui.screens.groups.words import people_words
from ui.widgets import (
    STRETCH,
    CheckRow,
    Columns,
    Empty,
    Flow,
    Label,
    NarrowField,
    Paragraph,
    RowItem,
    RowList,
    Sheet,
    box,
    down,
)

MANY = 14
"""From how many people on there is a line to find one by, and the list scrolls by itself."""


@dataclass(frozen=True, slots=True)
class _People:
    group: Group
    level: LevelExplained
    members: tuple[Member, ...] = ()
    former: tuple[Member, ...] = ()
    not_asked: frozenset[Id] = frozenset()
    needs: tuple[AccessNeed, ...] = ()


def _read(workspace: Workspace, group_id: Id) -> _People:
    group = workspace.groups.get(group_id)
    level = workspace.library.level_explained(group.record_level)
    needs = workspace.members.needs.of(group_id)
    if group.record_level < RecordLevel.FIRST_NAME:
        return _People(group, level, needs=needs)
    everybody = workspace.members.of(group_id, left=True)
    return _People(
        group,
        level,
        tuple(member for member in everybody if member.active),
        tuple(member for member in everybody if not member.active),
        workspace.members.unasked(group_id),
        needs,
    )


class PeoplePart(Part):
    """The list, how to add to it, and what helps everybody."""

    areas = ("members", "groups")

    def __init__(self, page: object, group_id: Id) -> None:
        super().__init__(page, group_id)  # type: ignore[arg-type]
        self._people: _People | None = None
        self._former = False
        self.list: RowList | None = None
        self.finder: NarrowField | None = None
        self._needs: NeedsBox | None = None

    def read(self) -> None:
        """Ask for everybody."""
        self.ask(lambda workspace: _read(workspace, self.group_id), self._show)

    # ------------------------------------------------------------ drawing
    def _show(self, people: _People) -> None:
        before, self._people = self._people, people
        shape = self._shape(people)
        if before is not None and self.list is not None and shape == self._shape(before):
            self._fill()
            self._refresh_needs(before, people)
            return
        self.list, self.finder = None, None
        if people.group.record_level < RecordLevel.FIRST_NAME:
            self.redraw(self._counted(people), STRETCH)
        elif not people.members and not people.former:
            self.redraw(self._empty(people), STRETCH)
        else:
            self.redraw((self._listed(people), 1) if len(people.members) >= MANY else self._listed(people), STRETCH)
            self._fill()

    @staticmethod
    def _shape(people: _People) -> tuple[object, ...]:
        """What decides how it is laid out."""
        return (
            people.group.record_level,
            bool(people.members or people.former),
            len(people.members) >= MANY,
            bool(people.former),
        )

    def _counted(self, people: _People) -> QWidget:
        theme = self.theme
        words = _(
            "This group counts heads and keeps no names, so there is no list. "
            "Nobody can find out from this vault who was here."
        )
        more = _("If you need names, raise the level under Change. Going back later erases what was added.")
        change = self.way(_("Change the level"), "change", "level", quiet=True)
        save = self.way(_("Save the head-counts"), "people", "export", icon="sheetout", quiet=True)
        sheet = Sheet(
            theme,
            down(
                theme,
                Label(theme, _("No list of people"), "h2", wrap=True),
                8,
                Paragraph(theme, words),
                10,
                Paragraph(theme, more, "body", "soft"),
                8,
                box(Flow(theme, change, save)),
                22,
                self._everybody(people),
                margins=(28, 22, 24, 24),
            ),
            stack=2,
        )
        return box(Columns(theme, sheet, Consequences(theme, people.level), shares=(58, 42), gap=36))

    def _empty(self, people: _People) -> QWidget:
        theme = self.theme
        words = _("Names go on the list only when the person says yes. You can also bring in a list you have already.")
        step = self.way(_("Add the first person"), "people", "new", icon="plus", primary=True)
        bring = self.way(_("Bring in a list"), "people", "import", icon="bring")
        empty = Empty(theme, _("Nobody is on the list yet"), words, step, bring)
        return box(Columns(theme, empty, self._everybody(people), shares=(60, 40), gap=36))

    def _listed(self, people: _People) -> QWidget:
        theme = self.theme
        many = len(people.members) >= MANY
        self.list = RowList(theme, _("People"), fit=not many)
        self.list.opened.connect(self._open)
        self._said = Label(theme, "", "h3", wrap=True)
        self._none = Label(theme, _("Nobody of that name is here."), "body", "soft", wrap=True)
        self._none.hide()
        add = self.way(_("Add a person"), "people", "new", icon="plus", primary=True)
        bring = self.way(_("Bring in a list"), "people", "import", icon="bring")
        save = self.way(_("Save a list"), "people", "export", icon="sheetout")
        parts: list[QWidget | int | tuple[QWidget, int]] = [box(down(theme, self._said, margins=(12, 0, 12, 0))), 8]
        if many:
            self.finder = NarrowField(theme, _("Find a person"), self.list)
            self.finder.narrowed.connect(lambda left: self._none.setVisible(not left))
            parts += [box(down(theme, self.finder, margins=(12, 0, 12, 8)))]
        parts += [(self.list, 1) if many else self.list, box(down(theme, self._none, margins=(12, 8, 12, 8)))]
        sheet = Sheet(theme, down(theme, *parts, margins=(14, 16, 14, 14)), stack=2)
        side: list[QWidget | int] = []
        if people.former:
            gone = CheckRow(theme, _("Show who comes no more"), self._former, softens=False)
            gone.toggled.connect(self._show_former)
            side += [gone, 20]
        self._side = down(theme, *side)
        self._needs = self._everybody(people)
        self._side.put(self._needs)
        columns = box(Columns(theme, sheet, box(self._side), shares=(60, 40), gap=36))
        pairs = self.way(_("One to one"), "pairs", icon="groups", quiet=True)
        return box(down(theme, box(Flow(theme, add, bring, save, pairs, gap=10)), 16, (columns, 1)))

    def _everybody(self, people: _People, typed: str = "") -> NeedsBox:
        own = [need for need in people.needs if need.member_id is None]
        return NeedsBox(self.room, self.group_id, None, own, self.page.refuse, typed)

    def _refresh_needs(self, before: _People, people: _People) -> None:
        def own(of: _People) -> list[AccessNeed]:
            return [need for need in of.needs if need.member_id is None]

        if self._needs is None or own(before) == own(people):
            return
        old, focused = self._needs, self._needs.field.edit.hasFocus()
        self._needs = self._everybody(people, old.field.text)
        self._side.replaceWidget(old, self._needs)
        old.hide()
        old.deleteLater()
        if focused:
            self._needs.field.setFocus()

    # ------------------------------------------------------------ the list
    def _fill(self) -> None:
        people = self._people
        if people is None or self.list is None:
            return
        helps: dict[Id, list[str]] = {}
        for need in people.needs:
            if need.member_id is not None:
                helps.setdefault(need.member_id, []).append(need.adjustment)
        shown = people.members + (people.former if self._former else ())
        rows = []
        for member in shown:
            said = [] if member.active else [_("Comes no more")]
            said += helps.get(member.id, [])
            side = _("Not asked yet") if member.id in people.not_asked else ""
            rows.append(RowItem(member.id, member.name, ". ".join(said), "person", side))
        if self.finder is not None:
            self.finder.show_items(rows)
        else:
            self.list.show_items(rows)
        self._said.setText(people_words(len(people.members)))

    def _show_former(self, on: bool) -> None:
        self._former = on
        self._fill()

    def _open(self, key: object) -> None:
        if isinstance(key, bytes):
            self.room.open((self.group_id, "people", key))
