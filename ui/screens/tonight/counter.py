"""Counting by keys: the large number, one press for each arrival, one for each that goes home."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from facilitator.evening.counts import ADULTS
from facilitator.i18n import _, ngettext
from facilitator.model.session import Count
from ui.screens.tonight.asking import Room
from ui.screens.tonight.count_ring import CountRing
from ui.screens.tonight.once import Once
from ui.screens.tonight.tally import Tally
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Button,
    ChoiceBar,
    Columns,
    Flow,
    Glyph,
    KeyCap,
    Label,
    Notice,
    Rule,
    Sheet,
    Stepper,
    across,
    box,
    down,
)

IN, OUT = "in", "out"


class Counter(Sheet):
    """Counts heads, never names. `counted` carries the whole count after each press, `held` that it is over."""

    counted = Signal(object)
    held = Signal(object)
    turned = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, stack=2)
        self._tally, self._chairs = Tally(), 0
        self.way = ChoiceBar(theme, ((IN, _("Coming in")), (OUT, _("Going home"))), IN, name=_("Counting"))
        self.way.chosen.connect(lambda _way: self._turn())
        self.ring = CountRing(theme)
        self.came = _large(theme, _("Somebody came"), "primary", "plus")
        self.first = _large(theme, _("First time here"), "plain")
        self.went = _large(theme, _("Somebody left"), "plain", "minus")
        self.all_went = _large(theme, "", "plain", "door")
        self.hold = _large(theme, _("The circle was held"), "primary", "check")
        self.back = Button(theme, _("Take one back"), "quiet", "undo")
        self._firsts = Label(theme, "", "body", "soft", wrap=True)
        self.adults = Stepper(theme, 0, _("Adults in the room"), most=99)
        adult_words = _("Adults in the room. A circle for under-18s needs {n}.").format(n=ADULTS)
        self._adults_line = box(down(theme, Rule(theme), 10, across(
            theme, (Label(theme, adult_words, "body", wrap=True), 1), self.adults, gap=12)))  # fmt: skip
        self._missing = Notice(theme, "", "", icon="door")
        pair = Columns(theme, self.came, self.first, shares=(56, 44), gap=12, stacked_gap=10, below=430)
        coming = box(down(theme, pair, 2, across(theme, (self._firsts, 1), self.back)))
        pair = Columns(theme, self.went, self.all_went, shares=(56, 44), gap=12, stacked_gap=10, below=430)
        going = box(down(theme, pair, 10, self._missing, 10, self.hold))
        self._pages: dict[object, QWidget] = {IN: coming, OUT: going}
        roll = _("Count everybody, facilitators too. In a fire, this number is the roll-call.")
        roll_line = across(theme, (Glyph(theme, "door", "ink_soft"), 0, Qt.AlignmentFlag.AlignTop),
                           (Label(theme, roll, "small", "soft", wrap=True), 1), gap=10)  # fmt: skip
        self._keys = box(_keys(theme))
        presses = box(down(theme, coming, going))
        ring = across(theme, STRETCH, (self.ring, 0, Qt.AlignmentFlag.AlignTop), STRETCH)
        self._middle = down(theme, ring, (presses, 1), gap=12)
        self.setLayout(down(
            theme, self.way, 10, self._middle, 8, self._adults_line,
            STRETCH, 6, roll_line, 8, self._keys, margins=(24, 18, 24, 14),
        ))  # fmt: skip
        self._once = (Once(self.came), Once(self.went), Once(self.hold, Qt.Key.Key_Space))
        self.came.clicked.connect(lambda: self._press(self._tally.came()))
        self.first.clicked.connect(lambda: self._press(self._tally.came(first=True)))
        self.back.clicked.connect(lambda: self._press(self._tally.back()))
        self.went.clicked.connect(lambda: self._press(self._tally.went()))
        self.all_went.clicked.connect(lambda: self._press(self._tally.all_went()))
        self.hold.clicked.connect(lambda: self.held.emit(self._tally.count))
        self.adults.valueChanged.connect(lambda number: self._press(self._tally.adults(number)))

    @property
    def count(self) -> Count:
        """The count on screen."""
        return self._tally.count

    def show_room(self, room: Room) -> None:
        """Show an evening's count as it is kept."""
        count = room.evening.session.count
        if count != self._tally.count:
            self._tally = Tally(count, self._tally.trail if count.heads == self._tally.count.heads else ())
        self._chairs = room.evening.chairs
        self._adults_line.setVisible(room.evening.group.for_under_18s)
        self._show()

    def go_home(self) -> None:
        """Begin with counting who goes home, as at the end of an evening."""
        self.way.choose(OUT)
        self._turn()

    def be_narrow(self, narrow: bool) -> None:
        """The number beside its buttons, so that both are seen at once; else above them."""
        beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._middle.setDirection(beside if narrow else above)
        self.ring.be_small(narrow)

    def focus_first(self) -> None:
        """Give the keyboard to what comes next."""
        button = self.came if self.way.value == IN else self.went
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def count_new(self) -> None:
        """Count somebody who is here for the first time."""
        self._press(self._tally.came(first=True))

    def take_key(self, event: QKeyEvent) -> bool:
        """Count by a key, wherever the keyboard is; True when it was one of ours."""
        coming = self.way.value == IN
        keys = {
            Qt.Key.Key_Plus: self._tally.came() if coming else self._tally.went(-1),
            Qt.Key.Key_Equal: self._tally.came() if coming else self._tally.went(-1),
            Qt.Key.Key_Space: self._tally.came() if coming else self._tally.went(),
            Qt.Key.Key_Minus: self._tally.back() if coming else self._tally.went(),
        }
        if coming:
            keys[Qt.Key.Key_N] = self._tally.came(first=True)
        tally = keys.get(Qt.Key(event.key()))
        if tally is None or event.isAutoRepeat():
            return False
        self._press(tally)
        return True

    # ------------------------------------------------------------ acts
    def _press(self, tally: Tally) -> None:
        if tally != self._tally:
            self._tally = tally
            self._show()
            self.counted.emit(tally.count)  # once it is kept, that is said aloud

    def _turn(self) -> None:
        self._pages[self.way.value].show()
        self.focus_first()  # before the other page goes: hiding what has the keyboard would send it anywhere
        self._show()
        self.turned.emit()

    def _show(self) -> None:
        tally, coming = self._tally, self.way.value == IN
        words = _("in the room") if coming or not tally.count.out else _("still inside")
        self.ring.show_count(tally.inside, self._chairs, words)
        for way, page in self._pages.items():
            page.setVisible(way == self.way.value)
        self._keys.setVisible(coming)
        newcomers = tally.count.newcomers or 0
        self._firsts.setText(
            ngettext("{n} for the first time", "{n} for the first time", newcomers).format(n=newcomers)
            if newcomers else ""
        )  # fmt: skip
        self._hand_on(tally)
        self.back.setEnabled(tally.heads > 0)
        self.went.setEnabled(tally.inside > 0)
        self.all_went.setEnabled(tally.inside > 0)
        self.all_went.setText(ngettext("The last one went home", "All {n} went home", tally.inside).format(
            n=tally.inside) if tally.inside else _("All went home"))  # fmt: skip
        self._show_missing(tally)
        self.adults.blockSignals(True)
        self.adults.setValue(tally.count.adults or 0)
        self.adults.blockSignals(False)

    def _hand_on(self, tally: Tally) -> None:
        """The keyboard goes to what comes next before the button that has it goes off: else it would go anywhere."""
        if not tally.heads and self.back.hasFocus():
            self.came.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not tally.inside and (self.went.hasFocus() or self.all_went.hasFocus()):
            self.hold.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_missing(self, tally: Tally) -> None:
        """At the end, in must be out: say so while it is not."""
        news = self._missing.isHidden()
        self._missing.setVisible(bool(tally.count.out) and tally.inside > 0)
        if tally.count.out and tally.inside:
            said = ngettext("{n} person is still counted as inside.", "{n} people are still counted as inside.",
                            tally.inside).format(n=tally.inside)  # fmt: skip
            more = _("Look in every room before you lock up. Then count again, or correct the number.")
            self._missing.say(said, more, aloud=news)


class _Large(Button):
    """A target of 72 px, to be hit without looking."""

    def _height(self) -> int:
        return self._theme.px(72)


def _large(theme: Theme, text: str, kind: str, icon: str = "") -> Button:
    return _Large(theme, text, "primary" if kind == "primary" else "plain", icon, big=True, wide=True)


def _keys(theme: Theme) -> Flow:
    """What the keys do."""
    pairs = ((_("Space"), _("somebody came")), ("N", _("first time")), ("−", _("take one back")))
    return Flow(theme, *(box(across(theme, KeyCap(theme, key), Label(theme, words, "small", "soft"), gap=6))
                         for key, words in pairs), gap=18, line_gap=6)  # fmt: skip
