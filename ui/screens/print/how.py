"""How it is printed: paper, sides, ink, printer and its tray, in a small panel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from facilitator.i18n import _
from facilitator.model.paper import Paper, Turn
from ui.printing import Tray
from ui.printing.how import How
from ui.theme import Theme
from ui.widgets import STRETCH, Button, ChoiceBar, ChoiceField, Field, Label, box, down


class HowPanel(QWidget):
    """Shows and changes it. `changed` carries a `How`, `paper` a `Paper`, `discreet` whether the whole pack is so;
    `switched` says that the trays of another printer are wanted; `done` is the way back.
    """

    changed = Signal(object)
    discreet = Signal(bool)
    paper = Signal(object)
    switched = Signal()
    done = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._how = How()
        self.paper_bar = ChoiceBar(theme, ((Paper.A4, _("A4")), (Paper.LETTER, _("US Letter"))), name=_("Paper"))
        self.sides_bar = ChoiceBar(theme, ((True, _("Both sides")), (False, _("One side"))), name=_("Sides"))
        self.turns = ChoiceField(theme, _("Turning the paper"), (
            (None, _("As each sheet needs it")), (Turn.LONG, _("Always on the long edge")),
            (Turn.SHORT, _("Always on the short edge"))), None, _("Leave it, unless backs come out upside down."))
        self._turn_box = box(down(theme, 12, self.turns))
        self.ink_bar = ChoiceBar(theme, ((True, _("Grey")), (False, _("Colour"))), name=_("Ink"))
        self.outside_bar = ChoiceBar(theme, ((False, _("As usual")), (True, _("Discreet"))), name=_("Outside"))
        help = _("Discreet: nothing on the outside says what the group is.")
        self._outside = Field(theme, _("Outside of the whole pack"), self.outside_bar, help)
        self.printers = ChoiceField(theme, _("Printer"), (("", _("The usual one")),), "")
        self.trays = ChoiceField(theme, _("Paper tray"), (("", _("The printer chooses")),), "")
        self._tray_box = box(down(theme, 12, self.trays))
        self._tray_box.hide()
        self.done_button = Button(theme, _("Done"), "plain", "check")
        self.setLayout(
            down(
                theme, Label(theme, _("How to print"), "h3"), 12, Field(theme, _("Paper"), self.paper_bar), 12,
                Field(theme, _("Sides"), self.sides_bar), self._turn_box, 12, Field(theme, _("Ink"), self.ink_bar), 12,
                self._outside, 12, self.printers, self._tray_box, 16, self.done_button, STRETCH, margins=(12, 8, 12, 0),
            )
        )  # fmt: skip
        self.paper_bar.chosen.connect(self.paper)
        self.outside_bar.chosen.connect(lambda value: self.discreet.emit(value is True))
        for bar in (self.sides_bar, self.ink_bar):
            bar.chosen.connect(lambda _value: self._change())
        self.turns.chosen.connect(lambda _value: self._change())
        self.printers.chosen.connect(lambda _value: self._switch())
        self.trays.chosen.connect(lambda _value: self._change())
        self.done_button.clicked.connect(self.done)

    def begin(self) -> None:
        """The first choice."""
        chosen = next((part for part in self.paper_bar.findChildren(QRadioButton) if part.isChecked()), self.paper_bar)
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_how(self, how: How, paper: Paper, discreet: bool | None) -> None:
        """Show it without telling anyone; `discreet` is None for one sheet, which has that among its choices."""
        self._outside.setVisible(discreet is not None)
        self.outside_bar.choose(bool(discreet))
        self._how = how
        self.paper_bar.choose(paper)
        self.sides_bar.choose(how.both_sides)
        self.turns.choose(how.turn)
        self._turn_box.setVisible(how.both_sides)
        self.ink_bar.choose(how.grey)
        self.printers.choose(how.printer)
        self.show_trays(())

    def show_printers(self, names: tuple[str, ...]) -> None:
        """Offer the printers there are; one that is away now stays chosen, and is named so."""
        chosen = self._how.printer
        offered = (("", _("The usual one")), *((name, name) for name in names))
        if chosen and chosen not in names:
            offered += ((chosen, _("{printer} (not found)").format(printer=chosen)),)
        self.printers.menu.set_choices(offered, chosen)

    def show_trays(self, trays: tuple[Tray, ...]) -> None:
        """Offer the trays of the printer; where it has none to choose from, there is no choice."""
        kept = self._how.tray if not trays or any(tray.key == self._how.tray for tray in trays) else ""
        choices = (("", _("The printer chooses")), *((tray.key, tray.name) for tray in trays))
        self.trays.menu.set_choices(choices, kept)
        self._tray_box.setVisible(bool(trays))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is the way back."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _switch(self) -> None:
        """Another printer has other trays."""
        self._change(tray="")
        self.show_trays(())
        self.switched.emit()

    def _change(self, tray: str | None = None) -> None:
        how = How(
            both_sides=self.sides_bar.value is True, grey=self.ink_bar.value is True,
            printer=str(self.printers.value), tray=str(self.trays.value or "") if tray is None else tray,
            turn=self.turns.value if isinstance(self.turns.value, Turn) else None,
        )  # fmt: skip
        self._turn_box.setVisible(how.both_sides)
        if how != self._how:
            self._how = how
            self.changed.emit(how)
