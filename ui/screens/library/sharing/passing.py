"""Content packs within the Library: which page is up, what is asked, and the files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.sharing import Bundle, Choice, Incoming, Offer
from facilitator.sharing.bundle import SharedKind
from facilitator.sharing.files import ENDING, load, save
from ui.alive import alive
from ui.desk import Desk
from ui.dialogs import FileKind
from ui.screens.library.asking import Key, Kind
from ui.screens.library.sharing.giving import GivingPage
from ui.screens.library.sharing.taking import TakingPage

if TYPE_CHECKING:
    from facilitator.workspace import Workspace

Read = tuple[Bundle, tuple[Incoming, ...], frozenset[str]]


class Passing(QObject):
    """`shown` carries a page to put up; `left` says that somebody goes back to the shelves.

    `writing` asks for the form of a new card, `changing` carries the key of an item that is to be changed first,
    `taken` that of one that was just taken in.
    """

    shown = Signal(object)
    left = Signal()
    writing = Signal()
    changing = Signal(object)
    taken = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page: GivingPage | None = None
        self._begun = False

    def open(self) -> None:
        """Put the page up."""
        if not alive(self._page):
            page = self._page = GivingPage(self._desk.theme)
            page.left.connect(self.left)
            page.making.connect(self._make)
            page.opening.connect(self._ask_for_pack)
            page.writing.connect(self.writing)
            page.changing.connect(lambda shared: self.changing.emit(Key(Kind(shared.kind.value), shared.item)))
        self._begun = False
        self.shown.emit(self._page)
        self.read()

    def changed(self, change: Change) -> None:
        """Read again what can be given."""
        if change.touches("library", "agendas", "members"):
            self.read()

    def on_page(self, page: object) -> bool:
        """Whether a page is of these."""
        return page is self._page or isinstance(page, TakingPage)

    def read(self) -> None:
        """Read what can be given."""
        if alive(self._page):
            self._desk.jobs.ask(self, lambda w: w.sharing.offers(), self._show, key="offers")

    def _show(self, offers: tuple[Offer, ...]) -> None:
        page = self._page
        if page is None or not alive(page):
            return
        page.show_offers(offers)
        if not self._begun and page.isVisible():
            self._begun = True
            page.focus_first()

    # ------------------------------------------------------------ giving
    def _make(self, chosen: object, title: str, about: str) -> None:
        page = self._page
        if page is None or not isinstance(chosen, tuple):
            return

        def ready(data: bytes) -> None:
            self._desk.dialogs.save_file(page, _("Save a content pack"), f"{_name(title)}.{ENDING}", _kinds(),
                                         lambda path: self._write(page, path, data))

        self._desk.jobs.ask(self, lambda w: w.sharing.make(chosen, title, about), ready, refused=page.refuse)

    def _write(self, page: GivingPage, path: Path, data: bytes) -> None:
        def written(_nothing: None) -> None:
            page.made()
            self._desk.tell(_("The content pack is saved as {file}.").format(file=path.name))

        self._desk.jobs.paper(self, lambda _progress: save(path, data), written, refused=page.refuse)

    # ------------------------------------------------------------ taking
    def _ask_for_pack(self) -> None:
        if self._page is not None:
            self._desk.dialogs.open_file(self._page, _("Choose a content pack"), _kinds(), self.take)

    def take(self, path: Path) -> None:
        """Read a pack and show what is in it."""
        page = self._page

        def read(workspace: Workspace) -> Read:
            bundle, incoming = workspace.sharing.read(load(path))
            return bundle, incoming, frozenset(text.item for text in workspace.own_items.texts())

        self._desk.jobs.ask(self, read, self._taking, key="pack",
                            refused=self._desk.refuse if page is None else page.refuse_file)

    def _taking(self, found: Read) -> None:
        bundle, incoming, ours = found
        page = TakingPage(self._desk.theme, bundle, incoming, ours)
        page.left.connect(self.open)
        page.taking.connect(lambda choices: self._take(page, choices))
        self.shown.emit(page)
        page.focus_first()

    def _take(self, page: TakingPage, choices: object) -> None:
        if isinstance(choices, dict):
            self._desk.jobs.do(self, lambda w: w.sharing.take_in(page.incoming, choices),
                               lambda change: self._taken(page), refused=page.refuse)

    def _taken(self, page: TakingPage) -> None:
        """To the first that was taken in, where it stands on the shelves under its own name."""
        choices = page.choices
        keys = [Key(Kind(one.shared.kind.value), one.shared.item) for one in page.incoming
                if one.shared.kind is not SharedKind.PLAN
                and choices[one.shared.kind, one.shared.item] is Choice.TAKE]
        if keys:
            self.taken.emit(keys[0])
        else:
            self.left.emit()


def _kinds() -> tuple[FileKind, ...]:
    return (FileKind(_("Content pack"), (ENDING,)),)


def _name(title: str) -> str:
    """A title as the name of a file, without what no disk takes."""
    plain = "".join("-" if sign in '<>:"/\\|?*' else sign for sign in title).strip(". ")
    return plain[:60] or _("Content pack")
