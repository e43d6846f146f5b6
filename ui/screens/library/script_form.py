"""Words to say in the group's own words: lines to say aloud, to do, and for when something happens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from facilitator.errors import WordsNeeded
from facilitator.i18n import _
from facilitator.model.agenda import Line, LineKind
from facilitator.model.content import Script, ScriptKind
from facilitator.model.group import Application
from ui.screens.library import words
from ui.screens.library.asking import Opened
from ui.screens.library.form import Form, applications
from ui.screens.library.packing import packed, unpacked
from ui.screens.library.stack import Entry, LineStack
from ui.theme import Theme
from ui.widgets import AreaField, ChoiceField, Label, TextField


class ScriptForm(Form):
    """Fields for every part of words to say."""

    def __init__(self, theme: Theme, opened: Opened, script: Script) -> None:
        self.script = script
        line = _("Words of your own") if opened.new else _("The original is kept beside your words")
        title = (_("Change your words") if opened.own else _("New words to say") if opened.new else
                 _("Put it in your words"))
        super().__init__(theme, opened, title, line)
        self.script_title = TextField(theme, _("Title"), script.title, limit=80)
        # Limits have five points to make, so they are always changed from the shipped ones.
        kinds = [(kind, _capital(words.said(kind))) for kind in ScriptKind if kind is not ScriptKind.LIMITS]
        self.kind = ChoiceField(theme, _("What they are for"), kinds, script.kind)
        choices = ((LineKind.SAY.value, _("Say aloud")), (LineKind.DO.value, _("Do")),
                   (LineKind.IF.value, _("If it happens")))  # fmt: skip
        self.lines = LineStack(theme, _("Line"), _("Add a line"), choices=choices, values=opened.values)
        self.lines.put([Entry(one.text, one.kind.value) for one in script.lines])
        self.groups = applications(theme, opened, script.applications, "")
        self._places: list[int] = []
        kind: list[QWidget | int] = [16, self.kind] if opened.new else []
        self.lay(
            self.script_title, *kind, 26, Label(theme, _("The words"), "h3", wrap=True), 2,
            Label(theme, _("A breath for each line. Names in square brackets are filled in by themselves."), "small",
                  "soft", wrap=True), 10, self.lines, 26, self.groups,
        )  # fmt: skip

    def begins(self) -> QWidget:
        """The title."""
        return self.script_title

    def parts(self) -> Mapping[str, TextField | AreaField | LineStack]:
        """The fields by their parts."""
        return {"title": self.script_title, "lines": self.lines}

    def item(self) -> Script:
        """The words as they stand in the form; empty lines are left out."""
        found = [(place, one) for place, one in enumerate(self.lines.entries, 1) if one.text]
        self._places = [place for place, _one in found]
        kind = self.kind.value
        return replace(
            self.script, title=self.script_title.text, kind=kind if isinstance(kind, ScriptKind) else self.script.kind,
            lines=tuple(Line(LineKind(one.lead), one.text) for _place, one in found),
            applications=tuple(Application(value) for value in self.groups.value))

    def place(self, error: WordsNeeded) -> int:
        """Lines that were left out count too."""
        if 0 < error.place <= len(self._places):
            return self._places[error.place - 1]
        return error.place

    def fields(self) -> Mapping[str, str]:
        """What stands in the form."""
        kind = self.kind.value
        return {"title": self.script_title.text, "kind": kind.value if isinstance(kind, ScriptKind) else "",
                "lines": packed(self.lines), "groups": " ".join(self.groups.value)}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half typed."""
        self.script_title.set_text(fields.get("title", ""))
        if fields.get("kind"):
            self.kind.choose(ScriptKind(fields["kind"]))
        self.lines.put(unpacked(fields.get("lines", "")))
        self.groups.choose(fields.get("groups", "").split())
        self._advise()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
