"""Search everywhere in the window: everything under its heading, by keys alone, and every way leads somewhere."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from facilitator.model.group import Application, Group, RecordLevel
from facilitator.model.search import Hit
from facilitator.model.session import SessionStatus
from tests.ui.audit import audit_zooms, settle
from tests.ui.front import Front
from ui.finding import Finding, way_to
from ui.finding_ways import Ways
from ui.go import Go
from ui.screens import SCREENS
from ui.screens.tonight.notes.asking import to_write
from ui.widgets import SearchPanel

CTRL = Qt.KeyboardModifier.ControlModifier
DAY = date(2025, 1, 1)


def grieving(name: str, n: int, level: RecordLevel = RecordLevel.FIRST_NAME) -> Group:
    """A group, as it is kept."""
    return Group(name=name, application=Application.GRIEF, record_level=level, id=bytes([n]) * 16, created_on=DAY)


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
    ("ruht", ("People", "Ruth"), "groups"),
    ("maueren", ("People", "Maureen Okafor"), "groups"),
    ("st anne", ("Venues", "St Anne’s Hall, back room"), "groups"),
    ("sign-in", ("Sheets to print", "Sign-in sheet"), "print"),
    ("restore", ("Things to do", "Bring a backup back"), "safekeeping"),
    ("make a gr", ("Things to do", "Make a group"), "groups"),
    ("colours", ("Things to do", "Colours"), "settings"),
    ("plans", ("Places", "Plans"), "plans"),
    ("write note", ("Things to do", "Write a note"), "tonight"),
    ("wriet note", ("Things to do", "Write a note"), "tonight"),
    ("add person", ("Things to do", "Add a person"), "groups"),
    ("new group", ("Things to do", "Make a group"), "groups"),
    ("change words", ("Things to do", "Change my words"), "safekeeping"),
    ("save a copy", ("Things to do", "Back up now"), "safekeeping"),
    ("pack tonight", ("Things to do", "Print tonight’s pack"), "print"),
    ("favourites", ("Things to do", "Favourites"), "library"),
    ("samaritans", ("Library", "Samaritans"), "library"),
    ("what do i say if somebody cries", ("Library", "Someone cries"), "library"),
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


@pytest.mark.parametrize(("words", "title"), [
    ("attendance", "Who came"), ("register", "Who came"), ("agreement", "Change the agreement"),
    ("rules", "Change the agreement"), ("backup", "Back up now"), ("big letters", "Size of everything"),
    ("dark", "Colours"), ("print", "Print tonight’s pack"), ("spreadsheet", "Bring in a list of people"),
    ("holiday", "When we meet"), ("accident", "Write down what went wrong"), ("head count", "Count who is here"),
    ("forgot password", "Make the recovery sheet"), ("phone number", "Numbers to call"),
    ("add perosn", "Add a person"), ("last month", "All evenings"), ("usb stick", "Back up now"),
])
def test_what_there_is_to_do_is_found_by_the_words_people_say(words: str, title: str) -> None:
    assert title in [hit.title for hit in Ways(SCREENS, (), [grieving("Lantern circle", 1)]).find(words, 8)]


def test_what_is_done_for_a_group_is_there_for_each_but_never_in_its_names_place() -> None:
    """Twenty groups do not bury the rest; a group named is the one meant; without names nobody can be added."""
    many = [grieving(f"Circle {letter}", n) for n, letter in enumerate("abcdefgh", 1)]
    ways = Ways(SCREENS, (), [*many, grieving("Harbour", 9, RecordLevel.TALLY)])
    added = [hit for hit in ways.find("add person", 8) if hit.title == "Add a person"]
    assert [hit.detail for hit in added] == ["Circle a", "Circle b", "Circle c"]
    assert way_to(added[0]) == Go("groups", (many[0].id, "people", "new"))
    assert [hit.detail for hit in ways.find("add person circle g", 8)] == ["Circle g"]
    assert ways.find("harbour", 8) == [] and ways.find("add person harbour", 8) == []
    assert [hit.title for hit in ways.find("harbour who came", 8)] == ["Who came"]


def test_what_the_window_itself_does_is_done_at_once(sample: Front) -> None:
    _panel, rows = typed(sample, "ambulance")
    assert ("Things to do", "Emergency card") in rows
    _panel, rows = typed(sample, "lock")
    assert rows[0] == ("Things to do", "Lock")
    sample.press(Qt.Key.Key_Return)
    sample.locked()


def test_every_way_leads_to_a_page_that_has_the_keyboard(sample: Front) -> None:
    """Enter, and one can go on typing or pressing: nobody has to look for where the keyboard is."""
    sample.inside()
    assert sample.house.opened is not None and sample.house.opened.shell is not None
    shell = sample.house.opened.shell
    lantern = sample.ask(lambda w: w.groups.named("Lantern circle"))
    ways = [way for screen in SCREENS for way in (*screen.ways(), *screen.group_ways(lantern))]
    for way in (one for one in ways if one.go.place != "settings"):
        shell.go(Go("settings"))
        shell.go(way.go)
        screen = sample.window.findChild({one.place: one for one in SCREENS}[way.go.place])
        sample.ask(lambda w: w.clock)

        def there(screen: QWidget = screen) -> bool:
            here = QApplication.focusWidget()
            return here is not None and screen.isAncestorOf(here) and here.isVisible()

        sample.qtbot.waitUntil(there, timeout=10_000)


def test_a_note_is_begun_about_the_last_evening_where_the_next_is_to_come(sample: Front) -> None:
    """Before the circle, “write a note” means the evening that was; once it has begun, the one that is."""
    sample.inside()
    tonight = sample.ask(lambda w: w.evenings.tonight()).session
    assert tonight.starts > sample.clock.now()
    before = sample.ask(lambda w: to_write(w, None)).session
    assert before.id != tonight.id and before.starts < sample.clock.now() and before.status is SessionStatus.HELD
    sample.clock.at = tonight.starts
    assert sample.ask(lambda w: to_write(w, None)).session.id == tonight.id
