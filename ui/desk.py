"""The desk: everything a screen works with, handed to it as one frozen value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from facilitator.errors import UserError
from facilitator.model.clock import Clock
from facilitator.settings import DeviceSettings
from ui.dialogs import Dialogs
from ui.drafting import Drafting
from ui.go import Go
from ui.jobs import Jobs
from ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from facilitator.model.fingers import Moment
    from facilitator.model.room import RoomState
    from facilitator.vault.device import DeviceKeys
    from facilitator.workspace import Workspace
    from ui.printing import Printer


class RoomDoor(Protocol):
    """What a screen may do with the room view, which shows an evening by itself once one runs."""

    @property
    def state(self) -> RoomState | None:
        """The room as it is, None where no evening runs."""
        ...

    @property
    def shown(self) -> bool:
        """Whether the circle sees it."""
        ...

    @property
    def limits_open(self) -> bool:
        """Whether the agreement is being read and its limits of confidentiality are neither read nor left out."""
        ...

    def put_out(self) -> None:
        """Take the picture of a circle that is over away."""
        ...

    def turn(self) -> None:
        """Turn to the room, or back."""
        ...

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means in the room, as a click-presenter sends it; whether it meant anything."""
        ...

    def ask_hands(self, moment: Moment) -> None:
        """Ask the circle for fist to five; figures count, the next step puts it away."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every screen works with.

    `jobs` asks the core; `go` leads elsewhere; `tell` and `refuse` speak in the window's notice bar; `use` keeps a
    device setting and puts it in force at once; `copy` puts words on the clipboard, marked secret and cleared after
    30 seconds; `dialogs` asks for files and folders; `drafting` keeps what is half typed; `lock` locks the vault;
    `device` is the laptop's keyring, None for the system's own; `room` keeps the room view, None where there is none.
    """

    theme: Theme
    jobs: Jobs[Workspace]
    settings: DeviceSettings
    clock: Clock
    printer: Printer
    dialogs: Dialogs
    drafting: Drafting
    go: Callable[[Go], None]
    tell: Callable[[str], None]
    refuse: Callable[[UserError], None]
    use: Callable[[str, str | int | bool], None]
    copy: Callable[[str], None]
    lock: Callable[[], None]
    device: DeviceKeys | None = None
    room: RoomDoor | None = None
