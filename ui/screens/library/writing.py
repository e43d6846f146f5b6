"""The forms: opened when first asked for, kept as drafts, put away with what is half typed, saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.model.content import CopingCard, Script
from ui.desk import Desk
from ui.screens.library import asking
from ui.screens.library.asking import Kind, Opened

if TYPE_CHECKING:
    from ui.screens.library.form import Form

_EDIT = "edit"


class Writing(QObject):
    """Opens forms: `shown` carries one to put up, `done` the key of its item when somebody is through with it."""

    shown = Signal(object)
    done = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.form: Form | None = None
        """The one that is up."""
        self._unsaved: dict[str, Mapping[str, str]] = {}

    def open(self, kind: object, id: str = "") -> None:
        """Open the form of an item; without an id, of a new one."""
        if isinstance(kind, Kind):
            self._desk.jobs.ask(self, lambda w: asking.to_write(w, kind, id), self._show, key="write",
                                refused=self._desk.refuse)  # fmt: skip

    def pick_up(self, show: object) -> bool:
        """Open the form that a draft belongs to; False for anything else."""
        if not isinstance(show, bytes) or not show.startswith(f"{_EDIT}/".encode()):
            return False
        kind, id = show.decode().split("/")[1:3]
        self.open(Kind(kind), id)
        return True

    def put_away(self) -> None:
        """Another page takes its place: what is half typed comes back with it."""
        form, self.form = self.form, None
        if form is not None and form.touched:
            self._unsaved[form.where] = dict(form.fields())

    def _show(self, opened: Opened) -> None:
        if self.form is not None and self.form.opened.key == opened.key:
            return  # what stands in it is newer
        form = self._made(opened)
        if form is None:
            return
        self.put_away()
        self.form = form
        form.left.connect(lambda: self._through(form))
        form.saving.connect(lambda item, seen: self._save(form, item, seen))
        self.shown.emit(form)
        record = f"{_EDIT}/{opened.key.kind.value}/{'' if form.new else opened.key.id}".encode()
        self._desk.drafting.register(form, form.where, title=lambda: form.title_words, restore=form.restore,
                                     read=lambda: form.fields() if form.touched else None, record=record)  # fmt: skip
        if (typed := self._unsaved.pop(form.where, None)) is not None:
            form.restore(typed)
        form.focus_first()

    def _made(self, opened: Opened) -> Form | None:
        from ui.screens.library.card_form import CardForm
        from ui.screens.library.script_form import ScriptForm

        theme, draft = self._desk.theme, opened.draft
        if isinstance(draft, CopingCard):
            return CardForm(theme, opened, draft)
        return ScriptForm(theme, opened, draft) if isinstance(draft, Script) else None

    def _save(self, form: Form, item: object, names_seen: bool) -> None:
        if isinstance(item, CopingCard | Script):
            self._desk.jobs.do(self, lambda w: w.own_items.save(item, names_seen=names_seen),
                               lambda change: self._through(form), refused=form.refuse)  # fmt: skip

    def _through(self, form: Form) -> None:
        """Saved, or left on purpose: nothing of it is kept."""
        self._desk.drafting.done(form.where)
        self._unsaved.pop(form.where, None)
        self.form = None
        self.done.emit(form.opened.key)
