"""Loose ends of tonight: a line for each, told again next time until somebody settles it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.loose_end import LooseEnd
from ui.screens.tonight.naming import Refused
from ui.theme import Theme
from ui.widgets import MIDDLE, Button, IconButton, Label, TextField, across, box, down
from ui.widgets.tabbing import keep_focus_in_sight


class Loose(QWidget):
    """What is left for next time. `added` carries words and whether names in them were seen; `binned` an id."""

    added = Signal(str, bool)
    binned = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self._list = down(theme, gap=2)
        self.field = TextField(theme, _("For next time"), help=_("Such as: ask about the cold radiator. No names."))
        self.add_button = Button(theme, _("Leave it for next time"), "plain", "thread")
        self.refused = Refused(theme)
        self.setLayout(down(theme, box(self._list), 6, self.field, 8, self.refused, 8, self.add_button))
        self.add_button.clicked.connect(self._add)
        self.field.entered.connect(self._add)
        self.field.changed.connect(lambda _text: self.refused.clear())

    def show_ends(self, ends: tuple[LooseEnd, ...]) -> None:
        """Show what was written tonight."""
        if ends == self._shown:
            return
        self._shown = ends
        keep_focus_in_sight()  # the list above the field grows
        self._list.clear()
        for one in ends:
            away = IconButton(self._theme, "close", _("Take it away: {words}").format(words=one.words),
                              token="ink_soft")  # fmt: skip
            away.clicked.connect(lambda _on=False, id=one.id: self.binned.emit(id))
            self._list.put(box(across(self._theme, (Label(self._theme, one.words, wrap=True), 1, MIDDLE), away, gap=8)))

    def kept(self) -> None:
        """It is kept: room for the next."""
        self.field.set_text("")
        self.refused.clear()
        self.field.setFocus()

    def refuse(self, error: UserError) -> None:
        """Say why not, with a way to keep words that name somebody."""
        self.refused.show_error(error, lambda: self.added.emit(self.field.text, True))

    def read(self) -> dict[str, str]:
        """What is half typed."""
        return {"loose": self.field.text}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put it back."""
        self.field.set_text(fields.get("loose", ""))

    def _add(self) -> None:
        if self.field.text:
            self.added.emit(self.field.text, False)
