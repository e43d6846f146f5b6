"""The window's frame: where the cover lies, what the keys do, who hears of a change, and that Hide blanks."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator import i18n
from facilitator.errors import NoSpace
from facilitator.model.change import Change
from tests.ui.audit import audit, audit_languages, audit_zooms, settle
from ui.go import Go
from ui.screen import Screen
from ui.shell import Shell
from ui.theme import Theme, Tokens
from ui.widgets import Button, EmergencyCard, Header, Label, Page
from ui.widgets.cover import PlaceTab
from ui.widgets.frame import Sidebar, TopCover


class Place(Screen):
    """A screen that notes what it is told."""

    theme: ClassVar[Theme]

    def __init__(self) -> None:
        QWidget.__init__(self)
        self.told: list[object] = []
        from PySide6.QtWidgets import QVBoxLayout

        self._column = QVBoxLayout(self)
        page = Page(self.theme, Header(self.theme, "A soft line", self.title()))
        page.body.put(Label(self.theme, "Joan"))
        self.show_page(page)

    def arrive(self, go: Go) -> None:
        """Note it."""
        self.told.append(go)

    def changed(self, change: Change) -> None:
        """Note it."""
        self.told.append(change)

    def leave(self) -> None:
        """Note it."""
        self.told.append("left")


class Tonight(Place):
    """The first place."""

    place, icon = "tonight", "tonight"

    @staticmethod
    def title() -> str:
        """Its name."""
        return i18n._("Tonight")


class Groups(Place):
    """The second place."""

    place, icon = "groups", "groups"

    @staticmethod
    def title() -> str:
        """Its name."""
        return i18n._("Safe-keeping")


class Settings(Place):
    """The place at the foot."""

    place, icon, foot = "settings", "settings", True

    @staticmethod
    def title() -> str:
        """Its name."""
        return i18n._("Settings")


Make = Callable[[], Shell]


@pytest.fixture
def make(qapp: QApplication, qtbot: QtBot, theme: Theme) -> Make:
    """Makes a window of three places, at its usual size."""
    Place.theme = theme

    def made() -> Shell:
        shell = Shell(theme, qapp, (Tonight, Groups, Settings), lambda kind: kind())  # type: ignore[call-arg]
        qtbot.addWidget(shell)
        shell.resize(1366, 768)
        shell.show()
        shell.go(Go("tonight"))
        shell.activateWindow()
        settle()
        return shell

    return made


def place(shell: Shell, kind: type[Place]) -> Place:
    """The screen of a place."""
    found = shell.findChild(kind)
    assert isinstance(found, Place)
    return found


def test_cover_lies_along_the_side_or_the_top(qapp: QApplication, theme: Theme, make: Make) -> None:
    """Window ÷ zoom decides, live on resize and on zoom."""
    shell = make()
    side, top = shell.findChild(Sidebar), shell.findChild(TopCover)
    assert (side.isVisible(), top.isVisible(), side.width()) == (True, False, 224)
    shell.resize(1199, 768)
    settle()
    assert (side.isVisible(), top.isVisible(), top.height()) == (False, True, 64)
    shell.resize(1366, 639)
    settle()
    assert shell.compact
    shell.resize(1366, 768)
    theme.use(qapp, zoom=1.25)
    settle()
    assert (shell.compact, top.isVisible(), top.height()) == (True, True, 80)
    theme.use(qapp, zoom=0.8)
    settle()
    assert (shell.compact, side.width()) == (False, 179)


def test_window_can_be_made_small(qapp: QApplication, theme: Theme, make: Make) -> None:
    """At 200 % the window may still be shrunk to half a small screen."""
    shell = make()
    theme.use(qapp, zoom=2.0)
    settle()
    assert shell.minimumWidth() <= 920 and shell.minimumHeight() <= 480


def test_smallest_window_is_fit(qapp: QApplication, theme: Theme, make: Make) -> None:
    """As small as it goes, at 200 %: nothing of the frame is cut."""
    shell = make()
    theme.use(qapp, zoom=2.0)
    shell.resize(shell.minimumSize())
    settle()
    assert audit(shell, theme) == []


def test_title_never_changes(qtbot: QtBot, make: Make) -> None:
    """A title is read over a shoulder."""
    shell = make()
    shell.go(Go("groups"))
    assert shell.windowTitle() == "Facilitator"


def test_places_are_made_when_gone_to(qtbot: QtBot, make: Make) -> None:
    """A place is made once, told where to go, and told when it is left."""
    shell = make()
    assert shell.findChild(Groups) is None
    shell.go(Go("groups", 7))
    shell.go(Go("tonight"))
    assert place(shell, Groups).told == [Go("groups", 7), "left"]
    assert place(shell, Tonight).told == [Go("tonight"), "left", Go("tonight")]
    assert shell.here == "tonight"


def test_change_reaches_the_place_in_sight_at_once(make: Make) -> None:
    """The others hear of it when they are gone to, before they are asked to show anything."""
    shell = make()
    shell.go(Go("groups"))
    shell.go(Go("tonight"))
    change = Change(frozenset({"members"}), label="Joan was added.", can_undo=True)
    shell.changed(change)
    assert place(shell, Tonight).told[-1] == change
    assert place(shell, Groups).told[-1] == "left"
    shell.go(Go("groups"))
    assert place(shell, Groups).told[-2:] == [change, Go("groups")]
    assert shell.notice.words == "Joan was added."
    assert not shell.notice.undo_button.isHidden()


def test_refusal_is_said_with_its_next_step(make: Make) -> None:
    """The bar says what happened and what to do."""
    shell = make()
    shell.refuse(NoSpace())
    assert shell.notice.words == "The disk is full. What was saved before is safe. Free some space, then try again."


def test_zoom_keys_move_by_ten_and_keep_within_bounds(qtbot: QtBot, theme: Theme, make: Make) -> None:
    """Ctrl and plus, minus, nought; from 80 to 200 per cent, each told once."""
    shell = make()
    told: list[int] = []
    shell.zoomed.connect(told.append)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(shell, Qt.Key.Key_Plus, control)
    qtbot.keyClick(shell, Qt.Key.Key_Equal, control)
    qtbot.keyClick(shell, Qt.Key.Key_Minus, control)
    assert (told, theme.zoom) == ([110, 120, 110], 1.1)
    qtbot.keyClick(shell, Qt.Key.Key_0, control)
    shell.zoom_by(-9)
    shell.zoom_by(-1)
    shell.zoom_by(99)
    assert told[3:] == [100, 80, 200]


def test_what_has_the_keyboard_stays_in_sight_when_all_is_larger(qtbot: QtBot, theme: Theme, make: Make) -> None:
    """What stands above it grows; it is scrolled to."""
    shell = make()
    page = shell.findChildren(Page)[0]
    button = Button(theme, "The next step")
    page.body.put(*(Label(theme, f"Line {n}") for n in range(8)), button)
    settle()
    button.setFocus()
    assert button.visibleRegion().boundingRect() == button.rect() and not page.view.verticalScrollBar().value()
    shell.zoom_by(10)
    qtbot.waitUntil(lambda: page.view.verticalScrollBar().value() > 0)
    assert button.hasFocus() and button.visibleRegion().boundingRect() == button.rect()


@pytest.mark.parametrize(
    ("key", "signal"), [(Qt.Key.Key_K, "searched"), (Qt.Key.Key_L, "locked")], ids=["search", "lock"]
)
def test_keys_that_always_work(qtbot: QtBot, make: Make, key: Qt.Key, signal: str) -> None:
    """Ctrl+K asks for search, Ctrl+L for lock."""
    shell = make()
    with qtbot.waitSignal(getattr(shell, signal)):
        qtbot.keyClick(shell, key, Qt.KeyboardModifier.ControlModifier)


def test_undo_key_takes_back_what_the_bar_offers(qtbot: QtBot, make: Make) -> None:
    """Ctrl+Z does what Undo in the bar does, and nothing where the bar offers none."""
    shell = make()
    undone: list[bool] = []
    shell.undone.connect(lambda: undone.append(True))
    shell.tell("Joan was added.")
    qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    shell.notice.tell("Joan was added.", can_undo=True)
    qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # held: it was offered once
    assert undone == [True]


def blank(shell: Shell) -> bool:
    """Whether nothing but cloth is to be seen."""
    picture = shell.grab().toImage()
    return all(
        QColor(picture.pixel(x, y)).lightness() < 90
        for x in range(0, picture.width(), 7)
        for y in range(0, picture.height(), 7)
    )


def test_hide_blanks_then_locks(qtbot: QtBot, make: Make) -> None:
    """F12 covers the whole window before anything else happens, then has it locked."""
    shell = make()
    assert not blank(shell)
    with qtbot.waitSignal(shell.hidden):
        qtbot.keyClick(shell.findChild(EmergencyCard), Qt.Key.Key_Backtab)
        qtbot.keyClick(shell, Qt.Key.Key_F12)
        assert blank(shell)
        assert not shell.ring.isVisible()


def test_escape_twice_hides_and_once_does_not(qtbot: QtBot, make: Make) -> None:
    """F12 is a media key on many laptops."""
    shell = make()
    qtbot.keyClick(shell, Qt.Key.Key_Escape)
    assert not blank(shell)
    with qtbot.waitSignal(shell.hidden):
        qtbot.keyClick(shell, Qt.Key.Key_Escape)
        assert blank(shell)


def test_covers_say_the_same(qtbot: QtBot, make: Make) -> None:
    """Whatever can be pressed on the side can be pressed on the top."""
    shell = make()
    heard: list[str] = []
    for name in ("searched", "hidden", "locked", "emergency"):
        getattr(shell, name).connect(lambda name=name: heard.append(name))
    for cover in (shell.findChild(Sidebar), shell.findChild(TopCover)):
        for name in ("searched", "locked", "emergency"):
            getattr(cover, name).emit()
    assert heard == ["searched", "locked", "emergency"] * 2
    shell.findChild(Sidebar).went.emit("settings")
    assert shell.here == "settings"


def test_tab_reaches_every_place(qtbot: QtBot, make: Make) -> None:
    """The keyboard goes through search, every place, hide, lock and the emergency card, in the order seen."""
    shell = make()
    side = shell.findChild(Sidebar)
    first = side.findChild(QAbstractButton)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(first.hasFocus)
    seen = []
    for _ in range(7):
        now = shell.focusWidget()
        seen.append(now.accessibleName())
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    assert seen == ["Search", "Tonight", "Safe-keeping", "Settings", "Hide", "Lock", "Emergency card"]


def test_frame_is_fit_at_every_zoom(qapp: QApplication, theme: Theme, make: Make, tokens: Tokens) -> None:
    """The frame with a notice bar, in every theme."""
    shell = make()
    shell.notice.tell("Open talk is now 30 minutes.", can_undo=True)
    assert audit_zooms(shell, theme, qapp, tokens=tokens) == []


def test_frame_is_fit_in_long_words(qapp: QApplication, theme: Theme, make: Make) -> None:
    """The frame in a language whose words are long."""
    assert audit_languages(make, theme, qapp) == []


def test_ctrl_and_a_number_go_to_a_place_from_anywhere(qtbot: QtBot, make: Make) -> None:
    """Nobody has to tab through a whole page to leave it; the number is said with the place's name."""
    shell = make()
    qtbot.keyClick(shell, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shell.here == "groups"
    assert [tab.accessibleDescription() for tab in shell.findChildren(PlaceTab)] == [
        "Ctrl+1",
        "You are here.",
        "Ctrl+3",
    ]


def test_the_keyboard_comes_along_to_a_place(qtbot: QtBot, make: Make) -> None:
    """It is in the place one came to, never on an Undo that Enter would press, and back where it was on the return."""
    shell = make()
    first = Button(Place.theme, "First")
    place(shell, Tonight)._column.addWidget(first)
    first.show()
    first.setFocus()
    shell.tell("Joan was added.")
    for key, there in ((Qt.Key.Key_2, "groups"), (Qt.Key.Key_1, "tonight")):
        qtbot.keyClick(shell, key, Qt.KeyboardModifier.ControlModifier)
        focus = QApplication.focusWidget()
        assert shell.here == there and focus is not None
        assert focus is shell._made[there] or shell._made[there].isAncestorOf(focus)
    assert QApplication.focusWidget() is first
    shell.tell("Joan was added.")
    shell.notice._close.setFocus()
    qtbot.keyClick(shell.notice._close, Qt.Key.Key_Return)
    assert shell.notice.isHidden() and QApplication.focusWidget() is not None
    assert place(shell, Tonight).isAncestorOf(QApplication.focusWidget())
