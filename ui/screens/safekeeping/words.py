"""The words of Safe-keeping: how old a backup is, what it holds, what the vault guards against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from facilitator.i18n import _, interface, listed, ngettext
from facilitator.vault.backup import AgeLevel, BackupAge, Drill
from facilitator.vault.snapshots import Snapshots

_NAMED = 4


def age(found: BackupAge, today: date) -> str:
    """How old the newest backup is."""
    if found.made_at is None:
        return _("There is no backup yet")
    days = (today - found.made_at.date()).days
    if days > 1:
        return ngettext("The newest backup is {n} day old", "The newest backup is {n} days old", days).format(n=days)
    said = _("Backed up yesterday at {time}") if days == 1 else _("Backed up today at {time}")
    return said.format(time=f"{found.made_at:%H:%M}")


def advice(found: BackupAge) -> str:
    """What to think of that."""
    return {
        AgeLevel.NONE: _("If this laptop breaks, everything is lost. Make one today."),
        AgeLevel.FINE: _("That is fresh enough. Once a week is a good habit."),
        AgeLevel.AMBER: _("It is time for the next one. Once a week is a good habit."),
        AgeLevel.RED: _("That is too old. If this laptop breaks, a month of work is lost."),
    }[found.level]


def drill(found: Drill, today: date) -> str:
    """How long ago a backup was last proved to open."""
    if found.last is None:
        return _("No backup has been proved to open yet.")
    days = (today - found.last.date()).days
    return ngettext("It is {n} day since you saw a backup open.", "It is {n} days since you saw a backup open.",
                    days).format(n=days)


def kept(found: Snapshots) -> str:
    """How many copies the vault keeps of itself, and since when the newest."""
    if found.newest is None:
        return _("Beside these, the vault keeps copies of itself. It makes the first when nobody types for a while.")
    said = ngettext("Beside these, the vault keeps {n} copy of itself ({size}), made {moment}.",
                    "Beside these, the vault keeps {n} copies of itself ({size}), the newest made {moment}.",
                    found.many)
    return said.format(n=found.many, size=megabytes(found.size), moment=moment(found.newest))


def megabytes(size: int) -> str:
    """Bytes as people say them."""
    return _("{n} MB").format(n=f"{size / 1_000_000:.{0 if size >= 10_000_000 else 1}f}")


def day(on: date) -> str:
    """A day with its year."""
    return interface().date(on, "d MMMM y")


def moment(at: datetime) -> str:
    """A day and a time of day."""
    return _("{day} at {time}").format(day=day(at.date()), time=f"{at:%H:%M}")


def counts(found: Mapping[str, int]) -> str:
    """What is in it: groups, people, sessions."""
    groups, people, sessions = (found.get(table, 0) for table in ("groups", "member", "session"))
    return listed(
        (
            ngettext("{n} group", "{n} groups", groups).format(n=groups),
            ngettext("{n} person", "{n} people", people).format(n=people),
            ngettext("{n} session", "{n} sessions", sessions).format(n=sessions),
        )
    )


def recovery(live: bool, since: date | None) -> str:
    """Whether there is a recovery sheet."""
    if not live:
        return _("There is no recovery sheet yet")
    if since is None:
        return _("A recovery sheet is live")
    return _("Live since {day}").format(day=day(since))


def tried(on: date | None, since: date | None, due: bool) -> str:
    """When the recovery code was last typed from its paper, and whether it is time again; `since` is told already."""
    if not due:
        return "" if on in (None, since) else _("Typed from its paper last on {day}.").format(day=day(on))
    if on is None:
        return _("Nobody noted when its code was last typed. Try it once, to be sure of the paper.")
    return _("Its code was last typed on {day}. Try it again, to be sure of the paper.").format(day=day(on))


def who(others: Sequence[str]) -> str:
    """Who can open the vault: you, and so many others by name."""
    named = [name or _("a key without a name") for name in others]
    if not named:
        return _("Only you, with words that only you know.")
    if len(named) > _NAMED:
        return ngettext("You and {n} other, each with words of their own.",
                        "You and {n} others, each with words of their own.", len(named)).format(n=len(named))
    return _("You, {names}. Each has words of their own.").format(names=listed(named))


def guards() -> tuple[str, ...]:
    """What the vault guards against."""
    return (
        _("Whoever uses this laptop next sees nothing, once it is locked."),
        _("A thief who takes the laptop or the stick cannot read it."),
        _("If a file in the vault is changed or damaged, you are told."),
    )


def guards_not() -> tuple[str, ...]:
    """What it does not guard against."""
    return (
        _("Somebody who knows your words, or makes you say them."),
        _("A laptop with spying software on it."),
        _("Paper. What is printed has to be locked away and shredded by you."),
    )
