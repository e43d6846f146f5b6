"""The open vault in its window: search, undo, zoom, what goes wrong, and what the opening has to say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from facilitator.model.group import GroupDraft
from tests.ui.audit import audit_zooms, settle
from tests.ui.front import Front
from ui.appearance import tokens_for
from ui.crashnotice import CrashNotice
from ui.go import Go
from ui.screens.plans.editor import Editor
from ui.screens.plans.segment_row import SegmentRow
from ui.theme import Theme
from ui.widgets import SearchPanel
from ui.widgets.cover import PlaceTab
from ui.widgets.frame import Sidebar

CTRL = Qt.KeyboardModifier.ControlModifier


def test_search_by_keyboard_leads_to_the_person(sample: Front) -> None:
    """Ctrl+K, a few letters, Enter: the place of what was found is shown."""
    sample.qtbot.keyClick(sample.window, Qt.Key.Key_K, CTRL)
    panel = sample.window.findChild(SearchPanel)
    assert panel.isVisible() and sample.focus() is panel.edit
    sample.type("Dilys")
    sample.until(lambda: panel.rows.items)
    assert [row.title for row in panel.rows.items] == ["People", "Dilys"]
    sample.press(Qt.Key.Key_Return)
    settle()
    assert not panel.isVisible()
    assert sample.house.opened is not None and sample.house.opened.shell is not None
    assert sample.house.opened.shell.here == "groups"


def test_every_command_shows_and_can_be_taken_back(opened: Front) -> None:
    """The notice bar says what happened; Undo there takes it back."""
    assert opened.house.opened is not None and opened.house.opened.shell is not None
    shell, jobs = opened.house.opened.shell, opened.house.opened.jobs
    jobs.do(shell, lambda w: w.groups.save(GroupDraft(name="Extra circle")))
    opened.until(lambda: "Extra circle" in shell.notice.words)
    shell.notice.undo_button.click()
    opened.until(lambda: opened.ask(lambda w: w.groups.all()) == ())


def test_place_that_is_gone_to_has_the_keyboard(sample: Front) -> None:
    """Enter on a place leads into its page, not past all of the cover once more."""
    assert sample.house.opened is not None and sample.house.opened.shell is not None
    shell = sample.house.opened.shell
    for tab in [tab for tab in shell.findChildren(PlaceTab) if tab.isVisible()]:
        tab.setFocus()
        sample.press(Qt.Key.Key_Return)
        sample.until(lambda: not isinstance(sample.focus(), PlaceTab))
        assert sample.focus().isVisible() and not isinstance(sample.focus().parent(), Sidebar), tab.accessibleName()


@pytest.mark.parametrize("on_minutes", [False, True])
def test_undo_by_keyboard_on_a_plan(sample: Front, on_minutes: bool) -> None:
    """Ctrl+Z takes the last act back wherever the keyboard is, also on the minutes just changed."""
    assert sample.house.opened is not None and sample.house.opened.shell is not None
    shell = sample.house.opened.shell
    session = sample.ask(lambda w: w.evenings.tonight()).session
    shell.go(Go("plans", session))
    sample.until(lambda: sample.window.findChildren(SegmentRow))
    page = sample.window.findChild(Editor)
    before = sample.ask(lambda w: w.agendas.of(session))
    minutes = page.rows.rows[3].minutes
    sample.tab_to(minutes)
    sample.press(Qt.Key.Key_Up)
    sample.until(lambda: sample.ask(lambda w: w.agendas.of(session)) != before)
    sample.until(lambda: shell.notice.words)
    if not on_minutes:
        page.rows.focus_row(3)
    sample.press(Qt.Key.Key_Z, CTRL)
    sample.until(lambda: sample.ask(lambda w: w.agendas.of(session)).segments == before.segments)


def test_zoom_is_remembered_at_the_gate_and_inside(opened: Front) -> None:
    """Ctrl and plus in both, kept in the small file."""
    opened.qtbot.keyClick(opened.window, Qt.Key.Key_Plus, CTRL)
    assert opened.settings.number("zoom") == 110
    opened.house.lock()
    opened.locked()
    opened.qtbot.keyClick(opened.window, Qt.Key.Key_Plus, CTRL)
    assert opened.house.parts.theme.zoom == 1.2
    opened.qtbot.keyClick(opened.window, Qt.Key.Key_0, CTRL)
    assert opened.settings.number("zoom") == 100


def test_bug_of_ours_shows_an_id_and_no_content(opened: Front) -> None:
    """A question that breaks: the window goes on, and nothing of the message is on screen."""

    def breaks(_workspace: object) -> None:
        raise ZeroDivisionError("Joan was here")

    assert opened.house.opened is not None
    opened.house.opened.jobs.ask(opened.window, breaks, lambda answer: None)
    opened.until(lambda: opened.window.findChildren(CrashNotice))
    settle()
    words = " ".join(label.text() for label in opened.window.findChildren(QLabel) if label.isVisible())
    assert "ZeroDivisionError" in words and "Joan was here" not in words
    assert opened.ask(lambda w: w.groups.all()) == ()


def test_sample_is_fit_at_every_zoom(sample: Front, theme: Theme, qapp: QApplication) -> None:
    """The mark over a sample wraps with the rest."""
    assert audit_zooms(sample.house.window.strips[0], theme, qapp) == []


def test_colours_follow_the_choice(qapp: QApplication, opened: Front) -> None:
    """The person's own choice wins; without one, what the laptop prefers."""
    assert tokens_for("dark", qapp).name == "dark"
    assert tokens_for("contrast", qapp).name == "contrast"
    assert tokens_for("system", qapp).name in ("light", "dark", "contrast")
    assert opened.house.opened is not None
    opened.house.opened.desk().use("theme", "dark")
    assert opened.house.parts.theme.tokens.name == "dark"
    assert opened.settings.text("theme") == "dark"
