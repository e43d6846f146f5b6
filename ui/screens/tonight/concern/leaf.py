"""A concern about somebody's safety, as a leaf of Tonight: what is shown first is what to do, never a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.concern import About, Concern, ConcernWords, OpenedConcern, Pointer
from facilitator.model.ids import Id
from facilitator.model.safeguarding import Branch
from facilitator.model.session import Session
from ui.screens.tonight.concern import asking
from ui.screens.tonight.concern.act_page import ActPage
from ui.screens.tonight.concern.asking import Safety
from ui.screens.tonight.concern.one_page import OnePage
from ui.screens.tonight.concern.printing import print_sheet
from ui.screens.tonight.concern.seal_page import SealPage
from ui.screens.tonight.leaf import CONCERN, EVENING, HALF_CONCERN, HALF_POINTER, WAITING, Host, Leaf
from ui.widgets import Confirm


class ConcernLeaf(Leaf):
    """Its pages leave the screen with whoever reads them: nobody comes back to an open concern."""

    key: ClassVar[str] = CONCERN
    areas: ClassVar[tuple[str, ...]] = ("concerns", "organisation", "facilitators", "safekeeping")

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._safety: Safety | None = None
        self._about: Session | None = None
        self._waits = False
        self._back = EVENING
        self._half: dict[str, Mapping[str, str]] = {}
        """What is half typed on a page that somebody has turned from."""

    def open(self, show: object = None) -> None:
        """Begin with what to do; with WAITING, at those that are noted."""
        self._safety = None
        self._waits = show == WAITING
        self._about = show if isinstance(show, Session) else None
        self._back = self.host.came_from if self.host.came_from not in ("", CONCERN) else EVENING

    def left(self) -> None:
        """It is out of sight; what is half typed waits for whoever comes back."""
        self._lay_by()
        self._safety = None

    def read(self) -> None:
        """Ask for all of it."""
        self.ask(asking.safety, self._show)

    def _show(self, safety: Safety) -> None:
        fresh, self._safety = self._safety is None, safety
        page = self.host.page
        if isinstance(page, ActPage) and not fresh:
            page.show_safety(safety)
        elif isinstance(page, OnePage) and page.concern is not None and not fresh:
            self._renew(page, safety)
        elif fresh:
            self._begin(safety)

    def _begin(self, safety: Safety) -> None:
        """What was half typed is gone on with; else one acts first."""
        picked = self.desk.drafting.picked
        if picked(HALF_CONCERN) and safety.readers:
            self._type(Branch.LEAD)
        elif picked(HALF_POINTER):
            self._one(None)
        else:
            self._act()

    # ------------------------------------------------------------ pages
    def _act(self) -> None:
        safety = self._safety
        if safety is None:
            return
        page = ActPage(self.desk.theme, safety)
        page.left.connect(lambda: self.host.turn(self._back, self._about))
        page.printing.connect(self._print)
        page.typing.connect(self._type)
        page.noting.connect(lambda: self._one(None))
        page.opened.connect(self._open)
        self.host.put(page)
        page.focus_first(self._waits)
        self._waits = False

    def _type(self, branch: object) -> None:
        safety = self._safety
        if safety is None or not isinstance(branch, Branch):
            return
        page = SealPage(self.desk.theme, safety, branch)
        page.left.connect(self._turn_back)
        page.dropped.connect(self._drop)
        page.sealing.connect(self._seal)
        page.printing.connect(self._print_words)
        self.host.put(page)
        page.focus_first()
        self._draft(HALF_CONCERN, page, _("A concern"))

    def _one(self, concern: Concern | None) -> None:
        safety = self._safety
        if safety is None:
            return
        page = OnePage(self.desk.theme, safety, concern)
        page.left.connect(self._turn_back)
        page.keeping.connect(self._keep)
        page.adding.connect(self._add)
        page.closing.connect(self._close)
        page.erasing.connect(self._erase)
        page.show_words(None)
        self.host.put(page)
        page.focus_first()
        if concern is None:
            self._draft(HALF_POINTER, page, _("Where a concern went"))
        elif concern.mine:
            self._unseal(page, concern)

    def _renew(self, page: OnePage, safety: Safety) -> None:
        """One that is shown has changed: show it as it is now."""
        found = None if page.concern is None else safety.concern(page.concern.id)
        if found is None:
            self._act()
        elif found != page.concern:
            self._one(found)

    def _open(self, id: object) -> None:
        found = None if self._safety is None or not isinstance(id, bytes) else self._safety.concern(id)
        if found is not None:
            self._one(found)

    def _unseal(self, page: OnePage, concern: Concern) -> None:
        """Show me what was sealed to me, and let its writer know that I have read it."""
        def show(opened: OpenedConcern | None) -> None:
            if self.host.page is page:
                page.show_words(opened)
                if opened is not None and concern.opened_on is None:
                    self.desk.jobs.do(self, lambda w: w.concerns.opened(concern.id))

        self.desk.jobs.ask(page, lambda w: asking.opened(w, concern.id), show, refused=self.gone, key="words")

    def _draft(self, where: str, page: SealPage | OnePage, title: str) -> None:
        half = self._half.pop(where, None)
        if half is not None:
            page.restore(half)
        self.desk.drafting.register(page, where, title=lambda: title, read=page.read, restore=page.restore)

    def _lay_by(self) -> None:
        """Keep what is half typed."""
        page = self.host.page
        half = page.read() if isinstance(page, SealPage | OnePage) else None
        if half is not None and isinstance(page, SealPage):
            self._half[HALF_CONCERN] = half
        elif half is not None and isinstance(page, OnePage) and page.concern is None:
            self._half[HALF_POINTER] = half

    def _turn_back(self) -> None:
        """Act first, after all."""
        self._lay_by()
        self._act()

    def _drop(self) -> None:
        """What was typed is not wanted."""
        self._done(HALF_CONCERN)
        self._act()

    def _done(self, where: str) -> None:
        self._half.pop(where, None)
        self.desk.drafting.done(where)

    # ------------------------------------------------------------ steps
    def _print(self, document: str, words: ConcernWords | None = None) -> None:
        page = self.host.page
        if isinstance(page, QWidget):
            print_sheet(self.desk, page, document, words, lambda: None, self._not_printed)

    def _print_words(self, words: object) -> None:
        if isinstance(words, ConcernWords):
            self._print("concern-form", words)

    def _not_printed(self, error: UserError) -> None:
        page = self.host.page
        if isinstance(page, SealPage):
            page.refuse(error)
        else:
            self.desk.refuse(error)

    def _seal(self, to: object, words: object, about: object) -> None:
        page = self.host.page
        if not (isinstance(to, bytes) and isinstance(words, ConcernWords) and isinstance(about, About)
                and isinstance(page, SealPage)):
            return

        def sealed(_change: Change) -> None:
            self._done(HALF_CONCERN)
            self._act()

        self.once(lambda w: w.concerns.seal(to, words, about), sealed, page.refuse)

    def _keep(self, pointer: object, seen: bool) -> None:
        page = self.host.page
        if not isinstance(pointer, Pointer) or not isinstance(page, OnePage):
            return
        id = None if page.concern is None else page.concern.id

        def kept(_change: Change) -> None:
            if id is None:
                self._done(HALF_POINTER)
            self._act()

        if id is None:
            self.once(lambda w: w.concerns.note(pointer, names_seen=seen), kept, page.refuse)
        else:
            self.desk.jobs.do(self, lambda w: w.concerns.say_where(id, pointer, names_seen=seen), kept,
                              refused=page.refuse)  # fmt: skip

    def _add(self, typed: str) -> None:
        id, page, me = self._shown, self.host.page, "" if self._safety is None else self._safety.me
        if id is None or not isinstance(page, OnePage):
            return

        def added(_change: Change) -> None:
            if page.more is not None:
                page.more.set_text("")

        self.once(lambda w: w.concerns.amend(id, typed, me), added, page.refuse)

    def _close(self, closed: bool) -> None:
        id, page = self._shown, self.host.page
        if id is not None and isinstance(page, OnePage):
            self.desk.jobs.do(self, lambda w: w.concerns.close(id, closed), refused=page.refuse)

    def _erase(self) -> None:
        id, page = self._shown, self.host.page
        if id is None or not isinstance(page, OnePage):
            return
        ask = Confirm(self.desk.theme, page, _("Take this concern away?"),
                      _("Nobody can read it, and nothing brings it back."), _("Take it away"))  # fmt: skip
        ask.confirmed.connect(lambda: self.desk.jobs.do(self, lambda w: w.concerns.erase(id)))
        ask.open()

    @property
    def _shown(self) -> Id | None:
        page = self.host.page
        return page.concern.id if isinstance(page, OnePage) and page.concern is not None else None
