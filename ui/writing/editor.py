"""The text under the name guard: words that may point to somebody are underlined, with what is proposed beneath."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from facilitator.nameguard.labels import label_start
from ui.safety import secret, take_back
from ui.theme import RADIUS, Theme, Token
from ui.writing.offsets import Offsets
from ui.writing.saying import short_words
from ui.writing.settling import Guard, Settling, Word

LINE = 41
"""Lines are so far apart, in design px, that a label stands beneath a word like a pencil mark."""
INCH = 0.0254
"""Metres."""
PAUSE_MS = 250
"""The guard reads so long after the last key, so that it never stands in the way of one."""
PATIENCE_MS = 1_500
"""And so long after the first of many."""
_KEPT = QTextFormat.Property.UserProperty + 1
_LEAST_LINES = 4


class Editor(QTextEdit):
    """Plain text, at least as high as its lines. `read` says that the guard has read it, `caret_moved` where one is.

    What was let stand is a mark in the text itself, so that undo takes it back like any other change.
    """

    read = Signal()
    caret_moved = Signal(QRect)
    changed = Signal()

    def __init__(self, theme: Theme, name: str, guard: Guard, headings: Sequence[str] = ()) -> None:
        super().__init__()
        self._theme = theme
        self.settling = Settling(guard, self._kept)
        self._here: Word | None = None
        self._offsets = Offsets("")
        self._putting = False
        self._measured_by = QImage()
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setProperty("flush", True)  # its words reach its ends: the keyboard ring leaves them air
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        theme.dress(self, "typed")
        self._headings = _Headings(self.document(), theme, headings)
        self._pause, self._patience = QTimer(self), QTimer(self)
        for timer, wait in ((self._pause, PAUSE_MS), (self._patience, PATIENCE_MS)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self.settle)
        self.textChanged.connect(self._typed)
        self.cursorPositionChanged.connect(self._caret)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        theme.follow(self._measure)
        self.put("")

    # ------------------------------------------------------------ the text
    @property
    def text(self) -> str:
        """What stands there."""
        return self.toPlainText()

    def put(self, text: str, kept: Sequence[tuple[int, int]] = ()) -> None:
        """Put a text in, with what was let stand in it, and have it read at once; nothing of before can be undone."""
        self._putting = True
        self.setUndoRedoEnabled(False)
        self.setCurrentCharFormat(QTextCharFormat())  # else all of it would stand as the word at the caret did
        self.setPlainText(text)
        self._space_lines()
        self._offsets = Offsets(text)
        for start, end in kept:
            self._mark(start, end)
        self._putting = False
        self.setUndoRedoEnabled(True)
        self.settling.begin(text)
        self.changed.emit()
        self.settle()

    def wipe(self) -> None:
        """Forget the text, its undo, and what of it lies on the clipboard."""
        take_back(QGuiApplication.clipboard())
        self._here = None
        self.put("")
        self.settling.forget()
        self.document().clearUndoRedoStacks()

    @property
    def kept(self) -> tuple[tuple[int, int], ...]:
        """The stretches that were let stand, in code points, as of the last reading."""
        return self.settling.kept

    # ------------------------------------------------------------ settling
    @property
    def words(self) -> tuple[Word, ...]:
        """What is to be settled."""
        return self.settling.words

    @property
    def here(self) -> Word | None:
        """The word in question."""
        return self._here

    def settle(self) -> None:
        """Have the guard read what was typed since."""
        self._pause.stop()
        self._patience.stop()
        self.settling.read()
        self._find_here()
        self.viewport().update()
        self.read.emit()

    def look_at(self, word: Word | None) -> None:
        """Bring a word into question, and into sight."""
        self._here = word
        if word is not None:
            cursor = self.textCursor()
            cursor.setPosition(self._offsets.units(word.flag.end))
            self.setTextCursor(cursor)
            self._tell_caret()
        self.viewport().update()

    def use(self, word: Word, label: str) -> None:
        """Write a label in a word's place: one step of undo."""
        self.settling.accepted(word)
        self._replace(((word, label),))

    def use_all(self, words: Sequence[Word]) -> None:
        """Write the labels of several words in their places: one step of undo together."""
        self.settling.accepted(words[0])
        self._replace(tuple((word, word.label) for word in words))

    def keep(self, word: Word) -> None:
        """Let a word stand as it is: one step of undo."""
        self._mark(word.flag.start, word.flag.end)
        self.settle()

    def type_over(self, word: Word) -> None:
        """Give the keyboard to the text, with the word chosen to be typed over."""
        self.choose(word.flag.start, word.flag.end)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def caret(self) -> int:
        """Where the caret is, in code points."""
        return self._offsets.points(self.textCursor().position())

    def go_to(self, place: int) -> None:
        """Put the caret at a place, in code points."""
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.units(place))
        self.setTextCursor(cursor)

    def choose(self, start: int, end: int) -> None:
        """Choose a stretch of the text, in code points, and bring it into sight."""
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.units(start))
        cursor.setPosition(self._offsets.units(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._tell_caret()

    def _replace(self, pairs: Sequence[tuple[Word, str]]) -> None:
        """From the end, so that places before it stay where they are."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        text = self.text
        for word, label in sorted(pairs, key=lambda pair: -pair[0].flag.start):
            cursor.setPosition(self._offsets.units(label_start(text, word.flag.start, label)))
            cursor.setPosition(self._offsets.units(word.flag.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(label, QTextCharFormat())
        cursor.endEditBlock()
        self.settle()

    def _mark(self, start: int, end: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._offsets.units(start))
        cursor.setPosition(self._offsets.units(end), QTextCursor.MoveMode.KeepAnchor)
        mark = QTextCharFormat()
        mark.setProperty(_KEPT, cursor.selectedText())
        cursor.mergeCharFormat(mark)

    def _kept(self, start: int, end: int) -> bool:
        """Whether the very words that stand there were let stand: a letter more, and they are asked about again."""
        cursor = QTextCursor(self.document())
        low, high = self._offsets.units(start), self._offsets.units(end)
        cursor.setPosition(low)
        cursor.setPosition(high, QTextCursor.MoveMode.KeepAnchor)
        words = cursor.selectedText()
        marks = [self._mark_at(cursor, place) for place in (low, low + 1, high, high + 1)]
        return marks[1] == marks[2] == words and words not in (marks[0], marks[3])

    def _mark_at(self, cursor: QTextCursor, place: int) -> object:
        """The mark of the letter before a place; none at either end of a line."""
        if place >= self.document().characterCount():
            return None
        cursor.setPosition(place)
        return None if cursor.atBlockStart() else cursor.charFormat().property(_KEPT)

    def _find_here(self) -> None:
        """The word in question, if it is still one."""
        here = self._here
        if here is not None:
            self._here = next((word for word in self.words if word.flag.start == here.flag.start), None)

    # ------------------------------------------------------------ typing
    def _typed(self) -> None:
        if self._putting:
            return
        text = self.toPlainText()
        if text != self.settling.text:
            self._offsets = Offsets(text)
            self.settling.typed(text)
            self._find_here()
            self.changed.emit()
        elif not self.settling.behind:  # a mark came or went, as by undo
            self.settling.look()
            self._find_here()
            self.read.emit()
            self.viewport().update()
            return
        self._pause.start()
        if not self._patience.isActive():
            self._patience.start()

    def _caret(self) -> None:
        """What is typed beside words that were let stand is none of them."""
        if self.currentCharFormat().hasProperty(_KEPT) and not self.textCursor().hasSelection():
            self.setCurrentCharFormat(QTextCharFormat())
        if self.hasFocus():
            self._tell_caret()

    def _tell_caret(self) -> None:
        self.caret_moved.emit(self.cursorRect().adjusted(0, 0, 0, self._theme.px(24)))

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied is marked secret, as it may name somebody."""
        return secret(self.textCursor().selection().toPlainText())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted comes in as plain words."""
        self.textCursor().insertText(source.text(), QTextCharFormat())

    # ------------------------------------------------------------ how it looks
    def _measure(self) -> None:
        """Letters and lines of another size. The lines are not written anew: that would be a change to the text, and
        cost all that could be undone. They are laid out as for paper of more dots to the inch.
        """
        screen = QGuiApplication.primaryScreen()
        dots = round((screen.logicalDotsPerInchY() if screen is not None else 96) * self._theme.zoom / INCH)
        self._measured_by = QImage(1, 1, QImage.Format.Format_Mono)  # the layout holds on to it, and does not own it
        self._measured_by.setDotsPerMeterX(dots)
        self._measured_by.setDotsPerMeterY(dots)
        self.document().documentLayout().setPaintDevice(self._measured_by)
        self.document().setDefaultFont(self._theme.font("lead"))
        self.setFont(self._theme.font("lead"))
        self._headings.rehighlight()
        self._grow()

    def _space_lines(self) -> None:
        """In design px: zoom comes in where they are laid out."""
        lines = QTextBlockFormat()
        lines.setBottomMargin(8)
        lines.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(lines)

    def _grow(self) -> None:
        high = max(self.document().size().height(), self._theme.px(LINE) * _LEAST_LINES)
        self.setMinimumHeight(math.ceil(high) + self._theme.px(20))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes more lines, or fewer."""
        super().resizeEvent(event)
        self._grow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the wash under the word in question, the text, then lines and labels under all that are flagged."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        if self._here is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("danger_tint" if self._here.sure else "look_tint"))
            for rect in self._places(self._here):
                wash = rect.adjusted(-theme.px(4), -theme.px(3), theme.px(4), theme.px(4))
                painter.drawRoundedRect(wash, theme.px(RADIUS) / 2, theme.px(RADIUS) / 2)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        labels: list[tuple[float, float, Word]] = []
        seen = QRectF(event.rect()).adjusted(0, -theme.px(LINE), 0, theme.px(LINE))
        first, last = (self._point(QPointF(x, y)) for x, y in ((0, seen.top()), (seen.right(), seen.bottom())))
        for word in self.words:
            if first <= word.flag.end and word.flag.start <= last:
                labels += self._paint_line(painter, word)
        self._paint_labels(painter, labels)

    def _point(self, spot: QPointF) -> int:
        """The place in the text nearest a spot, in code points."""
        return self._offsets.points(self.document().documentLayout().hitTest(spot, Qt.HitTestAccuracy.FuzzyHit))

    def _paint_line(self, painter: QPainter, word: Word) -> list[tuple[float, float, Word]]:
        """Paint the line under a word, and say at which foot and from where its label stands."""
        theme = self._theme
        token: Token = "danger" if word.sure else "look_ink"
        pen = QPen(theme.colour(token), theme.px(2))
        if not word.sure:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([2.5, 1.8])
        places = self._places(word)
        for rect in places:
            y = rect.bottom() + theme.px(1)
            painter.setPen(pen)
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        return [(places[0].bottom(), places[0].left(), word)] if places else []

    def _paint_labels(self, painter: QPainter, labels: Sequence[tuple[float, float, Word]]) -> None:
        """Paint them line by line and from left to right, whichever way the words are read; none covers another."""
        theme, metrics = self._theme, self._theme.metrics("small")
        painter.setFont(theme.font("small"))
        end, line, room = 0.0, -1.0, self.viewport().width()
        for foot, start, word in sorted(labels, key=lambda one: one[:2]):
            end, line = (end, line) if foot == line else (0.0, foot)
            wide = metrics.horizontalAdvance(short_words(word))
            left = max(end, min(start, room - wide))
            label = metrics.elidedText(short_words(word), Qt.TextElideMode.ElideRight, max(0.0, room - left))
            painter.setPen(theme.colour("danger" if word.sure else "look_ink"))
            painter.drawText(QPointF(left, foot + theme.px(3) + metrics.ascent()), label)
            end = left + wide + theme.px(8)

    def _places(self, word: Word) -> list[QRectF]:
        """Where a word stands, line by line: from the top of its letters to just under the line they stand on."""
        found: list[QRectF] = []
        layout, document = self.document().documentLayout(), self.document()
        start, end = self._offsets.units(word.flag.start), self._offsets.units(word.flag.end)
        block = document.findBlock(start)
        ascent = self._theme.metrics("lead").ascent()
        while block.isValid() and block.position() < end:
            origin, lines = layout.blockBoundingRect(block).topLeft(), block.layout()
            for n in range(lines.lineCount()):
                line = lines.lineAt(n)
                low = max(start - block.position(), line.textStart())
                high = min(end - block.position(), line.textStart() + line.textLength())
                foot = origin.y() + line.y() + line.ascent() + self._theme.px(5)
                found += [QRectF(origin.x() + left, foot - ascent - self._theme.px(2), right - left,
                                 ascent + self._theme.px(2)) for left, right in _stretches(line, low, high)]
            block = block.next()
        return found


def _stretches(line: QTextLine, low: int, high: int) -> list[tuple[float, float]]:
    """From where to where letters of a line stand; in several pieces where some are read the other way."""
    lead, trail = QTextLine.Edge.Leading, QTextLine.Edge.Trailing
    ends = (sorted((line.cursorToX(at, lead)[0], line.cursorToX(at, trail)[0])) for at in range(low, high))
    found: list[tuple[float, float]] = []
    for left, right in sorted((one, other) for one, other in ends if one < other):
        if found and left <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(right, found[-1][1])
        else:
            found.append((left, right))
    return found


class _Headings(QSyntaxHighlighter):
    """Sets the headings of a note in bold."""

    def __init__(self, document: QTextDocument, theme: Theme, headings: Sequence[str]) -> None:
        super().__init__(document)
        self._theme, self._headings = theme, frozenset(headings)

    def highlightBlock(self, text: str) -> None:
        """Bold where a line is a heading."""
        if text.strip() in self._headings:
            self.setFormat(0, len(text), self._theme.font("h3"))

