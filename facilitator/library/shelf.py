"""One language's shelf of content files: finds them, opens them, and hands readers what they share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from facilitator.i18n import Translator
from facilitator.library.markdown import Part, parts, split
from facilitator.library.sources import Source, read_origin, read_sources
from facilitator.library.table import Table, parse, read_text
from facilitator.model.content import Origin

FALLBACK = "en"
"""The language that is complete: what another lacks is taken from here."""


@dataclass(slots=True)
class Shelf:
    """Files below `folder` (the resources); `speak` settles spelling and the country's emergency number.

    `own` are texts that lie in no file but in a vault, by the name that stands for their path. Reading them is more
    lenient where a later version of the app may have taken away what they name.
    """

    folder: Path
    language: str
    speak: Callable[[str], str]
    translator: Translator
    own: Mapping[str, str] | None = None
    _sources: dict[str, Source] | None = field(default=None)

    def names(self, kind: str, ending: str) -> tuple[str, ...]:
        """The files of one kind, such as "cards/*.md": each in our language where there is one, else in English."""
        found = {path.name for language in self._languages()
                 for path in (self.folder / "content" / language / kind).glob("*" + ending)}
        return tuple(self.name(f"{kind}/{file}") for file in sorted(found))

    def name(self, below: str) -> str:
        """A file's path below the resources: in our language where it is there, else in English."""
        for language in self._languages():
            if (self.folder / "content" / language / below).is_file():
                return f"content/{language}/{below}"
        return f"content/{FALLBACK}/{below}"

    def text(self, name: str) -> str:
        """A text as it is written, from its file or among the own ones."""
        if self.own is not None and name in self.own:
            return self.own[name]
        return read_text(self.folder, name)

    def of_own(self, own: Mapping[str, str], speak: Callable[[str], str] | None = None) -> Shelf:
        """A shelf for own texts beside this one, with its sources."""
        self.sources()
        return replace(self, own=own, speak=speak or self.speak)

    def toml(self, name: str) -> Table:
        """A TOML file, by its path below the resources."""
        return parse(name, self.text(name), self.speak)

    def markdown(self, name: str) -> tuple[Table, tuple[Part, ...]]:
        """A Markdown file's head and body, by its path below the resources."""
        head, body, first = split(name, self.text(name))
        return parse(name, head, self.speak, 2), self.parts(name, body, first)

    def parts(self, name: str, text: str, first: int) -> tuple[Part, ...]:
        """A text in parts, its words spelled for the country."""
        return parts(name, text, first, self.speak)

    def sources(self) -> dict[str, Source]:
        """The table of sources, read once."""
        if self._sources is None:
            self._sources = read_sources(self.toml(self.name("sources.toml")))
        return self._sources

    def origin(self, head: Table, *said: str) -> Origin:
        """The origin in an item's head; `said` are all the words of the item."""
        return read_origin(head, self.sources(), self.translator, "\n".join(said), lenient=self.own is not None)

    def _languages(self) -> tuple[str, ...]:
        plain = self.language.replace("-", "_")
        return tuple(dict.fromkeys((plain, plain.split("_")[0], FALLBACK)))
