"""Tonight: turns from one leaf of the evening to another, and tells the time to the one that is up."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit

from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.session import Session
from ui.desk import Desk
from ui.go import Go, Way
from ui.screens.tonight.leaf import (
    AFTER,
    CATCHING,
    CONCERN,
    COUNT,
    DEBRIEF,
    DUE,
    EVENING,
    HANDING,
    MOMENTS,
    NOTES,
    OTHERS,
    OWN,
    WRITE,
    Host,
    Leaf,
)
from ui.screens.tonight.leaves import LEAVES


class Tonight(Host):
    """The first place.

    `Go.show` may be a session, kept or not, or the id of a kept one; a leaf's key; or a leaf's key with what to show
    there, where a session is the evening it is about. Without, what matters now.
    """

    place: ClassVar[str] = "tonight"
    icon: ClassVar[str] = "tonight"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._leaves: dict[str, Leaf] = {}
        self._leaf: Leaf = self._at(EVENING)
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self.tell_time)

    @staticmethod
    def title() -> str:
        """Its name."""
        return _("Tonight")

    @staticmethod
    def ways() -> tuple[Way, ...]:
        """What the search finds here."""
        return (
            Way(_("Hard moments"), Go("tonight", (MOMENTS,)),
                _("struggling crying tears panic upset angry row fight drunk what to say cards help")),
            Way(_("Write a note"), Go("tonight", (NOTES, WRITE)),
                _("make add new notes record about the evening what happened themes diary journal minutes")),
            Way(_("Count who is here"), Go("tonight", (COUNT,)),
                _("attendance register arrivals head-count how many came sign in newcomer tick")),
            Way(_("Debrief"), Go("tonight", (DEBRIEF,)),
                _("talk over how was it for us facilitators afterwards feelings")),
            Way(_("After the circle"), Go("tonight", (AFTER,)), _("finish close end the evening tidy loose ends")),
            Way(_("Lock and hand on"), Go("tonight", (HANDING,)),
                _("hand over next facilitator message baton finish go home")),
            Way(_("Another evening"), Go("tonight", (OTHERS,)), _("choose other session date group next week coming")),
            Way(_("Take in a paper evening"), Go("tonight", (CATCHING,)),
                _("catch up afterwards count last week past type in from paper")),
            Way(_("Notes to look at again"), Go("tonight", (NOTES, DUE)), _("review due keep renew notes")),
            Way(_("A concern about somebody’s safety"), Go("tonight", (CONCERN,)),
                _("safeguarding abuse harm danger disclosure act first concern form")),
            Way(_("My own pages"), Go("tonight", (OWN,)), _("supervision reflective log diary sealed")),
        )

    # ------------------------------------------------------------ a place of the window
    def arrive(self, go: Go) -> None:
        """Show a session, a leaf, or what matters now."""
        key, show = _way(go.show)
        picked = next((one.key for one in LEAVES if any(map(self.desk.drafting.picked, one.drafts))), "")
        if key or picked:
            if isinstance(show, Session | bytes):
                self.chosen = show
            self.turn(key or picked, show)
        elif isinstance(show, Session | bytes):
            self.home(show)
        elif self._leaf.stays:
            self._leaf.read()
        else:
            self.chosen = None
            self.turn(EVENING)

    def changed(self, change: Change) -> None:
        """Let the leaf that is up read again what is its."""
        if change.touches(*self._leaf.areas):
            self._leaf.changed(change)

    def veil(self) -> bool:
        """Hide every name, as the leaf that is up does it."""
        return self._leaf.veil()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """M opens the cards for hard moments from every leaf, but not while somebody types."""
        typing = isinstance(self.focusWidget(), QLineEdit | QPlainTextEdit | QAbstractSpinBox)
        plain = not event.modifiers() and not event.isAutoRepeat() and not typing
        if plain and event.key() == Qt.Key.Key_M and self._leaf.key != MOMENTS:
            self.turn(MOMENTS, self._leaf.session)
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------ leaves
    def turn(self, key: str, show: object = None) -> None:
        """Turn to a leaf."""
        leaf = self._at(key)
        if leaf is not self._leaf:
            self.came_from = self._leaf.key
            self._leaf.left()
            self._leaf = leaf
        leaf.open(show)
        leaf.read()

    def home(self, chosen: Session | Id | None = None) -> None:
        """Back to the evening."""
        if chosen is not None:
            self.chosen = chosen
        self.turn(EVENING)

    def tell_time(self) -> None:
        """Say again how long it is, at each full minute."""
        now = self.desk.clock.now()
        self._leaf.tell_time(now)
        self._minute.start(max(1, 60 - now.second) * 1000)

    def _at(self, key: str) -> Leaf:
        if key not in self._leaves:
            self._leaves[key] = next(one for one in LEAVES if one.key == key).load()(self)
        return self._leaves[key]


def _way(show: object) -> tuple[str, object]:
    """The leaf to turn to, "" where none is named, and what to show there."""
    if isinstance(show, str):
        return show, None
    if isinstance(show, tuple) and show and isinstance(show[0], str):
        return show[0], show[1] if len(show) > 1 else None
    return "", show
