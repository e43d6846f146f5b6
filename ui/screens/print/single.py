"""One sheet on its own: which, how many, and filled for a group or as a copy that knows of nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface
from facilitator.model.paper import Piece
from ui.screens.print import words
from ui.screens.print.asking import Room
from ui.screens.print.pressing import COVER
from ui.theme import Theme
from ui.widgets import STRETCH, ChoiceBar, Field, Label, RowItem, RowList, Stepper, across, box, down

if TYPE_CHECKING:
    from facilitator.documents import Document, SheetContext

MOST = 99


def possible(context: SheetContext) -> tuple[Document, ...]:
    """The sheets that can be made on their own from what is known."""
    from facilitator.packs import offered

    return tuple(one for one in offered() if one.id != COVER and not context.lacks(one.needs))


class SinglePanel(QWidget):
    """Chooses a sheet. `changed` fires for another sheet, copies, or filling."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._room: Room | None = None
        self.sheets = RowList(theme, _("Sheets"), dense=True)
        self.copies = Stepper(theme, 1, _("Copies"), least=1, most=MOST)
        self.filling: ChoiceBar | None = None
        self._named = ""
        self._theme = theme
        self._filled = True
        self._filling_box = down(theme, margins=(12, 8, 12, 4))
        self._filling = box(self._filling_box)
        self._filling.hide()
        line = across(theme, (Label(theme, _("Copies"), "strong", wrap=True), 1), self.copies, margins=(12, 0, 12, 0))
        self.setLayout(down(theme, self._filling, 8, self.sheets, 14, line, STRETCH))
        self.sheets.picked.connect(lambda _key: self.changed.emit())
        self.copies.valueChanged.connect(lambda _n: self.changed.emit())

    def show_room(self, room: Room) -> None:
        """Offer what can be made now."""
        self._room = room
        name = room.evening.group.name if room.evening is not None else ""
        if name != self._named:
            self._named = name
            self._offer(name)
        self._list()

    def _offer(self, name: str) -> None:
        """For the group, or for nobody; where there is no group, there is nothing to choose."""
        self._filling_box.clear()
        self._filling.setVisible(bool(name))
        if not name:
            return
        choices = ((True, name), (False, _("Blank")))
        self.filling = ChoiceBar(self._theme, choices, self._filled, name=_("Made for"))
        self.filling.chosen.connect(self._fill)
        help = _("A blank one names no group and nobody, so it can lie anywhere.")
        self._filling_box.put(Field(self._theme, _("Made for"), self.filling, help))

    @property
    def context(self) -> SheetContext | None:
        """What the sheet is filled with."""
        if self._room is None:
            return None
        return self._room.filled if self._filled and self._room.evening is not None else self._room.blank

    @property
    def piece(self) -> Piece | None:
        """The sheet and its copies."""
        key = self.sheets.key
        return None if key is None else Piece(str(key), self.copies.value())

    @property
    def for_group(self) -> bool:
        """Whether it is filled for the group."""
        return self._filled and self._room is not None and self._room.evening is not None

    def choose(self, document: str) -> None:
        """Choose a sheet."""
        self.sheets.choose(document)

    def _fill(self, filled: object) -> None:
        self._filled = filled is True
        self._list()
        self.changed.emit()

    def _list(self) -> None:
        context = self.context
        if context is None:
            return
        was = self.sheets.key
        items = [RowItem(one.id, _title(one, context), side=words.audience(one)) for one in possible(context)]
        self.sheets.show_items(items)
        if self.sheets.key is None and items:
            self.sheets.choose(was if any(item.key == was for item in items) else items[0].key)


def _title(document: Document, context: SheetContext) -> str:
    return (document.listed(context) if document.listed else "") or document.title(interface())
