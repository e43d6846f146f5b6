"""One page of this place: it reads what it shows, hears of changes, and says refusals where they happen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QWidget

from facilitator.errors import NeedsRecovery, UserError
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.model.change import Change
from facilitator.workspace import Workspace
from ui import widgets
from ui.desk import Desk
from ui.go import Go
from ui.screens.groups.where import Path, up
from ui.theme import Theme
from ui.widgets import Button, Header, Page, RowList, down
from ui.widgets.layout import Item
from ui.widgets.notice import Mood
from ui.widgets.standing import standing
from ui.widgets.tabbing import bring_in_sight, keep_in_sight, stops

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Room:
    """What pages of this place work with: the desk, the way to another page, and forms that were left half typed."""

    desk: Desk
    open: Callable[[Path], None]
    unsaved: dict[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def theme(self) -> Theme:
        """The look."""
        return self.desk.theme

    @property
    def day_first(self) -> bool:
        """Whether days are written before months where this laptop is."""
        return self.desk.settings.text("country") != "US"


class Refusal(widgets.Refusal):
    """A refusal of this place: it leads to another where its next step is."""

    def __init__(self, room: Room, mood: Mood = "danger", below: int = 0) -> None:
        super().__init__(room.theme, mood, below)
        self._room = room

    def say(self, error: UserError) -> None:
        """Say a refusal, with a button where its next step is in another place."""
        message = explain(error)
        self.tell(message.said, message.next, self._way_out(error))

    def _way_out(self, error: UserError) -> Button | None:
        if not isinstance(error, NeedsRecovery):
            return None
        button = Button(self._room.theme, _("Make the recovery sheet"))
        button.clicked.connect(lambda: self._room.desk.go(Go("safekeeping", "recovery")))
        return button


class Leaf(Page):
    """A page of this place. `areas` are what it reads again after a change; `back` names where Back leads."""

    areas: ClassVar[tuple[str, ...]] = ()

    def __init__(self, room: Room, path: Path, title: str, line: str = "", *actions: QWidget, back: str = "") -> None:
        theme = room.theme
        self.room, self.path = room, path
        self.back: Button | None = None
        if back:
            self.back = Button(theme, back, "quiet", "left", flush=True)
            self.back.clicked.connect(self.go_back)
        self.head = Header(theme, line, title, *actions, back=self.back)
        super().__init__(theme, self.head, 18)
        self.theme = theme
        self.refusal = Refusal(room, below=12)
        self._begun, self._off = False, False

    # ------------------------------------------------------------ for pages
    def read(self) -> None:
        """Ask for what it shows."""

    def begins(self) -> QWidget | None:
        """Where the keyboard starts."""
        return self.back

    def changed(self, change: Change) -> None:
        """A command changed something: read again if it is shown here."""
        if change.touches(*self.areas) and not self._off:
            self.read()

    def go_back(self) -> None:
        """Where Back and Escape lead."""
        self.room.open(up(self.path))

    def leave(self) -> None:
        """It goes for good."""

    def away(self) -> None:
        """The person goes to another place; put away what should not stay in sight."""

    # ------------------------------------------------------------ asking
    def ask(self, question: Callable[[Workspace], T], then: Callable[[T], None]) -> None:
        """Ask the workspace, show the answer, and put the keyboard where one begins. What is gone leads back."""

        def answered(answer: T) -> None:
            then(answer)
            self.begin()

        self.room.desk.jobs.ask(self, question, answered, refused=self.lost, key="read")

    def do(self, command: Callable[[Workspace], Change], then: Callable[[Change], None] = lambda change: None) -> None:
        """Run a command; a refusal is said in place."""
        self.refusal.clear()
        self.room.desk.jobs.do(self, command, then, refused=self.refuse)

    def do_and_go(self, command: Callable[[Workspace], Change], path: Path) -> None:
        """Run a command after which there is nothing left to show here, then go elsewhere."""
        self._off = True
        self.do(command, lambda change: self.room.open(path))

    def refuse(self, error: UserError) -> None:
        """Say a refusal in place, in sight."""
        self._off = False
        self.refusal.say(error)
        self.reveal(self.refusal)

    def reveal(self, widget: QWidget) -> None:
        """Bring something into sight, once it has its place on the page."""
        bring_in_sight(widget)

    def lost(self, error: UserError) -> None:
        """What it shows is not there: go back, and say so to whoever has just come for it."""
        if not self._begun:
            self.room.desk.refuse(error)
        self.room.open(up(self.path))

    def begin(self) -> None:
        """Put the keyboard where one begins, once."""
        if self._begun or not self.isVisible():
            return
        self._begun = True
        start = self.begins()
        if start is not None:
            by_row = isinstance(start, RowList)  # a list shows the row that the keyboard is on
            start.setFocus(Qt.FocusReason.TabFocusReason if by_row else Qt.FocusReason.OtherFocusReason)
            keep_in_sight(start)

    @staticmethod
    def refocus(within: QWidget, name: str, instead: str = "") -> None:
        """After drawing afresh: put the keyboard back on the control of this name, else on the one `instead` names.

        Where there is neither any more, it goes to the first there is.
        """
        found = stops(within) if name else []  # none of what was there before, which is about to be deleted
        named = {widget.accessibleName(): widget for widget in reversed(found)}
        here = named.get(name) or named.get(instead) or (found[0] if found else None)
        if here is not None:
            here.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; it is passed on, as twice it hides the window."""
        if event.key() == Qt.Key.Key_Escape and self.back is not None and not event.isAutoRepeat():
            self.go_back()
        event.ignore()


class Holder(QWidget):
    """A place whose widgets change."""

    def __init__(self, theme: Theme, *items: Item) -> None:
        super().__init__()
        self._column = down(theme)
        self.setLayout(self._column)
        self._column.put(*items)

    def swap(self, *items: Item) -> None:
        """Put other widgets in; those before are deleted."""
        self._column.clear()
        self._column.put(*items)
        show_at_once(self._column)


def show_at_once(layout: QLayout) -> None:
    """Show what was just put in, as only what is shown can be given the keyboard; what was hidden stays so."""
    for one in standing(layout):
        if not isinstance(one, QWidget):
            show_at_once(one)
        elif not one.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            one.show()
