"""What came up: themes to tick before a word is written, and a line to add one's own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _, ngettext
from facilitator.messages import explain
from facilitator.model.note import Theme as Topic
from facilitator.writing.themes import LABEL
from ui.theme import Theme
from ui.widgets import Button, CheckRow, Chip, Flow, MenuButton, TextField, box, down, heading

_MOST = 14
"""So many are offered; those of tonight always."""


class Topics(QWidget):
    """Chips. `marked` carries a theme and whether it came up; `added` a new one and whether every group may use it;
    `renamed` one and what it is to be called; `retired` one that is not to be offered any more.
    """

    marked = Signal(object, bool)
    added = Signal(str, bool)
    renamed = Signal(object, str)
    retired = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Topic, ...] = ()
        self._chips: dict[str, Chip] = {}
        self._renaming: Topic | None = None
        self._flow = Flow(theme, gap=8, line_gap=8)
        self.add_chip = Chip(theme, _("Add a theme"), icon="plus", checkable=False)
        self.add_chip.clicked.connect(self._open)
        self.field = TextField(theme, _("A new theme"), help=_("One or two words, such as “the heating”. No names."),
                               limit=LABEL)
        self.shared = CheckRow(theme, _("For all our groups"), False, softens=False)
        self.add_button = Button(theme, _("Add it"), "plain", "plus")
        away = Button(theme, _("Not now"), "quiet")
        self.rename_menu = MenuButton(theme, (), prompt=_("Rename one"), kind="quiet")
        self.rename_menu.chosen.connect(self._rename)
        self.retire_menu = MenuButton(theme, (), prompt=_("Offer one no more"), kind="quiet")
        self.retire_menu.chosen.connect(self._retire)
        self._form = box(down(theme, 8, self.field, 4, self.shared, 8,
                              box(Flow(theme, self.add_button, away, self.rename_menu, self.retire_menu, gap=10))))
        self._form.hide()
        self.field.entered.connect(self._add)
        self.add_button.clicked.connect(self._add)
        away.clicked.connect(self._close)
        self.setLayout(down(theme, box(heading(theme, _("What came up?"))), 8, box(self._flow), self._form))

    @property
    def chips(self) -> dict[str, Chip]:
        """The chips by their words."""
        return self._chips

    def show_topics(self, topics: Sequence[Topic]) -> None:
        """Show the themes in the order they had when the page came up; a press moves none."""
        called = {one.id: one.label for one in topics if one.id}  # a new name keeps the place of the old one
        known = [called.get(one.id, one.label) for one in self._shown]
        still = {one.label for one in topics}
        known = [label for label in known if label in still]
        shown = [one for n, one in enumerate(topics) if n < _MOST or one.tonight or one.label in known]
        shown.sort(key=lambda one: known.index(one.label) if one.label in known else len(known))
        if [one.label for one in shown] != list(self._chips):
            here = next((label for label, chip in self._chips.items() if chip.hasFocus()), "")
            adding = self.add_chip.hasFocus()
            self._flow.clear()
            self._chips = {}
            for one in shown:
                chip = Chip(self._theme, one.label, one.tonight)
                chip.toggled.connect(partial(self._press, one.label))
                self._chips[one.label] = chip
                self._flow.put(chip)
            self.add_chip = Chip(self._theme, _("Add a theme"), icon="plus", checkable=False)
            self.add_chip.clicked.connect(self._open)
            self._flow.put(self.add_chip)
            self.add_chip.setVisible(self._form.isHidden())
            if adding or here:
                target = self.add_chip if adding else self._chips.get(here, self.add_chip)
                target.show()
                target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._shown = tuple(shown)
        self.rename_menu.set_choices(tuple((one.label, one.label) for one in shown))
        self.retire_menu.set_choices(tuple((one.label, one.label) for one in shown if not one.tonight))
        for one in shown:
            chip = self._chips[one.label]
            chip.blockSignals(True)
            chip.setChecked(one.tonight)
            chip.blockSignals(False)
            chip.set_count(one.sessions or None)
            said = ngettext("It came up on {n} evening.", "It came up on {n} evenings.", one.sessions)
            chip.setAccessibleDescription(said.format(n=one.sessions) if one.sessions else "")

    def put_away(self) -> None:
        """The new one is kept, or the new name."""
        self.field.set_text("")
        self._close()

    def refuse(self, error: UserError) -> None:
        """Say why it is no theme."""
        message = explain(error)
        self.field.refuse(f"{message.said} {message.next}")

    def _press(self, label: str, on: bool) -> None:
        one = next((one for one in self._shown if one.label == label), None)
        if one is not None:
            self.marked.emit(one, on)

    def _retire(self, label: object) -> None:
        one = next((one for one in self._shown if one.label == label), None)
        if one is not None:
            self.retired.emit(one)

    def _rename(self, label: object) -> None:
        """Have the form ask for another name, the old one chosen to be typed over."""
        self._ask_about(next((one for one in self._shown if one.label == label), None))
        self.rename_menu.choose(None)
        self.field.edit.selectAll()
        self.field.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_about(self, one: Topic | None) -> None:
        """Ask for another name of a theme, or for a new one."""
        self._renaming = one
        self.field.set_name(_("A new theme") if one is None else _("A new name for “{theme}”").format(theme=one.label))
        self.field.set_text("" if one is None else one.label)
        self.field.set_help(_("One or two words, such as “the heating”. No names.") if one is None
                            else _("It has the new name on every evening it came up on."))
        self.add_button.setText(_("Add it") if one is None else _("Rename it"))
        self.add_button.set_icon("plus" if one is None else "pencil")
        for part in (self.shared, self.rename_menu, self.retire_menu):
            part.setVisible(one is None)

    def _open(self) -> None:
        self._form.show()
        self.add_chip.hide()
        self.field.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _close(self) -> None:
        self._ask_about(None)
        self._form.hide()
        self.field.accept()
        self.add_chip.show()
        self.add_chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        if self.field.text and self._renaming is not None:
            self.renamed.emit(self._renaming, self.field.text)
        elif self.field.text:
            self.added.emit(self.field.text, self.shared.isChecked())
