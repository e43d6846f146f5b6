"""Putting a version of the agreement together: clauses, how many people were there, and when to look at it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, ngettext
from facilitator.model.agreement import AgreementVersion, Clause
from facilitator.model.ids import Id
from facilitator.workspace import Workspace
from ui.screens.groups.agreement.clauses import ClausePicker, Pick
from ui.screens.groups.form import Form
from ui.screens.groups.leaf import Room
from ui.screens.groups.where import Path
from ui.widgets import (
    STRETCH,
    AreaField,
    Button,
    CheckRow,
    Columns,
    DateField,
    Field,
    Flow,
    Label,
    Sheet,
    Stepper,
    TextField,
    box,
    down,
    heading,
)

_HALF_A_YEAR = 182


@dataclass(frozen=True, slots=True)
class _Known:
    group: str
    core: tuple[Clause, ...]
    now: AgreementVersion | None


def _read(workspace: Workspace, group_id: Id) -> _Known:
    core = workspace.library.agreement_core().clauses
    return _Known(workspace.groups.get(group_id).name, core, workspace.agreements.current(group_id))


class AgreeingForm(Form):
    """The next version. The one before stays as it was."""

    enter_saves = False

    def __init__(self, room: Room, path: Path) -> None:
        super().__init__(room, path, _("Agreement"), back=_("Agreement"), does=_("Keep it"))
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self.picker: ClausePicker | None = None
        self._at = -1

    def read(self) -> None:
        """Ask for the core clauses and the version in force."""
        if self.picker is None:
            self.ask(lambda workspace: _read(workspace, self.group_id), self._show)

    def begins(self) -> QWidget | None:
        """The first tick."""
        if self.picker is None or not self.picker.rows:
            return None
        return self.picker.rows[0].findChild(CheckRow)  # not of the picker: rows a draft took the place of still die

    # ------------------------------------------------------------ drawing
    def _show(self, known: _Known) -> None:
        theme, today = self.theme, self.room.desk.clock.today()
        number = 1 if known.now is None else known.now.number + 1
        title = _("What do you agree on?") if known.now is None else _("Change the agreement")
        self.head.say(known.group, title)
        self.primary.setText(_("Keep as version {number}").format(number=number))
        self.picker = ClausePicker(theme, _picks(known))
        self.picker.asked.connect(self._reword)
        self.picker.changed.connect(self._count)
        self._said = Label(theme, "", "small", "soft", wrap=True)
        sheet = Sheet(
            theme,
            down(theme, box(down(theme, self._said, margins=(12, 0, 12, 4))), self.picker, margins=(14, 14, 14, 14)),
            stack=2,
        )
        self.body.put(box(Columns(theme, sheet, self._side(today), shares=(58, 42), gap=36)), 20)
        self.body.put(self.refusal, 4, box(Flow(theme, self.primary, self.cancel, gap=12)), 8, STRETCH)
        self._count()
        self.keep()

    def _side(self, today: date) -> QWidget:
        theme = self.theme
        self._own_title = Label(theme, _("A clause of your own"), "h3", wrap=True)
        self.text = TextField(theme, _("We agree that"), "", _("One short line, as you would say it."))
        self.why = AreaField(theme, _("Why"), "", lines=1)
        self.broken = AreaField(theme, _("What we do if it is broken"), "", lines=1)
        self.add = Button(theme, _("Add it"), "plain", "plus")
        self.add.clicked.connect(self._add)
        self.stop = Button(theme, _("Leave it as it was"), "quiet")
        self.stop.clicked.connect(self._clear)
        self.stop.hide()
        self.text.entered.connect(self._add)
        self.present = Stepper(theme, 0, _("How many people are here?"), most=500)
        there = Field(theme, _("How many people are here?"), self.present, _("A number, never names. 0 leaves it out."))
        self.adopted = DateField(theme, _("Agreed on"), today, today, day_first=self.room.day_first)
        self.review = DateField(
            theme,
            _("Look at it again by"),
            today + timedelta(days=_HALF_A_YEAR),
            today,
            day_first=self.room.day_first,
        )
        return box(
            down(
                theme,
                box(heading(theme, _("When you agreed"))), 10, there, 14, self.adopted, 14, self.review, 30,
                self._own_title, 10, self.text, 12, self.why, 12, self.broken, 12,
                box(Flow(theme, self.add, self.stop, gap=8)),
            )
        )  # fmt: skip

    def _count(self) -> None:
        if self.picker is None:
            return
        n = len(self.picker.chosen)
        self._said.setText(ngettext("{n} clause is in.", "{n} clauses are in.", n).format(n=n))
        if n:
            self.primary.on()
        else:
            self.primary.off(_("Tick at least one clause."))

    # ------------------------------------------------------------ a clause in other words
    def _reword(self, at: int) -> None:
        if self.picker is None:
            return
        clause = self.picker.picks[at].clause
        self._at = at
        self._own_title.setText(_("In other words"))
        self.text.set_text(clause.text)
        self.why.set_text(clause.why)
        self.broken.set_text(clause.if_broken)
        self.add.setText(_("Use these words"))
        self.stop.show()
        self.point(self.text)

    def _add(self) -> None:
        if self.picker is None:
            return
        if not self.text.text:
            self.text.refuse(_("Type the clause first."))
            self.point(self.text)
            return
        said = Clause(text=self.text.text, why=self.why.text, if_broken=self.broken.text)
        if 0 <= self._at < len(self.picker.picks):
            before = self.picker.picks[self._at].clause
            same = (said.text, said.why, said.if_broken) == (before.text, before.why, before.if_broken)
            self.picker.reword(self._at, before if same else replace(said, theme=before.theme))
        else:
            last = self.picker.picks[-1].clause.theme if self.picker.picks else ""
            self.picker.add(replace(said, theme=last))
        self._clear()

    def _clear(self) -> None:
        self._at = -1
        self._own_title.setText(_("A clause of your own"))
        for field in (self.text, self.why, self.broken):
            field.set_text("")
        self.add.setText(_("Add it"))
        self.stop.hide()
        self.text.setFocus()

    # ------------------------------------------------------------ doing
    def fields(self) -> Mapping[str, str]:
        """What stands in the form."""
        if self.picker is None:
            return {}
        return {
            "clauses": self.picker.text(),
            "text": self.text.text,
            "why": self.why.text,
            "broken": self.broken.text,
            "at": str(self._at),
            "present": str(self.present.value()),
            "adopted": self.adopted.text,
            "review": self.review.text,
        }

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half done."""
        if self.picker is None:
            return
        self.picker.restore(fields.get("clauses", ""))
        at = int(fields.get("at") or -1)
        if at >= 0:
            self._reword(at)
        self.text.set_text(fields.get("text", ""))
        self.why.set_text(fields.get("why", ""))
        self.broken.set_text(fields.get("broken", ""))
        self.present.setValue(int(fields.get("present") or 0))
        self.adopted.set_text(fields.get("adopted", ""))
        self.review.set_text(fields.get("review", ""))
        self._count()

    def save(self) -> None:
        """Keep the next version."""
        if self.picker is None:
            return
        if self.text.text:
            self.text.refuse(_("This clause is not in yet. Add it, or empty the line."))
            self.point(self.text)
            return
        adopted = self.adopted.check()
        if adopted is None:
            self.point(self.adopted)
            return
        if self.review.text and self.review.check() is None:
            self.point(self.review)
            return
        if self.review.day is not None and self.review.day < adopted:
            self.review.refuse(_("That is before the day you agreed. Give a later day."))
            self.point(self.review)
            return
        if adopted > self.room.desk.clock.today():
            self.adopted.refuse(_("That day is still to come. Give today or an earlier day."))
            self.point(self.adopted)
            return
        group_id, clauses, review = self.group_id, self.picker.chosen, self.review.day
        present = self.present.value() or None
        self.send(
            lambda workspace: workspace.agreements.adopt(
                group_id, clauses, present=present, adopted_on=adopted, review_by=review
            ),
            lambda change: (group_id, "agreement"),
        )


def _picks(known: _Known) -> tuple[Pick, ...]:
    """The clauses in force first, in their order; those of the core that are out follow, without a tick."""
    if known.now is None:
        return tuple(Pick(clause, True) for clause in known.core)
    inside = {clause.source for clause in known.now.clauses if clause.source}
    out = [Pick(clause, False) for clause in known.core if clause.source not in inside]
    return (*(Pick(clause, True) for clause in known.now.clauses), *out)
