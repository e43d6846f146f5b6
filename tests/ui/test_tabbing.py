"""Tab follows the page as it reads, wherever and whenever its parts were made."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QButtonGroup, QStackedWidget, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from tests.ui.audit import settle
from ui.screens.groups.leaf import show_at_once
from ui.theme import Theme
from ui.widgets import Button, Columns, Page, PassphraseField, RadioCard, SearchPanel, TextField, across, box, down
from ui.widgets.layout import Grid
from ui.widgets.tabbing import stops
from ui.window import Window

TAB, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Backtab


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> Window:
    """A window with nothing in it."""
    window = Window(theme)
    qtbot.addWidget(window)
    window._may_close = True
    return window


def put(window: Window, inside: QWidget) -> None:
    """Show something in it."""
    window.put(inside)
    window.show()
    window.activateWindow()
    settle()


def name() -> str:
    """What has the focus."""
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus is not None else ""


def tabs(qtbot: QtBot, times: int, key: Qt.Key = TAB) -> list[str]:
    """The names of what the focus comes by."""
    came: list[str] = []
    for _time in range(times):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)
        came.append(name())
    return came


def test_what_comes_later_is_reached_where_it_stands(qtbot: QtBot, theme: Theme, window: Window) -> None:
    """A list that is read after the page was made comes between what stands above and below it, not at the end."""
    first, last = Button(theme, "First"), Button(theme, "Last")
    middle = down(theme)
    put(window, box(down(theme, first, box(middle), last)))
    middle.put(RadioCard(theme, "Late", "read from the vault", True))
    settle()
    first.setFocus()
    assert tabs(qtbot, 3) == ["Late", "Last", "First"]
    assert tabs(qtbot, 3, BACK) == ["Last", "Late", "First"]


def test_columns_grids_and_pages_are_read_in_order(qtbot: QtBot, theme: Theme, window: Window) -> None:
    """One column after the other, a grid line by line; what is off, hidden or on another page is passed over."""
    page, grid = Page(theme), Grid(theme)
    grid.put(Button(theme, "4"), 1, 1)
    grid.put(Button(theme, "2"), 0, 1)
    grid.put(TextField(theme, "3"), 1, 0)
    grid.put(Button(theme, "1"), 0, 0)
    off, hidden, away = Button(theme, "Off"), Button(theme, "Hidden"), Button(theme, "Away")
    off.off("Not now.")
    pages = QStackedWidget()
    pages.addWidget(Button(theme, "0"))
    pages.addWidget(away)
    right = box(down(theme, Button(theme, "5"), off, hidden, Button(theme, "6")))
    page.body.put(pages, box(Columns(theme, box(grid), right)))
    put(window, page)
    hidden.hide()
    first = pages.currentWidget()
    assert first is not None
    first.setFocus()
    assert tabs(qtbot, 7) == ["1", "2", "3", "4", "5", "6", "0"]


def test_page_that_holds_the_focus_itself_goes_on_from_where_it_stands(
    qtbot: QtBot, theme: Theme, window: Window
) -> None:
    """A heading that was given the focus takes none by Tab, but Tab goes on from there."""
    above, heading, below = Button(theme, "Above"), QWidget(), Button(theme, "Below")
    put(window, box(down(theme, above, heading, below)))
    heading.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    heading.setFocus()
    assert tabs(qtbot, 1) == ["Below"]
    heading.setFocus()
    assert tabs(qtbot, 1, BACK) == ["Above"]


def test_choices_are_one_stop_at_the_one_chosen(qtbot: QtBot, theme: Theme, window: Window) -> None:
    """Tab never rests on a choice that is not chosen while another one is; arrows go there."""
    first, last = Button(theme, "First"), Button(theme, "Last")
    yes, open_still, no = RadioCard(theme, "Yes"), RadioCard(theme, "Not asked yet", "", True), RadioCard(theme, "No")
    cards = box(down(theme, yes, open_still, no))
    grouped, group = box(down(theme, RadioCard(theme, "A"), RadioCard(theme, "B"))), QButtonGroup(window)
    for card in grouped.findChildren(RadioCard):
        group.addButton(card)
    put(window, box(down(theme, first, cards, grouped, last)))
    first.setFocus()
    assert tabs(qtbot, 3) == ["Not asked yet", "A", "Last"]  # nothing chosen yet: Tab comes to the first
    group.buttons()[1].setChecked(True)
    assert tabs(qtbot, 4) == ["First", "Not asked yet", "B", "Last"]


def test_tab_stays_in_the_search(qtbot: QtBot, theme: Theme, window: Window) -> None:
    """What lies over the page keeps the focus until it is put away."""
    put(window, box(down(theme, Button(theme, "Under"))))
    search = SearchPanel(theme, window)
    search.open()
    settle()
    assert set(tabs(qtbot, 3)) == {"Search", "Close search"}


def test_page_scrolls_to_what_has_the_focus(qtbot: QtBot, theme: Theme, window: Window) -> None:
    """Also when Tab comes from outside of what scrolls."""
    outside, page = Button(theme, "Outside"), Page(theme)
    for n in range(30):
        page.body.put(Button(theme, str(n)))
    put(window, box(down(theme, outside, (page, 1))))
    outside.setFocus()
    assert tabs(qtbot, 1, BACK) == ["29"]
    last = QApplication.focusWidget()
    assert last is not None and not last.visibleRegion().isEmpty()
    assert last.visibleRegion().boundingRect() == last.rect()


def test_nothing_to_go_to_is_no_harm(qtbot: QtBot, window: Window) -> None:
    """A window without a control stays as it is."""
    inside = QWidget()
    QVBoxLayout(inside)
    put(window, inside)
    inside.setFocus()
    qtbot.keyClick(inside, TAB)
    assert name() == ""


def test_what_is_hidden_with_the_focus_hands_it_to_its_neighbour(qtbot: QtBot, theme: Theme, window: Window) -> None:
    """Undo goes once it is pressed: the keyboard stays in the bar, and does not go back to the top of the window."""
    first, undo, close = Button(theme, "First"), Button(theme, "Undo"), Button(theme, "Close")
    bar = box(down(theme, undo, close))
    put(window, box(down(theme, first, Button(theme, "Second"), bar)))
    undo.setFocus()
    undo.hide()
    assert name() == "Close"
    close.hide()
    assert name() == "First"


def test_secret_words_come_before_the_button_that_shows_them(window: Window, theme: Theme) -> None:
    """Else the first space of what is typed would show it."""
    put(window, box(down(theme, Button(theme, "before"), PassphraseField(theme, "Your words"), Button(theme, "after"))))
    assert [stop.accessibleName() for stop in stops(window)] == ["before", "Your words", "Show the words", "after"]


def test_no_item_of_a_layout_is_kept(qtbot: QtBot, theme: Theme) -> None:
    """The binding would keep it by its address, and take what Qt makes there later for it."""
    page = QWidget()
    qtbot.addWidget(page)
    first, second, third = (Button(theme, words) for words in ("One", "Two", "Three"))
    column = down(theme)
    page.setLayout(column)
    inner = across(theme)
    column.put(first, inner)
    inner.put(third, second)
    page.show()
    known = {id(one) for one in shiboken6.getAllValidWrappers() if isinstance(one, QWidgetItem)}
    assert stops(page) == [first, third, second]
    show_at_once(column)
    assert [one for one in shiboken6.getAllValidWrappers()
            if isinstance(one, QWidgetItem) and id(one) not in known] == []
