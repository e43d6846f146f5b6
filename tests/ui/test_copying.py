"""The vault copies itself when nobody touches the laptop, and never makes anybody wait for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.errors import NoSpace
from facilitator.model.group import GroupDraft
from facilitator.vault.unlocked import UnlockedVault
from tests.ui.front import Front


def copies(front: Front) -> list[str]:
    """What lies among the vault's copies of itself."""
    assert front.house.opened is not None
    kept = front.house.opened.folder / "backups"
    return sorted(path.name for path in kept.iterdir()) if kept.exists() else []


def quiet(front: Front) -> None:
    """Nobody touches the laptop for a while, and what that sets going is done."""
    assert front.house.opened is not None
    autolock = front.house.opened.autolock
    autolock.quiet.emit()
    front.ask(lambda workspace: None)
    front.qtbot.wait(1)


def test_vault_copies_itself_when_it_is_quiet(opened: Front) -> None:
    """Once for each change, and not again; what is on the list of backups stays as it is."""
    assert opened.house.opened is not None
    told: list[frozenset[str]] = []
    opened.house.opened.jobs.changed.connect(lambda change: told.append(change.areas))
    quiet(opened)
    assert len(copies(opened)) == 1 and told == [frozenset({"safekeeping"})]
    quiet(opened)
    assert len(told) == 1
    opened.ask(lambda w: w.groups.save(GroupDraft(name="Wren")))
    opened.clock.move(days=1)
    quiet(opened)
    assert len(copies(opened)) == 2 and opened.ask(lambda w: w.backup_age.days) is None


def test_somebody_who_comes_back_does_not_wait(opened: Front) -> None:
    """The copy is broken off at the first touch, and made at the next quiet moment."""
    assert opened.house.opened is not None
    autolock = opened.house.opened.autolock
    autolock.quiet.emit()
    autolock.busy.emit()
    opened.ask(lambda workspace: None)
    assert copies(opened) == []
    quiet(opened)
    assert len(copies(opened)) == 1


def test_full_disk_is_told_once(opened: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the notice bar, in words; the next quiet moment says nothing more."""
    assert opened.house.opened is not None
    told: list[object] = []
    opened.house.opened.copying.refused.connect(told.append)

    def full(*_arguments: object) -> Path | None:
        raise NoSpace

    monkeypatch.setattr(UnlockedVault, "snapshot", full)
    quiet(opened)
    quiet(opened)
    assert len(told) == 1 and opened.house.opened.shell is not None
    assert "The disk is full." in opened.house.opened.shell.notice.words
