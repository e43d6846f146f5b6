"""The composition root of the face: every service is made here, once, and handed down."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from facilitator import paths
from facilitator.model.clock import SystemClock
from facilitator.settings import DeviceSettings
from facilitator.vault.process import harden
from ui.appearance import guess_country, theme_for
from ui.crash import CrashNet
from ui.filedialogs import QtDialogs
from ui.hearing import hear
from ui.house import House
from ui.later import later
from ui.parts import Parts
from ui.safety import Clipboard
from ui.signals import on_end
from ui.speech import guess_language, speak
from ui.theme import FROM_RIGHT_FACES, OUR_FACE, load_fonts
from ui.tidy import Tidy, let_go

if TYPE_CHECKING:
    from ui.printing import Printer


AFTER_MS = 200  # other scripts than Latin can wait until the first picture stands


def run(arguments: Sequence[str]) -> int:
    """Show the window; returns the process's exit code once it is closed."""
    locked, card, place, room = _asked(arguments)
    harden()
    app = QApplication(["facilitator", "-style", "fusion"])
    app.setProperty("fusion", True)
    app.setApplicationName("Facilitator")
    Tidy(app)
    hear()
    app.setQuitOnLastWindowClosed(False)
    fonts = paths.resources() / "fonts"
    settings = DeviceSettings(paths.state_dir() / "settings.json")
    guess_country(settings)
    guess_language(settings)
    speak(app, settings.text("language"))
    first = (*OUR_FACE, *FROM_RIGHT_FACES.get(settings.text("language"), ()))
    load_fonts(fonts, first)
    theme = theme_for(settings, app)
    crash = CrashNet()
    crash.install()
    house = House(
        Parts(
            app=app,
            theme=theme,
            settings=settings,
            clock=SystemClock(),
            clipboard=Clipboard(),
            crash=crash,
            dialogs=QtDialogs(theme),
            printer=_printer,
            restart=_restart,
        )
    )
    on_end(app, house.quit)
    if room is not None:
        house.take_over_room(room)
    house.show_gate(Path(locked) if locked else None)
    house.window.stand(place, app.primaryScreen().availableSize())
    if room is not None:
        house.raise_room()
    if card:
        house.pocket.take_out()
    later(app, AFTER_MS, lambda: load_fonts(fonts, but=first))
    code = app.exec()
    let_go(app)
    return code


def _restart(folder: Path | None, place: str, card: bool, room: bytes) -> None:
    from ui.relock import fresh_process

    fresh_process(folder, place, card, room)


def _printer() -> Printer:
    from ui.printing import system_printer

    return system_printer()


def _asked(arguments: Sequence[str]) -> tuple[str, bool, str, int | None]:
    """The vault's folder, whether the emergency card is out, the window's place and the room, as a lock hands them on.

    The room is the number of a file to read it from.
    """
    if not arguments:  # as people start it
        return "", False, "", None
    import argparse

    parser = argparse.ArgumentParser("facilitator", description="Opens the window.")
    parser.add_argument("--locked", default="", help=argparse.SUPPRESS)
    parser.add_argument("--card", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--place", default="", help=argparse.SUPPRESS)
    parser.add_argument("--room", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args(list(arguments))
    return asked.locked, asked.card, asked.place, asked.room
