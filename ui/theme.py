"""Theme: design tokens become colours, fonts, a palette and style sheets; nothing else in the face names a colour."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from string import Template
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.facefit import FITTED, fitted
from ui.spare import spare

OUR_FACE = ("AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf")
FROM_RIGHT_FACES = {"ar": ("NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf")}
"""The faces beside ours that a language cannot be shown without."""
FAMILIES = (
    "Atkinson Hyperlegible",
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Symbols",
    "Noto Sans Symbols 2",
)

Token = Literal[
    "ground", "sheet", "well", "line", "edge", "ink", "ink_soft", "cover", "cover_deep", "cover_ink", "cover_soft",
    "action", "action_deep", "action_ink", "action_tint", "seat", "look", "look_ink", "look_tint", "danger",
    "danger_ink", "danger_tint", "focus", "card", "card_ink", "paper",
]  # fmt: skip
Role = Literal["small", "label", "body", "strong", "lead", "call", "h3", "h2", "h1", "figure"]
ThemeName = Literal["light", "dark", "contrast"]
Dress = Literal["typed", "list", "scroll", "bar", "tip"]


class Tokens(NamedTuple):
    """Every colour the app may use, named by what it is for."""

    name: ThemeName
    ground: str  # the desk the sheets lie on
    sheet: str  # a sheet of paper: lists, forms, the plan
    well: str  # pressed into the ground: tracks, quiet fills
    line: str  # hairlines; decoration only
    edge: str  # borders a person must see
    ink: str
    ink_soft: str  # second words
    cover: str  # the cloth cover: sidebar, unlock
    cover_deep: str  # pressed into the cover
    cover_ink: str
    cover_soft: str
    action: str  # only what can be pressed
    action_deep: str  # the same, under the pointer or pressed
    action_ink: str  # words on it
    action_tint: str  # selected
    seat: str  # chairs, bars, marks: drawn, never pressed
    look: str  # marigold: look here
    look_ink: str  # words of that meaning
    look_tint: str
    danger: str  # only for danger, and for a name that would be kept
    danger_ink: str
    danger_tint: str
    focus: str  # keyboard ring
    card: str  # the emergency card, in the cover's pocket
    card_ink: str
    paper: str  # a previewed page: white, or dimmed at night
    hair: float = 1.0  # hairline weight in px


LIGHT = Tokens(
    "light", ground="#F5EEE0", sheet="#FFFCF5", well="#EAE0CD", line="#DDD0B9", edge="#85755E", ink="#2A241E",
    ink_soft="#5A4E41", cover="#173F3F", cover_deep="#0E2F2F", cover_ink="#F6EEDF", cover_soft="#B8D0C9",
    action="#0E5E5A", action_deep="#094643", action_ink="#FFFCF5", action_tint="#D9E9E1", seat="#3F7A73",
    look="#E8A321", look_ink="#704700", look_tint="#FBEBC6", danger="#A32A22", danger_ink="#FFFCF5",
    danger_tint="#F9E2DA", focus="#B06400", card="#FFFCF5", card_ink="#8E2019", paper="#FFFFFF",
)  # fmt: skip
DARK = Tokens(
    "dark", ground="#25201B", sheet="#302A24", well="#1B1713", line="#4A4238", edge="#A09380", ink="#F3EADB",
    ink_soft="#C8BCAB", cover="#163837", cover_deep="#0E2827", cover_ink="#F2EADD", cover_soft="#A8C4BD",
    action="#7CCBBE", action_deep="#A6E2D8", action_ink="#06302D", action_tint="#1E3F3B", seat="#68A99E",
    look="#F2B84B", look_ink="#F6C96F", look_tint="#463820", danger="#FF9B8B", danger_ink="#3B0B06",
    danger_tint="#4A2620", focus="#F2B84B", card="#EADFCB", card_ink="#8A1F18", paper="#EFE8DC",
)  # fmt: skip
CONTRAST = Tokens(
    "contrast", ground="#000000", sheet="#000000", well="#1F1F1F", line="#8C8C8C", edge="#FFFFFF", ink="#FFFFFF",
    ink_soft="#F0F0F0", cover="#000000", cover_deep="#1F1F1F", cover_ink="#FFFFFF", cover_soft="#FFFFFF",
    action="#7DF0E4", action_deep="#C2FFF8", action_ink="#000000", action_tint="#00302C", seat="#7DF0E4",
    look="#FFD43D", look_ink="#FFD43D", look_tint="#2E2500", danger="#FFA79B", danger_ink="#000000",
    danger_tint="#3A0A04", focus="#FFD43D", card="#000000", card_ink="#FFA79B", paper="#FFFFFF", hair=2.0,
)  # fmt: skip
THEMES: tuple[Tokens, ...] = (LIGHT, DARK, CONTRAST)

# (words or mark, what it lies on, least contrast): measured in every theme
PAIRS: tuple[tuple[Token, Token, float], ...] = (
    ("ink", "ground", 9.5), ("ink", "sheet", 9.5), ("ink", "well", 9.5), ("ink", "action_tint", 9.5),
    ("ink", "look_tint", 9.5), ("ink", "danger_tint", 9.5),
    ("ink_soft", "ground", 6.0), ("ink_soft", "sheet", 6.0), ("ink_soft", "well", 6.0),
    ("ink_soft", "action_tint", 6.0), ("ink_soft", "look_tint", 6.0), ("ink_soft", "danger_tint", 6.0),
    ("cover_ink", "cover", 10.0), ("cover_ink", "cover_deep", 10.0), ("cover_soft", "cover", 6.8),
    ("cover_soft", "cover_deep", 6.8),
    ("action", "ground", 6.0), ("action", "sheet", 6.0), ("action", "action_tint", 6.0),
    ("action_ink", "action", 7.4), ("action_ink", "action_deep", 7.4), ("action_ink", "seat", 4.8),
    ("look_ink", "ground", 6.8), ("look_ink", "sheet", 6.8), ("look_ink", "look_tint", 6.8),
    ("danger", "ground", 5.8), ("danger", "sheet", 5.8), ("danger", "danger_tint", 5.8), ("danger_ink", "danger", 5.8),
    ("card_ink", "card", 6.9),
    ("edge", "ground", 3.8), ("edge", "sheet", 3.8), ("seat", "ground", 3.7), ("seat", "sheet", 3.7),
    ("seat", "well", 3.7), ("seat", "action_tint", 3.7), ("focus", "ground", 3.89), ("focus", "sheet", 3.9),
    ("look", "cover", 3.9),
)  # fmt: skip


class TypeRole(NamedTuple):
    """How one role of words is set: size in design px, weight, and line height as a share of the size."""

    px: int
    bold: bool
    line: float


TYPE: dict[Role, TypeRole] = {
    "small": TypeRole(15, False, 1.4),
    "label": TypeRole(15, True, 1.4),
    "body": TypeRole(16, False, 1.45),
    "strong": TypeRole(16, True, 1.45),
    "lead": TypeRole(18, False, 1.5),
    "call": TypeRole(18, True, 1.3),  # words on a big button
    "h3": TypeRole(19, True, 1.3),
    "h2": TypeRole(24, True, 1.25),
    "h1": TypeRole(34, True, 1.15),
    "figure": TypeRole(40, True, 1.0),
}
TARGET = 44  # height of what can be pressed, design px
RADIUS = 8
KEPT_WIDTHS = 2_000
FACE_LINE = 1.24  # the face's own line height, which Qt counts percentages in


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two opaque #rrggbb colours as WCAG 2 defines it, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Theme(QObject):
    """Tokens at a zoom, handed to every widget: pixels, fonts, colours and icons come from here.

    `changed` fires after a switch; widgets `follow` it to take their measures again.
    """

    changed = Signal()

    def __init__(self, tokens: Tokens = LIGHT, zoom: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens, self._zoom = tokens, zoom
        self._fonts: dict[tuple[Role, bool, float | None], QFont] = {}
        self._metrics: dict[tuple[Role, bool, float | None], QFontMetricsF] = {}
        self._widths: dict[tuple[str, Role, bool], int] = {}
        self._sheets: dict[Dress, str] = {}
        self._inks: dict[Token, QPalette] = {}

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def zoom(self) -> float:
        """How large everything is drawn, 0.8 to 2.0."""
        return self._zoom

    @property
    def hair(self) -> float:
        """Weight of hairlines and borders in px; it grows with the zoom."""
        return max(self._tokens.hair, float(self.px(1)))

    def follow(self, measure: Callable[[], None]) -> None:
        """Take measures now and after every switch; `measure` is a method of the QObject it measures.

        Where there are many of a kind let it be a `Slot`: for any other method the binding makes each object a type.
        """
        self.changed.connect(measure)
        spare(measure.__self__)  # type: ignore[attr-defined]  # nearly every widget and layout comes by here
        measure()

    def dress(self, widget: QWidget, dress: Dress) -> None:
        """Give one of Qt's own widgets, and what is in it, the look that the palette cannot.

        A style sheet for the whole app would do it too: then Qt keeps 7 KB for each widget there is, be it named in the
        sheet or not, and looks each up anew at every step on its way into a window.
        """
        _Dressed(self, widget, dress)

    def dress_tip(self, widget: QWidget) -> None:
        """Give the tip of a widget its look, once a pointer comes over it: Qt takes it from there."""
        if not widget.styleSheet():
            self.dress(widget, "tip")

    def use(self, app: QApplication, tokens: Tokens | None = None, zoom: float | None = None) -> None:
        """Switch colours, zoom or both, at once and everywhere."""
        self._tokens, self._zoom = tokens or self._tokens, zoom or self._zoom
        self._fonts.clear()
        self._metrics.clear()
        self._widths.clear()
        self._sheets.clear()
        self._inks.clear()
        self.apply(app)
        self.changed.emit()

    def px(self, design: float) -> int:
        """Design pixels to device-independent pixels at this zoom; something never becomes nothing."""
        return max(1, round(design * self._zoom)) if design > 0 else 0

    def colour(self, token: Token, alpha: float = 1.0) -> QColor:
        """A token as a colour, alpha 0 to 1."""
        colour = QColor(getattr(self._tokens, token))
        if alpha < 1:
            colour.setAlphaF(alpha)
        return colour

    def font(self, role: Role = "body", tabular: bool = False, size: float | None = None) -> QFont:
        """A role's font; `tabular` makes figures of one width; `size` in design px overrides the role's."""
        key = (role, tabular, size)
        font = self._fonts.get(key)
        if font is None:
            font = QFont(list(FAMILIES))
            font.setPixelSize(self.px(size or TYPE[role].px))
            font.setBold(TYPE[role].bold)
            if tabular:
                font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[key] = font
        return QFont(font)

    def metrics(self, role: Role = "body", tabular: bool = False, size: float | None = None) -> QFontMetricsF:
        """How wide and high words of a role are."""
        key = (role, tabular, size)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(role, tabular, size))
        return self._metrics[key]

    def width(self, words: str, role: Role = "body", tabular: bool = False) -> int:
        """Width in px of words on one line; the same few words are asked for many times while a page is laid out."""
        key = (words, role, tabular)
        if key not in self._widths:
            if len(self._widths) >= KEPT_WIDTHS:
                self._widths.clear()
            self._widths[key] = int(self.metrics(role, tabular).horizontalAdvance(words)) + 1
        return self._widths[key]

    def rich(self, markup: str, role: Role = "body") -> str:
        """Rich text at the role's line height; the caller escapes what a person typed."""
        return f'<p style="line-height:{round(TYPE[role].line / FACE_LINE * 100)}%; margin:0">{markup}</p>'

    def palette(self) -> QPalette:
        """What Fusion uses wherever no style sheet says otherwise."""
        palette = QPalette()
        for role, token in _PALETTE:
            palette.setColor(role, self.colour(token))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("ink_soft"))
        return palette

    def ink(self, token: Token) -> QPalette:
        """A palette for words of one colour, also where they are off; all else of it comes from around them."""
        if token not in self._inks:
            ink = self._inks[token] = QPalette()
            for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):  # the second for words with markup
                ink.setColor(role, self.colour(token))
        return self._inks[token]

    def stylesheet(self, dress: Dress) -> str:
        """A sheet: leaf classes and properties only; `$token` is a colour, `@12` twelve design pixels."""
        if dress not in self._sheets:
            self._sheets[dress] = self._filled(_SHEETS[dress])
        return self._sheets[dress]

    def _filled(self, sheet: str) -> str:
        weight = round(self.hair)
        strong = max(self.px(2), weight + 1)  # what has the focus; the padding gives way, so that words do not move
        sizes = {
            "weight": f"{weight}px",
            "strong": f"{strong}px",
            "pad": f"{self.px(14)}px",
            "pad_strong": f"{self.px(14) - strong + weight}px",
            "area": f"{self.px(10)}px",
            "area_strong": f"{self.px(10) - strong + weight}px",
            "high": f"{self.px(48) - 2 * weight}px",
            "high_strong": f"{self.px(48) - 2 * strong}px",
            "big": f"{self.px(54) - 2 * weight}px",
            "big_strong": f"{self.px(54) - 2 * strong}px",
        }
        text = Template(sheet).substitute(self._tokens._asdict() | sizes)
        return re.sub(r"@([\d.]+)", lambda found: f"{self.px(float(found[1]))}px", text)

    def apply(self, app: QApplication) -> None:
        """Scheme, style, palette, font, in this order: each later one leans on the earlier."""
        scheme = Qt.ColorScheme.Light if self._tokens.name == "light" else Qt.ColorScheme.Dark
        app.styleHints().setColorScheme(scheme)
        if not app.property("fusion"):  # the app asks for it by its arguments, which needs no class of Qt's styles
            from PySide6.QtWidgets import QStyleFactory

            app.setStyle(QStyleFactory.create("Fusion"))
            app.setProperty("fusion", True)
        app.setPalette(self.palette())
        app.setFont(self.font())


class _Dressed(QObject):
    """Keeps the style sheet of a widget to the theme in force, for as long as the widget lives."""

    def __init__(self, theme: Theme, widget: QWidget, dress: Dress) -> None:
        super().__init__(widget)
        self._theme, self._widget, self._dress = theme, widget, dress
        theme.follow(self._put)

    def _put(self) -> None:
        self._widget.setStyleSheet(self._theme.stylesheet(self._dress))


def load_fonts(folder: Path, files: Sequence[str] = (), but: Sequence[str] = ()) -> tuple[str, ...]:
    """Register faces once the application exists: those of `files`, else all in the folder `but` some.

    Returns the families found.
    """
    families: dict[str, None] = {}
    for file in files or sorted(found.name for found in folder.glob("*.ttf") if found.name not in but):
        fit = FITTED.get(file)
        known = (QFontDatabase.addApplicationFontFromData(fitted((folder / file).read_bytes(), *fit)) if fit
                 else QFontDatabase.addApplicationFont(str(folder / file)))
        families.update(dict.fromkeys(QFontDatabase.applicationFontFamilies(known)))
    return tuple(families)


_PALETTE: tuple[tuple[QPalette.ColorRole, Token], ...] = (
    (QPalette.ColorRole.Window, "ground"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "sheet"),
    (QPalette.ColorRole.AlternateBase, "ground"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.Button, "sheet"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.ToolTipBase, "ink"),
    (QPalette.ColorRole.ToolTipText, "sheet"),
    (QPalette.ColorRole.Highlight, "action"),
    (QPalette.ColorRole.HighlightedText, "action_ink"),
    (QPalette.ColorRole.Link, "action"),
    (QPalette.ColorRole.LinkVisited, "action"),
    (QPalette.ColorRole.PlaceholderText, "ink_soft"),
    (QPalette.ColorRole.Accent, "action"),
    (QPalette.ColorRole.BrightText, "danger"),
    (QPalette.ColorRole.Light, "sheet"),
    (QPalette.ColorRole.Midlight, "well"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "edge"),
    (QPalette.ColorRole.Shadow, "ink"),
)

_SCROLL = """
QScrollBar:vertical { background: transparent; width: @12; margin: @2; }
QScrollBar::handle:vertical { background: $edge; border-radius: @4; min-height: @48; }
QScrollBar:horizontal { background: transparent; height: @12; margin: @2; }
QScrollBar::handle:horizontal { background: $edge; border-radius: @4; min-width: @48; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent;
  border: 0; width: 0; height: 0; }
"""
_TYPED = """
QLineEdit, QPlainTextEdit { background: $sheet; color: $ink; border: $weight solid $edge; border-radius: @8;
  font-size: @16; selection-background-color: $action; selection-color: $action_ink; }
QLineEdit { min-height: $high; padding: 0 $pad; placeholder-text-color: $ink_soft; }
QPlainTextEdit { padding: $area; placeholder-text-color: $ink_soft; }
QLineEdit[big="true"] { min-height: $big; font-size: @18; }
QLineEdit:focus, QLineEdit[wrong="true"] { border: $strong solid $action; padding: 0 $pad_strong;
  min-height: $high_strong; }
QLineEdit[big="true"]:focus, QLineEdit[big="true"][wrong="true"] { min-height: $big_strong; }
QPlainTextEdit:focus, QPlainTextEdit[wrong="true"] { border: $strong solid $action; padding: $area_strong; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: $danger; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: transparent; color: $ink_soft; border: $weight dashed $edge; }
QTextEdit { background: transparent; border: 0; color: $ink; selection-background-color: $action;
  selection-color: $action_ink; }

QMenu { background: $sheet; color: $ink; border: @2 solid $edge; border-radius: @8; padding: @8 0; font-size: @16; }
QMenu::item { padding: @12 @28 @12 @20; }
QMenu::item:selected { background: $action_tint; color: $ink; }
QMenu::item:disabled { color: $ink_soft; }
QMenu::separator { height: @1; background: $line; margin: @8 0; }
QMenu::icon { padding-left: @16; }
"""
_LIST = """
QListView, QTreeView, QTableView { background: $sheet; alternate-background-color: $ground; color: $ink;
  border: @1 solid $line; border-radius: @8; gridline-color: $line; outline: 0;
  selection-background-color: $action_tint; selection-color: $ink; }
QListView[rows="true"], QTableView[cells="true"] { background: transparent; border: 0; }
QListView::item, QTreeView::item, QTableView::item { min-height: @44; padding: 0 @12; border: 0; }
QHeaderView { background: $sheet; }
QHeaderView::section { background: $sheet; color: $ink_soft; border: 0; border-bottom: @1 solid $line;
  padding: @8 @12; font-size: @15; font-weight: 700; }
"""
_BAR = """
QProgressBar { background: $well; border: 0; border-radius: @4; max-height: @8; min-height: @8; }
QProgressBar::chunk { background: $seat; border-radius: @4; }
"""
# Qt counts the padding of a tip twice
_TIP = "QToolTip { background: $ink; color: $sheet; border: 0; padding: @4 @6; font-size: @15; }"
_SHEETS: dict[Dress, str] = {
    "typed": _TYPED + _SCROLL, "list": _LIST + _SCROLL, "scroll": _SCROLL, "bar": _BAR, "tip": _TIP,
}  # fmt: skip
