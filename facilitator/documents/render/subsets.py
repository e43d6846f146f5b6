"""The letters that a document uses, font by font, and the codes they get in it."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.documents.render.fonts import Font

_SPACE = 32
_CODES = 256
_ESCAPES = {40: "\\(", 41: "\\)", 92: "\\\\"}
"""Codes that a string may not hold as they are."""


class Letters(dict[str, tuple[str, str]]):
    """The letters of one font that a document uses, in tables of 256: each gets its code when it is first asked for."""

    def __init__(self, font: Font, place: int) -> None:
        super().__init__()
        self.font = font
        self._place = place
        self.tables: list[list[int]] = [_fresh()]
        self[" "] = self["\u00a0"] = self._named(0, _SPACE)

    def __missing__(self, character: str) -> tuple[str, str]:
        if len(self.tables[-1]) == _CODES:
            self.tables.append(_fresh())
        self.tables[-1].append(ord(character))
        self[character] = found = self._named(len(self.tables) - 1, len(self.tables[-1]) - 1)
        return found

    def _named(self, table: int, code: int) -> tuple[str, str]:
        return self.name(table), _ESCAPES.get(code, chr(code) if 32 <= code < 127 else f"\\{code:03o}")

    def name(self, table: int) -> str:
        """The name of the font resource of one table."""
        return f"F{self._place}T{table}"


class Subsets:
    """The letters that a document uses, font by font; the same text always gets the same codes."""

    def __init__(self) -> None:
        self._fonts: dict[Font, Letters] = {}

    def letters(self, font: Font) -> Letters:
        """For every character of the font: the name of the font resource, and its code as a string holds it."""
        known = self._fonts.get(font)
        if known is None:
            known = self._fonts[font] = Letters(font, len(self._fonts) + 1)
        return known

    def tables(self) -> Iterator[tuple[str, Font, int, list[int]]]:
        """(resource name, font, table's number, code points by code) of every table."""
        for letters in self._fonts.values():
            for number, table in enumerate(letters.tables):
                yield letters.name(number), letters.font, number, table


def _fresh() -> list[int]:
    """A table whose first codes are taken by nothing and whose 32 is the space, as word spacing wants it."""
    return [0] * _SPACE + [_SPACE]
