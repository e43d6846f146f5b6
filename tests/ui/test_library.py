"""The Library by keyboard: found, read, printed, put in one's own words, compared, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from facilitator.errors import NotFound
from facilitator.model.content import CopingCard, Moment, Script
from facilitator.model.group import Application, GroupDraft, RecordLevel
from facilitator.model.member import MemberDraft
from facilitator.model.own import OwnKind
from facilitator.model.search import Hit
from facilitator.packs import known
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms, settle
from tests.ui.evenings import THURSDAY, Hall
from ui.go import Go
from ui.screens.library import LibraryScreen, asking, shelving
from ui.screens.library.asking import Key, Kind
from ui.screens.library.card_form import CardForm
from ui.screens.library.compare_page import ComparePage
from ui.screens.library.form import Form
from ui.screens.library.item_page import ItemPage
from ui.screens.library.script_form import ScriptForm
from ui.screens.library.sheets import sheet_of
from ui.theme import Theme
from ui.widgets import Button, Label, RowItem

Open = Callable[..., Hall]
BREATH = Key(Kind.CARD, "slow-breathing")
CARD = OwnKind.CARD


class Desk:
    """The screen with its hall, and a person’s hands."""

    def __init__(self, hall: Hall, show: object = None, size: tuple[int, int] = (1142, 768)) -> None:
        self.hall = hall
        screen = hall.show(LibraryScreen, show, size)
        assert isinstance(screen, LibraryScreen)
        self.screen, self.browse = screen, screen.browse
        hall.rest()

    def titles(self) -> list[str]:
        """What stands in the list."""
        return [row.title for row in self.browse.rows.items if not row.heading]

    def words(self) -> list[str]:
        """Every label that can be seen."""
        return [label.words for label in self.screen.findChildren(Label)
                if label.isVisibleTo(self.screen) and label.words]

    def press(self, said: str) -> None:
        """Press a button by its words."""
        found = [button for button in self.screen.findChildren(Button)
                 if button.text().replace("&&", "&") == said and button.isVisibleTo(self.screen)]
        assert len(found) == 1, (said, len(found))
        found[0].setFocus()
        QTest.keyClick(found[0], Qt.Key.Key_Return)
        self.hall.rest()

    def type(self, widget: QWidget, words: str) -> None:
        """Type into what has a keyboard, in place of what was there."""
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(widget, words)
        settle()

    def key(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.screen, key)
        self.hall.rest()

    def form(self) -> CardForm:
        """The form of a card."""
        self.hall.rest()
        found = [form for form in self.screen.findChildren(CardForm) if form.isVisibleTo(self.screen)]
        assert len(found) == 1
        return found[0]

    def card(self, id: str = "slow-breathing") -> CopingCard:
        """A card as the vault has it."""
        return self.hall.ask(lambda workspace: workspace.library.coping_card(id))


def grieving(workspace: Workspace) -> None:
    """A vault with one group."""
    workspace.groups.save(GroupDraft(name="Lantern", application=Application.GRIEF,
                                     record_level=RecordLevel.FIRST_NAME))


@pytest.fixture
def desk(hall: Open) -> Desk:
    """The Library over a vault with one grief group."""
    return Desk(hall(grieving))


# ---------------------------------------------------------------- looked up
def test_the_shelves_show_what_suits_our_groups_and_arrows_show_each_item(desk: Desk) -> None:
    assert desk.browse.rows.hasFocus() and desk.browse.group.value == "ours"
    titles = desk.titles()
    assert titles[:2] == ["Get steady: feet and chair", "Come back: five senses"] and "Grief circle" in titles
    assert "Recovery speaker" not in titles and "Samaritans" in titles
    headings = [row.title for row in desk.browse.rows.items if row.heading]
    assert headings == ["Coping cards", "Handouts", "Words to say", "Hard moments", "Prompts", "Readings",
                        "Agreements", "Plans", "Forms and roles", "Helplines, United Kingdom"]
    assert "Put both feet on the floor. Push down and count to five. Let go." in desk.words()
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Down)
    words = desk.words()
    assert "Slow your breathing" in words and "Not a substitute for professional help." in words
    assert words.index("Dizzy? Stop, and breathe as you like.") < words.index("Sit")
    assert "Reviewed on 20 November 2026. Look at it again by 20 November 2027." in words


def test_enter_goes_to_the_item_and_escape_back_to_its_row(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button) and focus.text() == "Print this sheet"
    desk.key(Qt.Key.Key_Escape)
    assert desk.browse.rows.hasFocus() and desk.browse.rows.key == Key(Kind.CARD, "senses")


def test_a_long_item_is_read_to_its_end_by_keyboard(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Return)
    area = desk.browse.preview
    assert area is not None
    scroll = area.parentWidget()
    while scroll is not None and not isinstance(scroll, QScrollArea):
        scroll = scroll.parentWidget()
    assert isinstance(scroll, QScrollArea) and scroll.verticalScrollBar().maximum() > 0
    for _press in range(9):
        desk.key(Qt.Key.Key_PageDown)
    assert scroll.verticalScrollBar().value() == scroll.verticalScrollBar().maximum()
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_Down)
    assert scroll.verticalScrollBar().value() == 0  # another item begins at its top


def test_typing_narrows_forgives_a_slip_and_where_nothing_fits_says_what_to_do(desk: Desk) -> None:
    edit = desk.browse.search.edit
    desk.type(edit, "BREATH")
    assert desk.titles()[0] == "Slow your breathing"
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert desk.browse.rows.hasFocus()
    desk.type(edit, "slepe")  # one slip
    assert desk.titles() == ["Help your sleep along", "What kinds of rest work for you, besides sleep?"]
    desk.type(edit, "zzz")
    assert desk.titles() == [] and "Nothing here is called “zzz”." in desk.words()
    desk.press("Look through everything")
    assert len(desk.titles()) > 60 and edit.text() == "" and edit.hasFocus()
    desk.type(edit, "sleep")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.text() == ""


def test_a_moment_and_a_kind_narrow_too(desk: Desk) -> None:
    desk.browse.moment.menu._take(Moment.SUDDEN_DISTRESS)
    assert desk.titles() == ["Get steady: feet and chair", "Come back: five senses", "Slow your breathing",
                             "Write down who you can call"]
    desk.browse.kind.menu._take(Kind.PLAN)
    assert desk.titles() == [] and "Nothing here fits all of that." in desk.words()
    desk.browse.clear()
    desk.browse.kind.menu._take(Kind.PLAN)
    assert "Recovery speaker" in desk.titles() and "Samaritans" not in desk.titles()


@pytest.mark.parametrize("every", [pytest.param(1, marks=pytest.mark.long), 8])
def test_every_item_can_be_opened(desk: Desk, every: int) -> None:
    desk.browse.clear()
    keys: dict[Kind, list[Key]] = {}
    for row in desk.browse.rows.items:
        if isinstance(row.key, Key):
            keys.setdefault(row.key.kind, []).append(row.key)
    few = {key for of_kind in keys.values() for key in of_kind[::every]}
    for row in desk.browse.rows.items:
        if not row.heading and (row.key in few or not isinstance(row.key, Key)):
            desk.browse.rows.choose(row.key)
            desk.screen._open(row.key)
            desk.hall.rest()
            assert desk.browse.preview is not None and desk.browse.preview.opened.key == row.key


def test_old_items_are_visibly_dated(hall: Open) -> None:
    desk = Desk(hall(grieving, at=THURSDAY + timedelta(days=900)))
    first = desk.browse.rows.items[1]
    assert isinstance(first, RowItem) and (first.side, first.look) == ("Look again", True)
    assert "It should have been looked at again by 20 November 2027." in desk.words()


def test_it_is_gone_to_by_hit_by_item_and_by_name(desk: Desk) -> None:
    card = desk.card("senses")
    for show in (("card", "senses"), card, Hit("shipped", b"", card.title, show=card)):
        desk.screen.arrive(Go("library", Key(Kind.CARD, "unhook")))
        desk.hall.rest()
        desk.screen.arrive(Go("library", show))
        desk.hall.rest()
        assert desk.browse.rows.key == Key(Kind.CARD, "senses")
    desk.screen.arrive(Go("library", b"x" * 16))
    desk.hall.rest()
    assert isinstance(desk.hall.told.refused[-1], NotFound)


def test_items_lead_to_their_sheet_and_to_where_they_are_used(desk: Desk) -> None:
    lantern = desk.hall.ask(lambda workspace: workspace.groups.named("Lantern").id)
    for key, said, go in (
        (BREATH, "Print this sheet", Go("print", ("sheet", "coping-handout", "slow-breathing"))),
        (Key(Kind.SCRIPT, "closing"), "Print this sheet", Go("print", ("sheet", "script-card", "closing"))),
        (Key(Kind.PLAN, "grief-90"), "Use it for an evening", Go("plans")),
        (Key(Kind.AGREEMENT, "grief"), "Print this sheet", Go("print", ("sheet", "agreement-draft", "grief"))),
        (Key(Kind.AGREEMENT, "grief"), "Use it in a group’s agreement", Go("groups", (lantern, "agreement"))),
        (Key(Kind.AGREEMENT, "carers"), "Use it in a group’s agreement", Go("groups")),
    ):
        desk.screen.arrive(Go("library", key))
        desk.hall.rest()
        desk.press(said)
        assert desk.hall.told.went[-1] == go


# ---------------------------------------------------------------- the words of an evening
@pytest.mark.parametrize(("key", "about", "sheet", "seen"), [
    (Key(Kind.HARD_MOMENT, "suicide"), "Hard moment 9", ("hard-moment", "suicide"),
     ("First", "Ask plainly: “Are you thinking of ending your life?”", "Don’t leave the person alone.", "Afterwards")),
    (Key(Kind.PROMPT, "heavy"), "Prompt: check-in, deep", ("prompt-cards", "check-in"),
     ("Leave it out if many are new today.",)),
    (Key(Kind.HANDOUT, "living-with-urges"), "Handout to take home", ("handout", "living-with-urges"),
     ("Know this first", "Taken too much, or hard to wake? Call 999.", "After a slip")),
    (Key(Kind.HANDOUT, "what-is-known"), "Background for facilitators", ("handout", "what-is-known"),
     ("What trials found", "That it cures, or that it spares a doctor.")),
    (Key(Kind.READING, "hope"), "Reading", ("reading-card", "hope"),
     ("Emily Dickinson, 1891", "That perches in the soul,")),
    (Key(Kind.FORM, "debrief"), "Form", ("debrief-form",),
     ("What was hard for me?", "Are you safe to go home?", "Amber")),
    (Key(Kind.FORM, "role-tea"), "Role of the evening", ("role-cards",),
     ("Put out water first: everyone can have that.",)),
    (Key(Kind.FORM, "inclusion"), "Form", ("checklist", "inclusion"),
     ("Getting in", "Who lives near us, and does not come?")),
    (Key(Kind.FORM, "chair-card"), "Sheet for the room", ("chair-card",),
     ("You may pass. You never have to say why.",)),
])
def test_the_words_of_an_evening_are_read_printed_and_copied(
    desk: Desk, key: Key, about: str, sheet: tuple[str, ...], seen: tuple[str, ...]
) -> None:
    desk.screen.arrive(Go("library", key))
    desk.hall.rest()
    words = desk.words()
    assert about in words
    assert [line for line in seen if line not in words] == []
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button) and focus.text().startswith("Print ")
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert desk.hall.told.went[-1] == Go("print", ("sheet", *sheet))
    QTest.keyClick(focus, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button) and focus.text() == "Copy the words"
    QTest.keyClick(focus, Qt.Key.Key_Return)
    [copied] = desk.hall.copied
    assert len(copied.split("\n")) >= (1 if key.kind is Kind.PROMPT else 5)


def test_every_form_has_a_sheet_that_is_made_of_it(desk: Desk) -> None:
    for form in desk.hall.ask(lambda workspace: workspace.library.forms()):
        opened = desk.hall.ask(lambda workspace, form=form: asking.opened(workspace, Key(Kind.FORM, form.id)))
        made = sheet_of(opened)
        assert made is not None, form.id
        document, item = made
        assert item in ("", form.id) and known(document).id == document


def test_cautions_of_a_hard_moment_stand_before_what_to_do(desk: Desk) -> None:
    desk.screen.arrive(Go("library", Key(Kind.HARD_MOMENT, "panic")))
    desk.hall.rest()
    words = desk.words()
    assert words.index("Don’t touch them.") < words.index("Steps") < words.index("Ground")


@pytest.mark.parametrize(("typed", "kind"), [("crying", Kind.HARD_MOMENT), ("overdose", Kind.HARD_MOMENT),
                                             ("weather", Kind.PROMPT), ("dickinson", Kind.READING)])
def test_the_words_of_an_evening_are_found_by_what_one_would_type(desk: Desk, typed: str, kind: Kind) -> None:
    desk.type(desk.browse.search.edit, typed)
    assert kind in {row.key.kind for row in desk.browse.rows.items if isinstance(row.key, Key)}


def test_invariant_the_shelves_show_no_deep_prompt_to_trauma_groups_or_young_people(desk: Desk) -> None:
    desk.browse.kind.menu._take(Kind.PROMPT)
    deep = "What feels heavy to carry at the moment?"
    assert deep in desk.titles()
    for application in (Application.TRAUMA, Application.YOUTH):
        desk.browse.group.menu._take(application)
        assert len(desk.titles()) > 80 and deep not in desk.titles()
        assert not [row for row in desk.browse.rows.items if row.detail.endswith(", deep")]


def test_coming_back_reads_the_shelves_again_on_another_day_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is to be looked at again hangs on the day; what changes is told to the screen, wherever one is."""
    read: list[int] = []
    real = shelving.shelves
    monkeypatch.setattr(shelving, "shelves", lambda workspace: (read.append(1), real(workspace))[1])
    desk.screen.arrive(Go("library"))
    desk.hall.rest()
    assert not read
    desk.hall.clock.move(days=1000)
    desk.screen.arrive(Go("library"))
    desk.hall.rest()
    assert read == [1]
    assert all(entry.stale for entry in desk.browse._shelves.entries if entry.key == BREATH)
    desk.hall.jobs.do(desk.screen, lambda workspace: workspace.shelf_marks.favour("card", BREATH.id, "Breath"))
    desk.hall.rest()
    assert read == [1, 1]


# ---------------------------------------------------------------- in one's own words
def test_a_card_is_put_in_own_words_compared_and_taken_back(desk: Desk) -> None:
    desk.screen.arrive(Go("library", BREATH))
    desk.hall.rest()
    desk.press("Put it in your words")
    form = desk.form()
    assert form.card_title.edit.hasFocus()
    desk.type(form.card_title.edit, "Breathe slowly")
    last = form.cautions.rows[-1]
    QTest.keyClick(last.keep, Qt.Key.Key_Space)
    form.looked.setChecked(True)
    desk.press("Save it")
    assert desk.hall.told.said[-1] == "“Breathe slowly” is kept in your words."
    card = desk.card()
    assert (card.title, len(card.cautions)) == ("Breathe slowly", 3)
    assert card.origin.reviewed_on == desk.hall.clock.today()
    assert desk.browse.rows.key == BREATH and "In your words. The original is kept." in desk.words()
    row = next(row for row in desk.browse.rows.items if row.key == BREATH)
    assert (row.title, row.side) == ("Breathe slowly", "Yours")
    desk.press("Compare with the original")
    words = desk.words()
    assert "2 parts differ. The words that differ are bold." in words
    assert "Before you start: only in the original" in words and "Not in yours." in words
    desk.press("Go back to the original")
    assert desk.hall.told.said[-1] == "“Breathe slowly” is the original again."
    assert desk.card().title == "Slow your breathing" and "Put it in your words" in [
        button.text() for button in desk.screen.findChildren(Button) if button.isVisibleTo(desk.screen)]
    desk.hall.jobs.do(desk.screen, Workspace.undo)
    desk.hall.rest()
    assert desk.card().title == "Breathe slowly" and "In your words. The original is kept." in desk.words()


def test_cautions_cannot_be_emptied_and_a_step_without_words_is_pointed_at(desk: Desk) -> None:
    desk.screen.writing.open(Kind.CARD, "slow-breathing")
    form = desk.form()
    while len(form.cautions.rows) > 1:
        QTest.keyClick(form.cautions.rows[0].keep, Qt.Key.Key_Space)
        settle()
    assert not form.cautions.rows[0].keep.isEnabled()
    desk.type(form.cautions.rows[0].area.edit, " ")
    desk.press("Save it")
    wrong = form.cautions.rows[0].area
    assert "A card without cautions can do harm." in wrong.wrong and wrong.edit.hasFocus()
    desk.type(wrong.edit, "It is up to you.")
    steps = form.steps
    desk.type(steps.rows[1].area.edit, " ")
    lead = steps.rows[1].lead
    assert lead is not None
    desk.press("Save it")
    assert steps.rows[1].area.wrong and desk.card().title == "Slow your breathing"
    desk.type(lead.edit, " ")  # type: ignore[union-attr]
    desk.press("Save it")  # a step with nothing in it is left out
    assert [step.key for step in desk.card().steps] == ["Sit", "Out", "Go on", "End"]


def test_lines_are_added_and_put_in_order_by_keyboard(desk: Desk) -> None:
    desk.screen.writing.open(Kind.CARD, "slow-breathing")
    form = desk.form()
    before = [one.lead for one in form.steps.entries]
    QTest.keyClick(form.steps.rows[2].up, Qt.Key.Key_Space)
    assert [one.lead for one in form.steps.entries] == [before[0], before[2], before[1], *before[3:]]
    assert form.steps.rows[1].up.hasFocus()
    QTest.keyClick(form.steps.rows[1].up, Qt.Key.Key_Space)
    assert form.steps.rows[0].low.hasFocus() and not form.steps.rows[0].up.isEnabled()
    QTest.keyClick(form.steps.add, Qt.Key.Key_Space)
    new = form.steps.rows[-1]
    assert len(form.steps.rows) == len(before) + 1 and new.lead is not None and new.lead.focusProxy().hasFocus()


def test_a_name_of_a_member_is_warned_of_and_may_stay(hall: Open) -> None:
    def known(workspace: Workspace) -> None:
        grieving(workspace)
        group = workspace.groups.named("Lantern").id
        workspace.members.save(group, MemberDraft(name="Zoë"))

    desk = Desk(hall(known))
    desk.screen.writing.open(Kind.CARD, "slow-breathing")
    form = desk.form()
    desk.type(form.again.edit, "Zoe liked this one.")
    desk.press("Save it")
    assert "“Zoe” is on one of your lists of people. Nothing was saved yet." in desk.words()
    desk.key(Qt.Key.Key_Return)
    assert desk.card().again != "Zoe liked this one.", "Enter pressed twice keeps no name unread"
    desk.press("Save it as it is")
    assert desk.card().again == "Zoe liked this one."


def test_what_is_half_typed_of_an_own_card_comes_back_to_that_card(desk: Desk) -> None:
    items = desk.hall.ask(lambda w: w.own_items)
    ids = [items.new_id(), items.new_id()]
    for id in ids:
        desk.hall.ask(lambda w, id=id: w.own_items.save(replace(w.library.coping_card("slow-breathing"), id=id)))
    wheres = []
    for id in ids:
        desk.screen.writing.open(Kind.CARD, id)
        form = desk.form()
        assert not form.new and "Change your words" in desk.words()
        wheres.append(form.where)
        desk.screen.to_shelves()
        desk.hall.rest()
    assert len(set(wheres)) == 2 and all(id in where for id, where in zip(ids, wheres, strict=True))


def test_advice_stands_beside_and_never_in_the_way(desk: Desk, qtbot: QtBot) -> None:
    desk.screen.writing.open(Kind.CARD, "slow-breathing")
    form = desk.form()
    assert form.counsel.said == ()
    desk.type(form.if_not.edit, "This will cure you.")
    qtbot.waitUntil(lambda: bool(form.counsel.said))
    settle()
    assert form.counsel.said == ("Nobody can promise that it helps.",) and "“will cure”" in desk.words()
    desk.press("Save it")
    assert desk.card().if_not == "This will cure you."


def test_limits_lose_a_point_and_are_advised_with_the_original_words(desk: Desk, qtbot: QtBot) -> None:
    desk.screen.writing.open(Kind.SCRIPT, "limits-adult")
    desk.hall.rest()
    form = desk.screen.findChild(ScriptForm)
    assert isinstance(form, ScriptForm) and "999" in form.lines.rows[1].area.text
    desk.type(form.lines.rows[0].area.edit, "Welcome.")
    qtbot.waitUntil(lambda: bool(form.counsel.said))
    settle()
    assert form.counsel.said[0] == "Do your words still say what stays in the room? The original says:"
    desk.press("Save it")
    script = desk.hall.ask(lambda workspace: workspace.library.script("limits-adult"))
    assert script.lines[0].text == "Welcome." and "999" in script.lines[1].text
    kept = desk.hall.ask(lambda workspace: workspace.own_items.texts()[0].body)
    assert "{emergency}" in kept


def test_a_new_card_and_new_words_are_written_found_and_binned(desk: Desk) -> None:
    desk.press("New card")
    form = desk.form()
    assert "Nothing to mend. Read it aloud once before you use it." in desk.words()
    desk.type(form.card_title.edit, "Tea by the window")
    desk.press("Save it")
    assert form.when.wrong == "Something is needed here." and form.when.edit.hasFocus()
    desk.type(form.when.edit, "For long evenings.")
    desk.type(form.summary.edit, "It takes ten minutes.")
    first = form.steps.rows[0]
    desk.type(first.lead.edit, "Boil")  # type: ignore[union-attr]
    desk.type(first.area.edit, "Put the kettle on.")
    desk.type(form.again.edit, "Any evening.")
    desk.press("Save it")
    assert "Tea by the window" in desk.titles() and "Coping card of your own" in desk.words()
    desk.press("New words to say")
    words = desk.screen.findChild(ScriptForm)
    assert isinstance(words, ScriptForm)
    desk.type(words.script_title.edit, "Our opening")
    desk.type(words.lines.rows[0].area.edit, "Hello, all of you.")
    desk.press("Save it")
    mine = desk.hall.ask(lambda workspace: workspace.library.scripts()[-1])
    assert isinstance(mine, Script) and mine.title == "Our opening" and len(mine.applications) == 9
    desk.press("Put it in the bin")
    assert "Our opening" not in desk.titles() and desk.browse.rows.hasFocus()
    hit = desk.hall.ask(lambda workspace: workspace.search("kettle"))[0]
    desk.screen.arrive(Go("library", hit))
    desk.hall.rest()
    assert "Tea by the window" in desk.words()


def test_own_words_that_cannot_be_read_are_told_of_and_can_be_put_away(hall: Open) -> None:
    def torn(workspace: Workspace) -> None:
        grieving(workspace)
        with workspace.vault.store.command("test") as c:
            c.insert("library_item", {"kind": "card", "item": "own-1", "language": "en", "title": "Torn",
                                      "body": "no head", "based_on": ""})

    desk = Desk(hall(torn))
    assert "“Torn” cannot be used: its text is damaged." in desk.words()
    desk.press("Put it in the bin")
    assert "“Torn” cannot be used: its text is damaged." not in desk.words()


def test_a_changed_original_is_told_and_ours_can_stay(hall: Open) -> None:
    def older(workspace: Workspace) -> None:
        grieving(workspace)
        card = workspace.bench.opened(CARD, "slow-breathing")
        assert isinstance(card, CopingCard)
        workspace.own_items.save(replace(card, title="Breathe slowly"))
        with workspace.vault.store.command("test") as c:
            c.update("library_item", workspace.own_items.texts()[0].id, {"based_on": "another"})

    desk = Desk(hall(older), ("card", "slow-breathing"))
    assert "The original has changed since you put it in your words." in desk.words()
    desk.press("Compare them")
    desk.press("Keep ours as it is")
    assert desk.hall.told.said[-1] == "Your words of “Breathe slowly” stay."
    assert "The original has changed since you put it in your words." not in desk.words()
    assert isinstance(desk.screen._page, ComparePage)
    desk.key(Qt.Key.Key_Escape)
    assert desk.browse.rows.hasFocus() and desk.browse.rows.key == BREATH


# ---------------------------------------------------------------- half typed
def test_half_typed_words_survive_a_lock_and_a_way_elsewhere(desk: Desk) -> None:
    desk.screen.writing.open(Kind.CARD, "slow-breathing")
    form = desk.form()
    desk.type(form.card_title.edit, "Half a ti")
    desk.screen.arrive(Go("library", ("card", "senses")))
    desk.hall.rest()
    assert "Come back: five senses" in desk.words() and desk.browse.isVisibleTo(desk.screen)
    desk.screen.writing.open(Kind.CARD, "slow-breathing")
    form = desk.form()
    assert form.card_title.text == "Half a ti"
    desk.hall.drafting.flush()
    desk.hall.drafting.stop()
    kept = desk.hall.ask(lambda workspace: workspace.drafts.list())
    assert [(one.place, one.fields["title"]) for one in kept] == [("library/card/slow-breathing", "Half a ti")]


def test_a_draft_is_picked_up_in_its_form(desk: Desk) -> None:
    desk.screen.writing.open(Kind.SCRIPT)
    desk.hall.rest()
    form = desk.screen.findChild(ScriptForm)
    assert isinstance(form, ScriptForm)
    desk.type(form.lines.rows[0].area.edit, "Hello there")
    desk.hall.drafting.autosave()
    desk.hall.drafting.settle()
    desk.hall.drafting.start(desk.hall.ask(lambda workspace: workspace.drafts))
    [offer] = desk.hall.drafting.offers
    desk.screen.to_shelves()
    desk.screen.writing._unsaved.clear()
    settle()
    go = desk.hall.drafting.pick_up(offer.where)
    assert go is not None and go.place == "library"
    desk.screen.arrive(go)
    desk.hall.rest()
    form = next(one for one in desk.screen.findChildren(ScriptForm) if one.isVisibleTo(desk.screen))
    assert form.lines.rows[0].area.text == "Hello there"


def test_back_asks_once_before_words_are_lost(desk: Desk) -> None:
    desk.screen.writing.open(Kind.CARD, "slow-breathing")
    form = desk.form()
    desk.type(form.card_title.edit, "Breathe")
    desk.key(Qt.Key.Key_Escape)
    assert "What you typed is not saved yet." in desk.words()
    desk.press("Leave without saving")
    assert desk.browse.isVisibleTo(desk.screen) and desk.card().title == "Slow your breathing"
    desk.screen.writing.open(Kind.CARD, "slow-breathing")
    assert desk.form().card_title.text == "Slow your breathing"


# ---------------------------------------------------------------- seen
def test_what_is_chosen_stays_in_sight_when_the_list_stands_beside_its_item_again(desk: Desk) -> None:
    """A list that is as long as the page has no scroll bar of its own, and begins at its top when it gets one."""
    rows = desk.browse.rows
    last = [row for row in rows.items if not row.heading][-1]
    assert isinstance(last.key, Key)
    desk.browse.go_to(last.key)
    for size in ((700, 700), (1142, 768)):
        desk.screen.resize(*size)
        desk.hall.rest()
    assert not desk.browse.narrow
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()).center())


def test_where_there_is_little_room_an_item_takes_the_page(desk: Desk) -> None:
    desk.screen.resize(700, 700)
    desk.hall.rest()
    assert desk.browse.narrow
    desk.browse.rows.setFocus()
    desk.browse.rows.choose(BREATH)
    QTest.keyClick(desk.browse.rows, Qt.Key.Key_Return)
    desk.hall.rest()
    page = desk.screen.findChild(ItemPage)
    assert isinstance(page, ItemPage) and "Slow your breathing" in desk.words()
    desk.key(Qt.Key.Key_Escape)
    assert desk.browse.rows.hasFocus() and desk.browse.rows.key == BREATH


@pytest.mark.parametrize("size", [(1142, 768), (683, 640)])
def test_everything_can_be_seen_and_reached_at_every_zoom(
    desk: Desk, theme: Theme, qapp: QApplication, size: tuple[int, int]
) -> None:
    desk.screen.resize(*size)
    faults: list[str] = []
    for kind, id in ((Kind.CARD, "slow-breathing"), (Kind.HELPLINE, "samaritans"), (Kind.PLAN, "grief-90"),
                     (Kind.HARD_MOMENT, "medical"), (Kind.READING, "spider"), (Kind.FORM, "debrief")):  # fmt: skip
        desk.screen.arrive(Go("library", Key(kind, id)))
        desk.hall.rest()
        faults += audit_zooms(desk.screen, theme, qapp, (1.0, 2.0))
    desk.type(desk.browse.search.edit, "zzz")
    faults += audit_zooms(desk.screen, theme, qapp, (1.0, 2.0))
    for kind, id in ((Kind.CARD, "slow-breathing"), (Kind.SCRIPT, "")):
        desk.screen.writing.open(kind, id)
        desk.hall.rest()
        form = desk.screen._page
        assert isinstance(form, Form)
        form.refusal.tell("Something was said.", "Then this.")
        faults += audit_zooms(desk.screen, theme, qapp, (1.0, 2.0))
        form.left.emit()
        desk.hall.rest()
    desk.hall.jobs.do(desk.screen, lambda w: w.own_items.save(replace(
        w.bench.opened(CARD, "slow-breathing"), title="Breathe slowly")))
    desk.screen._compare(BREATH)
    desk.hall.rest()
    faults += audit_zooms(desk.screen, theme, qapp, (1.0, 2.0))
    assert faults == []


def test_favourites_and_tags_are_set_by_keyboard_and_narrow_the_shelves(desk: Desk) -> None:
    desk.browse.go_to(BREATH)
    desk.key(Qt.Key.Key_Return)
    preview = desk.browse.preview
    assert preview is not None
    preview.marks.favourite.setFocus()
    desk.key(Qt.Key.Key_Space)
    preview = desk.browse.preview
    assert preview is not None and preview.marks.favourite.isChecked()
    assert QApplication.focusWidget() is preview.marks.favourite, "the keyboard stays where it was"
    desk.press("Add tags")
    assert preview.marks.field is not None
    QTest.keyClicks(preview.marks.field.edit, "winter, First evening,, winter")
    desk.key(Qt.Key.Key_Return)
    assert "Tags: winter, First evening" in desk.words()
    desk.press("Change tags")
    desk.key(Qt.Key.Key_Escape)
    assert "Tags: winter, First evening" in desk.words()

    title = desk.card().title
    for what in ("favourites", "tag:winter", "tag:First evening"):
        desk.browse.kind.choose(what)
        desk.browse._narrow()
        assert desk.titles() == [title], what
    desk.browse.clear()
    desk.type(desk.browse.search.edit, "winter")
    assert title in desk.titles()
    desk.hall.ask(lambda workspace: workspace.shelf_marks.favour("card", BREATH.id, title, on=False))


def test_what_is_no_favourite_any_more_stays_under_the_hand_that_took_it_off(desk: Desk) -> None:
    desk.browse.kind.choose("favourites")
    desk.browse._narrow()
    assert "No favourites yet." in desk.words()
    desk.browse.clear()
    for other in (BREATH, Key(Kind.CARD, "feet-and-chair")):
        desk.browse.go_to(other)
        desk.browse.rows.setFocus()
        desk.key(Qt.Key.Key_Return)
        assert desk.browse.preview is not None
        desk.browse.preview.marks.favourite.setFocus()
        desk.key(Qt.Key.Key_Space)
    desk.browse.kind.choose("favourites")
    desk.browse._narrow()
    assert len(desk.titles()) == 2
    for left in (1, 0):
        shown = desk.browse.preview
        assert shown is not None
        shown.marks.favourite.setFocus()
        desk.key(Qt.Key.Key_Space)
        now = desk.browse.preview
        assert now is not None and now.opened.key == shown.opened.key and not now.marks.favourite.isChecked()
        assert QApplication.focusWidget() is now.marks.favourite
        assert len(desk.titles()) == left
        if left:
            desk.browse.rows.setFocus(Qt.FocusReason.BacktabFocusReason)
            desk.hall.rest()
            there = desk.browse.preview
            assert there is not None and there.opened.key != shown.opened.key and there.marks.favourite.isChecked()


def test_a_name_in_a_tag_is_asked_about(hall: Open) -> None:
    def known(workspace: Workspace) -> None:
        grieving(workspace)
        workspace.members.save(workspace.groups.named("Lantern").id, MemberDraft(name="Zahra"))

    desk = Desk(hall(known))
    desk.browse.go_to(BREATH)
    desk.key(Qt.Key.Key_Return)
    desk.press("Add tags")
    assert desk.browse.preview is not None and desk.browse.preview.marks.field is not None
    QTest.keyClicks(desk.browse.preview.marks.field.edit, "for Zahra")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)
    assert desk.hall.ask(lambda workspace: workspace.shelf_marks.tags()) == (), "pressed twice it is asked twice"
    desk.press("Keep it as it is")
    assert desk.hall.ask(lambda workspace: workspace.shelf_marks.tags()) == ("for Zahra",)


def test_marking_and_the_marked_are_at_the_top_without_scrolling(desk: Desk) -> None:
    """“My favourites” takes two presses that are in sight: one beside an item's title, one over the list."""
    other = Key(Kind.PLAN, "grief-90")  # for another kind than any of our groups
    desk.screen.arrive(Go("library", Key(Kind.CARD, "slow-breathing")))
    desk.hall.rest()
    preview = desk.browse.preview
    assert preview is not None and preview.first is not None
    high = preview.marks.favourite.mapTo(preview, QPoint()).y()
    assert high < preview.first.mapTo(preview, QPoint()).y(), "it stands beside the title, over the buttons"
    for key in (BREATH, other):
        desk.screen.arrive(Go("library", key))
        desk.hall.rest()
        assert desk.browse.preview is not None
        desk.browse.preview.marks.favourite.click()
        desk.hall.rest()
    desk.browse.favourites.click()
    desk.hall.rest()
    assert len(desk.titles()) == 2 and desk.browse.kind.value == "favourites"
    assert desk.browse.favourites.accessibleName() == "Favourites, 2"
    desk.browse.favourites.click()
    assert len(desk.titles()) > 60 and not desk.browse.favourites.isChecked()

    desk.hall.jobs.do(desk.screen, lambda w: w.shelf_marks.tag("card", BREATH.id, "Breath", ("winter",)))
    desk.hall.rest()
    desk.browse.tags["winter"].click()
    assert desk.titles() == [desk.card().title]
    assert not desk.browse.favourites.isChecked() and desk.browse.tags["winter"].isChecked()
    desk.browse.clear()
    assert not desk.browse.tags["winter"].isChecked()


def test_where_the_item_goes_out_of_sight_the_keyboard_goes_to_the_list(desk: Desk) -> None:
    desk.screen.arrive(Go("library", BREATH))
    desk.hall.rest()
    shown = desk.browse.preview
    assert shown is not None and shown.isAncestorOf(QApplication.focusWidget() or desk.screen)
    desk.screen.window().resize(640, 768)
    desk.hall.rest()
    assert desk.browse.narrow and desk.browse.rows.hasFocus()


def test_a_form_is_saved_by_its_key_from_any_field(desk: Desk) -> None:
    """Forty stops lie between the title and the button for somebody without a mouse."""
    desk.screen.writing.open(Kind.CARD, BREATH.id)
    desk.hall.rest()
    form = desk.screen._page
    assert isinstance(form, CardForm) and "Ctrl+S" in form.save_button.toolTip()
    QTest.keyClicks(form.begins(), " today")
    QTest.keyClick(form.begins(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.hall.rest()
    assert any("today" in title for title in desk.titles())


def test_what_somebody_comes_for_is_shown_though_something_changes_meanwhile(desk: Desk) -> None:
    """The item shown before is read again after a change; that must not take the place of the one asked for."""
    desk.screen.arrive(Go("library", Key(Kind.CARD, "feet-and-chair")))
    desk.hall.rest()
    desk.hall.jobs.do(desk.screen, lambda w: w.shelf_marks.favour("card", BREATH.id, "Breath"))
    desk.screen.arrive(Go("library", BREATH))
    desk.hall.rest()
    assert desk.browse.preview is not None and desk.browse.preview.opened.key == BREATH
    assert not desk.screen._coming


def test_a_whole_question_brings_what_comes_near(desk: Desk) -> None:
    desk.type(desk.browse.search.edit, "what do I say if somebody cries")
    assert "Someone cries" in desk.titles() and len(desk.titles()) <= 6
    assert "Nothing has all of these words. These come near." in desk.words()
    desk.type(desk.browse.search.edit, "zzz")
    assert desk.titles() == [] and "Nothing here is called “zzz”." in desk.words()
