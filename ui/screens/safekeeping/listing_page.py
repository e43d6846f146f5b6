"""Where the backups are: each one that was made, by day, name and place; and those that are no more, taken off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.i18n import _, listed, ngettext
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.people.keyholders import KeyHolder
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

    def _show(self, found: _Found) -> None:
        backups = found.backups
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
            line = Fact(theme, "stick", words.moment(one.made_at), _line(one, found))
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


@dataclass(frozen=True, slots=True)
class _Found:
    """The backups; who can open the vault today, me first; and every way in that it has today."""

    backups: tuple[Recorded, ...]
    holders: tuple[KeyHolder, ...]
    ways_in: frozenset[bytes]


def _look(workspace: Workspace) -> _Found:
    return _Found(workspace.vault.backups, workspace.key_holders.all(), workspace.vault.ways_in)


def _line(one: Recorded, found: _Found) -> str:
    """Where it is, and whom it opens for; whoever lost their key since can still open it, which nothing can change."""
    said = [_("“{file}” in “{place}”.").format(file=one.file, place=one.place)]
    can = [who for who in found.holders if one.opens_for(who.holder)]
    names = listed(_("you") if who.mine else who.name or _("a key without a name") for who in can)
    if len(can) == 1 and can[0].mine:
        said.append(_("It opens with your words of that day."))
    elif can:
        said.append(_("It opens with the words of that day, for: {names}.").format(names=names))
    else:
        said.append(_("Nobody who can open the vault today can open it."))
    gone = len(one.holders - found.ways_in)
    if gone:
        still = ngettext("{n} way in that the vault has no more still opens it: a key that was taken away, or an older "
                         "recovery sheet.",
                         "{n} ways in that the vault has no more still open it: keys that were taken away, or older "
                         "recovery sheets.", gone)
        said.append(still.format(n=gone))
    return " ".join(said)
