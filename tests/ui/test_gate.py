"""The way in, as a person takes it: by keyboard, with slips of the hand, and with things that are not in order."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from facilitator import i18n, vault
from facilitator.documents import RecoverySlip, build, render_text
from facilitator.library import Library
from facilitator.model.group import Application
from facilitator.workspace import Workspace
from tests.core.paper_samples import context
from tests.make import FakeClock
from tests.ui.audit import audit_zooms, settle
from tests.ui.front import CHEAP, WORDS, Front, a_vault
from ui.autolock import AutoLock, awake_and_asleep
from ui.gate.again import AgainPage
from ui.gate.code import CodePage
from ui.gate.hello import HelloPage
from ui.gate.naming import NamePage
from ui.gate.restoring import RestorePage
from ui.gate.unlock import UnlockPage
from ui.gate.welcome import WelcomePage
from ui.gate.words import WordsPage
from ui.strips import SheetStrip, strips_for
from ui.theme import Theme
from ui.widgets import focus

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


def to_words(front: Front) -> WordsPage:
    """From the first screen to the five words, by Enter alone."""
    front.page(WelcomePage)
    front.press(ENTER)
    front.page(NamePage)
    front.press(ENTER)
    return front.page(WordsPage)


def to_hello(front: Front) -> HelloPage:
    """A new vault, up to its first questions."""
    words = " ".join(to_words(front).shown)
    front.press(ENTER)
    front.page(AgainPage)
    front.type(words)
    front.press(ENTER)
    return front.page(HelloPage)


def known_vault(front: Front, name: str = "Blue folder") -> Path:
    """A vault that was opened here before; the gate is shown anew."""
    folder = a_vault(front.home / f"{name}.vault", front.clock)
    show_again(front, folder)
    return folder


def show_again(front: Front, folder: Path | None = None) -> UnlockPage:
    """The gate as after a lock."""
    front.house.end()
    front.house.show_gate(folder)
    settle()
    return front.page(UnlockPage)


def test_new_vault_by_keyboard_leads_to_an_evening_ready_to_print(front: Front) -> None:
    """Name, words, words again, two answers: five steps, none with a mouse, and a plan that fits is there."""
    page = to_hello(front)
    assert front.focus() is page.me.edit
    front.type("Ruth")
    front.tab_to(page.kind.menu)
    page.kind.menu.choose(Application.GRIEF)
    front.tab_to(page.name.edit)
    front.press(ENTER)
    workspace = front.inside()
    assert workspace.vault.folder == front.home / "Blue folder.vault"
    evening = front.ask(lambda w: w.evenings.tonight())
    assert (evening.group.name, evening.group.application) == ("Thursday circle", Application.GRIEF)
    assert evening.team == ("Ruth",) and evening.waits is None and evening.agreement is not None
    assert front.ask(lambda w: w.me.name) == "Ruth"
    assert not workspace.vault.recovery_live  # asked for before the first member's name, not before


def test_first_questions_say_what_is_missing(front: Front) -> None:
    """Nothing is half done, and each answer that is missing is marked where it is typed."""
    page = to_hello(front)
    page.go_button.click()
    assert page.me.wrong and page.kind.wrong
    assert front.focus() is page.me.edit
    assert front.ask(lambda w: w.groups.all()) == ()
    page.me.edit.setText("Ruth")
    page.later_button.click()
    front.inside()
    assert front.ask(lambda w: (w.me.name, w.groups.all())) == ("Ruth", ())


def test_words_typed_again_name_the_word_that_differs(front: Front) -> None:
    """The third word wrong: it says so, and nothing is made yet."""
    shown = to_words(front).shown
    front.press(ENTER)
    page = front.page(AgainPage)
    front.type(" ".join((*shown[:2], "wrong", *shown[3:])))
    front.press(ENTER)
    front.until(lambda: page.words.wrong)
    assert "3" in page.words.wrong
    assert list(front.home.iterdir()) == []


def test_words_of_ones_own_are_weighed(front: Front) -> None:
    """Weak ones are refused with the reason; strong ones go on."""
    page = to_words(front)
    page.own_button.click()
    front.until(lambda: page.own.isVisible())
    front.type("passwordpassword")
    front.press(ENTER)
    front.until(lambda: page.own.wrong)
    page.own.wipe()
    page.own.edit.setFocus()
    front.type("seven grey herons argue about breakfast")
    front.until(lambda: "Strong" in page.strength.words or "Good" in page.strength.words)
    front.press(ENTER)
    front.page(AgainPage)


def test_place_that_others_carry_is_warned_of(front: Front, tmp_path: Path) -> None:
    """A folder of a service that copies it elsewhere is named before anything is made there."""
    (tmp_path / "Dropbox").mkdir()
    front.page(WelcomePage)
    front.press(ENTER)
    page = front.page(NamePage)
    assert not page.carried.isVisible()
    front.dialogs.answers.append(tmp_path / "Dropbox")
    page.place_button.click()
    assert page.carried.isVisible()
    page.name.edit.setFocus()
    page.name.set_text("")
    front.press(ENTER)
    front.until(lambda: page.name.wrong)


def test_wrong_words_are_refused_in_place_and_right_ones_open(front: Front) -> None:
    """The refusal stands under the field; afterwards the words are nowhere in the window, and the day is remembered."""
    folder = known_vault(front)
    page = front.page(UnlockPage)
    page.unlock_button.setFocus()
    front.press(Qt.Key.Key_Space)
    assert page.words.wrong and front.focus() is page.words.edit  # nothing was typed: that is where one goes on
    front.type("cedar lantern quilt harbor wrong")
    front.press(ENTER)
    front.until(lambda: "do not open" in page.words.wrong)
    assert page.words.edit.isEnabled() and front.focus() is page.words.edit
    assert vault.facts(folder).clean
    front.type(WORDS)
    front.press(ENTER)
    front.inside()
    assert all(WORDS not in edit.text() for edit in front.window.findChildren(QLineEdit))
    kept = front.settings.remembered("vaults")
    assert kept == [{"folder": str(folder), "opened": "2025-11-20", "day": "Thursday 20 November"}]


def test_words_are_finished_as_one_types(front: Front) -> None:
    """A word that can only end one way is finished by Space, so that fewer keys are pressed."""
    known_vault(front)
    page = front.page(UnlockPage)
    front.type("lante ")
    assert page.words.text == "lantern "


def test_cancel_while_the_key_is_worked_out(front: Front) -> None:
    """The vault stays shut, even when the key was ready in the same moment."""
    folder = known_vault(front)
    page = front.page(UnlockPage)
    front.type(WORDS)
    front.press(ENTER)
    page.cancelled.emit()
    front.until(lambda: not page.property("waiting"))
    settle()
    assert front.house.opened is None and front.page(UnlockPage).isVisible()
    assert vault.facts(folder).clean and vault.facts(folder).open_elsewhere is None


def test_cancelled_sample_leaves_nothing(front: Front, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Given up while it is set out: no folder of it stays."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    (tmp_path / "temp").mkdir()
    page = front.page(WelcomePage)
    page.sample_button.click()
    assert front.focus().accessibleName() == "Setting out a sample group."
    front.press(TAB)
    assert front.focus().accessibleName() == "Cancel"
    front.press(ENTER)
    front.until(lambda: not page.property("waiting"))
    settle()
    assert front.house.opened is None and list((tmp_path / "temp").iterdir()) == []


def test_second_window_is_told_where_the_vault_is_open(front: Front) -> None:
    """The list says so at once, and so does the refusal; the other window is left in peace."""
    folder = a_vault(front.home / "Blue folder.vault", front.clock)
    other = vault.unlock(folder, WORDS, FakeClock())
    try:
        page = show_again(front, folder)
        front.until(lambda: "Open already" in page.cards[folder].accessibleDescription())
        front.type(WORDS)
        front.press(ENTER)
        front.until(lambda: page.trouble.isVisible())
        assert "open already" in page.trouble.words
    finally:
        other.close()


def test_vault_whose_stick_is_gone(front: Front) -> None:
    """It stays on the list with the reason; the next step is said; it can be taken off the list."""
    folder = known_vault(front)
    front.type(WORDS)
    front.press(ENTER)
    front.inside()
    front.house.lock()
    front.locked()
    folder.rename(front.home / "away")
    page = show_again(front)
    front.until(lambda: "Nothing was found" in page.cards[folder].accessibleDescription())
    front.type(WORDS)
    front.press(ENTER)
    front.until(lambda: page.trouble.isVisible())
    page.forget_button.click()
    settle()
    assert front.settings.remembered("vaults") == []


def test_folder_that_is_no_vault_is_refused(front: Front, tmp_path: Path) -> None:
    """Said in place; nothing is put on the list."""
    page = front.page(WelcomePage)
    front.dialogs.answers.append(tmp_path)
    page.open_button.click()
    front.until(lambda: page.trouble.isVisible())
    assert front.settings.remembered("vaults") is None


def test_recovery_sheet_sets_new_words(front: Front) -> None:
    """A slip names its group; the code leads to new words; the old ones do not open it any more."""
    folder = a_vault(front.home / "Blue folder.vault", front.clock)
    opened = vault.unlock(folder, WORDS, front.clock)
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    opened.close()
    page = show_again(front, folder)
    slip = RecoverySlip(groups=pending.groups, made_on=front.clock.today())
    assert f"“{page.lost_button.text()}”" in render_text(build("recovery-sheet", context(recovery=slip), by_hand=True))
    page.lost_button.click()
    code = front.page(CodePage)
    groups = list(pending.groups)
    wrong = [*groups[:2], groups[2][:4] + ("0" if groups[2][4] != "0" else "1"), *groups[3:]]
    front.type("".join(wrong[:3]))
    assert "3" in code.code.wrong and front.focus() is code.code.groups[2]
    front.type(groups[2] + "".join(groups[3:]))
    assert code.code.text == pending.code
    front.press(ENTER)
    words = " ".join(front.page(WordsPage).shown)
    front.press(ENTER)
    front.page(AgainPage)
    front.type(words)
    front.press(ENTER)
    workspace = front.inside()
    assert not workspace.vault.recovery_live
    front.house.lock()
    again = front.locked()
    assert isinstance(again, UnlockPage)
    front.type(WORDS)
    front.press(ENTER)
    front.until(lambda: again.words.wrong)


def test_used_recovery_sheet_is_asked_to_be_replaced(front: Front) -> None:
    """After a recovery nothing would open the vault but the new words: that is said until there is a new sheet."""
    folder = a_vault(front.home / "Blue folder.vault", front.clock)
    opened = vault.unlock(folder, WORDS, front.clock)
    workspace = Workspace(opened, front.clock, Library())
    pending = workspace.new_recovery()
    workspace.confirm_recovery(pending, pending.code)
    workspace.close()
    show_again(front, folder).lost_button.click()
    front.page(CodePage)
    front.type(pending.code)
    front.press(ENTER)
    words = " ".join(front.page(WordsPage).shown)
    front.press(ENTER)
    front.page(AgainPage)
    front.type(words)
    front.press(ENTER)
    front.inside()
    strip = front.window.findChild(SheetStrip)
    assert strip.isVisible() and "used up" in strip.fact.words
    strip.make_button.click()
    house = front.house.opened
    assert house is not None and house.shell is not None and house.shell.here == "safekeeping"
    fresh = front.ask(lambda w: w.new_recovery())
    house.jobs.do(house.shell, lambda w: w.confirm_recovery(fresh, fresh.code))
    front.until(lambda: not strip.isVisible())
    front.house.lock()
    front.locked()
    front.type(words)
    front.press(ENTER)
    front.inside()
    assert front.window.findChild(SheetStrip) is None


def test_lost_words_without_a_sheet(front: Front) -> None:
    """No back door: it says so, and what is left to do."""
    known_vault(front)
    page = front.page(UnlockPage)
    page.lost_button.click()
    front.until(lambda: page.trouble.isVisible())
    assert page.trouble.words


def test_backup_comes_back_beside_the_vault_of_its_name(front: Front) -> None:
    """A name that is taken is refused first; with the tick, what was there is kept whole under another name."""
    folder = a_vault(front.home / "Blue folder.vault", front.clock)
    opened = vault.unlock(folder, WORDS, front.clock)
    made = opened.backup(front.home)
    opened.close()
    page = show_again(front, folder)
    front.dialogs.answers.append(made.path)
    page.restore_button.click()
    restoring = front.page(RestorePage)
    restoring.file_button.click()
    front.until(lambda: restoring.words.isVisible())
    front.type(WORDS)
    front.press(ENTER)
    front.until(lambda: restoring.name.wrong)
    assert front.focus() is restoring.name.edit  # where the answer is wanted, not at the words that were right
    restoring.aside.setChecked(True)
    restoring.go_button.click()
    workspace = front.inside()
    assert workspace.vault.folder == folder
    assert sum(child.suffix == ".vault" for child in front.home.iterdir()) == 2


def test_sample_is_marked_and_thrown_away(front: Front) -> None:
    """One press, invented people under a visible mark, and not a file left after the lock."""
    page = front.page(WelcomePage)
    page.sample_button.click()
    workspace = front.inside()
    folder = workspace.vault.folder
    assert workspace.vault.sample and folder.is_dir()
    assert any("invented" in strip.accessibleName() for strip in front.house.window.strips)
    assert len(front.ask(lambda w: w.groups.all())) == 3
    front.house.lock()
    front.locked()
    assert not folder.parent.exists() and front.settings.remembered("vaults") is None


def test_a_sample_made_elsewhere_says_that_it_stays(front: Front, theme: Theme) -> None:
    """One from the command line is not ours to throw away, so it is not promised."""
    opened = vault.create(front.home / "Made.vault", WORDS, front.clock, sample=True, kdf=CHEAP)
    try:
        said = [strip.accessibleName() for strip in strips_for(theme, opened)]
    finally:
        opened.close()
    assert any("It stays until you delete its folder." in one for one in said)
    assert not any("thrown away" in one for one in said)


def test_after_a_recovery_among_several_it_asks_who_it_is(front: Front) -> None:
    """The key is noted beside the name that is chosen."""
    from ui.gate.whoareyou import WhoPage

    folder = front.home / "Blue folder.vault"
    opened = vault.create(folder, WORDS, front.clock, kdf=CHEAP)
    opened.store.by = opened.holder
    from facilitator.people import Facilitators

    Facilitators(opened.store).add("Dev")
    opened.close()
    show_again(front, folder)
    front.type(WORDS)
    front.press(ENTER)
    page = front.page(WhoPage)
    assert front.focus() in page.cards.values()
    page.go_button.click()
    front.inside()
    assert front.ask(lambda w: w.me.name) == "Dev"


def test_after_a_recovery_the_lost_words_of_who_is_chosen_stop_working(front: Front) -> None:
    """Nobody is chosen beforehand, as that would be somebody's key; the others' words go on working."""
    from ui.gate.whoareyou import WhoPage

    folder = a_vault(front.home / "Blue folder.vault", front.clock)
    opened = Workspace(vault.unlock(folder, WORDS, front.clock), front.clock, Library())
    opened.key_holders.add("Dev", "pebble harbour nine gentle trumpets")
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    opened.close()
    page = show_again(front, folder)
    page.lost_button.click()
    front.page(CodePage)
    front.type(pending.code.replace("-", ""))
    front.press(ENTER)
    shown = front.page(WordsPage)
    assert "such as half-typed text or a concern, is lost" in shown.lead.words
    words = " ".join(shown.shown)
    front.press(ENTER)
    front.page(AgainPage)
    front.type(words)
    front.press(ENTER)
    who = front.page(WhoPage)
    assert [card.words for card in who.cards.values()] == ["Dev", "Ruth", "Somebody else"]
    who.go_button.click()
    assert who.trouble.isVisible() and not any(card.isChecked() for card in who.cards.values())
    next(card for card in who.cards.values() if card.words == "Ruth").setChecked(True)
    who.go_button.click()
    front.inside()
    assert [one.name for one in front.ask(lambda w: w.key_holders.all())] == ["Ruth", "Dev"]


@pytest.mark.parametrize("size", [(1366, 768), (720, 560)])
def test_every_page_of_the_way_in_is_fit(front: Front, theme: Theme, qapp: QApplication, size: tuple[int, int]) -> None:
    """Nothing cut, small or without a name, at 100 and 200 %, in a usual and in a small window."""
    front.window.resize(*size)
    found: list[str] = []

    def look() -> None:
        kind = type(front.house.gate.page).__name__ if front.house.gate else "shell"
        found.extend(f"{kind} {fault}" for fault in audit_zooms(front.window, theme, qapp, (1.0, 2.0)))

    front.page(WelcomePage)
    look()
    front.press(ENTER)
    front.page(NamePage)
    look()
    front.press(ENTER)
    words = front.page(WordsPage)
    look()
    shown = " ".join(words.shown)
    front.press(ENTER)
    again = front.page(AgainPage)
    look()
    again.words.edit.setFocus()
    front.type(shown)
    front.press(ENTER)
    front.page(HelloPage)
    look()
    front.house.lock()
    front.locked()
    look()
    assert found == []


def test_long_words_fit_a_small_window(front: Front, theme: Theme, qapp: QApplication) -> None:
    """In the made-up language of long words, from 80 to 200 %: the first screen, a refusal, and the card over it."""
    i18n.set_language(i18n.PSEUDO)
    try:
        a_vault(front.home / "Blue folder.vault", front.clock)
        page = show_again(front, front.home / "Blue folder.vault")
        front.window.resize(720, 560)
        page.words.refuse("words " * 20)
        faults = audit_zooms(front.window, theme, qapp, (0.8, 2.0))
        front.house.emergency()
        assert faults + audit_zooms(front.window, theme, qapp, (0.8, 2.0)) == []
    finally:
        i18n.set_language("en")


def test_five_words_are_in_sight_where_there_is_little_room(
        front: Front, theme: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 200 % the button would scroll the first words away, and somebody would write down three: the words have it.

    However late the page is scrolled to what has the keyboard, or never, as where the window is not in front.
    """
    monkeypatch.setattr(focus, "reveal", lambda stop: None)
    theme.use(qapp, zoom=2.0)
    front.window.resize(1366, 749)
    page = to_words(front)
    front.until(lambda: front.focus() is page._sheet)
    assert page._sheet.accessibleDescription().startswith(f"Word 1: {page.shown[0]}. Word 2: {page.shown[1]}")
    front.press(TAB)
    assert front.focus() is page.go_button


def test_vaults_of_one_name_are_told_apart_by_their_folder(front: Front) -> None:
    for place in ("Documents", "Stick"):
        (front.home / place).mkdir()
        front.house._known.opened(a_vault(front.home / place / "Blue folder.vault", front.clock), front.clock.today())
    front.house.end()
    front.house.show_gate()
    page = front.page(UnlockPage)
    assert [card.accessibleDescription() for card in page.cards.values()] == [
        "In the folder Stick, opened last on Thursday 20 November",
        "In the folder Documents, opened last on Thursday 20 November",
    ]  # fmt: skip


def asked_for_words(front: Front) -> UnlockPage:
    """A known vault, its words typed and being tried."""
    folder = known_vault(front)
    page = front.page(UnlockPage)
    assert page.chosen == folder
    front.type(WORDS)
    front.press(ENTER)
    assert page.property("waiting")
    return page


def test_lock_while_the_words_are_tried_keeps_it_locked(front: Front) -> None:
    """Somebody came into the room: what was about to open is sealed, and nothing of it was shown."""
    page = asked_for_words(front)
    front.house.lock()
    front.until(lambda: not page.property("waiting") or front.house.opened is not None)
    front.until(lambda: front.house.opened is None and front.house.gate is not None)
    assert front.page(UnlockPage).words.text == ""
    assert vault.facts(front.home / "Blue folder.vault").clean
    front.type(WORDS)
    front.press(ENTER)
    front.inside()  # the next time it opens as ever


def test_lock_while_a_vault_is_made_seals_it(front: Front) -> None:
    """It cannot be given up half way: it is made, and locked."""
    words = " ".join(to_words(front).shown)
    front.press(ENTER)
    page = front.page(AgainPage)
    front.type(words)
    front.press(ENTER)
    assert page.property("waiting")
    front.house.lock()
    front.until(lambda: list(front.home.iterdir()) and vault.facts(front.home / "Blue folder.vault").clean)
    front.page(UnlockPage)
    front.until(lambda: front.house.opened is None)
    assert vault.facts(front.home / "Blue folder.vault").clean


def test_window_closed_while_the_words_are_tried_leaves_a_sealed_vault(front: Front) -> None:
    """It waits for the key, seals, and goes."""
    asked_for_words(front)
    front.window.close()
    front.until(lambda: not front.window.isVisible())
    assert vault.facts(front.home / "Blue folder.vault").clean
    if front.house.opened is not None:
        front.house.opened.dispose()
        front.house.opened = None


def with_a_code(front: Front) -> WordsPage:
    """A recovery sheet was used: new words are shown, which would open the vault."""
    folder = a_vault(front.home / "Blue folder.vault", front.clock)
    opened = vault.unlock(folder, WORDS, front.clock)
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    opened.close()
    show_again(front, folder).lost_button.click()
    front.page(CodePage)
    front.type(pending.code)
    front.press(ENTER)
    return front.page(WordsPage)


def test_lock_on_the_way_in_forgets_the_recovery_code(front: Front) -> None:
    """Ctrl+L, as in an open vault: with the code taken, whoever came next would have set words of their own."""
    with_a_code(front)
    front.until(lambda: front.house.gate is not None and front.house.gate.ring)
    front.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    front.page(UnlockPage)
    assert vault.facts(front.home / "Blue folder.vault").has_recovery


def test_recovery_that_is_left_alone_is_forgotten(front: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    """A quarter of an hour without a touch, or a sleep of the laptop."""
    with_a_code(front)
    assert front.house.gate is not None
    idle = front.house.gate.findChild(AutoLock)
    monkeypatch.setattr(idle, "_clock", lambda: awake_and_asleep() + 15 * 60)
    idle.look()
    front.page(UnlockPage)
    front.until(lambda: front.house.gate.findChild(AutoLock) is None)  # nothing is left to forget
