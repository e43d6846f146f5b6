"""A leaf of Tonight: one page, what it asks and what it does; the screen only turns from one leaf to another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.session import Session
from ui.desk import Desk
from ui.screen import Screen
from ui.screens.tonight.asking import Look

if TYPE_CHECKING:
    from facilitator.workspace import Workspace

T = TypeVar("T")

EVENING, COUNT, OTHERS, MOMENTS = "evening", "count", "others", "moments"
AFTER, DEBRIEF, HANDING, CATCHING, OWN, READY = "after", "debrief", "hand-on", "catch-up", "own", "ready"
NOTES, DUE, WRITE = "notes", "due", "write"
RUN, CONCERN, WAITING = "running", "concern", "waiting"
"""Keys of leaves that others turn to."""
HALF_NEWCOMER, HALF_DEBRIEF, HALF_BATON = "tonight/newcomer", "tonight/debrief", "tonight/hand-on"
HALF_LOOSE, HALF_PAPER, HALF_OWN = "tonight/loose-end", "tonight/paper-evening", "tonight/own-page"
HALF_NOTE, HALF_CONCERN, HALF_POINTER = "tonight/note", "tonight/concern", "tonight/concern-where"
"""Keys of forms whose half-typed words are kept as drafts."""
AREAS = ("groups", "members", "sessions", "attendance", "agendas", "agreements", "papers", "organisation",
         "facilitators", "roles", "venues", "settings", "loose_ends", "batons", "runs", "notes")  # fmt: skip
"""What touches an evening."""


class Host(Screen):
    """What a leaf knows of the screen it is in.

    `chosen` is the evening somebody asked for, None for the one that matters now; `look` is what the evening's own
    leaf showed last; `page` is what stands on the screen; `came_from` is the leaf one turned from.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.chosen: Session | Id | None = None
        self.look: Look | None = None
        self.page: QWidget | None = None
        self.came_from = ""

    def put(self, page: QWidget) -> None:
        """Put up a page in place of the one before."""
        self.page = page
        self.show_page(page)

    def turn(self, key: str, show: object = None) -> None:
        """Turn to a leaf, to show something there."""
        raise NotImplementedError

    def home(self, chosen: Session | Id | None = None) -> None:
        """Back to the evening: another one, if given."""
        raise NotImplementedError

    def tell_time(self) -> None:
        """Have the leaf that is up say again how long it is."""
        raise NotImplementedError


class Leaf(QObject):
    """One leaf. `key` is what one turns to it by, `areas` are what it reads again after.

    `stays` leaves it up while somebody is elsewhere.
    """

    key: ClassVar[str]
    areas: ClassVar[tuple[str, ...]] = AREAS
    stays: ClassVar[bool] = False

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.host = host
        self.desk = host.desk
        self._keeps = False

    @property
    def session(self) -> Session | None:
        """The evening this is about, as far as it is known by now."""
        look, chosen = self.host.look, self.host.chosen
        if look is not None and look.evening is not None:
            return look.evening.session
        return chosen if isinstance(chosen, Session) else None

    def open(self, show: object = None) -> None:
        """Somebody turned here, to `show` something."""

    def read(self) -> None:
        """Ask for what is shown, and show it."""
        raise NotImplementedError

    def changed(self, change: Change) -> None:
        """A command touched one of the `areas`."""
        self.read()

    def tell_time(self, now: datetime) -> None:
        """It is a minute later."""

    def veil(self) -> bool:
        """Hide every name at once, as the screen is turned to the room; False where the whole page must be hidden."""
        return False

    def left(self) -> None:
        """Another leaf is up now: forget what was only on this page."""

    def ask(self, question: Callable[[Workspace], T], show: Callable[[T], None],
            refused: Callable[[UserError], None] | None = None) -> None:
        """Ask what the page shows; once somebody has turned on, no answer comes any more."""
        self.desk.jobs.ask(self.host, question, show, refused=refused, key="look")

    def once(self, step: Callable[[Workspace], Change], done: Callable[[Change], None],
             refused: Callable[[UserError], None]) -> None:
        """Do what may be done but once, such as sealing a page: a press before it is kept is the same one."""
        if self._keeps:
            return
        self._keeps = True

        def work(workspace: Workspace) -> Change:
            try:
                return step(workspace)
            except UserError:
                raise
            except Exception:  # a fault of ours, told elsewhere: nothing was kept, and it can be tried again
                self._keeps = False
                raise

        def kept(change: Change) -> None:
            self._keeps = False
            done(change)

        def not_kept(error: UserError) -> None:
            self._keeps = False
            refused(error)

        self.desk.jobs.do(self, work, kept, refused=not_kept)

    def go_home(self) -> None:
        """Lock as the last step of an evening: nobody is left in the hall to look at its display."""
        if self.desk.room is not None:
            self.desk.room.put_out()
        self.desk.lock()

    def gone(self, error: UserError) -> None:
        """The evening is not there any more: say so, and show the one that matters now."""
        self.desk.refuse(error)
        self.host.home()
