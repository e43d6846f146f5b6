"""The language of the window: chosen on the first screen or in Settings, in force at once, nothing half typed lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator import i18n
from facilitator.settings import DeviceSettings
from tests.ui.audit import audit
from tests.ui.front import Front
from ui.gate.welcome import WelcomePage
from ui.go import Go
from ui.screens.settings import SettingsScreen
from ui.speech import guess_language, speak
from ui.widgets import Button
from ui.widgets.choicebar import ChoiceBar


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    """Whatever was chosen, the next test finds English from the left."""
    yield
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    speak(app, "en")


def settings_of(front: Front) -> SettingsScreen:
    """The Settings of the window as it is built now."""
    shell = front.house.opened.shell  # type: ignore[union-attr]
    assert shell is not None
    shell.go(Go("settings"))
    return shell.findChildren(SettingsScreen)[-1]


def choose(front: Front, language: str) -> None:
    """Choose a language in Settings, as a press does."""
    before = front.house.opened.shell  # type: ignore[union-attr]
    bar = settings_of(front).rows["language"].bar
    assert isinstance(bar, ChoiceBar)
    bar._parts[bar._values.index(language)].click()
    front.until(lambda: front.house.opened.shell is not before)  # type: ignore[union-attr]


def test_first_screen_offers_the_other_languages(front: Front) -> None:
    """By their own names; one press, and the screen speaks it, from the right where that is how it is read."""
    page = front.page(WelcomePage)
    assert [button.text() for button in page.tongues.findChildren(Button)] == ["العربية", "Español"]
    for name, title, direction in (("Español", "¿Es seguro usar este portátil?", Qt.LayoutDirection.LeftToRight),
                                   ("العربية", "", Qt.LayoutDirection.RightToLeft)):
        page = front.page(WelcomePage)
        next(button for button in page.tongues.findChildren(Button) if button.text() == name).click()
        front.until(lambda page=page: front.house.gate is not None and front.house.gate.page is not page)
        page = front.page(WelcomePage)
        assert page.layoutDirection() is direction
        assert not title or title == i18n._("Is this laptop safe to use?")
        assert page.new_button.text() == i18n._("Make a new vault")
    assert front.settings.text("language") == "ar"


def test_window_turns_and_keeps_what_is_half_typed(opened: Front) -> None:
    """Places, content and the way back; a form half filled in waits, and is filled in again."""
    from ui.widgets import TextField

    shell = opened.house.opened.shell  # type: ignore[union-attr]
    assert shell is not None
    shell.go(Go("groups", "new"))
    typed = {"where": ""}
    drafting = opened.house.opened.drafting  # type: ignore[union-attr]
    field = TextField(opened.house.parts.theme, "Words")
    field.setParent(shell)
    drafting.register(field, "groups/trial", title=lambda: "Trial", read=lambda: {"words": field.text},
                      restore=lambda fields: None)
    field.edit.setText("Half a line")
    choose(opened, "es")
    assert opened.house.opened.shell.here == "settings"  # type: ignore[union-attr]
    assert i18n.interface().language == "es"
    assert opened.ask(lambda w: w.library.coping_card("senses").title) == "Vuelve aquí: los cinco sentidos"
    assert [offer.where for offer in drafting.offers] == ["groups/trial"]
    again = TextField(opened.house.parts.theme, "Words")
    again.setParent(opened.house.window)
    drafting.register(again, "groups/trial", title=lambda: "Trial", read=lambda: {"words": again.text},
                      restore=lambda fields: typed.update(where=fields["words"]))
    assert typed["where"] == "Half a line"
    drafting.done("groups/trial")
    assert settings_of(opened).title() == "Ajustes"
    assert audit(opened.house.window, opened.house.parts.theme) == []
    choose(opened, "en")
    assert i18n.interface().language == "en"


def test_who_has_read_a_translation_is_noted_in_settings(opened: Front) -> None:
    """A name is asked for; then the sheets are no draft, and it can be taken back."""
    screen = settings_of(opened)
    opened.until(lambda: "es" in screen.translations.parts)
    part = screen.translations.parts["es"]
    part.button.click()
    assert opened.ask(lambda w: w.translations.read) == frozenset()
    part.name.edit.setText("Ana")
    part.button.click()
    opened.until(lambda: screen.translations.parts["es"].reading is not None)
    assert opened.ask(lambda w: w.packs.context().read) == {"es"}
    screen.translations.parts["es"].button.click()
    opened.until(lambda: screen.translations.parts["es"].reading is None)


def test_first_start_speaks_the_language_of_the_laptop(tmp_path: object) -> None:
    """Where there is one; later choices are never overridden."""
    from pathlib import Path

    settings = DeviceSettings(Path(str(tmp_path)) / "settings.json")
    guess_language(settings, "es_MX")
    assert settings.text("language") == "es"
    settings.set("language", "en")
    guess_language(settings, "ar_EG")
    assert settings.text("language") == "en"
    other = DeviceSettings(Path(str(tmp_path)) / "other.json")
    guess_language(other, "fi_FI")
    assert other.text("language") == "en"
