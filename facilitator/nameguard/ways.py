"""Finds streets by their number among streets, and those in French: “on 82nd street”, “12 rue des Pins, app. 2”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.nameguard.model import Kind
from facilitator.nameguard.shapes import Found, I

_ORDINAL = re.compile(r"\d(?:st|nd|rd|th) ")
_NTH = re.compile(
    r"(?<![\w-])(?<!\bthe )(?:\d{1,5}[a-z]?\s+)?(?:(?:[nesw]|north|south|east|west)\.?\s+)?\d{1,3}(?:st|nd|rd|th)\s+"
    r"(?:streets?|st|avenues?|ave|road|rd|drive|terrace|court|lane)\b(?!\s+(?:on|to)\s+the\s+(?:left|right))"
    r"(?:(?:,?\s+(?:apt|unit|suite|#)\.?\s*#?\d+\w?)?(?:,\s+(?-i:[A-Z])[\w.'’-]+(?:\s(?-i:[A-Z])[\w'’-]+)?)?"
    r"(?:,?\s+(?-i:[A-Z]{2}))?,?\s+\d{5}(?!\d))?",
    I,
)
_RUE = re.compile(
    r"(?<![\w/-])\d{1,5}[a-z]?,?\s+(?:rue|avenue|av\.?|boulevard|boul\.?|bd|chemin|ch\.?|allée|quai|impasse|route|rang|"
    r"côte|calle|avenida)\s+(?:(?:de\s+la|de\s+l['’]|des|du|de|la|le|les)\s*)?(?:[ld]['’])?[^\W\d_][\w'’-]+"
    r"(?:\s+(?-i:[A-Z])[\w'’-]+){0,2}(?:,?\s+(?:app|apt|appt|appartement|apartment|bureau|unit|suite|unité)\.?\s*#?\d+\w?)?",
    I,
)


_BY_COMPASS = re.compile(
    r"(?<![\w/.,-])(?:(?:apt|unit|flat)\.?\s*#?\d*\w?,\s+)?\d{2,5}\s+(?-i:[NSEW]|N\.?[EW]|S\.?[EW])\.?\s+(?-i:[A-Z][a-z]+)"
    r"(?:\s+(?:st|street|ave|avenue|blvd|rd|road|dr|drive|ln|lane|pl|ct|court|way))?",
    I,
)
"""A house by the compass: “1820 W Belmont”."""
_BOX = re.compile(
    r"\bp\.?\s?o\.?\s?box\s+\d+\w?(?:,\s+(?-i:[A-Z])[\w'’-]+(?:\s(?-i:[A-Z])[\w'’-]+)?(?:\s\d{4,5}\b)?)?", I
)
_COMPASS = re.compile(r"\d [NSEW]")


def ways(piece: str, low: str) -> Iterator[Found]:
    """Streets of these sorts in a piece of text and the same in lower case."""
    if _ORDINAL.search(low):
        for match in _NTH.finditer(piece):
            yield Found(match.start(), match.end(), Kind.ADDRESS, False, "street_loose")
    if any(sign in low for sign in _SIGNS):
        for match in _RUE.finditer(piece):
            yield Found(match.start(), match.end(), Kind.ADDRESS, False, "street")


    for match in _BY_COMPASS.finditer(piece) if _COMPASS.search(piece) else ():
        yield Found(match.start(), match.end(), Kind.ADDRESS, False, "street_loose")
    for match in _BOX.finditer(piece) if "box" in low else ():
        yield Found(match.start(), match.end(), Kind.ADDRESS, False, "street_loose")


_SIGNS = (" rue ", " av", " boul", " bd ", " ch", " all", " quai", " imp", " rout", " rang ", " côte", " calle")
