"""Icons: strokes on a 24-unit grid, painted afresh at every size, so that no bitmap is ever stretched."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication

# M L C Q Z as in SVG, absolute; O cx cy r circle; D cx cy r filled dot; R x y w h r rounded box
ICONS: dict[str, str] = {
    # the places
    "tonight": "M20 14.6 C18.8 15.3 17.4 15.6 16 15.6 C11.7 15.6 8.6 12.4 8.6 8.2 C8.6 6.8 8.9 5.3 9.6 4 "
    "C6.2 5.2 3.9 8.4 3.9 12 C3.9 16.6 7.6 20.2 12.1 20.2 C15.7 20.2 18.8 18 20 14.6 Z",
    "groups": "O 12 5 2.1 O 18.4 9.2 2.1 O 16.2 16.8 2.1 O 7.8 16.8 2.1 O 5.6 9.2 2.1",
    "plans": "M9.5 6 L20 6 M9.5 12 L16 12 M9.5 18 L18.5 18 D 4.8 6 1.5 D 4.8 12 1.5 D 4.8 18 1.5",
    "library": "R 3.5 4 4.2 16 1 R 7.7 4 4.2 16 1 M14.6 5 L18 4.2 L21 18.8 L17.6 19.7 Z",
    "print": "M7 8.5 L7 3.8 L17 3.8 L17 8.5 M7 16.5 L5.5 16.5 C4.2 16.5 3.5 15.8 3.5 14.5 L3.5 10.5 "
    "C3.5 9.2 4.2 8.5 5.5 8.5 L18.5 8.5 C19.8 8.5 20.5 9.2 20.5 10.5 L20.5 14.5 C20.5 15.8 19.8 16.5 18.5 16.5 "
    "L17 16.5 M7 13.5 L17 13.5 L17 20.2 L7 20.2 Z",
    "numbers": "M4 20 L20 20 M6.5 16.5 L6.5 12.5 M12 16.5 L12 4.5 M17.5 16.5 L17.5 8.5",
    "safe": "M12 3.4 L19 5.8 L19 11.5 C19 15.8 16.2 18.8 12 20.6 C7.8 18.8 5 15.8 5 11.5 L5 5.8 Z "
    "M9 11.8 L11.3 14.1 L15.2 9.6",
    "settings": "M4 7 L11.5 7 M16.5 7 L20 7 O 14 7 2.4 M4 17 L7.5 17 M12.5 17 L20 17 O 10 17 2.4",
    # the cover
    "emergency": "R 3 4.5 18 15 2.4 M12 8.4 L12 15.6 M8.4 12 L15.6 12",
    "hide": "M3.6 4.6 L20.4 4.6 M5.6 4.6 C5.6 11 5.3 15.4 4.4 19.4 M18.4 4.6 C18.4 11 18.7 15.4 19.6 19.4 "
    "M12 4.6 L12 19.4 M8.8 4.6 C8.8 11 8.6 15 8 19.4 M15.2 4.6 C15.2 11 15.4 15 16 19.4",
    "lock": "R 5 10.5 14 9.7 2 M8.2 10.5 L8.2 7.8 C8.2 5.5 9.8 3.8 12 3.8 C14.2 3.8 15.8 5.5 15.8 7.8 L15.8 10.5 "
    "D 12 15.3 1.3",
    "search": "O 10.8 10.8 6.3 M15.5 15.5 L20.2 20.2",
    # small moves
    "check": "M5 12.6 L9.8 17.2 L19 7",
    "plus": "M12 5 L12 19 M5 12 L19 12",
    "minus": "M5 12 L19 12",
    "close": "M6 6 L18 18 M18 6 L6 18",
    "more": "D 5.5 12 1.7 D 12 12 1.7 D 18.5 12 1.7",
    "down": "M6 9.5 L12 15.5 L18 9.5",
    "up": "M6 14.5 L12 8.5 L18 14.5",
    "right": "M9.5 6 L15.5 12 L9.5 18",
    "left": "M14.5 6 L8.5 12 L14.5 18",
    "forward": "M4 12 L19 12 M13.5 6.5 L19 12 L13.5 17.5",
    "undo": "M5 9 L14.2 9 C17.2 9 19.6 11.2 19.6 14.2 C19.6 17.2 17.2 19.4 14.2 19.4 L9 19.4 M9.2 4.8 L5 9 L9.2 13.2",
    "again": "M18.6 7.6 C17 5.4 14.6 4.2 12 4.2 C7.7 4.2 4.2 7.7 4.2 12 C4.2 16.3 7.7 19.8 12 19.8 "
    "C15.8 19.8 18.9 17.2 19.6 13.6 M18.9 3.6 L18.9 8 L14.5 8",
    "grip": "D 9 6 1.4 D 15 6 1.4 D 9 12 1.4 D 15 12 1.4 D 9 18 1.4 D 15 18 1.4",
    "play": "M8 5.2 L18.8 12 L8 18.8 Z",
    "pencil": "M5 19 L5.8 15.2 L15.8 5.2 L18.8 8.2 L8.8 18.2 Z M13.6 7.4 L16.6 10.4",
    "bin": "M4.6 6.8 L19.4 6.8 M9.2 6.8 L9.2 4.2 L14.8 4.2 L14.8 6.8 M6.4 6.8 L7.4 20 L16.6 20 L17.6 6.8 "
    "M10.3 10.6 L10.5 16.4 M13.7 10.6 L13.5 16.4",
    "copy": "R 8.4 8.4 11.6 11.6 2 M15.6 8.4 L15.6 6 C15.6 4.9 14.7 4 13.6 4 L6 4 C4.9 4 4 4.9 4 6 L4 13.6 "
    "C4 14.7 4.9 15.6 6 15.6 L8.4 15.6",
    "blank": "",  # keeps the room of an icon in a list
    # things of the hall
    "clock": "O 12 12 8.4 M12 7.3 L12 12 L15.2 14.2",
    "calendar": "R 4 5.5 16 14.6 2 M4 10.2 L20 10.2 M8.4 3.4 L8.4 7.2 M15.6 3.4 L15.6 7.2",
    "place": "M12 21 C8 16.6 5.4 13.3 5.4 10 C5.4 6.3 8.3 3.6 12 3.6 C15.7 3.6 18.6 6.3 18.6 10 "
    "C18.6 13.3 16 16.6 12 21 Z O 12 10 2.4",
    "chair": "M7 3.8 L7 20.2 M7 13 L16.8 13 L16.8 20.2",
    "door": "M6.5 20.2 L6.5 4 L17.5 4 L17.5 20.2 M3.6 20.2 L20.4 20.2 D 14.2 12.4 1.3",
    "key": "O 8 15.6 4 M11 12.8 L19.4 4.4 M16 7.8 L18.8 10.6",
    "phone": "M7.6 3.8 L10 8.6 L8 10.4 C9.2 13 11 14.8 13.6 16 L15.4 14 L20.2 16.4 C20.2 18.6 18.6 20.2 16.4 20.2 "
    "C9.4 20.2 3.8 14.6 3.8 7.6 C3.8 5.4 5.4 3.8 7.6 3.8 Z",
    "message": "M6 4.6 L18 4.6 C19.6 4.6 20.6 5.6 20.6 7.2 L20.6 13 C20.6 14.6 19.6 15.6 18 15.6 L11.4 15.6 L6.8 19.6 "
    "L6.8 15.6 L6 15.6 C4.4 15.6 3.4 14.6 3.4 13 L3.4 7.2 C3.4 5.6 4.4 4.6 6 4.6 Z M8 9 L16 9 M8 12 L13 12",
    "web": "O 12 12 8.4 M3.6 12 L20.4 12 M12 3.6 C9.4 6 8.2 8.8 8.2 12 C8.2 15.2 9.4 18 12 20.4 M12 3.6 "
    "C14.6 6 15.8 8.8 15.8 12 C15.8 15.2 14.6 18 12 20.4",
    "star": "M12 3.8 L14.5 9.2 L20.4 9.9 L16 13.9 L17.2 19.8 L12 16.9 L6.8 19.8 L8 13.9 L3.6 9.9 L9.5 9.2 Z",
    "person": "O 12 8 3.8 M4.6 20 C5.6 16 8.4 14.4 12 14.4 C15.6 14.4 18.4 16 19.4 20",
    "pebble": "M4 13.6 C4 9.6 7.4 6.2 12.6 6.2 C17.2 6.2 20 9 20 12.6 C20 16.4 16.6 18.4 11.8 18.4 "
    "C7 18.4 4 16.8 4 13.6 Z M8.2 11.6 C9 10.2 10.4 9.4 12 9.3",
    "thread": "M5 7 C9 3.5 14 5 14 9 C14 13.5 6.5 12.5 6.5 16.5 C6.5 20 12 20.6 19 16.5 D 19 16.5 1.5",
    "speak": "M4 10 L4 14 L7.4 14 L11.8 17.8 L11.8 6.2 L7.4 10 Z M15.2 9 C16.8 10.7 16.8 13.3 15.2 15 "
    "M17.8 6.6 C20.8 9.6 20.8 14.4 17.8 17.4",
    "room": "R 3.4 4.6 17.2 12 2 M8.6 20.2 L15.4 20.2 M12 16.6 L12 20.2",
    "sun": "O 12 12 4 M12 3 L12 5 M12 19 L12 21 M3 12 L5 12 M19 12 L21 12 M5.6 5.6 L7 7 M17 17 L18.4 18.4 "
    "M18.4 5.6 L17 7 M7 17 L5.6 18.4",
    # papers and copies
    "paper": "M6 3.6 L13.8 3.6 L18.4 8.2 L18.4 20.4 L6 20.4 Z M13.8 3.6 L13.8 8.2 L18.4 8.2",
    "sheetout": "M12 3.6 L6 3.6 L6 20.4 L18.4 20.4 L18.4 13 M14 10 L20.4 3.6 M15.6 3.6 L20.4 3.6 L20.4 8.4",
    "book": "M12 6.4 C10 5 7.4 4.6 4 4.8 L4 18.4 C7.4 18.2 10 18.6 12 20 C14 18.6 16.6 18.2 20 18.4 L20 4.8 "
    "C16.6 4.6 14 5 12 6.4 Z M12 6.4 L12 20",
    "folder": "M3.8 18.6 L3.8 6 L9.6 6 L11.8 8.4 L20.2 8.4 L20.2 18.6 Z",
    "stick": "R 7.2 9.6 9.6 11 2 M9.2 9.6 L9.2 3.6 L14.8 3.6 L14.8 9.6 M10.9 6.4 L10.9 6.6 M13.1 6.4 L13.1 6.6",
    "bring": "M12 3.8 L12 14.2 M7.6 10 L12 14.4 L16.4 10 M4 14.6 L4 19.8 L20 19.8 L20 14.6",
    "carry": "M12 14.4 L12 4 M7.6 8.2 L12 3.8 L16.4 8.2 M4 14.6 L4 19.8 L20 19.8 L20 14.6",
    # words to the person
    "info": "O 12 12 8.4 M12 11.2 L12 16.4 D 12 7.8 1.2",
    "help": "O 12 12 8.4 M9.5 9.7 C9.7 8.2 10.7 7.4 12.1 7.4 C13.6 7.4 14.6 8.3 14.6 9.6 C14.6 11.4 12.2 11.6 12.2 "
    "13.4 D 12.2 16.5 1.1",
    "warning": "M12 4 L21 19.6 L3 19.6 Z M12 10 L12 14.4 D 12 17 1.1",
    "eye": "M2.8 12 C5.6 7.6 8.6 5.6 12 5.6 C15.4 5.6 18.4 7.6 21.2 12 C18.4 16.4 15.4 18.4 12 18.4 "
    "C8.6 18.4 5.6 16.4 2.8 12 Z O 12 12 2.9",
    "eyeshut": "M3 9.6 C5.8 13.2 8.6 14.8 12 14.8 C15.4 14.8 18.2 13.2 21 9.6 M12 14.8 L12 18.4 M6.6 13.2 L4.6 16.2 "
    "M17.4 13.2 L19.4 16.2",
}
# these point somewhere, so they turn round where the reading does; clock, tick and moon do not
MIRRORED = frozenset(
    ("plans", "library", "forward", "right", "left", "undo", "again", "speak", "sheetout", "chair", "pencil")
)
STROKE = 1.8
STROKE_CHOSEN = 2.0


@lru_cache(maxsize=256)
def icon_paths(name: str) -> tuple[QPainterPath, QPainterPath]:
    """An icon's strokes and its filled dots, on the 24-unit grid; KeyError for a name nobody drew."""
    stroke, solid = QPainterPath(), QPainterPath()
    for command, numbers in re.findall(r"([A-Z])([^A-Z]*)", ICONS[name]):
        n = [float(value) for value in numbers.split()]
        match command:
            case "M":
                stroke.moveTo(n[0], n[1])
            case "L":
                stroke.lineTo(n[0], n[1])
            case "C":
                stroke.cubicTo(*n)
            case "Q":
                stroke.quadTo(*n)
            case "Z":
                stroke.closeSubpath()
            case "R":
                stroke.addRoundedRect(QRectF(*n[:4]), n[4], n[4])
            case _:
                (solid if command == "D" else stroke).addEllipse(QPointF(n[0], n[1]), n[2], n[2])
    return stroke, solid


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor, weight: float = STROKE) -> None:
    """Paint an icon into a square; strokes scale with it."""
    stroke, solid = icon_paths(name)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 24, rect.height() / 24)
    if name in MIRRORED and QApplication.isRightToLeft():
        painter.translate(24, 0)
        painter.scale(-1, 1)
    painter.setPen(QPen(colour, weight, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(stroke)
    painter.fillPath(solid, colour)
    painter.restore()
