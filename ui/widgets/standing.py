"""What stands in a layout, in its order, without the layout's own items."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from ui.widgets.placing import Placing


def standing(layout: QLayout) -> list[QWidget | QLayout]:
    """The widgets and layouts directly in a layout, as it shows them.

    Never by `itemAt`: the binding keeps every item that it gave back as long as the layout lives. When Qt deletes one,
    as with its widget, it takes whatever Qt makes next at the same address for that item, such as a scroll bar.
    """
    if isinstance(layout, Placing):  # its items are kept by us and go with their widgets
        items = filter(None, map(layout.itemAt, range(layout.count())))
        return [one for item in items if (one := item.widget() or item.layout()) is not None]
    above = layout.parentWidget()
    near = [one for one in (*(above.children() if above is not None else ()), *layout.children())
            if isinstance(one, QWidget | QLayout)]
    placed = {n: one for one in near if (n := layout.indexOf(one)) >= 0}
    order = sorted(placed)
    if isinstance(layout, QGridLayout):
        order.sort(key=lambda n: layout.getItemPosition(n)[:2])
    return [placed[n] for n in order]
