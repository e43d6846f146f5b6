"""The places of the window, in the order of the cover. A new screen is one new folder and one line here."""

from __future__ import annotations

from ui.screen import Screen
from ui.screens.groups import Groups
from ui.screens.library import LibraryScreen
from ui.screens.plans import Plans
from ui.screens.print import PrintScreen
from ui.screens.safekeeping import SafeKeeping
from ui.screens.settings import SettingsScreen
from ui.screens.tonight import Tonight

SCREENS: tuple[type[Screen], ...] = (Tonight, Groups, Plans, LibraryScreen, PrintScreen, SafeKeeping, SettingsScreen)
