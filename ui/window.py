"""The one window: first the gate stands in it, then the places; it says when it is asked to close."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets import Cloth
from ui.widgets.announce import SAID_AS
from ui.widgets.standing import standing

if TYPE_CHECKING:
    from facilitator.log import Trouble

TITLE = "Facilitator"
"""Constant: a window title is read over a shoulder and kept by the system."""
WIDE, HIGH = 1366, 768
TITLE_BAR = 48  # px that a desktop may put over a window; only known once it stands there
_PLACE = r"(\d{1,5})x(\d{1,5})([+-]\d{1,5})([+-]\d{1,5})(m?)"


class Window(QWidget):
    """A frame without a face. Closing is handed to whoever holds it, so that a vault is sealed first."""

    closing = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setWindowTitle(TITLE)
        self.setProperty(SAID_AS, "window")
        self._may_close = False
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._curtain = Cloth(theme)
        self._curtain.setParent(self)
        self._curtain.hide()
        self.resize(WIDE, HIGH)

    def put(self, inside: QWidget, *above: QWidget) -> None:
        """Show something in place of what was there, which is deleted; `above` are strips over it."""
        self._clear()
        for strip in above:
            self._column.addWidget(strip)
        self._column.addWidget(inside, 1)
        self._inside = inside
        inside.show()

    def add_strip(self, strip: QWidget) -> None:
        """Put a strip over what stands in the window."""
        self._column.insertWidget(max(0, self._column.count() - 1), strip)

    @property
    def strips(self) -> list[QWidget]:
        """What stands over it now."""
        return [one for one in standing(self._column)[:-1] if isinstance(one, QWidget)]

    @property
    def inside(self) -> QWidget | None:
        """What stands in it now."""
        return self._inside

    def crashed(self, told: Trouble) -> None:
        """Say that something went wrong in the app, in a strip that can be closed."""
        from ui.crashnotice import CrashNotice

        notices = self.findChildren(CrashNotice)
        if not notices:
            notices = [CrashNotice(self._theme, QGuiApplication.clipboard().setText)]
            self.add_strip(notices[0])
        notices[0].tell(told)

    # ------------------------------------------------------------ hidden
    def blank(self, but: QWidget | None = None) -> None:
        """Hide everything behind cloth at once, and take no more keys; `but` is the room's window, without a name."""
        stays = (self.windowHandle(), but.windowHandle() if but is not None else None)
        self._curtain.setGeometry(self.rect())
        self._curtain.show()
        self._curtain.raise_()
        for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if child is not self._curtain:
                child.setEnabled(False)
        for other in QGuiApplication.topLevelWindows():
            if other not in stays:
                other.hide()
        self.repaint()

    def unblank(self) -> None:
        """Show again what stands in the window."""
        self._curtain.hide()

    # ------------------------------------------------------------ place
    @property
    def place(self) -> str:
        """Where the window stands, for the process that takes its place."""
        rect = self.normalGeometry() if self.isMaximized() else self.geometry()
        if not rect.isValid():  # it never had another size than the whole screen
            rect = self.geometry()
        return f"{rect.width()}x{rect.height()}{rect.x():+d}{rect.y():+d}{'m' if self.isMaximized() else ''}"

    def stand(self, place: str = "", room: QSize | None = None) -> None:
        """Show the window there; in the usual place where `place` says nothing of use.

        Where the usual size leaves no `room` on the desktop for a title bar, it fills the screen instead, so that
        nothing at its foot is cut off.
        """
        found = re.fullmatch(_PLACE, place) if place else None
        if found is not None:
            wide, high, left, top = (int(part) for part in found.groups()[:4])
            rect = QRect(left, top, wide, high)
            if any(screen.geometry().intersects(rect) for screen in QGuiApplication.screens()):
                self.setGeometry(rect)
            if found[5]:
                self.showMaximized()
                return
        elif room is not None and (room.width() < WIDE or room.height() < HIGH + TITLE_BAR):
            self.resize(room)  # laid out once for this size, not for the usual one first
            self.showMaximized()
            return
        self.show()

    # ------------------------------------------------------------ Qt
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab follows the page as it reads."""
        from ui.widgets.tabbing import step

        return step(self, forward) or super().focusNextPrevChild(forward)

    def _clear(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The curtain covers all of it."""
        self._curtain.setGeometry(self.rect())

    def shut(self) -> None:
        """Close without asking anybody."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing by the window's own button seals the vault first."""
        if self._may_close:
            event.accept()
        else:
            event.ignore()
            self.closing.emit()
