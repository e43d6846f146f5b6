"""The pack builder by hand: one stop of Tab in the list, variants, cards, options, what is remembered."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.documents import registry
from facilitator.documents.blocks import Para, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Option, Per, Sheet
from facilitator.documents.surround import dress
from facilitator.evening.counts import Basis
from facilitator.model.paper import PersonalData, Piece, Style
from facilitator.model.session import Session
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms
from tests.ui.prints import Open, Room, seen
from tests.ui.test_print_room import chosen, come, key, row, tonight
from ui.go import Go
from ui.screens.print import PrintScreen, words
from ui.screens.print.days import Kind
from ui.theme import Theme
from ui.widgets.tabbing import stops

TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier


def down_to(room: Room, screen: PrintScreen, wanted: tuple[str, Style, bool, str]) -> None:
    """Go to a piece by the arrow alone."""
    room.press(Qt.Key.Key_Home)
    for _step in screen.page.pieces.rows:
        if screen.page.pieces.key == wanted:
            return
        room.press(Qt.Key.Key_Down)
    raise AssertionError(f"the arrow never comes to {wanted[0]}")


def test_the_list_is_one_stop_and_keys_do_the_rest(hall: Open) -> None:
    """Arrows for the piece, plus, minus and numbers for copies, Space in or out; Tab goes on."""
    room, screen = come(hall)
    pieces = screen.page.pieces
    assert sum(isinstance(stop, type(pieces.rows[0])) for stop in stops(screen)) == 1
    down_to(room, screen, key("helplines"))
    helplines = row(screen, "helplines")
    assert room.focus is helplines and screen.page.proof.key == key("helplines")
    room.press(Qt.Key.Key_Plus)
    room.press(Qt.Key.Key_Plus)
    room.press(Qt.Key.Key_Minus)
    assert dict(chosen(screen))["helplines"] == 10 and helplines.accessibleName() == "Helplines, 10 copies"
    room.press(Qt.Key.Key_Space)
    assert "helplines" not in dict(chosen(screen)) and helplines.accessibleName() == "Helplines, not in"
    room.press(Qt.Key.Key_Plus)
    assert dict(chosen(screen))["helplines"] == 10
    room.type("12")
    room.press(ENTER)
    assert dict(chosen(screen))["helplines"] == 12 and room.focus is helplines
    room.press(TAB)
    assert screen.page.choices_button.hasFocus()
    room.press(Qt.Key.Key_Z, CTRL)
    assert dict(chosen(screen))["helplines"] == 9 and not screen.deciding.building.can_undo


def test_letters_lead_to_a_piece(hall: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed in one go is one beginning, spaces and dashes too; after a pause Space ticks again."""
    room, screen = come(hall)
    pieces, before = screen.page.pieces, chosen(screen)
    down_to(room, screen, key("run-sheet"))
    monkeypatch.setattr(QApplication, "keyboardInputInterval", lambda: 60_000)
    room.type("sign-i")
    assert room.focus is row(screen, "sign-in") and screen.page.proof.key == key("sign-in")
    monkeypatch.setattr(QApplication, "keyboardInputInterval", lambda: -1)
    room.type("h")
    first = pieces.key
    room.type("h")
    assert first != pieces.key and {first[0], pieces.key[0]} <= {"helplines", "helplines-team", "hard-moment"}
    room.type("E")
    assert room.focus.accessibleName().startswith("E")
    down_to(room, screen, key("cover-slip"))
    monkeypatch.setattr(QApplication, "keyboardInputInterval", lambda: 60_000)
    room.type("emergency c")
    assert pieces.key == key("emergency-card")
    room.type("q")
    assert pieces.key == key("emergency-card") and chosen(screen) == before
    monkeypatch.setattr(QApplication, "keyboardInputInterval", lambda: -1)
    room.press(Qt.Key.Key_Space)
    assert "emergency-card" not in dict(chosen(screen))


def test_nine_standard_and_two_large(hall: Open) -> None:
    """Enter opens the choices of a piece; a variant stands under it, has pages of its own, and is remembered."""
    room, screen = come(hall)
    down_to(room, screen, key("coping-handout"))
    room.press(ENTER)
    panel = screen.page.choosing
    assert panel.isVisible() and panel.title.words == "Feet and chair"
    assert "Usually 9: one for each person we expect." in seen(panel)
    assert "1 person asked for it." in seen(panel)
    room.tab_to(panel.steppers[Style.LARGE, False])
    room.press(Qt.Key.Key_Up)
    room.press(Qt.Key.Key_Up)
    assert "11 sheets, 13 sides, about 39p, at 3p a side" in seen(panel)
    room.press(ESCAPE)
    large = row(screen, "coping-handout", Style.LARGE)
    assert large.look.under and large.accessibleName() == "Feet and chair, Large print, 2 copies"
    assert "2 sheets, 12p" in seen(large) and "9 sheets, 27p" in seen(row(screen, "coping-handout"))
    assert screen.page.proof.key == key("coping-handout", Style.LARGE)
    assert screen.page.proof.where.words == "Page 1 of 2"
    assert room.focus is row(screen, "coping-handout")
    screen.page.print_button.click()
    room.hall.rest()
    fresh = room.hall.show(PrintScreen)
    assert isinstance(fresh, PrintScreen)
    assert row(fresh, "coping-handout", Style.LARGE).copies.value() == 2
    assert fresh.page.presets.words == "As last time"


def test_as_last_time_the_usual_pack_and_undo(hall: Open) -> None:
    """The menu says which of them it is; a change can be taken back, by the button too."""
    room, screen = come(hall)
    presets, undo = screen.page.presets, screen.page.undo_button
    assert presets.words == "The usual pack" and not undo.isVisible()
    row(screen, "welcome-leaflet").tick.click()
    room.hall.rest()
    assert presets.words == "Changed" and dict(chosen(screen))["welcome-leaflet"] == 2
    screen.page.print_button.click()
    room.hall.rest()
    room.hall.rest()
    assert presets.words == "As last time"
    presets._take("usual")
    room.hall.rest()
    assert "welcome-leaflet" not in dict(chosen(screen)) and presets.words == "The usual pack"
    presets._take("last")
    assert dict(chosen(screen))["welcome-leaflet"] == 2
    room.tab_to(undo)
    while undo.isVisible():
        room.press(ENTER)
    assert presets.words == "The usual pack" and not undo.isVisible()
    assert room.focus is screen.page.pieces.begin()


def test_another_card_and_one_more_beside_it(hall: Open) -> None:
    """The library chooses what a handout is made of; each has its own pages."""
    room, screen = come(hall)
    down_to(room, screen, key("coping-handout"))
    room.press(ENTER)
    panel = screen.page.choosing
    field = panel.extras.items
    assert field is not None and room.focus is field.menu
    assert [item for item, _words in field.menu._choices] != [] and len(field.menu._choices) >= 12
    field.menu._take("slow-breathing")
    room.hall.rest()
    proof = screen.proofing.proof
    assert proof is not None and panel.title.words == "Slow breathing"
    [page] = proof.places[key("coping-handout", item="slow-breathing")]
    assert "Slow your breathing" in proof.printed.pages[page].text
    panel.more_button.click()
    room.hall.rest()
    added = panel.key
    assert added is not None and added[3] != "slow-breathing"
    panel.done_button.click()
    names = [one.look.title for one in screen.page.pieces.piece_rows if one.look.key[0] == "coping-handout"]
    assert len(names) == 2 and names[0] == "Slow breathing"
    both = screen.proofing.proof
    assert both is not None and len(both.of("coping-handout")) == 2


def test_easy_read_is_offered_where_there_is_one_and_never_replaced_unasked(hall: Open) -> None:
    """A handout without such a version says so, nothing is made of it, and its copies can be taken out."""
    room, screen = come(hall)
    down_to(room, screen, key("handout"))
    room.press(ENTER)
    panel = screen.page.choosing
    easy = panel.steppers[Style.EASYREAD, False]
    assert not easy.isHidden() and "a picture for each idea" in seen(panel)
    room.tab_to(easy)
    room.press(Qt.Key.Key_Up)
    room.hall.rest()
    proof = screen.proofing.proof
    assert proof is not None and len(proof.places[key("handout", Style.EASYREAD)]) == 2
    field = panel.extras.items
    assert field is not None
    field.menu._take("listening")
    room.hall.rest()
    assert "There is none of this one. Give standard or large print." in seen(panel)
    assert "There is no Easy Read version of “How to listen well”." in seen(screen.page)
    assert not easy.isHidden() and easy.value() == 1
    easy.stepBy(-1)
    room.hall.rest()
    assert easy.isHidden() and "no Easy Read version" not in seen(screen.page)


def test_options_come_from_the_declaration(hall: Open) -> None:
    """Rows of the sign-in sheet: more of them, another sheet."""
    room, screen = come(hall)
    down_to(room, screen, key("sign-in"))
    room.press(ENTER)
    rows = screen.page.choosing.extras.options["rows"]
    assert room.focus is rows and rows.accessibleDescription() == "0: as many as the people we expect need."
    room.type("30")
    room.press(ENTER)
    room.hall.rest()
    assert dict(screen.deciding.build.find(key("sign-in")).options) == {"rows": 30}
    proof = screen.proofing.proof
    assert proof is not None and proof.lines[key("sign-in")].pages == 3


def test_discreet_for_one_piece_and_for_the_whole_pack(hall: Open) -> None:
    """Nothing on the outside says what the group is; it is remembered with the pack."""
    room, screen = come(hall)
    down_to(room, screen, key("helplines"))
    screen.page.choices_button.click()
    screen.page.choosing.steppers[Style.STANDARD, True].stepBy(1)
    room.hall.rest()
    assert "Nothing on the outside says what the group is." in seen(screen.page.choosing)
    assert screen.page.proof.key == key("helplines", discreet=True)
    screen.page.choosing.done_button.click()
    assert room.focus is screen.page.choices_button
    screen.page.how_button.click()
    screen.page.how.outside_bar._parts[1].click()
    screen.page.how.done_button.click()
    room.hall.rest()
    proof = screen.proofing.proof
    assert proof is not None and all(line.discreet for line in proof.pack.lines)
    assert "Lantern" not in "".join(fact.title for fact in proof.printed.pages)
    assert screen.page.how_button.words == "A4, both sides, grey, discreet"
    assert dict(chosen(screen))["helplines"] == 10
    screen.page.print_button.click()
    room.hall.rest()
    fresh = room.hall.show(PrintScreen)
    assert isinstance(fresh, PrintScreen) and fresh.deciding.build.discreet
    assert room.printer.jobs[0].pdf == proof.pdf


def test_a_copy_for_a_stick_leaves_out_who_is_named(hall: Open, tmp_path: Path) -> None:
    """It names the pieces that tell about people; the copy holds nobody, and the pack stays as it is."""
    room, screen = come(hall)
    screen.page.more._take("stick")
    room.hall.rest()
    stick = screen.page.stick
    assert "“Run sheet” and “Emergency card” tell about people." in seen(stick)
    assert not stick.save_button.isEnabled() and room.focus is stick.leave_button
    room.press(ENTER)
    assert "Left out: Run sheet, Emergency card" in seen(stick) and room.focus is stick.save_button
    file = tmp_path / "drawer.pdf"
    room.dialogs.answers.append(file)
    room.press(ENTER)
    room.hall.rest()
    assert room.hall.told.said[-1] == "Saved as “drawer.pdf”. It tells about nobody."
    with pikepdf.open(file) as pdf:
        titles = [str(item.title) for item in pdf.open_outline().root]
    assert "Helplines" not in titles and len(titles) == 5
    assert dict(chosen(screen))["run-sheet"] == 2 and screen.page.pieces.isVisible()
    assert screen.page.more.value is None


def test_nothing_left_for_a_stick_says_so(hall: Open) -> None:
    """Where every piece tells about people, there is nothing to save, and a way back."""
    room, screen = come(hall)
    for one in screen.page.pieces.piece_rows:
        if one.tick.isChecked() and one.look.key[0] not in ("cover-slip", "run-sheet"):
            one.tick.click()
    room.hall.rest()
    screen.page.more._take("stick")
    room.hall.rest()
    screen.page.stick.leave_button.click()
    assert "Nothing is left to save. Put in a piece that tells about nobody." in seen(screen.page.stick)
    assert not screen.page.stick.save_button.isEnabled() and room.focus is screen.page.stick.back_button
    room.press(ENTER)
    assert screen.page.pieces.isVisible()


def test_a_link_to_a_sheet_leaves_an_open_panel(hall: Open) -> None:
    """Whoever comes for something sees it."""
    room, screen = come(hall)
    screen.page.how_button.click()
    screen.arrive(Go("print", ("sheet", "tally")))
    room.hall.rest()
    assert screen.page.single.isVisible() and screen.page.panel is None


# ---------------------------------------------------------------- one sheet
def test_a_blank_grid_by_dates_for_a_chosen_group(hall: Open) -> None:
    """Days of another group's evenings, with nobody on them; names where they are kept."""
    room, screen = come(hall, ("sheet", "attendance-grid"))
    harbour = next(group for group in room.hall.ask(lambda w: w.groups.all()) if group.name == "Harbour circle")
    screen.page.single.filling.menu._take(harbour.id)
    room.hall.rest()
    assert screen.page.single.document == "attendance-grid"
    screen.page.choices_button.click()
    days = screen.page.choosing.extras.days_field
    assert days.bar is not None and len(days.bar._parts) == (3 if harbour.record_level >= 1 else 2)
    days.bar._parts[1].click()
    room.hall.rest()
    proof = screen.proofing.proof
    assert proof is not None and proof.pack.personal is PersonalData.ONCE_FILLED
    first, last = days.first.day, days.last.day
    assert first is not None and last is not None
    planned = room.hall.ask(lambda w: w.sessions.planned(harbour.id, first, last))
    assert planned and all(f"{one.held_on.day} {one.held_on:%b}" in proof.printed.pages[0].text for one in planned[:3])
    lantern = next(group for group in room.hall.ask(lambda w: w.groups.all()) if group.name == "Lantern circle")
    screen.page.single.filling.menu._take(lantern.id)
    room.hall.rest()
    assert screen.deciding.days.kind is Kind.EMPTY
    bar = screen.page.choosing.extras.days_field.bar
    assert bar is not None
    bar._parts[2].click()
    room.hall.rest()
    room.hall.rest()
    named = screen.proofing.proof
    assert named is not None and named.pack.personal is PersonalData.CONTAINED
    assert screen.page.holds.words.startswith("1 piece holds names")
    days.last.set_text("1/1/2020")
    days.last.edit.editingFinished.emit()
    assert "before the first day" in days.last.wrong and screen.proofing.proof is named


def test_a_grid_is_come_to_for_its_group(hall: Open) -> None:
    """From the grid of who came, whichever group was filled in last."""
    room, screen = come(hall, ("sheet", "attendance-grid"))
    for group in room.hall.ask(lambda w: w.groups.all()):
        screen.arrive(Go("print", ("sheet", "attendance-grid", "", group.id)))
        room.hall.rest()
        assert screen.page.single.document == "attendance-grid"
        filled = screen.page.single.group
        assert filled is not None and filled.id == group.id
    lantern = next(group for group in room.hall.ask(lambda w: w.groups.all()) if group.name == "Lantern circle")
    held = room.hall.ask(lambda w: w.sessions.held(lantern.id))[-1].held_on
    screen.arrive(Go("print", ("sheet", "attendance-grid", "", lantern.id, held, held)))
    room.hall.rest()
    room.hall.rest()
    proof = screen.proofing.proof
    assert proof is not None and proof.pack.personal is PersonalData.CONTAINED
    names = [member.name for member in room.hall.ask(lambda w: w.members.of(lantern.id))]
    assert names and all(name in proof.printed.pages[0].text for name in names)


def test_names_on_a_grid_go_to_no_other_group_and_no_blank_sheet(hall: Open) -> None:
    """However one leaves: for nobody, for another group, or for a pack with a grid in it."""
    room, screen = come(hall)
    groups = {group.name: group for group in room.hall.ask(lambda w: w.groups.all())}
    row(screen, "attendance-grid").tick.click()

    def named() -> bool:
        screen.arrive(Go("print", ("sheet", "attendance-grid")))
        screen.page.single.filling.menu._take(groups["Lantern circle"].id)
        room.hall.rest()
        screen.page.choices_button.click()
        bar = screen.page.choosing.extras.days_field.bar
        assert bar is not None
        bar._parts[2].click()
        room.hall.rest()
        return "Joan" in words_of()

    def words_of() -> str:
        room.hall.rest()
        proof = screen.proofing.proof
        assert proof is not None
        words = "".join(page.text for page in proof.printed.pages if page.document == "attendance-grid")
        assert "Who was here" in words
        return words

    assert named()
    screen.page.single.filling.menu._take(None)
    assert "Joan" not in words_of() and not screen.page.choosing.extras.days_field.isVisible()
    assert named()
    screen.page.single.filling.menu._take(groups["Harbour circle"].id)
    assert "Joan" not in words_of()
    assert named()
    screen.arrive(Go("print", room.hall.ask(tonight)))
    assert "Joan" not in words_of()
    other = next(one for one in room.hall.ask(lambda w: w.evenings.ahead()) if one.group.name == "Harbour circle")
    screen.arrive(Go("print", other.session))
    room.hall.rest()
    row(screen, "attendance-grid").tick.click()
    assert "Joan" not in words_of()


def test_one_sheet_in_large_print_of_a_card(hall: Open) -> None:
    """A card that somebody came for, two large ones; noted nowhere, as it tells about nobody."""
    room, screen = come(hall, ("sheet", "coping-handout", "slow-breathing"))
    assert screen.page.chosen_title.words == "Slow breathing"
    screen.page.copies.stepBy(-1)
    screen.page.choices_button.click()
    screen.page.choosing.steppers[Style.LARGE, False].stepBy(2)
    room.hall.rest()
    screen.page.print_button.click()
    room.hall.rest()
    proof = screen.proofing.proof
    assert proof is not None and [(line.title, line.copies) for line in proof.pack.lines] == [
        ("Slow breathing, large print", 2)]
    assert room.hall.told.said[-1] == "“Slow breathing, large print” went to the printer."
    assert room.hall.ask(lambda workspace: workspace.papers.out()) == ()


@pytest.mark.parametrize(("document", "item", "title"), [
    ("hard-moment", "tears", "Someone cries"), ("reading-card", "hope", "Hope"),
    ("supervision-sheet", "supervision-contract", "Supervision: what we agree"),
    ("prompt-cards", "check-out", "Check-out prompts")])
def test_one_sheet_of_what_was_read_in_the_library(hall: Open, document: str, item: str, title: str) -> None:
    room, screen = come(hall, ("sheet", document, item))
    assert screen.page.chosen_title.words == title
    screen.page.print_button.click()
    room.hall.rest()
    proof = screen.proofing.proof
    assert proof is not None and [(line.title, line.copies) for line in proof.pack.lines] == [(title, 1)]
    assert room.hall.ask(lambda workspace: workspace.papers.out()) == ()


def test_a_sheet_that_cannot_be_made_says_why(hall: Open) -> None:
    """Whoever comes for it from the search is told, and offered the others."""
    _room, screen = come(hall, ("sheet", "agreement-poster"), furnished=False)
    assert screen.page.notice is not None and "agreement" in seen(screen.page.notice)
    assert screen.page.single.document != "agreement-poster" and screen.page.print_button.isEnabled()


# ---------------------------------------------------------------- a document that nobody here knows
def _made_up(context: SheetContext) -> Sheet:
    return dress(MADE_UP, context, title="Bring a plant", kind="Plant", blocks=(
        Title("Bring a plant"), *(Para("Water it.") for _n in range(context.option(POTS)))))


POTS = Option(key="pots", label=lambda t: "Pots", default=2, least=1, most=9)
MADE_UP = Document(id="plant", title=lambda t: "Plant list", audience=Audience.WALL, order=31, build=_made_up,
                   options=(POTS,), per=Per.FOUR)


def test_a_new_document_needs_nothing_of_this_screen(hall: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Declared and listed, it is among its kind, with its copies, its choices and its pages."""
    monkeypatch.setattr(registry, "DOCUMENTS", (*registry.DOCUMENTS, MADE_UP))
    room, screen = come(hall)
    plant = row(screen, "plant")
    assert plant.look.group == "On the wall" and plant.look.usual == 3
    down_to(room, screen, key("plant"))
    assert "Usually 3: four to a sheet, for 9 people." in seen(screen.page)
    room.press(Qt.Key.Key_Space)
    assert dict(chosen(screen))["plant"] == 3
    room.press(ENTER)
    screen.page.choosing.extras.options["pots"].stepBy(1)
    room.hall.rest()
    proof = screen.proofing.proof
    assert proof is not None and proof.printed.pages[proof.places[key("plant")][0]].text.count("Water it.") == 3
    screen.page.choosing.done_button.click()
    screen.arrive(Go("print", ("sheet", "plant")))
    room.hall.rest()
    assert screen.page.single.document == "plant" and screen.page.chosen_title.words == "Plant list"


# ---------------------------------------------------------------- live
def test_pages_of_an_older_choice_are_given_up(hall: Open) -> None:
    """However long they take, the latest choice is made next; what it takes is said before its pages are there."""
    room, screen = come(hall)
    row(screen, "coping-handout").copies.setValue(99)
    room.hall.qtbot.waitUntil(lambda: screen.page.takes.words.startswith("114 sheets"))
    assert screen.proofing.proof is None
    old = screen.proofing.pressing
    row(screen, "coping-handout").copies.setValue(10)
    assert old is not None and old.dropped and old is screen.proofing.pressing
    room.hall.rest()
    assert screen.page.takes.words.startswith("25 sheets") and screen.proofing.proof is not None


def test_where_the_number_comes_from(hall: Open) -> None:
    """As came lately; from the list where nobody was counted yet."""
    _room, screen = come(hall)
    assert screen.page.for_people.words == "Copies are for 9 people, as came lately."
    again = words.for_people(1, Basis.LISTED), words.for_people(8, Basis.GUESS)
    assert again == ("Copies are for 1 person: so many are on the list.",
                     "Copies are for 8 people: a guess until you have met.")


# ---------------------------------------------------------------- how it looks
@pytest.mark.parametrize(("wide", "zooms"), [(1142, (1.0, 2.0)), (620, (1.0,)), (920, (2.0,))])
def test_builder_is_fit(hall: Open, theme: Theme, qapp: QApplication, wide: int,
                       zooms: tuple[float, ...]) -> None:
    """Variants, choices, a copy for a stick and the days of a grid, at 100 and 200 %, in a narrow window too."""
    room, screen = come(hall)
    screen.resize(wide, 768)
    screen.deciding._set(key("coping-handout", Style.LARGE), 2)
    screen.deciding._set(key("coping-handout", Style.LARGE, True), 1)
    room.hall.rest()
    found = audit_zooms(screen, theme, qapp, zooms=zooms)
    row(screen, "coping-handout").setFocus()
    screen.page.choices_button.click()
    found += audit_zooms(screen, theme, qapp, zooms=zooms)
    screen.page.choosing.done_button.click()
    screen.page.more._take("stick")
    room.hall.rest()
    found += audit_zooms(screen, theme, qapp, zooms=zooms)
    screen.arrive(Go("print", ("sheet", "attendance-grid")))
    room.hall.rest()
    screen.page.choices_button.click()
    bar = screen.page.choosing.extras.days_field.bar
    assert bar is not None
    bar._parts[-1].click()
    room.hall.rest()
    found += audit_zooms(screen, theme, qapp, zooms=zooms)
    assert found == []


def test_one_of_many_is_called_by_its_kind_until_it_is_in(hall: Open) -> None:
    """A card's own name says little to who has not chosen it."""
    room, screen = come(hall)
    handout = row(screen, "coping-handout")
    assert handout.look.title == "Feet and chair"
    handout.tick.click()
    room.hall.rest()
    assert row(screen, "coping-handout") is handout and handout.look.title == "Coping handout"


def test_a_piece_that_is_not_in_can_be_looked_at(hall: Open) -> None:
    """Its page is shown and says so; nothing is counted or printed of it."""
    room, screen = come(hall)
    view, pdf = screen.page.proof, screen.proofing.proof
    down_to(room, screen, key("welcome-leaflet"))
    room.hall.rest()
    assert (view.glancing, view.where.words) == (True, "Page 1 of 1, not in")
    assert "Welcome" in view.reading.text.said
    assert view.picture.picture is not None and not any(thumb.isChecked() for thumb in view.strip.buttons)
    assert screen.proofing.proof is pdf and screen.page.takes.words.startswith("24 sheets")
    room.press(Qt.Key.Key_Down)
    assert (view.glancing, view.key) == (False, key("coping-handout"))
    room.press(Qt.Key.Key_Up)
    room.press(Qt.Key.Key_Space)
    room.hall.rest()
    assert (view.glancing, view.key, view.where.words) == (False, key("welcome-leaflet"), "Page 1 of 1")


# ---------------------------------------------------------------- going back
def test_back_to_the_evening_it_was_printed_for(hall: Open) -> None:
    """Not to whichever comes next."""
    room, screen = come(hall)

    def other(workspace: Workspace) -> Session:
        return next(one.session for one in workspace.evenings.ahead() if one.group.name == "Harbour circle")

    session = room.hall.ask(other)
    screen.arrive(Go("print", session))
    room.hall.rest()
    screen.page.print_button.click()
    room.hall.rest()
    screen.page.next_button.click()
    went = room.hall.told.went[-1]
    assert went.place == "tonight" and isinstance(went.show, Session) and went.show.id == session.id


def test_pieces_of_two_groups_are_not_mixed(hall: Open) -> None:
    """What was changed for one evening is not carried to another, nor is its Undo."""
    room, screen = come(hall)
    row(screen, "helplines").copies.stepBy(4)
    harbour = next(one for one in room.hall.ask(lambda w: w.evenings.ahead()) if one.group.name == "Harbour circle")
    screen.page.evenings._take(harbour.session.id)
    room.hall.rest()
    assert not screen.page.undo_button.isVisible() and dict(chosen(screen))["helplines"] != 13
    assert Piece("helplines", 13) not in screen.deciding.build.pieces


def test_what_is_closed_is_not_made_yet(hall: Open) -> None:
    """Panels come with their first opening, copies with their piece: nobody opens most of them."""
    _room, screen = come(hall)
    page = screen.page
    assert not {"how", "choosing", "locking", "stick"} & vars(page).keys()
    outside, inside = (
        next(one for one in page.pieces.piece_rows if one.tick.isChecked() is on and one.tick.isEnabled())
        for on in (False, True)
    )
    assert "copies" in vars(inside) and "_out" not in vars(inside)
    assert "copies" not in vars(outside) and "Not in" in seen(outside)
    page.how_button.click()
    assert "how" in vars(page) and page.how.isVisible() and "choosing" not in vars(page)
    outside.tick.click()
    assert outside.copies.value() == outside.look.usual and "Not in" not in seen(outside)
