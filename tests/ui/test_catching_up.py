"""A paper evening taken in by number keys: which one waits, Enter from field to field, and what is refused in place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model.paper import PersonalData
from facilitator.model.session import Count, OneAdult, Session, SessionStatus
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms
from tests.ui.evenings import Hall, the, words_of
from tests.ui.test_ready import a_circle
from ui.go import Go
from ui.screens.tonight import Tonight
from ui.screens.tonight.after.page import AfterPage
from ui.screens.tonight.arrivals import Arrivals
from ui.screens.tonight.catchup.page import CatchUpPage
from ui.screens.tonight.evening_page import EveningPage
from ui.screens.tonight.others import Others
from ui.theme import Theme, Tokens

Open = Callable[..., Hall]
Key = Qt.Key


def tonight(workspace: Workspace) -> Session:
    """The evening that matters now."""
    evening = workspace.evenings.tonight()
    assert evening is not None
    return evening.session


def page_of(screen: QWidget) -> CatchUpPage:
    """The page for paper evenings."""
    page = screen.findChild(CatchUpPage)
    assert isinstance(page, CatchUpPage)
    return page


def test_figures_and_enter_take_an_evening_in(qtbot: QtBot, hall: Open) -> None:
    """From Tonight over Another evening, with the keyboard alone."""
    house = hall()
    session = house.ask(tonight)
    house.ask(lambda w: w.papers.record("sign-in", 1, PersonalData.ONCE_FILLED, session.group_id))
    house.clock.move(hours=3)
    screen = house.show(Tonight, ("others",))
    others = screen.findChild(Others)
    assert isinstance(others, Others)
    others.paper_button.click()
    house.rest()
    page = page_of(screen)
    form = page.form
    assert form.numbers["heads"].hasFocus()
    for typed in ("8", "2", "8"):
        here = screen.focusWidget()
        qtbot.keyClicks(here, typed)
        qtbot.keyClick(here, Key.Key_Return)
        house.rest()
    assert form.parts[0].hasFocus()

    def press(*keys: Key) -> None:
        for key in keys:
            qtbot.keyClick(screen.focusWidget(), key)

    press(Key.Key_Return, Key.Key_Return, Key.Key_Space, *[Key.Key_Return] * (len(form.parts) - 2))
    press(Key.Key_Left, Key.Key_Left, Key.Key_Return, Key.Key_Return)  # yes to the one, nothing said of the other
    assert form.agreement.value is True and form.limits.value is None
    press(*[Key.Key_Return] * 4, Key.Key_7, Key.Key_Return, Key.Key_Return)
    assert next(iter(form.jobs.values())).hasFocus()
    press(Key.Key_Space, *[Key.Key_Return] * len(form.jobs))
    assert next(iter(form.papers.values())).hasFocus()
    press(Key.Key_Space, *[Key.Key_Return] * len(form.papers))
    assert form.save_button.hasFocus()
    press(Key.Key_Space)
    house.rest()
    held = house.ask(lambda w: w.sessions.get(session.id))
    assert (held.status, held.count.heads, held.count.newcomers) == (SessionStatus.HELD, 8, 2)
    outcome = house.ask(lambda w: w.runs.outcome(held))
    assert outcome.closing_fist == (0, 0, 0, 0, 7, 0) and outcome.agreement_read is not None
    assert [part.reached for part in outcome.parts][2] is False
    assert house.ask(lambda w: w.papers.out(session.group_id)) == ()
    assert isinstance(screen.findChild(AfterPage), AfterPage)
    house.ask(lambda w: w.undo())
    assert house.ask(lambda w: w.sessions.get(session.id)).status is SessionStatus.PLANNED


def test_where_nothing_waits_it_says_so(hall: Open) -> None:
    page = page_of(hall(lambda workspace: None).show(Tonight, ("catch-up",)))
    assert "No evening waits" in words_of(page)


def test_one_adult_is_refused_in_place_and_asked_for_why(hall: Open) -> None:
    from facilitator.model.group import Application, RecordLevel

    house = hall(a_circle("youth-60", application=Application.YOUTH, min_age=12,
                          record_level=RecordLevel.CONTACTABLE))  # fmt: skip
    session = house.ask(tonight)
    house.clock.move(hours=3)
    page = page_of(house.show(Tonight, ("catch-up", session)))
    form = page.form
    for key, number in (("heads", 6), ("adults", 1)):
        form.numbers[key].setValue(number)
    form.save_button.click()
    house.rest()
    assert "needs two adults" in words_of(form) and not form.why.isHidden()
    form.why.choose(OneAdult.LEFT)
    form.save_button.click()
    house.rest()
    assert house.ask(lambda w: w.sessions.get(session.id)).one_adult is OneAdult.LEFT


def test_half_typed_is_kept(hall: Open) -> None:
    house = hall()
    house.clock.move(hours=3)
    screen = house.show(Tonight, ("catch-up",))
    page_of(screen).form.numbers["heads"].setValue(7)
    house.drafting.flush()
    screen.close()
    house.drafting.start(house.ask(lambda w: w.drafts))
    assert house.drafting.pick_up("tonight/paper-evening") is not None
    assert page_of(house.show(Tonight, ("catch-up",))).form.numbers["heads"].value() == 7


@pytest.mark.parametrize("waits", [True, False])
def test_fit_to_be_used(qapp: QApplication, theme: Theme, hall: Open, tokens: Tokens, waits: bool) -> None:
    """Nothing cut, small or nameless, in every theme."""
    house = hall() if waits else hall(lambda workspace: None)
    house.clock.move(hours=3)
    screen = house.show(Tonight, ("catch-up",))
    assert audit_zooms(screen, theme, qapp, (1.0, 2.0), tokens) == []


def test_an_evening_that_was_counted_and_forgotten_is_finished_weeks_later(hall: Open) -> None:
    """It stood in no number, and nothing said so; one that was never begun here is not asked after."""
    house = hall(a_circle("grief-90"))
    house.ask(lambda w: w.sessions.counts.save(tonight(w), Count(heads=9)))
    forgotten = house.ask(tonight)
    house.clock.move(days=21)
    screen = house.show(Tonight)
    line = the(screen, EveningPage).unfinished
    assert line.isVisible()
    assert line.said.words.text() == "Harbour, Thursday 20 November: counted, and not written down as held yet."
    line.button.click()
    house.rest()
    counter = the(screen, Arrivals).counter
    assert counter.hold.isVisible() and counter.count.heads == 9
    counter.all_went.click()
    counter.hold.click()
    house.rest()
    held = house.ask(lambda w: w.sessions.get(forgotten.id))
    assert (held.status, held.count.out) == (SessionStatus.HELD, 9)
    the(screen, AfterPage).left.emit()
    house.rest()
    screen.arrive(Go("tonight"))
    house.rest()
    assert not the(screen, EveningPage).unfinished.isVisible()
