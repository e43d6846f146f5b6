"""Choosing how much a group keeps about people: three cards, and beside them what that does to a person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from facilitator.i18n import _
from facilitator.model.content import LevelExplained
from facilitator.model.group import RecordLevel
from ui.screens.groups.leaf import Holder
from ui.theme import Theme
from ui.widgets import Button, Fact, Label, Notice, RadioCard, Sheet, box, down


class LevelChoice(QWidget):
    """Three cards. `chosen` fires when a person picks one; `forced` holds it at a level and says why."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, levels: Sequence[LevelExplained], level: RecordLevel) -> None:
        super().__init__()
        self._theme, self._levels = theme, tuple(levels)
        self._group = QButtonGroup(self)
        self._reason = Holder(theme)
        self._cards = [RadioCard(theme, one.name, one.short) for one in self._levels]
        parts: list[QWidget | int] = [self._reason]
        for card, one in zip(self._cards, self._levels, strict=True):
            self._group.addButton(card, int(one.level))
            parts += [card, 8]
        self._group.idClicked.connect(self._clicked)
        self.setLayout(down(theme, *parts[:-1]))
        self.choose(level)

    @property
    def level(self) -> RecordLevel:
        """What is chosen."""
        return RecordLevel(self._group.checkedId())

    @property
    def explained(self) -> LevelExplained:
        """What is chosen, in plain consequences."""
        return self._levels[self.level]

    @property
    def checked(self) -> QWidget | None:
        """The card that is chosen."""
        return self._group.checkedButton()

    def choose(self, level: RecordLevel) -> None:
        """Choose without telling anyone."""
        self._group.button(int(level)).setChecked(True)

    def free(self) -> None:
        """Any level may be chosen."""
        for card in self._cards:
            card.setEnabled(True)
        self._reason.swap()

    def force(self, level: RecordLevel, fact: str, why: str) -> None:
        """Only this level will do, and why."""
        self.choose(level)
        for one, card in zip(self._levels, self._cards, strict=True):
            card.setEnabled(one.level is level)
        self._reason.swap(Notice(self._theme, fact, why), 12)

    def warn(self, fact: str, why: str, button: Button | None = None) -> None:
        """Say something about the choice, without holding it; the button leads on."""
        self._reason.swap(Notice(self._theme, fact, why, button=button), 12)

    def _clicked(self, level: int) -> None:
        self.chosen.emit(level)


class Consequences(Sheet):
    """What a level writes down, and what that means for the people in the group."""

    def __init__(self, theme: Theme, explained: LevelExplained | None = None, stack: int = 0) -> None:
        super().__init__(theme, stack=stack)
        self._look = theme
        self._place = Holder(theme)
        self.setLayout(down(theme, self._place, margins=(24, 18, 24, 22)))
        if explained is not None:
            self.show_level(explained)

    def show_level(self, explained: LevelExplained) -> None:
        """Explain another level."""
        theme = self._look
        parts: list[QWidget | int] = [Label(theme, explained.name, "h3", wrap=True), 10]
        parts += [Label(theme, _("What is written down"), "strong", wrap=True), 6]
        for line in explained.kept:
            parts += [Fact(theme, "pencil", line), 6]
        parts += [8, Label(theme, _("What that means"), "strong", wrap=True), 6]
        for line in explained.meaning:
            parts += [Fact(theme, "info", line), 6]
        parts += [6, Label(theme, explained.suits, "small", "soft", wrap=True)]
        self._place.swap(box(down(theme, *parts)))
