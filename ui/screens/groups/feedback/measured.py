"""Questions that were counted: their shares from ten answers on, and below that only how many answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface, ngettext
from facilitator.model.feedback import BASE, Instrument, Measure
from facilitator.model.ids import Id
from ui.screens.groups.feedback.shares import answers_line
from ui.theme import Theme
from ui.widgets import Button, IconButton, Label, Paragraph, across, box, down, heading
from ui.widgets.layout import Item


class Measured(QWidget):
    """`counting` begins another; `dropped` carries the id of one to take away."""

    counting = Signal()
    dropped = Signal(object)

    def __init__(self, theme: Theme, measures: Sequence[Measure], instruments: Sequence[Instrument]) -> None:
        super().__init__()
        known = {one.id: one for one in instruments}
        said = _("Questions that others ask too, such as how often people feel lonely. By hands or on paper: only how "
                 "many gave each answer is kept.")
        button = Button(theme, _("Count a question"), "plain", "plus")
        button.clicked.connect(self.counting)
        column = down(theme, box(heading(theme, _("Asked word for word"))), 4,
                      Paragraph(theme, said, "body", "soft"), 10)
        for measure in measures:
            column.put(_one(theme, measure, known.get(measure.instrument), self.dropped.emit), 12)
        column.put(button)
        self.setLayout(column)


def _one(theme: Theme, measure: Measure, instrument: Instrument | None, drop: Callable[[Id], None]) -> QWidget:
    name = measure.instrument if instrument is None else instrument.title
    title = _("{name}, {month}").format(name=name, month=interface().date(measure.month, "MMMM y"))
    people = ngettext("{n} person answered.", "{n} people answered.", measure.people).format(n=measure.people)
    rows: list[Item]
    if measure.people < BASE or instrument is None:
        few = _("{people} Shares are shown once there are {n} answers.").format(people=people, n=BASE)
        rows = [Label(theme, title, "strong", wrap=True), 2, Label(theme, few, "small", "soft", wrap=True)]
    else:
        answers = [(_("{answer}: {share}%").format(answer=words, share=measure.share(id)), measure.counts.get(id, 0))
                   for id, words in instrument.answers]  # fmt: skip
        rows = [answers_line(theme, title, answers), 2, Label(theme, people, "small", "soft", wrap=True)]
    if instrument is not None:
        rows += [2, Label(theme, f"{instrument.citation}. {instrument.licence}.", "small", "soft", wrap=True)]
    away = IconButton(theme, "close", _("Take away {title}").format(title=title))
    away.clicked.connect(lambda: drop(measure.id))
    return box(across(theme, (box(down(theme, *rows)), 1), away, gap=8))
