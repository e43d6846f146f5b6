"""My own pages, as a leaf of Tonight."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.ids import Id
from facilitator.model.sealed import SealedDraft, SealedKind
from ui.screens.tonight.leaf import EVENING, HALF_OWN, OWN, Host, Leaf
from ui.screens.tonight.own import asking
from ui.screens.tonight.own.asking import Own
from ui.screens.tonight.own.page import OwnPage
from ui.widgets import Confirm


class OwnPages(Leaf):
    """What I wrote for myself. They leave the screen with me: nobody comes back to an open page."""

    key: ClassVar[str] = OWN
    areas: ClassVar[tuple[str, ...]] = ("sealed",)

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._own: Own | None = None
        self._shown: Id | None = None
        self._back = EVENING

    def open(self, show: object = None) -> None:
        """Look at my pages."""
        self._own, self._shown = None, None
        self._back = self.host.came_from if self.host.came_from != OWN else EVENING

    def left(self) -> None:
        """They are out of sight."""
        self._own, self._shown = None, None

    def read(self) -> None:
        """Show them."""
        self.ask(asking.own, self._show)

    def _show(self, own: Own) -> None:
        self._own, page = own, self.host.page
        if isinstance(page, OwnPage):
            page.show_own(own)
            found = own.page(self._shown) if self._shown is not None else None
            if found is not None and page.sheet.writing is None:
                page.show_page(own, found)
            return
        page = OwnPage(self.desk.theme)
        page.left.connect(lambda: self.host.turn(self._back))
        page.opened.connect(self._open)
        page.writing.connect(self._write)
        page.sheet.left.connect(page.shut)
        page.sheet.sealing.connect(self._seal)
        page.sheet.amending.connect(self._amend)
        page.sheet.discarding.connect(self._discard)
        page.show_own(own)
        self.host.put(page)
        page.focus_first()
        self.desk.drafting.register(self.host, HALF_OWN, title=lambda: _("A page of your own"), read=self._half,
                                    restore=self._restore)  # fmt: skip

    def _half(self) -> Mapping[str, str] | None:
        page = self.host.page
        return page.sheet.read() if isinstance(page, OwnPage) else None

    def _restore(self, fields: Mapping[str, str]) -> None:
        page, own = self.host.page, self._own
        if isinstance(page, OwnPage) and own is not None:
            found = next((one for one in own.pages if one.id.hex() == fields.get("page")), None)
            self._shown = None if found is None else found.id
            page.sheet.restore(own, fields)
            page.sheet.show()
            page.sheet.focus_first()

    # ------------------------------------------------------------ steps
    def _open(self, id: object) -> None:
        own, page = self._own, self.host.page
        found = own.page(id) if own is not None and isinstance(id, bytes) else None
        if own is not None and found is not None and isinstance(page, OwnPage):
            self._shown = found.id
            page.show_page(own, found)

    def _write(self, kind: object) -> None:
        own, page = self._own, self.host.page
        if own is not None and isinstance(kind, SealedKind) and isinstance(page, OwnPage):
            self._shown = None
            page.show_form(own, kind)

    def _seal(self, draft: object, seen: bool) -> None:
        page = self.host.page
        if isinstance(draft, SealedDraft) and isinstance(page, OwnPage):
            self.once(lambda w: w.sealed.add(draft, names_seen=seen), lambda _change: page.shut(), page.sheet.refuse)

    def _amend(self, words: str, seen: bool) -> None:
        id, page = self._shown, self.host.page

        def refuse(error: UserError) -> None:
            if isinstance(page, OwnPage):
                page.sheet.refuse(error)

        if id is not None:
            self.once(lambda w: w.sealed.amend(id, words, names_seen=seen), lambda _change: None, refuse)

    def _discard(self) -> None:
        id, page = self._shown, self.host.page
        if id is None or not isinstance(page, OwnPage):
            return
        ask = Confirm(self.desk.theme, page, _("Take this page away?"),
                      _("Nobody can read it, and nothing brings it back."), _("Take it away"))  # fmt: skip
        ask.confirmed.connect(
            lambda: self.desk.jobs.do(self, lambda w: w.sealed.discard(id), lambda _change: page.shut()))
        ask.open()
