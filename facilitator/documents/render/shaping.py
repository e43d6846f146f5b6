"""Words that need more than one font, joining letters or the other direction, as runs in the order they are seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from facilitator.documents.render.fonts import MISSING, Font, FontShelf
from facilitator.documents.render.kerning import Pairs, stands_alone
from facilitator.facing import levelled

_RIGHT_TO_LEFT = ("R", "AL", "RLE", "RLO", "RLI")
_INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e"
                       "\ufe0e\ufe0f\ufeff\u00ad")


@dataclass(frozen=True, slots=True)
class Letter:
    """A character with those that combine with it, and the font that has them all."""

    text: str
    font: Font
    bold: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one font as they are seen. `moves` are (advance, right, up) for each character, in thousandths."""

    font: Font
    text: str
    width: float
    moves: tuple[tuple[float, float, float], ...] = ()


def is_right_to_left(text: str) -> bool:
    """Whether any of it is written from the right."""
    return not text.isascii() and any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text)


def letters(text: str, bold: bool, shelf: FontShelf, missing: set[str]) -> list[Letter]:
    """The text as letters, each with a font; what no font has is shown as a box and added to `missing`."""
    main, out = shelf.main(bold), []
    for cluster in _clusters(unicodedata.normalize("NFC", text)):
        seen = "".join(c for c in cluster if c not in _INVISIBLE or c in "\u200c\u200d")
        bare = "".join(c for c in cluster if c not in _INVISIBLE)
        if not bare:
            continue
        font = main if bare in main.covered else shelf.find(bare, bold) or shelf.find(bare, False)
        if font is None:
            missing.add(bare)
            seen, font = MISSING, shelf.last
        out.append(Letter(seen if font is not main else bare, font, bold))
    return out


def _clusters(text: str) -> list[str]:
    out: list[str] = []
    for c in text:
        if out and (unicodedata.combining(c) or c in _INVISIBLE or unicodedata.category(c) in ("Mn", "Mc", "Me")):
            out[-1] += c
        else:
            out.append(c)
    return out


def visual(line: list[Letter], right_to_left: bool) -> list[Run]:
    """A line's letters as runs from left to right; `right_to_left` is the direction of the paragraph."""
    text = "".join(letter.text for letter in line)
    levels = _levels(levelled(text), right_to_left) if is_right_to_left(text) else [0] * len(text)
    marked, at = [], 0
    for letter in line:
        marked.append((levels[at] if at < len(levels) else 0, letter))
        at += len(letter.text)
    runs = [(level, font, "".join(letter.text for _, letter in group))
            for (level, font), group in ((key, list(found)) for key, found
                                         in groupby(marked, key=lambda pair: (pair[0], pair[1].font)))]
    return [shape(text, font, bool(level % 2)) for level, font, text in _reordered(runs)]


def _reordered(runs: list[tuple[int, Font, str]]) -> list[tuple[int, Font, str]]:
    """Rule L2 of the bidirectional algorithm, on whole runs: from the highest level down, each stretch is turned."""
    top = max((level for level, _, _ in runs), default=0)
    for level in range(top, 0, -1):
        out: list[tuple[int, Font, str]] = []
        for turned, group in groupby(runs, key=lambda run: run[0] >= level):
            stretch = list(group)
            out += reversed(stretch) if turned else stretch
        runs = out
    return runs


def _levels(text: str, right_to_left: bool) -> list[int]:
    """Each character's embedding level, by the Unicode bidirectional algorithm."""
    from bidi import algorithm

    base = int(right_to_left)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    for place, character in enumerate(storage["chars"]):
        character["place"] = place
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    levels = [base] * len(text)
    for character in storage["chars"]:
        levels[character["place"]] = character["level"]
    return levels


def shape(text: str, font: Font, right_to_left: bool = False) -> Run:
    """A run with its letters joined, marks placed and pairs kerned, as the font says."""
    if font.pairs is not None and not right_to_left and all(map(stands_alone, text)):
        return _in_pairs(text, font, font.pairs)
    characters, moves, width = [], [], 0.0
    back = font.face.glyphToChar
    for glyph, position in by_harfbuzz(text, font, right_to_left):
        known = back.get(glyph)
        character = chr(known[0]) if known and chr(known[0]) in text else font.glyph_character(glyph)
        characters.append(character)
        moves.append((float(position.x_advance), float(position.x_offset), float(position.y_offset)))
        width += position.x_advance
    return Run(font, "".join(characters), width, tuple(moves))


def by_harfbuzz(text: str, font: Font, right_to_left: bool = False) -> Iterator[tuple[int, Any]]:
    """The glyphs of a text from left to right, each with its advance and offsets in thousandths, as HarfBuzz has it."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    uharfbuzz.shape(font.shaper, buffer, {})
    return zip((info.codepoint for info in buffer.glyph_infos), buffer.glyph_positions, strict=True)


def _in_pairs(text: str, font: Font, pairs: Pairs) -> Run:
    """The same where nothing but pairs of letters has to be looked up."""
    moves = tuple((font.width(character) + pairs.get(character, {}).get(after, 0.0), 0.0, 0.0)
                  for character, after in zip(text, (*text[1:], ""), strict=True))
    return Run(font, text, sum(advance for advance, _right, _up in moves), moves)
