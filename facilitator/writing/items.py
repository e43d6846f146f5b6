"""A group's own library items: shipped ones in its own words, and those it wrote itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Protocol

from facilitator.errors import NameInWords, NotFound
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.ids import Id, new_id
from facilitator.model.own import OWN, OwnKind, OwnText, Written, is_new
from facilitator.people.screening import NamesIn
from facilitator.store import Store
from facilitator.writing.fit import cleaned
from facilitator.writing.guarding import texts_of

_AREA = "library"


class Bench(Protocol):
    """Where texts are written and read; the library is it."""

    @property
    def language(self) -> str:
        """The language of what is written."""
        ...

    def write(self, item: Written) -> OwnText:
        """The text of an item, read back to be sure that it can be. Raises ContentBroken."""
        ...

    def mark(self, kind: OwnKind, id: str) -> str:
        """What tells one wording of a shipped item from another; empty where nothing of this id ships."""
        ...


class OwnItems:
    """Keeps own words. Every text passes `guarding` before it is kept."""

    def __init__(self, store: Store, clock: Clock, bench: Bench, names_in: NamesIn) -> None:
        self._store = store
        self._clock = clock
        self._bench = bench
        self._names_in = names_in
        self._read: tuple[int, tuple[OwnText, ...]] | None = None

    # ------------------------------------------------------------ questions
    def texts(self) -> tuple[OwnText, ...]:
        """All own texts, by title; the same tuple as long as none has changed."""
        revision = self._store.revision(_AREA)
        if self._read is None or self._read[0] != revision:
            rows = self._store.all("select * from library_item_live order by title, id")
            known = {kind.value for kind in OwnKind}  # a later version may keep others
            self._read = (revision, tuple(_text(row) for row in rows if row["kind"] in known))
        return self._read[1]

    def find(self, row_id: Id) -> OwnText:
        """The text of a row, as the search finds it. Raises NotFound."""
        row = self._store.one("select * from library_item_live where id = ?", (row_id,))
        if row is None:
            raise NotFound(_AREA)
        return _text(row)

    def new_id(self) -> str:
        """An id for an item that the group writes itself."""
        return OWN + new_id(self._clock.now_ms()).hex()

    def names_in(self, item: Written) -> tuple[str, ...]:
        """Names of people on the lists that stand in an item's words."""
        return self._names_in(texts_of(item))

    # ------------------------------------------------------------ commands
    def save(self, item: Written, *, names_seen: bool = False) -> Change:
        """Keep an item in the group's own words; the shipped one, if there is one, stays beside it.

        Raises WordsNeeded, ContentBroken, and NameInWords unless somebody saw that there are names in it.
        """
        clean = cleaned(item)
        if not names_seen and (named := self.names_in(clean)):
            raise NameInWords(named[0])
        text = self._bench.write(clean)
        same = next((one for one in self.texts() if _same(one) == _same(text)), text)
        text = replace(text, row=same.row)
        with self._store.command("library.save") as c:
            c.put("library_item", text.id, {
                "kind": text.kind.value, "item": text.item, "language": text.language, "title": text.title,
                "body": text.body, "based_on": text.based_on})
            c.label = _("“{title}” is kept in your words.").format(title=text.title)
        return c.change()

    def bin(self, kind: OwnKind, item: str) -> Change:
        """Put own words in the bin: a shipped item stands as it came, one of the group's own is gone. Raises NotFound.
        """
        text = self._of(kind, item)
        with self._store.command("library.bin") as c:
            c.bin("library_item", text.id)
            c.label = (_("“{title}” is in the bin.") if is_new(item) else _("“{title}” is the original again.")).format(
                title=text.title)
        return c.change()

    def compared(self, kind: OwnKind, item: str) -> Change:
        """Keep own words though the shipped ones have changed: they have been compared. Raises NotFound."""
        text = self._of(kind, item)
        with self._store.command("library.compared") as c:
            c.update("library_item", text.id, {"based_on": self._bench.mark(kind, item)})
            c.label = _("Your words of “{title}” stay.").format(title=text.title)
        return c.change()

    def _of(self, kind: OwnKind, item: str) -> OwnText:
        mine = [text for text in self.texts() if (text.kind, text.item) == (kind, item)]
        mine.sort(key=lambda text: text.language != self._bench.language)
        if not mine:
            raise NotFound(_AREA)
        return mine[0]


def _same(text: OwnText) -> tuple[OwnKind, str, str]:
    return text.kind, text.item, text.language


def _text(row: dict[str, Any]) -> OwnText:
    return OwnText(kind=OwnKind(row["kind"]), item=row["item"], language=row["language"], title=row["title"],
                   body=row["body"], based_on=row["based_on"], row=row["id"])
