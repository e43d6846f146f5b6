"""The nearly shut notebook: cloth, the ring of chairs with a lamp, the emergency card; a strip where room is short."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from facilitator.i18n import _
from ui.theme import Theme
from ui.widgets import STRETCH, Cloth, EmergencyCard, Label, Mark, Seat, across, box, down, paint_ring

WIDE = 500
_GLOW = ((0, 87), (0.35, 36), (1, 0))  # how strong the light is from its middle out, of 255
_SEATS: tuple[Seat, ...] = ("full", "full", "holds", *(("full",) * 8))


class GateCover(Cloth):
    """What both covers share."""

    emergency = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cloth; in high contrast, where it is as black as the page, its edge too."""
        super().paintEvent(event)
        if self._theme.tokens.name == "contrast":
            QPainter(self).fillRect(self._edge(), self._theme.colour("edge"))

    def _edge(self) -> QRect:
        raise NotImplementedError

    def _card(self) -> EmergencyCard:
        card = EmergencyCard(self._theme)
        card.clicked.connect(lambda _on=False: self.emergency.emit())
        return card


class BigCover(GateCover):
    """The cover along the side, 500 px."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        say = Label(theme, _("Nothing leaves this laptop\nunless you carry it."), "h2", "cover", wrap=True)
        more = Label(theme, _("No account, no internet, no cloud."), "body", "coversoft", wrap=True)
        for label in (say, more):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._words = box(down(theme, say, 6, more))
        card = self._card()
        opens = Label(theme, _("Opens without your words"), "small", "coversoft", wrap=True)
        self.setLayout(
            down(
                theme,
                22,
                across(theme, Mark(theme), Label(theme, _("Facilitator"), "h3", "cover"), STRETCH, gap=12),
                (_Lamp(theme), 1),
                self._words,
                44,
                across(theme, card, (opens, 1), gap=14),
                16,
                margins=(16, 0, 16, 0),
            )
        )
        theme.follow(self._measure)

    def _measure(self) -> None:
        self.setFixedWidth(self._theme.px(WIDE))

    def _edge(self) -> QRect:
        trailing = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - 2
        return QRect(trailing, 0, 2, self.height())


class Strip(GateCover):
    """The cover along the top, 64 px: the name and the emergency card."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._name = Label(theme, _("Facilitator"), "h3", "cover")
        self._emergency = self._card()
        self._line = across(theme, Mark(theme), self._name, STRETCH, self._emergency, gap=12, margins=(16, 0, 16, 0))
        self.setLayout(self._line)
        theme.follow(self._measure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is very short the name goes: the mark and the card stay."""
        self._fit()

    def _fit(self) -> None:
        needs = self._name.sizeHint().width() + self._emergency.sizeHint().width() + self._theme.px(30 + 3 * 12 + 32)
        self._name.setVisible(self.width() >= needs)

    def _measure(self) -> None:
        self.setFixedHeight(self._theme.px(64))
        self._fit()

    def _edge(self) -> QRect:
        return QRect(0, self.height() - 2, self.width(), 2)


class _Lamp(QWidget):
    """A ring of eleven chairs round a lamp, one of them held in marigold; it shrinks before it is cut."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._glow = QFrame(self)  # a sheet's gradient: the class for painting one takes longer to load than the screen
        theme.follow(self._measure)

    def sizeHint(self) -> QSize:
        """As in the picture."""
        return QSize(self._theme.px(360), self._theme.px(400))

    def minimumSizeHint(self) -> QSize:
        """Smaller is possible."""
        return QSize(self._theme.px(120), self._theme.px(120))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The light stands in the middle."""
        self._measure()

    def _share(self) -> float:
        return min(1.0, self.height() / self._theme.px(380), self.width() / self._theme.px(360))

    def _measure(self) -> None:
        look, lit = self._theme.colour("look"), round(self._theme.px(130) * self._share())
        self._glow.setGeometry(self.width() // 2 - lit, self.height() // 2 - lit, 2 * lit, 2 * lit)
        rgb = f"{look.red()}, {look.green()}, {look.blue()}"
        stops = ", ".join(f"stop:{at} rgba({rgb}, {alpha})" for at, alpha in _GLOW)
        loud = self._theme.tokens.name == "contrast"
        light = "transparent" if loud else f"qradialgradient(cx:0.5, cy:0.5, radius:0.5, fx:0.5, fy:0.5, {stops})"
        self._glow.setStyleSheet(f"QFrame {{ background: {light}; border: 0; border-radius: {lit}px; }}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring and the lamp; the light lies over them."""
        painter, theme, share = QPainter(self), self._theme, self._share()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        paint_ring(painter, theme, centre, theme.px(150) * share, _SEATS, theme.px(20) * share, full="cover_soft")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("look"))
        painter.drawEllipse(centre, theme.px(7) * share, theme.px(7) * share)
