"""Looking for words that must lie nowhere: in every file of a tree, in any of the dresses that text can wear."""

from __future__ import annotations

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

MARK = "zyxqvoth"
"""Begins every canary, and no other word."""

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_DEEPEST = 4


def sightings(data: bytes, *words: str) -> list[str]:
    """The words that can be read in some bytes: as they are or in another case, encoding, base 64, hex or packed."""
    wanted = {word for word in (MARK, *words) if word}
    return sorted({word for word in wanted for layer in _layers(data, 0) if _stands(layer, word)})


def found_in(folder: Path, *words: str) -> dict[str, list[str]]:
    """Every file and name below a folder in which one of the words can be read."""
    out: dict[str, list[str]] = {}
    for path in sorted(folder.rglob("*")):
        seen = sightings(str(path.relative_to(folder)).encode("utf-8", "surrogateescape"), *words)
        if path.is_file() and not path.is_symlink():
            seen += sightings(path.read_bytes(), *words)
        if seen:
            out[str(path.relative_to(folder))] = seen
    return out


def _stands(data: bytes, word: str) -> bool:
    low = data.lower()
    plain = word.casefold().encode()
    if any(word.casefold().encode(encoding) in low for encoding in _ENCODINGS) or plain.hex().encode() in low:
        return True
    # A word within a longer base 64 text stands there in one of three ways, its ends aside.
    for as_typed in {word, word.casefold(), word.capitalize(), word.upper()}:
        for shift in range(3):
            text = base64.b64encode(b"\0" * shift + as_typed.encode()).rstrip(b"=")
            part = text[4 if shift else 0:-1]
            if len(part) >= 7 and part in data:  # anything shorter stands by chance in what is encrypted
                return True
    return False


def _layers(data: bytes, depth: int) -> Iterator[bytes]:
    """The bytes themselves, and whatever is packed inside them."""
    yield data
    if depth == _DEEPEST:
        return
    if b"PK\x03\x04" in data:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                for name in packed.namelist():
                    yield name.encode()
                    yield from _layers(packed.read(name), depth + 1)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError):
            pass
    for start in _ZLIB.finditer(data):
        stream = zlib.decompressobj()
        try:
            inside = stream.decompress(data[start.start():], 1 << 24)
        except zlib.error:
            continue
        if len(inside) > len(MARK):
            yield from _layers(inside, depth + 1)
