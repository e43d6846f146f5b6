"""All that is kept about one person, as a file for that person, in one step."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _, ngettext
from facilitator.model.exporting import ExportKind, ExportOrder, ExportTable
from facilitator.model.group import Group
from facilitator.model.member import Member
from facilitator.workspace import Workspace
from ui.screens.groups.form import FORM
from ui.screens.groups.leaf import Holder, Leaf, Room
from ui.screens.groups.spreadsheets.writing import Writing
from ui.screens.groups.where import Path
from ui.widgets import STRETCH, Button, Columns, Fact, Field, Flow, Notice, Paragraph, Sheet, box, down, heading


@dataclass(frozen=True, slots=True)
class _Known:
    group: Group
    member: Member
    table: ExportTable


class TellPerson(Leaf):
    """Says how much is kept, kind by kind, and makes the file; the values themselves stand in the file alone."""

    areas = ("members", "attendance")

    def __init__(self, room: Room, path: Path) -> None:
        super().__init__(room, path, _("What we keep about them"), back=_("Back"))
        theme = room.theme
        group_id = path[0] if isinstance(path[0], bytes) else b""
        member_id = path[2] if isinstance(path[2], bytes) else b""
        self._order = ExportOrder(group_id=group_id, kind=ExportKind.PERSON, member_id=member_id)
        self._place, told = Holder(theme), Holder(theme)
        self.save_button = Button(theme, _("Save it for them"), "primary", "sheetout")
        self.writing = Writing(self, self.save_button, told)
        # The proposed name tells nothing: not whom it is about, and not what it is for.
        self.save_button.clicked.connect(lambda: self.writing.begin(self._order, _("For you")))
        words = _("A person may ask what is kept about them. Save it as a file, look through it, then give it to them.")
        left = box(
            down(
                theme, Paragraph(theme, words, "lead"), 22, Field(theme, _("Kind of file"), self.writing.type), 22,
                told, self.refusal, 4, box(Flow(theme, self.save_button)), STRETCH,
            )
        )  # fmt: skip
        columns = Columns(theme, left, self._place, fixed=(FORM, None), gap=44, below=FORM + 44 + 280)
        self.body.put(box(columns), 8, STRETCH)

    def read(self) -> None:
        """Ask how much there is."""
        order = self._order

        def known(workspace: Workspace) -> _Known:
            member = workspace.members.get(order.member_id or b"")
            return _Known(workspace.groups.get(order.group_id), member, workspace.exports.table(order))

        self.ask(known, self._show)

    def begins(self) -> QWidget | None:
        """The step."""
        return self.save_button

    def _show(self, known: _Known) -> None:
        theme = self.theme
        self.head.say(_("{name}, {group}").format(name=known.member.name, group=known.group.name),
                      self.head.title.words)  # fmt: skip
        if self.back is not None:
            self.back.setText(known.member.name)
        parts: list[QWidget | int] = [box(heading(theme, _("What is in the file"))), 10]
        for kind, n in Counter(str(row[0]) for row in known.table.rows).items():
            entries = ngettext("{n} entry", "{n} entries", n).format(n=n)
            parts += [Fact(theme, "check", f"{kind[:1].upper()}{kind[1:]}", entries), 8]
        sheet = Sheet(theme, down(theme, *parts, margins=(24, 18, 22, 22)))
        warning = Notice(
            theme,
            _("Look through it before you give it."),
            _("It has no lock. A name or number of somebody else may stand in it, such as who to call for them."),
            icon="warning",
        )
        unseen = _("What others typed and sealed for themselves alone, and sealed concerns, are not in it: nobody "
                   "but their reader can open those.")
        noted = _("The vault notes that this was saved, and when.")
        self._place.swap(sheet, 18, warning, 16, Fact(theme, "lock", unseen), 10, Fact(theme, "pencil", noted), STRETCH)

    def refuse(self, error: UserError) -> None:
        """Say it over the button."""
        self.save_button.rest()
        super().refuse(error)
