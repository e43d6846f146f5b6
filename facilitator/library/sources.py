"""Where facts come from: the table of sources, and the line of credit an item carries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.i18n import Translator
from facilitator.library.readability import grade
from facilitator.library.table import Table
from facilitator.model.content import Origin

OWN = "own"
"""The key that stands for words of our own with no outside facts."""

_LONGEST_CREDIT = 60
"""Letters for the names of sources: more would crowd the foot of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place facts were taken from; `short` is what a page's foot prints."""

    key: str
    name: str
    short: str
    terms: str
    where: str


def read_sources(table: Table) -> dict[str, Source]:
    """The table of sources, by key."""
    found = {}
    for key in table.names():
        entry = table.table(key)
        found[key] = Source(key=key, name=entry.text("name"), short=entry.text("short"),
                            terms=entry.text("terms"), where=entry.text("where", ""))
        entry.done()
    return found


def read_origin(head: Table, sources: Mapping[str, Source], translator: Translator, said: str,
                lenient: bool = False) -> Origin:
    """The origin written in an item's head; `said` are the item's words, for the reading grade.

    Raises ContentBroken for a source that is not in the table, or a review that comes before the reading. `lenient` is
    for a group's own words: they say that they were changed, and a source that is gone is left out.
    """
    keys = head.texts("source")
    if lenient:
        keys = tuple(key for key in keys if key in sources)
    for place, key in enumerate(keys):
        if key not in sources:
            raise head.broken(translator.gettext("the source “{key}” is not in the table of sources")
                              .format(key=key), "source", place)
    reviewed_on, review_by = head.day("reviewed_on"), head.day("review_by")
    if review_by <= reviewed_on:
        raise head.broken(translator.gettext("“review_by” should be later than “reviewed_on”"), "review_by")
    used = [sources[key] for key in keys if key != OWN]
    credit = _credit(used, translator) if not lenient else _ours(used, bool(keys), translator)
    return Origin(source=credit, licence=head.text("licence", "" if lenient else None), reviewed_on=reviewed_on,
                  review_by=review_by, reading_grade=grade(said), sources=keys,
                  language=head.file.split("/")[1] if head.file.startswith("content/") else "")


def _credit(used: list[Source], translator: Translator) -> str:
    """One short line without a full stop: the first sources by name, and that the words are ours."""
    if not used:
        return translator.gettext("Our own words")
    return translator.gettext("Ideas: {names}; our own words").format(names=_names(used, translator))


def _ours(used: list[Source], shipped: bool, translator: Translator) -> str:
    """The same for a group's own words; `shipped`: they were made from ours."""
    if not shipped:
        return translator.gettext("The group’s own words")
    if not used:
        return translator.gettext("Changed by the group")
    return translator.gettext("Ideas: {names}; changed by the group").format(names=_names(used, translator))


def _names(used: list[Source], translator: Translator) -> str:
    """The first sources by name, and that there are others."""
    count = len(used)
    while count > 1 and len(", ".join(source.short for source in used[:count])) > _LONGEST_CREDIT:
        count -= 1
    names = ", ".join(source.short for source in used[:count])
    if count < len(used):
        names = translator.gettext("{names} and others").format(names=names)
    return names
