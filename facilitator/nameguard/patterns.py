"""Details that have a shape of their own: telephone numbers, e-mails, web addresses, postcodes, identity numbers, "
"ages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.nameguard.ages import ages, dates
from facilitator.nameguard.model import Kind
from facilitator.nameguard.numbers import SPOKEN_PHONE, codes, identities
from facilitator.nameguard.online import FIRMS, emails, handles, urls
from facilitator.nameguard.shapes import Found, I


def details(text: str, start: int, end: int, digits: bool, numbers: bool) -> Iterator[Found]:
    """Every detail in a stretch; they may overlap. Says nothing of what needs digits, or numbers in words, where "
    "there are none."""
    piece = text[start:end]
    for found in _details(piece, _lowered(piece), digits, numbers):
        if found.end > found.start:
            yield Found(start + found.start, start + found.end, found.kind, found.sure, found.reason, found.opened)


def _lowered(piece: str) -> str:
    """In lower case, letter for letter."""
    low = piece.lower()
    return low if len(low) == len(piece) else piece


def _details(piece: str, low: str, digits: bool, numbers: bool) -> Iterator[Found]:
    if "@" in piece or " at " in low or "(at)" in low or "[at]" in low:
        yield from emails(piece, low)
    if "." in piece[:-2] or "://" in piece or " dot " in low:
        yield from urls(piece)
    if any(sign in piece for sign in "_@#/") or (digits and _HANDLE_LIKE.search(piece)):
        yield from handles(piece)
    if "&" in piece:
        for match in FIRMS.finditer(piece):
            yield Found(match.start(), match.end(), Kind.ORGANISATION, False, "employer")
    if digits:
        many = len(_DIGIT.findall(piece))
        if many >= 2:
            if _CODE_LIKE.search(piece):
                yield from codes(piece)
            yield from identities(piece, low, many)
        yield from dates(piece, low)
    if digits or (numbers and any(word in low for word in _AGE_SIGNS)):
        yield from ages(piece, low)
    if numbers and any(sign in low for sign in _SPOKEN_SIGNS):
        for match in SPOKEN_PHONE.finditer(piece):
            if not match[0].replace(" ", "").isdigit():
                yield Found(match.start(), match.end(), Kind.PHONE, False, "phone")


_DIGIT = re.compile(r"\d")


_HANDLE_LIKE = re.compile(r"[^\W\d_]\d|\d[^\W\d_]|\w\.\w")


_CODE_LIKE = re.compile(r"[^\W\d_]\d|\d[^\W\d_]|\d{4}|code|eir", I)


_AGE_SIGNS = (
    "turn",
    "age",
    " old",
    "birthday",
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
    "years",
    "bday",
    "whos ",
    " am ",
    "'re ",
    "theyre ",
    " are ",
    "ten ",
)


_SPOKEN_SIGNS = ("oh ", "zero", "double", "nought", "seven", "o seven")
