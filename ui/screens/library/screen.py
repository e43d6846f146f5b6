"""The Library: the shelves, one item, and the forms that put it in the group's own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.content import CopingCard, Script
from facilitator.model.own import OwnText
from ui.desk import Desk
from ui.go import Go, Way
from ui.screen import Screen
from ui.screens.library import asking
from ui.screens.library.asking import Key, Kind, LookedOver, Opened, Shelves
from ui.screens.library.browse import BrowsePage
from ui.screens.library.item_page import ItemPage
from ui.screens.library.preview import Preview

if TYPE_CHECKING:
    from ui.screens.library.compare_page import ComparePage
    from ui.screens.library.form import Form

_EDIT = "edit"
_NEW = {"new-card": Kind.CARD, "new-words": Kind.SCRIPT}
_SHEETS = {
    Kind.CARD: "coping-handout", Kind.SCRIPT: "script-card", Kind.AGREEMENT: "agreement-draft",
    Kind.HELPLINE: "helplines",
}  # fmt: skip
_AREAS = ("library", "groups", "organisation")


class LibraryScreen(Screen):
    """Everything to look up. `Go.show` may be what `asking.key_of` takes for an item: a hit, an item, (kind, id).

    "new-card" and "new-words" begin an item of the group's own.
    """

    place: ClassVar[str] = "library"
    icon: ClassVar[str] = "library"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.browse = BrowsePage(desk.theme)
        self.browse.picked.connect(self._picked)
        self.browse.opened.connect(self._open)
        self.browse.narrowed.connect(self._narrowed)
        self.browse.binning.connect(self._bin_torn)
        self.browse.writing.connect(lambda kind: self._write(kind, ""))
        self._page: QWidget = self.browse
        self._form: Form | None = None  # the page, while it is one
        self._compared: ComparePage | None = None
        self._key: Key | None = None
        self._begun, self._coming = False, False
        self._unsaved: dict[str, Mapping[str, str]] = {}
        self._column.addWidget(self.browse)

    @staticmethod
    def title() -> str:
        """Its name."""
        return _("Library")

    @staticmethod
    def ways() -> tuple[Way, ...]:
        """What the search finds here."""
        return (Way(_("Write a coping card"), Go("library", "new-card"), _("own new")),
                Way(_("Write words to say"), Go("library", "new-words"), _("own new script")))

    # ------------------------------------------------------------ coming and going
    def arrive(self, go: Go) -> None:
        """Show an item, or the shelves as they were left."""
        self._read()
        show = go.show
        if isinstance(show, str) and show in _NEW:
            self._write(_NEW[show], "")
        elif isinstance(show, bytes) and show.startswith(f"{_EDIT}/".encode()):
            kind, id = show.decode().split("/")[1:3]
            self._write(Kind(kind), id)
        elif show is not None:
            self._coming = True
            self.desk.jobs.ask(self, lambda w: asking.opened(w, asking.key_of(w, show)), self._came, key="open",
                               refused=self._not_there)

    def changed(self, change: Change) -> None:
        """Read again what stands on the shelves."""
        if change.touches(*_AREAS):
            self._read()
            if self._compared is not None:
                self._compare(self._compared.opened.key)
            elif self._key is not None:
                self._ask(self._key)

    def _read(self) -> None:
        self.desk.jobs.ask(self, asking.shelves, self._show, key="shelves")

    def _look_over(self, first: int, found: tuple[OwnText, ...] = ()) -> None:
        """Once the list is there: whether all own words can be read."""
        def looked(part: LookedOver) -> None:
            torn = (*found, *part.torn)
            if part.next is None or torn:
                self.browse.show_torn(torn)
            else:
                self._look_over(part.next, torn)

        self.desk.jobs.ask(self, lambda w: asking.look_over(w, first), looked, key="look over")

    def _show(self, shelves: Shelves) -> None:
        self.browse.show_shelves(shelves)
        self._look_over(0)
        if not self._begun:
            self._begun = True
            if self._page is self.browse:
                self.browse.focus_first()

    # ------------------------------------------------------------ one item
    def _picked(self, key: object) -> None:
        """The row one is on: its item is seen beside it."""
        if isinstance(key, Key) and not self.browse.narrow and not self._coming:
            self._ask(key)

    def _open(self, key: object) -> None:
        """Gone to: beside the list the keyboard goes there, else it takes the page."""
        if not isinstance(key, Key):
            return
        self.desk.jobs.ask(self, lambda w: asking.opened(w, key), self._enter, key="open", refused=self.desk.refuse)

    def _ask(self, key: Key) -> None:
        self.desk.jobs.ask(self, lambda w: asking.opened(w, key), self._beside, key="open", refused=self._lost)

    def _lost(self, error: UserError) -> None:
        """What was shown is not there any more, such as an own card that was put in the bin."""
        self._key = None
        self.browse.show_item(None)
        if self._form is not None:
            return  # somebody is writing: it is not theirs
        self.to_shelves()
        self._picked(self.browse.chosen)

    def _not_there(self, error: UserError) -> None:
        """What somebody came for is gone: say so, and show what one is on."""
        self._coming = False
        self.desk.refuse(error)
        self._picked(self.browse.chosen)

    def _came(self, opened: Opened) -> None:
        self._coming = False
        self.browse.go_to(opened.key)
        self._enter(opened)

    def _enter(self, opened: Opened) -> None:
        self._beside(opened)
        if self.browse.narrow:
            page = ItemPage(self.desk.theme, self._preview(opened))
            page.left.connect(self.to_shelves)
            self._put(page)
            page.preview.focus_first()
        elif self.browse.preview is not None:
            self.browse.preview.focus_first()

    def _beside(self, opened: Opened) -> None:
        self._key = opened.key
        here = QApplication.focusWidget()
        was = self.browse.preview if self._page is self.browse else None
        if isinstance(self._page, ItemPage):
            was = self._page.preview
            self._page.show_item(self._preview(opened))
        # Of what is shown anew, the keyboard stays on what is done first.
        inside = was is not None and here is not None and was.isAncestorOf(here)
        self.browse.show_item(self._preview(opened))
        now = self._page.preview if isinstance(self._page, ItemPage) else self.browse.preview
        if inside and now is not None:
            now.focus_first()

    def _preview(self, opened: Opened) -> Preview:
        preview = Preview(self.desk.theme, opened)
        preview.printing.connect(lambda: self._print(opened))
        preview.changing.connect(lambda: self._write(opened.key.kind, opened.key.id))
        preview.comparing.connect(lambda: self._compare(opened.key))
        preview.leading.connect(lambda: self._lead(opened))
        preview.restoring.connect(lambda: self._restore(opened))
        return preview

    # ------------------------------------------------------------ pages
    def to_shelves(self) -> None:
        """Back to the list, where one was."""
        self._put(self.browse)
        if self._key is not None:
            self.browse.go_to(self._key)
        self.browse.focus_first()

    def _put(self, page: QWidget) -> None:
        if page is self._page:
            return
        old, self._page = self._page, page
        form, self._form, self._compared = self._form, None, None
        if form is not None and form.touched and not form.dismissed:
            self._unsaved[form.where] = dict(form.fields())
        self._column.removeWidget(old)
        old.hide()
        if old is not self.browse:
            old.deleteLater()
        self._column.addWidget(page)
        page.show()
        self.tell_title()

    def _narrowed(self, narrow: bool) -> None:
        """With room for both again, the item stands beside its list."""
        if not narrow and isinstance(self._page, ItemPage):
            self.to_shelves()
        elif not narrow and self.browse.chosen is not None:
            self._ask(self.browse.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list; it is passed on, as twice it hides the window."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            if isinstance(self._page, ItemPage) or self._compared is not None:
                self.to_shelves()
            elif self._page is self.browse and not self.browse.rows.hasFocus():
                self.browse.focus_first()
        event.ignore()

    # ------------------------------------------------------------ what is done with an item
    def _lead(self, opened: Opened) -> None:
        if opened.key.kind is Kind.PLAN:
            self.desk.go(Go("plans"))
        else:
            self.desk.go(Go("groups", None if opened.group is None else (opened.group, "agreement")))

    def _print(self, opened: Opened) -> None:
        sheet = _SHEETS[opened.key.kind]
        if opened.key.kind is Kind.HELPLINE:
            self.desk.go(Go("print", ("sheet", sheet)))
        else:
            self.desk.go(Go("print", ("sheet", sheet, opened.key.id)))

    def _restore(self, opened: Opened) -> None:
        kind, id = opened.key.kind.own, opened.key.id
        if kind is None:
            return
        if opened.new and self._page is self.browse:
            self.browse.focus_first()  # what has the keyboard is about to go, together with its item
        self.desk.jobs.do(self, lambda w: w.own_items.bin(kind, id), lambda change: self._after(opened.key))

    def _bin_torn(self, text: object) -> None:
        if isinstance(text, OwnText):
            self.desk.jobs.do(self, lambda w: w.own_items.bin(text.kind, text.item),
                              lambda change: self.browse.focus_first())  # fmt: skip

    def _compare(self, key: Key) -> None:
        self.desk.jobs.ask(self, lambda w: asking.opened(w, key), self._show_compared, key="open", refused=self._lost)

    def _show_compared(self, opened: Opened) -> None:
        if opened.original is None:  # nothing of our own is left
            self.to_shelves()
            return
        from ui.screens.library.compare_page import ComparePage

        page = ComparePage(self.desk.theme, opened)
        page.left.connect(self.to_shelves)
        page.changing.connect(lambda: self._write(opened.key.kind, opened.key.id))
        page.restoring.connect(lambda: self._restore(opened))
        page.keeping.connect(lambda: self._keep(opened))
        self._put(page)
        self._compared = page
        page.focus_first()

    def _keep(self, opened: Opened) -> None:
        kind, id = opened.key.kind.own, opened.key.id
        if kind is not None:
            self.desk.jobs.do(self, lambda w: w.own_items.compared(kind, id))

    # ------------------------------------------------------------ writing
    def _write(self, kind: object, id: str) -> None:
        """Open the form of an item; without an id, of a new one."""
        if isinstance(kind, Kind):
            self.desk.jobs.ask(self, lambda w: asking.to_write(w, kind, id), self._show_form, key="open",
                               refused=self.desk.refuse)  # fmt: skip

    def _show_form(self, opened: Opened) -> None:
        from ui.screens.library.card_form import CardForm
        from ui.screens.library.script_form import ScriptForm

        if self._form is not None and self._form.opened.key == opened.key:
            return  # what stands in it is newer
        theme, draft = self.desk.theme, opened.draft
        if isinstance(draft, CopingCard):
            page: CardForm | ScriptForm = CardForm(theme, opened, draft)
        elif isinstance(draft, Script):
            page = ScriptForm(theme, opened, draft)
        else:
            return
        page.left.connect(lambda: self._leave_form(page))
        page.saving.connect(lambda item, seen: self._save(page, item, seen))
        self._put(page)
        self._form = page
        record = f"{_EDIT}/{opened.key.kind.value}/{'' if page.new else opened.key.id}".encode()
        self.desk.drafting.register(page, page.where, title=lambda: page.title_words, restore=page.restore,
                                    read=lambda: page.fields() if page.touched else None, record=record)  # fmt: skip
        if (typed := self._unsaved.pop(page.where, None)) is not None:
            page.restore(typed)
        page.focus_first()

    def _save(self, page: Form, item: object, names_seen: bool) -> None:
        if isinstance(item, CopingCard | Script):
            self.desk.jobs.do(self, lambda w: w.own_items.save(item, names_seen=names_seen),
                              lambda change: self._saved(page), refused=page.refuse)  # fmt: skip

    def _saved(self, page: Form) -> None:
        self.desk.drafting.done(page.where)
        self._after(page.opened.key, saved=True)

    def _leave_form(self, page: Form) -> None:
        """Left on purpose: nothing of it is kept."""
        self.desk.drafting.done(page.where)
        self._after(page.opened.key, saved=True)

    def _after(self, key: Key, saved: bool = False) -> None:
        """Back to the item, or to the shelves where it is gone."""
        if self._form is not None and saved:
            self._form.dismissed = True
        self._put(self.browse)
        self.desk.jobs.ask(self, lambda w: asking.opened(w, key), self._came, key="open", refused=self._lost)
