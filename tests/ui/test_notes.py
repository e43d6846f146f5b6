"""The notes of an evening: themes, words, the last look, reading, adding, what comes due, and half-typed ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.model.member import MemberDraft
from facilitator.model.note import Note, NoteDraft, NoteTemplate
from facilitator.model.session import Count, Session
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms
from tests.ui.evenings import Hall, the, words_of
from ui.alive import alive
from ui.finding import way_to
from ui.screens.groups.group import GroupPage
from ui.screens.groups.screen import Groups as GroupsScreen
from ui.screens.tonight import Tonight
from ui.screens.tonight.after.page import AfterPage
from ui.screens.tonight.evening_page import EveningPage
from ui.screens.tonight.notes.adding import AddingPage
from ui.screens.tonight.notes.page import NotePage
from ui.screens.tonight.notes.reading import DuePage, ReadingPage
from ui.theme import Theme, Tokens
from ui.widgets import Button

Open = Callable[..., Hall]
PLAIN = "The round went slowly, which suited the room."


def held(workspace: Workspace) -> Session:
    """The evening, written down as held."""
    evening = workspace.evenings.tonight()
    assert evening is not None
    workspace.attendance.hold(evening.session, Count(heads=9, newcomers=1, out=9))
    return workspace.sessions.get(evening.session.id)


@pytest.fixture
def house(hall: Open) -> Hall:
    """The charity's vault after the circle."""
    house = hall()
    house.clock.move(hours=2)
    return house


@pytest.fixture
def session(house: Hall) -> Session:
    """The evening."""
    return house.ask(held)


def writing(house: Hall, session: Session) -> tuple[QWidget, NotePage]:
    """The page of a note."""
    screen = house.show(Tonight, ("notes", session))
    return screen, the(screen, NotePage)


def kept(house: Hall, session: Session, body: str = PLAIN) -> Note:
    """A note that is kept."""
    house.ask(lambda w: w.notes.save(session, NoteDraft(body=body)))
    return house.ask(lambda w: w.notes.of_session(session.id))[-1]


# ---------------------------------------------------------------- writing
def test_themes_come_first_and_are_kept_as_they_are_ticked(house: Hall, session: Session) -> None:
    _screen, page = writing(house, session)
    chip = next(iter(page.topics.chips.values()))
    assert chip.hasFocus()
    page.topics.chips["Good news"].click()
    house.rest()
    assert "Good news" in house.ask(lambda w: w.themes.on(session.id))
    page.topics.add_chip.click()
    page.topics.field.set_text("Maureen")
    name = house.ask(lambda w: w.members.of(session.group_id))[0].name
    page.topics.field.set_text(name)
    page.topics.add_button.click()
    house.rest()
    assert "may point to somebody" in page.topics.field.wrong
    page.topics.field.set_text("the heating")
    page.topics.add_button.click()
    house.rest()
    assert house.ask(lambda w: w.themes.on(session.id)) == ("Good news", "the heating")
    assert page.topics.chips["the heating"].isChecked() and page.topics.add_chip.hasFocus()
    page.topics.chips["Good news"].click()
    house.rest()
    assert house.ask(lambda w: w.themes.on(session.id)) == ("the heating",)
    page.topics.retire_menu.chosen.emit("Money")
    house.rest()
    assert "Money" not in page.topics.chips and "Good news" in page.topics.chips
    house.ask(lambda w: w.undo())
    page.topics.retire_menu.chosen.emit("Home")
    house.rest()
    assert "Money" in page.topics.chips and "Home" not in page.topics.chips


def test_a_theme_gets_another_name_where_it_stands(house: Hall, session: Session) -> None:
    screen, page = writing(house, session)
    topics = page.topics
    topics.chips["Good news"].click()
    house.rest()
    before = list(topics.chips)
    topics.add_chip.click()
    topics.rename_menu.chosen.emit("Good news")
    assert topics.field.edit.hasFocus() and topics.field.edit.selectedText() == "Good news"
    assert topics.field.edit.accessibleName() == "A new name for “Good news”"
    assert not topics.retire_menu.isVisible() and not topics.shared.isVisible()
    topics.field.set_text("sleep")
    topics.add_button.click()
    house.rest()
    assert "There is a theme “Sleep” already" in topics.field.wrong
    topics.field.set_text("What went well")
    topics.add_button.click()
    house.rest()
    assert list(topics.chips) == ["What went well" if label == "Good news" else label for label in before]
    assert topics.chips["What went well"].isChecked() and topics.add_chip.hasFocus()
    assert house.ask(lambda w: w.themes.on(session.id)) == ("What went well",)
    topics.add_chip.click()
    assert topics.field.edit.accessibleName() == "A new theme" and topics.field.text == ""
    assert topics.retire_menu.isVisible() and topics.shared.isVisible()
    house.jobs.do(screen, lambda w: w.undo())
    house.rest()
    assert list(topics.chips) == before


def test_a_note_is_looked_at_once_more_before_it_is_kept(house: Hall, session: Session) -> None:
    screen, page = writing(house, session)
    assert not page.save_button.isEnabled()
    page.editor.put("Joan sat by the window. Two women spoke of “how long it takes to sleep again”.")
    page.send()
    assert page.writing and page.panel.use_button.hasFocus()  # it leads to what is not settled
    page.panel.use_button.click()
    page.send()
    assert page.look.isVisible() and page.look.keep_button.hasFocus()
    seen = words_of(page.look)
    assert "Person A sat by the window" in seen and "may still recognise someone" in seen
    assert page.look.keep_button.accessibleDescription().startswith("Person A sat by the window."), "it is heard too"
    assert "Two women" in seen and "“how long it takes to sleep again”" in seen
    page.look.review.choose(3)
    page.look.keep_button.click()
    house.rest()
    [note] = house.ask(lambda w: w.notes.of_session(session.id))
    assert note.body.startswith("Person A sat by the window.")
    assert note.review_on is not None and (note.review_on - note.written_on).days < 95
    assert "Person A sat" in words_of(the(screen, ReadingPage))
    house.jobs.do(screen, lambda w: w.undo())
    house.rest()
    assert house.ask(lambda w: w.notes.of_session(session.id)) == ()
    again = the(screen, NotePage)  # the words are there to go on with, and nothing of before they were settled
    assert again.editor.text.startswith("Person A sat by the window.") and again.editor.hasFocus()
    assert not again.editor.words and not again.editor.document().isUndoAvailable()


def test_the_answers_stay_beside_the_word_in_a_long_note(house: Hall, session: Session) -> None:
    screen, page = writing(house, session)
    screen.resize(1142, 768)
    page.editor.put("Joan spoke of sleep. " * 300)
    house.rest()
    use, bar = page.panel.use_button, page.view.verticalScrollBar()
    for step in (-1, 1, 1):
        page.walk(step)
        house.rest()
        assert use.hasFocus() and use.visibleRegion().boundingRect() == use.rect()
    page.walk(-1)
    page.walk(-1)
    house.rest()
    assert bar.value() > 1000
    assert page.panel._title.visibleRegion().boundingRect() == page.panel._title.rect()
    page.editor.put("Joan came.")
    house.rest()
    assert bar.maximum() < 100


def test_the_last_look_begins_above_where_it_does_not_fit(
    house: Hall, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a narrow page the way on stands below the words: the keyboard begins with what is to be read before."""
    said: list[str] = []
    monkeypatch.setattr("ui.screens.tonight.notes.preview.announce", lambda _widget, words: said.append(words))
    screen, page = writing(house, session)
    screen.resize(640, 400)
    house.rest()
    page.editor.put(PLAIN)
    page.send()
    house.rest()
    here = QApplication.focusWidget()
    assert page.narrow and here is not None and "may still recognise someone" in here.accessibleName()
    assert said == [here.accessibleName()] and page.view.verticalScrollBar().value() == 0


def test_from_the_last_look_one_goes_back_to_the_very_words(house: Hall, session: Session) -> None:
    _screen, page = writing(house, session)
    page.editor.put("\U0001f642 Three people cried.")
    page.send()
    button = next(one for one in page.look.findChildren(QWidget) if one.accessibleName() == "Change “Three people”")
    button.click()
    assert page.writing and page.editor.hasFocus() and page.editor.textCursor().selectedText() == "Three people"


def test_a_trait_that_fits_one_person_is_told(house: Hall, session: Session) -> None:
    """Dilys alone needs large print; the page says so before the words are kept."""
    _screen, page = writing(house, session)
    page.editor.put("Large letters are wanted; the one who needs large print said so.")
    page.send()
    assert "fits one person only" in words_of(page.look)


def test_four_headings_alone_are_no_note(house: Hall, session: Session) -> None:
    _screen, page = writing(house, session)
    page.headings_button.click()
    assert page.editor.text.startswith("What we did\n") and page.editor.caret == len("What we did\n")
    assert not page.save_button.isEnabled() and not page.headings_button.isVisible()
    page.editor.textCursor().insertText("We breathed.")
    page.editor.settle()
    page.send()
    page.look.keep_button.click()
    house.rest()
    [note] = house.ask(lambda w: w.notes.of_session(session.id))
    assert note.template is NoteTemplate.FOUR and "We breathed." in note.body


def test_a_word_is_never_asked_about_again_only_where_it_can_name_nobody(house: Hall, session: Session) -> None:
    _screen, page = writing(house, session)
    page.editor.put("mad hollie and hope did the tea")
    page.walk(1)
    house.rest()
    assert page.panel.word is not None and not page.panel.word.sure
    assert not page.panel.always_button.isVisible()  # a first name
    page.knows(page.panel.word.written, True)
    assert page.panel.always_button.isVisible()
    page.panel.always_button.click()
    house.rest()
    assert house.ask(lambda w: w.kept_words.all()) == frozenset()  # the core refuses, whatever the page thought


def test_somebody_who_came_to_the_list_meanwhile_is_asked_about_after_all(house: Hall, session: Session) -> None:
    """The core looks once more; the page then goes by who is on the list now."""
    _screen, page = writing(house, session)
    page.editor.put("We read with Lantern together.")
    assert not page.editor.words
    house.ask(lambda w: w.members.save(session.group_id, MemberDraft(name="Lantern")))
    page.send()
    house.rest()
    assert "The note is not kept yet" in words_of(page) and page.writing  # said at the last look, before it is pressed
    assert [word.written for word in page.editor.words] == ["Lantern"] and not page.save_button.isEnabled()
    assert house.ask(lambda w: w.notes.of_session(session.id)) == ()


# ---------------------------------------------------------------- half typed
def test_half_typed_comes_back_after_a_lock_with_what_was_let_stand(house: Hall, session: Session) -> None:
    screen, page = writing(house, session)
    page.editor.put("Joan came. Then Farah sa")
    page.editor.keep(page.editor.words[0])
    house.drafting.flush()
    screen.close()
    house.drafting.start(house.ask(lambda w: w.drafts))
    [offer] = house.drafting.offers
    assert offer.title == "A note"
    way = house.drafting.pick_up("tonight/note")
    assert way is not None
    page = the(house.show(Tonight, way.show), NotePage)
    assert page.editor.text == "Joan came. Then Farah sa" and page.editor.caret == len(page.editor.text)
    assert [word.written for word in page.editor.words] == ["Farah"]


def test_half_typed_stays_when_one_looks_elsewhere_in_the_evening(house: Hall, session: Session) -> None:
    screen, page = writing(house, session)
    page.editor.put("Then Joan sa")
    page.left.emit()
    house.rest()
    the(screen, AfterPage).noting.emit()
    house.rest()
    assert the(screen, NotePage).editor.text == "Then Joan sa"
    house.drafting.flush()
    assert len(house.ask(lambda w: w.drafts.list())) == 1


# ---------------------------------------------------------------- reading
def test_a_kept_note_is_changed_sealed_and_added_to(house: Hall, session: Session) -> None:
    note = kept(house, session)
    screen = house.show(Tonight, ("notes", session))
    page = the(screen, ReadingPage)
    assert PLAIN in words_of(page)
    page.buttons["change"].click()
    house.rest()
    edit = the(screen, NotePage)
    assert edit.editor.text == PLAIN and edit.editor.hasFocus()
    edit.editor.put("It went slowly.")
    edit.send()
    edit.look.keep_button.click()
    house.rest()
    assert [one.body for one in house.ask(lambda w: w.notes.of_session(session.id))] == ["It went slowly."]
    page = the(screen, ReadingPage)
    page.buttons["seal"].click()
    house.rest()
    page = the(screen, ReadingPage)
    assert "change" not in page.buttons and "Sealed on 20 November 2025" in words_of(page)
    page.buttons["add"].click()
    house.rest()
    adding = the(screen, AddingPage)
    adding.editor.put("Farah mended the lamp.")
    adding.send()
    adding.panel.use_button.click()
    text = adding.editor.document()
    seen: list[str] = []
    adding.editor.textChanged.connect(lambda: seen.append(adding.editor.text))
    adding.send()
    house.rest()
    assert seen[-1] == "" and not alive(text)
    assert "Added on 20 November 2025" in words_of(the(screen, ReadingPage))
    found = house.ask(lambda w: w.notes.get(note.id))
    assert found.body == "It went slowly." and found.amendments[0].words == "Person A mended the lamp."


def test_in_added_words_nobody_else_is_called_as_somebody_above(house: Hall, session: Session) -> None:
    kept(house, session, "Person A and Person B spoke of the cold.")
    screen = house.show(Tonight, ("notes", session))
    the(screen, ReadingPage).buttons["add"].click()
    house.rest()
    adding = the(screen, AddingPage)
    adding.editor.put("Farah mended the lamp.")
    assert [word.label for word in adding.editor.words] == ["Person C"]


def test_in_another_note_of_the_evening_nobody_else_is_called_as_somebody_in_the_first(
    house: Hall, session: Session
) -> None:
    kept(house, session, "Person A spoke of the cold.")
    screen = house.show(Tonight, ("notes", session))
    the(screen, ReadingPage).write_button.click()
    house.rest()
    page = the(screen, NotePage)
    page.editor.put("Farah mended the lamp.")
    assert [word.label for word in page.editor.words] == ["Person B"]


def test_a_note_found_leads_to_its_evening(house: Hall, session: Session) -> None:
    kept(house, session, "The samovar was loud.")
    [hit] = house.ask(lambda w: w.search("samovar"))
    assert (hit.kind, hit.detail) == ("note", "Lantern circle")
    go = way_to(hit)
    assert "The samovar was loud." in words_of(the(house.show(Tonight, go.show), ReadingPage))


def test_the_last_note_stands_beside_the_plan(house: Hall) -> None:
    """The sample has one: what is under “Next time” is what is told."""
    page = the(house.show(Tonight), EveningPage)
    assert "Leave ten minutes more for sleep" in words_of(page.last_note)
    assert "Sleep took most of the hour" not in words_of(page.last_note)
    page.last_note.read_button.click()
    house.rest()


def test_a_note_that_is_due_is_asked_about_and_never_goes_by_itself(house: Hall, session: Session) -> None:
    note = kept(house, session)
    house.clock.move(days=371)
    screen = house.show(Tonight, ("notes", "due"))
    page = the(screen, DuePage)
    assert len(page.rows) == len(house.ask(lambda w: w.notes.due())) == 3
    stays = house.ask(lambda w: w.notes.due())[0]
    page.rows[0][0].click()
    house.rest()
    assert len(the(screen, DuePage).rows) == 2 and not house.ask(lambda w: w.notes.get(stays.id)).due(
        house.clock.today())
    screen = house.show(Tonight, ("notes", note))
    reading = the(screen, ReadingPage)
    assert "Is this note still needed?" in words_of(reading)
    reading.buttons["renew"].click()
    house.rest()
    assert not house.ask(lambda w: w.notes.get(note.id)).due(house.clock.today())
    reading.erasing.emit(note)
    house.rest()
    assert house.ask(lambda w: w.vault.store.one("select count(*) as n from note where id = ?", (note.id,))) == {"n": 0}


def test_the_evening_and_its_group_tell_how_many_are_due(house: Hall) -> None:
    house.clock.move(days=371 - 371 % 7)
    page = the(house.show(Tonight), EveningPage)
    assert page.last_note.due_button.isVisible() and "2 notes: are they still needed?" in words_of(page.last_note)
    group = house.ask(lambda w: w.groups.named("Lantern circle").id)
    groups = the(house.show(GroupsScreen, group), GroupPage)
    assert "2 notes of this group are to be looked at again." in words_of(groups)
    next(one for one in groups.findChildren(Button) if one.words == "Look at them").click()
    assert house.told.went[-1].show == ("notes", "due")
    for one in house.ask(lambda w: w.notes.due(group)):
        house.jobs.do(groups, lambda w, one=one: w.notes.renew(one.id))
    house.rest()
    assert "to be looked at again" not in words_of(groups)


def test_right_to_left(theme: Theme, qapp: QApplication, house: Hall, session: Session) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    screen, page = writing(house, session)
    page.editor.put("Joan and Farah rang 07700 900142.")
    page.walk(1)
    assert audit_zooms(screen, theme, qapp, (1.0, 2.0)) == []


def test_fit_to_be_used(theme: Theme, tokens: Tokens, qapp: QApplication, house: Hall, session: Session) -> None:
    screen, page = writing(house, session)
    page.topics.add_chip.click()
    page.editor.put("Joan and Farah rang 07700 900142. mad hollie and hope did the tea. Two women wept.")
    page.walk(1)
    house.rest()
    found = audit_zooms(screen, theme, qapp, (1.0, 2.0), tokens)
    while page.editor.words:
        page._keep(page.editor.words[0])
    page.send()
    house.rest()
    found += audit_zooms(screen, theme, qapp, (1.0, 2.0), tokens)
    kept(house, session)
    house.clock.move(days=400)
    for show in (session, "due"):
        found += audit_zooms(house.show(Tonight, ("notes", show)), theme, qapp, (1.0, 2.0), tokens)
    assert found == []


def test_half_typed_words_never_come_up_under_another_evening(house: Hall, session: Session) -> None:
    """Another group's evening has other names; to write goes on with what is half typed, where it belongs."""
    screen, page = writing(house, session)
    page.editor.put("Then Joan sa")
    page.left.emit()
    house.rest()
    other = house.ask(lambda w: next(one for group in w.groups.all() if group.id != session.group_id
                                     for one in w.sessions.held(group.id, 1)))
    assert isinstance(screen, Tonight)
    screen.turn("notes", other)
    house.rest()
    assert "Joan" not in the(screen, NotePage).editor.text
    screen.home(session)
    screen.turn("notes", "write")
    house.rest()
    found = the(screen, NotePage)
    assert (found.about, found.editor.text) == (session.id, "Then Joan sa")


def test_a_draft_that_waits_is_not_put_into_another_evenings_note(house: Hall, session: Session) -> None:
    """What is typed there is kept beside it, and each comes back under its own evening."""
    screen, page = writing(house, session)
    page.editor.put("Then Joan sa")
    house.drafting.flush()
    screen.close()
    house.drafting.start(house.ask(lambda w: w.drafts))
    other = house.ask(lambda w: next(one for group in w.groups.all() if group.id != session.group_id
                                     for one in w.sessions.held(group.id, 1)))
    screen, page = writing(house, other)
    assert "Joan" not in page.editor.text and [offer.go.show for offer in house.drafting.offers] == [session.id]
    page.editor.put("It was a quiet evening")
    house.drafting.flush()
    screen.close()
    house.drafting.start(house.ask(lambda w: w.drafts))
    assert {offer.go.show for offer in house.drafting.offers} == {session.id, other.id}
    for about, words in ((other, "It was a quiet evening"), (session, "Then Joan sa")):
        offer = next(one for one in house.drafting.offers if one.go.show == about.id)
        way = house.drafting.pick_up(offer.where)
        assert way is not None
        screen = house.show(Tonight, way.show)
        assert the(screen, NotePage).editor.text == words
        house.drafting.done("tonight/note")
        screen.close()
    house.drafting.settle()
    assert house.ask(lambda w: w.drafts.list()) == () and house.drafting.offers == ()
