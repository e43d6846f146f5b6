"""Two to four choices side by side, of which one holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from ui.theme import RADIUS, Role, Theme
from ui.widgets.marks import paint_kind
from ui.widgets.press import from_lead, grows, pressable, pressed_by_key
from ui.widgets.text import CENTRE, START, draw_words, longest_word, words_height, words_width

if TYPE_CHECKING:
    from facilitator.model.agenda import Give


class _Part(QRadioButton):
    """One part of a choice bar."""

    def __init__(self, theme: Theme, text: str, give: Give | None) -> None:
        super().__init__()
        self._theme, self._words, self._give = theme, text, give
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        pressable(self)
        grows(self, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.follow(self._fit)

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()

    def hitButton(self, pos: QPoint) -> bool:
        """The whole part counts."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Room for its words in bold."""
        mark = self._theme.px(26) if self._give else 0
        return QSize(words_width(self._theme, self._words, "strong") + self._theme.px(24) + mark, self._theme.px(42))

    def minimumSizeHint(self) -> QSize:
        """The longest word; more words wrap."""
        mark = self._theme.px(26) if self._give else 0
        return QSize(longest_word(self._theme, self._words, "strong") + self._theme.px(16) + mark, self._theme.px(42))

    def high(self, width: int) -> int:
        """Height its words need at this width."""
        mark = self._theme.px(26) if self._give else 0
        return words_height(self._theme, self._words, width - mark - self._theme.px(12), "strong")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses too."""
        if not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the raised part and its words."""
        painter, theme, on = QPainter(self), self._theme, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on or (self.underMouse() and self.isEnabled()):
            hair = theme.hair
            painter.setPen(QPen(theme.colour("edge"), hair) if on else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sheet" if on else "line"))
            rect = QRectF(self.rect()).adjusted(hair / 2, hair / 2, -hair / 2, -hair / 2)
            painter.drawRoundedRect(rect, theme.px(6), theme.px(6))
        role: Role = "strong" if on else "body"
        mark = theme.px(26) if self._give else 0
        words = min(words_width(theme, self._words, role), self.width() - mark - theme.px(12))
        start = (self.width() - words - mark) / 2
        if self._give:
            at = from_lead(self, start, theme.px(16)) + theme.px(8)
            paint_kind(painter, self._give, QPointF(at, self.height() / 2), theme.px(6), theme.colour("seat"))
        place = QRectF(from_lead(self, start + mark, words), 0, words, self.height())
        flags = START if self._give else CENTRE
        draw_words(painter, theme, place, self._words, role, "ink" if on else "ink_soft", flags)


class ChoiceBar(QWidget):
    """Two to four choices side by side, 48 px, of which one holds; `gives` puts a segment's mark before each.

    `chosen` carries the value. When there is no room side by side the words wrap and the bar grows.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[tuple[object, str]],
        value: object = None,
        *,
        name: str = "",
        gives: Sequence[Give] = (),
    ) -> None:
        super().__init__()
        self._theme = theme
        self._values = [v for v, _ in choices]
        self._group = QButtonGroup(self)
        self._parts = [
            _Part(theme, words, gives[n] if n < len(gives) else None) for n, (_, words) in enumerate(choices)
        ]
        for n, part in enumerate(self._parts):
            part.setParent(self)
            self._group.addButton(part, n)
        self.setAccessibleName(name)
        self.choose(value)
        grows(self, QSizePolicy.Policy.Preferred)
        self._group.idClicked.connect(self._clicked)
        self._group.idToggled.connect(self._stops)
        self._stops()
        theme.follow(self.updateGeometry)

    @property
    def value(self) -> object:
        """What is chosen now; None before any choice."""
        at = self._group.checkedId()
        return self._values[at] if at >= 0 else None

    def choose(self, value: object) -> None:
        """Choose without telling anyone."""
        if value in self._values:
            self._parts[self._values.index(value)].setChecked(True)

    def clear(self) -> None:
        """Choose nothing any more, without telling anyone."""
        self._group.setExclusive(False)
        for part in self._parts:
            part.setChecked(False)
        self._group.setExclusive(True)
        self._stops()

    def take_focus(self) -> None:
        """Give the keyboard to the one chosen, else to the first."""
        self._parts[max(0, self._group.checkedId())].setFocus(Qt.FocusReason.TabFocusReason)

    def hasHeightForWidth(self) -> bool:
        """Narrow means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """48 px, or as high as the words need."""
        share = (width - self._theme.px(6)) // max(1, len(self._parts))
        return max(self._theme.px(48), max(part.high(share) for part in self._parts) + self._theme.px(18))

    def sizeHint(self) -> QSize:
        """Parts of one width, each on one line."""
        wide = max(part.sizeHint().width() for part in self._parts)
        return QSize(wide * len(self._parts) + self._theme.px(6), self._theme.px(48))

    def minimumSizeHint(self) -> QSize:
        """Parts as narrow as their longest word."""
        wide = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(wide * len(self._parts) + self._theme.px(6), self._theme.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the well the parts lie in."""
        painter, theme, hair = QPainter(self), self._theme, self._theme.hair
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), hair))
        painter.setBrush(theme.colour("well"))
        rect = QRectF(self.rect()).adjusted(hair / 2, hair / 2, -hair / 2, -hair / 2)
        painter.drawRoundedRect(rect, theme.px(RADIUS), theme.px(RADIUS))

    def _stops(self) -> None:
        """Tab comes to the one chosen, as in any group of radio buttons; arrows go on from there."""
        at = max(0, self._group.checkedId())
        for n, part in enumerate(self._parts):
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if n == at else Qt.FocusPolicy.ClickFocus)

    def _clicked(self, at: int) -> None:
        self.chosen.emit(self._values[at])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Parts of one width, in reading order. Without a layout, as Qt asks a layout for the height instead of us."""
        inset, count = self._theme.px(3), len(self._parts)
        inner = self.width() - 2 * inset
        for n, part in enumerate(self._parts):
            left, right = inner * n // count, inner * (n + 1) // count
            at = from_lead(self, inset + left, right - left)
            part.setGeometry(round(at), inset, right - left, self.height() - 2 * inset)
