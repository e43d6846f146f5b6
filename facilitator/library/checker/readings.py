"""Rules for readings: of a length to listen to, no faith taken for granted, no sugar, and rights that are certain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.library.checker.finding import Finding
from facilitator.library.library import Library
from facilitator.library.readability import words
from facilitator.model.reading import Reading

WORDS = (60, 150)
"""Words of a reading of our own, from and to."""
FREE_YEARS = 100
"""An author who died so many years before a review belongs to everybody, in every country."""
_FAITH = re.compile(r"\bgod\b|\blord\b|\bpray\w*|\bbless\w*|\bsouls?\b|\bheaven\w*|\bangels?\b|\bfaith\b|\bchurch\b|"
                    r"\bmiracles?\b|\bspirit\w*|\bsacred\b|\bholy\b", re.IGNORECASE)
_SUGAR = re.compile(r"\bjourneys?\b|\brainbows?\b|\bsunshine\b|\bheal(s|ed|ing)?\b|\bbeautiful\b|\bshin(e|es|ing)\b|"
                    r"\bprecious\b|\bwarriors?\b|\bamazing\b|\bgifts?\b|\blove yourself\b", re.IGNORECASE)
_RIGHTS = re.compile(r"^Public domain world-wide\. The author died in (\d{4}); \S")


def check_readings(library: Library) -> Iterator[Finding]:
    """What is wrong with the readings, beyond the words themselves."""
    for reading in library.readings():
        yield from check_reading(reading)


def check_reading(reading: Reading) -> Iterator[Finding]:
    """What is wrong with one reading; of somebody else's text, only whether it is free."""
    item = f"reading {reading.id}"
    if reading.quoted:
        found = _RIGHTS.search(reading.rights)
        if found is None or reading.origin.licence != "Public domain":
            yield Finding(item, "rights that are not plain", reading.rights)
        elif reading.origin.reviewed_on.year - int(found[1]) <= FREE_YEARS:
            yield Finding(item, f"an author who died less than {FREE_YEARS} years ago", reading.author)
        return
    long = sum(len(words(line)) for line in reading.lines)
    if not WORDS[0] <= long <= WORDS[1]:
        yield Finding(item, f"{long} words, not {WORDS[0]} to {WORDS[1]}")
    said = "\n".join((reading.title, *reading.lines))
    for pattern, wrong in ((_FAITH, "takes a faith for granted"), (_SUGAR, "sugar")):
        if hit := pattern.search(said):
            yield Finding(item, wrong, hit[0])
