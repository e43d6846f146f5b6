"""A note as it was kept, to be read: its words on a sheet, and what was added to them with its day."""

from __future__ import annotations

from facilitator.i18n import _, interface
from facilitator.model.note import Note, NoteTemplate
from ui.theme import Theme
from ui.widgets import STRETCH, Label, Paragraph, Rule, Sheet, down
from ui.widgets.layout import Item


class NotePaper(Sheet):
    """One note."""

    def __init__(self, theme: Theme, note: Note, stack: int = 2) -> None:
        parts: list[Item] = []
        headings = NoteTemplate.FOUR.headings
        for n, line in enumerate(note.body.splitlines()):
            if line.strip() in headings:
                parts += [14 if n else 0, Label(theme, line, "h3", wrap=True), 2]
            elif line.strip():
                parts += [Paragraph(theme, line, "lead"), 8]
        for added in note.amendments:
            said = _("Added on {day}").format(day=interface().date(added.on, "d MMMM y"))
            parts += [10, Rule(theme), 12, Label(theme, said, "label", "soft", wrap=True), 4,
                      Paragraph(theme, added.words, "lead")]
        super().__init__(theme, down(theme, *parts, STRETCH, margins=(32, 24, 32, 26)), stack=stack)
        self.setAccessibleName(note.body)
