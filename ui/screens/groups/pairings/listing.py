"""The pairs of a group, by their codes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.group import Group, RecordLevel
from facilitator.model.pairing import Pairing
from facilitator.workspace import Workspace
from ui.screens.groups.leaf import Holder, Leaf, Room
from ui.screens.groups.pairings.words import pair_met, pair_name, pair_since, pair_talked
from ui.screens.groups.where import Path
from ui.theme import Theme
from ui.widgets import STRETCH, Button, Columns, Empty, Fact, Panel, RowItem, RowList, Sheet, box, down


@dataclass(frozen=True, slots=True)
class _Pairs:
    group: Group
    pairs: tuple[Pairing, ...]


class PairsPage(Leaf):
    """The list; a row opens the pair. A group that only counts has none, and the page says why."""

    areas = ("pairings", "groups")

    def __init__(self, room: Room, path: Path) -> None:
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self.new = Button(room.theme, _("New pair"), "plain", "plus")
        self.new.clicked.connect(self._new)
        self.new.hide()
        super().__init__(room, path, _("One to one"), "", self.new, back=_("People"))
        self._place = Holder(room.theme)
        self.list: RowList | None = None
        self._first: QWidget | None = None
        self.body.put(self._place, STRETCH)

    def read(self) -> None:
        """Ask for the pairs."""

        def pairs(workspace: Workspace) -> _Pairs:
            group = workspace.groups.get(self.group_id)
            named = group.record_level >= RecordLevel.FIRST_NAME
            return _Pairs(group, workspace.pairings.of(self.group_id) if named else ())

        self.ask(pairs, self._show)

    def begins(self) -> QWidget | None:
        """The list, or the first step."""
        return self._first or self.back

    def _show(self, found: _Pairs) -> None:
        theme = self.theme
        self.head.say(found.group.name, _("One to one"))
        self.new.setVisible(bool(found.pairs))
        if found.group.record_level < RecordLevel.FIRST_NAME:
            words = _("This group keeps head-counts only, so nothing is kept about pairs either. "
                      "Two people may meet all the same: it is theirs.")
            self.list, self._first = None, None
            self._place.swap(Empty(theme, _("No pairs are kept here"), words))
            return
        if not found.pairs:
            step = Button(theme, _("Write the first pair down"), "primary", "plus")
            step.clicked.connect(self._new)
            words = _("Two people who support each other in between. Only codes, days and minutes are kept: "
                      "no name, and nothing of what they say.")
            self.list, self._first = None, step
            self._place.swap(Empty(theme, _("No pairs yet"), words, step))
            return
        if self.list is None:
            self.list = self._first = RowList(theme, _("Pairs"))
            self.list.opened.connect(self._open)
            sheet = Sheet(theme, down(theme, self.list, margins=(14, 10, 14, 12)), stack=2)
            self._place.swap(box(Columns(theme, sheet, why_codes(theme), shares=(62, 38), gap=32)))
        self.list.show_items([RowItem(pair.id, pair_name(pair), self._detail(pair), "person") for pair in found.pairs])

    def _detail(self, pair: Pairing) -> str:
        facts = (pair_since(pair), pair_met(pair), pair_talked(pair))
        return " ".join(_("{fact}.").format(fact=fact) for fact in facts)

    def _new(self) -> None:
        self.room.open((self.group_id, "pairs", "new"))

    def _open(self, pairing_id: object) -> None:
        if isinstance(pairing_id, bytes):
            self.room.open((self.group_id, "pairs", pairing_id))


def why_codes(theme: Theme) -> Panel:
    """Says why there are codes, and where the names go."""
    facts = down(
        theme,
        Fact(theme, "lock", _("Codes, days and minutes. No name, and nothing of what they say.")), 10,
        Fact(theme, "pencil", _("Write on a card which code is who, and lock the card away. It is not kept here.")),
        margins=(20, 14, 16, 16),
    )  # fmt: skip
    return Panel(theme, facts, "action_tint")
