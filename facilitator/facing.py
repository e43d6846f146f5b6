"""Words from the right beside figures and words from the left: which way they run, and what stays whole."""

from __future__ import annotations

import re

_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_WHOLE = re.compile(r"(?<![\w:.,/])\+?\(?\d[\d ()\u00a0-]*\d(?![\w:/])")
"""What may be a telephone number: figures in groups. A time or a date with slashes is none."""
_FIGURES = 5
_BRACKETS = re.compile(r"(?<=[^\W_])\s*\([^()]*\)")
_COUNTED = re.compile(r"(?<![\w:.,/£$€])[£$€]?\d[\d ]*,? (?=[A-Za-z])")
"""Figures that words from the left go on from, such as a house number before its street."""
_QUOTED = re.compile("(?<=«)[^«»]+(?=»)")
_PATH = re.compile(r"(?<!\S)[^\s«»]*[/\\\\][^\s«»]*[\w/\\\\]")
_COMMA = re.compile("(?<=[\u0620-\u06ff]),(?= )")
"""A comma between words from the right that were put in a row."""
_PAUSE = re.compile("[،؛؟»]")
"""After it a figure belongs to what is written from the right, not to a name before it."""
_TAG = re.compile("(<[^<>]+>)")
_LEADING = re.compile("^(?:<[^<>]+>)*")
_MARK, _LEFT_MARK, _ISOLATE, _END = "\u200f", "\u200e", "\u2066", "\u2069"
_MOSTLY = 4
"""So many times as many letters from the left make a text theirs, where it also begins with one of them."""
_FROM_RIGHT_LETTER, _FROM_LEFT_LETTER = "\u05d0", "a"


def runs_from_right(text: str) -> bool:
    """Whether any of it is written from the right."""
    return not text.isascii() and _FROM_RIGHT.search(text) is not None


def reads_from_right(text: str) -> bool:
    """Whether it is read from the right as a whole: any of it is, and it is no text from the left that quotes it."""
    if not runs_from_right(text):
        return False
    letters = _LETTER.findall(text)
    right = sum(map(runs_from_right, letters))
    return not letters or runs_from_right(letters[0]) or len(letters) - right <= _MOSTLY * right


def levelled(text: str) -> str:
    """A text of the same length to take directions from.

    Telephone numbers are one row of figures in it, and brackets belong to the words from the left that they follow.
    """
    text = _BRACKETS.sub(lambda found: found[0] if runs_from_right(text[found.start() - 1] + found[0])
                         else _FROM_LEFT_LETTER * len(found[0]), text)
    text = _COUNTED.sub(lambda found: _FROM_LEFT_LETTER * len(found[0]), text)
    text = _WHOLE.sub(lambda found: "0" * len(found[0]) if _is_number(found[0]) else found[0], text)
    return text.translate(dict.fromkeys(map(ord, "،؛؟"), _FROM_RIGHT_LETTER))


def faced(text: str, markup: bool = False) -> str:
    """Text with unseen marks, so that a window shows it as it is read; in `markup` tags are left alone.

    What has a word from the right runs from the right, even where it begins with a name from the left; but not a text
    from the left in which hardly any is. Telephone numbers, names in quotes and paths keep the order they have by
    themselves. Other text stays as it is.
    """
    if not reads_from_right(_TAG.sub("", text) if markup else text):
        return text
    if not markup:
        first = _LETTER.search(text)
        return _ordered(text) if first is not None and runs_from_right(first[0]) else _MARK + _ordered(text)
    words = "".join(part if part[:1] == "<" else _ordered(part) for part in _TAG.split(text))
    return _LEADING.sub(lambda found: found[0] + _MARK, words, count=1)


def _ordered(text: str) -> str:
    text = _COMMA.sub("،", text)
    text = _COUNTED.sub(lambda found: _LEFT_MARK + found[0], text)
    text = _WHOLE.sub(lambda found: _apart(found[0]) if _is_number(found[0]) else found[0], text)
    for name in (_QUOTED, _PATH):
        text = name.sub(lambda found: found[0] if runs_from_right(found[0]) else _apart(found[0]), text)
    return _PAUSE.sub(lambda found: found[0] + _MARK, text)


def _apart(text: str) -> str:
    return f"{_ISOLATE}{text}{_END}"


def _is_number(text: str) -> bool:
    return " " in text.replace("\u00a0", " ") and sum(map(str.isdigit, text)) >= _FIGURES
