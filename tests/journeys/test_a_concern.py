"""A concern from the hard moment to its close: acted on, typed and printed, sealed, read by the lead, told back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QRadioButton

from facilitator import vault
from facilitator.library import Library
from facilitator.model.group import GroupDraft, RecordLevel
from facilitator.model.organisation import Organisation
from facilitator.model.paper import PersonalData
from facilitator.model.session import SeriesDraft
from facilitator.workspace import Workspace
from tests.journeys.hands import ENTER, Hands
from tests.ui.front import CHEAP, WORDS, Front, unlock
from ui.gate.unlock import UnlockPage
from ui.screens.tonight.concern.act_page import ActPage

DEV_WORDS = "pebble harbour nine gentle trumpets"
SAID = "“He took my card,” said Quetzalcoatl."


@pytest.fixture
def circle(front: Front) -> Path:
    """A vault that Ruth and Dev open, Dev is the lead; a circle that keeps head-counts only. Gives the folder."""
    folder: Path = front.home / "Blue folder.vault"
    unlocked = vault.create(folder, WORDS, front.clock, kdf=CHEAP)
    w = Workspace(unlocked, front.clock, Library())
    w.facilitators.add("Ruth", unlocked.holder)
    w.facilitators.add("Dev", unlocked.add_facilitator(DEV_WORDS))
    w.organisations.save(Organisation(country="GB", lead_name="Dev", lead_contact="07700 900123"))
    w.groups.save(GroupDraft(name="Lantern circle", record_level=RecordLevel.TALLY))
    w.sessions.series.save(w.groups.all()[0].id, SeriesDraft(weekday=3, start_minute=19 * 60,
                                                             first_on=date(2025, 11, 20)))
    unlocked.close()
    front.house.end()
    front.house.show_gate(folder)
    unlock(front)
    return folder


def come_in(front: Front, hands: Hands, words: str) -> None:
    """Lock, and somebody unlocks with their words."""
    front.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    front.locked()
    front.page(UnlockPage)
    front.type(words)
    front.press(ENTER)
    front.inside()
    hands.rest()


def in_the_list(front: Front, hands: Hands) -> str:
    """What the list of concerns says of the only one."""
    [row] = front.window.findChild(ActPage).rows.items
    return f"{row.title} | {row.detail}"


def test_from_the_hard_moment_to_the_close(front: Front, circle: Path) -> None:
    """By the keyboard alone, in a group that keeps no names; nothing of it lies in clear, and nobody else reads it."""
    hands = Hands(front)
    hands.rest()
    front.press(Qt.Key.Key_M)
    hands.rest()
    hands.press("A concern: act first")
    assert "Is anyone in danger now?" in hands.says() and "999" in hands.says() and "Dev, 07700 900123" in hands.says()
    hands.press("Type it and seal it")
    assert hands.find(QRadioButton, "Dev").isChecked() and "You cannot read it again." in hands.says()
    hands.find(QPlainTextEdit, "What did they say").setPlainText(SAID)
    hands.press("Print it first")
    assert {paper.personal for paper in front.ask(lambda w: w.papers.out())} == {PersonalData.CONTAINED}
    hands.press("Seal it for Dev")
    assert "Not opened yet" in in_the_list(front, hands) and SAID not in hands.says()
    assert front.ask(lambda w: w.search("Quetzalcoatl")) == ()

    come_in(front, hands, DEV_WORDS)
    assert "A concern is sealed for you, and waits to be read." in hands.says() and SAID not in hands.says()
    hands.press("Look at the concerns")
    page = front.window.findChild(ActPage)
    page.rows.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.rows, ENTER)
    hands.rest()
    assert SAID in hands.says() and "Written by Ruth" in hands.says()
    hands.press("Close the concern")
    assert "The concern stays open" in hands.says()
    hands.find(QLineEdit, "Passed to").setText("social services")
    hands.find(QLineEdit, "On which day").setText("20/11/2025")
    hands.press("Keep it")
    assert "Passed to social services" in in_the_list(front, hands)

    come_in(front, hands, WORDS)
    [kept] = front.ask(lambda w: w.concerns.all())
    assert (kept.opened_on, kept.passed_to, kept.mine) == (date(2025, 11, 20), "social services", False)
    front.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    front.locked()
    assert not any(b"Quetzalcoatl" in path.read_bytes() for path in circle.rglob("*") if path.is_file()
                   and path.name != "lock")
