"""A note after a circle: eleven people and places in it, settled by the keyboard, kept, and gone for good."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from facilitator import vault
from facilitator.library import Library
from facilitator.model.group import GroupDraft, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.member import MemberDraft
from facilitator.model.session import Count, SeriesDraft
from facilitator.workspace import Workspace
from tests.journeys.hands import ENTER, Hands
from tests.ui.front import CHEAP, WORDS, Front, unlock
from ui.screens.tonight.notes.page import NotePage
from ui.widgets import Button, Chip
from ui.writing.editor import Editor

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
NOTE = (
    "Zahra came early \U0001f642 and Mr Carter stayed late. her sister Nasreen rang on 07700 900142. "
    "Write to zahra@post.example please. his brother Kasimir lives at 27 Larkspur Lane, MB4 7QX. "
    "The card says 943 476 5919 and born 14/02/1961. See @quellbrook88 online."
)
LISTED = ("zahra", "carter", "nasreen", "900142", "zahra@post.example")
"""Stand on the list of members, and nowhere else."""
STRANGE = ("kasimir", "larkspur", "mb4 7qx", "943 476", "14/02/1961", "quellbrook")
"""Stand nowhere at all."""


@pytest.fixture
def circle(front: Front) -> Id:
    """A vault with a circle on Thursdays that was held tonight, and two people on its list. Gives the group."""
    folder: Path = front.home / "Blue folder.vault"
    unlocked = vault.create(folder, WORDS, front.clock, kdf=CHEAP)
    unlocked.confirm_recovery(pending := unlocked.new_recovery(), pending.code)
    w = Workspace(unlocked, front.clock, Library())
    w.facilitators.add("Ruth", unlocked.holder)
    w.groups.save(GroupDraft(name="Lantern circle", record_level=RecordLevel.CONTACTABLE,
                             team=(w.facilitators.all()[0].id,)))
    group = w.groups.all()[0]
    w.members.save(group.id, MemberDraft(name="Zahra Haddad", contact="zahra@post.example",
                                         emergency_contact="her sister Nasreen, 07700 900142"))
    w.members.save(group.id, MemberDraft(name="Will Carter"))
    w.sessions.series.save(group.id, SeriesDraft(weekday=3, start_minute=19 * 60, first_on=date(2025, 11, 20)))
    front.clock.move(hours=3)
    w.attendance.hold(w.sessions.on(group.id, front.clock.today())[0], Count(heads=7, newcomers=1, out=7))
    unlocked.close()
    front.house.end()
    front.house.show_gate(folder)
    unlock(front)
    return group.id


def begin(front: Front, hands: Hands) -> Editor:
    """From Tonight to the words of the note."""
    hands.rest()
    hands.press("After the circle", ENTER, Button)
    hands.press("What came up?", ENTER, Button)
    hands.press("Sleep", kind=Chip)
    editor = hands.find(Editor, "The note")
    front.tab_to(editor)
    return editor


def standing(front: Front) -> list[str]:
    """Which of the planted words stand anywhere in the opened database: every table, those of the index too."""

    def look(workspace: Workspace) -> list[str]:
        store, found = workspace.vault.store, []
        for row in store.all("select name from sqlite_schema where type = 'table'"):
            words = STRANGE if row["name"] == "member" else STRANGE + LISTED
            for one in store.all(f'select * from "{row["name"]}"'):
                said = " ".join(map(_plain, one.values())).casefold()
                found += [f"{row['name']}: {word}" for word in words if word in said]
        return found

    answer: list[str] = front.ask(look)
    return answer


def _plain(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def fields(window: QWidget) -> str:
    """All that stands in any field of the window, in sight or not."""
    texts = [one.toPlainText() for kind in (QTextEdit, QPlainTextEdit) for one in window.findChildren(kind)]
    return " ".join((*texts, *(one.text() for one in window.findChildren(QLineEdit)))).casefold()


def test_ten_people_and_places_leave_no_trace(front: Front, circle: Id) -> None:
    hands = Hands(front)
    editor = begin(front, hands)
    QApplication.clipboard().clear()
    before, grin, after = NOTE.partition("\U0001f642")
    front.qtbot.keyClicks(editor, before)
    editor.insertPlainText(grin)  # as an input method does it: no key has it
    front.qtbot.keyClicks(editor, after)
    hands.rest()
    editor.selectAll()
    front.press(KEY.Key_C, CONTROL)
    front.press(KEY.Key_End)
    assert "Kasimir" in QGuiApplication.clipboard().text()
    assert front.house.opened is not None
    drafting = front.house.opened.drafting
    drafting.autosave()
    drafting.settle()
    assert [one.place for one in front.ask(lambda w: w.drafts.list())] == ["tonight/note"]
    assert standing(front) == []  # what is half typed never reaches the database
    undone: list[bool] = []
    front.press(KEY.Key_F8)
    assert len(editor.words) == 11
    while editor.words:
        word = editor.words[0]
        front.press(ENTER)
        hands.rest()
        undone.append(word in editor.words)
    assert not any(undone) and hands.find(Button, "Save the note").hasFocus()
    front.press(ENTER)
    hands.rest()
    assert "may still recognise someone" in hands.says()
    front.press(ENTER)
    hands.rest()
    [note] = front.ask(lambda w: w.notes.of_group(circle))
    assert note.body == (
        "Person A came early \U0001f642 and Person B stayed late. her [sister] rang on [phone]. "
        "Write to [e-mail] please. his [brother] lives at [address], [postcode]. "
        "The card says [number] and born [date of birth]. See [online name] online.")
    drafting.settle()
    assert front.ask(lambda w: w.drafts.list()) == ()
    assert standing(front) == []
    assert not any(word in fields(front.window) for word in (*STRANGE, *LISTED))
    assert front.window.findChild(NotePage) is None
    assert "Kasimir" not in QGuiApplication.clipboard().text()
    assert front.ask(lambda w: w.search("Kasimir")) == ()
    assert [hit.kind for hit in front.ask(lambda w: w.search("postcode"))] == ["note"]
    assert front.strays.seen == []
    front.press(KEY.Key_Z, CONTROL)  # the save itself is taken back by the store, and brings no name
    hands.rest()
    assert front.ask(lambda w: w.notes.of_group(circle)) == () and standing(front) == []


def test_a_lock_in_the_middle_of_a_word_brings_the_draft_back(front: Front, circle: Id) -> None:
    hands = Hands(front)
    editor = begin(front, hands)
    front.qtbot.keyClicks(editor, "It was calm. Then Zah")
    folder = front.home / "Blue folder.vault"
    front.house.lock()
    front.locked()
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    # whole words: three letters stand in a megabyte of noise by chance
    assert not any(b"Then Zah" in file or b"was calm" in file for file in files)
    unlock(front)
    hands.rest()
    assert "A note" in hands.says()
    hands.press("Pick it up", kind=Button)
    editor = hands.find(Editor, "The note")
    assert editor.text == "It was calm. Then Zah"
    editor.go_to(len(editor.text))
    editor.setFocus()
    front.type("ra spoke.")
    editor.settle()
    assert [word.written for word in editor.words] == ["Zahra"]
