"""The open vault in its window: search, undo, zoom, what goes wrong, and what the opening has to say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from facilitator.model.group import GroupDraft
from facilitator.settings import DeviceSettings
from tests.ui.audit import audit_zooms, settle
from tests.ui.front import Front
from ui.appearance import tokens_for
from ui.crash import CrashNotice
from ui.gate.welcome import WelcomePage
from ui.theme import Theme
from ui.widgets import SearchPanel

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sample(front: Front) -> Front:
    """A house with the sample open."""
    front.page(WelcomePage).sample_button.click()
    front.inside()
    settle()
    return front


def test_search_by_keyboard_leads_to_the_person(sample: Front) -> None:
    """Ctrl+K, a few letters, Enter: the place of what was found is shown."""
    sample.qtbot.keyClick(sample.window, Qt.Key.Key_K, CTRL)
    panel = sample.window.findChild(SearchPanel)
    assert panel.isVisible() and sample.focus() is panel.edit
    sample.type("Dilys")
    sample.until(lambda: panel.rows.items)
    assert [row.title for row in panel.rows.items] == ["Dilys"]
    sample.press(Qt.Key.Key_Return)
    settle()
    assert not panel.isVisible()
    assert sample.house.opened is not None and sample.house.opened.shell is not None
    assert sample.house.opened.shell.here == "groups"


def test_every_command_shows_and_can_be_taken_back(sample: Front) -> None:
    """The notice bar says what happened; Undo there takes it back."""
    assert sample.house.opened is not None and sample.house.opened.shell is not None
    shell, jobs = sample.house.opened.shell, sample.house.opened.jobs
    jobs.do(shell, lambda w: w.groups.save(GroupDraft(name="Extra circle")))
    sample.until(lambda: "Extra circle" in shell.notice.words)
    shell.notice.undo_button.click()
    sample.until(lambda: len(sample.ask(lambda w: w.groups.all())) == 3)


def test_zoom_is_remembered_at_the_gate_and_inside(front: Front) -> None:
    """Ctrl and plus in both, kept in the small file."""
    front.page(WelcomePage)
    front.qtbot.keyClick(front.window, Qt.Key.Key_Plus, CTRL)
    assert front.house.parts.theme.zoom == 1.1
    front.page(WelcomePage).sample_button.click()
    front.inside()
    front.qtbot.keyClick(front.window, Qt.Key.Key_Plus, CTRL)
    assert front.settings.number("zoom") == 120
    front.qtbot.keyClick(front.window, Qt.Key.Key_0, CTRL)
    assert front.settings.number("zoom") == 100


def test_bug_of_ours_shows_an_id_and_no_content(sample: Front) -> None:
    """A question that breaks: the window goes on, and nothing of the message is on screen."""

    def breaks(_workspace: object) -> None:
        raise ZeroDivisionError("Joan was here")

    assert sample.house.opened is not None
    sample.house.opened.jobs.ask(sample.window, breaks, lambda answer: None)
    sample.until(lambda: sample.window.findChildren(CrashNotice))
    settle()
    words = " ".join(label.text() for label in sample.window.findChildren(QLabel) if label.isVisible())
    assert "ZeroDivisionError" in words and "Joan was here" not in words
    assert len(sample.ask(lambda w: w.groups.all())) == 3


def test_sample_is_fit_at_every_zoom(sample: Front, theme: Theme, qapp: QApplication) -> None:
    """The mark over a sample wraps with the rest."""
    assert audit_zooms(sample.house.window.strips[0], theme, qapp) == []


def test_colours_follow_the_choice(qapp: QApplication, front: Front) -> None:
    """The person's own choice wins; without one, what the laptop prefers."""
    assert tokens_for("dark", qapp).name == "dark"
    assert tokens_for("contrast", qapp).name == "contrast"
    assert tokens_for("system", qapp).name in ("light", "dark", "contrast")
    front.page(WelcomePage).sample_button.click()
    front.inside()
    assert front.house.opened is not None
    front.house.opened.desk().use("theme", "dark")
    assert front.house.parts.theme.tokens.name == "dark"
    assert isinstance(front.settings, DeviceSettings) and front.settings.text("theme") == "dark"
