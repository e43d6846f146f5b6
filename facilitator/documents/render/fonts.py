"""Font files: what they cover, how wide their letters are, and which of them prints a character."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from facilitator.documents.render.kerning import Pairs, read_pairs
from facilitator.documents.render.kit import font_kit
from facilitator.paths import resources

_FAMILIES: tuple[tuple[str, str], ...] = (
    ("AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold"),
    ("NotoSans-Regular", "NotoSans-Bold"),
    ("NotoSansArabic-Regular", "NotoSansArabic-Bold"),
    ("NotoSansHebrew-Regular", "NotoSansHebrew-Bold"),
    ("NotoSansDevanagari-Regular", "NotoSansDevanagari-Bold"),
    ("NotoSansSymbols-Regular", "NotoSansSymbols-Regular"),
    ("NotoSansSymbols2-Regular", "NotoSansSymbols2-Regular"),
)
"""Regular and bold, in the order they are asked; the first is the face of every sheet."""

MISSING = "□"
"""Stands for a character that no font of ours has."""

_GLYPH_BASE = 0xF0000
"""Shaped glyphs without a character of their own are kept as private ones from here on."""


class Font:
    """One font file. Widths are in thousandths of the size."""

    def __init__(self, path: Path) -> None:
        # The name and place are all that is kept until the font is really wanted: most sheets need two of them.
        self.path = path
        self.name = path.stem
        self._words: dict[str, float] = {}
        self._glyphs: dict[int, str] = {}

    @cached_property
    def face(self) -> Any:
        """ReportLab's reading of the file: tables, widths, subsets."""
        return font_kit().TTFontFace(str(self.path))

    @cached_property
    def covered(self) -> frozenset[str]:
        """The characters it has."""
        return frozenset(map(chr, self.face.charToGlyph))

    @cached_property
    def _widths(self) -> dict[int, float]:
        widths: dict[int, float] = self.face.charWidths
        return widths

    @cached_property
    def pairs(self) -> Pairs | None:
        """Which of its letters move together, None where only HarfBuzz knows."""
        return read_pairs(self.path)

    @cached_property
    def shaper(self) -> Any:
        """HarfBuzz' reading of the file, scaled to thousandths."""
        import uharfbuzz

        font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self.path))))
        font.scale = (1000, 1000)
        return font

    def width(self, text: str) -> float:
        """How wide the text is in thousandths of its size, without kerning; remembered for each text."""
        known = self._words.get(text)
        if known is None:
            widths, spare = self._widths, self.face.defaultWidth
            known = self._words[text] = float(sum(widths.get(ord(c), spare) for c in text))
        return known

    def glyph_character(self, glyph: int) -> str:
        """A private character that stands for a glyph of this font, so that it can be kept like any other."""
        known = self._glyphs.get(glyph)
        if known is None:
            known = self._glyphs[glyph] = chr(_GLYPH_BASE + glyph)
            self.face.charToGlyph[ord(known)] = glyph
            self.face.charWidths[ord(known)] = float(self.shaper.get_glyph_h_advance(glyph))
        return known


class FontShelf:
    """All fonts, opened one by one as they are wanted."""

    def __init__(self, folder: Path) -> None:
        made: dict[str, Font] = {}
        for pair in _FAMILIES:
            for name in pair:
                made.setdefault(name, Font(folder / f"{name}.ttf"))
        self._pairs = tuple((made[regular], made[bold]) for regular, bold in _FAMILIES)
        self._found: dict[tuple[str, bool], Font | None] = {}

    def main(self, bold: bool) -> Font:
        """The face of every sheet."""
        return self._pairs[0][bold]

    def find(self, cluster: str, bold: bool) -> Font | None:
        """The first font that has all of these characters, or None."""
        key = (cluster, bold)
        if key not in self._found:
            wanted = frozenset(cluster)
            self._found[key] = next((pair[bold] for pair in self._pairs if wanted <= pair[bold].covered), None)
        return self._found[key]

    @property
    def last(self) -> Font:
        """The font that has the sign for a missing character."""
        return self._pairs[-1][0]


@lru_cache(maxsize=1)
def shelf() -> FontShelf:
    """The shipped fonts; read once, as they never change while the app runs."""
    return FontShelf(resources() / "fonts")
