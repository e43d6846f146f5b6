"""What the vault's keeping asks for next: one thing at most, the most pressing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from facilitator.store import Store
from facilitator.vault.backup import AgeLevel, BackupAge, Drill


class Wanted(StrEnum):
    """What is wanted."""

    FIRST_BACKUP = "first backup"
    BACKUP_NOW = "backup now"
    """The newest is a month old."""
    RECOVERY = "recovery"
    """The recovery code was not typed from its paper for half a year."""
    DRILL = "drill"
    """No backup was proved to open for a quarter of a year."""
    BACKUP_SOON = "backup soon"
    """The newest is a week old."""
    NUMBERS = "numbers"
    """Nobody has called any of the numbers that sheets carry; asked for when keeping asks for nothing."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder; `since` is when that was last done (local wall time), None for never or not known."""

    wanted: Wanted
    since: datetime | None = None


def most_pressing(store: Store, age: BackupAge, drill: Drill, recovery_due: bool) -> Reminder | None:
    """The one thing to remind of, or None. What comes round seldom goes before what comes every week, or it would
    never have its turn; a vault in which there is nothing to lose yet asks for nothing.
    """
    if age.level is AgeLevel.NONE and _worth_keeping(store):
        return Reminder(Wanted.FIRST_BACKUP)
    if age.level is AgeLevel.RED:
        return Reminder(Wanted.BACKUP_NOW, age.made_at)
    if recovery_due:
        return Reminder(Wanted.RECOVERY)
    if drill.due:
        return Reminder(Wanted.DRILL, drill.last)
    if age.level is AgeLevel.AMBER:
        return Reminder(Wanted.BACKUP_SOON, age.made_at)
    return None


def _worth_keeping(store: Store) -> bool:
    """Whether there are people, or evenings that were held."""
    return store.one("""select 1 as found where exists (select 1 from member_live)
                        or exists (select 1 from session_live where status = 'held')""") is not None
