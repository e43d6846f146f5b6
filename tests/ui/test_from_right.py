"""Words written from the right, as they are painted: on the right side, in one order, with all their marks."""

from __future__ import annotations

import struct

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.paths import resources
from ui.facefit import FITTED, fitted
from ui.room.keys import Act, act_for
from ui.theme import Theme
from ui.widgets.field import AreaField
from ui.widgets.text import Label, draw_words

ROOM = QRectF(0, 40, 400, 20)


def painted(theme: Theme, words: str, direction: Qt.LayoutDirection) -> QImage:
    """Words set in a line of our own face."""
    image = QImage(400, 100, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    room = QRectF(ROOM.left(), ROOM.top(), ROOM.width(), theme.metrics("body").height())
    draw_words(painter, theme, room, words)
    painter.end()
    return image


def inked(image: QImage) -> QRectF:
    """What is painted on."""
    spots = [(x, y) for x in range(image.width()) for y in range(image.height())
             if image.pixelColor(x, y).value() < 160]
    across, down = [x for x, _ in spots], [y for _, y in spots]
    return QRectF(min(across), min(down), max(across) - min(across), max(down) - min(down))


def test_the_dots_under_a_letter_are_not_cut_off(theme: Theme) -> None:
    with_dots, without = (inked(painted(theme, word, Qt.LayoutDirection.RightToLeft)) for word in ("ي", "ى"))
    assert with_dots.bottom() >= without.bottom() + 2


def test_words_from_the_left_stand_on_the_right_and_end_with_their_full_stop(theme: Theme) -> None:
    whole = inked(painted(theme, "Lantern.", Qt.LayoutDirection.RightToLeft))
    assert whole.right() > 390
    image = painted(theme, "l........", Qt.LayoutDirection.RightToLeft)
    first = int(inked(image).left())
    high = [y for y in range(image.height()) if image.pixelColor(first, y).value() < 160]
    assert len(high) > 6  # the letter comes first, from the left


@pytest.mark.parametrize("file", FITTED)
def test_a_fitted_face_is_whole(file: str) -> None:
    face = (resources() / "fonts" / file).read_bytes()
    out = fitted(face, *FITTED[file])
    assert len(out) == len(face) and out != face
    padded = out + bytes(-len(out) % 4)
    assert sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF == 0xB1B0AFBA


def test_a_line_of_the_arabic_face_is_hardly_higher_than_ours(theme: Theme) -> None:
    ours, theirs = Label(theme, "circle"), Label(theme, "حلقة")
    assert theirs.sizeHint().height() <= ours.sizeHint().height() * 1.3


def test_a_label_says_what_it_was_given(theme: Theme) -> None:
    label = Label(theme, "Lantern حلقة")
    assert label.words == "Lantern حلقة"
    assert label.text() != label.words


def test_lines_that_are_typed_begin_at_the_right(theme: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    for direction, side in ((Qt.LayoutDirection.LeftToRight, 0.0), (Qt.LayoutDirection.RightToLeft, 1.0)):
        qapp.setLayoutDirection(direction)
        field = AreaField(theme, "Why", "حلقة" if side else "circle")
        qtbot.addWidget(field)
        field.resize(600, 200)
        field.show()
        edit = field.edit
        wide = edit.viewport().width()
        assert abs(edit.cursorRect().center().x() - side * wide) < wide / 3
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_onward_in_the_room_is_the_way_one_reads(qapp: QApplication) -> None:
    ways = {Qt.LayoutDirection.LeftToRight: Qt.Key.Key_Right, Qt.LayoutDirection.RightToLeft: Qt.Key.Key_Left}
    for direction, onward in ways.items():
        qapp.setLayoutDirection(direction)
        back = next(key for key in ways.values() if key is not onward)
        assert (act_for(onward), act_for(back)) == (Act.ON, Act.BACK)
        assert act_for(Qt.Key.Key_PageDown) is Act.ON
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
