"""Where somebody may still stand once they are erased here: listed, and what can be deleted from here is offered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface, listed, ngettext
from facilitator.model.exporting import ExportNote
from ui.screens.groups.going import saved_words
from ui.theme import Theme
from ui.widgets import CheckRow, Fact, box, down, heading

if TYPE_CHECKING:
    from datetime import datetime

    from facilitator.vault.holding import Holding

_LISTED = 6


class StillHeld(QWidget):
    """The list; `chosen` are the copies to delete with the person, none unless it was ticked."""

    def __init__(self, theme: Theme, holding: Holding, saved: Sequence[ExportNote]) -> None:
        super().__init__()
        self._names = tuple(copy.name for copy in holding.copies)
        parts: list[QWidget | int] = [box(heading(theme, _("Copies"))), 8]
        if holding.backups:
            n = len(holding.backups)
            said = ngettext("{n} backup may still hold them. Make a new one afterwards, then destroy it:",
                            "{n} backups may still hold them. Make a new one afterwards, then destroy these:", n)
            lines = [_("“{file}” in “{place}”, {moment}").format(file=one.file, place=one.place,
                                                                moment=_moment(one.made_at))
                     for one in holding.backups]
            parts += [Fact(theme, "stick", said.format(n=n), _few(lines))]
        else:
            parts += [Fact(theme, "stick", _("No backup is written down that could hold them."))]
        if holding.beside:
            said = _("An older state of this vault lies beside it: {names}. Open it, then close it for good.")
            names = listed(_("“{name}”").format(name=name) for name in holding.beside)
            parts += [10, Fact(theme, "folder", said.format(names=names))]
        if saved:
            lists = ". ".join(map(saved_words, saved))
            parts += [10, Fact(theme, "sheetout", _("Lists were saved as files. Delete those that hold it."), lists)]
        sealed = _("What others left half typed is sealed to each of them, and cannot be looked into from here.")
        parts += [10, Fact(theme, "lock", sealed)]
        self.tick: CheckRow | None = None
        if self._names:
            n = len(self._names)
            said = ngettext("Delete the {n} copy that the vault keeps of itself, too",
                            "Delete the {n} copies that the vault keeps of itself, too", n)
            made = _few([_moment(copy.made_at) for copy in holding.copies])
            self.tick = CheckRow(theme, said.format(n=n), softens=False)
            parts += [10, self.tick, 2, Fact(theme, "safe", _("They may hold this person. The vault makes a fresh one "
                                                              "when nobody types for a while."), made)]
        self.setLayout(down(theme, *parts))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of the copies to delete."""
        return self._names if self.tick is not None and self.tick.isChecked() else ()


def _few(lines: Sequence[str]) -> str:
    shown = list(lines[:_LISTED])
    more = len(lines) - len(shown)
    if more:
        shown.append(ngettext("and {n} older one", "and {n} older ones", more).format(n=more))
    return "\n".join(shown)


def _moment(at: datetime) -> str:
    return _("{day} at {time}").format(day=interface().date(at.date(), "d MMMM y"), time=f"{at:%H:%M}")
