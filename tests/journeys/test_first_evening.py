"""A first evening, whole: new vault, a roster from Excel, a plan, the pack, the count, lock, and all there again."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from facilitator.model.group import Application
from facilitator.model.session import SessionStatus
from tests.core.spreadsheets import xlsx
from tests.journeys.hands import ENTER, Hands
from tests.ui.front import Front
from ui.gate.again import AgainPage
from ui.gate.hello import HelloPage
from ui.gate.naming import NamePage
from ui.gate.unlock import UnlockPage
from ui.gate.welcome import WelcomePage
from ui.gate.words import WordsPage
from ui.widgets import Button, RowList

ROSTER = {"Roster": [["First name", "Diagnosis", "Access needs"], ["Zahra", "kept-by-nobody", "A front seat"],
                     ["Łukasz", "", ""], ["محمد", "", ""]]}


def make_the_vault(front: Front) -> str:
    """Name, five words, the words again, two answers; gives the words."""
    front.page(WelcomePage)
    front.press(ENTER)
    front.page(NamePage)
    front.press(ENTER)
    words = " ".join(front.page(WordsPage).shown)
    front.press(ENTER)
    front.page(AgainPage)
    front.type(words)
    front.press(ENTER)
    hello = front.page(HelloPage)
    front.type("Ruth")
    hello.kind.menu.choose(Application.MENTAL_HEALTH)
    front.tab_to(hello.name.edit)
    front.press(ENTER)
    front.inside()
    return words


def make_the_recovery_sheet(hands: Hands) -> None:
    """The code is read off the screen, as somebody copies it by hand, and typed back."""
    hands.press("Safe-keeping")
    hands.press("Make the recovery sheet")
    hands.press("Make a code")
    code = re.findall(r"\b[0-9A-HJKMNP-TV-Z]{5}\b", hands.says())
    assert len(code) == 7
    hands.press("I have it on paper")
    hands.find(QLineEdit, "Group 1").setFocus()
    hands.front.type("".join(code).lower())
    hands.rest()
    hands.press("Make it live", ENTER)
    assert "is live" in hands.says()


def bring_the_roster_in(hands: Hands, file: Path) -> None:
    """From a spreadsheet with a column that must not come in."""
    file.write_bytes(xlsx(ROSTER))
    hands.front.dialogs.answers.append(file)
    hands.press("Groups")
    choose_row(hands, "Thursday circle")
    hands.press("People")
    hands.press("Bring in a list")
    hands.press("Choose a file")
    assert "Left out: never kept by this app" in hands.says()
    hands.find(QLineEdit, "How did they agree").setFocus()
    hands.front.type("signed the paper list")
    hands.press("Bring in 3 people", ENTER)


def plan_next_week(hands: Hands) -> None:
    """The evening after this one gets its plan from a template."""
    hands.press("Plans")
    choose_row(hands, "Thursday circle", lambda detail: "27 November" in detail)
    choose_row(hands, "Topic circle")
    hands.press("Use this plan", ENTER)
    assert "90 of 90 minutes" in hands.says()


def choose_row(hands: Hands, title: str, fits: Callable[[str], bool] = lambda detail: True) -> None:
    """Open a row of a list with the arrows and Enter."""
    for rows in hands.front.window.findChildren(RowList):
        places = [n for n, item in enumerate(rows.items) if item.title.startswith(title) and fits(item.detail)]
        if not rows.isVisible() or not places:
            continue
        rows.setFocus(Qt.FocusReason.TabFocusReason)
        rows.choose(rows.items[places[0]].key)
        hands.front.qtbot.keyClick(rows, ENTER)
        hands.rest()
        return
    raise AssertionError(f"no row called {title}; in sight: {hands.says()}")


def test_a_first_evening(front: Front) -> None:
    """Every step through the window, on the real encrypted store; only printer, file dialog and clock are made up."""
    hands = Hands(front)
    words = make_the_vault(front)
    hands.rest()
    make_the_recovery_sheet(hands)
    bring_the_roster_in(hands, front.home / "people.xlsx")
    plan_next_week(hands)

    hands.press("Tonight")
    hands.press("Print tonight’s pack", ENTER)
    hands.press("Print", kind=Button)
    front.until(lambda: front.printer.jobs)
    hands.rest()
    with pikepdf.open(io.BytesIO(front.printer.jobs[0].pdf)) as pdf:
        assert len(pdf.pages) > 10 and "/StructTreeRoot" in pdf.Root
        assert "circle" not in str(pdf.docinfo).lower()

    hands.press("Tonight")
    hands.press("Start the circle", ENTER)
    for _arrival in range(5):
        front.press(Qt.Key.Key_Space)
    hands.press("All are here")
    hands.press("Going home")
    hands.press("All 5 went home")
    hands.press("The circle was held")

    front.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    front.locked()
    vault = front.home / "Blue folder.vault"
    kept = b"".join(file.read_bytes() for file in vault.rglob("*") if file.is_file())
    assert b"Zahra" not in kept and "محمد".encode() not in kept
    front.page(UnlockPage)
    front.type(words)
    front.press(ENTER)
    front.inside()
    hands.rest()
    assert_all_is_there(front)


def assert_all_is_there(front: Front) -> None:
    """What the first evening left, asked of the vault opened anew."""
    group = front.ask(lambda w: w.groups.all())[0]
    assert {m.name for m in front.ask(lambda w: w.members.of(group.id))} == {"Łukasz", "Zahra", "محمد"}
    assert front.ask(lambda w: w.members.not_asked(group.id)) == ()
    assert [n.adjustment for n in front.ask(lambda w: w.members.needs.of(group.id))] == ["A front seat"]
    held, = front.ask(lambda w: w.sessions.held(group.id))
    assert held.status is SessionStatus.HELD and (held.count.heads, held.count.out) == (5, 5)
    assert [p.present for p in front.ask(lambda w: w.attendance.sheet(held))] == [True, True, True]
    coming = front.ask(lambda w: w.sessions.next(group.id))
    assert front.ask(lambda w: w.agendas.ready(coming)).total == 90
    assert {p.document for p in front.ask(lambda w: w.papers.out(group.id))} >= {"run-sheet", "sign-in"}
    assert front.ask(lambda w: w.agreements.current(group.id)).number == 1
    assert front.ask(lambda w: w.vault.recovery_live) is True
    assert front.ask(lambda w: w.vault.opened_after_crash) is False
