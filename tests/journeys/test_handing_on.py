"""An evening to its end and on to the next one: arrivals, the circle, a hard moment, after, hand on, another opens."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QRadioButton

from facilitator import vault
from facilitator.library import Library
from facilitator.model.form import DEBRIEF
from facilitator.model.group import GroupDraft, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.sealed import SealedKind
from facilitator.model.session import SeriesDraft, SessionStatus
from facilitator.workspace import Workspace
from tests.journeys.hands import ENTER, Hands
from tests.ui.front import CHEAP, WORDS, Front, unlock
from ui.gate.unlock import UnlockPage
from ui.screens.tonight.baton_card import BatonCard
from ui.widgets import Button, CheckRow

DEV_WORDS = "pebble harbour nine gentle trumpets"
KEY = Qt.Key


@pytest.fixture
def circle(front: Front) -> Id:
    """A vault that two open; a circle on Thursdays with a plan; half past six. Gives the group."""
    folder: Path = front.home / "Blue folder.vault"
    unlocked = vault.create(folder, WORDS, front.clock, kdf=CHEAP)
    w = Workspace(unlocked, front.clock, Library())
    w.facilitators.add("Ruth", unlocked.holder)
    w.facilitators.add("Dev", unlocked.add_facilitator(DEV_WORDS))
    team = tuple(one.id for one in w.facilitators.all())
    w.groups.save(GroupDraft(name="Lantern circle", record_level=RecordLevel.TALLY, team=team))
    group = w.groups.all()[0]
    w.sessions.series.save(group.id, SeriesDraft(weekday=3, start_minute=19 * 60, first_on=date(2025, 11, 20)))
    session = w.sessions.tonight()[0]
    w.agendas.save(w.agendas.draft(w.library.agenda_template("mental-health-90"), session), session)
    unlocked.close()
    front.house.end()
    front.house.show_gate(folder)
    unlock(front)
    return group.id


def test_from_the_first_arrival_to_the_next_facilitator(front: Front, circle: Id) -> None:
    """By the keyboard alone; what Ruth leaves is what Dev reads, and what is hers alone he never sees."""
    hands = Hands(front)
    hands.rest()
    arrivals(front, hands)
    the_circle(front, hands)
    session = front.ask(lambda w: w.evenings.tonight().session)
    lines = after_it(front, hands)
    assert lines[0] == "6 people came. 1 for the first time."

    front.locked()
    front.clock.move(days=6, hours=21)
    front.page(UnlockPage)
    front.type(DEV_WORDS)
    front.press(ENTER)
    front.inside()
    hands.rest()
    assert all(line in hands.says() for line in lines)
    assert "Bring the bus timetable" in hands.find(CheckRow, "Settled: Bring the bus").words
    hands.press("I have read it")
    assert lines[-1] not in hands.says() and front.ask(lambda w: w.batons.waiting(circle)) is None
    hands.press("Settled: Bring the bus")
    assert front.ask(lambda w: w.loose_ends.open(circle)) == ()
    assert front.ask(lambda w: w.sealed.mine()) == ()
    assert front.ask(lambda w: w.vault.store.counts()["sealed"]) == 1
    held = front.ask(lambda w: w.sessions.get(session.id))
    assert (held.status, held.count.heads, held.count.out) == (SessionStatus.HELD, 6, 6)


def arrivals(front: Front, hands: Hands) -> None:
    """Six come, one for the first time; two facilitators and a first-aider are there."""
    hands.press("Start the circle", ENTER)
    for key in (KEY.Key_Space, KEY.Key_Space, KEY.Key_N, KEY.Key_Space, KEY.Key_Space, KEY.Key_Space):
        front.press(key)
    hands.rest()
    assert "I’m glad that you came" in hands.says()
    front.clock.move(minutes=30)
    front.press(KEY.Key_R)
    hands.rest()
    assert "Before you begin" in hands.says()
    front.press(KEY.Key_1)
    hands.rest()
    front.press(KEY.Key_2)
    hands.rest()
    hands.press("Begin the circle", ENTER)


def the_circle(front: Front, hands: Hands) -> None:
    """Part by part; in the middle somebody cries, the circle rests, and goes on."""
    assert "Open and agree" in hands.says()
    front.clock.move(minutes=8)
    front.press(KEY.Key_N)
    hands.rest()
    front.press(KEY.Key_M)
    hands.rest()
    front.type("cry")
    front.press(ENTER)
    hands.rest()
    assert "Stay calm and quiet" in hands.says() and "The circle is at rest" in hands.says()
    hands.press("One of us stepped out")
    hands.press("The circle goes on")
    front.clock.move(minutes=80)
    for _part in range(10):
        if front.ask(lambda w: w.runs.outcome(w.evenings.tonight().session).ended) is not None:
            break
        front.press(KEY.Key_N)
        hands.rest()
    assert front.ask(lambda w: w.stamps.of(w.evenings.tonight().session))[0][0] == "went-out"


def after_it(front: Front, hands: Hands) -> tuple[str, ...]:
    """Out, hands, a loose end, the debrief, one's own light, and handing on; gives what was shown of that."""
    hands.press("Who is there")
    hands.press("Going home", kind=QRadioButton)
    hands.press("All 6 went home")
    hands.press("The circle was held")
    assert "After the circle" in hands.says()
    five = hands.find(QAbstractSpinBox, "Hands with 5 fingers")
    five.setFocus(Qt.FocusReason.TabFocusReason)
    hands.rest()
    front.type("4")
    front.press(KEY.Key_Tab)
    hands.rest()
    front.tab_to(hands.find(QLineEdit, "For next time"))
    front.type("Bring the bus timetable")
    front.press(ENTER)
    hands.rest()
    hands.press("Debrief for two")
    first = front.ask(lambda w: w.library.form(DEBRIEF)).questions[0].ask
    hands.find(QPlainTextEdit, first).setFocus()
    front.type("We were on time")
    hands.press("Hide mine, and hand over")
    assert "We were on time" not in hands.says()
    hands.find(QPlainTextEdit, first).setFocus()
    front.type("The closing")
    hands.press("Show both")
    assert "We were on time" in hands.says() and "The closing" in hands.says()
    hands.press("Keep the debrief")
    hands.press("Amber", kind=QRadioButton)
    hands.press("Seal it for me alone")
    assert front.ask(lambda w: [page.light for page in w.sealed.mine(SealedKind.LIGHT)]) == ["amber"]
    assert front.ask(lambda w: w.runs.outcome(w.evenings.tonight().session).closing_fist)[5] == 4
    hands.press("Lock and hand on")
    hands.find(QPlainTextEdit, "Anything else").setFocus()
    front.type("The side door sticks")
    hands.rest()
    card = next(one for one in front.window.findChildren(BatonCard) if one.isVisible())
    shown = card.lines
    assert shown[-1] == "The side door sticks"
    button = hands.find(Button, "Hand on, and lock")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    front.qtbot.keyClick(button, ENTER)
    return shown
