"""Search everywhere in the window: everything under its heading, by keys alone, and every way leads somewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from facilitator.model.search import Hit
from tests.ui.audit import audit_zooms, settle
from tests.ui.front import Front
from ui.finding import Finding, way_to
from ui.go import Go
from ui.screens import SCREENS
from ui.widgets import SearchPanel

CTRL = Qt.KeyboardModifier.ControlModifier


def typed(front: Front, words: str) -> tuple[SearchPanel, list[tuple[str, str]]]:
    """The panel with words typed, and its rows as (heading, title)."""
    front.qtbot.keyClick(front.window, Qt.Key.Key_K, CTRL)
    panel = front.window.findChild(SearchPanel)
    front.type(words)
    finding = front.window.findChild(Finding)
    front.until(lambda: finding.ready)  # what ships is read meanwhile
    front.ask(lambda w: w.library)  # asked after the last letter, so answered after it
    front.until(lambda: panel.rows.items)
    settle()
    rows, heading = [], ""
    for row in panel.rows.items:
        heading = row.title if row.heading else heading
        rows += [] if row.heading else [(heading, row.title)]
    return panel, rows


@pytest.mark.parametrize(("words", "first", "place"), [
    ("maureen oka", ("People", "Maureen Okafor"), "groups"),
    ("maueren", ("People", "Maureen Okafor"), "groups"),
    ("st anne", ("Venues", "St Anne’s Hall, back room"), "groups"),
    ("sign-in", ("Sheets to print", "Sign-in sheet"), "print"),
    ("restore", ("Things to do", "Bring a backup back"), "safekeeping"),
    ("make a gr", ("Things to do", "Make a group"), "groups"),
    ("colours", ("Things to do", "Colours"), "settings"),
    ("plans", ("Places", "Plans"), "plans"),
])
def test_everything_is_found_and_leads_to_its_place(
    sample: Front, words: str, first: tuple[str, str], place: str
) -> None:
    panel, rows = typed(sample, words)
    assert rows[0] == first
    sample.press(Qt.Key.Key_Return)
    settle()
    assert sample.house.opened is not None and sample.house.opened.shell is not None
    assert not panel.isVisible() and sample.house.opened.shell.here == place


def test_an_evening_nobody_has_touched_opens_on_tonight(sample: Front) -> None:
    """It follows from the rule alone; its day leads to it."""
    sessions = sample.ask(lambda w: w.sessions.planned(
        w.groups.named("Harbour circle").id, w.clock.today(), w.clock.today().replace(year=w.clock.today().year + 1)))
    far = next(session for session in sessions[4:] if not session.kept)
    panel, rows = typed(sample, f"{far.held_on:%d/%m/%Y} harbour")
    assert [heading for heading, _title in rows] == ["Evenings"]
    hit = panel.rows.key
    assert isinstance(hit, Hit) and hit.show == far
    sample.press(Qt.Key.Key_Return)
    sample.until(lambda: f"{far.held_on:%-d %B}" in " ".join(
        label.text() for label in sample.window.findChildren(QLabel) if label.isVisible()))


def test_search_keeps_its_shape_at_every_zoom(sample: Front, qapp: QApplication) -> None:
    """Headings, rows and field are all there at 100 and 200 %."""
    typed(sample, "circle")
    assert audit_zooms(sample.window, sample.house.parts.theme, qapp) == []


def test_every_way_leads_to_a_place_there_is() -> None:
    places = {screen.place for screen in SCREENS}
    ways = [way for screen in SCREENS for way in screen.ways()]
    assert ways and all(way.title and way.go.place in places for way in ways)
    assert len({way.title for way in ways}) == len(ways)
    assert way_to(Hit("session", b"1" * 16, "A day", show=None)) == Go("tonight", b"1" * 16)
