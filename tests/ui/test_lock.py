"""Locking within one process: what is half typed comes back, what was shown is gone, and nothing holds a lock up."""

from __future__ import annotations

import errno
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QClipboard, QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator import vault
from facilitator.errors import DraftNotKept, NoSpace
from facilitator.model.group import GroupDraft
from facilitator.vault import files
from facilitator.vault.rollback import RollBack
from tests.make import FakeClock
from tests.ui.audit import audit_zooms, settle
from tests.ui.front import Front, unlock
from ui.drafting import Drafting
from ui.filedialogs import QtDialogs
from ui.gate.unlock import UnlockPage
from ui.safety import Clipboard
from ui.strips import DraftStrip, Strip
from ui.theme import Theme


class _Painted(QObject):
    """Which widgets are painted from now on, by the names of their classes."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self.what: list[str] = []
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only look."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.what.append(type(watched).__name__)
        return False


def a_form(front: Front, words: str = "") -> QLineEdit:
    """A form with one field, as a screen registers it."""
    house = front.house.opened
    assert house is not None and house.shell is not None
    edit = QLineEdit(words, house.shell)
    house.drafting.register(
        edit, "groups/test", title=lambda: "a test group", read=lambda: {"name": edit.text()},
        restore=lambda kept: edit.setText(kept["name"]), record=b"R" * 16,
    )  # fmt: skip
    return edit


def strip(front: Front) -> DraftStrip:
    """The strip that offers drafts."""
    return next(one for one in front.house.window.strips if isinstance(one, DraftStrip))


def test_lock_comes_back_to_the_gate_with_the_vault_sealed(opened: Front) -> None:
    """By Ctrl+L; what was saved is there after unlocking, and the window's title never changed."""
    assert opened.house.opened is not None
    folder = opened.house.opened.folder
    opened.house.opened.jobs.do(opened.window, lambda w: w.groups.save(GroupDraft(name="Lantern circle")))
    opened.ask(lambda w: w.groups.all())
    opened.qtbot.keyClick(opened.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    page = opened.locked()
    assert isinstance(page, UnlockPage) and page.chosen == folder
    assert vault.facts(folder).clean and vault.facts(folder).open_elsewhere is None
    assert opened.window.windowTitle() == "Facilitator"
    unlock(opened)
    assert [group.name for group in opened.ask(lambda w: w.groups.all())] == ["Lantern circle"]


def test_hide_blanks_before_anything_else(opened: Front) -> None:
    """In the very next picture there is nothing but cloth, strips and all; then the gate."""
    assert opened.house.opened is not None
    opened.house.window.add_strip(Strip(opened.house.parts.theme, "Joan was here"))
    settle()
    painted = _Painted(opened.window)
    opened.house.opened.lock()
    assert painted.what == ["Cloth"]  # nothing else is even painted underneath
    picture = opened.window.grab().toImage()
    cloth = QColor(opened.house.parts.theme.tokens.cover)
    for x in range(4, picture.width(), 37):
        for y in range(4, picture.height(), 41):
            seen = picture.pixelColor(x, y)
            near = max(abs(a - b) for a, b in zip(seen.getRgb()[:3], cloth.getRgb()[:3], strict=True))
            assert near < 16, (x, y, seen.name())
    opened.locked()


def test_fault_in_one_form_costs_neither_the_words_in_another_nor_the_lock(opened: Front) -> None:
    """It is told of once, like any other of ours; what stands in the other form is kept, and the vault is sealed."""
    assert opened.house.opened is not None
    folder, drafting = opened.house.opened.folder, opened.house.opened.drafting
    told: list[object] = []
    opened.house.parts.crash.fell.connect(told.append)

    def read() -> dict[str, str]:
        raise ZeroDivisionError

    drafting.register(opened.window, "groups/broken", title=str, read=read, restore=dict)
    a_form(opened, "the words in the other")
    drafting.autosave()
    opened.house.lock()
    opened.locked()
    opened.until(lambda: bool(told))
    assert len(told) == 1
    assert vault.facts(folder).clean and len(list((folder / "drafts").iterdir())) == 1


def test_draft_on_its_way_to_the_disk_is_waited_for(opened: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hand that keeps drafts may be at one as the lock comes: it is not cut off."""
    assert opened.house.opened is not None
    folder, real = opened.house.opened.folder, vault.Drafts.save
    begun = Event()

    def slowly(shelf: vault.Drafts, place: str, fields: dict[str, str]) -> None:
        begun.set()
        sleep(0.3)
        real(shelf, place, fields)

    monkeypatch.setattr(vault.Drafts, "save", slowly)
    a_form(opened, "half")
    drafting = opened.house.opened.drafting
    drafting.autosave()
    assert begun.wait(5)
    drafting.flush()
    assert len(list((folder / "drafts").iterdir())) == 1


def test_half_typed_words_are_offered_and_picked_up(opened: Front) -> None:
    """Kept at the lock without a word of it on the disk, offered by name, and back in its form."""
    assert opened.house.opened is not None
    folder = opened.house.opened.folder
    a_form(opened, "Joan’s new gr")
    opened.house.lock()
    opened.locked()
    kept = list((folder / "drafts").iterdir())
    assert len(kept) == 1 and b"Joan" not in kept[0].read_bytes()
    unlock(opened)
    offer = strip(opened)
    assert offer.isVisible() and "a test group" in offer.fact.words
    gone_to: list[object] = []
    assert opened.house.opened is not None
    drafting = opened.house.opened.drafting
    way = drafting.offers[0].go
    assert (way.place, way.show) == ("groups", b"R" * 16)
    gone_to.append(drafting.pick_up("groups/test"))
    assert gone_to == [way] and not offer.isVisible()
    assert a_form(opened).text() == "Joan’s new gr"
    opened.house.opened.drafting.done("groups/test")
    opened.house.lock()
    opened.locked()
    assert list((folder / "drafts").iterdir()) == []


def test_form_opened_again_by_hand_gets_its_draft_back(opened: Front) -> None:
    """Nobody's half-typed words are written over unseen."""
    a_form(opened, "first words")
    opened.house.lock()
    opened.locked()
    unlock(opened)
    assert a_form(opened).text() == "first words"
    assert not strip(opened).isVisible()


def test_draft_that_is_thrown_away_is_gone(opened: Front) -> None:
    """From the strip, by its button; an old one asks first."""
    assert opened.house.opened is not None
    folder = opened.house.opened.folder
    a_form(opened, "never mind")
    opened.house.lock()
    opened.locked()
    opened.clock.move(days=40)
    unlock(opened)
    offer = strip(opened)
    assert "month" in offer.more.words
    offer.drop_button.click()
    opened.until(lambda: list((folder / "drafts").iterdir()) == [])
    assert not offer.isVisible()


def test_empty_form_leaves_no_draft(opened: Front) -> None:
    """Nothing typed, or all of it deleted again: nothing is kept."""
    assert opened.house.opened is not None
    folder = opened.house.opened.folder
    edit = a_form(opened, "half")
    opened.house.opened.drafting.autosave()
    opened.house.opened.drafting.settle()
    assert len(list((folder / "drafts").iterdir())) == 1
    edit.setText("  ")
    opened.house.opened.drafting.autosave()
    opened.house.opened.drafting.settle()
    assert list((folder / "drafts").iterdir()) == []


def test_full_disk_does_not_hold_a_lock_up(opened: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the draft nor the seal can be written: the gate comes all the same, and the vault opens again."""
    assert opened.house.opened is not None

    def full(*_nothing: object) -> None:
        raise NoSpace

    a_form(opened, "half")
    monkeypatch.setattr(vault.Drafts, "save", full)
    monkeypatch.setattr("facilitator.vault.headerfiles.write", full)
    folder = opened.house.opened.folder
    opened.house.lock()
    opened.locked()
    monkeypatch.undo()
    assert not vault.facts(folder).clean
    unlock(opened)
    assert any("cut off" in one.accessibleName() for one in opened.house.window.strips)


def test_words_that_a_full_disk_lost_are_told_of_after_the_lock(opened: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lock waits for nothing; whoever typed them hears of it at the next unlock, once."""
    real = files.write_new

    def full(path: Path, data: bytes) -> None:
        if ".draft" in path.name or path.name == "spare":
            raise OSError(errno.ENOSPC, "full")
        real(path, data)

    a_form(opened, "half")
    monkeypatch.setattr(files, "write_new", full)
    opened.house.lock()
    opened.locked()
    monkeypatch.undo()
    for told in (True, False):
        unlock(opened)
        said = any("half typed when the vault locked" in one.accessibleName() for one in opened.house.window.strips)
        assert said is told
        opened.house.lock()
        opened.locked()


def test_draft_that_cannot_be_kept_is_said_once(qtbot: object, qapp: QApplication) -> None:
    """Autosave fails quietly but for one refusal, and tries again."""

    class Full:
        """A shelf on a full disk."""

        tries = 0

        def list(self) -> tuple[()]:
            """Nothing."""
            return ()

        def save(self, place: str, fields: object) -> None:
            """Refuse."""
            self.tries += 1
            raise NoSpace

        def discard(self, place: str) -> None:
            """Nothing to do."""

    shelf, drafting, said = Full(), Drafting(), []
    drafting.failed.connect(lambda error: said.append(error))
    edit = QLineEdit("half")
    drafting.start(shelf)  # type: ignore[arg-type]
    drafting.register(edit, "groups/x", title=str, read=lambda: {"a": edit.text()}, restore=lambda kept: None)
    for _time in range(3):
        drafting.autosave()
        drafting.settle()
    settle()
    assert shelf.tries == 3 and [type(one) for one in said] == [DraftNotKept]
    drafting.stop()


def test_dialog_that_is_open_does_not_stop_a_lock(opened: Front) -> None:
    """A file dialog stands open; the lock goes through it, and it is not in sight any more."""
    chosen: list[Path] = []
    QtDialogs(opened.house.parts.theme).choose_folder(opened.window, "Open a vault", chosen.append, opened.home)
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog))
    assert dialog.isVisible()
    opened.house.lock()
    opened.locked()
    settle()
    assert not any(isinstance(one, QFileDialog) and one.isVisible() for one in QApplication.topLevelWidgets())
    assert chosen == []
    opened.strays.seen.clear()  # the dialog is a window of its own


def test_closing_the_window_seals_first(opened: Front) -> None:
    """The window's own button: not shut before the vault is."""
    assert opened.house.opened is not None
    folder = opened.house.opened.folder
    opened.window.close()
    assert opened.window.isVisible()
    opened.until(lambda: not opened.window.isVisible())
    assert vault.facts(folder).clean
    opened.house.opened.dispose()
    opened.house.opened = None


def test_fault_on_the_way_to_the_lock_leaves_no_vault_unsealed(
    opened: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault is told of as any other; what was asked for happens all the same."""
    assert opened.house.opened is not None
    folder = opened.house.opened.folder

    def broken() -> None:
        raise ZeroDivisionError

    told: list[object] = []
    opened.house.parts.crash.fell.connect(told.append)
    for step in ((opened.house.window, "blank"), (opened.house.opened.feed, "stop"),
                 (opened.house.parts.clipboard, "clear")):
        monkeypatch.setattr(*step, broken)
    a_form(opened, "half")
    opened.house.lock()
    opened.locked()
    opened.until(lambda: len(told) == 3)
    assert vault.facts(folder).clean and len(list((folder / "drafts").iterdir())) == 1


def test_vault_that_was_taken_away_meanwhile_stays_on_the_list(opened: Front) -> None:
    """As a stick that was pulled: the gate says that it is not there, and once it is back its words open it."""
    assert opened.house.opened is not None
    folder = opened.house.opened.folder
    elsewhere = folder.rename(folder.with_name("elsewhere"))
    opened.house.lock()
    page = opened.locked()
    assert isinstance(page, UnlockPage) and page.chosen == folder
    elsewhere.rename(folder)
    unlock(opened)


def test_fault_after_the_seal_leaves_no_process_that_knows_names(
    opened: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it is: better none than one that stands behind its cloth for ever."""
    assert opened.house.opened is not None
    folder = opened.house.opened.folder

    def restart(*what: object) -> None:
        raise ZeroDivisionError

    opened.house.parts.restart = restart
    with opened.qtbot.captureExceptions() as faults:
        opened.house.lock()
        opened.until(lambda: not opened.window.isVisible())
    assert [kind for kind, *_rest in faults] == [ZeroDivisionError] and vault.facts(folder).clean
    opened.house.opened.dispose()
    opened.house.opened = None


def test_program_that_was_taken_away_meanwhile_ends_with_the_lock(opened: Front) -> None:
    """As when the system brought a newer one: no cloth over a process that can go nowhere."""
    assert opened.house.opened is not None
    folder, asked = opened.house.opened.folder, []

    def restart(*what: object) -> None:
        asked.append(what)
        raise FileNotFoundError

    opened.house.parts.restart = restart
    opened.house.lock()
    opened.until(lambda: not opened.window.isVisible())
    assert asked and vault.facts(folder).clean
    opened.house.opened.dispose()
    opened.house.opened = None


class Board(QObject):
    """A clipboard that says whose it is, as those of real desktops do and the offscreen one does not."""

    dataChanged, selectionChanged = Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.data, self.ours, self.selection, self.asked = QMimeData(), False, False, 0

    def setMimeData(self, data: QMimeData) -> None:
        """This window puts something there."""
        self.data, self.ours = data, True
        self.dataChanged.emit()

    def elsewhere(self, words: str) -> None:
        """Another program puts something there."""
        self.data, self.ours = QMimeData(), False
        self.data.setText(words)
        self.dataChanged.emit()

    def mimeData(self) -> QMimeData:
        """What is there; whoever put it there is asked."""
        self.asked += 1
        return self.data

    def ownsClipboard(self) -> bool:
        """Whose it is."""
        return self.ours

    def supportsSelection(self) -> bool:
        """As on X11."""
        return True

    def ownsSelection(self) -> bool:
        """Selected with the mouse in this window."""
        return self.selection

    def clear(self, mode: QClipboard.Mode) -> None:
        """Empty one of both."""
        if mode == QClipboard.Mode.Selection:
            self.selection = False
        else:
            self.data, self.ours = QMimeData(), False


def test_clipboard_is_marked_and_cleared(qapp: QApplication) -> None:
    """What this window put there is marked, and goes; what another program put there stays."""
    board = Board()
    clipboard = Clipboard(board)  # type: ignore[arg-type]
    plain = QMimeData()
    plain.setText("Joan")
    board.setMimeData(plain)  # as Ctrl+C in a field does
    assert board.data.text() == "Joan"
    assert board.data.data("x-kde-passwordManagerHint").data() == b"secret"
    board.selection = True
    clipboard.clear()
    assert not board.data.hasText() and not board.selection
    board.elsewhere("from elsewhere")
    asked = board.asked
    clipboard.clear()
    assert board.data.text() == "from elsewhere"
    assert board.asked == asked, "a program that hangs and does not answer would hold the lock up"


def test_clipboard_empties_itself_after_a_while(qtbot: QtBot) -> None:
    """Half a minute in the app; a blink here."""
    board = Board()
    clipboard = Clipboard(board, clear_ms=1)  # type: ignore[arg-type]
    clipboard.copy("Joan")
    assert board.data.text() == "Joan"
    qtbot.waitUntil(lambda: not board.data.hasText())


def test_lock_clears_the_clipboard(opened: Front) -> None:
    """The real one, by the real lock."""
    opened.house.parts.clipboard.copy("Joan")
    assert QGuiApplication.clipboard().text() == "Joan"
    opened.house.lock()
    opened.locked()
    assert QGuiApplication.clipboard().text() == ""


def test_file_dialogs_keep_no_history(front: Front, own_home: Path, tmp_path: Path) -> None:
    """After a folder was chosen and the dialog is gone, no file in the home names it."""
    secret = tmp_path / "Quillon"
    secret.mkdir()
    chosen: list[Path] = []
    QtDialogs(front.house.parts.theme).choose_folder(front.window, "Open a vault", chosen.append, secret)
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog))
    dialog.accept()
    settle()
    front.until(lambda: chosen)
    named = [path for path in own_home.rglob("*") if path.is_file() and b"Quillon" in path.read_bytes()]
    assert chosen == [secret] and named == []
    front.strays.seen.clear()


def test_older_copy_is_warned_of(opened: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both dates are named, and it opens all the same."""
    assert opened.house.opened is not None
    found = RollBack(FakeClock().now(), FakeClock().now().replace(day=1))
    monkeypatch.setattr("facilitator.vault.entering.rolled_back", lambda header, seen: found)
    opened.house.lock()
    opened.locked()
    unlock(opened)
    said = " ".join(one.accessibleName() for one in opened.house.window.strips)
    assert "20 November" in said and "1 November" in said


def test_window_with_strips_is_fit(opened: Front, theme: Theme, qapp: QApplication) -> None:
    """The strips wrap and stay whole at every zoom."""
    a_form(opened, "half")
    opened.house.lock()
    opened.locked()
    unlock(opened)
    faults = audit_zooms(strip(opened), theme, qapp)
    assert faults == []


def test_idle_minutes_hold_at_once(opened: Front) -> None:
    """A change in the settings is in force without a lock."""
    assert opened.house.opened is not None and opened.house.opened.shell is not None
    opened.house.opened.desk().use("idle_minutes", 7)
    assert opened.house.opened.autolock.minutes == 7
    opened.house.opened.desk().use("zoom", 130)
    assert opened.house.parts.theme.zoom == 1.3
    opened.house.opened.desk().use("zoom", 100)


def test_what_a_restore_carried_over_is_said(opened: Front) -> None:
    """Erased again, or not known; with nothing to say, no strip."""
    from facilitator.vault.carrying import CarriedOver
    from ui.strips import strips_for

    assert opened.house.opened is not None
    shown = opened.house.opened.vault
    for carried, said in ((CarriedOver(2), "was erased again"), (CarriedOver(known=False), "may be back"),
                          (CarriedOver(), ""), (None, ""),
                          (CarriedOver(keys_back=2), "2 keys that were taken away"),
                          (CarriedOver(sheet_back=True), "used or replaced since")):
        shown.carried_over = carried
        strips = strips_for(opened.house.parts.theme, shown)
        assert [said in strip.accessibleName() for strip in strips] == ([True] if said else [])
        for one in strips:
            one.deleteLater()
