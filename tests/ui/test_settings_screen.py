"""Settings: drawn from their declarations, in force at once, and still there after a restart."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.settings import SETTINGS, DeviceSettings, Scope, setting
from tests.ui.audit import audit_zooms, settle
from tests.ui.front import Front
from tests.ui.prints import Open, Room, a_room, seen
from ui.go import Go
from ui.screens.settings import SettingsScreen
from ui.screens.settings.licences import read
from ui.theme import Theme
from ui.widgets import ChoiceBar, ChoiceField


def come(hall: Open) -> tuple[Room, SettingsScreen]:
    """Go to Settings, with a desk that keeps what is set."""
    room = a_room(hall())
    screen = room.hall.show(SettingsScreen)
    assert isinstance(screen, SettingsScreen)
    return room, screen


def choose(screen: SettingsScreen, key: str, value: object) -> None:
    """Choose in a bar, as a press does."""
    bar = screen.rows[key].bar
    assert isinstance(bar, ChoiceBar)
    bar._parts[bar._values.index(value)].click()


def test_every_setting_is_shown_with_its_value(hall: Open) -> None:
    """By its own name and help, whatever its kind; nothing is kept in the screen that is not declared."""
    _room, screen = come(hall)
    assert list(screen.rows) == [declared.key for declared in SETTINGS]
    for declared in SETTINGS:
        row = screen.rows[declared.key]
        control = row.bar or row.stepper or row.tick
        named = control.menu if isinstance(control, ChoiceField) else control  # many choices open in a menu
        assert named is not None and named.accessibleName().startswith(declared.label())
        if declared.help() and row.tick is None:
            assert declared.help() in seen(screen)
        now = row.bar.value if row.bar else row.stepper.value() if row.stepper else row.tick and row.tick.isChecked()
        assert now == declared.default


def test_vault_settings_are_saved_with_undo(hall: Open) -> None:
    """Kept in the vault, said in the notice bar; Undo brings the old value back on the screen too."""
    room, screen = come(hall)
    house = room.hall
    choose(screen, "paper", "letter")
    house.rest()
    assert house.ask(lambda workspace: workspace.settings.get("paper")) == "letter"
    assert house.told.said[-1] == "Paper: saved."
    stepper = screen.rows["pence_a_side"].stepper
    assert stepper is not None
    stepper.stepBy(2)
    house.rest()
    assert house.ask(lambda workspace: workspace.settings.get("pence_a_side")) == 5
    house.jobs.do(screen, lambda workspace: workspace.undo())
    house.rest()
    assert stepper.value() == 3


def test_settings_are_in_force_at_once_and_survive_a_restart(opened: Front, qapp: QApplication) -> None:
    """Colours, size and lock time on this laptop, the paper in the vault: set, locked, opened again."""
    house = opened.house
    assert house.opened is not None and house.opened.shell is not None
    shell = house.opened.shell
    shell.go(Go("settings"))
    screen = shell.findChild(SettingsScreen)
    assert isinstance(screen, SettingsScreen)
    settle()
    choose(screen, "theme", "dark")
    choose(screen, "paper", "letter")
    zoom, idle = screen.rows["zoom"].stepper, screen.rows["idle_minutes"].stepper
    assert zoom is not None and idle is not None
    zoom.stepBy(1)
    idle.stepBy(2)
    theme = house.parts.theme
    assert (theme.tokens.name, theme.zoom, house.opened.autolock.minutes) == ("dark", 1.1, 5)
    opened.qtbot.keyClick(shell, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert zoom.value() == 120
    assert opened.ask(lambda workspace: workspace.settings.get("paper")) == "letter"
    house.lock()
    opened.locked()
    kept = DeviceSettings(Path(opened.settings._path))
    assert [kept.get(key) for key in ("theme", "zoom", "idle_minutes")] == ["dark", 120, 5]
    assert "letter" not in Path(opened.settings._path).read_text()


def test_file_of_settings_may_be_damaged(tmp_path: Path) -> None:
    """Then everything is as at first; and values out of bounds are brought back."""
    path = tmp_path / "settings.json"
    path.write_text("{ not json")
    assert all(DeviceSettings(path).get(s.key) == s.default for s in SETTINGS if s.scope is Scope.DEVICE)
    path.write_text('{"zoom": 900, "theme": "pink", "idle_minutes": true}')
    found = DeviceSettings(path)
    assert [found.get(key) for key in ("zoom", "theme", "idle_minutes")] == [setting("zoom").most, "system", 3]


def test_licences_are_there_in_plain_text(hall: Open) -> None:
    """Fonts, words, content and libraries; one comes back to where one was."""
    room, screen = come(hall)
    screen.licences_button.click()
    room.hall.rest()
    said = seen(screen)
    for words in ("Atkinson", "SIL Open Font License", "Electronic Frontier Foundation", "CC BY 4.0", "MIT", "LGPL"):
        assert words in said
    assert "|" not in said and "`" not in said and "##" not in said
    back = QApplication.focusWidget()
    assert back is not None
    back.click()  # type: ignore[attr-defined]
    settle()
    assert "On this laptop" in seen(screen) and screen.rows["zoom"].stepper is not None


def test_licences_are_read_from_a_file(tmp_path: Path) -> None:
    """Headings, paragraphs over several lines, and tables without their heads."""
    file = tmp_path / "LICENCES.md"
    table = "| Files | Note |\n|---|---|\n| `A.ttf` | free |\n"
    file.write_text(f"# All\n\n## Fonts\nTwo lines\nof words.\n\n{table}End.\n")
    assert [(line.level, line.lead, line.words) for line in read(file)] == [
        (1, "", "All"), (2, "", "Fonts"), (0, "", "Two lines of words."), (0, "A.ttf", "free."), (0, "", "End.")
    ]  # fmt: skip


def test_settings_are_fit(hall: Open, theme: Theme, qapp: QApplication) -> None:
    """Both pages at 100 and 200 %."""
    _room, screen = come(hall)
    found = audit_zooms(screen, theme, qapp, zooms=(1.0, 2.0))
    screen.licences_button.click()
    assert [*found, *audit_zooms(screen, theme, qapp, zooms=(1.0, 2.0))] == []


def test_words_that_stand_unasked_can_be_asked_about_again(hall: Open, theme: Theme, qapp: QApplication) -> None:
    """They are listed where what goes with the vault is; a press has the guard ask again, and Undo lets it stand."""
    room, screen = come(hall)
    house = room.hall
    assert screen.kept.isHidden()
    for word in ("lantern", "kettle"):
        house.jobs.do(screen, lambda workspace, word=word: workspace.kept_words.add(word))
    house.rest()
    assert list(screen.kept.chips) == ["kettle", "lantern"] and screen.kept.isVisible()
    assert audit_zooms(screen, theme, qapp, (1.0, 2.0)) == []
    screen.kept.chips["kettle"].setFocus()
    screen.kept.chips["kettle"].click()
    house.rest()
    assert house.ask(lambda workspace: workspace.kept_words.all()) == {"lantern"}
    assert list(screen.kept.chips) == ["lantern"] and screen.kept.chips["lantern"].hasFocus()
    assert house.told.said[-1] == "You are asked about “kettle” again."
    house.jobs.do(screen, lambda workspace: workspace.undo())
    house.rest()
    assert list(screen.kept.chips) == ["kettle", "lantern"]
