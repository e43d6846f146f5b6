"""Loads what an open vault needs while its key is worked out: the window has nothing else to do for that second."""

from __future__ import annotations

import sys
from importlib import import_module

from PySide6.QtCore import QObject

from ui.later import later

NEEDED = (
    "ui.gate.step",
    "facilitator.library",
    "facilitator.library.bench",
    "facilitator.library.written",
    "facilitator.writing.items",
    "facilitator.workspace",
    "facilitator.vault.reminding",
    "facilitator.people.organisations",
    "facilitator.evening.debriefs",
    "facilitator.evening.batons",
    "facilitator.evening.loose_ends",
    "facilitator.writing.concerns",
    "facilitator.writing.notes",
    "facilitator.english",
    "ui.gate.introduction",
    "ui.screens.tonight",
    "ui.screens.tonight.opening",
    "ui.screens.groups",
    "ui.screens.plans",
    "ui.screens.library",
    "ui.screens.print",
    "ui.screens.safekeeping",
    "ui.screens.settings",
    "ui.opened",
    "ui.strips",
    "ui.printing.raster" if sys.platform == "win32" else "ui.printing.lp",
    {"win32": "ui.desktop_windows", "darwin": "ui.desktop_mac"}.get(sys.platform, "ui.desktop_linux"),
)
"""In steps, so that the bar of the progress goes on moving in between."""
_BETWEEN_MS = 5


def load_ahead(owner: QObject) -> None:
    """Begin, in steps on this thread, for as long as `owner` lives. What is loaded already takes no time."""
    _load(owner, 0)


def _load(owner: QObject, step: int) -> None:
    if step < len(NEEDED):
        import_module(NEEDED[step])
        later(owner, _BETWEEN_MS, lambda: _load(owner, step + 1))
