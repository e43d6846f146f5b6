"""Rules for numbers to call: they fit their line, and are shipped unchecked."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.library.checker.finding import Finding
from facilitator.library.library import Library

WHAT_LETTERS = 42
"""What fits on one line of a helpline sheet beside its number."""


def check_directories(library: Library) -> Iterator[Finding]:
    """What is wrong with the countries' directories, beyond their words."""
    for code, _name in library.countries():
        directory = library.directory(code)
        for line in directory.lines:
            if len(line.what) > WHAT_LETTERS:
                yield Finding(line.id, f"“what” is longer than {WHAT_LETTERS} letters", line.what)
            if line.verified_on or line.review_by or line.verified_by or line.how:
                yield Finding(line.id, "shipped as checked, though only a person who called can say so")
        if not any(line.section == "any" for line in directory.lines):
            yield Finding(code, "no line for any worry")
