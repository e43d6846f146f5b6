"""The desk: everything a screen works with, handed to it as one frozen value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.errors import UserError
from facilitator.model.clock import Clock
from facilitator.settings import DeviceSettings
from ui.dialogs import Dialogs
from ui.drafting import Drafting
from ui.go import Go
from ui.jobs import Jobs
from ui.theme import Theme

if TYPE_CHECKING:
    from facilitator.vault.device import DeviceKeys
    from facilitator.workspace import Workspace
    from ui.printing import Printer


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every screen works with.

    `jobs` asks the core; `go` leads elsewhere; `tell` and `refuse` speak in the window's notice bar; `use` keeps a
    device setting and puts it in force at once; `copy` puts words on the clipboard, marked secret and cleared after
    30 seconds; `dialogs` asks for files and folders; `drafting` keeps what is half typed; `lock` locks the vault;
    `device` is the laptop's keyring, None for the system's own.
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
