"""A coping card in the group's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from facilitator.errors import WordsNeeded
from facilitator.i18n import _
from facilitator.model.content import CopingCard, Moment, Step
from facilitator.model.group import Application
from ui.screens.library.asking import Opened
from ui.screens.library.form import Form, Ticks, applications
from ui.screens.library.packing import packed, unpacked
from ui.screens.library.stack import Entry, LineStack
from ui.theme import Theme
from ui.widgets import AreaField, CheckRow, Label, TextField


class CardForm(Form):
    """Fields for every part of a card; what is not asked stays as it is."""

    def __init__(self, theme: Theme, opened: Opened, card: CopingCard) -> None:
        self.card = card
        line = _("A card of your own") if opened.new else _("The original is kept beside your words")
        title = _("Change your words") if opened.own else _("New card") if opened.new else _("Put it in your words")
        super().__init__(theme, opened, title, line)
        self.card_title = TextField(theme, _("Title"), card.title, _("What it does, in few words."), limit=80)
        self.when = AreaField(theme, _("When it helps"), card.when, lines=1)
        self.summary = AreaField(theme, _("What to expect"), card.summary, _("Such as how long it takes."), lines=1)
        self.cautions = LineStack(theme, _("Line"), _("Add a line"))
        self.cautions.put([Entry(text) for text in card.cautions])
        self.steps = LineStack(theme, _("Step"), _("Add a step"), key=_("In a word"))
        self.steps.put([Entry(step.text, step.key) for step in card.steps])
        self.again = AreaField(theme, _("Doing it again"), card.again, lines=1)
        self.if_not = AreaField(theme, _("If it does not help"), card.if_not, lines=1)
        self.own_lines = LineStack(theme, _("Label"), _("Add a label"))
        self.own_lines.put([Entry(text) for text in card.own_lines])
        self.moments = Ticks(theme, _("Of use in which moments?"), _("So that it can be found."),
                             [(one.value, name) for one, name in opened.moments],
                             [one.value for one in card.moments])  # fmt: skip
        self.groups = applications(theme, opened, card.applications, _("None chosen means every kind."))
        self.figure = CheckRow(theme, _("Print the drawing on it"), bool(card.figure),
                               _("Its numbers stand for the steps."), softens=False)  # fmt: skip
        self._places: list[int] = []
        drawing: list[QWidget | int] = [14, self.figure] if card.figure else []
        self.lay(
            self.card_title, 16, self.when, 16, self.summary, 26,
            *_part(theme, _("Before you start"), _("What people should know before any step.")), self.cautions, 26,
            *_part(theme, _("Steps"), _("Five or six are enough. One thing at a time.")), self.steps, 26,
            *_part(theme, _("Afterwards"), ""), self.again, 16, self.if_not, 26,
            *_part(theme, _("To write beside"), _("Each gets a line to write on.")), self.own_lines, 26,
            self.moments, 22, self.groups, *drawing,
        )  # fmt: skip

    def begins(self) -> QWidget:
        """The title."""
        return self.card_title

    def parts(self) -> Mapping[str, TextField | AreaField | LineStack]:
        """The fields by their parts."""
        return {"title": self.card_title, "when": self.when, "summary": self.summary, "cautions": self.cautions,
                "steps": self.steps, "again": self.again, "if_not": self.if_not, "own_lines": self.own_lines}

    def item(self) -> CopingCard:
        """The card as it stands in the form; rows with nothing in them are left out."""
        card, title = self.card, self.card_title.text
        steps = [(place, one) for place, one in enumerate(self.steps.entries, 1) if one.text or one.lead]
        self._places = [place for place, _one in steps]
        figure = self.figure.isChecked() and bool(card.figure)
        return replace(
            card, title=title, short_title=card.short_title if title == card.title else title, when=self.when.text,
            summary=self.summary.text, cautions=tuple(one.text for one in self.cautions.entries),
            steps=tuple(Step(key=one.lead, text=one.text) for _place, one in steps), again=self.again.text,
            if_not=self.if_not.text, own_lines=tuple(one.text for one in self.own_lines.entries),
            moments=tuple(Moment(value) for value in self.moments.value),
            applications=tuple(Application(value) for value in self.groups.value),
            figure=card.figure if figure else "", alt=card.alt if figure else "")

    def place(self, error: WordsNeeded) -> int:
        """Steps that were left out count too."""
        if error.part == "steps" and 0 < error.place <= len(self._places):
            return self._places[error.place - 1]
        return error.place

    def fields(self) -> Mapping[str, str]:
        """What stands in the form."""
        plain = {name: part.text for name, part in self.parts().items() if not isinstance(part, LineStack)}
        stacks = {name: packed(part) for name, part in self.parts().items() if isinstance(part, LineStack)}
        return {**plain, **stacks, "moments": " ".join(self.moments.value), "groups": " ".join(self.groups.value),
                "figure": "yes" if self.figure.isChecked() else ""}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half typed."""
        for name, part in self.parts().items():
            if isinstance(part, LineStack):
                part.put(unpacked(fields.get(name, "")))
            else:
                part.set_text(fields.get(name, ""))
        self.moments.choose(fields.get("moments", "").split())
        self.groups.choose(fields.get("groups", "").split())
        self.figure.setChecked(bool(fields.get("figure")))
        self._advise()


def _part(theme: Theme, name: str, help: str) -> list[QWidget | int]:
    out: list[QWidget | int] = [Label(theme, name, "h3", wrap=True)]
    if help:
        out += [2, Label(theme, help, "small", "soft", wrap=True)]
    return [*out, 10]
