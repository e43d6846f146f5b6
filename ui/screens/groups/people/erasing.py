"""Erasing one person for good: what goes, what stays, and where copies still lie."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.exporting import ExportNote
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.model.lowering import ErasePreview
from facilitator.workspace import Workspace
from ui.screens.groups.form import FORM
from ui.screens.groups.going import Out, confirm_erasing, copies_left, goes_words, out_of, papers_out
from ui.screens.groups.halftyped import forget_people
from ui.screens.groups.leaf import Holder, Leaf, Room
from ui.screens.groups.where import Path
from ui.widgets import STRETCH, Button, Columns, Fact, Flow, Paragraph, box, down, heading


@dataclass(frozen=True, slots=True)
class _Known:
    group: Group
    preview: ErasePreview
    papers: tuple[Out, ...]
    saved: tuple[ExportNote, ...]


def _read(workspace: Workspace, group_id: Id, member_id: Id) -> _Known:
    return _Known(
        workspace.groups.get(group_id),
        workspace.members.preview_erase(member_id),
        out_of(workspace, group_id),
        workspace.exports.saved(),
    )


class ErasePerson(Leaf):
    """Says it all first, and asks once more before it acts."""

    areas = ("members", "attendance", "papers")

    def __init__(self, room: Room, path: Path) -> None:
        super().__init__(room, path, _("Erase this person"), back=_("Back"))
        theme = room.theme
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self.member_id = path[2] if isinstance(path[2], bytes) else b""
        self._place, self._side = Holder(theme), Holder(theme)
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
        self._side.swap(papers_out(theme, known.papers), 24, copies_left(theme, known.saved), STRETCH)

    def _ask(self) -> None:
        words = _("All that is kept about this person goes. There is no Undo for this.")
        # Not the name: it may be in letters that this keyboard does not have.
        confirm_erasing(self.theme, self, words, _("erase"), self._erase)

    def _erase(self) -> None:
        def erased(_change: Change) -> None:
            forget_people(self.room, self.group_id, member_id=self.member_id)
            self.room.open((self.group_id, "people"))

        self._off = True
        self.erase.busy(_("Erasing"))
        self.do(lambda workspace: workspace.members.erase(self.member_id), erased)

    def refuse(self, error: UserError) -> None:
        """Say it over the buttons."""
        self.erase.rest()
        super().refuse(error)
