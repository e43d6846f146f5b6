"""The arrivals page: the count, names beside it where the group keeps them, and the end of the evening."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.errors import AgendaDoesNotFit, AgendaMissing, NeedsTwoAdults, UserError
from facilitator.i18n import _
from facilitator.messages import explain
from ui.screens.tonight import words
from ui.screens.tonight.asking import Room
from ui.screens.tonight.counter import Counter
from ui.screens.tonight.names import Names, NoNames
from ui.screens.tonight.newcomer import Newcomer
from ui.screens.tonight.one_adult import OneAdultPart
from ui.theme import Theme
from ui.widgets import STRETCH, Button, Columns, Header, KeyCap, Label, Notice, Page, across, box, down

_END = timedelta(minutes=10)
"""How long before the end the page opens with counting who goes home."""


class Arrivals(Page):
    """Counts who comes and who goes. `left` leads back to the evening; what is counted is kept all the while.

    `beginning` leads on to the circle, begun or not, and so does R; `planning` to the plan that it waits for. `excused`
    carries why there were not two adults, where the circle was held all the same.
    """

    left = Signal()
    beginning = Signal()
    planning = Signal()
    excused = Signal(object)

    def __init__(self, theme: Theme) -> None:
        way = Button(theme, _("Tonight"), "quiet", "left", flush=True)
        self._when = Label(theme, "", "body", "soft", wrap=True)
        self.begin_button = Button(theme, _("Begin the circle"), "plain", "play")
        self.begin_button.hide()
        self._begin_key = KeyCap(theme, "R")
        self._begin_key.hide()
        self.plan_button = Button(theme, "", "plain", "plans")
        self.plan_button.hide()
        beginning = across(theme, self._begin_key, self.begin_button, self.plan_button, gap=10)
        self._header = Header(theme, "", "", back=box(across(theme, way, (self._when, 1), box(beginning), gap=16)))
        super().__init__(theme, self._header, 16)
        self._theme = theme
        way.clicked.connect(self.left)
        self.begin_button.clicked.connect(lambda: self.beginning.emit())
        self.plan_button.clicked.connect(lambda: self.planning.emit())
        self._room: Room | None = None
        self.counter = Counter(theme)
        self.names = Names(theme)
        self.no_names = NoNames(theme)
        self.newcomer = Newcomer(theme)
        self.refused = Notice(theme, "", "", "danger")
        self.refused.hide()
        self.why = OneAdultPart(theme)
        self.why.chosen.connect(self.excused)
        side = box(down(theme, self.names, self.no_names, self.newcomer, STRETCH))
        columns = Columns(theme, self.counter, side, shares=(50, 50), gap=40)
        self.body.put(self.refused, 4, self.why, 4, (columns, 1))
        self.counter.turned.connect(self._see_counter)
        self.names.newcomer.connect(self._open)
        self.newcomer.left.connect(self.shut)
        self.narrowed.connect(self._be_narrow)
        self._be_narrow(self.narrow)

    def show_room(self, room: Room, now: datetime) -> None:
        """Show an evening's count."""
        first, self._room = self._room is None, room
        self._header.say("", room.evening.group.name)
        self.counter.show_room(room)
        self.names.show_room(room)
        self.no_names.show_room(room)
        adding = not self.newcomer.isHidden()
        self.names.setVisible(room.named and not adding)
        self.no_names.setVisible(not room.named)
        self.begin_button.setText(_("Back to the circle") if room.begun else _("Begin the circle"))
        for part in (self.begin_button, self._begin_key):
            part.setVisible(room.begun or room.evening.waits is None)
        self._show_plan(room)
        self.tell_time(now)
        late = room.over or now >= room.evening.session.ends - _END
        if first and late and room.evening.session.count.heads:
            self.counter.go_home()

    def _show_plan(self, room: Room) -> None:
        """The way to the plan, where the circle waits for one that fits: people are counted, and it is soon time."""
        waits = room.evening.waits if not room.begun else None
        self.plan_button.setText(_("Choose a plan") if isinstance(waits, AgendaMissing) else _("Change the plan"))
        self.plan_button.setVisible(isinstance(waits, AgendaMissing | AgendaDoesNotFit))

    def tell_time(self, now: datetime) -> None:
        """Say again how long it is."""
        if self._room is not None:
            evening, sits = self._room.evening, self._room.begun and not self._room.over
            when = words.when(evening.session, now, sits)
            waits = evening.waits if not self._room.begun else None  # why there is no circle to begin
            self._when.setText(when if waits is None else _("{when} {why}").format(when=when, why=explain(waits).said))

    def focus_first(self) -> None:
        """Give the keyboard to the count, and let all of it be seen."""
        self.counter.focus_first()
        self._see_counter()

    def refuse(self, error: UserError) -> None:
        """Say in place what could not be done, and the next step."""
        message = explain(error)
        self.refused.say(message.said, message.next)
        self.refused.show()
        self.why.setVisible(isinstance(error, NeedsTwoAdults))
        self.view.ensureWidgetVisible(self.why if self.why.isVisibleTo(self) else self.refused)

    def accept(self) -> None:
        """It was done: nothing is refused any more."""
        self.refused.hide()
        self.why.hide()

    def shut(self) -> None:
        """Put the form for somebody new away."""
        self.newcomer.hide()
        if self._room is not None:
            self.names.setVisible(self._room.named)
        self.focus_first()

    def restore(self, fields: Mapping[str, str]) -> None:
        """Open the form for somebody new with what was half typed."""
        self._open()
        self.newcomer.restore(fields)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count by keys, but never what is typed into a form."""
        here: QWidget | None = self.focusWidget()
        typing = isinstance(here, QLineEdit) or (here is not None and self.newcomer.isAncestorOf(here))
        if event.key() == Qt.Key.Key_Escape and not self.newcomer.isHidden():
            self.shut()
        elif not typing and event.key() == Qt.Key.Key_R and self.begin_button.isVisibleTo(self):
            self.begin_button.click()
        elif typing or not self.counter.take_key(event):
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self._room is not None and self._room.named:
            self.newcomer.show_room(self._room)
            self.newcomer.show()
            self.names.hide()
            self.newcomer.focus_first()

    def _see_counter(self) -> None:
        """Scroll so that the number and its buttons are seen at once, where there is little room."""
        paper = self.view.widget()
        if self.narrow and paper is not None:
            self.view.verticalScrollBar().setValue(self.counter.mapTo(paper, QPoint(0, 0)).y())

    def _be_narrow(self, narrow: bool) -> None:
        self.names.be_narrow(narrow)
        self.counter.be_narrow(narrow)
