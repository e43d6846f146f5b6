"""The plan drawn to scale: a strip of segments with clock times, and the short bar of a segment's minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.i18n import _
from facilitator.model.agenda import Give
from ui.theme import Role, Theme, Token
from ui.widgets.announce import SAID_AS
from ui.widgets.press import from_lead
from ui.widgets.text import paint_words, words_width


@dataclass(frozen=True, slots=True)
class Part:
    """One segment of the strip; `shorter` is what it may be called where the title has no room, the best first."""

    title: str
    minutes: int
    give: Give
    shorter: tuple[str, ...] = ()


class SegmentStrip(QWidget):
    """The evening as one strip, to scale: fixed is solid, can shrink is open, can drop is dashed.

    `start` is minutes after midnight; `length` the session's minutes, so that what is over or empty shows.
    A click on a segment fires `chosen` with its index; the list of segments is the keyboard's way.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty(SAID_AS, "picture")
        self._theme = theme
        self._parts: tuple[Part, ...] = ()
        self._start, self._length, self._at = 0, 0, -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.follow(self.updateGeometry)

    def show_parts(self, parts: Sequence[Part], start: int, length: int, at: int = -1) -> None:
        """Draw a plan; `at` is the chosen segment."""
        self._parts, self._start, self._length, self._at = tuple(parts), start, length, at
        minutes = sum(part.minutes for part in self._parts)
        self.setAccessibleName(_("The plan drawn to scale, {minutes} minutes").format(minutes=minutes))
        self.update()

    def sizeHint(self) -> QSize:
        """92 px high, as wide as there is room."""
        return QSize(self._theme.px(320), self._theme.px(92))

    def minimumSizeHint(self) -> QSize:
        """Narrow is still to scale."""
        return QSize(self._theme.px(160), self._theme.px(92))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the segment under the pointer."""
        for n, rect in enumerate(self._rects()):
            if rect.contains(event.position()):
                self.chosen.emit(n)

    def _total(self) -> int:
        return max(self._length, sum(part.minutes for part in self._parts), 1)

    def _rects(self) -> list[QRectF]:
        rects, minute, gap = [], 0, self._theme.px(3)
        for n, part in enumerate(self._parts):
            left = self.width() * minute / self._total()
            wide = self.width() * part.minutes / self._total()
            lead, trail = (gap / 2 if n else 0), (gap / 2 if n < len(self._parts) - 1 else 0)
            wide = max(wide - lead - trail, 2.0)
            rects.append(QRectF(from_lead(self, left + lead, wide), self._theme.px(2), wide, self._theme.px(52)))
            minute += part.minutes
        return rects

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the segments, the chosen one's mark, and the ticks every quarter of an hour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = list(enumerate(zip(self._parts, self._rects(), strict=True)))
        for n, (part, rect) in places:
            self._paint_part(painter, part, rect, n == self._at)
        self._paint_end(painter)  # under the words: it may stand in the middle of a part
        for n, (part, rect) in places:
            self._paint_words(painter, part, rect, n == self._at)
        self._paint_ticks(painter)

    def _paint_part(self, painter: QPainter, part: Part, rect: QRectF, on: bool) -> None:
        theme = self._theme
        pen = QPen(theme.colour("seat"), theme.px(1.6))
        if part.give is Give.FIXED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("seat"))
        else:
            if part.give is Give.DROP:
                pen.setDashPattern([3, 2.4])
            painter.setPen(pen)
            painter.setBrush(theme.colour("action_tint" if part.give is Give.SHRINK else "sheet"))
        edge = 0 if part.give is Give.FIXED else 0.8
        painter.drawRoundedRect(rect.adjusted(edge, edge, -edge, -edge), theme.px(6), theme.px(6))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("look"))
            mark = QRectF(rect.left(), rect.bottom() + theme.px(4), rect.width(), theme.px(5))
            painter.drawRoundedRect(mark, theme.px(2.5), theme.px(2.5))

    def _paint_words(self, painter: QPainter, part: Part, rect: QRectF, on: bool) -> None:
        theme = self._theme
        role: Role = "strong" if on else "small"
        ink: Token = "action_ink" if part.give is Give.FIXED else "ink"
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour(ink))
        paint_words(painter, rect, said_in(theme, part, rect.width(), role), Qt.AlignmentFlag.AlignCenter.value)

    def _paint_end(self, painter: QPainter) -> None:
        """Where the session ends, when the plan does not end there."""
        planned = sum(part.minutes for part in self._parts)
        if planned == self._length or not self._length:
            return
        theme = self._theme
        if planned < self._length:
            left, wide = self.width() * planned / self._total(), self.width() * (self._length - planned) / self._total()
            rect = QRectF(from_lead(self, left + 2, wide - 2), theme.px(2), wide - 2, theme.px(52))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("well"))
            painter.drawRoundedRect(rect, theme.px(6), theme.px(6))
            return
        at = from_lead(self, self.width() * self._length / self._total(), 0)
        painter.setPen(QPen(theme.colour("look"), theme.px(3)))
        painter.drawLine(QPointF(at, 0), QPointF(at, theme.px(60)))

    def _paint_ticks(self, painter: QPainter) -> None:
        theme, total = self._theme, self._total()
        painter.setPen(theme.colour("ink_soft"))
        painter.setFont(theme.font("small", True))
        wide = words_width(theme, "00:00", "small", True)
        room = self.width() * 15 / total
        every = next((step for step in (15, 30, 60, 120) if room * step / 15 > wide + theme.px(8)), 240)
        first = -self._start % every if self._start % every and every > 15 else 0
        ticks = sorted({0, total, *range(first or every, total, every)})
        last_end = -1.0
        for minute in ticks:
            words = clock(self._start + minute)
            at = self.width() * minute / total - wide / 2
            left = max(0.0, min(at, self.width() - wide))
            if left < last_end or (minute != total and left + wide + theme.px(6) > self.width() - wide and minute):
                continue
            last_end = left + wide + theme.px(6)
            painter.drawText(QPointF(from_lead(self, left, wide), theme.px(88)), words)


def said_in(theme: Theme, part: Part, width: float, role: Role = "small") -> str:
    """What is written in so many px: the title on one line or two, else a shorter name, else its minutes; never half.

    "" where not even these have room.
    """
    room = width - theme.px(10)
    lines = _in_lines(theme, part.title, room, role)
    shorter = next((words for words in part.shorter if words_width(theme, words, role) < room), "")
    if lines or shorter:
        return lines or shorter
    minutes = str(part.minutes)
    return minutes if words_width(theme, minutes, role) < width - theme.px(2) else ""


def _in_lines(theme: Theme, words: str, room: float, role: Role) -> str:
    """Words on one line or, as even as they can be, on two; "" where they do not fit."""
    if words_width(theme, words, role) < room:
        return words
    each = words.split()
    splits = [(" ".join(each[:n]), " ".join(each[n:])) for n in range(1, len(each))]
    widest = [(max(words_width(theme, line, role) for line in lines), lines) for lines in splits]
    best, lines = min(widest, default=(room, ("", "")), key=lambda one: one[0])
    return "\n".join(lines) if best < room else ""


class MinutesBar(QWidget):
    """A segment's minutes as a short bar, beside its figure."""

    def __init__(self, theme: Theme, minutes: int, most: int = 45, width: float = 100) -> None:
        super().__init__()
        self._theme, self._minutes, self._most, self._width = theme, minutes, most, width
        theme.follow(self._measure)

    def set_minutes(self, minutes: int) -> None:
        """Show another length."""
        self._minutes = minutes
        self.update()

    def _measure(self) -> None:
        self.setFixedSize(self._theme.px(self._width), self._theme.px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar from the trailing end."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_minutes(painter, self._theme, self, self._minutes / max(1, self._most), QRectF(self.rect()))


def paint_minutes(painter: QPainter, theme: Theme, on: QWidget, share: float, room: QRectF) -> None:
    """A bar from the trailing end of some room, given from the leading edge of the widget it is painted on."""
    wide = room.width() * min(1.0, share)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("seat", 1.0 if theme.tokens.name == "contrast" else 0.45))
    left = from_lead(on, room.x() + room.width() - wide, wide)
    painter.drawRoundedRect(QRectF(left, room.y(), wide, room.height()), room.height() / 2, room.height() / 2)


def clock(minute: int) -> str:
    """Minutes after midnight as a clock time, 19:05."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"
