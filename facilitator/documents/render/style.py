"""Sizes, colours and measures of the page as data: a style is one value, and no document names any of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from facilitator.model import paper
from facilitator.model.paper import Paper

MM = 72 / 25.4
"""Points in a millimetre."""

Colour: TypeAlias = tuple[float, float, float]


def _hex(text: str) -> Colour:
    return (int(text[0:2], 16) / 255, int(text[2:4], 16) / 255, int(text[4:6], 16) / 255)


INK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)
TEAL = _hex("094643")
GOLD = _hex("E8A321")
GOLD_TINT = _hex("FBEBC6")
RED = _hex("A32A22")
RED_TINT = _hex("F9E2DA")


class Type(StrEnum):
    """Every way that words are set, by what they are for."""

    TITLE = "title"
    POSTER_TITLE = "poster-title"
    POSTER_TITLE_SHORT = "poster-title-short"
    INTRO = "intro"
    HEADING = "heading"
    BODY = "body"
    STRONG = "strong"
    SMALL = "small"
    SMALL_STRONG = "small-strong"
    LABEL = "label"
    NUMBER = "number"
    VERB = "verb"
    CLAUSE = "clause"
    CLAUSE_NUMBER = "clause-number"
    REASON = "reason"
    CLOCK = "clock"
    TICK_TIME = "tick-time"
    TICK_TIME_END = "tick-time-end"
    STRIP = "strip"
    HERO = "hero"
    HERO_UNCHECKED = "hero-unchecked"
    CONTACT = "contact"
    CONTACT_NOTE = "contact-note"
    DANGER = "danger"
    DANGER_NUMBER = "danger-number"
    FACT = "fact"
    COUNT = "count"
    ROW_NUMBER = "row-number"
    CIRCLE = "circle"
    CIRCLE_FIVE = "circle-five"
    KEY = "key"
    CODE = "code"
    CARD_TITLE = "card-title"
    CARD_CLAUSE = "card-clause"
    SMALL_CARD_TITLE = "small-card-title"
    SMALL_CARD_LINE = "small-card-line"
    SMALL_CARD_STRONG = "small-card-strong"
    SMALL_CARD_NUMBER = "small-card-number"
    SMALL_CARD_DANGER = "small-card-danger"
    SMALL_CARD_NOTE = "small-card-note"
    SMALL_CARD_CLAUSE = "small-card-clause"
    WALL_CLOCK = "wall-clock"
    WALL_LINE = "wall-line"
    TAB = "tab"
    TAB_SOLID = "tab-solid"
    TAB_NOTE = "tab-note"
    STAMP = "stamp"
    CRISIS = "crisis"
    SOURCE = "source"
    PRIVACY = "privacy"
    PRIVACY_SOLID = "privacy-solid"
    PRIVACY_NOTE = "privacy-note"
    PRIVACY_NOTE_SOLID = "privacy-note-solid"
    PAGE = "page"


@dataclass(frozen=True, slots=True, eq=False)
class TypeSize:
    """Size and leading in points, weight and colour; `tabular` sets every figure in a cell of the same width.

    Told apart by identity: it is the key of every measured text, and comparing its fields would cost more than they.
    """

    size: float
    leading: float
    bold: bool = False
    colour: Colour = INK
    tabular: bool = False
    squeeze: bool = True
    """Whether the fit ladder may tighten its leading."""
    letter: float = 0.0
    """Added after every letter, in em."""
    word: float = 0.0
    """Added after every space, in em."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """A paper in points: the live width and the margins; even pages mirror `inside`."""

    width: float
    height: float
    inside: float
    live: float
    edge: float = 15 * MM
    """Top and foot margin."""


PAGES: dict[Paper, PageSize] = {
    Paper.A4: PageSize(210 * MM, 297 * MM, 20 * MM, 172 * MM),
    Paper.LETTER: PageSize(215.9 * MM, 279.4 * MM, 20 * MM, 176 * MM),
}


POSTERS: dict[Paper, tuple[float, float]] = {
    Paper.A4: (297 * MM, 420 * MM),
    Paper.LETTER: (279.4 * MM, 431.8 * MM),
}
"""Width and height of the paper twice as large: A3, and Tabloid."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style sheet: type by use, and the axes and gaps that hang on it."""

    name: paper.Style
    types: dict[Type, TypeSize]
    measure: float = 151 * MM
    """Running text is never set wider."""
    step_axis: float = 14 * MM
    clock_axis: float = 30 * MM
    verb_axis: float = 45 * MM
    theme_axis: float = 18 * MM
    wall_axis: float = 42 * MM
    ring: float = 14 * MM
    poster_ring: float = 33 * MM
    figure: float = 42 * MM
    """Width of a drawing on a handout."""
    picture: float = 27 * MM
    """Side of a picture beside a row of words, and where those words start."""
    picture_axis: float = 40 * MM
    bar: float = 9 * MM
    """The marigold bar of a caution, with its triangle."""
    row: float = 10.6 * MM
    """A row to sign in, and the least it may become."""
    least_row: float = 9.6 * MM
    circle: float = 12.8 * MM
    paragraph: float = 7.0
    page_at_head: bool = False
    """Whether the page number stands in the head and the crisis line goes right across the foot."""
    narrow: bool = False
    """Whether so few words stand in a line that what is set side by side elsewhere stands below one another."""

    @property
    def scale(self) -> float:
        """How much larger the small print is than in the standard style: measures that hold words grow with it."""
        return self.types[Type.SMALL].size / 12


def _standard() -> dict[Type, TypeSize]:
    s, t = TypeSize, Type
    return {
        t.TITLE: s(31, 35, True, TEAL, squeeze=False),
        t.POSTER_TITLE: s(39, 42, True, TEAL, squeeze=False),
        t.POSTER_TITLE_SHORT: s(31, 35, True, TEAL, squeeze=False),
        t.INTRO: s(17, 24),
        t.HEADING: s(18, 23, True, TEAL, squeeze=False),
        t.BODY: s(14, 20),
        t.STRONG: s(14, 20, True),
        t.SMALL: s(12, 16.5),
        t.SMALL_STRONG: s(12, 16.5, True),
        t.LABEL: s(13, 17, True, TEAL, squeeze=False),
        t.NUMBER: s(24, 27.6, True, TEAL, squeeze=False),
        t.VERB: s(16.5, 21, True, TEAL, squeeze=False),
        t.CLAUSE: s(21, 24.5, True, squeeze=False),
        t.CLAUSE_NUMBER: s(21, 24.5, True, TEAL, squeeze=False),
        t.REASON: s(12.5, 15.5, squeeze=False),
        t.CLOCK: s(21, 26, True, TEAL, tabular=True, squeeze=False),
        t.TICK_TIME: s(11, 13, squeeze=False),
        t.TICK_TIME_END: s(11, 13, True, squeeze=False),
        t.STRIP: s(12, 14, True, squeeze=False),
        t.HERO: s(20, 24, True, squeeze=False),
        t.HERO_UNCHECKED: s(20, 24, squeeze=False),
        t.CONTACT: s(14, 17.5, True, squeeze=False),
        t.CONTACT_NOTE: s(12, 14.5, squeeze=False),
        t.DANGER: s(18, 23, True, squeeze=False),
        t.DANGER_NUMBER: s(42, 44, True, RED, squeeze=False),
        t.FACT: s(34, 37, True, TEAL, squeeze=False),
        t.COUNT: s(14, 20, True, tabular=True),
        t.ROW_NUMBER: s(13, 13, tabular=True, squeeze=False),
        t.CIRCLE: s(16, 18, squeeze=False),
        t.CIRCLE_FIVE: s(16, 18, True, squeeze=False),
        t.KEY: s(9.3, 10, True, squeeze=False),
        t.CODE: s(26, 32, True, squeeze=False),
        t.CARD_TITLE: s(18, 22, True, TEAL, squeeze=False),
        t.CARD_CLAUSE: s(21, 25, True, squeeze=False),
        t.SMALL_CARD_TITLE: s(16, 18, True, TEAL, squeeze=False),
        t.SMALL_CARD_LINE: s(11.5, 14, squeeze=False),
        t.SMALL_CARD_STRONG: s(11.5, 14, True, squeeze=False),
        t.SMALL_CARD_NUMBER: s(11.5, 14, True, TEAL, squeeze=False),
        t.SMALL_CARD_DANGER: s(16, 18, True, RED, squeeze=False),
        t.SMALL_CARD_NOTE: s(10, 12.2, squeeze=False),
        t.SMALL_CARD_CLAUSE: s(19, 22.5, True, squeeze=False),
        t.WALL_CLOCK: s(34, 40, True, TEAL, tabular=True, squeeze=False),
        t.WALL_LINE: s(30, 36, True, squeeze=False),
        t.TAB: s(12, 21, True, TEAL, squeeze=False),
        t.TAB_SOLID: s(12, 21, True, WHITE, squeeze=False),
        t.TAB_NOTE: s(12, 21, squeeze=False),
        t.STAMP: s(10.5, 11.3, True, squeeze=False),
        t.CRISIS: s(12, 15.8, squeeze=False),
        t.SOURCE: s(10.5, 13.5, squeeze=False),
        t.PRIVACY: s(10.5, 14, True, squeeze=False),
        t.PRIVACY_SOLID: s(10.5, 14, True, WHITE, squeeze=False),
        t.PRIVACY_NOTE: s(10.3, 12.6, squeeze=False),
        t.PRIVACY_NOTE_SOLID: s(10.3, 12.6, True, WHITE, squeeze=False),
        t.PAGE: s(11, 13, True, squeeze=False),
    }


def _large() -> dict[Type, TypeSize]:
    s, t = TypeSize, Type
    return {
        t.TITLE: s(36, 42, True, TEAL, squeeze=False),
        t.POSTER_TITLE: s(44, 48, True, TEAL, squeeze=False),
        t.POSTER_TITLE_SHORT: s(36, 42, True, TEAL, squeeze=False),
        t.INTRO: s(21, 29),
        t.HEADING: s(23, 30, True, TEAL, squeeze=False),
        t.BODY: s(18, 26),
        t.STRONG: s(18, 26, True),
        t.SMALL: s(16, 22),
        t.SMALL_STRONG: s(16, 22, True),
        t.LABEL: s(17, 22, True, TEAL, squeeze=False),
        t.NUMBER: s(30, 34.5, True, TEAL, squeeze=False),
        t.VERB: s(20, 26, True, TEAL, squeeze=False),
        t.CLAUSE: s(27, 32, True, squeeze=False),
        t.CLAUSE_NUMBER: s(27, 32, True, TEAL, squeeze=False),
        t.REASON: s(17, 22, squeeze=False),
        t.CLOCK: s(26, 32, True, TEAL, tabular=True, squeeze=False),
        t.TICK_TIME: s(16, 19, squeeze=False),
        t.TICK_TIME_END: s(16, 19, True, squeeze=False),
        t.STRIP: s(16, 19, True, squeeze=False),
        t.HERO: s(26, 31, True, squeeze=False),
        t.HERO_UNCHECKED: s(26, 31, squeeze=False),
        t.CONTACT: s(18, 23, True, squeeze=False),
        t.CONTACT_NOTE: s(16, 19.5, squeeze=False),
        t.DANGER: s(23, 29, True, squeeze=False),
        t.DANGER_NUMBER: s(52, 55, True, RED, squeeze=False),
        t.FACT: s(44, 48, True, TEAL, squeeze=False),
        t.COUNT: s(18, 26, True, tabular=True),
        t.ROW_NUMBER: s(17, 17, tabular=True, squeeze=False),
        t.CIRCLE: s(20, 23, squeeze=False),
        t.CIRCLE_FIVE: s(20, 23, True, squeeze=False),
        t.KEY: s(9.3, 10, True, squeeze=False),
        t.CODE: s(33, 41, True, squeeze=False),
        t.CARD_TITLE: s(23, 29, True, TEAL, squeeze=False),
        t.CARD_CLAUSE: s(27, 32, True, squeeze=False),
        t.SMALL_CARD_TITLE: s(23, 27, True, TEAL, squeeze=False),
        t.SMALL_CARD_LINE: s(18, 23, squeeze=False),
        t.SMALL_CARD_STRONG: s(18, 23, True, squeeze=False),
        t.SMALL_CARD_NUMBER: s(18, 23, True, TEAL, squeeze=False),
        t.SMALL_CARD_DANGER: s(26, 30, True, RED, squeeze=False),
        t.SMALL_CARD_NOTE: s(16, 19.5, squeeze=False),
        t.SMALL_CARD_CLAUSE: s(27, 32, True, squeeze=False),
        t.WALL_CLOCK: s(39, 46, True, TEAL, tabular=True, squeeze=False),
        t.WALL_LINE: s(34, 41, True, squeeze=False),
        t.TAB: s(17, 29, True, TEAL, squeeze=False),
        t.TAB_SOLID: s(17, 29, True, WHITE, squeeze=False),
        t.TAB_NOTE: s(17, 29, squeeze=False),
        t.STAMP: s(16, 18, True, squeeze=False),
        t.CRISIS: s(18, 23, squeeze=False),
        t.SOURCE: s(16, 20, squeeze=False),
        t.PRIVACY: s(16, 21, True, squeeze=False),
        t.PRIVACY_SOLID: s(16, 21, True, WHITE, squeeze=False),
        t.PRIVACY_NOTE: s(16, 19.5, squeeze=False),
        t.PRIVACY_NOTE_SOLID: s(16, 19.5, True, WHITE, squeeze=False),
        t.PAGE: s(17, 20, True, squeeze=False),
    }


def _easyread() -> dict[Type, TypeSize]:
    """Few words, set large: nothing in them is smaller than the running text of other sheets."""
    s, t = TypeSize, Type
    return _standard() | {
        t.TITLE: s(32, 38, True, TEAL, squeeze=False),
        t.POSTER_TITLE: s(39, 44, True, TEAL, squeeze=False),
        t.POSTER_TITLE_SHORT: s(32, 38, True, TEAL, squeeze=False),
        t.INTRO: s(19, 27),
        t.HEADING: s(20, 27, True, TEAL, squeeze=False),
        t.BODY: s(17, 25),
        t.STRONG: s(17, 25, True),
        t.SMALL: s(14, 20),
        t.SMALL_STRONG: s(14, 20, True),
        t.HERO: s(24, 30, True, squeeze=False),
        t.DANGER: s(20, 27, True, squeeze=False),
        t.TAB: s(14, 24, True, TEAL, squeeze=False),
        t.TAB_SOLID: s(14, 24, True, WHITE, squeeze=False),
        t.TAB_NOTE: s(14, 24, squeeze=False),
        t.STAMP: s(14, 16, True, squeeze=False),
        t.CRISIS: s(14, 19, squeeze=False),
        t.SOURCE: s(12, 15.5, squeeze=False),
        t.PRIVACY: s(12, 16, True, squeeze=False),
        t.PRIVACY_SOLID: s(12, 16, True, WHITE, squeeze=False),
        t.PRIVACY_NOTE: s(12, 14.5, squeeze=False),
        t.PRIVACY_NOTE_SOLID: s(12, 14.5, True, WHITE, squeeze=False),
        t.PAGE: s(12, 14, True, squeeze=False),
    }


_LETTER, _WORD = 0.06, 0.16
"""What wide spacing adds after a letter and after a word, in em."""


def _spaced() -> dict[Type, TypeSize]:
    """The standard sizes, wide between letters, words and lines; figures, tabs and stamps stay as they are."""
    s, t = TypeSize, Type

    def wide(size: float, leading: float, bold: bool = False, colour: Colour = INK, *, squeeze: bool = True,
             much: float = 1.0) -> TypeSize:
        return TypeSize(size, leading, bold, colour, squeeze=squeeze, letter=_LETTER * much, word=_WORD * much)

    return _standard() | {
        t.TITLE: wide(30, 39, True, TEAL, squeeze=False),
        t.POSTER_TITLE: wide(36, 46, True, TEAL, squeeze=False, much=0.5),
        t.POSTER_TITLE_SHORT: wide(30, 39, True, TEAL, squeeze=False, much=0.5),
        t.INTRO: wide(17, 28),
        t.HEADING: wide(18, 28, True, TEAL, squeeze=False),
        t.BODY: wide(14, 24),
        t.STRONG: wide(14, 24, True),
        t.SMALL: wide(12.5, 20.5),
        t.SMALL_STRONG: wide(12.5, 20.5, True),
        t.LABEL: wide(13, 20, True, TEAL, squeeze=False),
        t.VERB: wide(16.5, 24, True, TEAL, squeeze=False, much=0.5),
        t.CLAUSE: wide(20, 27, True, squeeze=False),
        t.CLAUSE_NUMBER: TypeSize(20, 27, True, TEAL, squeeze=False),
        t.REASON: wide(12.5, 18.5, squeeze=False),
        t.STRIP: wide(12, 15.5, True, squeeze=False, much=0.5),
        t.CONTACT: wide(14, 21, True, squeeze=False),
        t.CONTACT_NOTE: wide(12.5, 18, squeeze=False),
        t.DANGER: wide(18, 27, True, squeeze=False),
        t.CARD_TITLE: wide(18, 26, True, TEAL, squeeze=False),
        t.CARD_CLAUSE: wide(20, 28, True, squeeze=False),
        t.SMALL_CARD_TITLE: wide(18, 23, True, TEAL, squeeze=False),
        t.SMALL_CARD_LINE: wide(14, 22, squeeze=False),
        t.SMALL_CARD_STRONG: wide(14, 22, True, squeeze=False),
        t.SMALL_CARD_NUMBER: s(14, 22, True, TEAL, squeeze=False),
        t.SMALL_CARD_DANGER: s(20, 25, True, RED, squeeze=False),
        t.SMALL_CARD_NOTE: wide(12, 17, squeeze=False),
        t.SMALL_CARD_CLAUSE: wide(20, 28, True, squeeze=False),
        t.WALL_LINE: wide(28, 38, True, squeeze=False, much=0.5),
        t.CRISIS: wide(12, 17, squeeze=False),
        t.SOURCE: wide(11, 15, squeeze=False, much=0.5),
    }


STYLES: tuple[Style, ...] = (
    Style(paper.Style.STANDARD, _standard()),
    Style(paper.Style.LARGE, _large(), step_axis=15 * MM, clock_axis=40 * MM, verb_axis=54 * MM, theme_axis=25 * MM,
          wall_axis=47 * MM, figure=62 * MM, bar=11 * MM, row=14 * MM, least_row=12 * MM, circle=15.4 * MM,
          paragraph=9.0, page_at_head=True, narrow=True),
    Style(paper.Style.EASYREAD, _easyread(), paragraph=9.0, narrow=True),
    Style(paper.Style.SPACED, _spaced(), theme_axis=22 * MM, paragraph=9.0, narrow=True),
)


def style(name: paper.Style | str, joined: bool = False) -> Style:
    """The style of that name; for writing that is joined, letters keep together. Raises KeyError where there is none.
    """
    for known in STYLES:
        if known.name == name:
            return _joined(known) if joined else known
    raise KeyError(name)


def _joined(known: Style) -> Style:
    types = known.types
    if not any(use.letter for use in types.values()):
        return known
    return replace(known, types={key: replace(use, letter=0.0) for key, use in types.items()})
