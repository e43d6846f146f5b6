"""Breaks text into lines: measured once for each text and width, whatever the fit ladder tries afterwards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from facilitator.documents.render.fonts import Font, FontShelf
from facilitator.documents.render.shaping import Letter, Run, letters, visual
from facilitator.documents.render.style import TypeSize
from facilitator.documents.words import Span, Text, spans

_SPACES = re.compile(r"[^\S\n\u00a0]+")
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_HYPHEN = re.compile(r"(?<=[^\W\d_][\w’'][^\W\d_])[-–—/](?=[^\W\d_]{2})")
"""Where a compound may break: between letters, never inside a number or after a single letter."""
_FIGURE_CELL = 630.0
_SHORT_LAST_WORD = 9
_OVERHANG = 0.05
"""A line may reach over its edge by this part of its spaces: a point or two, which nobody sees in ragged text."""
_KERNED_FROM = 16.0
"""Points from which the pairs of bold letters are kerned: below it nobody sees the difference."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line ready to draw. `width` is in points; `text` is what was written; `respelled` when drawn differently."""

    runs: tuple[Run, ...]
    width: float
    text: str
    respelled: bool = False
    glued: bool = False
    """Whether the next line goes on with the same word."""


class _Piece(NamedTuple):
    """Part of a word in one weight."""

    text: str
    bold: bool


_Word: TypeAlias = tuple[_Piece, ...]
_Broken: TypeAlias = tuple[list[_Word], bool]
"""The words of a line, and whether the next line goes on with the last of them."""


class Typesetter:
    """Sets text in lines of a given width and remembers them; collects the characters that no font has."""

    def __init__(self, fonts: FontShelf, right_to_left: bool = False) -> None:
        self.fonts = fonts
        self.right_to_left = right_to_left
        self.missing: set[str] = set()
        self._lines: dict[tuple[Text, TypeSize, float, bool], tuple[Line, ...]] = {}
        self._widths: dict[tuple[_Word, TypeSize], float] = {}

    def lines(self, text: Text, type_: TypeSize, width: float, balance: bool = False) -> tuple[Line, ...]:
        """The text in lines no wider than `width` points; a word that is wider is cut. Balanced: near equal lines."""
        key = (text, type_, round(width, 2), balance)
        known = self._lines.get(key)
        if known is None:
            words = [_words(paragraph) for paragraph in _paragraphs(text)]
            broken = self._break(words, type_, width)
            if balance and len(broken) > 1:
                broken = self._balanced(words, type_, width, len(broken))
            known = self._lines[key] = tuple(self._line(line, glued, type_) for line, glued in broken)
        return known

    def line(self, text: Text, type_: TypeSize) -> Line:
        """The text in one line, however wide."""
        return self.lines(text, type_, 1e9)[0] if text else Line((), 0.0, "")

    def width(self, text: Text, type_: TypeSize) -> float:
        """How wide the text is in one line, in points."""
        return self.line(text, type_).width

    def _break(self, paragraphs: list[list[_Word]], type_: TypeSize, width: float) -> list[_Broken]:
        """Words in lines: as many as fit, a compound cut at its hyphen, a word wider than the line cut anywhere."""
        out: list[_Broken] = []
        for words in paragraphs:
            first, used, gaps = len(out), 0.0, 0.0
            line: list[_Word] = []
            for word in words:
                gap = self._gap(line[-1], word, type_) if line else 0.0
                room = width + _OVERHANG * (gaps + gap) + 0.01 - used - gap
                wide = self._width(word, type_)
                while wide > room:
                    at = self._hyphen(word, type_, room)
                    if not line and not at:
                        at = self._cut(word, type_, width)
                    if at:
                        line.append(_head(word, at))
                        word = _tail(word, at)
                    elif not line:
                        break
                    out.append((line, bool(at)))
                    line, used, gaps, gap, room = [], 0.0, 0.0, 0.0, width + 0.01
                    wide = self._width(word, type_)
                line.append(word)
                used += gap + wide
                gaps += gap
            out.append((line, False))
            self._tie(out, first, type_, width)
        return out

    def _tie(self, lines: list[_Broken], first: int, type_: TypeSize, width: float) -> None:
        """No short last word alone on its line: the word before it comes down as well."""
        if len(lines) - first < 2 or lines[-2][1] or len(lines[-1][0]) != 1 or len(lines[-2][0]) < 3:
            return
        last, before = lines[-1][0][0], lines[-2][0][-1]
        if _length(last) > _SHORT_LAST_WORD:
            return
        if self._width(before, type_) + self._gap(before, last, type_) + self._width(last, type_) <= width:
            lines[-1][0].insert(0, lines[-2][0].pop())

    def _balanced(self, paragraphs: list[list[_Word]], type_: TypeSize, width: float, count: int) -> list[_Broken]:
        low, high = width * 0.4, width
        for _ in range(10):
            middle = (low + high) / 2
            if len(self._break(paragraphs, type_, middle)) > count:
                low = middle
            else:
                high = middle
        return self._break(paragraphs, type_, high)

    def _cut(self, word: _Word, type_: TypeSize, width: float) -> int:
        """How many letters of a word that is too long for any line fit on one: at least one, 0 when all do."""
        if _length(word) < 2:
            return 0
        low, high = 1, _length(word) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self._width(_head(word, middle), type_) <= width:
                low = middle
            else:
                high = middle - 1
        return low

    def _hyphen(self, word: _Word, type_: TypeSize, room: float) -> int:
        """How many letters of a compound fit up to and with one of its hyphens; 0 when none does."""
        text = "".join(piece.text for piece in word)
        for found in reversed(list(_HYPHEN.finditer(text))):
            if self._width(_head(word, found.end()), type_) <= room:
                return found.end()
        return 0

    def _simple(self, piece: _Piece) -> bool:
        return piece.text.isascii() or self.fonts.main(piece.bold).covered.issuperset(piece.text)

    def _width(self, word: _Word, type_: TypeSize) -> float:
        key = (word, type_)
        known = self._widths.get(key)
        if known is None:
            known = self._widths[key] = self._measure(word, type_)
        return known

    def _measure(self, word: _Word, type_: TypeSize) -> float:
        """In points: a word keeps the width it has when it stands alone, as kerning across spaces is not worth it."""
        spread = type_.size * type_.letter * _length(word)
        if type_.word:  # a space that never breaks is drawn as wide as any other
            spread += type_.size * type_.word * sum(piece.text.count("\u00a0") for piece in word)
        if all(self._simple(piece) for piece in word) and not _set_apart(type_):
            units = sum(self.fonts.main(piece.bold or type_.bold).width(piece.text) for piece in word)
        else:
            units = sum(run.width for run in self._runs((word,), type_))
        return units * type_.size / 1000 + spread

    def _gap(self, word: _Word, after: _Word, type_: TypeSize) -> float:
        """The space between two words, in points."""
        bold = type_.bold or _bold_between(word, after)
        return self.fonts.main(bold).width(" ") * type_.size / 1000 + type_.size * (type_.letter + type_.word)

    def _line(self, words: list[_Word], glued: bool, type_: TypeSize) -> Line:
        text = " ".join("".join(piece.text for piece in word) for word in words)
        width = sum(self._width(word, type_) for word in words)
        width += sum(self._gap(word, after, type_) for word, after in pairwise(words))
        if not _set_apart(type_) and all(self._simple(piece) for word in words for piece in word):
            return Line(self._plain_runs(words, type_), width, text, glued=glued)
        runs = self._runs(tuple(words), type_)
        respelled = type_.tabular or not all(self._simple(piece) for word in words for piece in word)
        return Line(tuple(runs), width, text, respelled, glued)

    def _plain_runs(self, words: list[_Word], type_: TypeSize) -> tuple[Run, ...]:
        runs: list[tuple[Font, str]] = []
        for piece in _spaced(words):
            font = self.fonts.main(piece.bold or type_.bold)
            if runs and runs[-1][0] is font:
                runs[-1] = (font, runs[-1][1] + piece.text)
            else:
                runs.append((font, piece.text))
        return tuple(Run(font, text, font.width(text)) for font, text in runs)

    def _runs(self, words: tuple[_Word, ...], type_: TypeSize) -> list[Run]:
        """Runs of a line whose letters are placed one by one: other scripts, kerned titles, figures in cells."""
        line: list[Letter] = []
        for piece in _spaced(list(words)):
            line += letters(piece.text, piece.bold or type_.bold, self.fonts, self.missing)
        if type_.tabular:
            return [_in_cells(run) for run in visual(line, self.right_to_left)]
        return visual(line, self.right_to_left)


def _set_apart(type_: TypeSize) -> bool:
    """Whether letters are placed one by one even in the main face."""
    return type_.tabular or (type_.bold and type_.size >= _KERNED_FROM)


def _in_cells(run: Run) -> Run:
    """Every figure in a cell of the same width, whatever its own."""
    moves = tuple((_FIGURE_CELL, (_FIGURE_CELL - advance) / 2, up) if character.isdigit() else (advance, right, up)
                  for character, (advance, right, up) in zip(run.text, run.moves, strict=True))
    return Run(run.font, run.text, sum(move[0] for move in moves), moves)


def _spaced(words: list[_Word]) -> list[_Piece]:
    """The pieces of a line with its spaces."""
    out: list[_Piece] = []
    for place, word in enumerate(words):
        if place:
            out.append(_Piece(" ", _bold_between(words[place - 1], word)))
        out += word
    return out


def _bold_between(word: _Word, after: _Word) -> bool:
    """A space is bold only inside bold words: it keeps a line's width the same wherever the weight changes."""
    return word[-1].bold and after[0].bold


def _paragraphs(text: Text) -> list[list[Span]]:
    """The text cut at its line breaks; every other white space is one space, control characters are none."""
    out: list[list[Span]] = [[]]
    for span in spans(text):
        clean = _CONTROLS.sub("", _SPACES.sub(" ", span.text.replace("\r\n", "\n").replace("\u202f", "\u00a0")))
        for place, part in enumerate(clean.split("\n")):
            if place:
                out.append([])
            out[-1].append(Span(part, span.strong))
    return out


def _words(paragraph: list[Span]) -> list[_Word]:
    words: list[list[_Piece]] = [[]]
    for span in paragraph:
        for place, part in enumerate(span.text.split(" ")):
            if place and words[-1]:
                words.append([])
            if part:
                words[-1].append(_Piece(part, span.strong))
    return [tuple(word) for word in words if word]


def _length(word: _Word) -> int:
    return sum(len(piece.text) for piece in word)


def _head(word: _Word, count: int) -> _Word:
    out: list[_Piece] = []
    for piece in word:
        if count > 0:
            out.append(_Piece(piece.text[:count], piece.bold))
        count -= len(piece.text)
    return tuple(out)


def _tail(word: _Word, count: int) -> _Word:
    out: list[_Piece] = []
    for piece in word:
        rest = piece.text[max(0, count):]
        if rest:
            out.append(_Piece(rest, piece.bold))
        count -= len(piece.text)
    return tuple(out)


