"""What parts are to a screen reader, where Qt cannot tell by itself: a window, headings, lists and rows, choices."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QButtonGroup, QLabel, QRadioButton, QWidget

from ui.alive import alive
from ui.widgets.announce import SAID_AS

_Role = QAccessible.Role


class _Heading(QAccessibleWidget):
    """Words that name a part of a page; screen readers go from one to the next."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, _Role.Heading)

    def text(self, what: QAccessible.Text) -> str:
        """A label's name is its words."""
        label, said = self.widget(), super().text(what)
        return label.text() if what == QAccessible.Text.Name and not said and isinstance(label, QLabel) else said


class _Choice(QAccessibleWidget):
    """One of several that exclude one another; it can be pressed from the screen reader too."""

    def __init__(self, widget: QWidget, role: QAccessible.Role = _Role.RadioButton) -> None:
        super().__init__(widget, role)

    def state(self) -> QAccessible.State:
        """Whether it is the one."""
        state, button = super().state(), self.widget()
        if isinstance(button, QAbstractButton):
            state.checkable, state.checked = True, button.isChecked()
        return state

    def actionNames(self) -> list[str]:
        """It can be pressed."""
        return [QAccessibleActionInterface.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        """Press it."""
        button = self.widget()
        if name == QAccessibleActionInterface.pressAction() and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(name)


class _Toggle(_Choice):
    """A tick, or one of several once it was put among others: Qt asks only once, before they are together."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, _Role.CheckBox)

    def role(self) -> QAccessible.Role:
        """As it stands now."""
        return _Role.RadioButton if _excludes_others(self.widget()) else _Role.CheckBox


def _plainly(role: QAccessible.Role) -> Callable[[QWidget], QAccessibleInterface]:
    return lambda widget: QAccessibleWidget(widget, role)


_KINDS: dict[str, Callable[[QWidget], QAccessibleInterface]] = {
    "window": _plainly(_Role.Window),
    "heading": _Heading,
    "list": _plainly(_Role.List),
    "row": _plainly(_Role.ListItem),
    "group": _plainly(_Role.Grouping),
    "picture": _plainly(_Role.Graphic),
    "alert": _plainly(_Role.AlertMessage),
    "status": _plainly(_Role.StatusBar),
    "choice": _Choice,
    "toggle": _Toggle,
}


def interface_of(thing: QObject | None) -> QAccessibleInterface | None:
    """What a screen reader is to be told of it; None where Qt tells it right."""
    if not isinstance(thing, QWidget) or not alive(thing):
        return None
    kind = thing.property(SAID_AS) or ("choice" if _excludes_others(thing) else "")
    make = _KINDS.get(kind)
    return make(thing) if make is not None else None


def _excludes_others(thing: QWidget) -> bool:
    if not isinstance(thing, QAbstractButton) or isinstance(thing, QRadioButton):
        return False
    group: QButtonGroup | None = thing.group()
    return thing.isCheckable() and (thing.autoExclusive() or (group is not None and group.exclusive()))
