"""Buttons: painted, real push buttons whose words wrap before they are cut."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy

from ui.icons import STROKE, paint_icon
from ui.theme import RADIUS, TARGET, Role, Theme, Token
from ui.widgets.announce import announce
from ui.widgets.press import from_lead, pressable, pressed_by_key
from ui.widgets.text import CENTRE, START, Label, draw_words, longest_word, words_height, words_width

Kind = Literal["primary", "plain", "quiet", "danger", "cover"]

_PAD: dict[Kind, int] = {"primary": 23, "plain": 19, "quiet": 13, "danger": 19, "cover": 12}
_INK: dict[Kind, Token] = {
    "primary": "action_ink",
    "plain": "ink",
    "quiet": "action",
    "danger": "danger",
    "cover": "cover_ink",
}
_ICON, _GAP = 22, 10


class Button(QPushButton):
    """A button of one kind: primary (one a screen), plain, quiet (teal words), danger, or cover (on cloth).

    `big` is 56 px high, for Tonight and Unlock; `flush` lets a quiet one line up with words; `wide` fills its column;
    `snug` has little padding, for pairs on the cover.
    `off(reason)` makes it grey with the reason in words (see `Reason`); `busy(words)` while its work runs.
    """

    reasoned = Signal(str)

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: Kind = "plain",
        icon: str = "",
        *,
        big: bool = False,
        flush: bool = False,
        wide: bool = False,
        snug: bool = False,
        tip: str = "",
        trailing_icon: str = "",
    ) -> None:
        super().__init__()
        self._theme, self._kind, self._glyph, self._big, self._flush = theme, kind, icon, big, flush
        self._tail, self._snug = trailing_icon, snug
        self._words = ""
        self._busy = ""
        self._least = 0
        self._waited_here = False
        pressable(self)
        policy = QSizePolicy(
            QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed
        )
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("leading", not wide)
        if flush:
            self.setProperty("flush", True)  # its words reach its ends: the keyboard ring leaves them air
        self.setText(text)
        if tip:
            self.setToolTip(tip)
        theme.follow(self._fit)

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()

    def setText(self, text: str) -> None:
        """Change the words."""
        self._words = text
        super().setText(text.replace("&", "&&"))  # a lone & would be eaten as a mnemonic
        self.setAccessibleName(text)
        self.updateGeometry()

    @property
    def words(self) -> str:
        """What it says, as it was given."""
        return self._words

    @property
    def kind(self) -> Kind:
        """What it means now."""
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        """Change what it means, as when the next step moves on."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def set_icon(self, name: str) -> None:
        """Change its icon."""
        self._glyph = name
        self.updateGeometry()
        self.update()

    def off(self, reason: str) -> None:
        """It cannot be pressed now, and why, in words a `Reason` beside it shows."""
        self.setEnabled(False)
        self.setAccessibleDescription(reason)
        self.reasoned.emit(reason)

    def on(self) -> None:
        """It can be pressed again."""
        self.setEnabled(True)
        self.setAccessibleDescription("")
        self.reasoned.emit("")

    def busy(self, words: str) -> None:
        """Its work runs: it says so and takes no second press until `rest`, when the keyboard comes back to it."""
        self._least = max(self._least, self.width() if self.isVisible() else 0)
        self._busy = words
        if self.hasFocus():  # nobody else may be handed it meanwhile: Enter pressed twice would press them
            self._waited_here = True
            self.clearFocus()
        self.setEnabled(False)
        self.setAccessibleName(words)
        announce(self, words)
        self.updateGeometry()
        self.update()

    def rest(self) -> None:
        """Its work is done."""
        self._busy, self._least = "", 0
        self.setEnabled(True)
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self.update()
        waited, self._waited_here = self._waited_here, False
        if waited and self.isVisible() and QApplication.focusWidget() is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self) -> str:
        return self._busy or self._words

    def _role(self) -> Role:
        return "call" if self._big else "body" if self._kind == "cover" else "strong"

    def _height(self) -> int:
        return self._theme.px(56 if self._big else TARGET)

    def _pad(self) -> float:
        if self._flush:
            return 0
        if self._snug:
            return 9
        if self._kind in ("primary", "plain", "danger") and self._big:
            return 29 if self._kind == "primary" else 23
        return _PAD[self._kind]

    def _spread(self) -> bool:
        """Whether words stand at the leading edge instead of the middle."""
        return self._kind == "cover" or self._flush

    def _gap(self) -> int:
        return 12 if self._kind == "cover" and not self._snug else _GAP  # in line with the places' names

    def _beside(self) -> int:
        """What stands beside the words: padding, icons and their gaps."""
        glyphs = sum(_ICON + self._gap() for glyph in (self._glyph, self._tail) if glyph)
        return self._theme.px(self._pad() * 2 + glyphs)

    def _line(self) -> int:
        return words_width(self._theme, self._shown(), self._role())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Its tip may show from now on."""
        self._theme.dress_tip(self)
        super().enterEvent(event)

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        return QSize(max(self._beside() + self._line(), self._height(), self._least), self._height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest word."""
        longest = longest_word(self._theme, self._shown(), self._role())
        return QSize(max(self._beside() + longest, self._height()), self._height())

    def hasHeightForWidth(self) -> bool:
        """Narrow means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words need at this width."""
        room = width - self._beside()
        if self._line() <= room:
            return self._height()
        return max(self._height(), words_height(self._theme, self._shown(), room, self._role()) + self._theme.px(20))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_face(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        theme, kind, radius = self._theme, self._kind, self._theme.px(RADIUS)
        over = self.isEnabled() and (self.underMouse() or self.isDown())
        hair = theme.hair
        rect = QRectF(self.rect()).adjusted(hair / 2, hair / 2, -hair / 2, -hair / 2)
        pen, brush = QPen(Qt.PenStyle.NoPen), None
        if not self.isEnabled() and not self._busy:
            if kind in ("quiet", "cover"):
                return
            pen = QPen(theme.colour("edge"), hair)
            pen.setDashPattern([3.5, 3])
        elif kind == "primary":
            brush = theme.colour("action_deep" if over or self._busy else "action")
        elif kind == "cover":
            brush = theme.colour("cover_deep")
            if over or theme.tokens.name == "contrast":
                pen = QPen(theme.colour("cover_soft"), hair)
        elif kind == "quiet":
            if not over:
                return
            brush = theme.colour("action_tint")
        else:
            pen = QPen(theme.colour("danger" if kind == "danger" else "edge"), hair)
            tint: Token = "danger_tint" if kind == "danger" else "well"
            brush = theme.colour("line" if self.isDown() and kind == "plain" else tint if over else "sheet")
        if pen.style() == Qt.PenStyle.NoPen:
            rect = QRectF(self.rect())
        painter.setPen(pen)
        painter.setBrush(brush if brush is not None else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, radius, radius)

    def _paint_face(self, painter: QPainter) -> None:
        theme, height = self._theme, self.height()
        dimmed = not self.isEnabled() and not self._busy
        token: Token = "ink_soft" if dimmed and self._kind != "cover" else _INK[self._kind]
        if self._kind == "quiet" and self.isEnabled() and self.underMouse():
            token = "action_deep"
        pad, icon, gap = theme.px(self._pad()), theme.px(_ICON), theme.px(self._gap())
        lead_icon = (icon + gap) if self._glyph else 0
        tail_icon = (icon + gap) if self._tail else 0
        room = self.width() - 2 * pad - lead_icon - tail_icon
        words = min(room, self._line())
        spread = self._spread()
        start = pad if spread else pad + max(0, (room - words) // 2)
        soft: Token = "cover_soft" if self._kind == "cover" else token
        if self._glyph:
            square = QRectF(from_lead(self, start, icon), (height - icon) / 2, icon, icon)
            paint_icon(painter, self._glyph, square, theme.colour(soft), STROKE)
        if self._tail:
            at = (self.width() - pad - icon) if spread else start + lead_icon + words + gap
            square = QRectF(from_lead(self, at, icon), (height - icon) / 2, icon, icon)
            paint_icon(painter, self._tail, square, theme.colour(token), STROKE)
        place = QRectF(from_lead(self, start + lead_icon, words), 0, words, height)
        flags = START if spread or self._glyph else CENTRE
        draw_words(painter, theme, place, self._shown(), self._role(), token, flags)


class Reason(Label):
    """The words beside a button that is off: why, and so what to do. Hidden while the button can be pressed."""

    def __init__(self, theme: Theme, button: Button) -> None:
        super().__init__(theme, button.accessibleDescription(), "small", "soft", wrap=True)
        if not self.words:  # shown without a parent it would flash up as a window
            self.hide()
        button.reasoned.connect(self._say)

    def _say(self, reason: str) -> None:
        self.setText(reason)
        self.setVisible(bool(reason))


class IconButton(QPushButton):
    """A square of 44 px with an icon alone: search, hide, lock, arrows, close, more, less; `tip` names it.

    `edged` gives it the border of a plain button.
    """

    def __init__(
        self,
        theme: Theme,
        icon: str,
        tip: str,
        kind: Kind = "quiet",
        token: Token | None = None,
        *,
        edged: bool = False,
        size: float = TARGET,
    ) -> None:
        super().__init__()
        self._theme, self._glyph, self._kind, self._edged, self._size = theme, icon, kind, edged, size
        self._token: Token = token or _INK[kind]
        pressable(self)
        self.name(tip)
        theme.follow(self._measure)

    def name(self, tip: str) -> None:
        """What it does, for the pointer and the screen reader."""
        name, _space, keys = tip.partition("  ")
        self.setToolTip(tip)
        self.setAccessibleName(name)
        self.setAccessibleDescription(keys or " ")  # Qt would take the tip where it is empty, and say it all twice

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._glyph = icon
        self.update()

    @Slot()
    def _measure(self) -> None:
        self.setFixedSize(self._theme.px(self._size), self._theme.px(self._size))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Its tip may show from now on."""
        self._theme.dress_tip(self)
        super().enterEvent(event)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._theme.px(self._size), self._theme.px(self._size))

    def minimumSizeHint(self) -> QSize:
        """The same square."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and icon."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over, hair, radius = self.isEnabled() and self.underMouse(), theme.hair, theme.px(RADIUS)
        rect, line = QRectF(self.rect()), QRectF(self.rect()).adjusted(hair / 2, hair / 2, -hair / 2, -hair / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._kind == "cover":
            painter.setBrush(theme.colour("cover_deep"))
            edged = over or theme.tokens.name == "contrast"
            if edged:
                painter.setPen(QPen(theme.colour("cover_soft"), hair))
            painter.drawRoundedRect(line if edged else rect, radius, radius)
        elif self._edged or over:
            if self._edged:
                painter.setPen(QPen(theme.colour("edge"), hair))
            painter.setBrush(theme.colour("action_tint" if over else "sheet"))
            painter.drawRoundedRect(line if self._edged else rect, radius, radius)
        side = theme.px(_ICON)
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        colour = theme.colour(self._token if self.isEnabled() else "edge", 1 if self.isEnabled() else 0.6)
        paint_icon(painter, self._glyph, square, colour)
