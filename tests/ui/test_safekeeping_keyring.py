"""The laptop's keyring as a way in: turned on and off under Safe-keeping, used on the locked screen, by keyboard."""

from __future__ import annotations

import threading

import pytest
from keyring.errors import KeyringLocked
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.vault.device import DeviceKeys, DeviceMarks
from tests.keyrings import FakeKeyring
from tests.ui.audit import audit_zooms, settle
from tests.ui.front import WORDS, Front
from tests.ui.prints import seen
from ui.gate.unlock import UnlockPage
from ui.go import Go
from ui.screens.safekeeping import SafeKeeping
from ui.screens.safekeeping.keyring_page import KeyringPage

Key = Qt.Key


@pytest.fixture
def ring(opened: Front) -> FakeKeyring:
    """The laptop has this keyring, and a vault is open."""
    ring = FakeKeyring()
    opened.house.parts.device = DeviceKeys(lambda: ring, patience=5)
    return ring


def page(front: Front) -> KeyringPage:
    """Go there, and wait until it knows how things stand."""
    assert front.house.opened is not None and front.house.opened.shell is not None
    shell = front.house.opened.shell
    shell.go(Go("safekeeping", "keyring"))
    settle()
    [screen] = shell.findChildren(SafeKeeping)
    assert isinstance(screen.step, KeyringPage)
    found = screen.step
    front.until(lambda: found._off.isVisible() != found._on.isVisible())
    settle()
    return found


def turn_on(front: Front) -> KeyringPage:
    """By keyboard: only I use it, my words, Enter."""
    found = page(front)
    assert front.focus() is found.only_me
    front.press(Key.Key_Space)
    front.tab_to(found.words.edit)
    front.type(WORDS)
    front.press(Key.Key_Return)
    front.until(lambda: not found.work.running and found._on.isVisible())
    settle()
    return found


def test_off_at_first_then_on_then_the_locked_screen_opens_with_one_press(opened: Front, ring: FakeKeyring) -> None:
    found = turn_on(opened)
    assert "This laptop keeps a key" in seen(found) and len(ring.kept) == 1 and found.words.text == ""
    assert opened.focus() is found.done_button
    opened.press(Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    opened.locked()
    gate = opened.page(UnlockPage)
    opened.until(gate.key_button.isVisible)
    assert opened.focus() is gate.words.edit  # words first all the same, and no opening by itself
    opened.tab_to(gate.key_button)
    opened.press(Key.Key_Return)
    opened.inside()
    found = page(opened)
    opened.tab_to(found.drop_button)
    opened.press(Key.Key_Return)
    opened.until(lambda: found._off.isVisible() and not ring.kept)
    assert DeviceMarks(opened.settings).all() == frozenset() and not found.only_me.isChecked()
    opened.press(Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    opened.locked()
    gate = opened.page(UnlockPage)
    settle()
    assert not gate.key_button.isVisible()


def test_where_others_use_the_account_it_is_refused(opened: Front, ring: FakeKeyring) -> None:
    found = page(opened)
    opened.tab_to(found.keep_button)
    opened.press(Key.Key_Return)
    settle()
    assert "Say first who uses your account" in seen(found) and opened.focus() is found.only_me
    opened.press(Key.Key_Down)
    opened.press(Key.Key_Space)
    assert found.others.isChecked()
    opened.tab_to(found.words.edit)
    opened.type(WORDS)
    opened.press(Key.Key_Return)
    settle()
    assert "Others use this account" in seen(found) and "Nothing was changed" in seen(found)
    assert ring.kept == {} and opened.ask(lambda w: w.vault.device_name) is None


def test_each_failing_keyring_is_told_in_place(opened: Front, ring: FakeKeyring) -> None:
    found = page(opened)
    found.only_me.setChecked(True)
    found.words.edit.setFocus()
    opened.type("wrong words altogether here")
    opened.press(Key.Key_Return)
    opened.until(lambda: "do not open this vault" in seen(found))
    assert opened.focus() is found.words.edit
    found.words.wipe()
    opened.type(WORDS)
    ring.raises = KeyringLocked("shut")
    opened.press(Key.Key_Return)
    opened.until(lambda: "stayed locked" in seen(found))
    ring.raises, ring.garbles = None, True
    opened.tab_to(found.keep_button)
    opened.press(Key.Key_Return)
    opened.until(lambda: "did not keep what it was given" in seen(found))
    assert ring.kept == {} and opened.ask(lambda w: w.vault.device_name) is None


def test_a_key_that_the_keyring_lost_is_told_on_the_locked_screen(opened: Front, ring: FakeKeyring) -> None:
    turn_on(opened)
    ring.kept.clear()
    opened.house.lock()
    opened.locked()
    gate = opened.page(UnlockPage)
    opened.until(gate.key_button.isVisible)
    gate.key_button.click()
    opened.until(lambda: "has no key that opens this vault" in seen(gate))
    assert opened.focus() is gate.words.edit
    opened.type(WORDS)
    opened.press(Key.Key_Return)
    opened.inside()
    found = page(opened)
    assert "Another laptop keeps a key for you" in seen(found) and found.drop_button.isVisible()


def test_leaving_the_page_asks_the_keyring_no_more(opened: Front) -> None:
    unlocked, ring = threading.Event(), FakeKeyring()

    def asks_first() -> FakeKeyring:
        unlocked.wait()
        return ring

    opened.house.parts.device = DeviceKeys(asks_first)
    found = page(opened)
    found.only_me.setChecked(True)
    found.words.edit.setFocus()
    opened.type(WORDS)
    before = set(threading.enumerate())
    opened.press(Key.Key_Return)
    opened.until(lambda: any(thread.name == "keyring" for thread in set(threading.enumerate()) - before))
    [asking] = [one for one in set(threading.enumerate()) - before if one.name == "keyring"]
    found.back_button.click()
    assert opened.house.lanes is not None
    opened.until(opened.house.lanes.paper.submit(lambda: None).done)  # nobody waits for it
    unlocked.set()
    asking.join(10)
    settle()
    assert ring.kept == {} and opened.ask(lambda w: w.vault.device_name) is None


def test_no_keyring_is_a_calm_word_and_the_words_go_on(opened: Front) -> None:
    found = page(opened)
    found.only_me.setChecked(True)
    found.words.edit.setFocus()
    opened.type(WORDS)
    opened.press(Key.Key_Return)
    opened.until(lambda: "no keyring that the app can trust" in seen(found))
    assert opened.ask(lambda w: w.vault.device_name) is None


def test_it_is_readable_at_every_zoom(opened: Front, ring: FakeKeyring, qapp: QApplication) -> None:
    theme = opened.house.parts.theme
    page(opened)
    assert audit_zooms(opened.window, theme, qapp) == []
    turn_on(opened)
    assert audit_zooms(opened.window, theme, qapp) == []
    opened.house.lock()
    opened.locked()
    opened.until(opened.page(UnlockPage).key_button.isVisible)
    assert audit_zooms(opened.window, theme, qapp) == []
