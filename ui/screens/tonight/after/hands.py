"""Fist to five at the end: how many hands showed how many fingers, typed or stepped. A tally, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, ngettext
from facilitator.model.running import FINGERS
from ui.theme import Theme
from ui.widgets import Flow, Label, Stepper, announce, box, down


class Hands(QWidget):
    """Six numbers, fist first. `counted` carries all six."""

    counted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._said = Label(theme, "", "small", "soft", wrap=True)
        self.steppers = tuple(Stepper(theme, 0, _name(fingers), most=99) for fingers in range(FINGERS))
        columns = []
        for fingers, stepper in enumerate(self.steppers):
            stepper.valueChanged.connect(lambda _number: self._changed())
            words = _("Fist") if not fingers else str(fingers)
            columns.append(box(down(theme, Label(theme, words, "label", "soft"), 4, stepper)))
        self.setLayout(down(theme, box(Flow(theme, *columns, gap=10, line_gap=10)), 6, self._said))
        self._tell()

    @property
    def hands(self) -> tuple[int, ...]:
        """How many hands showed 0, 1 … 5 fingers."""
        return tuple(stepper.value() for stepper in self.steppers)

    def show_hands(self, hands: tuple[int, ...]) -> None:
        """Show what is kept, without telling anyone."""
        for stepper, many in zip(self.steppers, hands or (0,) * FINGERS, strict=True):
            stepper.blockSignals(True)
            stepper.setValue(many)
            stepper.blockSignals(False)
        self._tell()

    def _changed(self) -> None:
        self._tell()
        announce(self, self._said.words)
        self.counted.emit(self.hands)

    def _tell(self) -> None:
        many = sum(self.hands)
        self._said.setText(ngettext("{n} hand. No names.", "{n} hands. No names.", many).format(n=many) if many else
                           _("Everybody shows a hand: a fist is hard, five is good. Count the hands, not who."))


def _name(fingers: int) -> str:
    if not fingers:
        return _("Hands with a fist")
    return ngettext("Hands with {n} finger", "Hands with {n} fingers", fingers).format(n=fingers)

