"""Where the backups are: each one that was made, by day, name and place; and those that are no more, taken off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.vault import backup
from ui.desk import Desk
from ui.screens.safekeeping import words
from ui.screens.safekeeping.steps import StepPage
from ui.widgets import Aside, Button, Fact, Label, Paragraph, Rule, box, down

if TYPE_CHECKING:
    from facilitator.vault.backup import Recorded
    from facilitator.workspace import Workspace


class ListingPage(StepPage):
    """One line a backup, the newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Where the backups are"))
        theme = desk.theme
        self.buttons_by_id: dict[Id, Button] = {}
        self._lines = down(theme)
        self._empty = Label(theme, _("None is written down."), "body", "soft", wrap=True)
        said = _("Old backups still hold what was erased since. Destroy the ones you no longer need: delete the file, "
                 "or break the stick. Then take it off this list.")
        self.column.put(Paragraph(theme, said, "lead"), 20, self._empty, self._lines)
        self._empty.hide()

    def begin(self) -> None:
        """Read the list."""
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.read()

    def read(self) -> None:
        """Read the list again."""
        self.desk.jobs.ask(self, _look, self._show, key="backups")

    def _show(self, found: tuple[tuple[Recorded, ...], bytes]) -> None:
        backups, me = found
        theme = self._theme
        had = next((id for id, button in self.buttons_by_id.items() if button.hasFocus()), None)
        place = list(self.buttons_by_id).index(had) if had is not None else None
        self._lines.clear()
        self.buttons_by_id = {}
        for one in backups:
            off = Button(theme, _("It is destroyed"), "quiet", flush=True)
            off.setAccessibleName(_("{file} is destroyed").format(file=one.file))
            off.clicked.connect(self._taking_off(one.id))
            self.buttons_by_id[one.id] = off
            line = Fact(theme, "stick", words.moment(one.made_at), _line(one, me))
            if len(self.buttons_by_id) > 1:
                self._lines.put(Rule(theme))
            self._lines.put(8, box(Aside(theme, line, off, gap=16)), 8)
        self._empty.setVisible(not backups)
        if place is not None:
            left = list(self.buttons_by_id.values())
            (left[min(place, len(left) - 1)] if left else self.back_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _taking_off(self, id: Id) -> Callable[[], None]:
        def command(workspace: Workspace) -> Change:
            return backup.destroyed(workspace.vault.store, id)

        def act() -> None:
            self.desk.jobs.do(self, command)

        return act


def _look(workspace: Workspace) -> tuple[tuple[Recorded, ...], bytes]:
    return workspace.vault.backups, workspace.vault.holder


def _line(one: Recorded, me: bytes) -> str:
    said = _("“{file}” in “{place}”.").format(file=one.file, place=one.place)
    opens = _("It opens with your words of that day.") if one.opens_for(me) else _("It opens with others’ words only.")
    return f"{said} {opens}"
