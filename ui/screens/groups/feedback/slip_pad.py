"""One paper slip, typed in by figures: 1, 2 or 3 for the face in each line, Enter for the next slip."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.feedback import Face, Item, Slip, face_words, item_words
from ui.theme import Theme
from ui.widgets import AreaField, Button, ChoiceBar, Columns, Label, announce, box, down

_FIGURES = {Qt.Key.Key_1: Face.YES, Qt.Key.Key_2: Face.BIT, Qt.Key.Key_3: Face.NO}
_SKIP = (Qt.Key.Key_0, Qt.Key.Key_Space)


class SlipPad(QWidget):
    """`kept` carries a slip. Keys work wherever the keyboard is among the lines; not where words are typed."""

    kept = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.bars = {item: ChoiceBar(theme, [(face, face_words(face)) for face in Face], name=item_words(item))
                     for item in Item}  # fmt: skip
        lines = [box(Columns(theme, box(down(theme, 13, Label(theme, item_words(item), "strong", wrap=True))), bar,
                             shares=(42, 58), gap=12, stacked_gap=4, below=400))
                 for item, bar in self.bars.items()]  # fmt: skip
        self.words = AreaField(theme, _("Words on the slip"), lines=2,
                               help=_("Leave out who it is about. Often empty."))
        self.keep_button = Button(theme, _("Keep it, next slip"), "primary", "check")
        self.keep_button.clicked.connect(self._keep)
        how = _("1 yes, 2 a bit, 3 no, 0 for a line left out. Then Enter.")
        self.setLayout(down(theme, Label(theme, how, "small", "soft", wrap=True), 12, *_spaced(lines), 14,
                            self.words, 14, self.keep_button))  # fmt: skip

    @property
    def slip(self) -> Slip:
        """What stands there."""
        faces = {item: bar.value for item, bar in self.bars.items() if isinstance(bar.value, Face)}
        return Slip(faces=faces, words=self.words.text)

    def clear(self) -> None:
        """The next slip: nothing chosen, and the keyboard in its first line."""
        for bar in self.bars.values():
            bar.clear()
        self.words.set_text("")
        self.begin()

    def begin(self) -> None:
        """Give the keyboard to the first line."""
        next(iter(self.bars.values())).take_focus()

    def read(self) -> dict[str, str]:
        """What stands there, as text."""
        slip = self.slip
        return {**{item.value: face.value for item, face in slip.faces.items()},
                **({"words": slip.words} if slip.words else {})}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put it back."""
        for item, bar in self.bars.items():
            if item.value in fields:
                bar.choose(Face(fields[item.value]))
        self.words.set_text(fields.get("words", ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A figure answers the line that has the keyboard and goes to the next; Enter keeps the slip."""
        key, at = Qt.Key(event.key()), self._at()
        if at is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _FIGURES or key in _SKIP:
            bar = tuple(self.bars.values())[at]
            if key in _FIGURES:
                bar.choose(_FIGURES[key])
                announce(bar, face_words(_FIGURES[key]))
            else:
                bar.clear()
            self._go(at + 1)
        elif key == Qt.Key.Key_Backspace:
            self._go(max(0, at - 1))
        else:
            super().keyPressEvent(event)

    def _at(self) -> int | None:
        """Which line has the keyboard; the button after them counts as behind the last."""
        here = self.window().focusWidget()
        for number, bar in enumerate(self.bars.values()):
            if here is not None and bar.isAncestorOf(here):
                return number
        return None

    def _go(self, at: int) -> None:
        bars = tuple(self.bars.values())
        if at < len(bars):
            bars[at].take_focus()
        else:
            self.keep_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep(self) -> None:
        self.kept.emit(self.slip)


def _spaced(lines: list[QWidget]) -> list[QWidget | int]:
    out: list[QWidget | int] = []
    for line in lines:
        out += [line, 10]
    return out[:-1]
