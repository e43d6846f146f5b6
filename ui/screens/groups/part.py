"""A part of a group's page: it reads for itself and is drawn afresh from what it read."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeVar

from PySide6.QtWidgets import QWidget

from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.workspace import Workspace
from ui.screens.groups.leaf import Leaf, Room, show_at_once
from ui.theme import Theme
from ui.widgets import Box, Button, down
from ui.widgets.button import Kind
from ui.widgets.layout import Item

T = TypeVar("T")


class Part(QWidget):
    """A part. `areas` are what it reads again after a change; `column` is where it draws."""

    areas: ClassVar[tuple[str, ...]] = ()

    def __init__(self, page: Leaf, group_id: Id) -> None:
        super().__init__()
        self.page, self.group_id = page, group_id
        self.column: Box = down(page.theme)
        self.onward = ""  # the control that takes the place of the one pressed, by its name, once drawn afresh
        self.setLayout(self.column)

    @property
    def room(self) -> Room:
        """What pages work with."""
        return self.page.room

    @property
    def theme(self) -> Theme:
        """The look."""
        return self.page.theme

    def read(self) -> None:
        """Ask for what it shows."""

    def changed(self, change: Change) -> None:
        """A command changed something: read again if it is shown here."""
        if change.touches(*self.areas):
            self.read()

    def redraw(self, *items: Item) -> None:
        """Draw other widgets; the keyboard stays on the control of the same name, if there still is one."""
        focus = self.focusWidget() if self.isAncestorOf(self.window().focusWidget() or self.page) else None
        name = focus.accessibleName() if focus is not None else ""
        self.column.clear()
        self.column.put(*items)
        show_at_once(self.column)
        self.page.refocus(self, name, self.onward)

    def ask(self, question: Callable[[Workspace], T], then: Callable[[T], None]) -> None:
        """Ask the workspace; what is gone is the page's business."""
        self.room.desk.jobs.ask(self, question, then, refused=lambda error: None, key="read")

    def do(self, command: Callable[[Workspace], Change]) -> None:
        """Run a command; the page says a refusal."""
        self.page.do(command)

    def way(
        self,
        words: str,
        *steps: str | Id,
        icon: str = "",
        primary: bool = False,
        quiet: bool = False,
        flush: bool = False,
    ) -> Button:
        """A button that leads to a page below this group; a `flush` one is quiet and lines up with words above it."""
        kind: Kind = "primary" if primary else "quiet" if quiet or flush else "plain"
        button = Button(self.theme, words, kind, icon, flush=flush)
        button.clicked.connect(lambda: self.room.open((self.group_id, *steps)))
        return button
