"""What stands in a layout, in its order, without the layout's own items."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget

from ui.widgets.placing import Placing


def standing(layout: QLayout) -> list[tuple[int, QWidget | QLayout]]:
    """The widgets and layouts directly in a layout, each with its place.

    Never by `itemAt`: the binding keeps every item that it gave back as long as the layout lives. When Qt deletes one,
    as with its widget, it takes whatever Qt makes next at the same address for that item, such as a scroll bar.
    """
    if isinstance(layout, Placing):  # its items are kept by us and go with their widgets
        items = ((n, layout.itemAt(n)) for n in range(layout.count()))
        both = ((n, item.widget() or item.layout()) for n, item in items if item is not None)
        return [(n, one) for n, one in both if one is not None]
    above = layout.parentWidget()
    near = [one for one in (*(above.children() if above is not None else ()), *layout.children())
            if isinstance(one, QWidget | QLayout)]
    return sorted(((n, one) for one in near if (n := layout.indexOf(one)) >= 0), key=lambda found: found[0])
