"""The theme: every pair of colours measured, fonts there, live switching, and nothing lost on the way."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

import ui
from facilitator.paths import resources
from tests.ui.audit import settle
from ui.icons import ICONS, MIRRORED, icon_paths
from ui.theme import CONTRAST, DARK, FAMILIES, LIGHT, PAIRS, THEMES, TYPE, Dress, Theme, Tokens, contrast
from ui.widgets import Button, Label, Paragraph, TextField, box, down
from ui.widgets.gallery import parts

LOOK = """
ground F5EEE0 25201B 000000 | sheet FFFCF5 302A24 000000 | well EAE0CD 1B1713 1F1F1F | line DDD0B9 4A4238 8C8C8C
edge 85755E A09380 FFFFFF | ink 2A241E F3EADB FFFFFF | ink_soft 5A4E41 C8BCAB F0F0F0 | cover 173F3F 163837 000000
cover_deep 0E2F2F 0E2827 1F1F1F | cover_ink F6EEDF F2EADD FFFFFF | cover_soft B8D0C9 A8C4BD FFFFFF
action 0E5E5A 7CCBBE 7DF0E4 | action_deep 094643 A6E2D8 C2FFF8 | action_ink FFFCF5 06302D 000000
action_tint D9E9E1 1E3F3B 00302C | seat 3F7A73 68A99E 7DF0E4 | look E8A321 F2B84B FFD43D
look_ink 704700 F6C96F FFD43D | look_tint FBEBC6 463820 2E2500 | danger A32A22 FF9B8B FFA79B
danger_ink FFFCF5 3B0B06 000000 | danger_tint F9E2DA 4A2620 3A0A04 | focus B06400 F2B84B FFD43D
card FFFCF5 EADFCB 000000 | card_ink 8E2019 8A1F18 FFA79B | paper FFFFFF EFE8DC FFFFFF
"""


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_every_pair_is_readable(tokens: Tokens) -> None:
    """Words and marks keep their contrast on everything they lie on, in every theme."""
    poor = [
        f"{over} on {under}: {ratio:.2f} < {least}"
        for over, under, least in PAIRS
        if (ratio := contrast(getattr(tokens, over), getattr(tokens, under))) < least
    ]
    assert poor == []


def test_colours_are_those_of_the_design() -> None:
    """The tokens are the measured ones, to the digit."""
    table = re.findall(r"(\w+) ([0-9A-F]{6}) ([0-9A-F]{6}) ([0-9A-F]{6})", LOOK)
    assert len(table) == 26
    for name, *values in table:
        assert [getattr(tokens, name) for tokens in (LIGHT, DARK, CONTRAST)] == [f"#{value}" for value in values]


def test_contrast_as_wcag_measures_it() -> None:
    """Black on white is 21, a colour on itself 1, and a known grey 4.54."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#3F7A73", "#3F7A73") == 1
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_no_colour_outside_the_theme() -> None:
    """Nothing in the face names a colour but the theme, and the room, which is always dark."""
    root = Path(ui.__file__).parent
    palettes = {root / "theme.py", root / "room" / "colours.py"}
    named = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b|QColor\(\s*\"")
    guilty = [
        str(file.relative_to(root))
        for file in root.rglob("*.py")
        if file not in palettes and named.search(file.read_text("utf-8"))
    ]
    assert guilty == []


def test_bundled_faces_are_found(fonts: tuple[str, ...]) -> None:
    """Every family the theme asks for is in the folder of fonts."""
    assert set(FAMILIES) <= set(fonts)
    assert (resources() / "fonts").is_dir()


def test_words_are_never_small(theme: Theme) -> None:
    """No role is set under 15 px at 100 %, and all grow with the zoom."""
    assert min(kind.px for kind in TYPE.values()) == 15
    double = Theme(LIGHT, 2.0)
    for role, kind in TYPE.items():
        assert theme.font(role).pixelSize() == kind.px
        assert double.font(role).pixelSize() == 2 * kind.px


def test_figures_stand_in_columns(theme: Theme) -> None:
    """Tabular figures are all of one width; the font a caller gets is its own."""
    metrics = theme.metrics("body", tabular=True)
    assert len({round(metrics.horizontalAdvance(figure), 2) for figure in "0123456789"}) == 1
    theme.font("body").setPixelSize(99)
    assert theme.font("body").pixelSize() == 16


def test_switch_is_live(qapp: QApplication, theme: Theme) -> None:
    """Zoom and colours change in a window that stands, without building it again."""
    button, label, edit = Button(theme, "Start"), Label(theme, "Tonight", "h1"), QLineEdit()
    theme.dress(edit, "typed")
    window = box(down(theme, button, label, edit, gap=8, margins=(16, 16, 16, 16)))
    window.show()
    before = (button.sizeHint().height(), label.sizeHint().height())
    theme.use(qapp, tokens=DARK, zoom=2.0)
    qapp.processEvents()
    assert (button.sizeHint().height(), label.fontInfo().pixelSize()) == (88, 68)
    assert before[0] == 44
    assert label.palette().windowText().color().name().upper() == DARK.ink
    assert window.layout().contentsMargins().left() == 32
    assert edit.height() >= 96 - 4
    window.close()


def test_every_token_of_the_sheet_is_known(tokens: Tokens) -> None:
    """The sheets are filled in whole: no placeholder is left over."""
    for dress in get_args(Dress):
        sheet = Theme(tokens, 1.25).stylesheet(dress)
        assert "{" in sheet and not re.search(r"[$@]\w", sheet)


def test_only_what_is_named_is_dressed(qapp: QApplication, theme: Theme) -> None:
    """A style sheet over everything costs 7 KB a widget: there is none."""
    assert not qapp.styleSheet()
    field = TextField(theme, "Name")
    assert field.edit.styleSheet() == theme.stylesheet("typed")
    theme.use(qapp, tokens=DARK)
    assert DARK.sheet in field.edit.styleSheet()
    assert not field.styleSheet()


def test_a_tip_is_dressed_once_the_pointer_is_there(theme: Theme) -> None:
    button = Button(theme, "Save", tip="Keep it")
    assert not button.styleSheet()
    QApplication.sendEvent(button, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert button.styleSheet() == theme.stylesheet("tip")


def test_words_keep_their_colour_where_they_are_off(theme: Theme) -> None:
    label = Label(theme, "Words", tone="look")
    label.setEnabled(False)
    assert label.palette().windowText().color().name().upper() == theme.tokens.look_ink
    label.set_tone("danger")
    assert label.palette().windowText().color().name().upper() == theme.tokens.danger


def test_widgets_leave_no_listener_behind(qapp: QApplication, theme: Theme) -> None:
    """A widget that is gone is not told of a switch any more."""
    signal = "2changed()"
    before = theme.receivers(signal)
    rows = [Label(theme, str(n)) for n in range(50)]
    assert theme.receivers(signal) == before + 50
    for row in rows:
        row.deleteLater()
    rows.clear()
    settle()
    assert theme.receivers(signal) == before
    page = parts(theme)
    assert theme.receivers(signal) > before + 50
    page.deleteLater()
    del page
    settle()
    assert theme.receivers(signal) == before


@pytest.mark.parametrize("name", sorted(set(ICONS) - {"blank"}))
def test_icon_is_drawn_within_its_square(name: str) -> None:
    """Every icon has strokes, inside the 24-unit grid with room for their weight."""
    stroke, solid = icon_paths(name)
    both = stroke.boundingRect().united(solid.boundingRect())
    assert not both.isEmpty() or name in ("minus",)
    assert both.left() >= 1 and both.top() >= 1 and both.right() <= 23 and both.bottom() <= 23


def test_only_known_icons_mirror() -> None:
    """What turns round for right-to-left reading is an icon there is; clock, tick and moon keep still."""
    assert set(ICONS) >= MIRRORED
    assert MIRRORED.isdisjoint({"clock", "check", "tonight"})


def test_paragraph_escapes_what_was_typed(theme: Theme) -> None:
    """Typed words are words, whatever they look like."""
    words = Paragraph(theme, "<b>Joan</b> & Dev\nsecond line")
    assert words.words == "<b>Joan</b> & Dev\nsecond line"
    assert "&lt;b&gt;" in QLabel.text(words)
    assert Label(theme, "<b>x</b>").textFormat().name == "PlainText"
