"""The pages of a debrief: the first answers alone, the second without seeing them, then both side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.debrief import Answer, DebriefDraft
from facilitator.model.form import Form, Question
from ui.screens.tonight.debrief.asking import Talk
from ui.screens.tonight.naming import Refused
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    AreaField,
    Button,
    Columns,
    Fact,
    Flow,
    Header,
    Label,
    Page,
    Panel,
    Paragraph,
    Sheet,
    announce,
    box,
    down,
    heading,
)
from ui.widgets.layout import Item


class Stage(IntEnum):
    """How far the two are."""

    FIRST = 1
    SECOND = 2
    BOTH = 3


class DebriefPage(Page):
    """`kept` carries the debrief and whether names in it were seen. What one side typed is out of sight, and in no
    field, until both have answered.
    """

    kept = Signal(object, bool)
    left = Signal()

    def __init__(self, theme: Theme, form: Form) -> None:
        way = Button(theme, _("After the circle"), "quiet", "left", flush=True)
        self._header = Header(theme, "", form.title, back=way)
        super().__init__(theme, self._header, 12)
        self._theme, self._form = theme, form
        way.clicked.connect(self.left)
        self._stage = Stage.FIRST
        self._sides: list[dict[str, str]] = [{}, {}]
        self._follow_ups, self._title = "", ""
        self._loaded: DebriefDraft | None = None
        self._fields: dict[str, AreaField] = {}
        self.todo: AreaField | None = None
        self._sheet = down(theme, margins=(28, 22, 28, 24))
        self.refused = Refused(theme)
        side: list[QWidget] = [Fact(theme, "info", words) for words in form.cautions]
        self.body.put((Columns(
            theme, Sheet(theme, self._sheet, stack=2),
            box(down(theme, box(heading(theme, _("Good to know"))), 8, *side,
                     Fact(theme, "hide", _("The other’s answers stay hidden until both have answered.")),
                     Fact(theme, "numbers", _("No report counts it, and no search finds it.")), STRETCH, gap=10)),
            shares=(62, 38), gap=36), 1))  # fmt: skip
        self._show()

    # ------------------------------------------------------------ what it shows
    @property
    def stage(self) -> Stage:
        """How far the two are."""
        return self._stage

    @property
    def draft(self) -> DebriefDraft:
        """What would be kept."""
        self._take()
        sides = tuple(tuple(Answer(question.id, words) for question in self._form.questions
                            if (words := side.get(question.id, "").strip())) for side in self._sides)  # fmt: skip
        return DebriefDraft(sides=sides, follow_ups=tuple(self._follow_ups.splitlines()))

    def show_talk(self, talk: Talk) -> None:
        """Show the evening’s, and what was kept of it."""
        self._header.say(talk.evening.group.name, self._form.title)
        if talk.kept is not None:
            sides = [{answer.question: answer.words for answer in side} for side in talk.kept.sides]
            self._sides = [*sides, {}, {}][:2]
            self._follow_ups = "\n".join(talk.kept.follow_ups)
            self.go_to(Stage.BOTH)
            self._loaded = self.draft

    def go_to(self, stage: Stage) -> None:
        """Turn to a stage; what was typed before is taken out of sight."""
        self._take()
        self._stage = stage
        self._show()
        self.focus_first()
        announce(self, self._title)

    def focus_first(self) -> None:
        """Give the keyboard to the first question, or to what is to be done."""
        first = self.todo if self._stage is Stage.BOTH else next(iter(self._fields.values()), None)
        if first is not None:
            first.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self, error: UserError) -> None:
        """Say why not, with a way to keep words that name somebody."""
        self.refused.show_error(error, lambda: self.kept.emit(self.draft, True))
        self.view.ensureWidgetVisible(self.refused)

    def read(self) -> dict[str, str] | None:
        """What is half typed, both sides of it: sealed to who unlocked, as every draft is."""
        self._take()
        words = {f"{n}:{id}": said for n, side in enumerate(self._sides) for id, said in side.items() if said}
        if (not words and not self._follow_ups) or self.draft == self._loaded:
            return None
        return {**words, "todo": self._follow_ups, "stage": str(self._stage.value)}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put it back, as far as the two were: what was hidden stays hidden."""
        for key, said in fields.items():
            side, _colon, id = key.partition(":")
            if side in ("0", "1") and id:
                self._sides[int(side)][id] = said
        self._follow_ups = fields.get("todo", "")
        stage = fields.get("stage", "1")
        self._stage = Stage(int(stage)) if stage in ("1", "2", "3") else Stage.FIRST
        self._show()
        self.focus_first()  # the field that had the keyboard is gone

    # ------------------------------------------------------------ stages
    def _take(self) -> None:
        """Take what is in the fields."""
        if self._stage is Stage.BOTH:
            if self.todo is not None:
                self._follow_ups = self.todo.text
            return
        side = self._sides[self._stage - 1]
        for id, field in self._fields.items():
            side[id] = field.text

    def _show(self) -> None:
        self._sheet.clear()
        self._fields, self.todo = {}, None
        self.refused = Refused(self._theme)
        if self._stage is Stage.BOTH:
            self._show_both()
        else:
            self._show_one()

    def _show_one(self) -> None:
        theme, first = self._theme, self._stage is Stage.FIRST
        title = _("The first of you") if first else _("Now the other of you")
        said = _("The other looks away.") if first else _("What was written before is hidden.")
        self._title = title
        self._sheet.put(Label(theme, title, "h2", wrap=True), 2, Label(theme, said, "body", "soft", wrap=True), 16)
        for question in self._form.questions:
            field = AreaField(theme, question.ask, self._sides[self._stage - 1].get(question.id, ""),
                              question.hint, lines=2)  # fmt: skip
            self._fields[question.id] = field
            self._sheet.put(field, 14)
        go_on = Button(theme, _("Hide mine, and hand over") if first else _("Show both"), "primary",
                       "hide" if first else "eye")  # fmt: skip
        go_on.clicked.connect(lambda: self.go_to(Stage.SECOND if first else Stage.BOTH))
        other = Button(theme, _("I am on my own tonight"), "quiet")
        other.clicked.connect(lambda: self.go_to(Stage.BOTH))
        self.next_button, self.other_button = go_on, other
        steps = (go_on, other) if first else (go_on,)  # no way back: it would show what is hidden
        self._sheet.put(6, box(Flow(theme, *steps, gap=10)), STRETCH)

    def _show_both(self) -> None:
        theme, self._title = self._theme, _("Both of you")
        more = Label(theme, _("Read each other’s. Talk about it, then go home."), "body", "soft", wrap=True)
        self._sheet.put(Label(theme, self._title, "h2", wrap=True), 2, more, 14)
        for question in self._form.questions:
            self._sheet.put(Label(theme, question.ask, "strong", wrap=True), 6, self._pair(question), 14)
        self.todo = AreaField(theme, _("What is to be done, and by when"), self._follow_ups,
                              _("One thing a line. No names of members."), lines=2)
        keep = Button(theme, _("Keep the debrief"), "primary", "check")
        keep.clicked.connect(lambda: self.kept.emit(self.draft, False))
        again = Button(theme, _("Change an answer"), "quiet")
        again.clicked.connect(lambda: self.go_to(Stage.FIRST))
        self.next_button, self.other_button = keep, again
        self._sheet.put(self.todo, 10, self.refused, 8, box(Flow(theme, keep, again, gap=10)), STRETCH)

    def _pair(self, question: Question) -> QWidget:
        """Both answers side by side; one alone where only one was there."""
        said = [side.get(question.id, "").strip() for side in self._sides]
        shown: Sequence[str] = said if any(self._sides[1].values()) else said[:1]
        panels: list[Item] = [Panel(self._theme, down(
            self._theme, Paragraph(self._theme, words or _("Nothing written."), "body", "ink" if words else "soft"),
            margins=(16, 10, 14, 12)), "ground", None) for words in shown]  # fmt: skip
        if len(panels) == 1:
            return box(down(self._theme, *panels))
        first, second = (panel for panel in panels if isinstance(panel, QWidget))
        return box(Columns(self._theme, first, second, shares=(50, 50), gap=12, stacked_gap=8, below=420))
