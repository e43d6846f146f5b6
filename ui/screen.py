"""What a screen is: a place of the window, made when it is first gone to."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.model.change import Change
from facilitator.model.group import Group
from ui.desk import Desk
from ui.go import Go, Way
from ui.widgets.announce import announce_title


class Screen(QWidget):
    """A place of the window. A registry entry is the class itself; it is made when first gone to.

    `place` is its key, `icon` its picture, `title()` its name in the cover; `foot` puts it at the cover's foot.
    """

    place: ClassVar[str]
    icon: ClassVar[str]
    foot: ClassVar[bool] = False

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @staticmethod
    def title() -> str:
        """Its name in the interface language."""
        raise NotImplementedError

    @staticmethod
    def ways() -> tuple[Way, ...]:
        """What one can do here and the search finds, beside the place itself."""
        return ()

    @staticmethod
    def group_ways(group: Group) -> tuple[Way, ...]:
        """What one can do here for one group."""
        return ()

    def tell_title(self) -> None:
        """Have a screen reader say what page stands here, once all of it does."""
        if not self.property("telling"):
            self.setProperty("telling", True)
            QTimer.singleShot(0, self, self._say_title)

    def _say_title(self) -> None:
        self.setProperty("telling", False)
        announce_title(self)

    def show_page(self, page: QWidget) -> None:
        """Put up a page in place of the one before, which is deleted."""
        while self._column.count():
            item = self._column.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None and old is not page:
                old.hide()
                old.deleteLater()
        self._column.addWidget(page)
        page.show()  # at once, as only what is shown can be given the keyboard
        self.tell_title()

    def arrive(self, go: Go) -> None:
        """Somebody came here: show `go.show` if there is one, else carry on as it was."""

    def changed(self, change: Change) -> None:
        """A command changed something; read again if it is yours. Told before `arrive` when it was out of sight."""

    def veil(self) -> bool:
        """Hide every name at once, as the screen is turned to the room; False where all of the place must be hidden."""
        return False

    def take_back(self) -> None:
        """Take back the last step of what is shown, where its page has an Undo of its own."""

    def leave(self) -> None:
        """The person goes to another place: put away what should not stay on screen."""
