"""The head of an evening: whose it is, when and where, the next step, and the ring of chairs."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from facilitator.errors import UserError
from facilitator.evening.checklist import SPARE
from facilitator.i18n import _, interface, ngettext
from facilitator.messages import explain
from facilitator.model.session import SessionStatus
from facilitator.tonight import Evening
from ui.screens.tonight import words
from ui.screens.tonight.asking import Look
from ui.theme import Theme
from ui.widgets import STRETCH, Aside, Button, Chip, Fact, Flow, Label, Seat, SeatRing, across, box, down

_MOST = 40
"""Chairs that can still be told apart in the picture."""


class Hero(QWidget):
    """Shows an evening's head. `printing`, `starting`, `mending` are its steps; `switched` carries another session."""

    printing = Signal()
    starting = Signal()
    mending = Signal()
    venue = Signal()
    elsewhere = Signal()
    switched = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._narrow = False
        self._evening: Evening | None = None
        self._sits = False
        self.line = Label(theme, "", "body", "soft", wrap=True)
        self.title = Label(theme, "", "h1", wrap=True)
        self._facts = Flow(theme, gap=26, line_gap=8)
        self._days = Flow(theme, gap=8)
        self._days_box = box(down(theme, box(self._days), 8))
        self.print_button = Button(theme, _("Print tonight’s pack"), "primary", "print", big=True)
        self.start_button = Button(theme, _("Start the circle"), "plain", "play", big=True)
        self.mend_button = Button(theme, "", "primary", "plans", big=True)
        self.words = Label(theme, "", "body", "soft", wrap=True)
        self.print_button.clicked.connect(self.printing)
        self.start_button.clicked.connect(self.starting)
        self.mend_button.clicked.connect(self.mending)
        self._buttons = across(theme, self.mend_button, self.print_button, self.start_button, gap=12)
        self._later = Label(theme, "", "small", "soft", wrap=True)
        self._later.hide()
        self._steps = across(theme, self._buttons, (box(down(theme, self.words, self._later, gap=2)), 1), gap=20)
        self.ring = SeatRing(theme, ())
        lead = down(
            theme, self._days_box, self.line, 2, self.title, 3, box(self._facts), 12, box(self._steps), STRETCH
        )  # fmt: skip
        self.setLayout(Aside(theme, box(lead), self.ring, gap=24, least=420))

    # ------------------------------------------------------------ what it shows
    def show_look(self, look: Look, now: datetime) -> None:
        """Show an evening."""
        evening = look.evening
        if evening is None:
            return
        before, self._evening, self._sits = self._evening, evening, look.sits
        self.title.setText(evening.group.name)
        self.tell_time(now)
        if before is None or _facts(before) != _facts(evening):
            self._show_facts(evening, look.me)
        if before is None or (before.also, before.session) != (evening.also, evening.session):
            self._show_days(evening)
        self._show_ring(evening)
        self._show_steps(look, now)

    def tell_time(self, now: datetime) -> None:
        """Say again how long it is."""
        if self._evening is not None:
            course = self._evening.course
            when = words.when(self._evening.session, now, self._sits)
            self.line.setText(when if course is None else _("{when} {course}.").format(when=when, course=course.words))

    def tell_cost(self, said: str) -> None:
        """Say beside the buttons what the pack takes; where there are none any more, it says nothing."""
        planned = self._evening is not None and self._evening.session.status is SessionStatus.PLANNED
        self.words.setText(said)
        self.words.setVisible(bool(said) and planned)

    def be_narrow(self, narrow: bool) -> None:
        """One column: buttons share the whole width, the words stand under them, the ring makes room."""
        self._narrow = narrow
        self._lay_steps()
        for button in (self.mend_button, self.print_button, self.start_button):
            policy = button.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding if narrow else QSizePolicy.Policy.Preferred)
            button.setSizePolicy(policy)
        self.ring.setVisible(not narrow)

    def _lay_steps(self) -> None:
        """Words beside the buttons, or under them where there is no room or more to say."""
        waiting = not self.mend_button.isHidden()
        wide, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._steps.setDirection(under if self._narrow or waiting else wide)
        self._steps.setSpacing(self._theme.px(10 if self._narrow or waiting else 20))
        self.words.set_tone("look" if waiting else "soft")

    # ------------------------------------------------------------ parts
    def _show_facts(self, evening: Evening, me: str) -> None:
        theme = self._theme
        self._facts.clear()
        self._facts.put(Fact(theme, "clock", words.hours(evening.session), lead=True))
        if evening.venue is not None:
            self._facts.put(Fact(theme, "place", evening.venue.name, lead=True))
        if evening.team:
            self._facts.put(Fact(theme, "person", words.team(evening.team, me), lead=True))
        if evening.venue is not None:
            self.venue_button = Button(theme, _("Venue card"), "quiet", flush=True)
            self.venue_button.clicked.connect(self.venue)
            self._facts.put(self.venue_button)
        other = Button(theme, _("Another evening"), "quiet", flush=True)
        other.clicked.connect(self.elsewhere)
        self._facts.put(other)

    def _show_days(self, evening: Evening) -> None:
        """The evenings of one day side by side, where there are several."""
        self._days.clear()
        all_of_day = sorted([(evening.group.name, evening.session), *evening.also], key=lambda one: one[1].starts)
        for name, session in all_of_day if len(all_of_day) > 1 else ():
            chip = Chip(self._theme, f"{name} {words.start(session)}", session.id == evening.session.id)
            chip.clicked.connect(lambda _on=False, chip=chip, session=session: self._switch(chip, session))
            self._days.put(chip)
        self._days_box.setVisible(len(all_of_day) > 1)

    def _switch(self, chip: Chip, session: object) -> None:
        chip.setChecked(True)
        self.switched.emit(session)

    def _show_ring(self, evening: Evening) -> None:
        heads = evening.session.count.heads
        if evening.session.status is SessionStatus.HELD and heads is not None:
            self.ring.show_seats(_seats(heads, 0), str(heads), ngettext("person came", "people came", heads))
            return
        likely = _("likely, {n} spare").format(n=SPARE)
        self.ring.show_seats(_seats(evening.expected, SPARE), str(evening.expected), likely)

    def _show_steps(self, look: Look, now: datetime) -> None:
        evening = look.evening
        if evening is None:
            return
        planned = evening.session.status is SessionStatus.PLANNED
        waits = evening.waits if planned else None
        for button in (self.print_button, self.start_button):
            button.setVisible(planned)
        self.mend_button.setVisible(waits is not None)
        self.words.setVisible(bool(self.words.words) and planned)
        self._later.hide()
        self._lay_steps()
        if not planned:
            return
        counting = evening.session.count.heads is not None
        begin = _("Go on counting") if counting else _("Start the circle")
        self.start_button.setText(_("Back to the circle") if look.sits else begin)
        today = evening.session.starts.date() <= now.date()
        self.print_button.setText(_("Print tonight’s pack") if today else _("Print the pack"))
        ready = waits is None and (look.printed or counting or look.sits)
        self.start_button.set_kind("primary" if ready and today else "plain")
        if waits is not None:
            self._wait(waits, evening.plan is None)
        else:
            self.print_button.on()
            self.print_button.set_kind("plain" if ready and today else "primary")
        if today:  # whatever the plan waits for, people at the door are counted all the same
            self.start_button.on()
        else:
            later = _("You can start it on {day}.").format(day=interface().date(evening.session.held_on))
            self.start_button.off(later)
            self._later.setText(later)
            self._later.show()

    def _wait(self, waits: UserError, missing: bool) -> None:
        """Printing waits for a plan that fits: say why, and offer the way to mend it."""
        said = explain(waits).said
        self.print_button.set_kind("plain")
        self.print_button.off(said)
        self.mend_button.setText(_("Choose a plan") if missing else _("Change the plan"))
        self.mend_button.setAccessibleDescription(said)  # the keyboard goes by what is off
        self.tell_cost(said)


def _seats(full: int, spare: int) -> list[Seat]:
    seats: list[Seat] = ["full"] * min(full, _MOST)
    return seats + ["spare"] * spare


def _facts(evening: Evening) -> tuple[object, ...]:
    return evening.session.start_minute, evening.session.minutes, evening.venue, evening.team
