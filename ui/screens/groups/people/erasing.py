"""Erasing one person for good: what goes, what stays, and where copies still lie."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _, ngettext
from facilitator.model.change import Change
from facilitator.model.exporting import ExportNote
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.model.lowering import ErasePreview
from facilitator.workspace import Workspace
from ui.screens.groups.form import FORM
from ui.screens.groups.going import Out, confirm_erasing, goes_words, out_of, papers_out
from ui.screens.groups.halftyped import forget_people
from ui.screens.groups.leaf import Holder, Leaf, Room
from ui.screens.groups.people.held import StillHeld
from ui.screens.groups.where import Path
from ui.widgets import STRETCH, Button, Columns, Fact, Flow, Paragraph, box, down, heading

if TYPE_CHECKING:
    from facilitator.vault.holding import Holding


@dataclass(frozen=True, slots=True)
class _Known:
    group: Group
    preview: ErasePreview
    papers: tuple[Out, ...]
    holding: Holding
    saved: tuple[ExportNote, ...]


def _read(workspace: Workspace, group_id: Id, member_id: Id) -> _Known:
    return _Known(
        workspace.groups.get(group_id),
        workspace.members.preview_erase(member_id),
        out_of(workspace, group_id),
        workspace.vault.holding(member_id),
        workspace.exports.saved(),
    )


def _erase(workspace: Workspace, member_id: Id, copies: tuple[str, ...]) -> Change:
    """Erase first: a copy that cannot be deleted must not hold that up."""
    change = workspace.members.erase(member_id)
    if not copies:
        return change
    left = workspace.vault.delete_copies(copies)
    if left:
        said = ngettext("{n} copy could not be deleted.", "{n} copies could not be deleted.", left).format(n=left)
    else:
        gone = len(copies)
        said = ngettext("{n} copy of the vault was deleted.", "{n} copies of the vault were deleted.", gone)
        said = said.format(n=gone)
    return replace(change, areas=change.areas | {"safekeeping"}, label=f"{change.label} {said}")


class ErasePerson(Leaf):
    """Says it all first, and asks once more before it acts."""

    areas = ("members", "attendance", "papers")

    def __init__(self, room: Room, path: Path) -> None:
        super().__init__(room, path, _("Erase this person"), back=_("Back"))
        theme = room.theme
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self.member_id = path[2] if isinstance(path[2], bytes) else b""
        self._place, self._side = Holder(theme), Holder(theme)
        self._known: _Known | None = None
        self.held: StillHeld | None = None
        self.erase = Button(theme, _("Erase this person"), "danger", "bin")
        self.erase.clicked.connect(self._ask)
        self.cancel = Button(theme, _("Leave it as it is"), "plain")
        self.cancel.clicked.connect(self.go_back)
        buttons = box(Flow(theme, self.cancel, self.erase, gap=12))
        left = box(down(theme, self._place, 24, self.refusal, 4, buttons, STRETCH))
        columns = Columns(theme, left, self._side, fixed=(FORM, None), gap=44, below=FORM + 44 + 280)
        self.body.put(box(columns), 8, STRETCH)

    def read(self) -> None:
        """Ask for all that would go."""
        self.ask(lambda workspace: _read(workspace, self.group_id, self.member_id), self._show)

    def _show(self, known: _Known) -> None:
        theme = self.theme
        self.head.say(_("{name}, {group}").format(name=known.preview.name, group=known.group.name),
                      self.head.title.words)  # fmt: skip
        if self.back is not None:
            self.back.setText(known.preview.name)
        lead = _("All that is kept about them goes, and nothing brings it back. The head-counts stay.")
        parts: list[QWidget | int] = [Paragraph(theme, lead, "lead"), 24, box(heading(theme, _("What goes for good")))]
        parts += [10, Fact(theme, "minus", _("The name"))]
        for what, n in known.preview.goes:
            parts += [8, Fact(theme, "minus", goes_words(what, n))]
        parts += [24, box(heading(theme, _("What stays"))), 10, Fact(theme, "check", _("How many people came"))]
        self._place.swap(box(down(theme, *parts)))
        if self.held is None or known != self._known:  # else a tick would be lost when it is read again
            self._known, self.held = known, StillHeld(theme, known.holding, known.saved)
            self._side.swap(papers_out(theme, known.papers), 24, self.held, STRETCH)

    def _ask(self) -> None:
        words = _("All that is kept about this person goes. There is no Undo for this.")
        many = len(self._copies)
        if many:
            said = ngettext("{n} copy of the vault goes too.", "{n} copies of the vault go too.", many)
            words += " " + said.format(n=many)
        # Not the name: it may be in letters that this keyboard does not have.
        confirm_erasing(self.theme, self, words, _("erase"), self._erase)

    def _erase(self) -> None:
        def erased(_change: Change) -> None:
            forget_people(self.room, self.group_id, member_id=self.member_id)
            self.room.open((self.group_id, "people"))

        copies = self._copies
        self._off = True
        self.erase.busy(_("Erasing"))
        self.do(lambda workspace: _erase(workspace, self.member_id, copies), erased)

    @property
    def _copies(self) -> tuple[str, ...]:
        return self.held.chosen if self.held is not None else ()

    def refuse(self, error: UserError) -> None:
        """Say it over the buttons."""
        self.erase.rest()
        super().refuse(error)
