"""Printing for real: through the system's own tools to a print system of our own, which keeps what it was given."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import page
import pypdfium2
import pytest

from facilitator.errors import NoPrinter
from facilitator.messages import explain
from facilitator.model.paper import Paper
from tests.core.paper_reader import opened, squeezed
from tests.ui.cups import FILTER, MISSING, Cups, Taken, private_cups
from tests.ui.prints import Open, Room, a_room, seen
from ui.printing import JOB_TITLE, PrintJob, system_printer
from ui.screens.print import PrintScreen
from ui.widgets import Notice

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(bool(MISSING), reason=f"needs CUPS: {', '.join(MISSING)} not found"),
]


@pytest.fixture(scope="module")
def running() -> Iterator[Cups]:
    """One print system for all."""
    with private_cups() as cups:
        for name in ("Stopped", "Closed", "Denied"):
            cups.add(name)
        cups.run("cupsdisable", "Stopped")
        cups.run("cupsreject", "Closed")
        cups.run("lpadmin", "-p", "Denied", "-o", "printer-op-policy=denied")
        if FILTER.exists():
            cups.add("Filtered", "application/vnd.cups-pdf")
        yield cups


@pytest.fixture
def cups(running: Cups, monkeypatch: pytest.MonkeyPatch) -> Cups:
    """It is where the system's tools look for printers."""
    monkeypatch.setenv("CUPS_SERVER", running.server)
    return running


def come(hall: Open) -> tuple[Room, PrintScreen]:
    """The Print screen before a real printer."""
    room = a_room(hall())
    room.hall.desk = replace(room.hall.desk, printer=system_printer())
    screen = room.hall.show(PrintScreen)
    assert isinstance(screen, PrintScreen)
    return room, screen


def next_job(room: Room, cups: Cups, printer: str, before: int) -> Taken:
    """The job that comes after so many."""
    room.hall.qtbot.waitUntil(lambda: len(cups.taken(printer)) > before, timeout=60_000)
    return cups.taken(printer)[before]


def test_printer_gets_our_very_pages_and_how_to_print_them(hall: Open, cups: Cups) -> None:
    """From the button to the printer: not a byte is changed, the title says nothing, every choice arrives."""
    room, screen = come(hall)
    panel = screen.page.how
    screen.page.how_button.click()
    room.hall.rest()
    assert [tray.name for tray in system_printer().trays("Hall")] == ["Tray 1", "Manual feed"]
    assert panel.trays.isVisible()
    panel.trays.menu._take("ManualFeed")
    panel.done_button.click()
    room.hall.rest()
    before = len(cups.taken("Hall"))
    screen.page.print_button.click()
    room.hall.rest()
    got = next_job(room, cups, "Hall", before)
    proof = screen.proofing.proof
    assert proof is not None and got.pdf == proof.pdf
    assert (got.title, got.copies) == (JOB_TITLE, 1)
    assert got.options["media"] == "A4" and got.options["PageSize"] == "A4"
    assert got.options["sides"] == "two-sided-long-edge" and got.options["Duplex"] == "DuplexNoTumble"
    assert got.options["print-color-mode"] == "monochrome" and got.options["ColorModel"] == "Gray"
    assert got.options["InputSlot"] == "ManualFeed" and "page-ranges" not in got.options
    assert page.validate_pdf_bytes(got.pdf, profile="ua1").is_compliant
    with opened(got.pdf) as file:
        assert len(file.pages) == len(proof.printed.pages)
    told = " ".join((got.title, *got.options, *got.options.values()))
    assert "Lantern" not in told and "circle" not in told.lower()

    screen.page.more._take("page")
    room.hall.rest()
    got = next_job(room, cups, "Hall", before + 1)
    assert got.options["page-ranges"] == str(screen.page.proof.page + 1)
    assert got.options["sides"] == "one-sided"
    room.hall.qtbot.waitUntil(lambda: cups.waiting() == [], timeout=60_000)


def test_copies_paper_and_colour_arrive(hall: Open, cups: Cups) -> None:
    """What the window asks for less often."""
    room, screen = come(hall)
    proof = screen.proofing.proof
    assert proof is not None
    before = len(cups.taken("Hall"))
    system_printer().send(PrintJob(pdf=proof.pdf, paper=Paper.LETTER, both_sides=False, copies=3, printer="Hall"))
    got = next_job(room, cups, "Hall", before)
    assert (got.copies, got.pdf) == (3, proof.pdf)
    assert got.options["PageSize"] == "Letter" and got.options["sides"] == "one-sided"
    assert got.options["print-color-mode"] == "color" and "InputSlot" not in got.options


@pytest.mark.skipif(not FILTER.exists(), reason="needs the filters of CUPS")
def test_filters_before_a_printer_keep_pages_and_words(hall: Open, cups: Cups) -> None:
    """What a real printer's chain does with it: the pages that were asked for come out, as words and not as a picture.
    """
    room, screen = come(hall)
    proof = screen.proofing.proof
    assert proof is not None
    before = len(cups.taken("Filtered"))
    printer = system_printer()
    printer.send(PrintJob(pdf=proof.pdf, both_sides=False, printer="Filtered"))
    whole = next_job(room, cups, "Filtered", before)
    printer.send(PrintJob(pdf=proof.pdf, both_sides=False, printer="Filtered", only=2))
    one = next_job(room, cups, "Filtered", before + 1)
    ours = words(proof.pdf)
    assert words(whole.pdf) == ours and words(one.pdf) == [ours[1]]
    assert any(ours)
    with opened(whole.pdf) as file, opened(proof.pdf) as made:
        assert [[round(float(side)) for side in leaf.MediaBox] for leaf in file.pages] == [
            [round(float(side)) for side in leaf.MediaBox] for leaf in made.pages]


def words(pdf: bytes) -> list[str]:
    """What can be read on each page, as it is drawn."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [squeezed(leaf.get_textpage().get_text_range()) for leaf in document]


@pytest.mark.parametrize(("name", "reason", "said"), [
    ("Attic", "away", "The printer “Attic” was not found. Nothing is lost."),
    ("Stopped", "stopped", "The printer “Stopped” is stopped, so no page went to it. Nothing is lost."),
    ("Closed", "closed", "The printer “Closed” takes no pages just now. Nothing is lost."),
    ("Denied", "refused", "No printer took the pages. Nothing is lost."),
])
def test_printers_that_take_nothing_are_told_apart(hall: Open, cups: Cups, name: str, reason: str, said: str) -> None:
    """In the window, in one sentence, with the way out beside it; and no page lies in a queue."""
    room, screen = come(hall)
    screen._print_how(replace(screen._how, printer=name))
    room.hall.rest()
    screen.page.print_button.click()
    room.hall.rest()
    notice = screen.page.notice
    assert isinstance(notice, Notice) and said in seen(notice)
    with pytest.raises(NoPrinter) as caught:
        system_printer().send(PrintJob(pdf=b"%PDF-1.7", printer=name))
    assert caught.value.reason == reason
    assert cups.waiting() == [] and not screen.page.next_button.isVisible()


def test_computer_without_printers_or_tools_says_so(cups: Cups, monkeypatch: pytest.MonkeyPatch,
                                                    tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nobody listens; then there are no tools at all. Pages are never printed another way, which would leave a file."""
    def said() -> str:
        with pytest.raises(NoPrinter) as caught:
            system_printer().send(PrintJob(pdf=b"%PDF-1.7"))
        return explain(caught.value).said

    monkeypatch.setenv("CUPS_SERVER", "localhost:9")
    assert system_printer().names() == () and said() == "This computer knows no printer. Nothing is lost."
    monkeypatch.setenv("PATH", str(tmp_path_factory.mktemp("nothing")))
    assert said() == "This computer has nothing to print with yet. Nothing is lost."
    assert system_printer().trays("") == ()
