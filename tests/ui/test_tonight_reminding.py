"""Tonight reminds of one thing about the vault's keeping, the most pressing, with one way there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.model.change import Change
from facilitator.vault.reminding import Reminder, Wanted
from facilitator.workspace import Workspace
from tests.ui.audit import audit
from tests.ui.evenings import Hall
from tests.ui.prints import seen
from ui.screens.tonight import Tonight
from ui.screens.tonight.evening_page import EveningPage
from ui.screens.tonight.reminding import ReminderLine

KEPT = Change(frozenset({"safekeeping"}))


def line(house: Hall) -> ReminderLine:
    """The line on the evening's page."""
    [page] = house.show(Tonight).findChildren(EveningPage)
    return page.reminder


def confirm(workspace: Workspace) -> None:
    """A recovery sheet that is live from today."""
    pending = workspace.new_recovery()
    workspace.confirm_recovery(pending, pending.code)


def own(hall: Callable[..., Hall]) -> Hall:
    """The charity's evening in a vault that is no sample."""
    house = hall()
    house.ask(lambda w: setattr(w.vault, "_header", _real(w)))
    return house


def _real(workspace: Workspace) -> object:
    from dataclasses import replace

    return replace(workspace.vault._header, sample=False)


def test_a_sample_is_reminded_of_nothing(hall: Callable[..., Hall]) -> None:
    assert not line(hall()).isVisible()


def test_one_reminder_at_a_time_and_the_most_pressing_first(
    qtbot: QtBot, hall: Callable[..., Hall], theme: object, tmp_path: Path
) -> None:
    house = own(hall)
    stick = tmp_path / "stick"
    stick.mkdir()
    found = line(house)

    def wanted() -> tuple[str, object]:
        """What is said, and where the one button leads."""
        house.jobs.changed.emit(KEPT)
        house.rest()
        if not found.isVisible():
            return "", None
        house.told.went.clear()
        qtbot.keyClick(found.button, Qt.Key.Key_Return)
        [go] = house.told.went
        assert go.place in ("safekeeping", "library") and seen(found).count(" / ") == 0
        return seen(found), go.show

    assert wanted() == ("There is no backup yet: if this laptop breaks, all is lost.", "backup")
    house.ask(confirm)
    house.ask(lambda w: w.backup(stick))
    assert wanted() == ("Nobody has called the numbers on your sheets yet.", "numbers")
    house.ask(lambda w: w.numbers.called(w.library.directory().lines[0], works=True))
    assert wanted() == ("", None)
    house.clock.move(days=8)
    assert wanted() == ("The newest backup is 8 days old.", "backup")
    assert audit(house_window(found), house.theme) == []
    house.clock.move(days=83)
    assert wanted() == ("The newest backup is 91 days old.", "backup")
    made = house.ask(lambda w: w.backup(stick)).path
    assert wanted() == ("No backup has been proved to open yet.", "prove")
    house.ask(lambda w: w.vault.prove(made))
    assert wanted() == ("", None)
    house.clock.move(days=91)
    house.clock.move(days=2)
    house.ask(lambda w: w.backup(stick))
    assert wanted() == ("Nobody has tried the recovery sheet for half a year.", "try")
    house.ask(confirm)
    assert wanted() == ("It is 93 days since you saw a backup open.", "prove")


def house_window(found: ReminderLine) -> QWidget:
    """The window round it."""
    return found.window()


def test_an_empty_vault_asks_for_nothing(hall: Callable[..., Hall]) -> None:
    house = hall(lambda w: None, is_sample=False)
    assert house.ask(lambda w: w.reminder) is None


def test_days_are_counted_by_the_calendar(hall: Callable[..., Hall]) -> None:
    house = own(hall)
    found = line(house)
    made = house.clock.now() - timedelta(days=1, hours=1)
    found.show_reminder(Reminder(Wanted.BACKUP_SOON, made), house.clock.today())
    assert seen(found) == "The newest backup is 1 day old."
