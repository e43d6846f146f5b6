"""The Library: the shelves, one item, and the forms that put it in the group's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.own import OwnText
from ui.desk import Desk
from ui.go import Go, Way
from ui.screen import Screen
from ui.screens.library import asking, shelving, words
from ui.screens.library.asking import Key, Kind, Opened
from ui.screens.library.browse import BrowsePage
from ui.screens.library.item_page import ItemPage
from ui.screens.library.narrowing import FAVOURITES
from ui.screens.library.preview import Preview
from ui.screens.library.sheets import sheet_of
from ui.screens.library.shelving import LookedOver, Shelves
from ui.screens.library.writing import Writing

if TYPE_CHECKING:
    from datetime import date

    from ui.screens.library.compare_page import ComparePage
    from ui.screens.library.numbers.calling import Calling
    from ui.screens.library.sharing.passing import Passing

_NEW = {"new-card": Kind.CARD, "new-words": Kind.SCRIPT}
_AREAS = ("library", "groups", "organisation", "numbers", "shelf_marks")
NUMBERS, SHARE = "numbers", "share"


class LibraryScreen(Screen):
    """Everything to look up. `Go.show` may be what `asking.key_of` takes for an item: a hit, an item, (kind, id).

    "new-card" and "new-words" begin an item of the group's own, "favourites" shows those alone, "numbers" leads to the
    numbers to call, "share" to content packs.
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
        self.writing = Writing(desk, self)
        self.writing.shown.connect(self._put_form)
        self.writing.done.connect(self._written)
        self.browse.writing.connect(self.writing.open)
        self._calling: Calling | None = None
        self.browse.calling.connect(lambda: self.calling.open())
        self._passing: Passing | None = None
        self.browse.sharing.connect(lambda: self.passing.open())
        self._page: QWidget = self.browse
        self._compared: ComparePage | None = None
        self._key: Key | None = None
        self._begun, self._coming = False, False
        self._shown_on: date | None = None
        self._column.addWidget(self.browse)

    @staticmethod
    def title() -> str:
        """Its name."""
        return _("Library")

    @staticmethod
    def ways() -> tuple[Way, ...]:
        """What the search finds here."""
        return (Way(_("Favourites"), Go("library", FAVOURITES), _("my own starred saved marked tags liked best cards")),
                Way(_("Write a coping card"), Go("library", "new-card"), _("own new make add")),
                Way(_("Write words to say"), Go("library", "new-words"), _("own new script make add change")),
                Way(_("Numbers to call"), Go("library", NUMBERS),
                    _("helplines check own number telephone phone ring crisis add new")),
                Way(_("Share with other groups"), Go("library", SHARE),
                    _("content pack export import give send cards")))

    @property
    def passing(self) -> Passing:
        """The pages of content packs, likewise."""
        if self._passing is None:
            from ui.screens.library.sharing.passing import Passing

            self._passing = Passing(self.desk, self)
            self._passing.shown.connect(self._put_form)
            self._passing.left.connect(self.to_shelves)
            self._passing.writing.connect(lambda: self.writing.open(Kind.CARD))
            self._passing.changing.connect(self._change_shared)
            self._passing.taken.connect(self._written)
        return self._passing

    @property
    def calling(self) -> Calling:
        """The pages of numbers, made when they are first gone to."""
        if self._calling is None:
            from ui.screens.library.numbers.calling import Calling

            self._calling = Calling(self.desk, self)
            self._calling.shown.connect(self._put_form)
            self._calling.left.connect(self.to_shelves)
        return self._calling

    # ------------------------------------------------------------ coming and going
    def arrive(self, go: Go) -> None:
        """Show an item, or the shelves as they were left; what has changed meanwhile was told before."""
        if self._shown_on != self.desk.clock.today():  # with the day comes what is to be looked at again
            self._read()
        show = go.show
        if isinstance(show, str) and show in _NEW:
            self.writing.open(_NEW[show])
        elif show == NUMBERS:
            self.calling.open()
        elif show == FAVOURITES:
            self.to_shelves()
            self.browse.only(FAVOURITES)
            self.browse.favourites.setFocus(Qt.FocusReason.OtherFocusReason)
        elif show == SHARE:
            self.passing.open()
        elif isinstance(show, bytes) and show.startswith(b"number/"):
            self.calling.pick_up(show)
        elif show is not None and not self.writing.pick_up(show):
            self._coming = True
            self.desk.jobs.ask(self, lambda w: asking.opened(w, asking.key_of(w, show)), self._came, key="open",
                               refused=self._not_there)

    def changed(self, change: Change) -> None:
        """Read again what stands on the shelves."""
        if self._calling is not None:
            self._calling.changed(change)
        if self._passing is not None:
            self._passing.changed(change)
        if change.touches(*_AREAS):
            self._read()
            if self._compared is not None:
                self._compare(self._compared.opened.key)
            elif self._key is not None and not self._coming:  # else what somebody comes for would be asked no more
                self._ask(self._key)

    def _read(self) -> None:
        self.desk.jobs.ask(self, shelving.shelves, self._show, key="shelves")

    def _look_over(self, first: int, found: tuple[OwnText, ...] = ()) -> None:
        """Once the list is there: whether all own words can be read."""
        def looked(part: LookedOver) -> None:
            torn = (*found, *part.torn)
            if part.next is None or torn:
                self.browse.show_torn(torn)
            else:
                self._look_over(part.next, torn)

        self.desk.jobs.ask(self, lambda w: shelving.look_over(w, first), looked, key="look over")

    def _show(self, shelves: Shelves) -> None:
        self._shown_on = self.desk.clock.today()
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
        if self.writing.form is not None:
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
        if not isinstance(self._page, ItemPage):
            self._put(self.browse)
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
        # Of what is shown anew, the keyboard stays on what had it, or else on what is done first.
        now = self._preview(opened)
        spot = "" if was is None else was.spot(here)
        if isinstance(self._page, ItemPage):
            self._page.show_item(now)
            self.browse.show_item(self._preview(opened))
        else:
            self.browse.show_item(now)
        now.focus_spot(spot)

    def _preview(self, opened: Opened) -> Preview:
        preview = Preview(self.desk.theme, opened)
        preview.printing.connect(lambda: self._print(opened))
        preview.copying.connect(lambda: self._copy(opened))
        preview.changing.connect(lambda: self.writing.open(opened.key.kind, opened.key.id))
        preview.comparing.connect(lambda: self._compare(opened.key))
        preview.leading.connect(lambda: self._lead(opened))
        preview.restoring.connect(lambda: self._restore(opened))
        preview.calling.connect(lambda: self.calling.open())
        preview.favoured.connect(lambda on: self._favour(opened, on))
        preview.tagged.connect(lambda tags, seen: self._tag(preview, tags, seen))
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
        self._compared = None
        if page is not self.writing.form:
            self.writing.put_away()
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
            aside = [part for part in (self._calling, self._passing) if part is not None and part.on_page(self._page)]
            if isinstance(self._page, ItemPage) or self._compared is not None or aside:
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
        sheet = sheet_of(opened)
        if sheet is not None:
            document, item = sheet
            self.desk.go(Go("print", ("sheet", document, item) if item else ("sheet", document)))

    def _copy(self, opened: Opened) -> None:
        self.desk.copy(words.copied(opened.thing))
        self.desk.tell(_("The words are copied. They leave the clipboard after half a minute."))

    def _favour(self, opened: Opened, on: bool) -> None:
        kind, id, title = opened.key.kind.value, opened.key.id, words.title(opened.thing)
        self.desk.jobs.do(self, lambda w: w.shelf_marks.favour(kind, id, title, on))

    def _tag(self, preview: Preview, tags: object, seen: bool) -> None:
        opened = preview.opened
        kind, id, title = opened.key.kind.value, opened.key.id, words.title(opened.thing)
        if isinstance(tags, tuple):
            self.desk.jobs.do(self, lambda w: w.shelf_marks.tag(kind, id, title, tags, names_seen=seen),
                              refused=preview.marks.refuse)

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
        page.changing.connect(lambda: self.writing.open(opened.key.kind, opened.key.id))
        page.restoring.connect(lambda: self._restore(opened))
        page.keeping.connect(lambda: self._keep(opened))
        self._put(page)
        self._compared = page
        page.focus_first()

    def _keep(self, opened: Opened) -> None:
        kind, id = opened.key.kind.own, opened.key.id
        if kind is not None:
            self.desk.jobs.do(self, lambda w: w.own_items.compared(kind, id))

    def _change_shared(self, key: object) -> None:
        if isinstance(key, Key) and key.kind is not Kind.PLAN:
            self.writing.open(key.kind, key.id)
        else:
            self.desk.go(Go("plans"))

    def _put_form(self, form: object) -> None:
        if isinstance(form, QWidget):
            self._put(form)

    def _written(self, key: object) -> None:
        if isinstance(key, Key):
            self._after(key)

    def _after(self, key: Key) -> None:
        """Back to the item, or to the shelves where it is gone."""
        self._put(self.browse)
        self.desk.jobs.ask(self, lambda w: asking.opened(w, key), self._came, key="open", refused=self._lost)
