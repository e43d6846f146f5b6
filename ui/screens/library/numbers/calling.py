"""The pages of numbers within the Library: which is up, what is asked and what is saved."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from facilitator.model.change import Change
from facilitator.model.content import Helpline
from facilitator.model.ids import Id
from facilitator.model.numbers import OWN_NUMBER, NumberDraft
from ui.alive import alive
from ui.desk import Desk
from ui.screens.library.numbers.asking import Numbers, numbers
from ui.screens.library.numbers.form import NumberForm
from ui.screens.library.numbers.page import NumbersPage

AREAS = ("numbers", "groups", "organisation")


class Calling(QObject):
    """`shown` carries a page to put up; `left` says that somebody goes back to the shelves."""

    shown = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page: NumbersPage | None = None
        self._form: NumberForm | None = None
        self._begun = False
        self._from: str | None = None

    def open(self) -> None:
        """Put the page up."""
        if not alive(self._page):
            self._page = NumbersPage(self._desk.theme)
            self._page.left.connect(self.left)
            self._page.changing.connect(self._change)
            self._page.called.connect(self._called)
        self._form, self._begun = None, False
        self.shown.emit(self._page)
        self.read()

    def changed(self, change: Change) -> None:
        """Read again what concerns the page."""
        if change.touches(*AREAS):
            self.read()

    def pick_up(self, show: object) -> bool:
        """Open the form that a draft belongs to; False for anything else."""
        if not isinstance(show, bytes) or not show.startswith(b"number/"):
            return False
        id = show.decode().partition("/")[2]
        self.open()
        self._change(bytes.fromhex(id) or None)
        return True

    def on_page(self, page: object) -> bool:
        """Whether a page is that of the numbers, with nothing half typed in it."""
        return page is self._page

    def read(self) -> None:
        """Read what the page shows."""
        if alive(self._page):
            self._desk.jobs.ask(self, numbers, self._show, key="numbers")

    def _show(self, found: Numbers) -> None:
        page = self._page
        if page is None or not alive(page):
            return
        page.show_numbers(found)
        if not self._begun and page.isVisible():
            self._begun = True
            if self._from is None:
                page.focus_first()
            else:
                page.come_back(self._from)
                self._from = None

    def _called(self, line: object, works: bool) -> None:
        if isinstance(line, Helpline):
            self._desk.jobs.do(self, lambda w: w.numbers.called(line, works))

    # ------------------------------------------------------------ the form
    def _change(self, id: object) -> None:
        number_id = id if isinstance(id, bytes) else None

        def show(found: Numbers) -> None:
            number = next((one for one in found.own if one.id == number_id), None)
            form = self._form = NumberForm(self._desk.theme, number, found.groups)
            form.left.connect(lambda: self._through(form))
            form.saving.connect(lambda draft, group, seen: self._save(form, draft, group, seen))
            form.binning.connect(lambda: self._bin(form))
            self.shown.emit(form)
            record = f"number/{'' if number is None else number.id.hex()}".encode()
            self._desk.drafting.register(form, form.where, title=lambda: form.title_words, restore=form.restore,
                                         read=lambda: form.fields() if form.touched else None, record=record)
            form.focus_first()

        self._desk.jobs.ask(self, numbers, show, key="number", refused=self._desk.refuse)

    def _save(self, form: NumberForm, draft: object, group: object, seen: bool) -> None:
        if isinstance(draft, NumberDraft):
            group_id: Id | None = group if isinstance(group, bytes) else None
            id = None if form.number is None else form.number.id
            self._desk.jobs.do(self, lambda w: w.numbers.save(draft, id, group_id=group_id, names_seen=seen),
                               lambda change: self._through(form, change), refused=form.refuse)

    def _bin(self, form: NumberForm) -> None:
        number = form.number
        if number is not None:
            self._desk.jobs.do(self, lambda w: w.numbers.bin(number.id), lambda change: self._through(form),
                               refused=form.refuse)

    def _through(self, form: NumberForm, saved: Change | None = None) -> None:
        self._desk.drafting.done(form.where)
        ids = (form.number.id,) if form.number is not None else () if saved is None else tuple(saved.ids)
        self.open()
        self._from = f"{OWN_NUMBER}{ids[0].hex()}" if ids else ""
