"""Writing under the name guard: offsets, what is to be settled, one step of undo for each answer, and no trace left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.guarding import GuardFacts, NoteGuard
from facilitator.nameguard import Edit, Person
from tests.ui.audit import audit, settle
from ui.theme import Theme
from ui.widgets import Button, Header, Reason, box, down
from ui.writing.editor import Editor
from ui.writing.guarded import GuardedPage
from ui.writing.offsets import Offsets, edit_between
from ui.writing.settling import at_once

Key = Qt.Key
FACTS = GuardFacts((Person(1, "Zahra", "Haddad"), Person(2, "Joan"), Person(3, "Sam", "Ito"), Person(4, "Sam", "Reid")))
LETTERS = st.text(st.sampled_from("ab \U0001f600e\u0301\u0639\n"), max_size=24)


# ---------------------------------------------------------------- places in a text
@given(LETTERS)
def test_places_count_what_qt_counts(text: str) -> None:
    offsets = Offsets(text)
    for n in range(len(text) + 1):
        units = len(text[:n].encode("utf-16-le")) // 2
        assert offsets.units(n) == units and offsets.points(units) == n


@given(LETTERS, LETTERS)
def test_an_edit_leads_from_one_text_to_the_other(old: str, new: str) -> None:
    edit = edit_between(old, new)
    put = new[edit.start : edit.start + edit.added]
    assert old[: edit.start] + put + old[edit.start + edit.removed :] == new
    if old == new:
        assert edit == Edit(len(old), 0, 0)


# ---------------------------------------------------------------- the text
@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> Editor:
    """An empty text under the guard."""
    editor = Editor(theme, "The note", NoteGuard(FACTS), ("What we did",))
    qtbot.addWidget(editor)
    editor.resize(600, 300)
    editor.show()
    return editor


def written(editor: Editor) -> list[str]:
    return [word.written for word in editor.words]


def test_what_is_flagged_stands_under_the_very_letters(editor: Editor) -> None:
    """A grin counts two for Qt and one for the guard."""
    editor.put("\U0001f600\U0001f600 Zahra came. e\u0301 Joan did too.")
    zahra, joan = editor.words
    assert (zahra.written, zahra.label, joan.written, joan.label) == ("Zahra", "Person A", "Joan", "Person B")
    editor.choose(joan.flag.start, joan.flag.end)
    assert editor.textCursor().selectedText() == "Joan" and editor.caret == joan.flag.end
    [rect] = editor._places(zahra)
    cursor = editor.cursorForPosition(rect.center().toPoint())
    cursor.select(cursor.SelectionType.WordUnderCursor)
    assert cursor.selectedText() == "Zahra"
    editor.use(joan, joan.label)
    assert editor.text == "\U0001f600\U0001f600 Zahra came. e\u0301 Person B did too."
    assert written(editor) == ["Zahra"]


@pytest.mark.parametrize("zoom", [1.25, 2.0])
def test_another_zoom_leaves_all_that_can_be_undone(
    qtbot: QtBot, qapp: QApplication, theme: Theme, editor: Editor, zoom: float,
) -> None:
    """What was typed and what was let stand go back step by step; the lines are as far apart as if begun at it."""
    editor.put("Joan came.\nWe read.")
    qtbot.keyClicks(editor, "Now ")
    editor.settle()
    editor.keep(next(word for word in editor.words if word.written == "Joan"))
    wide = editor.document().idealWidth()
    theme.use(qapp, zoom=zoom)
    begun = Editor(theme, "Another", NoteGuard(FACTS))
    qtbot.addWidget(begun)
    begun.resize(editor.size())
    begun.show()
    begun.put(editor.text)
    assert editor.document().size() == begun.document().size() and editor.document().idealWidth() > wide
    lines = [editor.cursorForPosition(editor._places(word)[0].center().toPoint()) for word in editor.words]
    assert [line.block().blockNumber() for line in lines] == [0] * len(lines)
    assert editor.kept
    editor.undo()
    editor.settle()
    assert "Joan" in written(editor) and not editor.kept
    theme.use(qapp, zoom=1.0)
    editor.undo()
    assert editor.text == "Joan came.\nWe read." and editor.document().isRedoAvailable()
    editor.redo()
    assert editor.text == "Now Joan came.\nWe read."
    begun.put(editor.text)
    assert editor.document().size() == begun.document().size()
    editor.insertPlainText("\n")
    begun.put(editor.text)
    assert editor.document().size() == begun.document().size()


def test_what_is_flagged_is_underlined_where_lines_are_read_both_ways(editor: Editor) -> None:
    """A Latin name inside Arabic words stands elsewhere than the places before and after it say."""
    editor.put("جاءت زهرة مع Joan Smith إلى هنا.")
    joan = next(word for word in editor.words if "Joan" in word.written)
    wide = editor._theme.metrics("lead").horizontalAdvance(joan.written)
    places = editor._places(joan)
    assert 0.9 * wide < sum(rect.width() for rect in places) < 1.1 * wide
    for rect in places:
        spot = editor.cursorForPosition(rect.center().toPoint()).position()
        assert editor._offsets.units(joan.flag.start) <= spot <= editor._offsets.units(joan.flag.end)


def test_nothing_is_changed_in_silence_and_each_answer_is_one_step(editor: Editor) -> None:
    text = "Zahra came. Joan came. Zahra left."
    editor.put(text)
    assert editor.text == text and written(editor) == ["Zahra", "Joan", "Zahra"]
    editor.use(editor.words[0], "Person A")
    editor.keep(editor.words[0])
    assert editor.text == "Person A came. Joan came. Zahra left." and written(editor) == ["Zahra"]
    assert [editor.text[a:b] for a, b in editor.kept] == ["Joan"]
    editor.use_all(at_once(editor.words))
    assert editor.text == "Person A came. Joan came. Person A left." and not editor.words
    for back in (["Zahra"], ["Joan", "Zahra"], ["Zahra", "Joan", "Zahra"]):
        editor.undo()
        editor.settle()
        assert written(editor) == back
    assert editor.text == text
    for _step in range(3):
        editor.redo()
    editor.settle()
    assert editor.text == "Person A came. Joan came. Person A left." and not editor.words


def test_several_are_replaced_in_one_step(editor: Editor) -> None:
    text = "Zahra \U0001f600 and Joan; ring 07700 900142."
    editor.put(text)
    editor.use_all(at_once(editor.words))
    assert editor.text == "Person A \U0001f600 and Person B; ring [phone]."
    editor.undo()
    assert editor.text == text


def test_a_kept_word_that_grows_is_asked_about_again(qtbot: QtBot, editor: Editor) -> None:
    """What is typed at its end is none of it, and the same word elsewhere is another matter."""
    editor.put("We thanked Joan")
    editor.keep(editor.words[0])
    assert not editor.words
    editor.go_to(len("We thanked Joan"))
    qtbot.keyClicks(editor, " and Joan")
    editor.settle()
    assert written(editor) == ["Joan"] and editor.words[0].flag.start == len("We thanked Joan and ")
    editor.go_to(len("We thanked Joan"))
    qtbot.keyClicks(editor, "na")
    editor.settle()
    assert written(editor)[0] == "Joanna"


def test_another_text_is_asked_about_whatever_was_let_stand_before(editor: Editor) -> None:
    for _turn in range(2):
        editor.put("mad hollie and hope did the tea")
        assert written(editor) == ["hollie", "hope"]
        for word in tuple(editor.words):
            editor.look_at(word)
            editor.keep(word)
        assert not editor.words and [editor.text[a:b] for a, b in editor.kept] == ["hollie", "hope"]


def test_letters_go_by_first_mention_and_stay_once_used(editor: Editor) -> None:
    editor.put("Joan came.")
    assert editor.words[0].label == "Person A"
    editor.put("Zahra came, then Joan.")
    assert [word.label for word in editor.words] == ["Person A", "Person B"]
    editor.use(editor.words[1], "Person B")
    editor.put("Joan came before Zahra.")
    assert [word.label for word in editor.words] == ["Person B", "Person A"]
    editor.wipe()
    editor.put("Joan came before Zahra.")
    assert [word.label for word in editor.words] == ["Person A", "Person B"]


def test_labels_of_another_day_stand_for_whom_they_stood(editor: Editor) -> None:
    """A note that is changed, or came back after a lock: who was Person B then is not known any more."""
    editor.put("Person B was late. Joan came, then Zahra.")
    assert [word.label for word in editor.words] == ["Person C", "Person D"]
    editor.wipe()
    editor.put("Joan came.")
    assert editor.words[0].label == "Person A"


def test_the_guard_reads_after_a_pause_and_never_between_two_keys(qtbot: QtBot, editor: Editor) -> None:
    editor.put("It was a long evening. ")
    editor.go_to(len(editor.text))
    qtbot.keyClicks(editor, "Then Joan ")
    assert not editor.words and editor.settling.behind
    qtbot.waitUntil(lambda: written(editor) == ["Joan"])
    editor.go_to(0)
    qtbot.keyClicks(editor, "So: ")
    assert editor.text[editor.words[0].flag.start : editor.words[0].flag.end] == "Joan"  # moved along at once


def test_pasted_words_are_plain_and_the_headings_stay_bold(qtbot: QtBot, editor: Editor) -> None:
    editor.put("What we did\n")
    editor.go_to(len(editor.text))
    QGuiApplication.clipboard().setText("Zahra rang")
    editor.paste()
    editor.settle()
    assert written(editor) == ["Zahra"]
    first = editor.document().begin().layout().formats()
    assert first and first[0].format.font().bold()


def test_wiping_leaves_nothing_in_undo_and_on_the_clipboard(qtbot: QtBot, editor: Editor) -> None:
    editor.put("Zahra came.")
    qtbot.keyClicks(editor, "Joan ")
    editor.selectAll()
    editor.copy()
    assert "Zahra" in QGuiApplication.clipboard().text()
    editor.wipe()
    assert editor.text == "" and not editor.document().isUndoAvailable() and not editor.document().isRedoAvailable()
    assert "Zahra" not in QGuiApplication.clipboard().text()
    assert not editor.words and editor.here is None and editor.kept == ()


def test_what_was_let_stand_comes_back_with_a_draft(editor: Editor) -> None:
    editor.put("\U0001f600 Joan came. Zahra left.")
    editor.keep(editor.words[0])
    text, kept = editor.text, editor.kept
    editor.put("")
    editor.put(text, kept)
    assert written(editor) == ["Zahra"] and editor.kept == kept


# ---------------------------------------------------------------- the page
class Sheet(GuardedPage):
    """A page with a text and one button."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, Header(theme, "", "A note"), "The note", FACTS, NoteGuard(FACTS))
        self.button = Button(theme, "Keep", "primary")
        self.sent: list[str] = []
        self.body.put(box(down(theme, self.paper(), self.button, Reason(theme, self.button))), self.panel)
        self._arrange()

    def _say(self) -> None:
        if self.editor.words:
            self.button.off("Not yet.")
        else:
            self.button.on()

    def _next(self) -> Button:
        return self.button

    def send(self) -> None:
        self.sent.append(self.editor.text)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Callable[..., Sheet]:
    """Makes a page of a size, with a text."""

    def made(text: str, wide: int = 1142) -> Sheet:
        page = Sheet(theme)
        qtbot.addWidget(page)
        page.resize(wide, 768)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.editor.put(text)
        page.editor.setFocus()
        settle()
        return page

    return made


@pytest.mark.parametrize("wide", [1142, 683])
def test_every_word_is_settled_by_the_keyboard(qtbot: QtBot, page: Callable[..., Sheet], wide: int) -> None:
    """F8 goes to a word, Enter accepts, K keeps; beside the text and, where there is one column, at its foot."""
    sheet = page("Then Zahra came. Joan came. Ring 07700 900142.", wide)
    sheet.editor.go_to(0)
    assert not sheet.button.isEnabled()
    answers = sheet.dock_row if sheet.narrow else sheet.panel
    assert sheet.narrow == (wide < 980)

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        qtbot.keyClick(target, key, modifier)
        settle()

    press(Key.Key_F8)
    assert answers.use_button.hasFocus() and answers.word is not None and answers.word.written == "Zahra"
    press(Key.Key_F8)
    assert answers.word.written == "Joan"
    press(Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    press(Key.Key_Return)
    assert sheet.editor.text.startswith("Then Person A came.") and answers.word.written == "Joan"
    press(Key.Key_K)
    assert answers.asking and "Joan" in written(sheet.editor)  # keeping what is sure asks once more
    press(Key.Key_K)
    assert written(sheet.editor) == ["07700 900142"]
    press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert written(sheet.editor) == ["Joan", "07700 900142"]
    press(Key.Key_F8)
    while answers.word is not None and answers.word.written != "07700 900142":
        press(Key.Key_F8)
    press(Key.Key_Return)
    assert written(sheet.editor) == ["Joan"]
    press(Key.Key_E)
    assert sheet.editor.hasFocus() and sheet.editor.textCursor().selectedText() == "Joan"
    qtbot.keyClicks(sheet.editor, "somebody")
    sheet.editor.settle()
    assert sheet.editor.text == "Then Person A came. somebody came. Ring [phone]."
    assert sheet.button.isEnabled()
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sheet.sent == [sheet.editor.text]


def test_sure_words_may_be_taken_together_after_a_list_and_doubtful_ones_never(
    qtbot: QtBot, page: Callable[..., Sheet]
) -> None:
    sheet = page("Zahra and Joan came. mad hollie and hope did the tea.")
    doubtful = [word.written for word in sheet.editor.words if not word.sure]
    assert doubtful
    sheet.panel.all_button.click()
    settle()
    use = next(one for one in sheet.panel.findChildren(Button) if one.words.startswith("Use these"))
    assert use.isVisible() and sheet.editor.text.startswith("Zahra")
    use.click()
    settle()
    assert sheet.editor.text.startswith("Person A and Person B came.") and written(sheet.editor) == doubtful
    sheet.editor.undo()
    assert sheet.editor.text.startswith("Zahra and Joan came.")


def test_the_list_of_sure_words_is_settled_by_the_keyboard(
    qtbot: QtBot, page: Callable[..., Sheet], monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it is shown the button under it has the keyboard, and no key answers for a word that is out of sight."""
    said: list[str] = []
    monkeypatch.setattr("ui.writing.panel.announce", lambda _widget, words: said.append(words))
    text = "Zahra came. mad hollie did the tea. Joan rang on 07700 900142."
    sheet = page(text)

    def press(key: Key) -> None:
        qtbot.keyClick(QApplication.focusWidget(), key)
        settle()

    def open_list() -> Button:
        sheet.panel.all_button.setFocus(Qt.FocusReason.TabFocusReason)
        press(Key.Key_Return)
        use = next(one for one in sheet.panel.findChildren(Button) if one.words.startswith("Use these 3"))
        assert use.hasFocus() and use.isVisible()
        return use

    open_list()
    assert said[-1] == "These words become Zahra: Person A; Joan: Person B; 07700 900142: [phone]"
    press(Key.Key_K)
    press(Key.Key_E)
    assert sheet.editor.text == text and not sheet.panel.asking and not sheet.editor.hasFocus()
    press(Key.Key_F8)
    assert sheet.panel.use_button.hasFocus() and sheet.panel.use_button.isVisible()
    assert " Why: a " in said[-1]
    open_list()
    press(Key.Key_Return)
    assert sheet.editor.text == "Person A came. mad hollie did the tea. Person B rang on [phone]."
    [doubtful] = sheet.editor.words
    assert sheet.editor.here == doubtful and sheet.panel.use_button.hasFocus()


def test_the_answer_keeps_the_keyboard_when_the_page_turns_narrow_and_wide(page: Callable[..., Sheet]) -> None:
    sheet = page("Zahra rang 07700 900142.", 1142)
    sheet.walk(-1)
    settle()
    for wide, answers in ((683, sheet.dock_row), (1142, sheet.panel)):
        sheet.resize(wide, 700)
        settle()
        assert answers.use_button.hasFocus() and answers.word is not None and answers.word.written == "07700 900142"
    assert sheet.panel._why.isHidden()  # it would say again that it is a telephone number


def test_typing_over_takes_the_second_question_back(qtbot: QtBot, page: Callable[..., Sheet]) -> None:
    sheet = page("Zahra came.")
    sheet.walk(1)
    qtbot.keyClick(sheet.panel.use_button, Key.Key_K)
    assert sheet.panel.asking
    qtbot.keyClick(sheet.panel.use_button, Key.Key_E)
    assert not sheet.panel.asking and sheet.panel.keep_button.words == "Keep it"


def test_the_first_word_found_is_told_once(page: Callable[..., Sheet], monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    sheet = page("")
    monkeypatch.setattr("ui.writing.guarded.announce", lambda _widget, words: said.append(words))
    sheet.editor.setFocus()
    for words in ("Zahra came. ", "Joan came."):
        sheet.editor.insertPlainText(words)
        sheet.editor.settle()
    assert said == ["1 word may point to someone. F8 leads there."]


def test_a_role_is_not_told_twice(editor: Editor) -> None:
    """The label takes the place of the role before the name, too, and one step back brings both again."""
    text = "Then her sister Nasreen rang. His mum Ottilie was kind."
    editor.put(text)
    sister, mother = editor.words
    assert (sister.label, mother.label) == ("[sister]", "[mother]")
    editor.use_all((sister, mother))
    assert editor.text == "Then her [sister] rang. His [mother] was kind."
    editor.undo()
    assert editor.text == text


@pytest.mark.parametrize("wide", [1142, 683])
def test_who_is_meant_is_asked_where_two_have_a_name(
    page: Callable[..., Sheet], wide: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("ui.writing.panel.announce", lambda _widget, words: said.append(words))
    sheet = page("Sam spoke first.", wide)
    sheet.walk(1)
    settle()
    assert "Which of them is meant?" in said[-1] and "Enter" not in said[-1]
    answers = sheet.dock_row if sheet.narrow else sheet.panel
    assert [one.words for one in answers.choices] == ["Sam Ito: “Person A”", "Sam Reid: “Person B”"]
    assert answers.use_button.kind == "plain" and answers.choices[0].hasFocus()
    assert at_once(sheet.editor.words) == ()
    answers.choices[1].click()
    settle()
    assert sheet.editor.text == "Person B spoke first."


@pytest.mark.parametrize("wide", [1142, 683])
def test_nothing_is_cut(theme: Theme, page: Callable[..., Sheet], wide: int) -> None:
    sheet = page("Zahra and Joan came. mad hollie and hope did the tea. Sam Ito rang 07700 900142.", wide)
    sheet.walk(1)
    assert not audit(sheet, theme)
    sheet.panel._keep()
    sheet.dock_row._keep()
    assert not audit(sheet, theme)
