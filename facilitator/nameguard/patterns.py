"""Details that have a shape of their own: telephone numbers, e-mails, postcodes, identity numbers, ages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.nameguard.ages import ages, dates
from facilitator.nameguard.lifetimes import lived
from facilitator.nameguard.model import Kind
from facilitator.nameguard.numbers import SPOKEN_PHONE, codes, identities
from facilitator.nameguard.online import FIRMS, emails, handles, urls
from facilitator.nameguard.shapes import Found, I
from facilitator.nameguard.uncounted import uncounted, whole_age
from facilitator.nameguard.ways import ways


def details(text: str, start: int, end: int, figures: list[int], numbers: list[int]) -> Iterator[Found]:
    """Every detail in a stretch; they may overlap. `figures` are where words with digits stand, `numbers` those
        in words.

    In a long stretch without full stops only what lies about the figures is looked at.
    """
    if end - start <= _LONG:
        yield from _moved(_details(text[start:end], bool(figures), bool(numbers)), start)
        return
    yield from _moved(_signed(text[start:end]), start)
    for low, high in _windows(text, start, end, sorted((*figures, *numbers))):
        yield from _moved(_figured(text[low:high], bool(figures), bool(numbers)), low)


_LONG = 400
"""Letters of a sentence from which on only the parts with figures are looked at for numbers."""
_AROUND = 110
"""Letters on either side of a figure that may tell what it is."""


def _windows(text: str, start: int, end: int, spots: list[int]) -> Iterator[tuple[int, int]]:
    """Stretches about each spot, cut between words; those that touch are one."""
    low = high = -1
    for spot in spots:
        if spot > high - _AROUND // 2:
            if low >= 0:
                yield low, high
            low = max(start, text.rfind(" ", start, max(start, spot - _AROUND)) + 1)
        found = text.find(" ", min(end, spot + _AROUND), end)
        high = end if found < 0 else found
    if low >= 0:
        yield low, high


def _moved(details: Iterator[Found], by: int) -> Iterator[Found]:
    for found in details:
        if found.end > found.start:
            yield Found(by + found.start, by + found.end, found.kind, found.sure, found.reason, found.opened)


def _lowered(piece: str) -> str:
    """In lower case, letter for letter."""
    low = piece.lower()
    return low if len(low) == len(piece) else piece


def _details(piece: str, figures: bool, numbers: bool) -> Iterator[Found]:
    yield from _signed(piece)
    if figures or numbers:
        yield from _figured(piece, figures, numbers)


def _signed(piece: str) -> Iterator[Found]:
    """What is told by a sign: “@”, a dot, an underscore, “&”."""
    low = _lowered(piece)
    if "@" in piece or " at " in low or "(at)" in low or "[at]" in low:
        yield from emails(piece, low)
    if "." in piece[:-2] or "://" in piece or " dot " in low:
        yield from urls(piece)
    dotted = "." in piece[:-2] and _DOTTED.search(piece) is not None
    if dotted or "_" in piece or "@" in piece or "#" in piece or "/" in piece:
        yield from handles(piece)
    if "&" in piece:
        for match in FIRMS.finditer(piece):
            if _LED.search(piece, max(0, match.start() - 12), match.start()) is None:
                continue
            yield Found(match.start(), match.end(), Kind.ORGANISATION, False, "employer")


def _figured(piece: str, figures: bool, numbers: bool) -> Iterator[Found]:
    """What is told by figures, or by numbers in words."""
    low = _lowered(piece)
    if figures:
        if _HANDLE_LIKE.search(piece):
            yield from handles(piece)
        many = len(_DIGIT.findall(piece))
        if many >= _FEWEST:
            if _CODE_LIKE.search(piece):
                yield from codes(piece)
            yield from identities(piece, low, many)
        yield from dates(piece, low)
        yield from ways(piece, low)
    if figures or any(word in low for word in _AGE_SIGNS):
        yield from (whole_age(piece, found) for found in (*ages(piece, low), *lived(piece, low)))
    yield from (whole_age(piece, found) for found in uncounted(piece, low))
    if numbers and any(sign in low for sign in _SPOKEN_SIGNS):
        for match in SPOKEN_PHONE.finditer(piece):
            if not match[0].replace(" ", "").isdigit():
                yield Found(match.start(), match.end(), Kind.PHONE, False, "phone")


_LED = re.compile(r"\b(?:at|for|from|with|by|to|joined|left|quit|outside|near|in)\s+\Z", I)
_DOTTED = re.compile(r"[^\W\d_]{2}\.[^\W\d_]{2}")
_FEWEST = 2
"""Digits in the shortest code."""
_DIGIT = re.compile(r"\d")


_HANDLE_LIKE = re.compile(r"[^\W\d_]\d|\d[^\W\d_]|\w\.\w")


_CODE_LIKE = re.compile(r"[^\W\d_]\d|\d[^\W\d_]|\d{4}|code|eir", I)


_AGE_SIGNS = (
    "turn",
    "age",
    " old",
    "birthday",
    " and a half",
    "pushing",
    "nearing",
    "approach",
    "knocking",
    "celebrat",
    "n of ",
    "l of ",
    "y of ",
    "ties",
    "teens",
    " is ",
    " was ",
    "'s ",
    "’s ",
    "hes ",
    "shes ",
    "im ",
    "'m ",
    "’m ",
    " be ",
    "reach",
    " hit",
    "year",
    " at ",
    "bday",
    "whos ",
    " am ",
    "'re ",
    "theyre ",
    " are ",
    "ten ",
    ", ",
    "coming up",
    "getting on",
    " of ",
    " big ",
    " been ",
    " odd",
    "-odd",
    "ty-",
    "since ",
    "th",
)


_SPOKEN_SIGNS = ("oh ", "zero", "double", "nought", "seven", "o seven")
