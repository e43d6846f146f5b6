"""How a piece stands on the paper: chosen in plain words, said what to choose at the printer, and told to it."""

from __future__ import annotations

from facilitator.model.paper import Layout, Turn
from tests.ui.prints import Open, a_room
from ui.printing import PrintJob
from ui.printing.how import How
from ui.printing.lp import LpPrinter
from ui.screens.print import PrintScreen
from ui.screens.print.building import Key


def come(hall: Open, show: object) -> tuple[object, PrintScreen]:
    """Go to the Print screen."""
    room = a_room(hall())
    screen = room.hall.show(PrintScreen, show)
    assert isinstance(screen, PrintScreen)
    return room, screen


def test_a_leaflet_becomes_a_little_book_and_back(hall: Open) -> None:
    """Its pages lie across the paper, and the printer is told to turn it on the short edge."""
    room, screen = come(hall, ("sheet", "welcome-leaflet"))
    page = screen.page
    assert page.chosen_about.words == ""
    page.choices_button.click()
    field = page.choosing.extras.layouts
    assert field is not None
    field.menu.choose(Layout.BOOK)
    field.menu.chosen.emit(Layout.BOOK)
    room.hall.rest()  # type: ignore[attr-defined]
    told = page.choosing.printer.words
    assert "both sides, flip on short edge" in told and "staple the fold" in told
    assert page.chosen_about.words == "A little book to fold"
    proof = screen.proofing.proof
    assert proof is not None
    wide, high = proof.printed.pages[0].size
    assert wide > high and len(proof.printed.pages) == 2
    page.print_button.click()
    room.hall.rest()  # type: ignore[attr-defined]
    [job] = room.printer.jobs  # type: ignore[attr-defined]
    assert (job.turn, job.both_sides, job.large) == (Turn.SHORT, True, False)
    page.undo_button.click()
    room.hall.rest()  # type: ignore[attr-defined]
    proof = screen.proofing.proof
    assert proof is not None and proof.pack.turn is Turn.LONG and page.choosing.printer.words == ""


def test_a_pack_keeps_to_one_edge_and_one_paper(hall: Open) -> None:
    """A book among other sheets is turned as they are, and nothing in it needs larger paper."""
    room, screen = come(hall, None)
    key: Key = screen.deciding.building.add_item("welcome-leaflet", "", 1)
    screen.deciding.building.choose_option(key, "layout", tuple(Layout).index(Layout.BOOK))
    screen.deciding.changed.emit()
    room.hall.rest()  # type: ignore[attr-defined]
    proof = screen.proofing.proof
    assert proof is not None and proof.pack.turn is Turn.LONG
    assert {fact.size[0] > fact.size[1] for fact in proof.printed.pages} == {True, False}
    screen.page.pieces.show_chosen(key)
    screen.page.choices_button.click()
    room.hall.rest()  # type: ignore[attr-defined]
    assert "flip on long edge" in screen.page.choosing.printer.words
    screen.page.choosing.done_button.click()
    screen.page.how_button.click()
    screen.page.how.turns.menu.chosen.emit(Turn.SHORT)
    screen.page.how.turns.choose(Turn.SHORT)
    screen.page.how._change()
    room.hall.rest()  # type: ignore[attr-defined]
    proof = screen.proofing.proof
    assert proof is not None and proof.pack.turn is Turn.SHORT


def test_the_printers_edge_is_remembered(hall: Open) -> None:
    """Something strange in the file is let go."""
    desk = hall().desk
    How(turn=Turn.SHORT).remember(desk.settings)
    assert How.remembered(desk.settings).turn is Turn.SHORT
    desk.settings.remember("printing", {"turn": "sideways"})
    assert How.remembered(desk.settings).turn is None


def test_lp_is_told_edge_and_paper(monkeypatch: object) -> None:
    """As CUPS names them."""
    import subprocess
    from types import SimpleNamespace

    asked: list[list[str]] = []

    def run(command: list[str], **_more: object) -> object:
        asked.append(command)
        return SimpleNamespace(returncode=0, stdout=b"", stderr=b"")

    monkeypatch.setattr(subprocess, "run", run)  # type: ignore[attr-defined]
    monkeypatch.setattr(LpPrinter, "_require", lambda self, printer: None)  # type: ignore[attr-defined]
    LpPrinter().send(PrintJob(pdf=b"%PDF", turn=Turn.SHORT))
    LpPrinter().send(PrintJob(pdf=b"%PDF", large=True, both_sides=False))
    assert "sides=two-sided-short-edge" in asked[0] and "media=A4" in asked[0]
    assert "sides=one-sided" in asked[1] and "media=A3" in asked[1]
    assert "print-scaling=none" in asked[0] and "print-scaling=fit" in asked[1]
