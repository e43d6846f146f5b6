"""The room view: no name in it anywhere, keys that are always safe, and a picture that rests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QObject, QPoint, QSizeF, Qt
from PySide6.QtGui import QAccessible, QPageSize, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.i18n import PSEUDO, set_language
from facilitator.model.agenda import Line, LineKind, Segment, SegmentKind
from facilitator.model.agreement import Clause
from facilitator.model.aloud import RoomClause
from facilitator.model.fingers import Moment
from facilitator.model.matching import folded
from facilitator.model.member import MemberDraft
from facilitator.model.room import MINUTE_MS, RoomPart, RoomPhase, RoomState, begun
from facilitator.model.running import Mark, Step
from facilitator.model.seats import SeatRound
from facilitator.workspace import Workspace
from tests.make import FakeClock
from tests.ui.audit import settle
from tests.ui.evenings import Hall
from ui.room import words
from ui.room.feed import RoomFeed
from ui.room.keeper import RoomKeeper
from ui.room.view import RoomView
from ui.room.window import TITLE, RoomWindow
from ui.theme import CONTRAST, LIGHT, Theme

K = Qt.Key
CLAUSES = (RoomClause("One voice at a time.", 3), RoomClause("Safety comes first.", 3, limits=True),
           RoomClause("You can pass.", 2))  # fmt: skip
LONG = " ".join(["We keep what is said here to ourselves, and only the person who looks after safety is told."] * 6)


def part(clock: FakeClock, kind: SegmentKind = SegmentKind.ROUND, **more: Any) -> RoomPart:
    """Ten minutes that begin now."""
    now = clock.now_ms()
    return RoomPart(run="ab", index=1, kind=kind, began_ms=now, ends_ms=now + 10 * MINUTE_MS, **more)


# ---------------------------------------------------------------- what is in it
def said_by(window: QWidget) -> list[str]:
    """All that a window says: its title, and name, description, tip and text of every widget in it."""
    out = []
    for widget in (window, *window.findChildren(QWidget)):
        out += [widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(),
                widget.statusTip(), widget.whatsThis(), widget.objectName()]  # fmt: skip
        out.append(str(getattr(widget, "text", lambda: "")()))
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None:
            out += [interface.text(what) for what in (QAccessible.Text.Name, QAccessible.Text.Description,
                                                      QAccessible.Text.Value, QAccessible.Text.Help)]  # fmt: skip
    return [one for one in out if one]


def painted(widget: QWidget) -> str:
    """The words a widget paints, read back from a page it is drawn on."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72)
    writer.setPageSize(QPageSize(QSizeF(widget.size()), QPageSize.Unit.Point))
    painter = QPainter(writer)
    widget.render(painter, QPoint(0, 0))
    painter.end()
    document = pypdfium2.PdfDocument(held.data())
    try:
        page = document[0]
        return " ".join(str(page.get_textpage().get_text_bounded()).split())
    finally:
        document.close()


PLANTED = ("Zoë Ćwikła", "Anne-Marie", "Bożena", "Ngozi", "Dilys")
"""People on the lists: a member, one with a hyphen, somebody to ring, the lead, and one of the sample's own."""
FORMS = ("zoe", "cwikla", "annemarie", "anne-marie", "marie", "bozena", "ngozi", "dilys")


def plant(workspace: Workspace) -> None:
    """Put names, in many forms, into every text of the evening that somebody may have typed."""
    group = workspace.groups.named("Lantern circle")
    workspace.members.save(group.id, MemberDraft(name="Zoë Ćwikła"))
    workspace.members.save(group.id, MemberDraft(name="Anne-Marie"))
    other = next(one for one in workspace.groups.all() if one.record_level == 2)
    workspace.members.save(other.id, MemberDraft(name="Tom", emergency_contact="aunt Bożena, 0770 090"))
    workspace.organisations.save(replace(workspace.organisations.get(), lead_name="Ngozi"))

    def says(text: str) -> tuple[Line, ...]:
        return (Line(LineKind.SAY, text),)

    titles = ("zoe begins", "Cwikła’s round", "ANNEMARIE’S tea", "Talk with dilys", "Rounds")
    asked = ("What would Zoë say?", "Thank Bozena", "Marie asks", "ask Ngozi's way", "One word, Anne‑Marie’s way")
    kinds = (SegmentKind.OPENING, SegmentKind.CHECK_IN, SegmentKind.BREAK, SegmentKind.DISCUSSION, SegmentKind.ROUND)
    session = workspace.evenings.tonight().session  # type: ignore[union-attr]
    plan = workspace.agendas.of(session)
    assert plan is not None
    segments = tuple(Segment(title=title, kind=kind, minutes=18, lines=says(said), hint=said, leader="Zoë")
                     for title, said, kind in zip(titles, asked, kinds, strict=True))  # fmt: skip
    workspace.agendas.save(replace(plan, segments=segments, template=""), session)
    workspace.agreements.adopt(group.id, (
        Clause(text="zoë speaks last", why="Zoë", theme="Zoë"), Clause(text="Dilys’s rule"),
        Clause(text="We drink tea"), Clause(text="Cwikla keeps us safe", source="core.limits"),
    ), names_seen=True)  # fmt: skip


class Sat:
    """A circle at a desk: a keeper fed from a real vault, without the rest of the window."""

    def __init__(self, hall: Hall, app: QApplication) -> None:
        self.hall = hall
        self.laptop = QWidget()
        hall.qtbot.addWidget(self.laptop)
        self.laptop.show()
        self.veiled: list[bool] = []
        self.locked: list[bool] = []
        self.keeper = RoomKeeper(hall.theme, hall.clock, app, self.laptop, veil=self.veil, still=lambda: True,
                                 locked=lambda: self.locked.append(True))  # fmt: skip
        self.feed = RoomFeed(self.keeper, hall.jobs, hall.clock, self.laptop)
        self.session = hall.ask(lambda w: w.evenings.tonight().session)  # type: ignore[union-attr]

    def veil(self) -> None:
        """Note whether the circle still sees the room as names are hidden."""
        self.veiled.append(self.keeper.shown)

    @property
    def window(self) -> RoomWindow:
        """The room's window."""
        assert self.keeper.window is not None
        return self.keeper.window

    @property
    def state(self) -> RoomState:
        """The room as it is."""
        assert self.keeper.state is not None
        return self.keeper.state

    @property
    def shown(self) -> bool:
        """Whether the circle sees it."""
        return self.keeper.shown

    @property
    def circle(self) -> SeatRound:
        """The round under way."""
        assert self.state.round is not None
        return self.state.round

    def begin(self) -> None:
        """The circle begins, in sight of the room."""
        self.do(lambda w: w.runs.begin(self.session))
        self.feed.turn()
        self.hall.rest()
        assert self.keeper.shown

    def do(self, command: Callable[[Workspace], object]) -> None:
        """Do something in the vault."""
        self.hall.jobs.do(self.laptop, command)  # type: ignore[arg-type]
        self.hall.rest()
        assert not self.hall.told.refused

    def press(self, *keys: Qt.Key, **more: Any) -> None:
        """Press keys in the room's window."""
        for key in keys:
            QTest.keyClick(self.window, key, **more)
        self.hall.rest()


@pytest.fixture
def sat(hall: Callable[..., Hall], qapp: QApplication) -> Iterator[Callable[..., Sat]]:
    """Seats a circle; its room is put away at the end."""
    made: list[Sat] = []

    def one(**more: Any) -> Sat:
        made.append(Sat(hall(**more), qapp))
        return made[-1]

    yield one
    for found in made:
        found.keeper.end()
        settle()


def test_no_name_is_met_anywhere_in_the_room(sat: Callable[..., Sat], qapp: QApplication) -> None:
    """Names stand in every text somebody may have typed; every part, every clause, every state is walked."""
    one = sat()
    one.hall.ask(plant)
    one.hall.rest()
    seen: list[str] = []

    def look() -> None:
        settle()
        for zoom in (1.0, 2.0):
            one.hall.theme.use(qapp, zoom=zoom)
            seen.append(painted(one.window))
        seen.extend(said_by(one.window))

    one.feed.turn()
    one.hall.rest()
    look()
    one.keeper.turn_back()
    one.begin()
    look()
    for _clause in range(3):
        one.press(K.Key_Space)
        look()
    one.press(K.Key_Space, K.Key_B)
    look()
    one.press(K.Key_B)
    for _part in range(4):
        one.do(lambda w: w.runs.next(one.session))
        look()
        one.press(K.Key_Space, K.Key_C)
        look()
    one.keeper.ask_hands(Moment.CLOSING)
    one.press(K.Key_3)
    look()
    one.press(K.Key_Space)
    one.do(lambda w: w.runs.end(one.session))
    look()
    all_said = "\n".join(seen)
    for kind in (SegmentKind.OPENING, SegmentKind.CHECK_IN, SegmentKind.BREAK, SegmentKind.DISCUSSION):
        assert words.kind(kind) in all_said, "the kind stands in place of a title that is kept back"
    assert "We drink tea." in all_said
    assert "Some things we cannot keep to ourselves." in all_said
    assert "Rounds" in all_said
    bare = folded(all_said)
    assert [form for form in FORMS if form in bare] == []
    assert {"zoe begins", "Dilys’s rule", "Thank Bozena"} <= set(one.feed.kept_back)


def test_the_walk_meets_a_name_where_there_is_one(theme: Theme, qtbot: QtBot) -> None:
    """It would be no use otherwise: in what is painted, and in what a screen reader is told."""
    clock = FakeClock()
    view = a_view(theme, qtbot, begun(part(clock, title="Zoë’s round")), clock)
    assert "Zoë’s round" in painted(view)
    assert any("Zoë’s round" in one for one in said_by(view))


# ---------------------------------------------------------------- the picture
def a_view(theme: Theme, qtbot: QtBot, state: RoomState, clock: FakeClock, size: tuple[int, int] = (1366, 768),
           key_back: str = "") -> RoomView:  # fmt: skip
    """The picture of a state."""
    view = RoomView(theme, key_back, still=True)
    qtbot.addWidget(view)
    view.resize(*size)
    view.show_state(state, clock.now_ms(), clock.now())
    return view


def states(clock: FakeClock) -> dict[str, RoomState]:
    """Every kind of thing the room shows."""
    agreement = begun(part(clock, SegmentKind.AGREEMENT, clauses=CLAUSES, seats=11, following="Tea"))
    circle = begun(part(clock, title="A round", prompt="What helped this week?", seats=20, goes_round=True))
    assert agreement.reading is not None
    assert circle.round is not None
    return {
        "waiting": begun(part(clock, SegmentKind.OPENING, phase=RoomPhase.WAITING, begins="19:00")),
        "talk": begun(part(clock, SegmentKind.DISCUSSION, following_kind=SegmentKind.BREAK)),
        "reading": agreement,
        "read": replace(agreement, reading=agreement.reading.on(1).on(1).on(1)),
        "long": begun(part(clock, SegmentKind.AGREEMENT, clauses=(RoomClause(LONG, 200),))),
        "round": replace(circle, round=circle.round.on().later()),
        "pause": agreement.pause(clock.now_ms()),
        "hands": replace(agreement, fingers=None).at(agreement.part),
        "ended": begun(part(clock, phase=RoomPhase.ENDED)),
    }


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (1920, 1080), (800, 600), (768, 1366)])
def test_all_words_have_room_at_every_zoom_and_in_long_languages(
        theme: Theme, qtbot: QtBot, qapp: QApplication, size: tuple[int, int]) -> None:  # fmt: skip
    """Nothing is cut: every word of every state is painted, and inside the part that paints it."""
    clock = FakeClock()
    for language in ("en", PSEUDO):
        set_language(language)
        for zoom in (0.8, 1.0, 2.0):
            theme.use(qapp, zoom=zoom)
            for name, state in states(clock).items():
                view = a_view(theme, qtbot, state, clock, size)
                told = words.said(state, clock.now_ms())
                got = "".join(painted(view).split())
                for line in (told.over, told.large, *told.under, told.foot):
                    assert "".join(line.split()) in got, f"{name} {size} {zoom} {language}: {line}"
                assert view.saying.spare >= 0, f"{name} {size} {zoom} {language} runs out at the foot"
                view.deleteLater()
    set_language("en")
    theme.use(qapp, zoom=1.0)


def test_time_is_said_calmly_and_with_a_colour_at_the_end(theme: Theme, qtbot: QtBot) -> None:
    clock = FakeClock()
    state = begun(part(clock))
    view = a_view(theme, qtbot, state, clock)
    said = []
    for minutes in (0, 5, 4, 1, 4):
        clock.move(minutes=minutes)
        view.show_state(state, clock.now_ms(), clock.now())
        said.append((view.ring.look.left, view.ring.look.ending))
    assert said == [("10 minutes left", False), ("5 minutes left", False), ("The last minute", True),
                    ("Time to finish", True), ("Time to finish", True)]  # fmt: skip
    clock.move(minutes=9)
    view.show_state(state, clock.now_ms(), clock.now())
    assert view.ring.look.left == "A little over time"


def test_a_screen_reader_hears_five_minutes_and_the_last_once_each(
        theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    told: list[str] = []
    monkeypatch.setattr("ui.room.view.announce", lambda widget, said: told.append(said))
    clock = FakeClock()
    state = begun(part(clock))
    view = a_view(theme, qtbot, state, clock)
    for _look in range(26):
        clock.move(seconds=30)
        view.show_state(state, clock.now_ms(), clock.now())
    assert told == ["5 minutes left", "The last minute"]


def test_a_hidden_clock_is_gone_whole(theme: Theme, qtbot: QtBot) -> None:
    clock = FakeClock()
    view = a_view(theme, qtbot, replace(begun(part(clock)), clock_hidden=True), clock)
    assert "18:30" not in painted(view)
    assert "minutes left" not in painted(view)
    assert not view.ring.look.timed


def test_to_have_passed_looks_as_to_have_spoken(theme: Theme, qtbot: QtBot) -> None:
    """The very same picture: whoever passed or asked for it later is told apart from nobody."""
    clock = FakeClock()
    state = begun(part(clock, seats=6, goes_round=True))
    assert state.round is not None
    spoke, asked = replace(state, round=state.round.on().on()), replace(state, round=state.round.later().on())
    views = [a_view(theme, qtbot, one, clock) for one in (spoke, asked)]
    views[0].ring.grab()  # the first large figures are drawn a shade finer than those that are kept for later
    pictures = [view.ring.grab().toImage() for view in views]
    assert views[0].ring.look == views[1].ring.look
    assert pictures[0] == pictures[1]


def test_the_picture_is_dark_in_every_theme(theme: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    clock = FakeClock()
    view = a_view(theme, qtbot, begun(part(clock)), clock)
    for tokens in (LIGHT, CONTRAST):
        theme.use(qapp, tokens=tokens)
        assert view.grab().toImage().pixelColor(3, 3).lightness() < 40
    theme.use(qapp, tokens=LIGHT)


def test_right_to_left_the_ring_stands_on_the_right(theme: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    clock = FakeClock()
    view = a_view(theme, qtbot, begun(part(clock)), clock)
    assert view.ring.x() > view.saying.x()


class Paints(QObject):
    """Counts the paint events of what it watches."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_at_rest_nothing_is_painted_and_one_minute_is_one_picture(sat: Callable[..., Sat], qtbot: QtBot) -> None:
    """The timer sleeps till the minute is full; what is shown again unchanged is not painted again."""
    one = sat()
    one.hall.clock.at = one.session.starts + timedelta(seconds=12)
    one.begin()
    settle()
    paints = Paints()
    for widget in (one.window, *one.window.findChildren(QWidget)):
        widget.installEventFilter(paints)
    timer = one.keeper._minute
    assert timer.isActive()
    assert 47_900 <= timer.interval() <= 48_100
    one.hall.clock.move(seconds=20)
    timer.timeout.emit()
    settle()
    assert paints.count == 0
    one.hall.clock.move(seconds=40)
    timer.timeout.emit()
    settle()
    assert paints.count == 1, "the ring alone"


# ---------------------------------------------------------------- keys
def test_a_click_presenter_reads_the_agreement_and_the_run_keeps_it(sat: Callable[..., Sat]) -> None:
    one = sat()
    one.hall.clock.at = one.session.starts
    one.begin()
    one.press(K.Key_PageDown)
    assert one.state.reading is not None
    count = len(one.state.reading.clauses)
    one.press(K.Key_PageDown, K.Key_PageDown, K.Key_PageUp)
    assert one.state.reading.at == 1
    one.hall.clock.move(minutes=4)
    one.press(*[K.Key_PageDown] * (count - 1))
    log = one.hall.ask(lambda w: w.runs.of(one.session).log)  # type: ignore[union-attr]
    assert [(event.mark, event.at) for event in log[1:]] == [
        (Mark.LIMITS_READ, one.hall.clock.now_ms()), (Mark.AGREEMENT_READ, one.hall.clock.now_ms())]  # fmt: skip
    assert one.state.pending == ()


def test_the_limits_are_left_out_only_by_saying_so_twice(sat: Callable[..., Sat]) -> None:
    one = sat()
    one.begin()
    one.press(K.Key_Space)
    reading = one.state.reading
    assert reading is not None
    limits = next(n for n, clause in enumerate(reading.clauses) if clause.limits)
    one.press(*[K.Key_Space] * limits)
    one.press(K.Key_X)
    assert one.state.reading is not None
    assert (one.state.reading.at, one.keeper.asks_to_mark, one.feed.limits_open) == (limits, True, True)
    assert "not read yet" in one.window.view.foot
    one.press(K.Key_PageUp)
    assert not one.keeper.asks_to_mark
    one.press(K.Key_Space, K.Key_X, K.Key_X)
    assert (one.state.reading.at, one.feed.limits_open) == (limits + 1, False)
    one.press(*[K.Key_Space] * (len(reading.clauses) - limits))
    marks = [event.mark for event in one.hall.ask(lambda w: w.runs.of(one.session).log)[1:]]  # type: ignore[union-attr]
    assert marks == [Mark.LIMITS_LEFT_OUT, Mark.AGREEMENT_READ]


def test_a_round_goes_by_seat_and_is_written_down_once_all_were_offered(sat: Callable[..., Sat]) -> None:
    one = sat()
    one.begin()
    one.do(lambda w: w.runs.next(one.session))
    seats = len(one.circle.turns)
    one.press(K.Key_Space, K.Key_P, K.Key_C, K.Key_PageUp, K.Key_Plus, K.Key_Minus)
    assert (one.circle.holder, len(one.circle.turns)) == (2, seats)
    one.hall.clock.move(minutes=2)
    assert one.keeper.turn_ms == 2 * MINUTE_MS
    one.press(K.Key_B)
    one.hall.clock.move(minutes=4)
    assert one.keeper.turn_ms == 2 * MINUTE_MS
    one.press(K.Key_B)
    assert one.keeper.turn_ms == 2 * MINUTE_MS, "a pause is nobody's turn"
    one.press(*[K.Key_PageDown] * (seats - 2))
    assert one.circle.done
    run = one.hall.ask(lambda w: w.runs.of(one.session))
    assert run is not None
    assert (run.log[-1].mark, run.log[-1].part) == (Mark.ROUND_OFFERED, 1)
    one.press(K.Key_Minus)
    assert f"{seats - 1} chairs" in one.window.view.ring.accessibleName()


def test_blank_of_a_presenter_is_the_calm_pause_and_time_stands_still(sat: Callable[..., Sat]) -> None:
    one = sat()
    one.hall.clock.at = one.session.starts
    one.begin()
    left = one.state.minutes_left(one.hall.clock.now_ms())
    one.press(K.Key_Period)
    assert "A short pause" in painted(one.window)
    one.hall.clock.move(minutes=7)
    one.press(K.Key_Space, K.Key_PageDown)
    assert one.state.reading is None, "nothing goes on in a pause"
    one.press(K.Key_B)
    assert not one.state.paused
    assert one.state.minutes_left(one.hall.clock.now_ms()) == left
    steps = [event.step for event in one.hall.ask(lambda w: w.runs.of(one.session).log)]  # type: ignore[union-attr]
    assert steps == [Step.STARTED, Step.PAUSED, Step.RESUMED]


def test_a_pause_on_the_laptops_side_rests_the_room(sat: Callable[..., Sat]) -> None:
    one = sat()
    one.begin()
    one.do(lambda w: w.runs.pause(one.session))
    assert one.state.paused
    one.do(lambda w: w.runs.resume(one.session))
    assert not one.state.paused


def test_hands_are_counted_by_figures_and_kept_as_a_tally(sat: Callable[..., Sat]) -> None:
    one = sat()
    one.begin()
    one.press(K.Key_3)
    assert one.state.fingers is None, "a figure means nothing until hands were asked for"
    one.feed.ask_hands(Moment.OPENING)
    one.press(K.Key_3, K.Key_3, K.Key_0, K.Key_5)
    one.press(K.Key_5, modifier=Qt.KeyboardModifier.ShiftModifier)
    one.press(K.Key_Space)
    assert one.state.fingers is None
    run = one.hall.ask(lambda w: w.runs.of(one.session))
    assert run is not None
    assert (run.log[-1].mark, run.log[-1].tally) == (Mark.OPENING_FIST, (1, 0, 0, 2, 0, 0))


def test_once_the_circle_is_over_the_room_is_shut_for_good(sat: Callable[..., Sat]) -> None:
    one = sat()
    one.begin()
    one.do(lambda w: w.runs.end(one.session))
    assert "Thank you for being here" in painted(one.window)
    one.press(K.Key_F8)
    assert one.keeper.state is None


def test_only_one_key_turns_back_and_names_are_hidden_before_the_room_goes(sat: Callable[..., Sat]) -> None:
    one = sat()
    one.begin()
    assert one.veiled == [False], "hidden before it is covered too"
    one.press(K.Key_Escape, K.Key_Escape, K.Key_F5, K.Key_Q, K.Key_Tab, K.Key_Alt, K.Key_Home)
    QTest.mouseClick(one.window, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(one.window, Qt.MouseButton.LeftButton)
    assert one.keeper.shown
    one.press(K.Key_F8)
    assert not one.shown
    assert one.veiled == [False, True], "the circle still saw the room as names went"
    one.feed.turn()
    one.hall.rest()
    one.window.close()
    assert one.veiled[-1] is True
    assert not one.shown


def test_a_key_that_is_held_does_not_turn_to_and_fro(sat: Callable[..., Sat], qapp: QApplication) -> None:
    from PySide6.QtGui import QKeyEvent

    one = sat()
    one.begin()
    held = QKeyEvent(QEvent.Type.KeyPress, K.Key_F8, Qt.KeyboardModifier.NoModifier, "", True)
    qapp.sendEvent(one.window, held)
    assert one.keeper.shown


def test_the_keys_that_lock_work_from_the_room(sat: Callable[..., Sat]) -> None:
    one = sat()
    one.begin()
    one.press(K.Key_F12)
    one.press(K.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    assert one.locked == [True, True]
    assert one.keeper.shown


def test_the_windows_title_never_changes(sat: Callable[..., Sat]) -> None:
    one = sat()
    one.begin()
    assert (one.window.windowTitle(), TITLE) == ("Facilitator", "Facilitator")
    assert one.window.accessibleName() == ""


def test_what_happens_while_locked_is_written_down_afterwards_at_its_own_moment(sat: Callable[..., Sat]) -> None:
    """The feed is stopped as at a lock; the room goes on; another feed takes over."""
    one = sat()
    one.hall.clock.at = one.session.starts
    one.begin()
    one.feed.stop()
    one.press(K.Key_PageDown)
    assert one.state.reading is not None
    one.hall.clock.move(minutes=4)
    read_at = one.hall.clock.now_ms()
    one.press(*[K.Key_PageDown] * len(one.state.reading.clauses))
    assert [event.mark for event in one.state.pending] == [Mark.LIMITS_READ, Mark.AGREEMENT_READ]
    one.hall.clock.move(minutes=11)
    again = RoomFeed(one.keeper, one.hall.jobs, one.hall.clock, one.laptop)
    again.read()
    one.hall.rest()
    log = one.hall.ask(lambda w: w.runs.of(one.session).log)  # type: ignore[union-attr]
    assert [(event.mark, event.at) for event in log[1:]] == [
        (Mark.LIMITS_READ, read_at), (Mark.AGREEMENT_READ, read_at)]  # fmt: skip
    assert one.state.pending == ()
    again.stop()
