"""The running page: the time on one side, the words on the other, and a key for each step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QWidget

from facilitator.errors import UserError
from facilitator.i18n import _, interface
from facilitator.messages import explain
from facilitator.model.running import MINUTE, Phase, Running
from ui.later import later
from ui.room.panel import RoomPanel
from ui.screens.tonight.running.asking import Named, Sitting
from ui.screens.tonight.running.correcting import Correcting
from ui.screens.tonight.running.limits import Limits
from ui.screens.tonight.running.marking import Marking
from ui.screens.tonight.running.now_sheet import MORE, NowSheet
from ui.screens.tonight.running.script import Script
from ui.screens.tonight.running.telling import Telling
from ui.screens.tonight.running.untouched import Untouched
from ui.screens.tonight.running.went import Went
from ui.screens.tonight.running.words import pace
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Button,
    Columns,
    Flow,
    Header,
    KeyCap,
    Label,
    Notice,
    Page,
    Rule,
    across,
    announce,
    box,
    down,
)

_K = Qt.Key
_SAID = (5, 1, 0)
"""Minutes left of a part at which a screen reader says so."""


class RunningPage(Page):
    """Shows an evening as it runs. `left` leads back to the evening, `counting` to who is there, `struggling` to what
    helps in a hard moment.

    Its keys leave alone what a click-presenter sends (page, arrow, B, full stop, F5, Escape, Space, Enter) and what
    the room takes: with the room on the second display, a presenter's press must not turn the plan.
    """

    left = Signal()
    counting = Signal()
    struggling = Signal()

    def __init__(self, theme: Theme) -> None:
        way = Button(theme, _("Tonight"), "quiet", "left", flush=True)
        self._when = Label(theme, "", "body", "soft", wrap=True)
        self.count_button = Button(theme, _("Who is there"), "quiet", "person")
        self.hard_button = Button(theme, _("Somebody is struggling"), "plain", "pebble")
        self._beside, self._below = down(theme, self._when), down(theme)
        there = across(theme, way, (box(self._beside), 1), self.count_button, self.hard_button, gap=16)
        head = Header(theme, back=box(down(theme, there, box(self._below))))
        head.title.hide()  # the part that runs is the title
        super().__init__(theme, head, 4)
        self._theme = theme
        self._sitting: Sitting | None = None
        self._now: Running | None = None
        self.sheet = NowSheet(theme)
        self.telling = Telling(theme)
        self.script = Script(theme)
        self.went = Went(theme)
        self.marking = Marking(theme)
        self.correcting = Correcting(theme)
        self.refused = Notice(theme, "", "", "danger")
        self.refused.hide()
        self._hidden = Label(theme, _("Names are out of sight. Press any key to see them."), "small", "soft", wrap=True)
        self._hidden.hide()
        self._keys = box(_keys(theme))
        self.room: RoomPanel | None = None
        self._room_place = down(theme)
        self._room_box = box(self._room_place)
        self._told = down(theme, self.telling)
        self._side = down(theme, box(self._told), self.script, self.went, 14, self._room_box, self.marking, 8,
                          self.correcting, STRETCH)  # fmt: skip
        side = box(self._side)
        lead = box(down(theme, self.sheet, 12, self._hidden, STRETCH, self._keys))
        columns = Columns(theme, lead, side, shares=(52, 48), gap=36)
        self._first = down(theme)
        self.limits = Limits(theme)
        self.body.put(self.refused, self.limits, 4, box(self._first), (columns, 1))
        self._foot = down(theme, margins=(28, 10, 24, 12))
        self._dock = box(down(theme, Rule(theme), self._foot))
        self._dock.hide()
        self.dock(self._dock)
        self.telling.settled.connect(self.focus_first)
        self.correcting.unfolded.connect(lambda: later(self, 0, self._see_form))
        self.untouched = Untouched(self)
        self.untouched.rested.connect(self._tell)
        self.untouched.touched.connect(self._tell)
        way.clicked.connect(self.left)
        self.count_button.clicked.connect(self.counting)
        self.hard_button.clicked.connect(self.struggling)
        self.narrowed.connect(self._be_narrow)
        self._be_narrow(self.narrow)

    def add_room(self, room: RoomPanel) -> None:
        """What the circle sees, and what can be done with it."""
        self.room = room
        self._room_place.put(room, 14)
        room.told.connect(self._place_room)
        room.offered.connect(self._follow_round)
        room.emptied.connect(self.focus_first)
        self._place_room()

    def _place_room(self) -> None:
        """What the circle sees comes before the words to say while it is worked from here, and after them else."""
        first = self.room is not None and self.room.apart
        beside = self._side.indexOf(self.script)
        if first != (self._side.indexOf(self._room_box) < beside):
            self._side.removeWidget(self._room_box)
            at = self._side.indexOf(self.script) if first else self._side.indexOf(self.marking)
            self._side.insertWidget(at, self._room_box)

    def _follow_round(self) -> None:
        """Something goes round: Space passes it on, and must not end the part for a circle that is in the middle."""
        if self.sheet.next_button.hasFocus():
            self.focus_first()

    # ------------------------------------------------------------ showing
    def show_sitting(self, sitting: Sitting, now: Running) -> None:
        """Show an evening as it is kept."""
        self._sitting = sitting
        self.tell(now)

    def tell(self, now: Running) -> None:
        """Say again where the circle is."""
        before, self._now = self._now, now
        self._tell()
        if before is None:
            self.sheet.once.renew()
            return
        if (before.at, before.phase) != (now.at, now.phase):
            self.sheet.once.renew()
            over = now.phase is Phase.ENDED
            announce(self.sheet.title, f"{self.sheet.title.words}. {pace(now) if over else self.sheet.minutes.words}")
            self.view.verticalScrollBar().setValue(0)
            later(self, 0, self._see_onward)
        elif self.room is not None and self.room.tells_time:
            pass  # the room's window says it
        elif now.phase is Phase.GOING and _minutes(now) in _SAID and _minutes(now) != _minutes(before):
            announce(self.sheet.minutes, self.sheet.minutes.words)

    def _tell(self) -> None:
        sitting, now = self._sitting, self._now
        if sitting is None or now is None:
            return
        quiet = self.untouched.resting
        named: Named = sitting.bare if quiet else sitting.named
        over = now.phase is Phase.ENDED
        self.sheet.tell(now, named, sitting.me)
        self._when.setText(self._line(sitting, now))
        self.telling.tell(now, named)
        self.script.show_segment(named[now.at])
        self.script.setVisible(not over)
        self.went.setVisible(over)
        if over:
            self.went.tell(now, named)
        self.marking.tell(now, named)
        self.correcting.tell(now, named)
        self._hidden.setVisible(quiet and sitting.bare != sitting.named)
        self._keys.setVisible(now.phase in (Phase.GOING, Phase.PAUSED) and not self.narrow)

    def _line(self, sitting: Sitting, now: Running) -> str:
        """Whose evening it is; where there is little room, what must not go out of sight under what is told."""
        if self.narrow and now.phase is not Phase.ENDED:
            return _("{title}: {minutes}").format(title=self.sheet.title.words, minutes=self.sheet.minutes.words)
        day = interface().date(sitting.evening.session.held_on)
        return _("{group}, {day}. It is {time}.").format(group=sitting.evening.group.name, day=day,
                                                         time=now.clock(now.now))

    def focus_first(self) -> None:
        """Give the keyboard to the next step: in the room while something goes round there, else of the plan."""
        onward = self.room.onward if self.room is not None else None
        (onward or self.sheet.next_button).setFocus(Qt.FocusReason.OtherFocusReason)
        later(self, 0, self._see_onward)

    def _see_onward(self) -> None:
        """Keep what passes it on in sight, where there is little room, as long as the keyboard is there."""
        onward = self.room.onward if self.room is not None else None
        if onward is not None and onward.hasFocus():
            self.view.ensureWidgetVisible(onward, 0, self._theme.px(24))

    def _see_form(self) -> None:
        """Keep all of what is asked in sight, with the button that puts it right; its first line where not all fits."""
        form, margin = self.correcting, self._theme.px(16)
        self.view.ensureWidgetVisible(form, 0, margin)
        if form.height() > self.view.viewport().height() and form.time is not None:
            self.view.ensureWidgetVisible(form.time, 0, margin)

    def refuse(self, error: UserError) -> None:
        """Say in place what could not be done, and the next step."""
        if self.correcting.opened:
            self.correcting.refuse(error)
            return
        message = explain(error)
        self.refused.say(message.said, message.next)
        self.refused.show()
        self.view.ensureWidgetVisible(self.refused)

    def accept(self) -> None:
        """It was done: nothing is refused any more."""
        self.refused.hide()

    # ------------------------------------------------------------ keys
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter for each step, but never what is typed into a field."""
        here: QWidget | None = self.focusWidget()
        typing = isinstance(here, QLineEdit | QAbstractSpinBox)
        if event.key() == _K.Key_Escape and self.correcting.opened:
            self.correcting.shut()
        elif typing or not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        shift = Qt.KeyboardModifier.ShiftModifier
        if event.isAutoRepeat() or event.modifiers() & ~shift:
            return False
        press = self._presses().get(Qt.Key(event.key()))
        if press is None:
            return False
        press()
        return True

    def _presses(self) -> dict[Qt.Key, Callable[[], object]]:
        sheet, telling = self.sheet, self.telling
        buttons = {
            _K.Key_N: sheet.next_button, _K.Key_S: sheet.pause_button, _K.Key_T: sheet.more_buttons[0],
            _K.Key_F: sheet.more_buttons[1], _K.Key_L: sheet.skip_button, _K.Key_U: sheet.undo_button,
            _K.Key_D: telling.do_button, _K.Key_K: telling.not_button, _K.Key_W: telling.know_button,
            _K.Key_E: telling.later_button, _K.Key_G: self.correcting.open_button, _K.Key_A: self.count_button,
            _K.Key_M: self.hard_button,
        }  # fmt: skip
        found: dict[Qt.Key, Callable[[], object]] = {
            key: button.click for key, button in buttons.items() if button.isVisibleTo(self) and button.isEnabled()}
        if self._now is not None and self._now.phase is Phase.PAUSED:
            found[_K.Key_S] = sheet.next_button.click  # the same key rests and goes on, here as in the room
        return found

    # ------------------------------------------------------------ the window
    def showEvent(self, event: QShowEvent) -> None:
        """Watch the window it stands in."""
        super().showEvent(event)
        self.untouched.watch()

    def _be_narrow(self, narrow: bool) -> None:
        """Where there is little room the next step stands at the foot, and what is told comes first."""
        button = self.sheet.next_button
        had = button.hasFocus()
        self.sheet.be_narrow(narrow)
        (self._first if narrow else self._told).put(self.telling)
        (self._below if narrow else self._beside).put(self._when)
        if narrow:
            self._foot.put(button)
        else:
            self.sheet.take_back(button)
        self._dock.setVisible(narrow)
        if had:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            later(self, 0, lambda: self.view.verticalScrollBar().setValue(0))
        self._tell()


def _minutes(now: Running) -> int:
    """Whole minutes left, rounded up."""
    return -(-now.left // MINUTE)


def _keys(theme: Theme) -> Flow:
    """What the keys do."""
    two, five = MORE
    pairs = (("N", _("next")), ("S", _("pause")), ("T", _("{n} more").format(n=two)),
             ("F", _("{n} more").format(n=five)), ("L", _("leave out")), ("U", _("take back")),
             ("A", _("who is there")), ("M", _("somebody is struggling")))  # fmt: skip
    return Flow(theme, *(box(across(theme, KeyCap(theme, key), Label(theme, words, "small", "soft"), gap=6))
                         for key, words in pairs), gap=14, line_gap=6)  # fmt: skip
