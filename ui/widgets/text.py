"""Words: labels that wrap with a human line height, and words set in a painter."""

from __future__ import annotations

import re
from typing import Literal

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy

from facilitator.facing import faced, reads_from_right
from ui.theme import FACE_LINE, TYPE, Role, Theme, Token
from ui.widgets.announce import SAID_AS

Tone = Literal["ink", "soft", "action", "look", "danger", "cover", "coversoft"]
_TONES: dict[Tone, Token] = {
    "ink": "ink", "soft": "ink_soft", "action": "action", "look": "look_ink", "danger": "danger", "cover": "cover_ink",
    "coversoft": "cover_soft",
}  # fmt: skip

WRAP = Qt.TextFlag.TextWordWrap.value
START = Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value  # a painter mirrors it by itself
_OVERHANG = Qt.TextFlag.TextDontClip.value  # marks of other scripts may reach over a line of ours
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft.value, Qt.AlignmentFlag.AlignRight.value
_OTHER_SIDE = {_LEFT: _RIGHT, _RIGHT: _LEFT}
CENTRE = Qt.AlignmentFlag.AlignCenter.value

_ENDLESS, _PIECE = r"[^\s/\\\u200b-]{25,}", r".{1,12}"
_LONG = 25
_HEADINGS = ("h1", "h2", "h3")


def escape(text: str) -> str:
    """Words as they are, inside rich text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def breakable(text: str) -> str:
    """Words with unseen places to break in those too long for any line, such as a surname of forty letters."""
    if max(map(len, text.split()), default=0) < _LONG:
        return text
    return re.sub(_ENDLESS, lambda found: "\u200b".join(re.findall(_PIECE, found[0])), text)


class Label(QLabel):
    """Words of one role and tone. `wrap` lets them run over several lines; `tabular` sets figures in columns.

    Words are plain text. `markup` takes our own <b> and <br>; its caller escapes what a person typed.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: Role = "body",
        tone: Tone = "ink",
        wrap: bool = False,
        tabular: bool = False,
        markup: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._role, self._tabular = theme, role, tabular
        self._words = ""
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        if role in _HEADINGS and tone not in ("cover", "coversoft"):
            self.setProperty(SAID_AS, "heading")
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        # by itself a label stands where its own words run from, not where the page's do
        lead = Qt.AlignmentFlag.AlignRight if QApplication.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(lead | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self.setTextFormat(Qt.TextFormat.RichText if markup else Qt.TextFormat.PlainText)
        theme.follow(self._measure)
        self.setText(text)

    @property
    def words(self) -> str:
        """What it says, as it was given."""
        return self._words

    def setText(self, text: str) -> None:
        """Say something else."""
        self._words = text
        plain = self.textFormat() is Qt.TextFormat.PlainText
        super().setText(faced(breakable(text) if self.wordWrap() and plain else text, markup=not plain))

    def set_tone(self, tone: Tone) -> None:
        """Change what the words mean, such as to danger."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self._colour()

    @Slot()
    def _measure(self) -> None:
        self._take_size()

    def _take_size(self) -> None:
        """For kinds of their own: another `Slot` of this name would go on being called after the widget is gone."""
        self.setFont(self._theme.font(self._role, self._tabular))
        self._colour()

    def _colour(self) -> None:
        self.setPalette(self._theme.ink(_TONES[self.property("tone")]))


class Paragraph(Label):
    """Words to be read: they wrap, at a line height that rests the eye. Set with `markup` as in `Label`."""

    def __init__(
        self, theme: Theme, text: str = "", role: Role = "body", tone: Tone = "ink", markup: bool = False
    ) -> None:
        self._markup = markup
        super().__init__(theme, "", role, tone, wrap=True, markup=True)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Say something else."""
        inner = text if self._markup else escape(breakable(text)).replace("\n", "<br>")
        super().setText(self._theme.rich(inner, self._role))
        self._words = text

    def _take_size(self) -> None:
        super()._take_size()
        # Qt puts the air of a line under it; half of it belongs above, so that words stand in their middle
        kind = TYPE[self._role]
        lift = round(max(0.0, kind.line - FACE_LINE) * self._theme.px(kind.px) / 2)
        self.setContentsMargins(0, lift, 0, -lift)


def draw_words(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    words: str,
    role: Role = "body",
    token: Token = "ink",
    flags: int = START,
    tabular: bool = False,
) -> None:
    """Set words inside a rectangle, over several lines where they must."""
    painter.setFont(theme.font(role, tabular))
    painter.setPen(theme.colour(token))
    if words_width(theme, words, role, tabular) > rect.width() + 1:
        flags |= WRAP
    paint_words(painter, rect, words, flags)


def paint_words(painter: QPainter, rect: QRectF, words: str, flags: int = START) -> None:
    """Words with the painter's own font and pen, each run in its direction, at the side the page begins."""
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft and not reads_from_right(words):
        side = flags & (_LEFT | _RIGHT)
        flags = flags & ~side | _OTHER_SIDE.get(side, side) | Qt.TextFlag.TextForceLeftToRight.value
    painter.drawText(rect, flags | _OVERHANG, faced(words))


def words_height(theme: Theme, words: str, width: float, role: Role = "body") -> int:
    """Height in px of words set in this width in px."""
    if words_width(theme, words, role) <= width + 1:
        return round(theme.metrics(role).height() + 0.5)
    room = QRectF(0, 0, max(1.0, width), 100_000)
    return round(theme.metrics(role).boundingRect(room, WRAP, words).height() + 0.5)


def words_width(theme: Theme, words: str, role: Role = "body", tabular: bool = False) -> int:
    """Width in px of words on one line."""
    return theme.width(words, role, tabular)


def longest_word(theme: Theme, words: str, role: Role = "body") -> int:
    """Width in px of the longest word, the least a wrapped text needs."""
    return max((words_width(theme, word, role) for word in words.split()), default=0)
