"""The recovery sheet and one's words: what lets a person in, made and changed without a slip."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from facilitator import vault
from facilitator.errors import WrongPassphrase, WrongRecoveryCode
from facilitator.model.change import Change
from facilitator.vault import PendingRecovery
from tests.core.vaults import TINY, WORDS
from tests.make import FakeClock
from tests.ui.audit import settle
from tests.ui.prints import Open, Room, nothing_written, seen
from tests.ui.test_safekeeping import come, ready
from ui.preview import pages
from ui.screens.safekeeping import SafeKeeping
from ui.screens.safekeeping.passphrase_page import PassphrasePage
from ui.screens.safekeeping.recovery_page import RecoveryPage
from ui.screens.safekeeping.trying_page import TryingPage
from ui.widgets import Button, Progress


def recovery(hall: Open, **more: object) -> tuple[Room, SafeKeeping, RecoveryPage]:
    """Go to the recovery sheet, as a refusal elsewhere leads one."""
    room, screen = come(hall, "recovery", **more)
    assert isinstance(screen.step, RecoveryPage)
    return room, screen, screen.step


def shown_code(room: Room, page: RecoveryPage) -> PendingRecovery:
    """Have a code made, by keyboard."""
    assert room.focus is page.make_button
    room.press(Qt.Key.Key_Return)
    assert page.pending is not None
    return page.pending


def other_symbol(symbol: str) -> str:
    """A symbol that looks nothing like it."""
    return "7" if symbol != "7" else "4"


# ---------------------------------------------------------------- the recovery sheet
def test_recovery_sheet_from_nothing_to_live(hall: Open) -> None:
    """Shown, typed back from paper by keyboard, live with its day; members can be written down from then on."""
    room, screen, page = recovery(hall, furnished=False, is_sample=False)
    assert "There is no recovery sheet yet." in seen(page)
    pending = shown_code(room, page)
    said = seen(page)
    assert all(group in said for group in pending.groups) and len(pending.groups) == 7
    assert room.focus is page.copied_button
    room.press(Qt.Key.Key_Return)
    assert not any(group in seen(page) for group in pending.groups)
    room.type(pending.code.replace("-", "").lower())
    room.press(Qt.Key.Key_Return)
    assert "The recovery sheet is live." in seen(page)
    assert room.hall.ask(lambda workspace: workspace.vault.recovery_live)
    assert room.hall.told.said[-1] == "The recovery sheet is live."
    room.press(Qt.Key.Key_Return)
    assert screen.main.isVisible() and "Live since 20 November 2025" in seen(screen)
    assert screen.main.recovery_button.words == "Make a new recovery sheet"


def test_slip_names_its_group_and_opens_nothing(hall: Open) -> None:
    """A slip is caught as it is typed; a group of another sheet, sound in itself, when it is sent."""
    room, _screen, page = recovery(hall, furnished=False, is_sample=False)
    pending = shown_code(room, page)
    page.copied_button.click()
    settle()
    wrong = pending.groups[2][:-2] + other_symbol(pending.groups[2][-2]) + pending.groups[2][-1]
    room.type("".join((*pending.groups[:2], wrong)))
    assert "There is a slip in group 3." in page.code.wrong and room.focus is page.code.groups[2]
    foreign = room.hall.ask(lambda workspace: workspace.new_recovery())
    for at, group in enumerate((*pending.groups[:4], foreign.groups[4], *pending.groups[5:])):
        page.code.groups[at].setText(group)
    page.live_button.click()
    room.hall.rest()
    assert "There is a slip in group 5 of the recovery code." in page.code.wrong
    assert not room.hall.ask(lambda workspace: workspace.vault.recovery_live)
    page.see_button.click()
    assert all(group in seen(page) for group in pending.groups)


def test_recovery_sheet_is_printed_straight_from_memory(
    hall: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One sheet to the printer, one-sided, under no name of anything; no file, and no word of it in the vault."""
    with nothing_written(monkeypatch, tmp_path):
        room, _screen, page = recovery(hall)
        pending = shown_code(room, page)
        page.print_button.click()
        room.hall.rest()
    [job] = room.printer.jobs
    assert job.pdf[:5] == b"%PDF-" and not job.both_sides and pages(job.pdf) == 1
    assert room.hall.ask(lambda workspace: workspace.papers.out()) == ()
    for file in (path for path in tmp_path.rglob("*") if path.is_file()):
        with contextlib.suppress(OSError):
            assert pending.groups[0].encode() not in file.read_bytes()
    room.printer.off = True
    page.print_button.click()
    room.hall.rest()
    assert "copy the code by hand" in seen(page) and page.pending is pending


def test_code_does_not_stay(hall: Open) -> None:
    """Going to another place forgets it; coming back begins again."""
    room, screen, page = recovery(hall)
    pending = shown_code(room, page)
    screen.leave()
    settle()
    assert page.pending is None and screen.step is None
    assert not any(group in seen(screen) for group in pending.groups)


def test_new_sheet_takes_the_old_ones_place(hall: Open, tmp_path: Path) -> None:
    """Once it is typed back the older code opens nothing, the newer does."""
    room, _screen, page = recovery(hall, furnished=False, is_sample=False)
    codes = []
    for _sheet in range(2):
        page.begin()
        codes.append(shown_code(room, page).code)
        page.copied_button.click()
        for at, group in enumerate(codes[-1].split("-")):
            page.code.groups[at].setText(group)
        page.live_button.click()
        room.hall.rest()
    folder = room.hall.ask(lambda workspace: workspace.vault.folder)
    room.hall.ask(lambda workspace: workspace.close())
    with pytest.raises(WrongRecoveryCode):
        vault.recover(folder, codes[0], WORDS, FakeClock(), kdf=TINY)
    vault.recover(folder, codes[1], WORDS, FakeClock(), kdf=TINY).close()


def test_the_code_is_tried_from_its_paper(hall: Open) -> None:
    """Half a year on it is asked for; an older sheet is told apart; the right one works and is not used up."""
    room, screen = come(hall, furnished=False, is_sample=False)
    assert screen.main.try_button.isHidden()
    codes = []
    for _time in range(2):
        pending = room.hall.ask(lambda w: w.new_recovery())
        confirm(room, pending)
        codes.append(pending.code.replace("-", "").lower())
    room.hall.clock.move(days=200)
    screen.changed(Change(frozenset({"safekeeping"})))
    room.hall.rest()
    assert "Its code was last typed on 20 November 2025. Try it again" in seen(screen.main)
    screen.main.try_button.setFocus()
    room.press(Qt.Key.Key_Return)
    page = screen.step
    assert isinstance(page, TryingPage)
    for code, said in ((codes[0], "This code does not open the vault."), (codes[1], "The code is right")):
        page.code.wipe()
        page.code.begin()
        room.type(code)
        room.press(Qt.Key.Key_Return)
        assert said in seen(page)
    assert page.code.text.strip("-") == "" and page.done_button.hasFocus()
    room.press(Qt.Key.Key_Return)
    assert "Typed from its paper last on 8 June 2026." in seen(screen.main)
    assert room.hall.ask(lambda w: w.vault.recovery_live)


def confirm(room: Room, pending: PendingRecovery) -> None:
    """Make a code live."""
    room.hall.ask(lambda w: w.confirm_recovery(pending, pending.code))


# ---------------------------------------------------------------- one's words
def words_page(hall: Open) -> tuple[Room, SafeKeeping, PassphrasePage]:
    """Go and change one's words."""
    room, screen = come(hall)
    screen.main.words_button.click()
    room.hall.rest()
    assert isinstance(screen.step, PassphrasePage)
    return room, screen, screen.step


def test_five_new_words(hall: Open) -> None:
    """The old ones, the new ones once more from paper; from then on only the new ones open the vault."""
    room, screen, page = words_page(hall)
    assert room.focus is page.old.edit and len(page.new.offered) == 5
    offered = page.new.offered
    page.new.other_button.click()
    settle()
    assert page.new.offered != offered and all(word in seen(page) for word in page.new.offered)
    room.type(WORDS)
    page.new.again.edit.setFocus()
    new = " ".join(page.new.offered)
    room.type(new)
    room.press(Qt.Key.Key_Return)
    assert "Your new words open the vault from now on." in ready(room, page.work)
    assert "still open with the old words" in seen(page)
    assert (page.old.text, page.new.again.text) == ("", "") and new not in seen(page)
    page.done_button.click()
    assert screen.main.isVisible()
    folder = room.hall.ask(lambda workspace: workspace.vault.folder)
    room.hall.ask(lambda workspace: workspace.close())
    with pytest.raises(WrongPassphrase):
        vault.unlock(folder, WORDS, FakeClock())
    vault.unlock(folder, new, FakeClock()).close()


def test_words_being_changed_offer_no_cancel(hall: Open) -> None:
    """They are changed or not: who was told “Stopped” would have thrown the paper away that opens the vault."""
    room, _screen, page = words_page(hall)
    page.old.set_text(WORDS)
    page.new.again.set_text(" ".join(page.new.offered))
    page.change_button.click()
    [bar] = page.work.findChildren(Progress)
    assert not any(button.isVisibleTo(bar) for button in bar.findChildren(Button))
    assert "Your new words open the vault" in ready(room, page.work)


def test_slips_are_said_where_they_are(hall: Open) -> None:
    """Each under its own field; nothing is changed."""
    room, _screen, page = words_page(hall)
    page.change_button.click()
    assert "Type the words that open the vault now." in page.old.wrong
    page.old.set_text("not the right words at all")
    page.new.again.set_text(" ".join((*page.new.offered[:3], "elsewhere", page.new.offered[4])))
    page.change_button.click()
    assert "Word 4 is not the same as before." in page.new.again.wrong
    page.new.again.set_text(" ".join(page.new.offered))
    page.change_button.click()
    ready(room, page.work)
    assert "These words do not open this vault. Nothing was changed." in page.old.wrong
    assert room.focus is page.old.edit


def test_weak_words_of_ones_own_are_refused(hall: Open) -> None:
    """As one types it is said how strong they are; the group's name does not count."""
    room, _screen, page = words_page(hall)
    page.new.kind._parts[1].click()
    page.old.set_text(WORDS)
    page.new.own.edit.setFocus()
    room.type("short")
    room.hall.rest()
    assert "Too short: use 15 letters or more." in seen(page)
    for weak in ("Lantern circle Mill Lane", "passwordpassword1"):
        page.new.own.set_text(weak)
        page.new.again.set_text(weak)
        page.change_button.click()
        ready(room, page.work)
        assert "Take the five words that are offered" in page.new.own.wrong
    strong = "my aunt paints blue herons at half past nine"
    page.new.own.set_text(strong)
    page.new.again.set_text(strong)
    page.change_button.click()
    assert "Your new words open the vault" in ready(room, page.work)
