"""Words for a key: five from a public list, helped along while one types, and a frank word on words of one's own."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from facilitator.errors import WeakPassphrase
from facilitator.i18n import _
from facilitator.paths import resources

WORDS = 5
SHORTEST = 15
GUESSES = 10**14
_SCORED = 72
"""Scoring takes long on long texts, and what comes after cannot make the beginning weaker."""


@dataclass(frozen=True, slots=True)
class Strength:
    """How hard words are to guess, in plain words; `reason` is for `WeakPassphrase`: short, names or guessable."""

    words: str
    ok: bool
    reason: str = ""


@cache
def _listed() -> str:
    """The list as one text with a new line round each word: kept word by word it would take ten times the room."""
    return "\n" + "\n".join((resources() / "words" / "eff_long.txt").read_text("ascii").split()) + "\n"


def word_list() -> tuple[str, ...]:
    """The public list of 7,776 words, in order of the alphabet."""
    return tuple(_listed().split())


def generate(words: int = WORDS) -> str:
    """A fresh passphrase, no word in it twice; each word is worth 12.9 bits.

    Never offered are some hundred words that somebody may not bear to read each evening, such as those of loss, harm
    and illness. Whoever has them in older words goes on using them.
    """
    unkind = frozenset((resources() / "words" / "unkind.txt").read_text("ascii").split())
    offered = [word for word in word_list() if word not in unkind]
    return " ".join(secrets.SystemRandom().sample(offered, words))


def normal(text: str) -> str:
    """The words as they count: NFKC, one space between them however they were typed, and words of the list in small."""
    words = " ".join(unicodedata.normalize("NFKC", text).split())
    small = words.lower()
    return small if _all_listed(small) else words


def complete(prefix: str, most: int = 6) -> tuple[str, ...]:
    """Words of the list that begin so, in order of the alphabet; none for an empty beginning."""
    start = normal(prefix).lower()
    if not start:
        return ()
    known = _listed()
    found: list[str] = []
    at = known.find(f"\n{start}")
    while at >= 0 and len(found) < most and known.startswith(start, at + 1):
        after = known.index("\n", at + 1)
        found.append(known[at + 1 : after])
        at = after
    return tuple(found)


def from_list(text: str) -> bool:
    """Whether the text is made of the list's words only, as many as are offered or more, no two alike."""
    return _all_listed(normal(text))


def _all_listed(words: str) -> bool:
    known, each = _listed(), words.split(" ")
    return len(set(each)) >= WORDS and all(f"\n{word}\n" in known for word in each)


def require(text: str, user_inputs: Sequence[str] = ()) -> None:
    """Let only words through that are hard to guess; words from the list need no scoring. Raises WeakPassphrase."""
    if not from_list(text):
        found = strength(text, user_inputs)
        if not found.ok:
            raise WeakPassphrase(found.reason)


def strength(text: str, user_inputs: Sequence[str] = ()) -> Strength:
    """What to think of words of one's own; `user_inputs` are names of the group, charity and place."""
    words = normal(text)
    if len(words) < SHORTEST:
        return Strength(_("Too short: use 15 letters or more."), False, "short")
    from zxcvbn import zxcvbn

    guesses = int(zxcvbn(words[:_SCORED], max_length=_SCORED)["guesses"])
    names = [part for given in user_inputs for part in (given, *given.split()) if len(part) > 2]
    if guesses >= GUESSES and names:
        guesses = min(guesses, int(zxcvbn(words[:_SCORED], user_inputs=names, max_length=_SCORED)["guesses"]))
        if guesses < GUESSES:
            return Strength(_("Uses names that others could guess."), False, "names")
    if guesses < GUESSES:
        return Strength(_("Too easy to guess: add words that have nothing to do with each other."), False, "guessable")
    if guesses < GUESSES * 10**4:
        return Strength(_("Good enough."), True)
    return Strength(_("Strong."), True)
