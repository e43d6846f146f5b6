"""Making what tests need: a clock that stands still, keys, and real encrypted stores."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

from facilitator.store import Store, StoreFacts

KEY = bytes(range(32))
"""A raw key: no derivation, so a store opens in milliseconds."""

FACTS = StoreFacts(vault_id=b"V" * 16, copy_id=b"C" * 16, generation=1)


class FakeClock:
    """Stands still until told to move; local time is UTC."""

    def __init__(self, at: datetime | None = None) -> None:
        self.at = at or datetime(2025, 11, 20, 18, 30)

    def now(self) -> datetime:
        """The set time."""
        return self.at

    def now_ms(self) -> int:
        """The set time in milliseconds UTC."""
        return int((self.at - datetime(1970, 1, 1)).total_seconds() * 1000)

    def today(self) -> date:
        """The set day."""
        return self.at.date()

    def move(self, **by: float) -> None:
        """Let time pass, or go back: days, hours, minutes, seconds, as for timedelta."""
        self.at += timedelta(**by)


def a_store(folder: Path, clock: FakeClock | None = None) -> Store:
    """A new, empty store in a folder."""
    return Store.create(folder / "data-1.db", KEY, FACTS, clock or FakeClock())


def open_again(store: Store) -> Store:
    """Close a store and open the same file."""
    store.close()
    return Store.open(store.path, KEY, store.facts, FakeClock())
