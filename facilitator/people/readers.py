"""Names of who has read a translation, where they can only be those of members who are to go or be renamed."""

from __future__ import annotations

from collections.abc import Collection

from facilitator.model.ids import Id
from facilitator.people import words
from facilitator.store import Store


def readings_by(store: Store, members: Collection[Id]) -> tuple[tuple[Id, str], ...]:
    """The rows that name one of these members, and the name; none that may be a facilitator or anybody else's."""
    read = store.all("select id, read_by from translation where read_by <> ''")
    if not read:
        return ()
    theirs: set[str] = set()
    others = {words.alike(row["name"]) for row in store.all("select name from facilitator")}
    for row in store.all("select id, name from member"):
        (theirs if row["id"] in members else others).add(words.alike(row["name"]))
    return tuple((row["id"], row["read_by"]) for row in read if words.alike(row["read_by"]) in theirs - others)
