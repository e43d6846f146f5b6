"""What a charity marks on the shelves: favourites, and tags of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from facilitator.errors import BadValue
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.ids import hash_id
from facilitator.model.shelfmark import ShelfMark
from facilitator.people import words
from facilitator.people.screening import NamesIn, nobody, screened
from facilitator.store import Store

_AREA = "shelf_marks"
_TAG = 30  # characters
_MOST = 12


class ShelfMarks:
    """Keeps marks: one row for each item that has any, the same on two laptops."""

    def __init__(self, store: Store, names_in: NamesIn = nobody) -> None:
        self._store, self._names_in = store, names_in

    def all(self) -> dict[tuple[str, str], ShelfMark]:
        """Every mark, by kind and item."""
        return {(row["kind"], row["item"]): _mark(row) for row in self._store.all("select * from shelf_mark_live")}

    def of(self, kind: str, item: str) -> ShelfMark:
        """The marks of one item, none where it has none."""
        row = self._store.one("select * from shelf_mark_live where id = ?", (_id(kind, item),))
        return ShelfMark() if row is None else _mark(row)

    def tags(self) -> tuple[str, ...]:
        """Every tag in use, in order."""
        return tags_in(self.all())

    def favour(self, kind: str, item: str, title: str, on: bool = True) -> Change:
        """Put an item among the favourites, or take it out."""
        with self._store.command("shelf.favour") as c:
            c.put("shelf_mark", _id(kind, item), _values(kind, item, on, self.of(kind, item).tags))
            c.label = (_("“{title}” is a favourite.") if on else _("“{title}” is no favourite any more.")).format(
                title=title)
        return c.change()

    def tag(self, kind: str, item: str, title: str, typed: Iterable[str], *, names_seen: bool = False) -> Change:
        """Give an item these tags and no others. Raises BadValue, and NameInNote unless the names were seen."""
        before = self.of(kind, item)
        tags: dict[str, str] = {}
        for one in typed:
            clean = words.line(one, _("tag"), _TAG)
            if clean:
                tags.setdefault(words.alike(clean), clean)
        if len(tags) > _MOST:
            raise BadValue(_("tags"), "long")
        screened(tuple(tags.values()), self._names_in, names_seen, before.tags)
        with self._store.command("shelf.tag") as c:
            c.put("shelf_mark", _id(kind, item), _values(kind, item, before.favourite, tuple(tags.values())))
            c.label = _("“{title}” has other tags now.").format(title=title)
        return c.change()


def tags_in(marks: Mapping[tuple[str, str], ShelfMark]) -> tuple[str, ...]:
    """Every tag of some marks, each once and in order."""
    return tuple(sorted({tag for mark in marks.values() for tag in mark.tags}, key=words.order))


def _id(kind: str, item: str) -> bytes:
    return hash_id("shelf_mark", kind, item)


def _values(kind: str, item: str, favourite: bool, tags: tuple[str, ...]) -> dict[str, Any]:
    return {"kind": kind, "item": item, "favourite": int(favourite), "tags": json.dumps(tags, ensure_ascii=False)}


def _mark(row: dict[str, Any]) -> ShelfMark:
    return ShelfMark(favourite=bool(row["favourite"]), tags=tuple(json.loads(row["tags"])))
