"""The picture the circle sees: a ring of chairs, a soft clock, and what is read or asked now, in very large words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.model.agenda import clock_text
from facilitator.model.room import RoomState
from ui.room import words
from ui.room.colours import room_colours
from ui.room.ring import Ring, RingLook
from ui.room.saying import LARGEST, LEAST_LARGE, SMALL, Saying, SayingLook, Sizes
from ui.room.setting import centred, face, fitting, mirrored
from ui.theme import Theme
from ui.widgets.announce import SAID_AS, announce

WIDE, HIGH = 1366, 768
GLIDE_MS = 250
_TIERS = ((0.5620, LEAST_LARGE, 4), (0.40, 40, 6), (0.27, 34, 9))
"""How much of the width the ring may have, and the least size and most lines of the large words beside it: the words
decide, so that a long clause gets the room it needs."""
_MARGIN, _AIR = 60, 44
_KEY, _FOOT = 16, 40


class RoomView(QWidget):
    """Shows a RoomState at a moment. `key_back` are the small words at the foot for who sits at the laptop.

    `still` is less motion: the piece jumps from chair to chair.
    """

    def __init__(self, theme: Theme, key_back: str = "", still: bool = False) -> None:
        super().__init__()
        self._theme, self._key_back, self._still = theme, key_back, still
        self._state: RoomState | None = None
        self._told = 0
        self._glide_to: float | None = None
        colours = room_colours(theme)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.ring = Ring(colours, self)
        self.saying = Saying(colours, self)
        self._foot = Foot(theme, key_back, self)
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._glide.valueChanged.connect(self._slide)
        theme.follow(self._dress)

    # ------------------------------------------------------------ what it shows
    def show_state(self, state: RoomState, now_ms: int, local: datetime) -> None:
        """Show the room as it is; `local` is the wall clock. Parts that did not change are not painted again."""
        before, self._state = self._state, state
        self.saying.show_look(_saying(state, now_ms))
        look = _ring(state, now_ms, local)
        same = before is not None and before.part.same(state.part)
        if same and look.piece == self._glide_to and self._glide.state() == QVariantAnimation.State.Running:
            look = look._replace(piece=self.ring.look.piece)
        else:
            self._glide.stop()
            if same and self._pass_piece(look):
                look = look._replace(piece=self.ring.look.piece)
        spoken = words.ring(state, look.seats, look.holder) if look.seats and not state.paused else ""
        said = [part for part in (look.time, look.left, spoken) if part]
        self.ring.show_look(look, ". ".join(said))
        self._lay()
        self._tell(state, now_ms)

    def note(self, said: str) -> None:
        """Say something small at the foot, such as that a key has to be pressed once more; empty takes it away."""
        self._foot.say(said or self._key_back, bool(said))
        self._lay_foot()

    @property
    def foot(self) -> str:
        """The small words at the foot."""
        return self._foot.words

    def set_key_back(self, said: str) -> None:
        """Which key turns back; empty where there is another display."""
        self._key_back = said
        self.note("")

    def _tell(self, state: RoomState, now_ms: int) -> None:
        """Have a screen reader say five minutes and the last one, once each."""
        minutes = state.minutes_left(now_ms) if state.part.timed else 0
        said = words.announced(minutes)
        if said and not state.paused and not state.clock_hidden and minutes != self._told:
            announce(self, said)
        self._told = minutes

    # ------------------------------------------------------------ the piece
    def _pass_piece(self, look: RingLook) -> bool:
        """Let the pebble glide to the next chair; it is the one thing that moves, and soon rests. Whether it does."""
        was, to = self.ring.look.piece, look.piece
        if was is None or to is None or self._still or not self.isVisible() or look.seats != self.ring.look.seats:
            return False
        if abs(to - was) > look.seats / 2:  # the short way round
            was += look.seats if to > was else -look.seats
        if was == to:
            return False
        self._glide_to = to
        self._glide.setStartValue(float(was))
        self._glide.setEndValue(float(to))
        self._glide.start()
        return True

    def _slide(self, value: object) -> None:
        if isinstance(value, float):
            self.ring.show_look(self.ring.look._replace(piece=value), self.ring.accessibleName())

    # ------------------------------------------------------------ laying out
    def _dress(self) -> None:
        self.ring.colours = self.saying.colours = room_colours(self._theme)
        self._lay()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the ring and the words out anew."""
        self._lay()

    def _lay(self) -> None:
        wide, high = self.width(), self.height()
        self._lay_foot()
        if self._state is None or not wide or not high:
            return
        if wide < high * 1.15:
            self._lay_under(wide, high)
            return
        unit = min(wide / WIDE, high / HIGH)
        for share, least, lines, grown in _ways(self._theme.zoom):
            sizes = _sizes(unit, grown, least)
            room = self._words_beside(share * wide, wide, high, unit)
            if self.saying.fits(room.width(), room.height(), sizes, sizes.least, lines):
                break
        self._put(QRectF(0, 0, share * wide, high), room, sizes)

    def _lay_under(self, wide: int, high: int) -> None:
        """A tall window: the ring above, the words under it."""
        unit = min(wide / HIGH, high / WIDE)
        margin, air = _MARGIN * unit, max(_AIR * unit, float(self._foot.sizeHint().height()))
        for tall, (_share, least, lines, grown) in _under(self._theme.zoom):
            sizes, ring = _sizes(unit, grown, least), min(float(wide), high * tall)
            room = QRectF(margin, ring, wide - 2 * margin, high - ring - air)
            if self.saying.fits(room.width(), room.height(), sizes, sizes.least, lines):
                break
        self._put(QRectF(0, 0, wide, ring), room, sizes)

    def _words_beside(self, ring: float, wide: int, high: int, unit: float) -> QRectF:
        left = ring - (10 * unit if ring > wide / 2 else 0)
        air = max(_AIR * unit, float(self._foot.sizeHint().height()))
        return QRectF(left, air, wide - left - _MARGIN * unit, high - 2 * air)

    def _put(self, ring: QRectF, room: QRectF, sizes: Sizes) -> None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            ring, room = mirrored(ring, self.width()), mirrored(room, self.width())
        for part, rect in ((self.ring, ring.toRect()), (self.saying, room.toRect())):
            if part.geometry() != rect:
                part.setGeometry(rect)
        self.saying.measure(sizes)
        if self.ring.least != sizes.small:
            self.ring.least = sizes.small
            self.ring.update()

    # ------------------------------------------------------------ painting
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), room_colours(self._theme).colour("ground"))

    def _lay_foot(self) -> None:
        """The small words stand at the trailing end of the foot, over whatever is there."""
        size = self._foot.sizeHint()
        wide = min(size.width(), self.width())
        left = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - wide
        self._foot.setGeometry(left, self.height() - size.height(), wide, size.height())
        self._foot.raise_()


class Foot(QWidget):
    """A line for who sits at the laptop: small, and no more than is needed."""

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._urgent = theme, False
        self.words = ""
        self.setProperty(SAID_AS, "status")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.say(words, False)

    def say(self, words: str, urgent: bool) -> None:
        """Show other words; `urgent` ones are plainer to see."""
        if (words, urgent) != (self.words, self._urgent):
            self.words, self._urgent = words, urgent
            self.setAccessibleName(words)
            self.update()

    def _font(self) -> QFont:
        return face(_KEY * max(1.0, self._theme.zoom))

    def sizeHint(self) -> QSize:
        """As wide as its words; as high as the foot at all times."""
        unit = max(1.0, self._theme.zoom)
        words = QFontMetricsF(self._font()).horizontalAdvance(self.words)
        return QSize(round(words + 40 * unit) if words else 0, round(_FOOT * unit))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words; where there is little room they are set smaller."""
        painter, colours, unit = QPainter(self), room_colours(self._theme), max(1.0, self._theme.zoom)
        painter.fillRect(self.rect(), colours.colour("ground"))
        font = fitting(self.words, _KEY * unit, self.width() - 20 * unit)
        colour = colours.colour("soft" if self._urgent else "quiet")
        centred(painter, self.words, font, self.width() / 2, self.height() - 16 * unit, colour)


def _grown(zoom: float) -> float:
    """How much larger words are at a zoom: those that are huge already need not be twice as large."""
    return 1 + (zoom - 1) * 0.5


def _ways(zoom: float) -> Iterator[tuple[float, float, int, float]]:
    """Ways to share the window between ring and words, the calmest first; in the last the zoom gives way too."""
    grown = _grown(zoom)
    for n, (share, least, lines) in enumerate(_TIERS):
        if n or zoom < 1.5:
            yield share, least, lines, grown
    share, least, lines = _TIERS[-1]
    for less in (1 + (grown - 1) / 2, 1.0):
        yield share, least, lines + 2, min(less, grown)
    yield share, SMALL, lines + 6, min(1.0, grown)


def _under(zoom: float) -> Iterator[tuple[float, tuple[float, float, int, float]]]:
    """The same for a tall window: the ring's share of the height, and sizes and lines."""
    ways = [way for way in _ways(zoom) if way[1] < LEAST_LARGE or zoom < 1.5]
    return zip((0.46, 0.42, 0.36, *(0.28,) * len(ways)), ways, strict=False)


def _sizes(unit: float, grown: float, least: float) -> Sizes:
    return Sizes(LARGEST * unit * grown, least * unit * grown, SMALL * unit * grown, unit * grown)


def _saying(state: RoomState, now_ms: int) -> SayingLook:
    said = words.said(state, now_ms)
    if state.paused:
        return SayingLook(said)
    if state.fingers is not None:
        return SayingLook(said, hands=state.fingers.hands)
    if state.reading is not None and not state.reading.done:
        return SayingLook(said, state.reading.at, len(state.reading.clauses))
    return SayingLook(said)


def _ring(state: RoomState, now_ms: int, local: datetime) -> RingLook:
    part, seats = state.part, state.chairs
    holder: int | None = None
    had: tuple[int, ...] = ()
    if state.fingers is not None:
        pass
    elif state.reading is not None:
        holder = state.reading.at % seats if seats and not state.reading.done else None
    elif state.round is not None:
        holder = state.round.holder
        had = tuple(seat for seat in range(seats) if state.round.had(seat))
    timed = part.timed
    minutes = state.minutes_left(now_ms) if timed else 0
    return RingLook(
        seats=seats,
        holder=holder,
        had=had,
        piece=None if holder is None else float(holder),
        time="" if state.clock_hidden else clock_text(local.hour * 60 + local.minute),
        left=words.left(state, now_ms) if timed and not state.clock_hidden else "",
        timed=timed and not state.clock_hidden,
        gone=state.gone(minutes) if timed and not state.clock_hidden else 0.0,
        ending=timed and minutes <= words.LAST,
        paused=state.paused,
    )

