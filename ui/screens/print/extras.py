"""What a document lets one choose beside copies: which card, its layout, its options, evenings of a grid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface
from facilitator.model.paper import Layout, Paper
from ui.screens.print import words
from ui.screens.print.days import Days, DaysField
from ui.theme import Theme
from ui.widgets import ChoiceField, Label, Stepper, across, box, down

if TYPE_CHECKING:
    from facilitator.documents import Document, SheetContext


class Extras(QWidget):
    """Shows them. `item` carries the id of a library item, `option` a key and its value, `days` a `Days`."""

    item = Signal(str)
    option = Signal(str, int)
    days = Signal(object)

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._theme = theme
        self._list = down(theme)
        self.setLayout(down(theme, self._list))
        self._shape: object = None
        self.items: ChoiceField | None = None
        self.layouts: ChoiceField | None = None
        self.options: dict[str, Stepper] = {}
        self.days_field = DaysField(theme, today)
        self.days_field.setParent(self)
        self.days_field.chosen.connect(self.days)
        self._days_box = down(theme, self.days_field)
        self._days_part = box(self._days_box)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._days_part)

    @property
    def first(self) -> QWidget | None:
        """Where one would begin; None where there is nothing to choose."""
        if self.isHidden():
            return None
        return self.items or self.layouts or next(iter(self.options.values()), None) or self.days_field.first_stop

    def show_piece(self, document: Document | None, context: SheetContext, item: str, options: Mapping[str, int],
                   days: Days | None, names: bool, layouts: tuple[Layout, ...] = ()) -> None:
        """Show what this document offers, as it is chosen, without telling anyone."""
        from facilitator.packs import made_of

        items = made_of(document, context) if document is not None else ()
        layouts = layouts if len(layouts) > 1 else ()
        shape = document.id if document is not None else "", items, layouts, context.paper
        if shape != self._shape:
            self._shape = shape
            self._offer(document, items, layouts, context.paper)
        if self.layouts is not None:
            self.layouts.choose(replace(context, options=options).layout(layouts))
        if self.items is not None:
            self.items.choose(item or items[0][0])
        for declared in document.options if document is not None else ():
            stepper = self.options[declared.key]
            stepper.blockSignals(True)
            stepper.setValue(declared.clean(options.get(declared.key)))
            stepper.blockSignals(False)
        by_days = document is not None and document.by_days and days is not None
        self._days_part.setVisible(by_days)
        if by_days and days is not None:
            self.days_field.show_days(days, names)
        self.setVisible(bool(document is not None and (items or document.options or by_days or layouts)))

    def _offer(self, document: Document | None, items: tuple[tuple[str, str], ...], layouts: tuple[Layout, ...],
               paper: Paper) -> None:
        theme, t = self._theme, interface()
        self._list.clear()
        self.items, self.layouts, self.options = None, None, {}
        if document is None:
            return
        if items:
            self.items = ChoiceField(theme, _("Which one"), items)
            self.items.chosen.connect(lambda value: self.item.emit(str(value)))
            self._list.put(self.items, 16)
        if layouts:
            cards = Layout.BACKED in layouts
            choices = tuple((layout, words.layout(layout, paper, cards)) for layout in layouts)
            self.layouts = ChoiceField(theme, _("How it is made"), choices, layouts[0])
            self.layouts.chosen.connect(self._lay_out)
            self._list.put(self.layouts, 16)
        for declared in document.options:
            name = declared.label(t)
            stepper = Stepper(theme, declared.default, name, least=declared.least, most=declared.most)
            stepper.valueChanged.connect(lambda value, key=declared.key: self.option.emit(key, value))
            self.options[declared.key] = stepper
            told = down(theme, Label(theme, name, "strong", wrap=True))
            if declared.zero is not None:
                about = _("0: {what}").format(what=_low(declared.zero(t)))
                told.put(Label(theme, about, "small", "soft", wrap=True))
                stepper.setAccessibleDescription(about)
            self._list.put(across(theme, (box(told), 1), stepper, gap=12), 16)

    def _lay_out(self, layout: object) -> None:
        from facilitator.documents.declaration import LAYOUT

        if isinstance(layout, Layout):
            self.option.emit(LAYOUT, tuple(Layout).index(layout))


def _low(words: str) -> str:
    return words[:1].lower() + words[1:]
