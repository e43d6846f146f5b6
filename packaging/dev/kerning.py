"""Writes down how far the pairs of letters of our faces move together; run it when a font file has changed.

`python packaging/dev/kerning.py` needs the environment of `dev.py`. A test holds what is written to the fonts.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from itertools import groupby
from pathlib import Path

import uharfbuzz

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FACES = ("AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold")


def kerned(font: Path, spacing: str) -> str:
    """The pairs of some characters: a line for those that stand first alike, then how far and who comes after."""
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font)))
    shaper = uharfbuzz.Font(face)
    shaper.scale = (1000, 1000)
    alone = {character: _shaped(shaper, character)[0] for character in spacing}
    first: dict[str, list[str]] = defaultdict(list)
    for before in spacing:
        moved = []
        for after in spacing:
            glyphs = _shaped(shaper, before + after)
            if [glyph for glyph, _wide in glyphs] != [alone[before][0], alone[after][0]] or glyphs[1] != alone[after]:
                raise ValueError(f"{font.stem}: “{before}{after}” is more than two letters moved together")
            moved.append((glyphs[0][1] - alone[before][1], after))
        cells = ("".join((str(far), " ", *(after for _far, after in pairs)))
                 for far, pairs in groupby(sorted(moved), key=lambda pair: pair[0]) if far)
        told = "\t".join(cells)
        if told:
            first[told].append(before)
    return "".join(f"{''.join(before)}\t{told}\n" for told, before in first.items())


def _shaped(font: uharfbuzz.Font, text: str) -> list[tuple[int, int]]:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    uharfbuzz.shape(font, buffer, {})
    if any(place.x_offset or place.y_offset for place in buffer.glyph_positions):
        raise ValueError(f"“{text}” is placed, not only moved together")
    return [(info.codepoint, place.x_advance) for info, place
            in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)]


def spacing(font: Path) -> str:
    """The characters of a font that stand beside the others as they are."""
    from facilitator.documents.render.kerning import stands_alone

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font)))
    return "".join(filter(stands_alone, map(chr, sorted(face.unicodes))))


if __name__ == "__main__":
    sys.path.insert(0, str(FONTS.parents[1]))
    for name in FACES:
        font = FONTS / f"{name}.ttf"
        font.with_suffix(".kern").write_text(kerned(font, spacing(font)), encoding="utf-8")
