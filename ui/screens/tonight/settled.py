"""An evening that was held or cancelled: what was counted, a way to correct it, or the way to bring it back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _, listed
from facilitator.messages import explain
from facilitator.model.group import Group
from facilitator.model.session import Count, Session, SessionStatus, one_adult_words, reason_words
from ui.screens.tonight.asking import Look
from ui.theme import Theme
from ui.widgets import Button, Field, Flow, Label, Notice, Sheet, Stepper, across, announce, box, down

_MOST = 999


class Settled(QWidget):
    """Says how an evening ended. `corrected` carries another count, `restoring` brings a cancelled evening back.

    `finishing` leads to what comes after the circle, `locking` is the last step of an evening.
    """

    corrected = Signal(object)
    restoring = Signal()
    finishing = Signal()
    locking = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self._column = down(theme, margins=(0, 0, 0, 18))
        self.setLayout(self._column)
        self.form: Correcting | None = None

    def show_look(self, look: Look) -> None:
        """Show how it ended, or nothing while it is planned."""
        if look.evening is None:
            return
        session, group = look.evening.session, look.evening.group
        key = (session, look.handed_on)
        if key == self._shown:
            return
        self._shown = key
        self._column.clear()
        self.form = None
        self.setVisible(session.status is not SessionStatus.PLANNED)
        if session.status is SessionStatus.CANCELLED:
            back = Button(self._theme, _("Bring it back"))
            back.clicked.connect(self.restoring)
            said = _("This evening is cancelled.")
            more = _("Nobody is counted and nothing is printed for it.")
            if session.why is not None:
                more = _("{why}. {more}").format(why=reason_words(session.why), more=more)
            self._column.put(Notice(self._theme, said, more, icon="calendar", button=back))
        elif session.status is SessionStatus.HELD:
            self._show_count(session, group, look.handed_on)

    def shut(self) -> None:
        """Put the form away."""
        if self.form is not None:
            self.form.hide()
            self.correct_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: UserError) -> None:
        """Say in place why the count cannot be so."""
        if self.form is not None:
            self.form.refuse(error)

    def _show_count(self, session: Session, group: Group, handed_on: bool) -> None:
        theme, count = self._theme, session.count
        figures = [_figure(theme, n, words) for n, words in counted(count)]
        self.correct_button = Button(theme, _("Correct the count"), "plain", "pencil")
        self.form = form = Correcting(theme, count, group.for_under_18s)
        form.hide()
        form.saved.connect(self.corrected)
        form.left.connect(self.shut)
        self.correct_button.clicked.connect(form.open)
        after = Button(theme, _("After the circle"), "plain" if handed_on else "primary", "forward", big=True)
        after.clicked.connect(self.finishing)
        lock = Button(theme, _("Lock, and go home"), "primary" if handed_on else "plain", "lock", big=True)
        lock.clicked.connect(self.locking)
        self._column.put(box(Flow(theme, *figures, gap=40, line_gap=12)), 12)
        if missing := uncounted(count):
            words = _("Not written down yet: {what}.").format(what=listed(missing))
            self._column.put(Label(theme, words, "small", "soft", wrap=True), 10)
        if session.one_adult is not None:
            said = _("Held with fewer than two adults: {why}.").format(why=one_adult_words(session.one_adult))
            more = _("Tell your safeguarding lead. It stays written down until the count is put right.")
            self._column.put(Notice(theme, said, more, icon="warning"), 12)
        self._column.put(box(Flow(theme, after, lock, self.correct_button, gap=12)), 12, form)


class Correcting(Sheet):
    """Changes the numbers of an evening that is over. `saved` carries the whole count."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, count: Count, young: bool) -> None:
        super().__init__(theme)
        self._count = count
        self.heads = Stepper(theme, count.heads or 0, "", most=_MOST)
        self.newcomers = Stepper(theme, count.newcomers or 0, "", most=_MOST)
        self.returning = Stepper(theme, count.returning or 0, "", most=_MOST)
        self.adults = Stepper(theme, count.adults or 0, "", most=_MOST)
        self.out = Stepper(theme, count.out or 0, "", most=_MOST)
        fields = [Field(theme, _("Everybody"), self.heads), Field(theme, _("First time"), self.newcomers),
                  Field(theme, _("Came before"), self.returning), Field(theme, _("Went home"), self.out)]  # fmt: skip
        if young:
            fields.insert(3, Field(theme, _("Adults"), self.adults))
        self._wrong = Label(theme, "", "body", "danger", wrap=True)
        self._wrong.hide()
        self.save_button = Button(theme, _("Save the count"), "plain", "check")
        cancel = Button(theme, _("Leave as it was"), "quiet")
        self.save_button.clicked.connect(self._save)
        cancel.clicked.connect(self.left)
        self.setLayout(down(theme, box(Flow(theme, *fields, gap=28, line_gap=14)), 14, self._wrong, 6,
                            box(Flow(theme, self.save_button, cancel, gap=10)), margins=(24, 18, 24, 18)))  # fmt: skip

    def open(self) -> None:
        """Show it, ready to type."""
        self.show()
        self.heads.setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self, error: UserError) -> None:
        """Say why these numbers cannot be."""
        self._wrong.setText(str(explain(error)))
        self._wrong.show()
        announce(self, self._wrong.words)

    def _save(self) -> None:
        was = self._count

        def told(stepper: Stepper, before: int | None) -> int | None:
            """A number nobody gave before stays not given while it is 0."""
            return None if before is None and not stepper.value() else stepper.value()

        self.saved.emit(replace(was, heads=self.heads.value(), newcomers=told(self.newcomers, was.newcomers),
                                returning=told(self.returning, was.returning), adults=told(self.adults, was.adults),
                                out=told(self.out, was.out)))  # fmt: skip


def counted(count: Count) -> tuple[tuple[int, str], ...]:
    """The figures of a count that are known, with their words."""
    every = (
        (count.heads, _("people came")),
        (count.newcomers, _("for the first time")),
        (count.returning, _("came before")),
        (count.adults, _("adults")),
        (count.out, _("went home")),
    )
    return tuple((number, words) for number, words in every if number is not None)


def uncounted(count: Count) -> tuple[str, ...]:
    """What a funder may ask for and nobody has said yet."""
    asked = ((count.newcomers, _("how many came for the first time")), (count.returning, _("how many came before")))
    return tuple(words for number, words in asked if number is None)


def _figure(theme: Theme, number: int, words: str) -> QWidget:
    figure = Label(theme, str(number), "figure")
    return box(across(theme, figure, Label(theme, words, "body", "soft"), gap=10))
