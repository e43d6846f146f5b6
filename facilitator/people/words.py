"""Words as people type or paste them, made fit to keep: no unseen characters, no endless cells, names that compare."""

from __future__ import annotations

import re
import unicodedata

from facilitator.errors import BadValue, NameMissing

LINE = 200
"""The longest single line that is kept, in characters."""
TEXT = 4000
"""The longest text of several lines that is kept, in characters."""

# Marks that turn text round without being seen. Joiners and the left/right marks stay: Persian and emoji need them.
_TURNING = {chr(code) for code in (0xFEFF, 0x200B, 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_UNSEEN = {"Cc", "Cs", "Cn"}
_SPACES = re.compile(r"\s+")


def line(value: str, what: str, longest: int = LINE) -> str:
    """The value as one clean line, perhaps empty. `what` names the field; raises BadValue when it is too long."""
    if value.isascii() and value.isprintable():
        clean = " ".join(value.split())
    else:
        spaced = _SPACES.sub(" ", value)
        clean = unicodedata.normalize("NFC", "".join(map(_seen, spaced))).strip()
        clean = " ".join(clean.split(" ")) if "  " not in clean else " ".join(clean.split())
    if len(clean) > longest:
        raise BadValue(what, "long")
    return clean


def text(value: str, what: str, longest: int = TEXT) -> str:
    """The value as clean lines, perhaps empty. `what` names the field; raises BadValue when it is too long."""
    lines = [line(part, what, longest) for part in value.splitlines()]
    clean = "\n".join(lines).strip("\n")
    if len(clean) > longest:
        raise BadValue(what, "long")
    return clean


def name(value: str, what: str, of: str) -> str:
    """A name, never empty. `what` names the field, `of` the kind of thing; raises NameMissing or BadValue."""
    clean = line(value, what)
    if not any(character.isalnum() or unicodedata.category(character) == "So" for character in clean):
        raise NameMissing(of)
    return clean


def alike(value: str) -> str:
    """What spellings of one name share: case, width, spacing and unseen joiners are left out. For comparing only."""
    if value.isascii():
        return " ".join(value.lower().split())
    folded = unicodedata.normalize("NFKC", value).casefold()
    return " ".join("".join(c for c in folded if unicodedata.category(c) != "Cf").split())


def order(value: str) -> tuple[str, str]:
    """Where a name stands in a list by name: accents and case do not move it."""
    alone = alike(value)
    if alone.isascii():
        return alone, value
    split = unicodedata.normalize("NFD", alone)
    return "".join(sign for sign in split if not unicodedata.combining(sign)), value


def _seen(character: str) -> str:
    if character in _TURNING or (unicodedata.category(character) in _UNSEEN and character != " "):
        return ""
    return character
