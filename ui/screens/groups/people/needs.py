"""What makes the room easier, for one person or for everybody: adjustments, never conditions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.ids import Id
from facilitator.model.member import AccessNeed
from ui.screens.groups.leaf import Room
from ui.widgets import Button, Flow, IconButton, Label, ListRow, RowStack, TextField, across, box, down, heading


class NeedsBox(QWidget):
    """The adjustments of a member, or of the whole group, with a line to add one. `refused` says what cannot be."""

    def __init__(
        self,
        room: Room,
        group_id: Id,
        member_id: Id | None,
        needs: Sequence[AccessNeed],
        refused: Callable[[UserError], None],
        typed: str = "",
    ) -> None:
        super().__init__()
        self._room, self._group_id, self._member_id, self._refused = room, group_id, member_id, refused
        theme = room.theme
        whole = member_id is None
        rows = RowStack(theme, _("What helps everybody") if whole else _("What helps in the room"))
        rows.show_rows([self._row(need) for need in needs])
        name = _("What would help everybody?") if whole else _("What would help?")
        self.field = TextField(theme, name, typed)
        self.field.edit.setPlaceholderText(
            _("No step at the door, large print") if whole else _("Front seat, large print")
        )
        self.field.set_help(_("What to do, not why. Leave out illnesses and reasons."))
        self.field.entered.connect(self._add)
        add = Button(theme, _("Add"), "plain", "plus")
        add.setAccessibleName(_("Add what helps"))
        add.clicked.connect(self._add)
        title = _("What helps everybody") if whole else _("What helps in the room")
        parts: list[QWidget | int] = [box(heading(theme, title)), 6]
        if needs:
            parts += [rows, 10]
        parts += [self.field, 8, box(Flow(theme, add))]
        self.setLayout(down(theme, *parts))

    def _row(self, need: AccessNeed) -> ListRow:
        theme = self._room.theme
        away = IconButton(theme, "close", _("Not needed any more: {need}").format(need=need.adjustment))
        away.clicked.connect(lambda: self._away(need.id))
        line = across(theme, (Label(theme, need.adjustment, wrap=True), 1), away, gap=4, margins=(0, 4, 0, 4))
        return ListRow(theme, need.adjustment, line, high=52, choosable=False)

    def _add(self) -> None:
        words = self.field.text
        if not words:
            self.field.refuse(_("Type what would help first."))
            self.field.setFocus()
            return
        group_id, member_id = self._group_id, self._member_id
        self.field.set_text("")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

        def refused(error: UserError) -> None:
            if not self.field.text:
                self.field.set_text(words)  # nothing of what was typed is lost
            self._refused(error)

        self._room.desk.jobs.do(self, lambda w: w.members.needs.add(group_id, words, member_id), refused=refused)

    def _away(self, need_id: Id) -> None:
        self._room.desk.jobs.do(self, lambda w: w.members.needs.bin(need_id), refused=self._refused)
