"""The emergency card: one action from anywhere, locked or not, by keyboard and by ear."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator import i18n
from facilitator.library import Library
from facilitator.model.organisation import Organisation, VenueDraft
from facilitator.settings import DeviceSettings
from facilitator.vault.opening import Opened
from facilitator.workspace import Workspace
from tests.make import FakeClock
from tests.ui.audit import audit, audit_zooms, settle
from tests.ui.front import Front, a_vault
from ui.appearance import guess_country
from ui.emergency import NOWHERE, EmergencyView, WhereWeAre, spoken
from ui.gate.welcome import WelcomePage
from ui.theme import Theme
from ui.widgets import EmergencyCard

WHERE = WhereWeAre(
    venue="St Anne’s Hall", address="14 Mill Lane, Millbridge", exits="By the fire door", phone_signal="By the window",
    lead=("Hannah", "01632 960 101"),
)  # fmt: skip


def a_view(theme: Theme, country: str = "GB", where: WhereWeAre = NOWHERE) -> EmergencyView:
    """The card of a country."""
    library = Library(country=country)
    return EmergencyView(theme, library.emergency_card(), library.directory(), FakeClock().today(), where)


def said(widget: QWidget) -> list[str]:
    """All that a screen reader comes by with Tab."""
    parts = [child for child in widget.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [part.accessibleName() for part in parts]


def cards(window: QWidget) -> list[EmergencyView]:
    """The cards on screen."""
    return [card for card in window.findChildren(EmergencyView) if card.isVisible()]


def press_card(front: Front) -> None:
    """Press the card in the cover's corner."""
    next(card for card in front.window.findChildren(EmergencyCard) if card.isVisible()).click()
    settle()


@pytest.mark.parametrize(("country", "number"), [("GB", "9 9 9"), ("IE", "1 1 2"), ("US", "9 1 1")])
def test_number_of_the_country_is_said_figure_by_figure(theme: Theme, country: str, number: str) -> None:
    """A screen reader must not say nine hundred and ninety-nine."""
    assert any(number in name for name in said(a_view(theme, country)))


def test_first_start_takes_the_laptops_country(tmp_path: Path) -> None:
    """Once; what the person chooses afterwards stays. Where no number is known, that of no other country is taken."""
    settings = DeviceSettings(tmp_path / "settings.json")
    guess_country(settings, "en_IE")
    assert settings.text("country") == "IE"
    settings.set("country", "US")
    guess_country(DeviceSettings(tmp_path / "settings.json"), "en_IE")
    assert DeviceSettings(tmp_path / "settings.json").text("country") == "US"
    other = DeviceSettings(tmp_path / "other.json")
    guess_country(other, "de_DE")
    assert other.text("country") == "ZZ"
    for at, unclear in enumerate(("C", "es_419")):
        plain = DeviceSettings(tmp_path / f"plain{at}.json")
        guess_country(plain, unclear)
        assert plain.text("country") == "GB"


def test_where_no_number_is_known_the_card_says_what_to_do(theme: Theme) -> None:
    """And it is what one hears first."""
    view = a_view(theme, "ZZ")
    assert view.numbers == [] and view.unknown is not None
    assert any(name.startswith("Emergency number: It is not known here") for name in said(view))
    assert not any("9 9 9" in name or "1 1 2" in name for name in said(view))


def test_another_country_is_one_choice_away(front: Front) -> None:
    """Chosen on the card itself, in force at once, and kept."""
    front.page(WelcomePage)
    press_card(front)
    card = cards(front.window)[0]
    assert "9 9 9" in card.numbers[0].accessibleName()
    card.country.chosen.emit("US")
    settle()
    assert "9 1 1" in cards(front.window)[0].numbers[0].accessibleName()
    assert front.settings.text("country") == "US" and len(cards(front.window)) == 1


def test_spoken() -> None:
    """Figures part from figures only; words stay."""
    assert spoken("999") == "9 9 9"
    assert spoken("116 123") == "1 1 6 1 2 3"
    assert spoken("Text SHOUT to 85258") == "Text SHOUT to 8 5 2 5 8"


def test_locked_it_opens_in_one_action_and_escape_goes_back(front: Front) -> None:
    """The focus is on the number, the corner stays where it was, and what one was at is still there."""
    page = front.page(WelcomePage)
    page.sample_button.setFocus()
    press_card(front)
    view = cards(front.window)[0]
    assert front.focus() is view.numbers[0]
    assert any(card.isVisible() for card in front.window.findChildren(EmergencyCard))
    assert "9 9 9" in front.focus().accessibleName()
    front.press(Qt.Key.Key_Escape)
    settle()
    assert cards(front.window) == [] and page.isVisible() and front.focus() is page.sample_button


def test_pressing_the_card_again_puts_it_away(front: Front) -> None:
    """The same action both ways."""
    front.page(WelcomePage)
    press_card(front)
    assert len(cards(front.window)) == 1
    press_card(front)
    assert cards(front.window) == []


@pytest.mark.parametrize("unlocked", [False, True])
def test_one_key_takes_it_out_and_puts_it_back(front: Front, unlocked: bool) -> None:
    """Ctrl and 9, wherever the keyboard is: nobody tabs through a page in an emergency."""
    page = front.page(WelcomePage)
    front.until(lambda: front.house.gate is not None and front.house.gate.ring)  # the gate hears keys
    if unlocked:
        page.sample_button.click()
        front.inside()
    settle()
    before = front.focus()
    front.press(Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert len(cards(front.window)) == 1
    front.press(Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert cards(front.window) == [] and front.focus() is before


@pytest.mark.parametrize("unlocked", [False, True])
def test_escape_puts_it_away_from_the_cover_too(front: Front, unlocked: bool) -> None:
    """The card says Esc: that holds wherever the keyboard is, and one Escape does not hide the window."""
    if unlocked:
        front.page(WelcomePage).sample_button.click()
        front.inside()
    press_card(front)
    corner = next(card for card in front.window.findChildren(EmergencyCard) if card.isVisible())
    corner.setFocus()
    front.press(Qt.Key.Key_Escape)
    settle()
    assert cards(front.window) == [] and (front.house.opened is not None) is unlocked


def test_unlocked_it_says_where_we_are_and_whom_to_tell(front: Front) -> None:
    """What the vault knows, without asking it again at that moment; gone with the lock."""
    front.page(WelcomePage)
    folder = a_vault(front.home / "Blue folder.vault", front.clock)
    from facilitator import vault
    from tests.ui.front import WORDS

    opened = vault.unlock(folder, WORDS, front.clock)
    workspace = Workspace(opened, front.clock, Library())
    workspace.venues.save(VenueDraft(name="St Anne’s Hall", address="14 Mill Lane", exits="The fire door"))
    opened.close()
    front.house.end()
    front.house.show_gate(folder)
    lanes = front.house.lanes
    assert lanes is not None
    state = lanes.vault.submit(lambda: Opened(vault.unlock(folder, WORDS, front.clock))).result()
    assert front.house.gate is not None
    front.house.gate.opened.emit(state)
    front.inside()
    assert front.house.opened is not None
    front.house.opened.jobs.do(
        front.window, lambda w: w.organisations.save(Organisation(lead_name="Hannah", lead_contact="01632 960 101"))
    )
    front.until(lambda: front.house.opened is not None and front.house.opened.where.lead[0] == "Hannah")
    press_card(front)
    names = said(cards(front.window)[0])
    assert any("14 Mill Lane" in name for name in names)
    assert any("Hannah" in name and "0 1 6 3 2" in name for name in names)
    front.house.lock()
    front.locked()
    settle()
    assert not any("Mill Lane" in name or "Hannah" in name for name in said(cards(front.window)[0]))


def test_card_outlives_an_unlock_and_a_lock(front: Front) -> None:
    """Somebody reads it while the vault opens or locks by itself: it stays, with less on it once locked."""
    front.page(WelcomePage).sample_button.click()
    press_card(front)
    front.inside()
    settle()
    front.until(lambda: len(cards(front.window)) == 1)
    front.house.lock()
    front.locked()
    settle()
    assert len(cards(front.window)) == 1
    assert not any("Hannah" in name for name in said(cards(front.window)[0]))
    press_card(front)
    assert cards(front.window) == []


def test_going_elsewhere_puts_it_away(front: Front) -> None:
    """A place chosen in the cover wins; the next press opens a new card."""
    front.page(WelcomePage).sample_button.click()
    front.inside()
    assert front.house.opened is not None and front.house.opened.shell is not None
    press_card(front)
    front.house.opened.begin()
    settle()
    assert cards(front.window) == []
    press_card(front)
    assert len(cards(front.window)) == 1


@pytest.mark.parametrize("size", [(866, 700), (720, 500)])
def test_card_is_fit_at_every_zoom(qtbot: QtBot, theme: Theme, qapp: QApplication, size: tuple[int, int]) -> None:
    """Nothing cut from 100 to 200 %, with long words too."""
    for language in ("en", i18n.PSEUDO):
        i18n.set_language(language)
        view = a_view(theme, where=WHERE)
        qtbot.addWidget(view)
        view.resize(*size)
        view.show()
        assert audit_zooms(view, theme, qapp) == []
    i18n.set_language("en")


def test_narrow_card_says_what_to_do_before_further_numbers(qtbot: QtBot, theme: Theme) -> None:
    """In one column the steps come first; beside one another the numbers stand under the first."""
    view = a_view(theme)
    qtbot.addWidget(view)
    step = view.steps

    def top(widget: QWidget) -> int:
        return widget.mapTo(view, widget.rect().topLeft()).y()

    for wide, steps_first in ((600, True), (1000, False), (600, True)):
        view.resize(wide, 900)
        view.show()
        settle()
        assert (top(view.lines[0]) > top(step) + step.height() // 2) == steps_first
    assert audit(view, theme) == []
