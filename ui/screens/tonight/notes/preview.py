"""The last look: the note as it will be kept, and what in it may still tell who is meant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface, ngettext
from facilitator.writing.advice import Advice, advice_words
from facilitator.writing.notes import months_on
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Button,
    ChoiceBar,
    Columns,
    Field,
    Flow,
    Label,
    Notice,
    Panel,
    Paragraph,
    Sheet,
    announce,
    box,
    down,
    heading,
)

MONTHS = (3, 6, 12)
"""After so many one may be asked again whether a note is needed."""


class LastLook(QWidget):
    """`keeping` carries the day to look at it again; `back` leads to the words, to a place in them where one is given.
    """

    keeping = Signal(object)
    back = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._today, self._told = theme, date.min, ""
        self._text = down(theme, margins=(32, 26, 32, 28))
        self._advice = down(theme, gap=10)
        self.keep_button = Button(theme, _("Keep the note"), "primary", "check")
        self.back_button = Button(theme, _("Back to the words"), "plain", "pencil")
        self.keep_button.clicked.connect(self._keep)
        self.back_button.clicked.connect(lambda: self.back.emit(None))
        choices = list(zip(MONTHS, (_("3 months"), _("6 months"), _("A year")), strict=True))
        self.review = ChoiceBar(theme, choices, MONTHS[-1], name=_("Ask again whether it is needed"))
        review = Field(theme, _("Ask again whether it is needed"), self.review,
                       _("It is never thrown away by itself."))
        honest = self._honest = Notice(theme, _("A reader who knows the group may still recognise someone."),
                                       _("Read it once as they would."), icon="eye")
        self._title = box(heading(theme, _("Worth a second look")))
        self._side = down(theme, self._title, 8, box(self._advice), 20, review, STRETCH)
        foot = box(Flow(theme, self.keep_button, self.back_button, gap=12, line_gap=8))
        paper = Sheet(theme, self._text, stack=2)
        columns = Columns(theme, box(down(theme, (paper, 1))), box(self._side), fixed=(None, 360), gap=28)
        self.setLayout(down(theme, honest, 18, (columns, 1), 18, foot))

    def show_note(self, text: str, headings: Sequence[str], advice: Sequence[Advice], today: date) -> None:
        """Show a note that is settled."""
        theme, self._today = self._theme, today
        self._text.clear()
        for n, line in enumerate(text.strip().splitlines()):
            if line.strip() in headings:
                self._text.put(14 if n else 0, Label(theme, line, "h3", wrap=True), 2)
            elif line.strip():
                self._text.put(Paragraph(theme, line, "lead"), 6)
        self._text.put(STRETCH)
        self.keep_button.setAccessibleDescription(text.strip())  # who does not see the sheet hears what would be kept
        self._advice.clear()
        self._title.setVisible(bool(advice))
        count = len(advice)
        self._told = "" if not advice else ngettext(
            "{n} place is worth a second look.", "{n} places are worth a second look.", count).format(n=count)
        for one in advice:
            go = Button(theme, _("Change it"), "quiet", flush=True)
            go.setAccessibleName(_("Change “{words}”").format(words=one.written))
            go.clicked.connect(lambda _on=False, one=one: self.back.emit(one))
            self._advice.put(Panel(theme, down(
                theme, Label(theme, one.written, "strong", wrap=True), 2,
                Label(theme, advice_words(one.kind), "small", "soft", wrap=True), go,
                margins=(18, 10, 14, 4)), "look_tint", "look"))

    def forget(self) -> None:
        """Let the words go."""
        self._text.clear()
        self.keep_button.setAccessibleDescription("")
        self._advice.clear()

    def focus_first(self, narrow: bool) -> None:
        """Give the keyboard to the way on; where that is far below the words, to what is to be read before."""
        announce(self, " ".join((self._honest.accessibleName(), self._told)).strip())
        self._honest.setFocusPolicy(Qt.FocusPolicy.TabFocus if narrow else Qt.FocusPolicy.NoFocus)
        target: QWidget = self._honest if narrow else self.keep_button
        target.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def review_on(self) -> date:
        """The day to look at it again."""
        months = self.review.value
        return months_on(self._today, months if isinstance(months, int) else MONTHS[-1])

    def _keep(self) -> None:
        self.keeping.emit(self.review_on)


def review_words(day: date) -> str:
    """When somebody is asked again."""
    return _("You are asked on {day} whether it is still needed.").format(day=interface().date(day, "d MMMM y"))
