"""The places of the window, in the order of the cover. A new screen is one new folder and one line here."""

# ruff: noqa: F401, I001 — what is named here is taken, in this order

from __future__ import annotations

from ui.screen import Screen
from ui.screens.tonight import Tonight
from ui.screens.groups import Groups
from ui.screens.plans import Plans
from ui.screens.library import LibraryScreen
from ui.screens.print import PrintScreen
from ui.screens.safekeeping import SafeKeeping
from ui.screens.settings import SettingsScreen

SCREENS: tuple[type[Screen], ...] = tuple(
    place for place in tuple(globals().values())
    if isinstance(place, type) and issubclass(place, Screen) and place is not Screen)
