"""Closing a vault for good, by keys alone: handed over, on paper, asked in so many words; then it is gone."""

from __future__ import annotations

import shutil
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.errors import NoSpace
from facilitator.vault.unlocked import UnlockedVault
from tests.ui.audit import audit_zooms, settle
from tests.ui.front import Front
from tests.ui.prints import Open, Room, a_room, seen
from ui.gate.unlock import UnlockPage
from ui.gate.welcome import WelcomePage
from ui.go import Go
from ui.screens.safekeeping import SafeKeeping
from ui.screens.safekeeping.closing_page import ClosingPage
from ui.theme import Theme
from ui.widgets import Confirm


def come(hall: Open) -> tuple[Room, SafeKeeping, ClosingPage]:
    """Go to the page."""
    room = a_room(hall())
    screen = room.hall.show(SafeKeeping, "close")
    assert isinstance(screen, SafeKeeping) and isinstance(screen.step, ClosingPage)
    return room, screen, screen.step


def asked(page: ClosingPage) -> Confirm | None:
    """The question that lies over the page."""
    return page.asking


def test_vault_is_closed_by_keys_alone(hall: Open, tmp_path: Path) -> None:
    """A holder, the paper, the name typed; then everything locks and nothing is left."""
    room, _screen, page = come(hall)
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    made = room.hall.ask(lambda w: w.backup(stick))
    page.begin()
    room.hall.rest()
    assert "1 backup is written down. It still opens with its words" in seen(page)
    assert page.holder.edit.hasFocus() and "lie beside it" not in seen(page)
    folder = room.hall.ask(lambda w: w.vault.folder)
    shutil.copytree(folder, folder.with_name("Until May.vault"), ignore=shutil.ignore_patterns("lock"))
    page.begin()
    room.hall.rest()
    assert "Older states of this vault lie beside it: “Until May”." in seen(page)
    room.tab_to(page.close_button)
    room.press(Qt.Key.Key_Return)
    assert asked(page) is None and "type “nobody”" in page.holder.wrong and page.holder.edit.hasFocus()
    room.type("Ada Quill, trustee")
    room.tab_to(page.print_button)
    room.press(Qt.Key.Key_Return)
    room.hall.qtbot.waitUntil(lambda: len(room.printer.jobs) == 1)
    room.hall.rest()
    assert page.close_button.hasFocus()
    room.press(Qt.Key.Key_Return)
    asking = asked(page)
    assert asking is not None and not asking.do_button.isEnabled()
    room.press(Qt.Key.Key_Escape)
    assert room.locked == []
    page.close_button.click()
    asking = asked(page)
    assert asking is not None and asking.field is not None
    asking.field.edit.setFocus()
    folder = room.hall.ask(lambda w: w.vault.folder)
    room.type(folder.name.removesuffix(".vault"))
    room.hall.qtbot.keyClick(asking.field.edit, Qt.Key.Key_Tab)
    asking.do_button.setFocus()
    room.press(Qt.Key.Key_Space)
    room.hall.qtbot.waitUntil(lambda: room.locked == [True])
    assert not folder.exists() and made.path.exists()


def test_disk_that_fails_is_said_and_tried_again(hall: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """In words; the vault opens still."""
    room, _screen, page = come(hall)

    def full(_vault: UnlockedVault) -> tuple[str, ...]:
        raise NoSpace

    monkeypatch.setattr(UnlockedVault, "end", full)
    page._close()
    room.hall.rest()
    assert page.trouble.isVisible() and "The disk is full." in seen(page) and room.locked == []
    assert page.close_button.isEnabled()


def test_vault_is_locked_though_somebody_left_the_page_meanwhile(hall: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes its time where there are many copies; no place is left in sight that has nothing behind it."""
    room, screen, page = come(hall)
    real, left = UnlockedVault.end, Event()

    def slowly(vault: UnlockedVault) -> tuple[str, ...]:
        assert left.wait(20)
        return real(vault)

    monkeypatch.setattr(UnlockedVault, "end", slowly)
    page._close()
    screen.leave()
    settle()
    left.set()
    room.hall.qtbot.waitUntil(lambda: room.locked == [True])


def test_closed_vault_is_off_the_locked_screen(opened: Front) -> None:
    """The gate knows it no more."""
    assert opened.house.opened is not None and opened.house.opened.shell is not None
    folder = opened.house.opened.folder
    opened.house.opened.shell.go(Go("safekeeping", "close"))
    opened.ask(lambda w: w.vault.end())
    opened.house.lock()
    page = opened.locked()
    assert isinstance(page, WelcomePage) and not isinstance(page, UnlockPage)
    assert not folder.exists()


def test_page_is_fit(hall: Open, theme: Theme, qapp: QApplication) -> None:
    """At 100 and 200 %."""
    _room, screen, _page = come(hall)
    assert audit_zooms(screen, theme, qapp, zooms=(1.0, 2.0)) == []
