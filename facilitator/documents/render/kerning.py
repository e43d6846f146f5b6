"""Pairs of letters that move together in our own faces, written down beforehand.

HarfBuzz knows them too, but takes 4 MB and is wanted for little else in a language of Latin letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

Pairs: TypeAlias = Mapping[str, Mapping[str, float]]
"""Thousandths of the size by which a character comes nearer (less than 0) to the one before it, by both."""

_AS_THEY_ARE = ((0x20, 0x7F), (0xA0, 0xAD), (0xAE, 0x300), (0x370, 0x483), (0x48A, 0x531), (0x2010, 0x2028),
                (0x2030, 0x205F), (0x2070, 0x20D0), (0x2100, 0x2C00))
"""From and up to: Latin, Greek and Cyrillic letters, and signs, that neither join nor sit on another."""


def stands_alone(character: str) -> bool:
    """Whether a character is set beside the others as it is: it joins none, and sits on none."""
    return any(first <= ord(character) < after for first, after in _AS_THEY_ARE)


def read_pairs(font: Path) -> Pairs | None:
    """What was written down of a font file, None where nothing was."""
    try:
        lines = font.with_suffix(".kern").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return None
    found: dict[str, Mapping[str, float]] = {}
    for line in lines:
        before, *cells = line.split("\t")
        alike: dict[str, float] = {}
        for cell in cells:
            far, _space, after = cell.partition(" ")
            alike |= dict.fromkeys(after, float(far))
        found |= dict.fromkeys(before, alike)  # one row for all that stand first alike
    return found
