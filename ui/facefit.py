"""Fits a face's lines to ours: the Arabic face asks for twice the height of its letters, and fields would lose them."""

from __future__ import annotations

import struct

FITTED = {"NotoSansArabic-Regular.ttf": (1.05, 0.46), "NotoSansArabic-Bold.ttf": (1.05, 0.46)}
"""How far lines of a face reach above and below their base, as shares of the size: what everyday words need."""

_ALL = 0xFFFFFFFF


def fitted(face: bytes, above: float, below: float) -> bytes:
    """The same TrueType face with lines that reach `above` and `below` their base, as shares of the size."""
    out = bytearray(face)
    tables = _tables(out)
    head, hhea, os2 = (struct.unpack_from(">I", out, tables[name] + 8)[0] for name in (b"head", b"hhea", b"OS/2"))
    em = struct.unpack_from(">H", out, head + 18)[0]
    up, down = round(above * em), round(below * em)
    struct.pack_into(">3h", out, hhea + 4, up, -down, 0)
    struct.pack_into(">3h", out, os2 + 68, up, -down, 0)
    struct.pack_into(">2H", out, os2 + 74, up, down)
    struct.pack_into(">I", out, head + 8, 0)
    for at in tables.values():
        start, length = struct.unpack_from(">2I", out, at + 8)
        struct.pack_into(">I", out, at + 4, _sum(out[start : start + length]))
    struct.pack_into(">I", out, head + 8, (0xB1B0AFBA - _sum(out)) & _ALL)
    return bytes(out)


def _tables(face: bytearray) -> dict[bytes, int]:
    """Where each table stands in the list of them."""
    count = struct.unpack_from(">H", face, 4)[0]
    return {bytes(face[at : at + 4]): at for at in range(12, 12 + 16 * count, 16)}


def _sum(data: bytes | bytearray) -> int:
    """A table's checksum: its words added up."""
    whole = bytes(data) + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(whole) // 4}I", whole)
    return sum(words) & _ALL
