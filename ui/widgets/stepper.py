"""A number with less and more on its sides, for minutes and copies."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSpinBox, QSizePolicy, QSpinBox, QWidget

from facilitator.i18n import _
from ui.icons import paint_icon
from ui.theme import RADIUS, Theme
from ui.widgets.press import from_lead

_HALF = 40
_DIGITS = 4  # how many can be typed at most


class Stepper(QSpinBox):
    """Less, a number that can be typed, more; halves 40 px wide, 44 high, and a spin box to screen readers.

    `name` says what is counted; `unit` follows the number, such as " min". `valueChanged` carries the number.
    """

    settled = Signal(int)

    def __init__(
        self,
        theme: Theme,
        value: int,
        name: str,
        *,
        least: int = 0,
        most: int = 999,
        step: int = 1,
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._at = theme, QPoint(-1, -1)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setSuffix(unit)
        self.setValue(value)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setKeyboardTracking(False)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self.setToolTip(_("Press + or −, use the arrow keys, or type a number."))
        theme.follow(self._measure)

    def name(self, name: str) -> None:
        """What is counted, for the screen reader."""
        self.setAccessibleName(name)

    def validate(self, text: str, at: int) -> object:
        """Let a number beyond the range be typed; on leaving it becomes the nearest that will do, before one's eyes."""
        found = super().validate(text, at)
        typed = text.removesuffix(self.suffix()).strip()
        if typed.isdecimal() and len(typed) <= _DIGITS and int(typed) > self.maximum():
            return QValidator.State.Intermediate, text, at
        return found

    def fixup(self, text: str) -> str:
        """The nearest number in range; what it was where nothing is left."""
        typed = text.removesuffix(self.suffix()).strip()
        if not typed.isdecimal():
            return self.textFromValue(self.value()) + self.suffix()
        return self.textFromValue(min(int(typed), self.maximum())) + self.suffix()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Its tip may show from now on."""
        self._theme.dress_tip(self)
        super().enterEvent(event)

    def sizeHint(self) -> QSize:
        """Both halves and the widest number."""
        widest = self._theme.metrics("strong", True).horizontalAdvance(f"{self.maximum()}{self.suffix()}")
        return QSize(self._theme.px(_HALF * 2 + 12) + int(widest), self._theme.px(44))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    @Slot()
    def _measure(self) -> None:
        self.setFont(self._theme.font("strong", True))
        self.lineEdit().setFont(self._theme.font("strong", True))
        self.updateGeometry()

    def resizeEvent(self, event: object) -> None:
        """The number keeps to the middle."""
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Another style lays the number over the whole of it: put it back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place()

    def _place(self) -> None:
        half = self._theme.px(_HALF)
        self.lineEdit().setGeometry(half, 2, self.width() - 2 * half, self.height() - 4)

    def _half(self, pos: QPoint) -> int:
        """-1 over less, 1 over more, 0 between; less stands at the leading side."""
        half = self._theme.px(_HALF)
        side = -1 if pos.x() < half else 1 if pos.x() >= self.width() - half else 0
        return side if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else -side

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press a half."""
        if event.button() == Qt.MouseButton.LeftButton and (half := self._half(event.position().toPoint())):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.stepBy(half)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which half is under the pointer."""
        self._at = event.position().toPoint()
        hand = self._half(self._at) != 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        self.update()

    def leaveEvent(self, event: object) -> None:
        """Nothing is under the pointer."""
        self._at = QPoint(-1, -1)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed takes the number's place: a 7 typed before a 6 would else be 76 people."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)  # after the press that gave the focus has set its caret

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A page that scrolls must never change a number by the way."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus step too."""
        steps = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}
        if event.key() in steps:
            self.stepBy(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet, the two marks, and the half under the pointer."""
        painter, theme, hair = QPainter(self), self._theme, self._theme.hair
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(hair / 2, hair / 2, -hair / 2, -hair / 2)
        painter.setPen(QPen(theme.colour("line"), hair))
        painter.setBrush(theme.colour("sheet"))
        painter.drawRoundedRect(rect, theme.px(RADIUS), theme.px(RADIUS))
        half, side = theme.px(_HALF), theme.px(18)
        ends: tuple[tuple[int, str, Callable[[], bool]], ...] = (
            (-1, "minus", lambda: self.value() > self.minimum()),
            (1, "plus", lambda: self.value() < self.maximum()),
        )
        for way, icon, able in ends:
            offset = 0 if way < 0 else self.width() - half
            left = from_lead(self, offset, half)
            if self._at.x() >= 0 and self._half(self._at) == way and able():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("action_tint"))
                inner = QRectF(left + 3, 3, half - 6, self.height() - 6)
                painter.drawRoundedRect(inner, theme.px(6), theme.px(6))
            square = QRectF(left + (half - side) / 2, (self.height() - side) / 2, side, side)
            token_colour = theme.colour("action") if able() and self.isEnabled() else theme.colour("edge")
            paint_icon(painter, icon, square, token_colour, 2.4)
