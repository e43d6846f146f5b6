"""Hard moments: one key from anywhere, a word and Enter, times by a tap, and a circle that rests meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.library import Library
from facilitator.model.session import Session
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms
from tests.ui.evenings import Hall, words_of
from tests.ui.front import Front
from ui.emergency import EmergencyView
from ui.screens.tonight import Tonight
from ui.screens.tonight.arrivals import Arrivals
from ui.screens.tonight.moments.page import MomentsPage
from ui.screens.tonight.running.page import RunningPage
from ui.theme import Theme, Tokens
from ui.widgets import Button

Open = Callable[..., Hall]
Key = Qt.Key


def page_of(screen: QWidget) -> MomentsPage:
    """The page for hard moments."""
    page = screen.findChild(MomentsPage)
    assert isinstance(page, MomentsPage)
    return page


def tonight(workspace: Workspace) -> Session:
    """The evening that matters now."""
    evening = workspace.evenings.tonight()
    assert evening is not None
    return evening.session


def opened(house: Hall, qtbot: QtBot) -> tuple[QWidget, MomentsPage]:
    """From Tonight by one key."""
    screen = house.show(Tonight)
    qtbot.keyClick(screen.focusWidget() or screen, Key.Key_M)
    house.rest()
    return screen, page_of(screen)


def test_a_key_a_word_and_enter_open_a_card(qtbot: QtBot, hall: Open) -> None:
    house = hall()
    _screen, page = opened(house, qtbot)
    assert page.search.edit.hasFocus() and "Somebody is struggling" in words_of(page.card)
    qtbot.keyClicks(page.search.edit, "cry")
    qtbot.keyClick(page.search.edit, Key.Key_Return)  # no answer has come yet: it is waited for
    house.rest()
    assert page.card.accessibleName() == house.library.hard_moment("tears").title


def test_without_a_card_for_a_word_what_is_always_right_stays(qtbot: QtBot, hall: Open) -> None:
    house = hall()
    _screen, page = opened(house, qtbot)
    qtbot.keyClicks(page.search.edit, "xylophone")
    house.rest()
    assert "No card for that word" in words_of(page) and "Somebody is struggling" in words_of(page.card)
    qtbot.keyClick(page.search.edit, Key.Key_Return)
    house.rest()
    assert page.card.accessibleName() == "Somebody is struggling"


def test_who_goes_out_who_stays_and_words_to_read(qtbot: QtBot, hall: Open) -> None:
    """The names of those who lead, never of members; and the lead's number."""
    house = hall()
    _screen, page = opened(house, qtbot)
    said = words_of(page.card)
    leaders = house.ask(lambda w: w.evenings.tonight().leaders)  # type: ignore[union-attr]
    assert f"{leaders[1]} goes along" in said and f"{leaders[0]} stays in the circle" in said
    assert "To read slowly" in said and "Safeguarding lead" in said
    members = {m.name for m in house.ask(lambda w: w.members.of(tonight(w).group_id))}
    assert not [name for name in members if name in said.replace("|", " ").split()]


def test_a_tap_notes_the_time_and_nothing_else(qtbot: QtBot, hall: Open) -> None:
    house = hall()
    _screen, page = opened(house, qtbot)
    page.card.taps["went-out"].click()
    house.rest()
    assert house.told.said[-1] == "18:36 is noted."
    assert "18:36  One of us stepped out with someone" in words_of(page)
    assert house.ask(lambda w: w.stamps.of(tonight(w))) == (("went-out", 18 * 60 + 36),)


def test_it_works_before_there_is_any_group(qtbot: QtBot, hall: Open) -> None:
    """No evening, no plan: the cards are there, and a time stands on the page alone."""
    house = hall(lambda workspace: None)
    _screen, page = opened(house, qtbot)
    assert len(page.rows.items) == len(Library().hard_moments()) + 1
    page.card.taps["paused"].click()
    house.rest()
    assert "18:36  The circle took a break" in words_of(page) and not house.broke


def test_the_circle_rests_meanwhile_and_goes_on(qtbot: QtBot, hall: Open) -> None:
    house = hall()
    house.clock.move(minutes=24)
    house.ask(lambda w: w.runs.begin(tonight(w)))
    screen = house.show(Tonight)
    running = screen.findChild(RunningPage)
    assert isinstance(running, RunningPage)
    qtbot.keyClick(running.sheet.next_button, Key.Key_M)
    house.rest()
    page = page_of(screen)
    assert "The circle is at rest" in words_of(page) and house.told.said[-1] == "The circle pauses."
    page.on_button.click()
    house.rest()
    assert house.told.said[-1] == "The circle goes on." and isinstance(screen.findChild(RunningPage), RunningPage)


def test_the_circle_rests_from_the_count_too(qtbot: QtBot, hall: Open) -> None:
    """Whoever counts at the door presses the same key; going back leaves the circle at rest."""
    house = hall()
    house.clock.move(minutes=24)
    house.ask(lambda w: w.runs.begin(tonight(w)))
    screen = house.show(Tonight)
    running = screen.findChild(RunningPage)
    assert isinstance(running, RunningPage)
    running.count_button.click()
    house.rest()
    assert isinstance(screen.findChild(Arrivals), Arrivals)
    qtbot.keyClick(screen, Key.Key_M)
    house.rest()
    page = page_of(screen)
    assert "The circle is at rest" in words_of(page) and house.told.said[-1] == "The circle pauses."
    qtbot.keyClick(page.search.edit, Key.Key_Escape)
    house.rest()
    assert isinstance(screen.findChild(Arrivals), Arrivals)
    assert house.told.said[-1] == "The circle pauses."


def test_one_may_go_back_with_the_circle_still_at_rest(qtbot: QtBot, hall: Open) -> None:
    house = hall()
    house.clock.move(minutes=24)
    house.ask(lambda w: w.runs.begin(tonight(w)))
    screen = house.show(Tonight)
    running = screen.findChild(RunningPage)
    assert isinstance(running, RunningPage)
    running.hard_button.click()
    house.rest()
    qtbot.keyClick(page_of(screen).search.edit, Key.Key_Escape)
    house.rest()
    running = screen.findChild(RunningPage)
    assert isinstance(running, RunningPage) and running.sheet.next_button.words == "Go on"


def test_a_letter_typed_in_a_field_opens_nothing(qtbot: QtBot, hall: Open) -> None:
    house = hall()
    screen = house.show(Tonight, ("after",))
    field = next(one for one in screen.findChildren(QWidget) if one.accessibleName() == "For next time")
    field.setFocus()
    qtbot.keyClick(field, Key.Key_M)
    house.rest()
    assert screen.findChild(MomentsPage) is None


def test_from_the_emergency_card(sample: Front) -> None:
    """Unlocked it leads there in one press."""
    sample.house.emergency()
    card = next(card for card in sample.window.findChildren(EmergencyView) if card.isVisible())
    card.moments_button.click()
    sample.until(lambda: any(page.isVisible() for page in sample.window.findChildren(MomentsPage)))
    assert not [card for card in sample.window.findChildren(EmergencyView) if card.isVisible()]


def test_the_locked_card_leads_nowhere(front: Front) -> None:
    front.house.emergency()
    card = next(card for card in front.window.findChildren(EmergencyView) if card.isVisible())
    assert not [one for one in card.findChildren(Button) if one.words == "Hard moments" and one.isVisible()]


@pytest.mark.parametrize("typed", ["", "suicide"])
def test_fit_to_be_used(qapp: QApplication, theme: Theme, qtbot: QtBot, hall: Open, tokens: Tokens,
                        typed: str) -> None:
    """Nothing cut, small or nameless, in every theme."""
    house = hall()
    screen, page = opened(house, qtbot)
    if typed:
        qtbot.keyClicks(page.search.edit, typed)
        qtbot.keyClick(page.search.edit, Key.Key_Return)
        house.rest()
        next(iter(page.card.taps.values())).click()
        house.rest()
    assert audit_zooms(screen, theme, qapp, (1.0, 2.0), tokens) == []
