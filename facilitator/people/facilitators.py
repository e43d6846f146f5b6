"""The people who run circles: a name each, and the key they hold in the vault, if any."""

from __future__ import annotations

from typing import Any

from facilitator.errors import NotFound
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.organisation import Facilitator
from facilitator.people import words
from facilitator.store import Store


class Facilitators:
    """Reads and keeps the facilitators. Their own names may come before the recovery sheet."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Facilitator, ...]:
        """Everybody who facilitates now, by name."""
        rows = self._store.all("select * from facilitator_live where active = 1")
        return tuple(sorted(map(_facilitator, rows), key=lambda found: words.order(found.name)))

    def get(self, facilitator_id: Id) -> Facilitator:
        """One facilitator, also one who has left. Raises NotFound."""
        row = self._store.one("select * from facilitator_live where id = ?", (facilitator_id,))
        if row is None:
            raise NotFound("facilitator")
        return _facilitator(row)

    def of_holder(self, holder: bytes) -> Facilitator | None:
        """Whose key this is, when a name stands beside it."""
        row = self._store.one("select * from facilitator_live where holder = ? order by id", (holder,))
        return None if row is None else _facilitator(row)

    def add(self, name: str, holder: bytes | None = None) -> Change:
        """Add a facilitator. Raises NameMissing."""
        clean = words.name(name, _("name"), "facilitator")
        with self._store.command("facilitator.add") as c:
            c.insert("facilitator", {"name": clean, "holder": holder, "active": 1})
            c.label = _("{name} was added.").format(name=clean)
        return c.change()

    def rename(self, facilitator_id: Id, name: str) -> Change:
        """Spell a name another way. Raises NotFound, NameMissing."""
        clean = words.name(name, _("name"), "facilitator")
        self.get(facilitator_id)
        with self._store.command("facilitator.rename") as c:
            c.update("facilitator", facilitator_id, {"name": clean})
            c.label = _("The name was changed to {name}.").format(name=clean)
        return c.change()

    def give_key(self, facilitator_id: Id, holder: bytes | None) -> Change:
        """Note which key of the vault's header is theirs, or that they have none now. Raises NotFound."""
        found = self.get(facilitator_id)
        with self._store.command("facilitator.key") as c:
            c.update("facilitator", facilitator_id, {"holder": holder})
            c.label = _("The key of {name} was noted.").format(name=found.name)
        return c.change()

    def leave(self, facilitator_id: Id) -> Change:
        """Take somebody off the list who facilitates no more; past sessions keep their name. Raises NotFound."""
        found = self.get(facilitator_id)
        with self._store.command("facilitator.leave") as c:
            c.update("facilitator", facilitator_id, {"active": 0})
            c.label = _("{name} facilitates no more.").format(name=found.name)
        return c.change()


def _facilitator(row: dict[str, Any]) -> Facilitator:
    return Facilitator(id=row["id"], name=row["name"], holder=row["holder"])
