"""What is still to be settled in a text: its flags, what is proposed for each, and which were let stand. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Protocol

from facilitator.i18n import _
from facilitator.nameguard import Certainty, Edit, Flag, PersonId
from facilitator.nameguard.labels import Labels
from ui.writing.offsets import edit_between

_MOST_LABELS = 26 * 27


class Guard(Protocol):
    """What finds names in a text."""

    def flags(self, text: str) -> tuple[Flag, ...]: ...

    def update(self, flags: Sequence[Flag], text: str, edit: Edit) -> tuple[Flag, ...]: ...

    def label(self, written: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Word:
    """A flag as it is shown: what is written there, what is proposed, and whom it may be where it may be several."""

    flag: Flag
    written: str
    label: str
    choices: tuple[tuple[PersonId, str], ...] = ()

    @property
    def sure(self) -> bool:
        """Whether it surely points to somebody."""
        return self.flag.certainty is Certainty.RED


class Settling:
    """Follows one text. Who is Person A is known here alone, and goes with it.

    `kept` says whether a stretch of the text, in code points, was let stand as it is written.
    """

    def __init__(self, guard: Guard, kept: Callable[[int, int], bool]) -> None:
        self._guard, self._kept = guard, kept
        self._labels = self._tried = Labels()
        self._used = False
        self._text = ""
        self._read = ""
        self._above = ""
        self._flags: tuple[Flag, ...] = ()
        self._words: tuple[Word, ...] = ()
        self.kept: tuple[tuple[int, int], ...] = ()
        """What was let stand, in code points, as of the last reading."""

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self._text

    @property
    def words(self) -> tuple[Word, ...]:
        """What is to be settled, in the order of the text, as of the last reading; it has moved along with edits."""
        return self._words

    @property
    def behind(self) -> bool:
        """Whether the text has changed since the guard last read it."""
        return self._read != self._text

    def know(self, guard: Guard) -> None:
        """Go by another guard from now on, such as one that knows a word more."""
        self._guard = guard
        self._flags = guard.flags(self._text)
        self._read = self._text
        self.look()

    def begin(self, text: str) -> None:
        """Another text is there, perhaps with labels of another day in it: nobody else is called by those now."""
        if not self._used:
            self._labels = self._tried = Labels()
            self._leave_out(_labels_in(f"{self._above}\n{text}"))
        self.typed(text)

    def follow(self, text: str) -> None:
        """What is written here is added to a text: nobody else is called by the labels that stand in that."""
        self._above = text
        self._leave_out(_labels_in(text))

    def typed(self, text: str) -> None:
        """The text is another one: have what is shown move along; the guard reads it later."""
        if text == self._text:
            return
        edit = edit_between(self._text, text)
        moved, end = edit.added - edit.removed, edit.start + edit.removed
        self._text = text
        self._words = tuple(
            word if word.flag.end <= edit.start else _moved(word, moved) for word in self._words
            if word.flag.end <= edit.start or word.flag.start >= end)

    def read(self) -> None:
        """Have the guard read what has changed, and look at what is to be settled."""
        if self._read != self._text:
            edit = edit_between(self._read, self._text)
            whole = not self._read or not self._text
            self._flags = self._guard.flags(self._text) if whole else (
                self._guard.update(self._flags, self._text, edit))
            self._read = self._text
        self.look()

    def look(self) -> None:
        """Look again at which flags were let stand, and think of labels for the rest."""
        self.kept = tuple((flag.start, flag.end) for flag in self._flags if self._kept(flag.start, flag.end))
        self._words = self._proposed([flag for flag in self._flags if (flag.start, flag.end) not in self.kept])

    def accepted(self, word: Word) -> None:
        """Its label goes into the text: from now on whoever is called so stays so."""
        labels = deepcopy(self._tried)
        labels.propose(self._text, [word.flag])
        self._labels, self._used = labels, True

    def forget(self) -> None:
        """Forget who is who."""
        self._labels = self._tried = Labels()
        self._used = False

    def _leave_out(self, labels: Sequence[str]) -> None:
        standing = set(labels)
        for place in range(_MOST_LABELS if standing else 0):
            standing.discard(self._labels.of(("earlier", place)))
            if not standing:
                break

    def _proposed(self, flags: Sequence[Flag]) -> tuple[Word, ...]:
        """By first mention. No letter is spent on what may be a word: each of those is told the next one free."""
        labels = self._tried = deepcopy(self._labels)
        sure = [flag for flag in flags if flag.certainty is Certainty.RED]
        made = dict(zip(sure, labels.propose(self._text, sure), strict=True))
        return tuple(
            Word(flag, written := self._text[flag.start:flag.end], self._guard.label(written) or one.label, one.choices)
            for flag in flags
            for one in (made.get(flag) or deepcopy(labels).propose(self._text, [flag])[0],))


def _labels_in(text: str) -> list[str]:
    """Labels of people that stand in a text."""
    before, _letter, after = _("Person {letter}").partition("{letter}")
    return re.findall(rf"(?<!\w){re.escape(before)}[A-Z]{{1,2}}{re.escape(after)}(?!\w)", text)


def at_once(words: Sequence[Word]) -> tuple[Word, ...]:
    """Those of some words that may be replaced in one go: surely somebody, and nobody has to be asked who."""
    return tuple(word for word in words if word.sure and not word.choices)


def _moved(word: Word, by: int) -> Word:
    return replace(word, flag=replace(word.flag, start=word.flag.start + by, end=word.flag.end + by))
