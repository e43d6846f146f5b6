"""The pack in thumbnails: the first page of each piece in one row, as far as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from facilitator.i18n import _
from ui.screens.print.building import Key
from ui.screens.print.picture import A4, paint_page
from ui.theme import Theme
from ui.widgets.announce import SAID_AS
from ui.widgets.press import from_lead, pressable, pressed_by_key

WIDE, LEAST, HIGH = 46, 40, 66
"""Design px: as wide as a thumbnail is, as narrow as it may get, and its height."""
_GAP, _TIGHT = 12, 3


class Thumbnail(QAbstractButton):
    """The first page of a piece, small; pressed, the piece is shown."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: QImage | None = None
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one stop of Tab for all of them; arrows go from one to the next
        self.setProperty(SAID_AS, "choice")  # before its name, which a screen reader hears at once
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ")  # Qt would take the tip where it is empty, and say the title twice
        self.setToolTip(title)
        pressable(self)

    def show_picture(self, picture: QImage) -> None:
        """Show its picture."""
        self._picture = picture
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Its tip may show from now on."""
        self._theme.dress_tip(self)
        super().enterEvent(event)

    def sizeHint(self) -> QSize:
        """As it is at its widest."""
        return QSize(self._theme.px(WIDE), self._theme.px(HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page with its edge; the one shown has a thick one."""
        painter, theme, on = QPainter(self), self._theme, self.isChecked()
        over = self.underMouse() and self.isEnabled()
        weight = float(theme.px(3)) if on else theme.hair
        room = QRectF(self.rect()).adjusted(weight / 2, weight / 2, -weight / 2, -weight / 2)
        ratio = self._picture.height() / self._picture.width() if self._picture is not None else A4
        wide = min(room.width(), room.height() / ratio)
        place = QRectF(room.center().x() - wide / 2, room.top(), wide, min(room.height(), wide * ratio))
        paint_page(painter, theme, place, self._picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        colour = theme.colour("action" if on or over else "edge")
        painter.setPen(QPen(colour, weight, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(place)


class ThumbnailStrip(QWidget):
    """Thumbnails side by side. `chosen` carries a variant."""

    chosen = Signal(tuple)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._thumbs: dict[Key, Thumbnail] = {}
        self.setAccessibleName(_("Pieces of the pack"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self._place)

    @property
    def keys(self) -> tuple[Key, ...]:
        """What is shown."""
        return tuple(self._thumbs)

    @property
    def buttons(self) -> tuple[Thumbnail, ...]:
        """The thumbnails."""
        return tuple(self._thumbs.values())

    def show_pieces(self, pieces: Sequence[tuple[Key, str]]) -> bool:
        """Show pieces, by variant and title; whether they are other ones."""
        if tuple(key for key, _title in pieces) == self.keys:
            return False
        for thumb in self._thumbs.values():
            thumb.hide()
            thumb.deleteLater()
        self._thumbs = {key: Thumbnail(self._theme, title, self) for key, title in pieces}
        for key, thumb in self._thumbs.items():
            thumb.clicked.connect(lambda _on=False, key=key: self._choose(key))
            thumb.show()
        self._place()
        return True

    def mark(self, key: Key) -> None:
        """Mark the piece that is shown."""
        for own, thumb in self._thumbs.items():
            thumb.setAutoExclusive(False)  # else the last one would stay marked where none is to be
            thumb.setChecked(own == key)
            thumb.setAutoExclusive(True)

    def _choose(self, key: Key) -> None:
        self.mark(key)
        self.chosen.emit(key)

    def show_picture(self, key: Key, picture: QImage) -> None:
        """A thumbnail's picture is there."""
        if key in self._thumbs:
            self._thumbs[key].show_picture(picture)

    # ------------------------------------------------------------ measures
    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(self._theme.px(WIDE), self._theme.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """One thumbnail."""
        return QSize(self._theme.px(LEAST), self._theme.px(HIGH))

    def hasHeightForWidth(self) -> bool:
        """Where there is no room, they run on in another row."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All rows."""
        in_row, _wide, _gap = self._fit(width)
        rows = max(1, -(-len(self._thumbs) // in_row))
        return rows * self._theme.px(HIGH) + (rows - 1) * self._theme.px(8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place them anew."""
        self._place()

    def _fit(self, width: int) -> tuple[int, int, int]:
        """How many stand in a row, how wide each, and the gap between them, in px."""
        px, count = self._theme.px, max(1, len(self._thumbs))
        in_row = max(1, min(count, (width + px(_TIGHT)) // (px(LEAST) + px(_TIGHT))))
        wide = max(px(LEAST), min(px(WIDE), (width - (in_row - 1) * px(_TIGHT)) // in_row))
        gap = px(_GAP) if in_row == 1 else max(px(_TIGHT), min(px(_GAP), (width - in_row * wide) // (in_row - 1)))
        return in_row, wide, gap

    def _place(self) -> None:
        in_row, wide, gap = self._fit(self.width())
        high = self._theme.px(HIGH)
        used = in_row * wide + (in_row - 1) * gap
        first = max(0, (self.width() - used) // 2)
        for number, thumb in enumerate(self._thumbs.values()):
            row, column = divmod(number, in_row)
            left = from_lead(self, first + column * (wide + gap), wide)
            thumb.setGeometry(round(left), row * (high + self._theme.px(8)), wide, high)
        self.updateGeometry()
