"""Days a person asked us to remember: asked first, a day and a month alone, and why only as one of two kinds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _, interface
from facilitator.model.ids import Id
from facilitator.model.member import Consent, ConsentState, DateKind, MemberDate
from ui.screens.groups.leaf import Room
from ui.widgets import (
    Button,
    ChoiceField,
    Columns,
    Flow,
    IconButton,
    Label,
    ListRow,
    RowStack,
    across,
    box,
    down,
    heading,
)

_LEAP = 2024


def kind_words(kind: DateKind) -> str:
    """Why a day is remembered."""
    return {DateKind.REMEMBERED: _("A day to remember"), DateKind.BIRTHDAY: _("Birthday")}[kind]


class DatesBox(QWidget):
    """The days of a person, and a way to add one; before a yes only the way to ask. `refused` says what cannot be."""

    def __init__(
        self,
        room: Room,
        member_id: Id,
        consent: Consent,
        dates: Sequence[MemberDate],
        refused: Callable[[UserError], None],
        ask: Callable[[], None],
    ) -> None:
        super().__init__()
        self._room, self._member_id, self._refused = room, member_id, refused
        theme = room.theme
        parts: list[QWidget | int] = [box(heading(theme, _("Days to remember"))), 6]
        if consent.state is ConsentState.GIVEN:
            parts += self._kept(dates)
        elif consent.state is ConsentState.NOT_ASKED:
            step = Button(theme, _("Ask"), "plain")
            step.setAccessibleName(_("Ask about days to remember"))
            step.clicked.connect(ask)
            words = _("A birthday, or the day of a loss, but only if they would like that. Ask them first.")
            parts += [Label(theme, words, "small", "soft", wrap=True), 8, box(Flow(theme, step))]
        else:
            parts += [Label(theme, _("They said no to this. No day is shown."), "small", "soft", wrap=True)]
        self.setLayout(down(theme, *parts))

    def _kept(self, dates: Sequence[MemberDate]) -> list[QWidget | int]:
        theme, words = self._room.theme, interface()
        parts: list[QWidget | int] = []
        if dates:
            rows = RowStack(theme, _("Days to remember"))
            rows.show_rows([self._row(one) for one in dates])
            parts += [rows, 10]
        months = [(month, words.date(date(_LEAP, month, 1), "LLLL")) for month in range(1, 13)]
        self.day = ChoiceField(theme, _("Day"), [(day, str(day)) for day in range(1, 32)])
        self.month = ChoiceField(theme, _("Month"), months)
        first, second = (self.day, self.month) if self._room.day_first else (self.month, self.day)
        kinds = [(kind, kind_words(kind)) for kind in DateKind]
        never = _("Never the day somebody stopped drinking or using.")
        self.kind = ChoiceField(theme, _("What is it?"), kinds, DateKind.REMEMBERED, never)
        add = Button(theme, _("Add"), "plain", "plus")
        add.setAccessibleName(_("Add a day to remember"))
        add.clicked.connect(self._add)
        pair = box(Columns(theme, first, second, gap=12, stacked_gap=10, below=300))
        return [*parts, pair, 10, self.kind, 10, box(Flow(theme, add))]

    def _row(self, one: MemberDate) -> ListRow:
        theme = self._room.theme
        day = interface().date(date(_LEAP, one.month, one.day), "d MMMM")
        said = _("{day}: {kind}").format(day=day, kind=kind_words(one.kind))
        away = IconButton(theme, "close", _("Remember it no more: {day}").format(day=day))
        away.clicked.connect(lambda: self._away(one.id))
        line = across(theme, (Label(theme, said, wrap=True), 1), away, gap=4, margins=(0, 4, 0, 4))
        return ListRow(theme, said, line, high=52, choosable=False)

    def _add(self) -> None:
        for field, words in ((self.day, _("Choose a day.")), (self.month, _("Choose a month."))):
            if field.value is None:
                field.refuse(words)
                field.setFocus()
                return
        day, month, kind = self.day.value, self.month.value, self.kind.value
        try:
            date(_LEAP, month, day)  # type: ignore[arg-type]
        except ValueError:
            self.day.refuse(_("That month has no such day. Choose another one."))
            self.day.setFocus()
            return
        member_id = self._member_id
        self._choose(None, None)  # pressed twice, it is one day all the same

        def refused(error: UserError) -> None:
            self._choose(day, month)
            self._refused(error)

        self._room.desk.jobs.do(
            self,
            lambda w: w.members.dates.add(member_id, kind, month, day),  # type: ignore[arg-type]
            refused=refused,
        )

    def _choose(self, day: object, month: object) -> None:
        self.day.choose(day)
        self.month.choose(month)

    def _away(self, date_id: Id) -> None:
        self._room.desk.jobs.do(self, lambda w: w.members.dates.bin(date_id), refused=self._refused)
