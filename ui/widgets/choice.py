"""Choices: ticks, chips, cards of which one is chosen, and a bar of two to four choices side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QRadioButton, QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import RADIUS, TARGET, Role, Theme, Token
from ui.widgets.marks import paint_kind
from ui.widgets.press import from_lead, pressable, pressed_by_key
from ui.widgets.text import CENTRE, START, draw_words, longest_word, words_height, words_width

if TYPE_CHECKING:
    from facilitator.model.agenda import Give


def _grows(widget: QWidget, across: QSizePolicy.Policy) -> None:
    policy = QSizePolicy(across, QSizePolicy.Policy.Fixed)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


class CheckRow(QCheckBox):
    """A tick row, 44 px: the whole row is pressed; done turns soft, so that what is left stands out.

    `softens=False` keeps the words in ink, where ticking is a choice and not a thing done. `hint` is a second line.
    """

    def __init__(
        self, theme: Theme, text: str, on: bool = False, hint: str = "", softens: bool = True, name: str = ""
    ) -> None:
        super().__init__()
        self._theme, self._words, self._hint, self._softens = theme, text, hint, softens
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(name or text)
        self.setAccessibleDescription(hint)
        self.setChecked(on)
        pressable(self)
        _grows(self, QSizePolicy.Policy.Expanding if text else QSizePolicy.Policy.Fixed)
        theme.follow(self.updateGeometry)

    @property
    def words(self) -> str:
        """What it says, as it was given."""
        return self._words

    def _lead(self) -> int:
        return self._theme.px(36 if self._words else 26)

    def sizeHint(self) -> QSize:
        """Box and words on one line."""
        if not self._words:
            return QSize(self._theme.px(TARGET), self._theme.px(TARGET))
        wide = max(words_width(self._theme, self._words), words_width(self._theme, self._hint, "small"))
        return QSize(self._lead() + wide + self._theme.px(2), self.heightForWidth(100_000))

    def minimumSizeHint(self) -> QSize:
        """Box and the longest word."""
        if not self._words:
            return self.sizeHint()
        wide = max(longest_word(self._theme, self._words), longest_word(self._theme, self._hint, "small"))
        return QSize(self._lead() + wide + self._theme.px(2), self._theme.px(TARGET))

    def hasHeightForWidth(self) -> bool:
        """Narrow means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the words need."""
        if not self._words:
            return self._theme.px(TARGET)
        high = self._words_height(width) + (self._hint_height(width) if self._hint else 0)
        return max(self._theme.px(TARGET), high + self._theme.px(12))

    def _words_height(self, width: int) -> int:
        return words_height(self._theme, self._words, width - self._lead())

    def _hint_height(self, width: int) -> int:
        return words_height(self._theme, self._hint, width - self._lead(), "small")

    def hitButton(self, pos: QPoint) -> bool:
        """The whole row counts."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks too."""
        if not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, tick and words."""
        painter, theme, on = QPainter(self), self._theme, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, width = theme.px(24), self.width()
        offset = theme.px(1) if self._words else (width - side) / 2
        high = self._words_height(width) if self._words else 0
        whole = high + (self._hint_height(width) if self._hint else 0)
        top = (self.height() - whole) / 2
        middle = self.height() / 2 if not self._hint else top + min(high, theme.metrics().height()) / 2
        square = QRectF(from_lead(self, offset, side), middle - side / 2, side, side)
        over = self.underMouse() and self.isEnabled()
        paint_tick(painter, theme, square, on, over, self.isEnabled())
        if not self._words:
            return
        soft = (on and self._softens) or not self.isEnabled()
        room = width - self._lead()
        left = from_lead(self, self._lead(), room)
        draw_words(
            painter, theme, QRectF(left, top, room, high), self._words, "body", "ink_soft" if soft else "ink", START
        )
        if self._hint:
            place = QRectF(left, top + high, room, self._hint_height(width))
            draw_words(painter, theme, place, self._hint, "small", "ink_soft", START)


def paint_tick(
    painter: QPainter, theme: Theme, square: QRectF, on: bool, over: bool = False, enabled: bool = True
) -> None:
    """A tick box of 24 px, empty or ticked."""
    pen = QPen(theme.colour("action" if (on or over) and enabled else "edge"), max(1.6, theme.px(1.6)))
    if not enabled:
        pen.setDashPattern([2, 1.6])
    painter.setPen(pen)
    painter.setBrush(theme.colour("action_tint" if on else "sheet"))
    painter.drawRoundedRect(square, theme.px(6), theme.px(6))
    if on:
        inset = theme.px(2)
        inner = square.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, "check", inner, theme.colour("action" if enabled else "ink_soft"), 2.8)


class RadioCard(QRadioButton):
    """One of a few, as a card with a name and one fact. Cards of one parent exclude one another; arrows move."""

    def __init__(self, theme: Theme, title: str, fact: str = "", on: bool = False) -> None:
        super().__init__()
        self._theme, self._title, self._fact = theme, title, fact
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(fact)
        self.setChecked(on)
        pressable(self)
        _grows(self, QSizePolicy.Policy.Expanding)
        theme.follow(self.updateGeometry)

    @property
    def words(self) -> str:
        """Its name, as it was given."""
        return self._title

    def sizeHint(self) -> QSize:
        """Name and fact on one line each."""
        wide = max(words_width(self._theme, self._title, "strong"), words_width(self._theme, self._fact, "small"))
        return QSize(self._theme.px(78) + wide, self.heightForWidth(100_000))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word."""
        wide = max(longest_word(self._theme, self._title, "strong"), longest_word(self._theme, self._fact, "small"))
        return QSize(self._theme.px(78) + wide, self._theme.px(56))

    def hasHeightForWidth(self) -> bool:
        """Narrow means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """72 px, or as high as the words need."""
        title, fact = self._heights(width)
        return max(self._theme.px(72 if self._fact else 56), title + fact + self._theme.px(28))

    def _heights(self, width: int) -> tuple[int, int]:
        room = width - self._theme.px(78)
        title = words_height(self._theme, self._title, room, "strong")
        fact = words_height(self._theme, self._fact, room, "small") + self._theme.px(3) if self._fact else 0
        return title, fact

    def hitButton(self, pos: QPoint) -> bool:
        """The whole card counts."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses too."""
        if not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, its ring and its words."""
        painter, theme, on = QPainter(self), self._theme, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        weight = theme.px(2) if on else theme.hair
        rect = QRectF(self.rect()).adjusted(weight / 2, weight / 2, -weight / 2, -weight / 2)
        painter.setPen(QPen(theme.colour("action" if on else "edge"), weight))
        over = self.underMouse() and self.isEnabled()
        painter.setBrush(theme.colour("sheet") if on else theme.colour("well") if over else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, theme.px(RADIUS), theme.px(RADIUS))
        side = theme.px(22)
        middle = QPointF(from_lead(self, theme.px(20), side) + side / 2, self.height() / 2)
        painter.setPen(QPen(theme.colour("action" if on else "edge"), theme.px(2)))
        painter.setBrush(theme.colour("sheet"))
        painter.drawEllipse(middle, side / 2 - 1, side / 2 - 1)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("action"))
            painter.drawEllipse(middle, side / 4, side / 4)
        title, fact = self._heights(self.width())
        room = self.width() - theme.px(78)
        left = from_lead(self, theme.px(60), room)
        top = (self.height() - title - fact) / 2
        ink: Token = "ink" if self.isEnabled() else "ink_soft"
        draw_words(painter, theme, QRectF(left, top, room, title), self._title, "strong", ink, START)
        if self._fact:
            place = QRectF(left, top + title + theme.px(3), room, fact - theme.px(3))
            draw_words(painter, theme, place, self._fact, "small", "ink_soft", START)


class Chip(QAbstractButton):
    """A word that is on or off, 40 px; a badge counts sessions, never people. `checkable=False`: a plain press."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        on: bool = False,
        count: int | None = None,
        icon: str = "",
        checkable: bool = True,
    ) -> None:
        super().__init__()
        self._theme, self._count, self._glyph = theme, count, icon
        self.setCheckable(checkable)
        self.setChecked(on)
        self.setText(text)
        pressable(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._measure)
        theme.follow(self._measure)
        self._name()

    def set_count(self, count: int | None) -> None:
        """Show another number in the badge."""
        self._count = count
        self._name()
        self._measure()

    def _name(self) -> None:
        self.setAccessibleName(self.text() if self._count is None else f"{self.text()}, {self._count}")

    def _measure(self) -> None:
        self.updateGeometry()
        self.update()

    def _role(self) -> Role:
        return "strong" if self.isChecked() else "body"

    def _badge(self) -> int:
        if self._count is None:
            return 0
        return max(self._theme.px(24), words_width(self._theme, str(self._count), "label", True) + self._theme.px(12))

    def sizeHint(self) -> QSize:
        """As wide as its words; room is kept for bold, so that a press moves nothing."""
        wide = words_width(self._theme, self.text(), "strong") + self._theme.px(32)
        wide += self._badge() + (self._theme.px(24) if self._glyph else 0)
        return QSize(wide, self._theme.px(40))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the round ground, the words and the badge."""
        painter, theme, on, high = QPainter(self), self._theme, self.isChecked(), self.height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("action" if on else "edge"), 1.5 if on else max(1.2, theme.hair)))
        over = self.underMouse() and self.isEnabled()
        painter.setBrush(theme.colour("action_tint") if on else theme.colour("well") if over else Qt.BrushStyle.NoBrush)
        rect = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.drawRoundedRect(rect, high / 2 - 1, high / 2 - 1)
        badge, icon = self._badge(), theme.px(24) if self._glyph else 0
        room = self.width() - theme.px(32) - badge - icon
        words = words_width(theme, self.text(), self._role())
        start = theme.px(16) + (room - words) / 2
        if self._glyph:
            side = theme.px(20)
            square = QRectF(from_lead(self, start - theme.px(4), side), (high - side) / 2, side, side)
            paint_icon(painter, self._glyph, square, theme.colour("action"))
        place = QRectF(from_lead(self, start + icon, words), 0, words, high)
        draw_words(painter, theme, place, self.text(), self._role(), "ink" if self.isEnabled() else "ink_soft", CENTRE)
        if self._count is None:
            return
        tall = theme.px(24)
        round_ = QRectF(from_lead(self, self.width() - badge - theme.px(8), badge), (high - tall) / 2, badge, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("action" if on else "well"))
        painter.drawRoundedRect(round_, tall / 2, tall / 2)
        draw_words(
            painter, theme, round_, str(self._count), "label", "action_ink" if on else "ink", CENTRE, tabular=True
        )


class _Part(QRadioButton):
    """One part of a choice bar."""

    def __init__(self, theme: Theme, text: str, give: Give | None) -> None:
        super().__init__()
        self._theme, self._words, self._give = theme, text, give
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        pressable(self)
        _grows(self, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.follow(self.updateGeometry)

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
        _grows(self, QSizePolicy.Policy.Preferred)
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
