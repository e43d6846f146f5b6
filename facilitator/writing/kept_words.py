"""Words that the guard need not ask about again: ordinary words only, never a form of anybody's name."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.errors import WordMayBeName
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.ids import hash_id
from facilitator.people import words
from facilitator.store import Store


class KeptWords:
    """Keeps such words, for every group alike. `ordinary` tells whether a word can name nobody."""

    def __init__(self, store: Store, ordinary: Callable[[str], bool]) -> None:
        self._store = store
        self._ordinary = ordinary

    def all(self) -> frozenset[str]:
        """Every word, as it compares."""
        return frozenset(words.alike(row["word"]) for row in self._store.all("select word from kept_word_live"))

    def may(self, word: str) -> bool:
        """Whether a word may be kept always."""
        return self._ordinary(word)

    def add(self, word: str) -> Change:
        """Let a word stand from now on, in every note. Raises WordMayBeName for what may be a name after all."""
        clean = words.alike(words.line(word, _("word")))
        if not clean or not self._ordinary(clean):
            raise WordMayBeName(word)
        with self._store.command("word.keep") as c:
            c.put("kept_word", hash_id("kept_word", clean), {"word": clean})
            c.label = _("You are not asked about “{word}” any more.").format(word=clean)
        return c.change()

    def bin(self, word: str) -> Change:
        """Ask about a word again. Raises NotFound."""
        with self._store.command("word.ask") as c:
            c.bin("kept_word", hash_id("kept_word", words.alike(word)))
            c.label = _("You are asked about “{word}” again.").format(word=word)
        return c.change()
