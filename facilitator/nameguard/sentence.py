"""One sentence as the guard reads it: its words, and what stands beside each of them."""

from __future__ import annotations

import re

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.meeting import Word
from facilitator.nameguard.tokens import Shape

SPACES = frozenset(a + b for a in " \t\u00a0" for b in ("", " ", "\u00a0"))
"""What parts two words that stand side by side."""
_ROW = re.compile(r"[ \t\u00a0]*[,;&/+•·|][ \t\u00a0]*(?:(?:and|&|plus|n)[ \t\u00a0]+)?\Z", re.IGNORECASE)
_BREAK = re.compile(r"[.!?…:•*\n\r\u2028\u2029“”\"(\[{]|\s[-–—]\s|^[\s>]*[-–—*•\d.)]+\s*$|[-–—]\s*$")
_DASHED = re.compile(r"\.?\s?(?::|[-–—])\s")
_THEMES = L.word_set("""
    table craft crafts material materials clay activity activities exercise medium today tonight
    prayer hymn film book game programme snack cake colour flower scent music playlist hymns readings films
    theme themes topic topics mood word words focus reading poem song energy feeling feelings prompt question
    title tone note weather
    subject value quality step principle aim goal goals message lesson result answer status next helped
    temperature vibe key
""")
_COPULAS = frozenset(("is", "was", "has", "had", "are", "were", "came", "said"))
"""Words that a heading in capitals would write with one."""
_LEADING = frozenset(("at", "by", "in", "from", "to", "on", "with", "under"))
"""Before these no short sentence with its full stop is a heading: “Sent by Dr Adeyemi at the Grove.”"""
_HEADED = 30
"""Words that a list of people may be long."""
CERTAIN_BITS = X.GIVEN


class Sentence:
    """Words of a sentence with their places in the text."""

    __slots__ = ("_headed", "_joins", "_text", "cased", "end", "ends", "shouted", "start", "starts", "titled", "words")

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        words: list[Word],
        starts: list[int],
        ends: list[int],
        joins: list[bool],
        tally: int,
    ) -> None:
        """`cased` is whether it begins with a capital: whoever writes so writes names so, mostly.

        `joins` says of each word whether but a space parts it from the one before; `tally` is the sum of theirs."""
        self._text = text
        self.start, self.end = start, end
        self.words, self.starts, self.ends, self._joins = words, starts, ends, joins
        long, upper, capital = tally & 1023, tally >> 10 & 1023, tally >> 20
        self.shouted = upper >= 3 and upper * 10 >= long * 7
        self.titled = (
            len(words) > 3
            and long > 2
            and capital * 10 >= long * 9
            and words[0].shape is not Shape.LOWER
            and not words[0].roles & L.PRONOUN
            and (text[ends[-1] : ends[-1] + 1] != "." or not any(w.key in _LEADING for w in words))
            and not any(w.forms or (w.shape is Shape.LOWER and w.key in _COPULAS) for w in words)
        )
        self._headed: int | None = None
        self.cased = words[0].shape is Shape.CAPITAL and not self.titled if words else False

    def gap(self, at: int) -> str:
        """What stands between a word and the one before it; before the first, what the sentence begins with."""
        return self._text[self.ends[at - 1] if at else self.start : self.starts[at]]

    def joined(self, at: int) -> bool:
        """Whether only a space stands between a word and the next."""
        return 0 <= at < len(self.words) - 1 and self._joins[at + 1]

    def left(self, at: int) -> Word | None:
        """The word to the left, if nothing but a space parts them."""
        return self.words[at - 1] if at > 0 and self._joins[at] else None

    def right(self, at: int) -> Word | None:
        """The word to the right, if nothing but a space parts them."""
        return self.words[at + 1] if at + 1 < len(self.words) and self._joins[at + 1] else None

    def stopped(self, at: int) -> bool:
        """Whether a full stop stands right behind a word."""
        return self._text[self.ends[at] : self.ends[at] + 1] == "."

    def inside(self, at: int) -> bool:
        """Whether a capital here is no mere beginning: inside a sentence that is not a heading."""
        if at <= 0 or self.titled or self.shouted:
            return False
        return self._joins[at] or _BREAK.search(self._text[self.ends[at - 1] : self.starts[at]]) is None

    def dashed(self, at: int) -> bool:
        """Whether a dash or a colon stands before a word, as behind whom a line of notes is about: “TK – fell”."""
        return at < len(self.words) and _DASHED.match(self.gap(at)) is not None

    def certain(self, at: int) -> bool:
        """Whether a word is a name by itself."""
        if not 0 <= at < len(self.words):
            return False
        word = self.words[at]
        if word.shape is Shape.DIGITS:
            return False
        if len(word.key) == 1:
            return (word.raw.isupper() and word.raw not in "AI") or (self._joins[at] and self.certain(at - 1))
        if word.forms:
            return not word.bits & X.COMMON or (
                word.shape is not Shape.LOWER and self.inside(at) and not word.bits & X.PUBLIC
            )
        return bool(word.bits & X.GIVEN and not word.bits & (X.WORD | X.PUBLIC)) or (
            not word.bits and len(word.key) > 2 and not word.kept and not (self.cased and word.shape is Shape.LOWER)
        )

    def listed(self, at: int) -> bool:
        """Whether a neighbour in a row, by comma or “and”, is a name."""
        if at and (
            _ROW.match(self.gap(at))
            or (self.words[at - 1].roles & L.AND and self.joined(at - 1) and self.joined(at - 2))
        ):
            other = at - 2 if self.words[at - 1].roles & L.AND and self.joined(at - 1) else at - 1
            if self.certain(other):
                return True
        if at + 1 < len(self.words) and _ROW.match(self.gap(at + 1)) and self.certain(at + 1):
            return not (self.words[at].owned)
        return False

    def beside(self, one: int, other: int) -> bool:
        """Whether two words stand in a row, parted by a comma or “and”."""
        low, high = min(one, other), max(one, other)
        if high - low == 1:
            return _ROW.match(self.gap(high)) is not None
        return high - low == 2 and bool(self.words[low + 1].roles & L.AND)

    def among_things(self, at: int) -> bool:
        """Whether a word in a capital stands in a row of things: “ketchup, …’s, foil”."""
        if self.words[at].shape is Shape.LOWER:
            return False
        return self._thing(at - 1, self.gap(at)) or (
            at + 1 < len(self.words) and self._thing(at + 1, self.gap(at + 1))
        )

    def _thing(self, at: int, gap: str) -> bool:
        """Whether a row's neighbour is an ordinary word in lower case, alone between its commas or at the row's
        end."""
        if at < 1 or gap != ", " or at >= len(self.words):
            return False
        word = self.words[at]
        ends = at + 1 == len(self.words) or self.gap(at + 1)[:1] in ",.;"
        return (
            ends
            and self.gap(at)[:1] in ",:"
            and word.shape is Shape.LOWER
            and word.plain
            and not word.roles & (L.STOP | L.KIN | L.PRONOUN | L.VERB | L.PREPOSITION | L.NUMBER | L.ADDRESSED)
        )

    def headed(self, at: int) -> bool:
        """Whether the sentence is a list of people up to here: “Apologies: …”."""
        if self._headed is None:
            self._headed = self._list_head()
        return 0 <= self._headed < at <= self._headed + _HEADED and self._in_row(at)

    def tasked(self, at: int) -> bool:
        """Whether the word stands behind a colon, alone or first in a row: “Door: Frank.”, “Lift: Dawn and …”"""
        if not 0 < at <= 4 or ":" not in self.gap(at):
            return False
        if at != len(self.words) - 1 and not (_ROW.match(self.gap(at + 1)) or self.words[at + 1].roles & L.AND):
            return False
        return not any(word.key in _THEMES or word.roles & L.VERB for word in self.words[:at])

    def alone(self, at: int) -> bool:
        """Whether the word is the whole line."""
        return len(self.words) == 1 and self.ends[0] - self.starts[0] > 1

    def _in_row(self, at: int) -> bool:
        """Whether commas or the like stand on both sides of a word, or of a pair of words."""
        text = self._text
        before = text[self.ends[at - 1] : self.starts[at]] if at else ":"
        after = text[self.ends[at] : self.starts[at + 1]] if at + 1 < len(self.words) else "."
        left = bool(
            _ROW.match(before) or ":" in before or "-" in before or "–" in before or self.words[at - 1].roles & L.AND
        )
        right = bool(
            _ROW.match(after)
            or at + 1 == len(self.words)
            or "(" in after
            or after.strip() in (".", "-", "–", ")")
            or self.words[at + 1].roles & L.AND
        )
        return left and right

    def _list_head(self) -> int:
        """The number of the last word of a list's head, -1 when there is none, 0 when it stands on the line before."""
        for at in range(1, min(len(self.words), 7)):
            gap = self.gap(at)
            if ":" in gap or " - " in gap or " – " in gap:
                if any(word.roles & L.LIST for word in self.words[:at]):
                    return at - 1
                return -1
        return -1
