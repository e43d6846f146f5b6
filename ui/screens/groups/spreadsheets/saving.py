"""Saving a list as a file that anybody can open: which list, what is in it, and a warning before it is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QButtonGroup, QWidget

from facilitator.errors import UserError
from facilitator.i18n import _, ngettext
from facilitator.model.exporting import Beside, ExportKind, ExportNote, ExportOrder, ExportTable
from facilitator.model.group import Group, RecordLevel
from facilitator.workspace import Workspace
from ui.screens.groups.form import FORM
from ui.screens.groups.going import saved_words
from ui.screens.groups.leaf import Holder, Leaf, Room
from ui.screens.groups.spreadsheets.writing import Writing
from ui.screens.groups.where import Path
from ui.screens.groups.words import people_words
from ui.widgets import (
    STRETCH,
    Button,
    CheckRow,
    ChoiceField,
    Columns,
    Fact,
    Field,
    Flow,
    Notice,
    Paragraph,
    RadioCard,
    Sheet,
    box,
    down,
    heading,
)

_MONTHS = (3, 12, 0)
_DAYS = 30.44


@dataclass(frozen=True, slots=True)
class _Known:
    group: Group
    beside: tuple[Beside, ...]
    saved: tuple[ExportNote, ...]


class SaveList(Leaf):
    """Chooses a list and saves it. What the file would hold is said before it is made, in columns and counts."""

    areas = ("groups", "members", "attendance", "sessions")

    def __init__(self, room: Room, path: Path) -> None:
        super().__init__(room, path, _("Save a list as a file"), back=_("People"))
        theme = room.theme
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self._known: _Known | None = None
        self._cards: dict[ExportKind, RadioCard] = {}
        self.ticks: dict[Beside, CheckRow] = {}
        self._choice, self._more, self._holds = Holder(theme), Holder(theme), Holder(theme)
        self._told = Holder(theme)
        spans = [(months, _span_words(months)) for months in _MONTHS]
        self.span = ChoiceField(theme, _("Which evenings?"), spans, 12)
        self.span.chosen.connect(lambda _months: self._ask_table())
        self.save_button = Button(theme, _("Save it without a lock"), "primary", "sheetout")
        self.save_button.clicked.connect(self._where)
        self.writing = Writing(self, self.save_button, self._told)
        left = box(
            down(
                theme, self._choice, self._more, 22, Field(theme, _("Kind of file"), self.writing.type), 22, self._told,
                self.refusal, 4, box(Flow(theme, self.save_button)), STRETCH,
            )
        )  # fmt: skip
        columns = Columns(theme, left, self._holds, fixed=(FORM, None), gap=44, below=FORM + 44 + 280)
        self.body.put(box(columns), 8, STRETCH)

    def read(self) -> None:
        """Ask what this group has to save."""
        def known(workspace: Workspace) -> _Known:
            group = workspace.groups.get(self.group_id)
            return _Known(group, workspace.exports.beside(group), workspace.exports.saved())

        self.ask(known, self._show)

    def begins(self) -> QWidget | None:
        """The list that is chosen."""
        return next((card for card in self._cards.values() if card.isChecked()), self.save_button)

    # ------------------------------------------------------------ drawing
    def _show(self, known: _Known) -> None:
        theme = self.theme
        self.head.say(known.group.name, self.head.title.words)
        before, self._known = self._known, known
        if before is not None and (before.group, before.beside) == (known.group, known.beside):
            self._ask_table()
            return
        self.ticks = {one: CheckRow(theme, beside_words(one), softens=False) for one in known.beside}
        for tick in self.ticks.values():
            tick.toggled.connect(lambda _on: self._ask_table())
        named = known.group.record_level >= RecordLevel.FIRST_NAME
        self._cards = {}
        parts: list[QWidget | int] = []
        if named:
            self._group = QButtonGroup(self)
            self._cards = {
                ExportKind.ROSTER: RadioCard(theme, _("Who is in the group"), _("Names, and what you tick."), True),
                ExportKind.ATTENDANCE: RadioCard(
                    theme, _("Who was there"), _("A row for each person, a column for each evening.")
                ),
            }
            for card in self._cards.values():
                self._group.addButton(card)
                parts += [card, 8]
            self._group.buttonClicked.connect(lambda _card: self._turn())
        else:
            words = _("This group keeps no names. The file holds the head-counts of its evenings, and nobody else.")
            parts = [Paragraph(theme, words), 8]
        self._choice.swap(*parts)
        self._turn()

    @property
    def kind(self) -> ExportKind:
        """Which list is chosen."""
        card = self._cards.get(ExportKind.ROSTER)
        return ExportKind.ROSTER if card is not None and card.isChecked() else ExportKind.ATTENDANCE

    def _turn(self) -> None:
        """Show what belongs to the list that is chosen; the other's choices stay as they are."""
        self._told.swap()
        for widget in (*self.ticks.values(), self.span):
            widget.setParent(self)
            widget.hide()
        if self.kind is ExportKind.ATTENDANCE:
            self._more.swap(14, self.span)
            self.span.show()
        else:
            title = heading(self.theme, _("Beside the names"))
            parts: list[QWidget | int] = [18, box(title), 4, *self.ticks.values()]
            self._more.swap(*parts)
            for tick in self.ticks.values():
                tick.show()
        self._ask_table()

    def _ask_table(self) -> None:
        order = self._order()
        self.room.desk.jobs.ask(self, lambda w: w.exports.table(order), self._tell, refused=self.refuse, key="table")

    def _tell(self, table: ExportTable) -> None:
        theme = self.theme
        self.save_button.setText(_("Save it without a lock") if table.people else _("Save it"))
        parts: list[QWidget | int] = [box(heading(theme, _("What is in the file"))), 10]
        if table.people:
            parts += [Fact(theme, "person", people_words(table.people)), 8]
        rows, columns = len(table.rows), len(table.columns)
        if self.kind is ExportKind.ATTENDANCE:
            evenings = columns - 1 if table.people else rows
            said = ngettext("{n} evening that was held", "{n} evenings that were held", evenings)
            parts += [Fact(theme, "calendar", said.format(n=evenings)), 8]
        else:
            parts += [Fact(theme, "check", title) if n else 0 for n, title in enumerate(table.columns)]
        sheet = Sheet(theme, down(theme, *parts, gap=2, margins=(24, 18, 22, 22)))
        if not table.people:
            self._holds.swap(sheet, STRETCH)
            return
        warning = Notice(
            theme,
            _("Anybody can open this file."),
            _("It has no lock, and it shows who comes here. Keep it where nobody else looks. Delete it when you are "
              "done."),
            icon="warning",
        )  # fmt: skip
        known = self._known
        before = ". ".join(map(saved_words, known.saved)) if known is not None else ""
        last = _("Last time: {lists}").format(lists=before) if before else ""
        noted = Fact(theme, "pencil", _("The vault notes that a list was saved, and when."), last)
        self._holds.swap(sheet, 18, warning, 16, noted, STRETCH)

    # ------------------------------------------------------------ doing
    def _order(self) -> ExportOrder:
        months = self.span.value
        start: date | None = None
        if isinstance(months, int) and months:
            start = self.room.desk.clock.today() - timedelta(days=round(months * _DAYS))
        ticked = tuple(one for one, tick in self.ticks.items() if tick.isChecked())
        return ExportOrder(group_id=self.group_id, kind=self.kind, beside=ticked, start=start)

    def _where(self) -> None:
        # The proposed name tells nothing: not the group, and not what it is for.
        self.writing.begin(self._order(), _("List") if self.kind is ExportKind.ROSTER else _("Evenings"))

    def refuse(self, error: UserError) -> None:
        """Say it over the button."""
        self.save_button.rest()
        super().refuse(error)


def beside_words(beside: Beside) -> str:
    """What may stand beside the names."""
    return {
        Beside.ANSWERS: _("Whether each said yes to the list"),
        Beside.NEEDS: _("What helps each in the room"),
        Beside.CONTACTS: _("What to mind, and how to reach them"),
        Beside.EMERGENCY: _("Who to call if they are hurt"),
        Beside.AGES: _("Ages"),
    }[beside]


def _span_words(months: int) -> str:
    return {3: _("The last three months"), 12: _("The last twelve months"), 0: _("All that were held")}[months]
