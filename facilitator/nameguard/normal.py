"""The normal form of a word: how it is looked up, whatever its case, marks, apostrophes and hyphens."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans(
    {
        "ł": "l",
        "Ł": "l",
        "ø": "o",
        "Ø": "o",
        "đ": "d",
        "Đ": "d",
        "ð": "d",
        "Ð": "d",
        "ħ": "h",
        "Ħ": "h",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "Æ": "ae",
        "œ": "oe",
        "Œ": "oe",
        "þ": "th",
        "Þ": "th",
        "ə": "a",
        "Ə": "a",
        "ŋ": "n",
        "Ŋ": "n",
        "ĸ": "k",
    }
)
_DROPPED = str.maketrans(dict.fromkeys("'’‘ʼ`´ʻʹ＇-‐‑‒–­.·_\u200b\u200c\u200d\u2060\ufeff"))


def normal(word: str) -> str:
    """The normal form: compatibility letters, no marks, lower case; apostrophes, hyphens and dots inside are dropped.

    Its length may differ from the word's, so nothing is ever counted on it.
    """
    if word.isascii():
        return word.lower().translate(_DROPPED) if not word.isalnum() else word.lower()
    plain = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().translate(_DROPPED).translate(_LETTERS)
