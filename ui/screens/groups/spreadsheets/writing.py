"""Making a list and putting it into a file: ask where, make it on the vault's lane, write it on the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as File

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.exporting import ExportOrder, FileType
from ui.dialogs import FileKind
from ui.screens.groups.leaf import Holder, Leaf
from ui.widgets import Button, ChoiceBar, Notice


class Writing:
    """Writes for a page. `button` began it, `told` is where its end is said; `type` is the choice of files."""

    def __init__(self, leaf: Leaf, button: Button, told: Holder) -> None:
        self._leaf, self._button, self._told = leaf, button, told
        types = ((FileType.XLSX, _("Excel")), (FileType.CSV, _("CSV")))
        self.type = ChoiceBar(leaf.theme, types, FileType.XLSX, name=_("Kind of file"))

    def begin(self, order: ExportOrder, name: str) -> None:
        """Ask where; `name` is what is proposed, without an ending. It should tell nothing."""
        self._leaf.refusal.clear()
        self._told.swap()
        chosen = FileType.CSV if self.type.value is FileType.CSV else FileType.XLSX
        kinds = (FileKind(_("Excel") if chosen is FileType.XLSX else _("CSV"), (chosen.value,)),)
        self._leaf.room.desk.dialogs.save_file(
            self._leaf, _("Save a list as a file"), f"{name}.{chosen.value}", kinds,
            lambda file: self._make(order, file),
        )  # fmt: skip

    def _make(self, order: ExportOrder, file: File) -> None:
        from facilitator.people.exporting.exports import type_of
        from facilitator.people.exporting.files import save

        leaf, jobs = self._leaf, self._leaf.room.desk.jobs
        try:
            file_type = type_of(file)
        except UserError as error:
            leaf.refuse(error)
            return
        self._button.busy(_("Saving"))

        def made(data: bytes) -> None:
            def write(_progress: Callable[[int, int], None]) -> None:
                save(file, data, asked=True)  # the file dialog asks before it hands over a name that is taken

            jobs.paper(leaf, write, lambda _nothing: self._saved(file), refused=leaf.refuse)

        jobs.ask(leaf, lambda w: w.exports.make(order, file_type), made, refused=leaf.refuse)

    def _saved(self, file: File) -> None:
        self._button.rest()
        words = _("Saved as “{name}”.").format(name=file.name)
        more = _("It has no lock. Delete it when you are done, and empty the bin of the computer.")
        self._told.swap(Notice(self._leaf.theme, words, more, "action", icon="check"), 14)
        self._leaf.reveal(self._told)
