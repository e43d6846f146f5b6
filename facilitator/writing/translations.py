"""Which of our translations a fluent speaker has read: until somebody says so, every sheet says that it is a draft."""

from __future__ import annotations

from datetime import date

from facilitator.errors import NotFound
from facilitator.i18n import PSEUDO, _, languages, name_here
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.ids import Id, hash_id
from facilitator.model.translation import Reading
from facilitator.people import words
from facilitator.store import Store

WRITTEN_IN = "en"
"""The language all of it was written in, which needs nobody to read it again."""


class Translations:
    """Keeps who has read a language and when, in the vault; a group elsewhere has its own readers."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    # ------------------------------------------------------------ questions
    def readings(self) -> tuple[Reading, ...]:
        """Who has read which language, those alone that somebody has read."""
        rows = self._store.all("select * from translation_live where read_on is not null")
        read = {row["language"]: row for row in rows}
        return tuple(Reading(language, read[language]["read_by"], date.fromisoformat(read[language]["read_on"]))
                     for language in drafts() if language in read)

    def reading(self, language: str) -> Reading | None:
        """Who has read a language; None where nobody has."""
        return next((reading for reading in self.readings() if reading.language == language), None)

    @property
    def read(self) -> frozenset[str]:
        """The languages that are no draft any more."""
        return frozenset(reading.language for reading in self.readings())

    # ------------------------------------------------------------ commands
    def mark_read(self, language: str, by: str) -> Change:
        """Note that a fluent speaker has read it today. Raises NotFound, and NameMissing where no name is given."""
        if language not in drafts():
            raise NotFound(language)
        name = words.name(by, _("name"), "translation")
        with self._store.command("translation.read") as c:
            c.put("translation", _row(language), {"language": language, "read_by": name,
                                                  "read_on": self._clock.today()})
            c.label = _("Read by {name}, and no draft any more: {language}.").format(
                language=name_here(language), name=name)
        return c.change()

    def mark_draft(self, language: str) -> Change:
        """Take that back: it is a draft again, and the name goes. Raises NotFound."""
        with self._store.command("translation.draft") as c:
            c.update("translation", _row(language), {"read_by": "", "read_on": None})
            c.label = _("A draft again: {language}.").format(language=name_here(language))
        return c.change()


def _row(language: str) -> Id:
    return hash_id("translation", language)


def drafts() -> tuple[str, ...]:
    """The languages that are translations."""
    return tuple(language for language in languages() if language not in (WRITTEN_IN, PSEUDO))
