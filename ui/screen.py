"""What a screen is, and what every screen is handed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.errors import UserError
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from ui.go import Go
from ui.jobs import Jobs
from ui.theme import Theme

if TYPE_CHECKING:
    from facilitator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Desk:
    """What every screen works with. `go` leads elsewhere; `tell` and `refuse` speak in the window's notice bar."""

    theme: Theme
    jobs: Jobs[Workspace]
    clock: Clock
    go: Callable[[Go], None]
    tell: Callable[[str], None]
    refuse: Callable[[UserError], None]


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

    def show_page(self, page: QWidget) -> None:
        """Put up a page in place of the one before, which is deleted."""
        while self._column.count():
            item = self._column.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None and old is not page:
                old.hide()
                old.deleteLater()
        self._column.addWidget(page)

    def arrive(self, go: Go) -> None:
        """Somebody came here: show `go.show` if there is one, else carry on as it was."""

    def changed(self, change: Change) -> None:
        """A command changed something; read again if it is yours. Told before `arrive` when it was out of sight."""
