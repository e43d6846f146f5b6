"""Putting a version of the agreement together: clauses, how many people were there, and when to look at it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from facilitator.evening import clauses
from facilitator.evening.clauses import POSTER, Pick
from facilitator.i18n import _, ngettext
from facilitator.model.agreement import AgreementVersion, Clause
from facilitator.model.content import AgreementOverlay
from facilitator.model.ids import Id
from facilitator.workspace import Workspace
from ui.screens.groups.agreement.clauses import ClausePicker
from ui.screens.groups.agreement.overlays import Overlays
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

_A_YEAR = 365


@dataclass(frozen=True, slots=True)
class _Known:
    group: str
    core: tuple[Clause, ...]
    overlays: tuple[AgreementOverlay, ...]
    now: AgreementVersion | None

    @property
    def shipped(self) -> Mapping[str, Clause]:
        """Every shipped clause by where it comes from."""
        parts = (self.core, *(overlay.clauses for overlay in self.overlays))
        return {clause.source: clause for part in parts for clause in part}

    @property
    def picks(self) -> tuple[Pick, ...]:
        """What one begins with: the clauses in force, or the core with what this kind of group adds."""
        if self.now is not None:
            return clauses.begin(self.now.clauses, self.core)
        picks = clauses.begin(self.core, self.core)
        for overlay in self.overlays:
            picks = picks if overlay.offered else clauses.take(picks, overlay)
        return picks


def _read(workspace: Workspace, group_id: Id) -> _Known:
    group, library = workspace.groups.get(group_id), workspace.library
    return _Known(group.name, library.agreement_core().clauses, library.overlays_for(group.application),
                  workspace.agreements.current(group_id))


class AgreeingForm(Form):
    """The next version. The one before stays as it was."""

    enter_saves = False

    def __init__(self, room: Room, path: Path) -> None:
        super().__init__(room, path, _("Agreement"), back=_("Agreement"), does=_("Keep it"))
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self.picker: ClausePicker | None = None
        self._known: _Known | None = None
        self._of: Clause | None = None  # the clause that is put in other words

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
        self._known = known
        self.picker = ClausePicker(theme, known.picks)
        self.picker.asked.connect(self._reword)
        self.picker.changed.connect(self._count)
        self.overlays = Overlays(theme, known.overlays, known.shipped)
        self.overlays.taken.connect(self._take)
        self._said = Label(theme, "", "small", "soft", wrap=True)
        long = ngettext("With more than {n} clause the poster may leave out reasons, so that the lines stay large.",
                        "With more than {n} clauses the poster may leave out reasons, so that the lines stay large.",
                        POSTER)  # fmt: skip
        self._long = Label(theme, long.format(n=POSTER), "small", "look", wrap=True)
        sheet = Sheet(
            theme,
            down(theme, box(down(theme, self._said, self._long, margins=(12, 0, 12, 4))), self.picker,
                 margins=(14, 14, 14, 14)),
            stack=2,
        )  # fmt: skip
        if known.overlays:
            self.body.put(box(heading(theme, _("What your kind of group adds"))), 8, self.overlays, 24)
        self.body.put(box(Columns(theme, sheet, self._side(today), shares=(58, 42), gap=36)), 20)
        for_good = _("A version stays as it is from then on. To put something right, agree the next one.")
        self.body.put(Label(theme, for_good, "small", "soft", wrap=True), 8, self.refusal, 4,
                      box(Flow(theme, self.primary, self.cancel, gap=12)), 8, STRETCH)  # fmt: skip
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
        self.original = Button(theme, _("Back to our words"), "quiet", "undo")
        self.original.clicked.connect(self._back_to_shipped)
        self.original.hide()
        self.out = Button(theme, _("Take it out for good"), "quiet", "bin")
        self.out.clicked.connect(self._take_out)
        self.out.hide()
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
            today + timedelta(days=_A_YEAR),
            today,
            day_first=self.room.day_first,
        )
        return box(
            down(
                theme,
                self._own_title, 10, self.text, 12, self.why, 12, self.broken, 12,
                box(Flow(theme, self.add, self.original, self.out, self.stop, gap=8)), 30,
                box(heading(theme, _("When you agreed"))), 10, there, 14, self.adopted, 14, self.review,
            )
        )  # fmt: skip

    def _count(self) -> None:
        if self.picker is None:
            return
        n = len(self.picker.chosen)
        self._long.setVisible(n > POSTER)
        self.overlays.show_picks(self.picker.picks)
        said = ngettext("{n} clause is in.", "{n} clauses are in.", n).format(n=n)
        self._said.setText(_("{count} Drag one by its dots, or press Alt with an arrow.").format(count=said))
        if n:
            self.primary.on()
        else:
            self.primary.off(_("Tick at least one clause."))

    def _take(self, overlay: object, on: bool) -> None:
        """Put in what a kind of group adds, or leave it out again."""
        if self.picker is None or self._known is None or not isinstance(overlay, AgreementOverlay):
            return
        others = [one for one in self._known.overlays if one != overlay]
        picks = self.picker.picks
        self.picker.put(clauses.take(picks, overlay) if on else clauses.leave(picks, overlay, others))
        if self._of is not None and self._at < 0:  # it went with the overlay; what was typed is a clause of one's own
            if not self._typed:
                self._empty()
            self._begin_own()
        self._count()

    # ------------------------------------------------------------ a clause in other words
    def _reword(self, at: int) -> None:
        if self.picker is None or self._unused():
            return
        clause = self.picker.picks[at].clause
        self._of = clause
        self._own_title.setText(_("In other words"))
        self.text.set_text(clause.text)
        self.why.set_text(clause.why)
        self.broken.set_text(clause.if_broken)
        self.add.setText(_("Use these words"))
        shipped = self._shipped(clause)
        self.original.setVisible(shipped is not None and _said(shipped) != _said(clause))
        self.out.setVisible(shipped is None)
        self.stop.show()
        self.point(self.text)

    @property
    def _at(self) -> int:
        """Where the clause that is put in other words stands now, -1 for none."""
        picks = () if self.picker is None else self.picker.picks
        return next((n for n, pick in enumerate(picks) if self._of is not None and _same(pick.clause, self._of)), -1)

    def _shipped(self, clause: Clause) -> Clause | None:
        return None if self._known is None else self._known.shipped.get(clause.source)

    def _back_to_shipped(self) -> None:
        """Put the words that we wrote into the fields again, to be used or not."""
        shipped = None if self._of is None else self._shipped(self._of)
        if shipped is not None:
            self.text.set_text(shipped.text)
            self.why.set_text(shipped.why)
            self.broken.set_text(shipped.if_broken)
            self.text.setFocus()

    def _take_out(self) -> None:
        if self.picker is not None and self._at >= 0:
            self.picker.take_out(self._at)
            self._clear()

    def _add(self) -> None:
        if self.picker is None:
            return
        if not self.text.text:
            self.text.refuse(_("Type the clause first."))
            self.point(self.text)
            return
        said = Clause(text=self.text.text, why=self.why.text, if_broken=self.broken.text)
        before = self._of
        if before is not None and self._at >= 0:
            now = self.picker.picks[self._at].clause
            self.picker.reword(self._at, replace(said, theme=now.theme, source=now.source))
        else:
            last = self.picker.chosen[-1].theme if self.picker.chosen else ""
            self.picker.add(replace(said, theme=last))
        self._clear()

    def _unused(self) -> bool:
        """Whether words are typed that are in no clause yet; says so, as they would be lost."""
        if self._typed:
            self._refuse_unused()
        return self._typed

    @property
    def _typed(self) -> bool:
        was = ("", "", "") if self._of is None else _said(self._of)
        return bool(self.text.text) and (self.text.text, self.why.text, self.broken.text) != was

    def _refuse_unused(self) -> None:
        self.text.refuse(_("This clause is not in yet. Add it, or empty the line."))
        self.point(self.text)

    def _clear(self) -> None:
        self._empty()
        self._begin_own()
        self.text.setFocus()

    def _empty(self) -> None:
        for field in (self.text, self.why, self.broken):
            field.set_text("")

    def _begin_own(self) -> None:
        """What stands in the fields is a clause of one's own."""
        self._of = None
        self._own_title.setText(_("A clause of your own"))
        self.add.setText(_("Add it"))
        for button in (self.stop, self.original, self.out):
            button.hide()

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
            self._refuse_unused()
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
        group_id, chosen, review = self.group_id, self.picker.chosen, self.review.day
        present, seen = self.present.value() or None, self.names_seen
        self.send(
            lambda workspace: workspace.agreements.adopt(
                group_id, chosen, present=present, adopted_on=adopted, review_by=review, names_seen=seen
            ),
            lambda change: (group_id, "agreement"),
        )


def _same(one: Clause, other: Clause) -> bool:
    """Whether it is the same clause, though it may have been carried to another quarter meanwhile."""
    return replace(one, theme="") == replace(other, theme="")


def _said(clause: Clause) -> tuple[str, str, str]:
    return clause.text, clause.why, clause.if_broken
