"""One sheet on its own: which, and filled for a group or as a copy that knows of nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.group import Group
from ui.screens.print import words
from ui.screens.print.asking import Room
from ui.screens.print.pressing import COVER
from ui.theme import Theme
from ui.widgets import ChoiceField, RowItem, RowList, down
from ui.widgets.tabbing import bring_in_sight

if TYPE_CHECKING:
    from facilitator.documents import Document, SheetContext


def possible(context: SheetContext) -> tuple[Document, ...]:
    """The sheets that can be made on their own from what is known."""
    from facilitator.packs import offered

    return tuple(one for one in offered() if one.id != COVER and not context.lacks(one.needs))


class SinglePanel(QWidget):
    """Chooses a sheet; `filling` stands above it, out of what scrolls.

    `chosen` carries its document, `made_for` a group's id or None for a blank one.
    """

    chosen = Signal(str)
    made_for = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._room: Room | None = None
        self._blank = False
        self._named: tuple[Group, ...] = ()
        self.filling = ChoiceField(theme, _("Made for"), ((None, _("Nobody: blank")),))
        self.filling.hide()
        self.sheets = RowList(theme, _("Sheets"), dense=True)
        self.setLayout(down(theme, self.sheets))
        self.sheets.picked.connect(lambda key: self.chosen.emit(str(key)))
        self.filling.chosen.connect(self._fill)

    def show_room(self, room: Room) -> None:
        """Offer what can be made now."""
        self._room = room
        if room.groups != self._named:
            self._named = room.groups
            choices = (*((group.id, group.name) for group in room.groups), (None, _("Nobody: blank")))
            self.filling.menu.set_choices(choices)
            self.filling.setVisible(bool(room.groups))
        self.filling.choose(room.made_for.id if self.for_group and room.made_for is not None else None)
        self._help()
        self._list()

    def _help(self) -> None:
        said = _("It names no group and nobody, so it can lie anywhere.")
        self.filling.set_help("" if self.for_group else said)

    @property
    def context(self) -> SheetContext | None:
        """What the sheet is filled with."""
        if self._room is None:
            return None
        return self._room.filled if self.for_group else self._room.blank

    @property
    def document(self) -> str:
        """The sheet that is chosen."""
        return str(self.sheets.key or "")

    @property
    def for_group(self) -> bool:
        """Whether it is filled for a group."""
        return not self._blank and self._room is not None and self._room.made_for is not None

    @property
    def group(self) -> Group | None:
        """The group it is filled for."""
        return self._room.made_for if self._room is not None and self.for_group else None

    def choose(self, document: str) -> None:
        """Choose a sheet, and scroll to it."""
        self.sheets.choose(document)
        bring_in_sight(self.sheets)

    def be_filled(self) -> None:
        """For a group again, for whoever comes for a sheet of its own."""
        self._blank = False

    def _fill(self, value: object) -> None:
        self._blank = not isinstance(value, bytes)
        self._help()
        self._list()
        self.made_for.emit(value)

    def _list(self) -> None:
        from facilitator.documents import Audience
        from facilitator.packs import called, made_of

        context = self.context
        if context is None:
            return
        was, order = self.sheets.key, tuple(Audience)
        items: list[RowItem] = []
        group = ""
        for one in sorted(possible(context), key=lambda document: order.index(document.audience)):
            if words.audience(one) != group:
                group = words.audience(one)
                items.append(RowItem(("group", group), group, heading=True))
            several = len(made_of(one, context)) > 1  # then it is not called after one of them
            items.append(RowItem(one.id, one.title(context.translator) if several else called(one, context)))
        self.sheets.show_items(items)
        if self.sheets.key is None and items:
            sheets = [item.key for item in items if not item.heading]
            self.sheets.choose(was if was in sheets else sheets[0])
