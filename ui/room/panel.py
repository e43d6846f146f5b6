"""The room from the laptop's side: what the circle sees now, and a button with its key for each thing to do with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, listed, ngettext
from facilitator.model.agenda import SegmentKind
from facilitator.model.fingers import FIVE, Moment
from facilitator.model.room import MINUTE_MS, RoomPhase, RoomState
from facilitator.model.seats import MOST
from ui.room import words
from ui.room.feed import RoomFeed
from ui.room.keys import Act
from ui.theme import Theme
from ui.widgets import Button, Flow, Label, Notice, announce, box, down

_PRESSES: tuple[tuple[str, Act], ...] = (
    ("PgDown", Act.ON), ("PgUp", Act.BACK), ("B", Act.REST), (".", Act.REST), ("P", Act.PASSES), ("C", Act.LATER),
    ("+", Act.MORE), ("=", Act.MORE), ("-", Act.FEWER), ("X", Act.LEAVE_OUT), ("H", Act.CLOCK),
)  # fmt: skip
"""What works beside the room's own window: a click-presenter sends its keys to whichever has the keyboard."""
_KEPT = 3
_ENDS = (SegmentKind.CHECK_OUT, SegmentKind.CLOSING, SegmentKind.SAFETY_CHECK)


class RoomPanel(QWidget):
    """Shows what the room shows, and hands on what is pressed.

    `told` tells that it says something else; `offered` that a round or a reading is under way where the circle sees
    it; `emptied` that the button the keyboard was on is gone, and nothing here comes next.
    """

    told = Signal()
    offered = Signal()
    emptied = Signal()

    def __init__(self, theme: Theme, room: RoomFeed) -> None:
        super().__init__()
        self._theme, self._room = theme, room
        self.turn_button = Button(theme, "", "plain", "room")
        self.turn_button.clicked.connect(lambda: room.turn())
        self._words = Label(theme, "", "body", wrap=True)
        self._flow = Flow(theme, gap=8, line_gap=8)
        self._kept = Notice(theme, "", "", "look")
        self._shown: object = None
        self._at: tuple[int | None, int | None] | None = None
        self.buttons: dict[str, Button] = {}
        self.setLayout(down(
            theme, Label(theme, _("The room"), "label", "soft"), 4, self._words, 8, box(self._flow), 8, self._kept,
        ))  # fmt: skip
        self._flow.put(self.turn_button)
        room.keeper.changed.connect(self.tell)
        room.keeper.offered.connect(self.tell)
        self._shortcuts = [self._shortcut(keys, partial(room.keeper.do, act)) for keys, act in _PRESSES]
        self._figures = [self._shortcut(str(n), partial(room.keeper.count, n)) for n in range(FIVE + 1)]
        self.tell()

    def tell(self) -> None:
        """Show it as it is now; called at each minute too."""
        state = self._room.state
        self.turn_button.setText(self._turning())
        self._say(state)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(state is not None)
        for shortcut in self._figures:
            shortcut.setEnabled(state is not None and state.fingers is not None)
        self._tell_kept()
        ways = self._ways(state)
        shown = tuple((name, label) for name, label, _act in ways)
        if shown != self._shown:
            self._shown = shown
            self._put(ways)
        self.told.emit()

    @property
    def apart(self) -> bool:
        """Whether the circle sees the room on a display of its own, and this is where it is worked from."""
        return self._room.shown and self._room.keeper.second is not None

    @property
    def tells_time(self) -> bool:
        """Whether the room itself says how long it is."""
        return self._room.shown and self._room.state is not None and not self._room.state.clock_hidden

    @property
    def onward(self) -> Button | None:
        """The button that passes on what goes round, where the circle sees it do so."""
        return self.buttons.get("on") if self.apart else None

    def _say(self, state: RoomState | None) -> None:
        """Say it, aloud too where the piece or the page has gone on."""
        said = self._said(state)
        at = None if state is None or not self._room.shown else (
            None if state.reading is None else state.reading.at, None if state.round is None else state.round.holder)
        news = at is not None and self._at is not None and at != self._at and at != (None, None)
        self._at = at
        self._words.setText(said)
        if news:
            announce(self._words, said)

    # ------------------------------------------------------------ words
    def _turning(self) -> str:
        if self._room.shown:
            return _("Put the room out of sight  F8")
        second = self._room.keeper.second is not None
        return _("Show it on the other display  F8") if second else _("Turn the screen to the room  F8")

    def _said(self, state: RoomState | None) -> str:
        if state is None or state.part.phase is RoomPhase.WAITING:
            return _("The circle can see a calm picture with the clock. No name is ever in it.")
        if state.part.phase is RoomPhase.ENDED:
            return _("It says thank you.")
        if self._room.keeper.asks_to_mark:
            return _("The limits of confidentiality are not read yet. Press X again to leave them out tonight.")
        if state.fingers is not None:
            counted = ngettext("{n} hand counted.", "{n} hands counted.", state.fingers.counted)
            return " ".join((counted.format(n=state.fingers.counted), _("Press 0 to 5 for each hand.")))
        if state.reading is not None and not state.reading.done:
            at, clauses = state.reading.at + 1, len(state.reading.clauses)
            return _("Clause {n} of {all} is being read.").format(n=at, all=clauses)
        if state.round is not None and state.round.holder is not None:
            return self._round(state, state.round.holder)
        return _("It shows “{title}”.").format(title=words.title(state.part))

    def _round(self, state: RoomState, holder: int) -> str:
        left = 0 if state.round is None else state.round.left
        parts = [
            _("Chair {n} holds the piece.").format(n=holder + 1),
            ngettext("{n} turn to come with this one.", "{n} turns to come with this one.", left).format(n=left),
        ]
        turn = self._room.keeper.turn_ms
        if turn is not None and turn >= MINUTE_MS:
            minutes = turn // MINUTE_MS
            parts.append(ngettext("This turn: {n} minute.", "This turn: {n} minutes.", minutes).format(n=minutes))
        return " ".join(parts)

    def _tell_kept(self) -> None:
        kept = self._room.kept_back
        self._kept.setVisible(bool(kept))
        if kept:
            said = listed(_("“{words}”").format(words=one) for one in kept[:_KEPT])
            self._kept.say(_("Some of your own words stay out of the room."),
                           _("A name may be in them: {words}").format(words=said))  # fmt: skip

    # ------------------------------------------------------------ ways
    def _ways(self, state: RoomState | None) -> list[tuple[str, str, Callable[[], object]]]:
        """What can be done now: a key, the words of its button, and the doing."""
        keeper = self._room.keeper

        def does(act: Act) -> Callable[[], object]:
            return lambda: keeper.do(act)

        if state is None or state.part.phase is not RoomPhase.GOING or state.paused:
            return []
        hide = ("clock", _("Show the clock  H") if state.clock_hidden else _("Hide the clock  H"), does(Act.CLOCK))
        if state.fingers is not None:
            return [("hands-done", _("Put the hands away"), keeper.put_hands_away)]
        ways: list[tuple[str, str, Callable[[], object]]] = []
        if state.reading is not None and not state.reading.done:
            ways = [("on", _("Next clause  PgDn"), does(Act.ON)), ("back", _("Back  PgUp"), does(Act.BACK)),
                    ("leave-out", _("Leave it out  X"), does(Act.LEAVE_OUT))]  # fmt: skip
        elif state.reading is None and state.part.clauses:
            ways = [("read", _("Read the agreement round  PgDn"), does(Act.ON))]
        elif state.round is not None:
            more = [] if len(state.round.turns) >= MOST else [("more", _("One chair more  +"), does(Act.MORE))]
            if not state.round.done:
                ways = [("on", _("Pass it on  PgDn"), does(Act.ON)), ("passes", _("Passes  P"), does(Act.PASSES)),
                        ("later", _("Comes back  C"), does(Act.LATER))]  # fmt: skip
            ways += [("back", _("Give it back  PgUp"), does(Act.BACK)), *more,
                     ("fewer", _("One chair fewer  −"), does(Act.FEWER))]  # fmt: skip
        ending = state.part.following_kind is None or state.part.kind in _ENDS
        moment = Moment.CLOSING if ending else Moment.OPENING
        ways.append(("hands", _("Fist to five"), lambda: self._room.ask_hands(moment)))
        return [*ways, hide]

    def _put(self, ways: list[tuple[str, str, Callable[[], object]]]) -> None:
        """Lay the buttons out anew; whoever was on one stays on it where it is still there."""
        had = next((name for name, button in self.buttons.items() if button.hasFocus()), "")
        went_round = "on" in self.buttons
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for name, label, act in ways:
            button = self.buttons[name] = Button(self._theme, label, "quiet")
            button.clicked.connect(lambda _on=False, act=act: act())
            self._flow.put(button)
            button.show()
        if had:
            following = next((self.buttons[name] for name in (had, "on", "hands-done") if name in self.buttons), None)
            if following is None:
                self.emptied.emit()
            else:
                following.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.onward is not None and not went_round:
            self.offered.emit()

    def _shortcut(self, keys: str, act: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
        return shortcut
