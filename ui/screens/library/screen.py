"""The Library: the shelves, one item, and the forms that put it in the group's own words."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.change import Change
from ui.desk import Desk
from ui.go import Go
from ui.screen import Screen
from ui.screens.library import asking
from ui.screens.library.asking import Key, Kind, Opened, Shelves
from ui.screens.library.browse import BrowsePage
from ui.screens.library.item_page import ItemPage
from ui.screens.library.preview import Preview

_AREAS = ("library", "groups", "organisation")


class LibraryScreen(Screen):
    """Everything to look up. `Go.show` may be what `asking.key_of` takes for an item: a hit, an item, (kind, id)."""

    place: ClassVar[str] = "library"
    icon: ClassVar[str] = "library"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.browse = BrowsePage(desk.theme)
        self.browse.picked.connect(self._picked)
        self.browse.opened.connect(self._open)
        self.browse.narrowed.connect(self._narrowed)
        self._page: QWidget = self.browse
        self._key: Key | None = None
        self._begun = False
        self._column.addWidget(self.browse)

    @staticmethod
    def title() -> str:
        """Its name."""
        return _("Library")

    # ------------------------------------------------------------ coming and going
    def arrive(self, go: Go) -> None:
        """Show an item, or the shelves as they were left."""
        self._read()
        if go.show is not None:
            show = go.show
            self.desk.jobs.ask(self, lambda w: asking.opened(w, asking.key_of(w, show)), self._came, key="open",
                               refused=self.desk.refuse)

    def changed(self, change: Change) -> None:
        """Read again what stands on the shelves."""
        if change.touches(*_AREAS):
            self._read()
            if self._key is not None:
                self._ask(self._key)

    def _read(self) -> None:
        self.desk.jobs.ask(self, asking.shelves, self._show, key="shelves")

    def _show(self, shelves: Shelves) -> None:
        self.browse.show_shelves(shelves)
        if not self._begun:
            self._begun = True
            if self._page is self.browse:
                self.browse.focus_first()

    # ------------------------------------------------------------ one item
    def _picked(self, key: object) -> None:
        """The row one is on: its item is seen beside it."""
        if isinstance(key, Key) and not self.browse.narrow:
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
        if self._page is not self.browse:
            self.to_shelves()

    def _came(self, opened: Opened) -> None:
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
        if isinstance(self._page, ItemPage):
            self._page.show_item(self._preview(opened))
        self.browse.show_item(self._preview(opened))

    def _preview(self, opened: Opened) -> Preview:
        preview = Preview(self.desk.theme, opened)
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
            if self._page is not self.browse:
                self.to_shelves()
            elif not self.browse.rows.hasFocus():
                self.browse.focus_first()
        event.ignore()

    # ------------------------------------------------------------ what is done with an item
    def _lead(self, opened: Opened) -> None:
        self.desk.go(Go("plans" if opened.key.kind is Kind.PLAN else "groups"))

    def _restore(self, opened: Opened) -> None:
        kind, id = opened.key.kind.own, opened.key.id
        if kind is not None:
            self.desk.jobs.do(self, lambda w: w.own_items.bin(kind, id))
