"""A circle for under-18s that was held with fewer than two adults: written down as it was, with why, and flagged."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.session import OneAdult, one_adult_words
from ui.theme import Theme
from ui.widgets import Button, ChoiceField, Label, box, down


class OneAdultPart(QWidget):
    """Asks why, once it was refused. `chosen` carries the reason."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.why = ChoiceField(theme, _("Was it held all the same? Say why"),
                               tuple((one, one_adult_words(one)) for one in OneAdult))  # fmt: skip
        self.button = Button(theme, _("Write it down as it was"), "plain", "check")
        self.button.clicked.connect(self._choose)
        more = _("It is marked for your safeguarding lead. Nobody has to write down something else than what happened.")
        self.setLayout(down(theme, self.why, 6, Label(theme, more, "small", "soft", wrap=True), 8,
                            box(down(theme, self.button)), 10))  # fmt: skip
        self.hide()

    def _choose(self) -> None:
        if isinstance(self.why.value, OneAdult):
            self.chosen.emit(self.why.value)
        else:
            self.why.refuse(_("Choose a reason first."))
