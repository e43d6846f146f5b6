"""Papers that are out: those past their day first, ticked as shredded with Undo, reached from everywhere."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.model.change import Change
from facilitator.model.paper import PersonalData
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms
from tests.ui.evenings import THURSDAY
from tests.ui.prints import Open, Room, a_room, seen
from ui.go import Go
from ui.screens.print import PrintScreen
from ui.screens.print.papers import AT_ONCE, PapersPage
from ui.screens.tonight import Tonight
from ui.theme import Theme
from ui.widgets import Notice

TODAY = THURSDAY.date()


def printed(workspace: Workspace, document: str, ago: int, copies: int = 1, due_in: int = 7) -> None:
    """A sheet that was printed some days ago."""
    group = workspace.groups.named("Lantern circle").id
    workspace.papers.record(document, copies, PersonalData.ONCE_FILLED, group,
                            TODAY - timedelta(days=ago) + timedelta(days=due_in))


def three(workspace: Workspace) -> Change:
    """Two that are past their day, one that is not."""
    printed(workspace, "run-sheet", 2)
    printed(workspace, "sign-in", 20, 2)
    printed(workspace, "a-sheet-of-an-older-version", 12)
    return Change(frozenset({"papers"}))


def come(hall: Open, show: object = "out") -> tuple[Room, PrintScreen]:
    """Go to the papers, with three of them out."""
    room = a_room(hall())
    room.hall.ask(three)
    screen = room.hall.show(PrintScreen, show)
    assert isinstance(screen, PrintScreen)
    return room, screen


def papers(screen: PrintScreen) -> PapersPage:
    """The page of papers."""
    [page] = [page for page in screen.findChildren(PapersPage) if page.isVisible()]
    return page


def said(page: PapersPage) -> list[str]:
    """What the rows say, in their order."""
    return [row.words for row in page.rows.values()]


def test_those_past_their_day_stand_first(hall: Open) -> None:
    """What it is, how many copies, whose, since when, and by when."""
    _room, screen = come(hall)
    page = papers(screen)
    assert said(page) == [
        "Sign-in sheet, 2 copies, Lantern circle", "a-sheet-of-an-older-version, 1 copy, Lantern circle",
        "Run sheet, 1 copy, Lantern circle",
    ]  # fmt: skip
    hints = [row.accessibleDescription() for row in page.rows.values()]
    assert hints[0] == "Printed on 20 November 2025. It was to be shredded by 7 November."
    assert hints[2].endswith("To be shredded by 25 November.")
    assert "Past their day" in seen(page) and "Still to come back" in seen(page)
    assert not page.findChildren(Notice)  # calmly


def test_ticked_by_keyboard_and_taken_back(hall: Open) -> None:
    """Space ticks, the keyboard goes on to the next row, and Undo brings it back."""
    room, screen = come(hall)
    page = papers(screen)
    assert room.focus is next(iter(page.rows.values()))
    room.press(Qt.Key.Key_Space)
    room.hall.rest()
    assert len(page.rows) == 2 and room.hall.told.said[-1] == "Noted as shredded."
    assert room.focus is next(iter(page.rows.values()))
    room.hall.jobs.do(screen, lambda workspace: workspace.undo())
    room.hall.rest()
    assert len(page.rows) == 3


def test_all_that_are_late_in_one_press(hall: Open) -> None:
    """One step of Undo; what is not due stays."""
    room, screen = come(hall)
    page = papers(screen)
    assert page.all_button.words == "All 2 of these are shredded"
    page.all_button.click()
    room.hall.rest()
    assert said(page) == ["Run sheet, 1 copy, Lantern circle"]
    assert room.hall.told.said[-1] == "2 papers are noted as shredded."
    room.hall.jobs.do(screen, lambda workspace: workspace.undo())
    room.hall.rest()
    assert len(page.rows) == 3


def test_none_left_says_what_the_place_is_for(hall: Open) -> None:
    """And leads on to the pack, which is as it was."""
    room, screen = come(hall)
    page = papers(screen)
    page.all_button.click()
    room.hall.rest()
    room.press(Qt.Key.Key_Space)
    room.hall.rest()
    assert page.empty.isVisible() and "No papers are out" in seen(page)
    room.press(Qt.Key.Key_Return)
    room.hall.rest()
    assert screen.page.isVisible() and room.focus is screen.page.pieces.rows[0]


def test_many_are_shown_bit_by_bit(hall: Open) -> None:
    """Years of forgotten papers do not hold the page up."""
    room = a_room(hall())

    def many(workspace: Workspace) -> None:
        for number in range(AT_ONCE + 5):
            printed(workspace, "sign-in", 300 - number)

    room.hall.ask(many)
    screen = room.hall.show(PrintScreen, "out")
    assert isinstance(screen, PrintScreen)
    page = papers(screen)
    assert len(page.rows) == AT_ONCE and page.more_button.words == "Show all 45"
    page.more_button.click()
    assert len(page.rows) == 45


def test_the_pack_says_that_some_are_late(hall: Open) -> None:
    """Calmly, beside what the pack holds; the way back leads to it again."""
    room, screen = come(hall, None)
    button = screen.page.out_button
    assert button.isVisible() and button.words == "3 papers are past their day"
    assert "Papers that are out: 4" in [words for _value, words in screen.page.more._choices]
    room.tab_to(button)
    room.press(Qt.Key.Key_Return)
    room.hall.rest()
    page = papers(screen)
    assert room.focus is next(iter(page.rows.values()))
    page.back_button.click()
    room.hall.rest()
    assert screen.page.isVisible() and screen.page.pieces.isVisible()


def test_tonight_leads_to_all_of_them(hall: Open) -> None:
    """From what is left of last time."""
    room, _screen = come(hall)
    tonight = room.hall.show(Tonight)
    assert isinstance(tonight, Tonight)
    [button] = [one for one in tonight.findChildren(type(papers(_screen).back_button))
                if one.words == "All papers that are out"]
    button.click()
    assert room.hall.told.went[-1] == Go("print", "out")


def test_papers_page_is_fit(hall: Open, theme: Theme, qapp: QApplication, tmp_path: Path) -> None:
    """With papers and without."""
    room, screen = come(hall)
    found = audit_zooms(screen, theme, qapp, zooms=(1.0, 2.0))
    for row in list(papers(screen).rows):
        room.hall.jobs.do(screen, lambda workspace, row=row: workspace.papers.shredded(row))  # type: ignore[misc]
    room.hall.rest()
    found += audit_zooms(screen, theme, qapp, zooms=(1.0, 2.0))
    assert found == []
