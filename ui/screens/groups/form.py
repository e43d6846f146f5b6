"""A page to fill in and save: half-typed words are kept, and a refusal stands where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.errors import BadValue, NameInNote, NameMissing, UserError
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.model.change import Change
from facilitator.workspace import Workspace
from ui.screens.groups.leaf import Leaf, Room
from ui.screens.groups.where import Path, pack, up
from ui.widgets import STRETCH, Button, Columns, Field, Flow, box, down
from ui.widgets.layout import Item

FORM = 600
"""How wide a form is, in design px, where there is room beside it."""


class Form(Leaf):
    """A form. `fields` and `restore` carry what stands in it as text; `save` sends it off.

    `name_field` is where a missing name is said; `kind` names the form in the list of what was left half done.
    `names_seen` says while it is sent off that somebody has seen the names in its words and lets them stand.
    """

    name_field: Field | None = None
    enter_saves: ClassVar[bool] = True

    def __init__(self, room: Room, path: Path, title: str, line: str = "", *, back: str, does: str) -> None:
        super().__init__(room, path, title, line, back=back)
        self.primary = Button(room.theme, does, "primary")
        self.primary.clicked.connect(self.save)
        self.cancel = Button(room.theme, _("Cancel"), "plain")
        self.cancel.clicked.connect(self.drop)
        self.beside: tuple[Button, ...] = ()  # other ways to send it off, between the primary button and Cancel
        self.names_seen = False
        self._was: dict[str, str] = {}
        self._kept = False

    # ------------------------------------------------------------ for forms
    def fields(self) -> Mapping[str, str]:
        """What stands in the form, as text."""
        return {}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half typed."""

    def save(self) -> None:
        """Send it off."""

    def lay(self, *items: Item, aside: QWidget | None = None, foot: bool = True) -> None:
        """Lay the form out, what helps beside it where there is room."""
        parts: list[Item] = [*items]
        if foot:
            parts += [20, self.refusal, 4, box(Flow(self.theme, self.primary, *self.beside, self.cancel, gap=12))]
        form = box(down(self.theme, *parts, STRETCH))
        side = aside if aside is not None else QWidget()
        columns = Columns(self.theme, form, side, fixed=(FORM, None), gap=44, below=FORM + 44 + 280)
        self.body.put(box(columns), 8, STRETCH)

    def keep(self) -> None:
        """It is filled with what is kept: from here on, half-typed words are drafts. Call it once."""
        if self._kept:
            return
        self._kept = True
        self._was = dict(self.fields())
        self.room.desk.drafting.register(
            self,
            self.where,
            title=lambda: self.head.title.words,
            read=lambda: dict(self.fields()) if self.touched else None,
            restore=self.restore,
            record=pack(self.path),
        )
        if (typed := self.room.unsaved.pop(self.where, None)) is not None:
            self.restore(typed)

    def begin_with(self, fields: Mapping[str, str]) -> None:
        """Put in what nobody has typed, so that leaving loses nothing."""
        self.restore(fields)
        self._was = dict(self.fields())

    def leave(self) -> None:
        """Somebody was called away: what stands in it is put back when they return."""
        if self.touched:
            self.room.unsaved[self.where] = dict(self.fields())

    # ------------------------------------------------------------ kept
    @property
    def where(self) -> str:
        """The form's own key among drafts."""
        return "groups" + pack(self.path).decode()

    @property
    def touched(self) -> bool:
        """Whether there is anything to lose."""
        return self._kept and dict(self.fields()) != self._was

    def send(self, command: Callable[[Workspace], Change], to: Callable[[Change], Path]) -> None:
        """Run the command that saves it, then go where `to` says; once, whichever of its buttons is pressed again."""
        if not self.primary.isEnabled():
            return
        self.primary.busy(_("Saving"))

        def saved(change: Change) -> None:
            self.room.desk.drafting.done(self.where)
            self._kept = False
            self.room.open(to(change))

        self.do(command, saved)

    def refuse(self, error: UserError) -> None:
        """Say it at the field where it can be, else over the buttons."""
        self.primary.rest()
        if isinstance(error, NameMissing) and self.name_field is not None:
            self.name_field.refuse(_("A name is needed."))
            self.point(self.name_field)
            return
        if isinstance(error, BadValue) and error.why == "taken" and self.name_field is not None:
            self.name_field.refuse(_("Another one has this name. Choose a name of its own."))
            self.point(self.name_field)
            return
        if not isinstance(error, NameInNote):
            super().refuse(error)
            return
        keep = Button(self.theme, _("Keep it as it is"))
        keep.clicked.connect(self._keep_names)
        message = explain(error)
        self.refusal.tell(message.said, message.next, keep)
        self.reveal(self.refusal)

    def _keep_names(self) -> None:
        """Send it off with the names in it."""
        self.names_seen = True
        self.save()
        self.names_seen = False

    def point(self, field: QWidget) -> None:
        """Bring a field into sight, with the keyboard in it."""
        field.setFocus()
        self.reveal(field)

    def drop(self) -> None:
        """Leave without saving."""
        self.room.desk.drafting.done(self.where)
        self._kept = False
        self.room.open(up(self.path))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line sends the form off, as people expect."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if enter and self.enter_saves and isinstance(self.focusWidget(), QLineEdit) and self.primary.isEnabled():
            self.save()
        else:
            super().keyPressEvent(event)

    def go_back(self) -> None:
        """Back leaves too, but not when words would be lost."""
        self.refusal.leave(self.touched, self.drop)
