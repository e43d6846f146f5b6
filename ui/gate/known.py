"""Vaults this laptop knows of: those opened here before, those in the usual place, and those on sticks plugged in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from facilitator import paths
from facilitator.i18n import interface
from facilitator.settings import DeviceSettings

if TYPE_CHECKING:
    from facilitator.vault.glance import VaultFacts

_ENDING = ".vault"
_KEY = "vaults"
_MOST = 12


class Known(NamedTuple):
    """A vault on the list: `opened` is the day it was last opened here; `stick` names the stick it lies on, or is "".

    `day` is that day in words. `facts` is what could be read of it, None while nobody has looked yet.
    """

    folder: Path
    opened: date | None = None
    day: str = ""
    stick: str = ""
    facts: VaultFacts | None = None
    by_key: bool = False
    """Whether this laptop keeps a key that may open it without words."""

    @property
    def name(self) -> str:
        """What its folder is called on screen."""
        return self.folder.name.removesuffix(_ENDING)


class KnownVaults:
    """The list, kept in the small per-user file: folders and days, no content. `home` is where vaults usually lie."""

    def __init__(self, settings: DeviceSettings, home: Callable[[], Path]) -> None:
        self._settings, self._home = settings, home

    def remembered(self) -> tuple[Known, ...]:
        """Vaults opened here before, the newest first; touches no disk but the settings."""
        kept = self._settings.remembered(_KEY)
        found = [_read(entry) for entry in kept] if isinstance(kept, list) else []
        return tuple(known for known in found if known is not None)

    def look(self) -> tuple[Known, ...]:
        """The same with what can be read of each, and those that lie where vaults usually do. May take a moment."""
        from facilitator.vault import glance
        from facilitator.vault.device import DeviceMarks

        sticks, kept = paths.removable_dirs(), DeviceMarks(self._settings).all()
        listed = {known.folder: known for known in self.remembered()}
        for place in (self._home(), *sticks):
            for folder in _vaults_in(place):
                listed.setdefault(folder, Known(folder))
        found: list[Known] = []
        for known in listed.values():
            facts = glance.facts(known.folder)
            found.append(known._replace(stick=_stick_of(known.folder, sticks), facts=facts,
                                        by_key=bool(facts.devices & kept)))
        return tuple(found)

    def opened(self, folder: Path, day: date) -> None:
        """Put a vault at the head of the list. The day is kept in words too: making them takes long at a start."""
        others = [known for known in self.remembered() if known.folder != folder]
        self._keep([Known(folder, day, interface().date(day)), *others])

    def forget(self, folder: Path) -> None:
        """Take one off the list; the vault itself is left alone."""
        self._keep([known for known in self.remembered() if known.folder != folder])

    def _keep(self, listed: list[Known]) -> None:
        kept = [
            {"folder": str(k.folder), "opened": k.opened.isoformat() if k.opened else "", "day": k.day}
            for k in listed[:_MOST]
        ]
        self._settings.remember(_KEY, kept)


def _vaults_in(place: Path) -> tuple[Path, ...]:
    from facilitator.vault import glance

    try:
        folders = sorted(child for child in place.iterdir() if child.suffix == _ENDING)
        return tuple(folder for folder in folders if glance.is_vault(folder))
    except OSError:
        return ()


def _stick_of(folder: Path, sticks: tuple[Path, ...]) -> str:
    return next((stick.name for stick in sticks if folder.is_relative_to(stick)), "")


def _read(entry: object) -> Known | None:
    if not isinstance(entry, dict) or not isinstance(entry.get("folder"), str):
        return None
    try:
        day = date.fromisoformat(str(entry.get("opened", "")))
    except ValueError:
        day = None
    return Known(Path(entry["folder"]), day, str(entry.get("day", "")))
