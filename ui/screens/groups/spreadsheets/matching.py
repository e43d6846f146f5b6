"""Which column of a sheet is what: each with a choice beside it, and those that stay out with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.group import Group
from facilitator.people.importing.headers import Column, Drop, Field
from ui.theme import Theme
from ui.widgets import Aside, Label, ListRow, MenuButton, RowStack, box, down


class Matching(QWidget):
    """A row a column. `chosen` carries the column's index and the field, None for leaving it out."""

    chosen = Signal(int, object)

    def __init__(self, theme: Theme, group: Group) -> None:
        super().__init__()
        self._theme = theme
        fields = [(field, _capital(field.label)) for field in Field if field.barred_by(group) is None]
        self._choices: tuple[tuple[object, str], ...] = (*fields, (None, _("Leave it out")))
        self._rows = RowStack(theme, _("Columns"))
        self._columns: tuple[Column, ...] = ()
        self._menus: dict[int, MenuButton] = {}
        self._reasons: dict[int, Label] = {}
        self.setLayout(down(theme, self._rows))

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show how columns are matched; rows stay where they are while the sheet is the same."""
        fresh = [(column.index, column.header) for column in columns]
        if fresh != [(column.index, column.header) for column in self._columns]:
            self._menus.clear()
            self._reasons.clear()
            self._rows.show_rows([self._row(column) for column in columns])
        self._columns = tuple(columns)
        for column in columns:
            if (menu := self._menus.get(column.index)) is not None:
                menu.choose(column.field)
            self._reasons[column.index].setText(_reason(column))

    def _row(self, column: Column) -> ListRow:
        theme = self._theme
        title, reason = Label(theme, column.header, "strong", wrap=True), Label(theme, "", "small", "soft", wrap=True)
        self._reasons[column.index] = reason
        words = box(down(theme, title, reason))
        if column.drop is Drop.BARRED:
            layout = down(theme, words, margins=(12, 8, 12, 8))
        else:
            name = _("{column} comes in as").format(column=column.header)
            menu = MenuButton(theme, self._choices, column.field, name=name)
            menu.chosen.connect(lambda field, index=column.index: self.chosen.emit(index, field))
            self._menus[column.index] = menu
            layout = down(theme, box(Aside(theme, words, menu, gap=12, least=170)), margins=(12, 8, 8, 8))
        return ListRow(theme, column.header, layout, choosable=False)


def _reason(column: Column) -> str:
    if column.field is not None:
        return _("Comes in")
    return _("Left out: {reason}").format(reason=column.drop.label) if column.drop else _("Left out")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
