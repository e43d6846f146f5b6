"""The colours of the room view: always dark, so that a lit screen does not shine into a quiet room."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor

from ui.theme import Theme


class RoomColours(NamedTuple):
    """Every colour of the room, by what it is for."""

    ground: str
    rug: str
    rug_edge: str
    chair: str
    holder: str
    words: str
    soft: str
    clock: str
    track: str
    quiet: str
    """The key back: for who sits at the laptop, not for the circle."""
    edged: bool = False
    """Whether the rug is a line instead of a surface."""

    def colour(self, name: str, alpha: float = 1.0) -> QColor:
        """One of them, alpha 0 to 1."""
        colour = QColor(getattr(self, name))
        if alpha < 1:
            colour.setAlphaF(alpha)
        return colour


NIGHT = RoomColours(
    ground="#10201F", rug="#183231", rug_edge="#14292A", chair="#4C746C", holder="#F2B84B", words="#F4ECDD",
    soft="#B4C6BF", clock="#8FB7AC", track="#2A433D", quiet="#7E958E",
)  # fmt: skip
CONTRAST = RoomColours(
    ground="#000000", rug="#000000", rug_edge="#FFFFFF", chair="#7DF0E4", holder="#FFD43D", words="#FFFFFF",
    soft="#FFFFFF", clock="#7DF0E4", track="#4D4D4D", quiet="#F0F0F0", edged=True,
)  # fmt: skip

PAIRS: tuple[tuple[str, str, float], ...] = (
    ("words", "ground", 14.0), ("words", "rug", 10.0), ("soft", "ground", 7.6), ("soft", "rug", 7.0),
    ("chair", "ground", 3.1), ("holder", "ground", 9.0), ("clock", "rug", 5.8), ("quiet", "ground", 4.5),
)  # fmt: skip
"""(words or mark, what it lies on, least contrast)."""


def room_colours(theme: Theme) -> RoomColours:
    """The room's colours in the theme in force."""
    return CONTRAST if theme.tokens.name == "contrast" else NIGHT
