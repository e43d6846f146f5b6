"""Writes down how far the pairs of letters of our faces move together; run it when a font file has changed.

`python packaging/dev/kerning.py` needs the environment of `dev.py`. A test holds what is written to the fonts.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from facilitator.documents.render.fonts import Font
from facilitator.documents.render.kerning import stands_alone
from facilitator.documents.render.shaping import by_harfbuzz
from facilitator.paths import resources

FONTS = resources() / "fonts"
FACES = ("AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold")


def kerned(font: Font) -> str:
    """The pairs of a font's letters: a line for those that stand first alike, then how far and who comes after."""
    spacing = sorted(filter(stands_alone, font.covered))
    alone = {character: _shaped(font, character)[0] for character in spacing}
    first: dict[str, list[str]] = defaultdict(list)
    for before in spacing:
        moved = []
        for after in spacing:
            glyphs = _shaped(font, before + after)
            if [glyph for glyph, _wide in glyphs] != [alone[before][0], alone[after][0]] or glyphs[1] != alone[after]:
                raise ValueError(f"{font.name}: “{before}{after}” is more than two letters moved together")
            moved.append((glyphs[0][1] - alone[before][1], after))
        cells = ("".join((str(far), " ", *(after for _far, after in pairs)))
                 for far, pairs in groupby(sorted(moved), key=lambda pair: pair[0]) if far)
        told = "\t".join(cells)
        if told:
            first[told].append(before)
    return "".join(f"{''.join(before)}\t{told}\n" for told, before in first.items())


def _shaped(font: Font, text: str) -> list[tuple[int, int]]:
    glyphs = list(by_harfbuzz(text, font))
    if any(place.x_offset or place.y_offset for _glyph, place in glyphs):
        raise ValueError(f"“{text}” is placed, not only moved together")
    return [(glyph, place.x_advance) for glyph, place in glyphs]


if __name__ == "__main__":
    for name in FACES:
        font = Font(FONTS / f"{name}.ttf")
        font.path.with_suffix(".kern").write_text(kerned(font), encoding="utf-8")
