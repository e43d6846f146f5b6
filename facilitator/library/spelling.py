"""British words respelled for the United States, so that one set of English texts serves both."""

from __future__ import annotations

import re

_WORDS = {
    "apologise": "apologize", "behaviour": "behavior", "behaviours": "behaviors", "cancelled": "canceled",
    "centre": "center", "centred": "centered", "centrepiece": "centerpiece", "cheque": "check", "colour": "color",
    "colours": "colors", "counselling": "counseling", "counsellor": "counselor", "counsellors": "counselors",
    "favourite": "favorite", "grey": "gray", "honour": "honor", "humour": "humor",
    "judgement": "judgment", "kerb": "curb", "labelled": "labeled", "learnt": "learned", "mum": "mom",
    "mums": "moms", "neighbour": "neighbor", "neighbours": "neighbors", "organisation": "organization",
    "organisations": "organizations", "organise": "organize", "organised": "organized", "organises": "organizes",
    "practise": "practice", "practised": "practiced", "practising": "practicing", "programme": "program",
    "programmes": "programs", "realise": "realize", "realised": "realized", "recognise": "recognize",
    "recognised": "recognized", "rumour": "rumor", "toilet": "restroom", "toilets": "restrooms",
    "travelled": "traveled", "travelling": "traveling", "whilst": "while",
}
_WORD = re.compile(r"[A-Za-z]+")


def american(text: str) -> str:
    """The text as it is spelled in the United States; capitals stay where they were."""
    return _WORD.sub(_respell, text)


def _respell(found: re.Match[str]) -> str:
    word = found[0]
    other = _WORDS.get(word.lower(), word)
    if other is word:
        return word
    if word.isupper():
        return other.upper()
    return other[0].upper() + other[1:] if word[0].isupper() else other
