"""Marks of one's own beside an item's title: a favourite or not, and tags, put in a line with commas between."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.errors import NameInNote, UserError
from facilitator.i18n import _, listed, parted
from facilitator.messages import explain
from facilitator.model.shelfmark import ShelfMark
from ui.theme import Theme
from ui.widgets import Aside, Button, Chip, Flow, Label, Refusal, TextField, box, down
from ui.widgets.layout import Item
from ui.widgets.tabbing import bring_in_sight


class MarksBar(QWidget):
    """`favoured` carries on or off, `tagged` the tags and whether names in them were seen.

    `title` stands at its leading side.
    """

    favoured = Signal(bool)
    tagged = Signal(object, bool)

    def __init__(self, theme: Theme, mark: ShelfMark, title: QWidget) -> None:
        super().__init__()
        self._theme, self.mark = theme, mark
        self.favourite = Chip(theme, _("Favourite"), mark.favourite, icon="star")
        self.favourite.toggled.connect(lambda on: self.favoured.emit(on))
        said = listed(mark.tags)
        self.change = Button(theme, _("Change tags") if said else _("Add tags"), "quiet", "pencil")
        self.change.clicked.connect(self._open)
        told: list[Item] = [4, Label(theme, _("Tags: {tags}").format(tags=said), "small", "soft", wrap=True)] \
            if said else []
        buttons = box(Flow(theme, self.favourite, self.change, gap=4, line_gap=4))
        head = box(Aside(theme, title, buttons, gap=12, stacked_gap=8, least=220))
        self._form, self._refused = down(theme), Refusal(theme)
        self.field: TextField | None = None
        self.setLayout(down(theme, head, *told, self._form, 10, self._refused))

    def refuse(self, error: UserError) -> None:
        """Say why the tags were not kept; a name in them may stay by one press more.

        That press is gone to: the keyboard stays where it is, or Enter pressed twice would keep a name unread.
        """
        message, button = explain(error), None
        if isinstance(error, NameInNote):
            button = Button(self._theme, _("Keep it as it is"))
            button.clicked.connect(lambda: self._send(seen=True))
        self._refused.tell(message.said, message.next, button)
        bring_in_sight(self._refused)

    def _open(self) -> None:
        theme = self._theme
        self._form.clear()
        self._refused.clear()
        self.field = TextField(theme, _("Tags"), listed(self.mark.tags),
                               _("Words of your own, with commas between: winter, first evening."))
        self.field.edit.returnPressed.connect(lambda: self._send())
        save, cancel = Button(theme, _("Save it"), "plain"), Button(theme, _("Cancel"), "quiet")  # Print is filled
        save.clicked.connect(lambda: self._send())
        cancel.clicked.connect(self._close)
        self._form.put(10, self.field, 8, box(Flow(theme, save, cancel, gap=8)))
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self, seen: bool = False) -> None:
        if self.field is not None:
            self.tagged.emit(parted(self.field.text), seen)

    def _close(self) -> None:
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field = None
        self._form.clear()
        self._refused.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the tags as they were."""
        if event.key() == Qt.Key.Key_Escape and self.field is not None:
            self._close()
        else:
            super().keyPressEvent(event)
