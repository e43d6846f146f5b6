"""Print: the pack beside its pages, kept up to date, and handed over exactly as it is shown."""

from __future__ import annotations

import io
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from facilitator.documents import shrink
from facilitator.model.change import Change
from facilitator.model.paper import Paper, PersonalData, Style
from facilitator.model.session import Session
from facilitator.packs import offered
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms, settle
from tests.ui.prints import Open, Room, a_room, nothing_written, seen
from ui.go import Go
from ui.preview import Wanted, draw
from ui.screens.print import PrintScreen, asking
from ui.screens.print.building import Key
from ui.screens.print.pieces import PieceRow
from ui.theme import Theme
from ui.widgets import Button, Notice
from ui.widgets.tabbing import stops

WORDS = "copper meadow lamp quietly saddle"


def come(hall: Open, show: object = None, **more: object) -> tuple[Room, PrintScreen]:
    """Go to the Print screen."""
    room = a_room(hall(**more))
    screen = room.hall.show(PrintScreen, show)
    assert isinstance(screen, PrintScreen)
    return room, screen


def key(document: str, style: Style = Style.STANDARD, discreet: bool = False, item: str = "") -> Key:
    """A piece's variant."""
    return document, style, discreet, item


def row(screen: PrintScreen, document: str, style: Style = Style.STANDARD, discreet: bool = False,
        item: str = "") -> PieceRow:
    """The row of a piece."""
    found = screen.page.pieces.row(key(document, style, discreet, item))
    assert found is not None
    return found


def chosen(screen: PrintScreen) -> list[tuple[str, int]]:
    """Documents and copies that are in, in the order of the registry."""
    return [(piece.document, piece.copies) for piece in screen.deciding.build.pieces if piece.copies]


def tonight(workspace: Workspace) -> Session:
    """The evening that matters now."""
    evening = workspace.evenings.tonight()
    assert evening is not None
    return evening.session


def unplanned(workspace: Workspace) -> Session:
    """A coming evening that has no plan."""
    return next(one.session for one in workspace.evenings.ahead() if one.plan is None)


@contextmanager
def small_disk(most: int = 2_000) -> Iterator[None]:
    """Files cannot grow beyond a few bytes, as on a full stick."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


# ---------------------------------------------------------------- what is shown
def test_pack_says_what_it_is_and_takes(hall: Open) -> None:
    """Pieces, copies, personal ones in words, sheets and cost."""
    _room, screen = come(hall)
    page = screen.page
    assert page.header.title.words == "Tonight’s pack"
    assert page.evenings.words == "Lantern circle, Thursday 20 November"
    assert page.takes.words == "24 sheets, 26 sides, about 78p"
    assert chosen(screen) == [
        ("cover-slip", 1), ("run-sheet", 2), ("agreement-poster", 1), ("sign-in", 1), ("coping-handout", 9),
        ("helplines", 9), ("emergency-card", 1),
    ]  # fmt: skip
    said = seen(page.pieces)
    assert "Names go on it. 1 sheet, 3p" in said and "Names on it. 2 sheets, 12p" in said and "Not in" in said
    assert "For the team" in said and "To give out" in said and "On the table" in said and "On the wall" in said
    assert page.holds.words == "2 pieces hold names, or will. Bring them back, and shred them by 27 November."
    assert page.print_button.accessibleDescription() == page.holds.words
    assert page.for_people.words == "Copies are for 9 people, as came lately."
    assert "recovery" not in said.lower()


def test_copies_change_sheets_cost_and_the_cover_slip(hall: Open) -> None:
    """Live, and however fast one presses, the latest wins."""
    room, screen = come(hall)
    stepper = row(screen, "coping-handout").copies
    for _press in range(3):
        stepper.stepBy(1)
    room.hall.rest()
    assert screen.page.takes.words == "27 sheets, 29 sides, about 87p"
    assert screen.page.proof.key == key("coping-handout")
    proof = screen.proofing.proof
    assert proof is not None
    slip = proof.printed.pages[proof.places[key("cover-slip")][0]].text
    assert "Feet and chair\t12\t12" in slip
    row(screen, "coping-handout").tick.click()
    room.hall.rest()
    assert screen.page.takes.words == "15 sheets, 17 sides, about 51p"
    assert key("coping-handout") not in screen.page.proof.strip.keys
    row(screen, "coping-handout").tick.click()
    room.hall.rest()
    assert screen.page.takes.words == "27 sheets, 29 sides, about 87p"


def test_nothing_ticked_says_so(hall: Open) -> None:
    """A cover slip alone is no pack: printing waits, with the reason."""
    room, screen = come(hall)
    for one in screen.page.pieces.piece_rows:
        if one.tick.isChecked() and one.look.key != key("cover-slip"):
            one.tick.click()
    room.hall.rest()
    button = screen.page.print_button
    assert (button.isEnabled(), button.accessibleDescription()) == (False, "Tick a piece first.")
    assert screen.page.takes.words == ""
    row(screen, "helplines").tick.click()
    room.hall.rest()
    assert button.isEnabled()


def test_pages_by_keyboard(hall: Open) -> None:
    """Down to the run sheet shows it, Ctrl and Page Down turns; the words follow."""
    room, screen = come(hall)
    assert room.focus is screen.page.pieces.rows[0]
    room.press(Qt.Key.Key_Down)
    proof = screen.page.proof
    assert (proof.key, proof.where.words) == (key("run-sheet"), "Page 1 of 2")
    assert "Run tonight’s circle" in proof.reading.text.said
    room.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert proof.where.words == "Page 2 of 2"
    assert "Talk together" in proof.reading.text.said and "Run tonight’s circle" not in proof.reading.text.said
    room.tab_to(proof.picture)
    room.press(Qt.Key.Key_PageUp)
    assert proof.where.words == "Page 1 of 2"
    assert proof.picture.accessibleName() == "Run sheet. Page 1 of 2"
    assert [stop for stop in stops(screen) if stop in proof.strip.buttons] == [proof.strip.buttons[1]]
    proof.strip.buttons[1].setFocus()
    room.press(Qt.Key.Key_Right)
    assert proof.key == key("agreement-poster") and row(screen, "agreement-poster").chosen


def test_words_go_to_the_clipboard_that_is_cleared(hall: Open) -> None:
    """Copying from the words goes by the desk, never by Qt."""
    QApplication.clipboard().clear()
    room, screen = come(hall)
    text = screen.page.proof.reading.text
    text.setFocus()
    room.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    room.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(room.copied) == 1 and room.copied[0].startswith("Cover slip\nFor facilitators · Lantern circle")
    assert QApplication.clipboard().text() == ""


# ---------------------------------------------------------------- to the printer
def test_printer_gets_what_is_shown(hall: Open) -> None:
    """The very bytes; the papers are noted, the copies remembered, and the next step moves on."""
    room, screen = come(hall)
    row(screen, "coping-handout").copies.stepBy(-2)
    room.hall.rest()
    proof = screen.proofing.proof
    shown = screen.page.proof.picture.picture
    assert proof is not None and shown is not None
    screen.page.print_button.click()
    room.hall.rest()
    [job] = room.printer.jobs
    assert job.pdf == proof.pdf
    assert (job.paper, job.both_sides, job.grey, job.copies, job.printer) == (Paper.A4, True, True, 1, "")
    [again] = draw(job.pdf, (Wanted(screen.page.proof.page, shown.width(), True),))
    assert again == shown
    assert "The pack went to the printer. Sheets with a black bar come back to be shredded." in room.hall.told.said
    out = room.hall.ask(lambda workspace: workspace.papers.out())
    assert {paper.document for paper in out} == {"run-sheet", "sign-in", "emergency-card"}
    assert screen.page.next_button.isVisible() and screen.page.print_button.words == "Print again"
    screen.page.next_button.click()
    assert room.hall.told.went[-1] == Go("tonight", room.hall.ask(tonight))
    fresh = room.hall.show(PrintScreen)
    assert isinstance(fresh, PrintScreen)
    assert row(fresh, "coping-handout").copies.value() == 7


def test_print_pressed_at_once_waits_for_its_pages(hall: Open) -> None:
    """Who presses Print before the pages are made gets them once they are."""
    room, screen = come(hall)
    row(screen, "helplines").copies.stepBy(1)
    room.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    room.hall.rest()
    [job] = room.printer.jobs
    assert screen.proofing.proof is not None and job.pdf == screen.proofing.proof.pdf
    assert screen.page.takes.words == "25 sheets, 27 sides, about 81p"


def test_nothing_is_written_on_the_way(hall: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Previewing and printing leave no file behind, nor make one for a moment."""
    with nothing_written(monkeypatch, tmp_path):
        room, screen = come(hall)
        screen.page.proof.turn(1)
        screen.page.print_button.click()
        room.hall.rest()
    assert len(room.printer.jobs) == 1


def test_no_printer_offers_the_next_step(hall: Open) -> None:
    """Nothing is noted as printed; saving is offered, and printing works once the printer is on."""
    room, screen = come(hall)
    room.printer.off = True
    screen.page.print_button.click()
    room.hall.rest()
    notice = screen.page.notice
    assert isinstance(notice, Notice) and "No printer took the pages. Nothing is lost." in seen(screen.page)
    assert [button.words for button in notice.findChildren(Button)] == ["Save as PDF"]
    assert room.hall.ask(lambda workspace: workspace.papers.out()) == ()
    assert not screen.page.next_button.isVisible()
    room.printer.off = False
    screen.page.print_button.click()
    room.hall.rest()
    assert len(room.printer.jobs) == 1 and screen.page.notice is None


def test_how_to_print_is_remembered(hall: Open) -> None:
    """Sides, ink and printer on this laptop, the paper in the vault; each shows at once."""
    room, screen = come(hall)
    panel = screen.page.how
    assert screen.page.how_button.words == "A4, both sides, grey"
    screen.page.how_button.click()
    room.hall.rest()
    assert panel.isVisible() and not screen.page.pieces.isVisible()
    room.press(Qt.Key.Key_Right)
    room.hall.rest()
    proof = screen.proofing.proof
    assert proof is not None and proof.order.context.paper is Paper.LETTER
    panel.sides_bar._parts[1].click()
    panel.ink_bar._parts[1].click()
    panel.printers.menu._take("Office")
    room.hall.rest()
    assert screen.page.takes.words == "26 sheets, about 78p"
    assert panel.trays.isVisible()  # this one has two
    panel.trays.menu._take("ManualFeed")
    picture = screen.page.proof.picture.picture
    assert picture is not None and picture.format() != QImage.Format.Format_Grayscale8
    room.press(Qt.Key.Key_Escape)
    assert screen.page.pieces.isVisible() and room.focus is screen.page.how_button
    screen.page.print_button.click()
    room.hall.rest()
    job = room.printer.jobs[0]
    assert (job.paper, job.both_sides, job.grey, job.printer) == (Paper.LETTER, False, False, "Office")
    assert (job.tray, job.only) == ("ManualFeed", None)
    fresh = room.hall.show(PrintScreen)
    assert isinstance(fresh, PrintScreen) and fresh.page.how_button.words == "Letter, one side, colour"


def test_page_that_is_shown_is_printed_by_itself(hall: Open) -> None:
    """As when a sheet was spoiled: nothing of the evening is ticked, and that paper alone is noted as out."""
    room, screen = come(hall)
    before = room.hall.ask(lambda workspace: len(workspace.papers.out()))
    screen.page.pieces.chosen.emit(key("run-sheet"))
    room.hall.rest()
    screen.page.proof.turn(1)
    screen.page.more._take("page")
    room.hall.rest()
    [job] = room.printer.jobs
    proof = screen.proofing.proof
    assert proof is not None and job.only == proof.places[key("run-sheet")][1] + 1 and not job.both_sides
    assert room.hall.told.said[-1] == "One page of “Run sheet” went to the printer."
    assert room.hall.ask(lambda workspace: len(workspace.papers.out())) == before + 1
    assert not screen.page.next_button.isVisible()


# ---------------------------------------------------------------- into a file
def test_names_are_locked_by_default(hall: Open, tmp_path: Path) -> None:
    """A pack with names in it opens only with its words; the pages inside are those that were shown."""
    room, screen = come(hall)
    screen.page.save_button.click()
    room.hall.rest()
    locking = screen.page.locking
    assert locking.isVisible() and locking.tick.isChecked() and room.focus is locking.words.edit
    room.type("hallo")
    room.press(Qt.Key.Key_Return)
    assert "too short" in locking.words.wrong and room.dialogs.asked == []
    locking.words.set_text(WORDS)
    file = tmp_path / "pack.pdf"
    room.dialogs.answers.append(file)
    locking.save_button.click()
    room.hall.rest()
    proof = screen.proofing.proof
    assert proof is not None and file.read_bytes()[:5] == b"%PDF-"
    for wrong in ("", "copper meadow lamp quietly saddles"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(file, password=wrong)
    with pikepdf.open(file, password=WORDS) as locked:
        assert locked.is_encrypted and locked.encryption.R == 6 and locked.encryption.bits == 256
        assert len(locked.pages) == len(proof.printed.pages)
    assert room.hall.told.said[-1] == "Saved as “pack.pdf”. It opens with its words."
    assert screen.page.pieces.isVisible() and locking.words.text == ""


def test_five_words_are_offered_for_the_file(hall: Open, tmp_path: Path) -> None:
    """One press fills them in, to be seen and written down."""
    room, screen = come(hall)
    screen.page.save_button.click()
    room.hall.rest()
    locking = screen.page.locking
    locking.offer_button.click()
    words = locking.words.text
    assert len(words.split()) == 5
    room.dialogs.answers.append(tmp_path / "pack.pdf")
    locking.save_button.click()
    room.hall.rest()
    with pikepdf.open(tmp_path / "pack.pdf", password=words) as locked:
        assert len(locked.pages) > 20


def test_unlocked_is_a_choice_that_is_spoken_of(hall: Open, tmp_path: Path) -> None:
    """The tick can be taken away; then it says what that means."""
    room, screen = come(hall)
    screen.page.save_button.click()
    room.hall.rest()
    locking = screen.page.locking
    locking.tick.click()
    assert "Anybody who finds the file can read the names in it." in seen(locking)
    room.dialogs.answers.append(tmp_path / "pack.pdf")
    locking.save_button.click()
    room.hall.rest()
    assert screen.proofing.proof is not None
    assert (tmp_path / "pack.pdf").read_bytes() == shrink(screen.proofing.proof.pdf)


def test_words_for_a_file_do_not_stay(hall: Open) -> None:
    """Going to another place forgets them."""
    room, screen = come(hall)
    screen.page.save_button.click()
    room.hall.rest()
    screen.page.locking.words.set_text(WORDS)
    screen.leave()
    assert screen.page.locking.words.text == "" and screen.page.pieces.isVisible()


def test_full_place_is_refused_and_retried(hall: Open, tmp_path: Path) -> None:
    """What was there stays, nothing half done is left, and another try works."""
    room, screen = come(hall, ("sheet", "helplines"))
    file = tmp_path / "Helplines.pdf"
    file.write_bytes(b"what was there")
    room.dialogs.answers += [file, file]
    with small_disk():
        screen.page.save_button.click()
        room.hall.rest()
    assert "The disk is full. What was saved before is safe." in seen(screen.page)
    assert file.read_bytes() == b"what was there"
    assert [path.name for path in tmp_path.glob("Helplines*")] == ["Helplines.pdf"]
    notice = screen.page.notice
    assert isinstance(notice, Notice)
    notice.findChildren(Button)[0].click()
    room.hall.rest()
    assert screen.proofing.proof is not None and file.read_bytes() == shrink(screen.proofing.proof.pdf)
    assert screen.page.notice is None


# ---------------------------------------------------------------- one sheet, and evenings without a pack
def test_one_sheet_for_the_group_or_for_nobody(hall: Open) -> None:
    """A blank one says nothing of the group; one without personal data is saved plainly and noted nowhere."""
    room, screen = come(hall, ("sheet", "tally"))
    proof = screen.proofing.proof
    assert proof is not None and screen.page.header.title.words == "One sheet"
    assert "Lantern circle" in proof.printed.pages[0].text
    screen.page.single.filling.menu._take(None)
    room.hall.rest()
    blank = screen.proofing.proof
    assert blank is not None and "Lantern" not in "".join(page.text for page in blank.printed.pages)
    sheets = {item.key for item in screen.page.single.sheets.items if not item.heading}
    assert sheets == {one.id for one in offered() if not {"session", "agenda", "agreement", "pack"} & set(one.needs)}
    assert {"sign-in", "tally", "helplines", "emergency-card", "attendance-grid"} <= sheets
    screen.page.single.choose("helplines-team")
    screen.page.single.chosen.emit("helplines-team")
    screen.page.copies.stepBy(2)
    screen.page.print_button.click()
    room.hall.rest()
    room.hall.rest()
    assert len(room.printer.jobs) == 1
    assert room.hall.told.said[-1] == "“Helplines for facilitators” went to the printer."
    assert room.hall.ask(lambda workspace: workspace.papers.out()) == ()


def test_blank_sheets_hold_nothing_from_the_vault(hall: Open) -> None:
    """Every sheet there is, as a copy for the library: no name of anybody or anything the vault knows."""
    room, screen = come(hall, "sheet")
    single = screen.page.single
    single.filling.menu._take(None)
    known = ("Lantern", "Mill Lane", "Anne", "Ruth", "Dev", "Hannah", "01632", "Joan")
    for item in single.sheets.items:
        if item.heading:
            continue
        single.choose(str(item.key))
        single.chosen.emit(str(item.key))
        room.hall.rest()
        proof = screen.proofing.proof
        assert proof is not None and proof.pack.personal is not PersonalData.CONTAINED
        assert proof.pack.lines[0].document == item.key
        words = "".join(page.text for page in proof.printed.pages)
        assert [name for name in known if name in words] == []


def test_one_sheet_with_names_is_noted_as_out(hall: Open) -> None:
    """An emergency card with the leads on it is out until it is shredded; it stays in the folder, so by no day."""
    room, screen = come(hall, ("sheet", "emergency-card"))
    screen.page.print_button.click()
    room.hall.rest()
    [out] = room.hall.ask(lambda workspace: workspace.papers.out())
    assert (out.document, out.copies, out.shred_by) == ("emergency-card", 1, None)


def test_evening_without_a_plan_offers_one(hall: Open) -> None:
    """The pack waits and says so; single sheets are there all the same."""
    room, screen = come(hall)
    session = room.hall.ask(unplanned)
    screen.arrive(Go("print", session))
    room.hall.rest()
    notice = screen.page.notice
    assert isinstance(notice, Notice) and "There is no plan for this evening yet." in seen(screen.page)
    assert screen.page.evenings.value == session.id
    [button] = notice.findChildren(Button)
    button.click()
    assert room.hall.told.went[-1] == Go("plans", session)
    screen.page.print_button.click()
    room.hall.rest()
    assert len(room.printer.jobs) == 1


def test_cancelled_evening_says_so(hall: Open) -> None:
    """There is no plan to mend: it names the next step, and offers single sheets."""
    room, screen = come(hall)
    session = room.hall.ask(tonight)
    room.hall.jobs.do(screen, lambda workspace: workspace.sessions.cancel(session))
    room.hall.rest()
    screen.arrive(Go("print", session))
    room.hall.rest()
    notice = screen.page.notice
    assert isinstance(notice, Notice) and notice.findChildren(Button) == []
    assert "This session is cancelled." in seen(screen.page) and screen.page.single.isVisible()


def test_another_evening_can_be_chosen(hall: Open) -> None:
    """Its pack, with its own copies; the page says which."""
    room, screen = come(hall)
    row(screen, "helplines").copies.stepBy(5)
    ahead = room.hall.ask(lambda workspace: workspace.evenings.ahead())
    other = next(one for one in ahead if one.group.name == "Harbour circle")
    screen.page.evenings._take(other.session.id)
    room.hall.rest()
    assert screen.page.header.title.words == "Session pack"
    assert screen.page.evenings.words.startswith("Harbour circle")
    copies = dict(chosen(screen))
    assert copies["tally"] == 1 and "sign-in" not in copies and copies["helplines"] != 14
    screen.page.evenings._take("sheet")
    room.hall.rest()
    assert screen.page.single.isVisible() and not screen.page.pieces.isVisible()
    screen.page.more._take("pack")
    room.hall.rest()
    assert screen.page.pieces.isVisible()


def test_nothing_planned_still_prints_sheets(hall: Open) -> None:
    """In a new vault there is no evening: it says so, and offers what needs none."""
    room, screen = come(hall, furnished=False)
    assert "No evening is planned yet." in seen(screen.page)
    assert "Emergency card" in [item.title for item in screen.page.single.sheets.items]
    screen.page.print_button.click()
    room.hall.rest()
    assert len(room.printer.jobs) == 1


def test_page_is_fit(hall: Open, theme: Theme, qapp: QApplication) -> None:
    """The pack, its panels and one sheet, at 100 and 200 %, and where picture and words take turns."""
    room, screen = come(hall)
    found = audit_zooms(screen, theme, qapp, zooms=(1.0, 1.25, 2.0))
    screen.page.how_button.click()
    found += audit_zooms(screen, theme, qapp, zooms=(1.0, 2.0))
    screen.page.how.done_button.click()
    screen.page.save_button.click()
    found += audit_zooms(screen, theme, qapp, zooms=(1.0, 2.0))
    screen.page.locking.back_button.click()
    screen.page.choices_button.click()
    found += audit_zooms(screen, theme, qapp, zooms=(1.0, 2.0))
    screen.page.choosing.done_button.click()
    screen.page.more._take("sheet")
    found += audit_zooms(screen, theme, qapp, zooms=(1.0, 2.0))
    room.hall.rest()
    assert found == []


def test_picture_and_words_take_turns(hall: Open) -> None:
    """Where there is no room for both, a choice shows one of them."""
    room, screen = come(hall)
    proof = screen.page.proof
    assert proof.picture.isVisible() and proof.reading.isVisible() and not proof.bar.isVisible()
    screen.resize(1000, 700)
    settle()
    assert proof.bar.isVisible() and proof.picture.isVisible() and not proof.reading.isVisible()
    proof.bar._parts[1].click()
    settle()
    assert not proof.picture.isVisible() and proof.reading.isVisible()
    screen.resize(1142, 768)
    settle()
    room.hall.rest()
    assert proof.picture.isVisible() and proof.reading.isVisible()


def test_locked_file_is_made_of_the_same_pages(hall: Open) -> None:
    """Locking changes who can open it, and nothing that is on it."""
    from facilitator.documents import protect

    _room, screen = come(hall)
    proof = screen.proofing.proof
    assert proof is not None
    with pikepdf.open(io.BytesIO(protect(proof.pdf, WORDS)), password=WORDS) as locked:
        out = io.BytesIO()
        locked.save(out)
    wanted = (Wanted(0, 400), Wanted(3, 400))
    assert draw(out.getvalue(), wanted) == draw(proof.pdf, wanted)


def test_coming_back_reads_again_only_what_may_have_changed(hall: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing changed, so nothing is asked; a change of any kind is."""
    room, screen = come(hall)
    asked: list[object] = []
    real = asking.look

    def look(*given: Any) -> asking.Room:
        asked.append(given)
        return real(*given)

    monkeypatch.setattr(asking, "look", look)
    pieces = chosen(screen)
    screen.leave()
    screen.arrive(Go("print"))
    room.hall.rest()
    assert (asked, chosen(screen)) == ([], pieces)
    screen.changed(Change(areas=frozenset({"library"})))  # heard out of sight, before one comes back
    screen.arrive(Go("print"))
    room.hall.rest()
    assert len(asked) == 1
    room.hall.clock.move(minutes=1)
    screen.arrive(Go("print"))
    room.hall.rest()
    assert len(asked) == 2
    assert chosen(screen) == pieces
