"""The cover's pocket: takes the emergency card out, over whatever is there, and puts it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.alive import alive
from ui.parts import Parts

if TYPE_CHECKING:
    from facilitator.library import Library
    from ui.emergency import EmergencyView, WhereWeAre


class Host(Protocol):
    """What a page can be laid over: the gate, or the window of an open vault."""

    def lay_over(self, page: QWidget) -> None: ...

    def lift(self) -> None: ...


class Pocket(QObject):
    """Holds the card. `where` tells what the open vault knows of the place, nothing while it is locked; `moments` how
    to get to the cards for hard moments, None while it is.
    """

    def __init__(
        self,
        parts: Parts,
        host: Callable[[], Host | None],
        library: Callable[[], Library],
        where: Callable[[], WhereWeAre],
        moments: Callable[[], Callable[[], None] | None] = lambda: None,
    ) -> None:
        super().__init__()
        self._moments = moments
        self._parts, self._host, self._library, self._where = parts, host, library, where
        self._card: EmergencyView | None = None
        self._focused: QWidget | None = None

    @property
    def out(self) -> bool:
        """Whether the card is being read."""
        return self._card is not None

    def turn(self) -> None:
        """Take the card out, or put it back."""
        if self._card is not None:
            self.put_back()
        else:
            self._focused = self._parts.app.focusWidget()
            self.take_out()

    def take_out(self) -> None:
        """Show the card over what is there now."""
        from ui.emergency import EmergencyView

        host, parts, library = self._host(), self._parts, self._library()
        if host is None:
            return
        card = EmergencyView(
            parts.theme, library.emergency_card(), library.directory(), parts.clock.today(), self._where(),
            library.countries(), (lead_on := self._moments()) is not None,
        )  # fmt: skip
        if lead_on is not None:
            card.moments.connect(lambda: self._lead_on(lead_on))
        self._card = card
        card.closed.connect(self.put_back)
        card.moved.connect(self._move)
        card.destroyed.connect(lambda *_nothing, card=card: self._gone(card))
        host.lay_over(card)
        card.begin()

    def put_back(self) -> None:
        """Show again what was there, with the focus where it was."""
        host, card = self._host(), self._card
        self._card = None
        if host is not None and card is not None:
            host.lift()
            if alive(self._focused) and self._focused is not None:
                self._focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead_on(self, lead_on: Callable[[], None]) -> None:
        """Put the card back, and go to the cards for hard moments."""
        self.put_back()
        lead_on()

    def forget(self) -> None:
        """The window shows something else now, and the card went with what was there."""
        self._card = None

    def _move(self, country: str) -> None:
        self._parts.settings.set("country", country)
        self.take_out()

    def _gone(self, card: object) -> None:
        if self._card is card:
            self._card = None
