"""Safe-keeping: backups that are read back, proved and aged; a check; and what the place says of itself."""

from __future__ import annotations

import resource
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator import paths
from facilitator.model.change import Change
from facilitator.vault import prove_backup
from facilitator.workspace import Workspace
from tests.core.vaults import OTHER_WORDS, WORDS, a_vault
from tests.make import FakeClock
from tests.ui.audit import audit_zooms, settle
from tests.ui.prints import Open, Room, a_room, seen
from ui.screens.safekeeping import SafeKeeping
from ui.screens.safekeeping.listing_page import ListingPage
from ui.screens.safekeeping.proving_page import ProvingPage
from ui.screens.safekeeping.restoring_page import RestoringPage
from ui.screens.safekeeping.work import WorkPlace
from ui.theme import Theme
from ui.widgets import Button, Progress

ENDING = "*.vaultbackup"


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick that is plugged in."""
    folder = tmp_path / "sticks" / "KINGSTON"
    folder.mkdir(parents=True)
    monkeypatch.setattr(
        paths, "removable_dirs", lambda: tuple(sorted(p for p in folder.parent.iterdir() if p.is_dir()))
    )
    return folder


def come(hall: Open, show: object = None, **more: object) -> tuple[Room, SafeKeeping]:
    """Go to Safe-keeping."""
    room = a_room(hall(**more))
    screen = room.hall.show(SafeKeeping, show)
    assert isinstance(screen, SafeKeeping)
    return room, screen


def ready(room: Room, work: WorkPlace) -> str:
    """Wait until nothing runs, and what is said then."""
    room.hall.qtbot.waitUntil(lambda: not work.running, timeout=20_000)
    room.hall.rest()
    return seen(work)


# ---------------------------------------------------------------- backups
def test_backup_to_a_stick(hall: Open, stick: Path) -> None:
    """The stick is chosen already: one press, read back, and said with file, day and counts."""
    room, screen = come(hall)
    backups = screen.main.backups
    assert "There is no backup yet" in seen(screen)
    assert [(card.words, card.isChecked()) for card, _place in backups.cards] == [
        ("KINGSTON", True), ("Another folder", False)
    ]  # fmt: skip
    told: list[Change] = []
    room.hall.jobs.changed.connect(told.append)
    backups.back_up_button.setFocus(Qt.FocusReason.TabFocusReason)
    room.press(Qt.Key.Key_Return)
    said = ready(room, backups.work)
    [file] = stick.glob(ENDING)
    assert "The backup is made, and was read back whole." in said
    assert f"“{file.name}” in “KINGSTON”. 20 November 2025 at 18:36. 3 groups, 13 people, 27 sessions." in said
    assert prove_backup(file, WORDS).counts["member"] == 13
    assert "Backed up today at 18:36" in seen(screen)
    assert any(change.touches("safekeeping") for change in told)
    assert room.focus is backups.back_up_button


def test_age_is_said_in_words_and_colour(hall: Open, stick: Path) -> None:
    """Amber at 7 days, red at 30."""
    room, screen = come(hall)
    backups = screen.main.backups
    backups.back_up()
    ready(room, backups.work)
    for days, said, advice, tone in (
        (1, "Backed up yesterday at 18:36", "fresh enough", "ink"),
        (5, "The newest backup is 6 days old", "fresh enough", "ink"),
        (1, "The newest backup is 7 days old", "time for the next one", "look"),
        (23, "The newest backup is 30 days old", "too old", "danger"),
    ):
        room.hall.clock.move(days=days)
        screen.changed(Change(frozenset({"safekeeping"})))
        room.hall.rest()
        assert backups.age.words == said and advice in backups.advice.words
        assert backups.age.property("tone") == tone


def test_backup_to_a_folder_that_is_asked_for(hall: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a stick a folder is asked for; changing one's mind does nothing; a stick plugged in is found."""
    sticks: list[Path] = []
    monkeypatch.setattr(paths, "removable_dirs", lambda: tuple(sticks))
    room, screen = come(hall)
    backups = screen.main.backups
    assert [card.words for card, _place in backups.cards] == ["A folder you choose"]
    backups.back_up_button.click()
    room.hall.rest()
    assert room.dialogs.asked == ["Where shall the backup go?"] and not backups.work.running
    folder = tmp_path / "Far away"
    folder.mkdir()
    room.dialogs.answers.append(folder)
    backups.back_up_button.click()
    assert "was read back whole" in ready(room, backups.work)
    assert len(list(folder.glob(ENDING))) == 1
    sticks.append(tmp_path / "BLUE")
    backups.again_button.click()
    room.hall.rest()
    assert [card.words for card, _place in backups.cards] == ["BLUE", "Another folder"]


def _some_air(workspace: Workspace) -> None:
    """Free pages in the vault's own file, so that it is the stick alone that has no room."""
    for words in ("x" * 60_000, ""):
        with workspace.vault.store.command("test.air", undo=False) as command:
            command.put("setting", b"a" * 16, {"key": "air", "value": words})


def test_full_stick_is_refused_and_retried(hall: Open, stick: Path) -> None:
    """Nothing half done stays on the stick; with room on it, trying again works."""
    room, screen = come(hall)
    backups = screen.main.backups
    room.hall.ask(_some_air)
    for _time in range(2):
        backups.back_up()
        ready(room, backups.work)
        room.hall.clock.move(minutes=5)
    size = max(file.stat().st_size for file in stick.glob(ENDING))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size - 1, before[1]))
    try:
        backups.back_up()
        said = ready(room, backups.work)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "The disk is full. What was saved before is safe." in said
    assert "Free some space, then try again." in said
    assert len(list(stick.iterdir())) == 2
    [again] = backups.work.findChildren(Button)
    assert again.words == "Try again"
    again.click()
    assert "was read back whole" in ready(room, backups.work)
    assert len(list(stick.iterdir())) == 3


def test_stick_that_was_pulled_is_said(hall: Open, stick: Path) -> None:
    """The place is gone: said in words, and it works once the stick is back."""
    room, screen = come(hall)
    backups = screen.main.backups
    shutil.rmtree(stick)
    backups.back_up()
    said = ready(room, backups.work)
    assert "Nothing was found at “KINGSTON”." in said and "that the stick is plugged in" in said
    stick.mkdir()
    backups.work.findChildren(Button)[0].click()
    assert "was read back whole" in ready(room, backups.work)


def test_backup_can_be_stopped(hall: Open, stick: Path) -> None:
    """Cancel leaves nothing behind, and another goes through."""
    room, screen = come(hall)
    backups = screen.main.backups
    backups.back_up()
    [bar] = backups.work.findChildren(Progress)
    bar.findChildren(Button)[0].click()
    assert "Stopped." in ready(room, backups.work)
    assert list(stick.iterdir()) == []
    backups.back_up()
    assert "was read back whole" in ready(room, backups.work)


# ---------------------------------------------------------------- proof
def test_backup_is_proved(hall: Open, stick: Path) -> None:
    """One's own opens without any words; a damaged one is told apart."""
    room, screen = come(hall)
    screen.main.backups.back_up()
    ready(room, screen.main.backups.work)
    [file] = stick.glob(ENDING)
    screen.main.backups.prove_button.click()
    page = screen.step
    assert isinstance(page, ProvingPage)
    room.dialogs.answers.append(file)
    room.hall.rest()
    page.file_button.click()
    said = ready(room, page.work)
    assert room.dialogs.start == stick  # where the newest backup went
    assert "It opens, and it is whole." in said
    assert "Made on 20 November 2025 at 18:36. 3 groups, 13 people, 27 sessions." in said
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    (stick / "hurt.vaultbackup").write_bytes(raw)
    room.dialogs.answers.append(stick / "hurt.vaultbackup")
    page.file_button.click()
    assert "damaged" in ready(room, page.work)
    page.back_button.click()
    settle()
    assert screen.main.isVisible() and room.focus is screen.main.backups.prove_button


def test_backup_of_another_vault_asks_for_its_words(hall: Open, tmp_path: Path, stick: Path) -> None:
    """Wrong words are refused under the field; the right ones prove it."""
    other = a_vault(tmp_path / "elsewhere", FakeClock(), OTHER_WORDS)
    file = other.backup(stick).path
    other.close()
    room, screen = come(hall, "prove")
    page = screen.step
    assert isinstance(page, ProvingPage)
    room.dialogs.answers.append(file)
    page.file_button.click()
    ready(room, page.work)
    assert page.words.isVisible() and room.focus is page.words.edit
    for words in (WORDS, OTHER_WORDS):
        page.words.set_text(words)
        room.press(Qt.Key.Key_Return)
        said = ready(room, page.work)
    assert "It opens, and it is whole." in said and not page.words.isVisible()
    assert page.words.text == ""


def test_wrong_words_for_a_backup_are_said(hall: Open, tmp_path: Path, stick: Path) -> None:
    """Under the field, where they are typed."""
    other = a_vault(tmp_path / "elsewhere", FakeClock(), OTHER_WORDS)
    file = other.backup(stick).path
    other.close()
    room, screen = come(hall, "prove")
    page = screen.step
    assert isinstance(page, ProvingPage)
    room.dialogs.answers.append(file)
    page.file_button.click()
    ready(room, page.work)
    page.words.set_text(WORDS)
    page.try_button.click()
    ready(room, page.work)
    assert "These words do not open" in page.words.wrong and room.focus is page.words.edit


def test_ninety_days_without_a_proof_are_said(hall: Open, stick: Path) -> None:
    """Calmly, with the way to it; once one was proved, it is gone."""
    room, screen = come(hall)
    backups = screen.main.backups
    backups.back_up()
    ready(room, backups.work)
    assert not backups.drill.isVisible()
    room.hall.clock.move(days=90)
    screen.changed(Change(frozenset({"safekeeping"})))
    room.hall.rest()
    assert backups.drill.isVisible() and "No backup has been proved to open yet." in seen(backups.drill)
    backups.drill_button.setFocus(Qt.FocusReason.TabFocusReason)
    room.press(Qt.Key.Key_Return)
    page = screen.step
    assert isinstance(page, ProvingPage)
    room.dialogs.answers.append(next(stick.glob(ENDING)))
    page.file_button.click()
    assert "It opens, and it is whole." in ready(room, page.work)
    page.back_button.click()
    room.hall.rest()
    assert not backups.drill.isVisible()
    room.hall.clock.move(days=91)
    screen.changed(Change(frozenset({"safekeeping"})))
    room.hall.rest()
    assert "It is 91 days since you saw a backup open." in seen(backups.drill)


# ---------------------------------------------------------------- where they are
def test_backups_are_listed_and_taken_off(hall: Open, stick: Path) -> None:
    """By day, name and place; one that is destroyed goes off the list, and comes back with Undo."""
    room, screen = come(hall)
    backups = screen.main.backups
    assert not backups.list_button.isVisible()
    for _time in range(2):
        backups.back_up()
        ready(room, backups.work)
        room.hall.clock.move(days=1)
    backups.list_button.setFocus(Qt.FocusReason.TabFocusReason)
    room.press(Qt.Key.Key_Return)
    page = screen.step
    assert isinstance(page, ListingPage)
    newer, older = sorted((file.name for file in stick.glob(ENDING)), reverse=True)
    said = seen(page)
    assert said.index(newer) < said.index(older) and "21 November 2025 at 18:36" in said
    assert f"“{newer}” in “KINGSTON”. It opens with your words of that day." in said
    first = next(iter(page.buttons_by_id.values()))
    assert first.accessibleName() == f"{newer} is destroyed"
    first.setFocus(Qt.FocusReason.TabFocusReason)
    room.press(Qt.Key.Key_Return)
    assert newer not in seen(page) and room.focus is next(iter(page.buttons_by_id.values()))
    room.hall.jobs.do(screen, lambda w: w.undo())
    room.hall.rest()
    screen.changed(Change(frozenset({"settings"})))
    room.hall.rest()
    assert newer in seen(page)
    for _time in range(2):
        next(iter(page.buttons_by_id.values())).click()
        room.hall.rest()
    assert "None is written down." in seen(page) and len(list(stick.iterdir())) == 2


def test_copies_the_vault_keeps_are_told(hall: Open) -> None:
    """How many, how large, and since when."""
    room, screen = come(hall, furnished=False, is_sample=False)
    assert "It makes the first when nobody types for a while." in seen(screen)
    room.hall.ask(lambda w: w.vault.snapshot(10**9))
    screen.changed(Change(frozenset({"safekeeping"})))
    room.hall.rest()
    said = seen(screen)
    assert "the vault keeps 1 copy of itself (" in said and "MB), made 20 November 2025 at 18:36." in said


def test_each_backup_says_who_can_still_open_it(hall: Open, stick: Path) -> None:
    """By name while they can open the vault; whoever lost their key since still can, and that is said."""
    room, screen = come(hall)
    keep, gone = room.hall.ask(lambda w: (
        w.key_holders.add("Sam", OTHER_WORDS), w.key_holders.add("Noor", "seven wooden kettles whistle northward")
    ))
    assert keep and gone
    room.hall.ask(lambda w: w.backup(stick))
    noor = room.hall.ask(lambda w: next(one.holder for one in w.key_holders.all() if one.name == "Noor"))
    room.hall.ask(lambda w: w.key_holders.remove(noor))
    screen.show_step("backups")
    room.hall.rest()
    assert isinstance(screen.step, ListingPage)
    said = seen(screen.step)
    assert "It opens with the words of that day, for: you, Sam. 1 way in that the vault has no more still opens" in said


def test_backup_into_a_folder_that_is_carried_elsewhere_is_said(hall: Open, tmp_path: Path) -> None:
    """It is made, and the better place is named."""
    room, screen = come(hall)
    folder = tmp_path / "OneDrive - North"
    folder.mkdir()
    room.dialogs.answers.append(folder)
    screen.main.backups.cards[-1][0].click()
    screen.main.backups.back_up_button.click()
    said = ready(room, screen.main.backups.work)
    assert "was read back whole" in said and "OneDrive copies that folder to other places." in said


# ---------------------------------------------------------------- the vault
def test_vault_is_checked(hall: Open) -> None:
    """All of it is looked over, and said with counts."""
    room, screen = come(hall)
    screen.main.check_button.click()
    assert ready(room, screen.main.check_work) == "The vault is whole. / 3 groups, 13 people, 27 sessions."


def test_restoring_leads_to_the_locked_screen(hall: Open) -> None:
    """It explains, then locks."""
    room, screen = come(hall)
    screen.main.backups.restore_button.click()
    page = screen.step
    assert isinstance(page, RestoringPage) and "Nothing that is here is written over." in seen(page)
    room.press(Qt.Key.Key_Return)
    assert room.locked == [True]


def test_place_says_where_the_vault_lies(hall: Open, tmp_path: Path) -> None:
    """The folder, and a word when a service carries it elsewhere."""
    room, screen = come(hall)
    assert str(tmp_path) in seen(screen) and "copies this folder" not in seen(screen)
    for line in ("What the vault guards against", "What it does not guard against", "Somebody who knows your words"):
        assert line in seen(screen)
    (tmp_path / ".dropbox.cache").mkdir()
    screen.changed(Change(frozenset({"safekeeping"})))
    room.hall.rest()
    assert "Dropbox copies this folder to other places." in seen(screen)


def test_place_is_fit(hall: Open, theme: Theme, qapp: QApplication, stick: Path) -> None:
    """The page and each page behind it, at 100 and 200 %."""
    room, screen = come(hall)
    screen.main.backups.back_up()
    ready(room, screen.main.backups.work)
    found = audit_zooms(screen, theme, qapp, zooms=(1.0, 2.0))
    for name in ("recovery", "passphrase", "prove", "restore", "backups", "try", "who"):
        screen.show_step(name)
        found += audit_zooms(screen, theme, qapp, zooms=(1.0, 2.0))
    assert found == []
