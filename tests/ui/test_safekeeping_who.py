"""Who can open the vault, on screen: somebody let in with words of their own, somebody's key taken away, by keys."""

from __future__ import annotations

import resource
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from facilitator import vault
from facilitator.errors import WrongPassphrase
from facilitator.model.change import Change
from facilitator.people.keyholders import KeyHolders
from facilitator.vault import snapshots
from facilitator.workspace import Workspace
from tests.core.vaults import OTHER_WORDS, WORDS
from tests.make import FakeClock
from tests.ui.audit import audit_zooms, settle
from tests.ui.prints import Open, Room, seen
from tests.ui.test_safekeeping import come, ready
from ui.go import Go
from ui.screens.safekeeping import SafeKeeping
from ui.screens.safekeeping.who_page import WhoPage
from ui.theme import Theme
from ui.widgets import Button, Progress


def who_page(hall: Open, *names: str) -> tuple[Room, SafeKeeping, WhoPage]:
    """Go to the page; those named have keys already, under words made of their names."""
    room, screen = come(hall, "who")
    for name in names:
        give(room, name)
    page = screen.step
    assert isinstance(page, WhoPage)
    page.begin()
    room.hall.rest()
    return room, screen, page


def give(room: Room, name: str) -> None:
    """Give somebody a key."""
    room.hall.ask(lambda w: w.key_holders.add(_row(w, name), words_of(name)))


def words_of(name: str) -> str:
    """Words that only this one has."""
    return f"{OTHER_WORDS} of {name}"


def _row(workspace: Workspace, name: str) -> bytes | str:
    return next((one.id for one in workspace.facilitators.all() if one.name == name), name)


def opens_with(room: Room, words: str) -> bool:
    """Whether the vault, closed, opens with these words."""
    folder = room.hall.ask(lambda workspace: workspace.vault.folder)
    room.hall.ask(lambda workspace: workspace.close())
    try:
        vault.unlock(folder, words, FakeClock()).close()
    except WrongPassphrase:
        return False
    return True


def holder_of(room: Room, name: str) -> bytes:
    """Whose key."""
    return room.hall.ask(lambda w: next(one.holder for one in w.key_holders.all() if one.name == name))


def test_somebody_who_facilitates_is_let_in(hall: Open) -> None:
    """Chosen from the list, five words written down and typed back, by keys alone."""
    room, screen, page = who_page(hall)
    assert page.list.add_button.hasFocus() and "You" in seen(page)
    assert "Only you can open “Blue folder”." in seen(page)
    room.press(Qt.Key.Key_Return)
    letting = page.letting
    assert page.header.title.words == "Let somebody in"
    first = next(iter(letting.cards.values()))
    assert first.hasFocus() and first.isChecked()
    name = first.words
    room.tab_to(letting.on_button)
    room.press(Qt.Key.Key_Return)
    assert f"Give {name} the laptop now" in seen(page) and len(letting.words.offered) == 5
    words = " ".join(letting.words.offered)
    assert letting.words.again.edit.hasFocus()
    room.type(words)
    room.press(Qt.Key.Key_Return)
    assert f"{name} can open the vault now." in ready(room, letting.work)
    assert not letting.words.again.text and words not in seen(page)
    assert letting.done_button.hasFocus()
    room.press(Qt.Key.Key_Return)
    assert name in seen(page.list) and page.list.add_button.hasFocus()
    room.press(Qt.Key.Key_Escape)
    page.back_button.click()
    room.hall.rest()
    assert f"You, {name}. Each has words of their own." in seen(screen.main)
    assert screen.main.who_button.hasFocus()
    assert opens_with(room, words)


def test_somebody_new_is_let_in_with_words_of_their_own(hall: Open) -> None:
    """A name is asked; weak words, and the words of another, are refused where they are typed."""
    room, _screen, page = who_page(hall)
    page.list.add_button.click()
    letting = page.letting
    letting.cards[None].setChecked(True)
    letting.on_button.click()
    room.hall.rest()
    assert "A name is missing." in letting.name.wrong and letting.name.edit.hasFocus()
    letting.name.set_text("ruth")  # is on the list already
    room.press(Qt.Key.Key_Return)
    assert "That name is taken." in letting.name.wrong
    letting.name.set_text("Jo")
    room.press(Qt.Key.Key_Return)
    letting.words.kind._parts[1].click()
    for words, said in (("short", "too short"), (WORDS, "cannot be used")):
        letting.words.own.set_text(words)
        letting.words.again.set_text(words)
        letting.let_button.click()
        ready(room, letting.work)
        assert said in letting.words.own.wrong
    good = "my aunt paints blue herons at half past nine"
    letting.words.own.set_text(good)
    letting.words.again.set_text(good)
    letting.let_button.click()
    assert "Jo can open the vault now." in ready(room, letting.work)
    assert opens_with(room, good)


def test_a_key_is_taken_away(hall: Open, tmp_path: Path) -> None:
    """Said before: what it means, and which backups they can still open. Then a new key, and what is left to do."""
    room, screen, page = who_page(hall, "Jo")
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    room.hall.ask(lambda workspace: workspace.backup(stick))
    holder = holder_of(room, "Jo")

    def seal(workspace: Workspace) -> None:
        with workspace.vault.store.command("sealed.keep") as c:
            c.insert("sealed", {"holder": holder, "kind": "log", "session_id": None, "on_date": workspace.clock.today(),
                                "body": b"for Jo alone"})

    room.hall.ask(seal)
    room.tab_to(page.list.take_buttons[holder])
    assert room.focus.accessibleName() == "Take Jo’s key away"
    room.press(Qt.Key.Key_Return)
    taking = page.taking
    said = seen(taking)
    assert page.header.title.words == "Take Jo’s key away"
    for words in ("does not open with their words", "They can still open 1 backup", "on “KINGSTON”, 20 November 2025",
                  "What they have read, they have read.", "without a key",
                  "What they sealed for themselves stays closed for good."):
        assert words in said
    assert taking.keep_button.hasFocus()  # Enter pressed twice takes nobody's key
    room.press(Qt.Key.Key_Return)
    assert page.list.isVisible() and "Jo" in seen(page.list)
    page.list.take_buttons[holder].click()
    room.hall.rest()
    room.tab_to(taking.take_button)
    room.press(Qt.Key.Key_Return)
    assert "Jo cannot open the vault any more." in ready(room, taking.work)
    assert "Destroy the older backups" in seen(taking) and taking.backup_button.hasFocus()
    assert room.hall.told.said[-1] == "Jo cannot open the vault any more."
    room.tab_to(taking.list_button)
    room.press(Qt.Key.Key_Return)
    assert "Jo" not in seen(page.list)
    assert not opens_with(room, words_of("Jo"))
    assert screen.step is page


def test_copies_of_before_can_be_deleted_with_a_key(hall: Open) -> None:
    """Those that the vault kept of itself open with the old words; a copy made since stays."""
    room, _screen, page = who_page(hall, "Jo")
    room.hall.ask(lambda w: w.vault.snapshot(10**9))
    page.list.take_buttons[holder_of(room, "Jo")].click()
    room.hall.rest()
    taking = page.taking
    assert "So does 1 copy that the vault kept of itself until now." in seen(taking)
    taking.take_button.click()
    assert "1 copy that the vault kept of itself still opens" in ready(room, taking.work) + seen(taking)
    room.hall.clock.move(days=1)  # of one day, only the newest would be kept
    fresh = room.hall.ask(lambda w: w.vault.snapshot(10**9))
    room.tab_to(taking.copies_button)
    room.press(Qt.Key.Key_Return)
    assert room.hall.told.said[-1] == "1 copy was deleted." and taking.backup_button.hasFocus()
    assert not taking.copies_button.isVisible()
    assert [copy.name for copy in snapshots.found(room.hall.ask(lambda w: w.vault.folder))] == [fresh.name]


def test_taking_a_key_can_be_cancelled(hall: Open) -> None:
    """Cancel leaves everything as it was, and what is said is what is so."""
    room, _screen, page = who_page(hall, "Jo")
    page.list.take_buttons[holder_of(room, "Jo")].click()
    room.hall.rest()
    page.taking.take_button.click()
    [bar] = page.taking.work.findChildren(Progress)
    bar.findChildren(Button)[0].click()
    assert "Stopped." in ready(room, page.taking.work)
    assert room.hall.ask(lambda w: [one.name for one in w.key_holders.all()])[1:] == ["Jo"]
    assert opens_with(room, words_of("Jo"))


def test_cancel_that_came_too_late_is_not_said_to_have_stopped_it(hall: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """The key was gone in that very moment: that is what is said."""
    room, _screen, page = who_page(hall, "Jo")
    page.list.take_buttons[holder_of(room, "Jo")].click()
    room.hall.rest()
    real, begun, pressed = KeyHolders.remove, Event(), Event()

    def late(holders: KeyHolders, holder: bytes, _progress: object) -> Change:
        begun.set()
        assert pressed.wait(20)
        return real(holders, holder)

    monkeypatch.setattr(KeyHolders, "remove", late)
    page.taking.take_button.click()
    [bar] = page.taking.work.findChildren(Progress)
    assert begun.wait(20)  # before that, it could still be stopped
    bar.findChildren(Button)[0].click()
    pressed.set()
    said = ready(room, page.taking.work)
    assert "Jo cannot open the vault any more." in said and "Stopped." not in said
    assert room.hall.ask(lambda w: len(w.key_holders.all())) == 1


def test_a_disk_that_fails_is_said_and_can_be_tried_again(hall: Open) -> None:
    """In place, with the next step."""
    room, _screen, page = who_page(hall, "Jo")
    page.list.take_buttons[holder_of(room, "Jo")].click()
    room.hall.rest()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        page.taking.take_button.click()
        said = ready(room, page.taking.work)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "cannot be reached any more. What was saved before is safe." in said
    page.taking.work.findChildren(Button)[0].click()
    assert "Jo cannot open the vault any more." in ready(room, page.taking.work)


def test_it_leads_to_a_fresh_backup(hall: Open) -> None:
    """The one thing to do next is one press away."""
    room, screen, page = who_page(hall, "Jo")
    page.list.take_buttons[holder_of(room, "Jo")].click()
    room.hall.rest()
    page.taking.take_button.click()
    ready(room, page.taking.work)
    room.press(Qt.Key.Key_Return)
    assert room.hall.told.went == [Go("safekeeping", "backup")]
    screen.arrive(room.hall.told.went[-1])
    room.hall.rest()
    assert screen.main.isVisible() and screen.main.backups.back_up_button.hasFocus()


@pytest.mark.parametrize("part", ["list", "letting", "worded", "taking", "taken"])
def test_nothing_is_cut_at_any_zoom(hall: Open, theme: Theme, qapp: QApplication, part: str) -> None:
    """At 100 and 200 %, every part."""
    room, screen, page = who_page(hall, "Jo", "Philippa-Josephine")
    holder = holder_of(room, "Philippa-Josephine")
    if part in ("letting", "worded"):
        page.list.add_button.click()
        if part == "worded":
            page.letting.on_button.click()
    elif part in ("taking", "taken"):
        page.list.take_buttons[holder].click()
        room.hall.rest()
        if part == "taken":
            page.taking.take_button.click()
            ready(room, page.taking.work)
    settle()
    assert audit_zooms(screen, theme, qapp, zooms=(1.0, 2.0)) == []


@pytest.mark.parametrize("part", ["list", "worded", "taking"])
def test_what_has_the_keyboard_is_in_sight(hall: Open, theme: Theme, qapp: QApplication, part: str) -> None:
    """At 200 % in a low window, once a part is shown: its first step is on screen."""
    theme.use(qapp, zoom=2.0)
    room, screen, page = who_page(hall, "Jo", "Philippa-Josephine")
    screen.window().resize(1366, 620)
    first: QWidget = page.list.add_button
    if part == "worded":
        page.list.add_button.click()
        page.letting.on_button.click()
        first = page.letting.words.again.edit
    elif part == "taking":
        page.list.take_buttons[holder_of(room, "Philippa-Josephine")].click()
        first = page.taking.keep_button
    else:
        page.begin()
    room.hall.qtbot.waitUntil(lambda: first.hasFocus() and first.visibleRegion().boundingRect() == first.rect())
    assert page.view.verticalScrollBar().value() > 0
    theme.use(qapp, zoom=1.0)
