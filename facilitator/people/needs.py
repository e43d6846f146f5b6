"""What makes the room easier: adjustments for a member or for the whole group, never conditions."""

from __future__ import annotations

from typing import Any

from facilitator.errors import BadValue, ConsentWithdrawn, LevelTooLow, NotFound
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.group import RecordLevel
from facilitator.model.ids import Id
from facilitator.model.member import AccessNeed
from facilitator.people import words
from facilitator.people.screening import NamesIn, nobody, warned
from facilitator.store import Store


class AccessNeeds:
    """Reads and keeps adjustments such as "front seat" or "large print"."""

    def __init__(self, store: Store, names_in: NamesIn = nobody) -> None:
        self._store = store
        self._names_in = names_in

    def of(self, group_id: Id) -> tuple[AccessNeed, ...]:
        """The group's own adjustments first, then those of members who are on its list now."""
        rows = self._store.all(
            """select n.* from access_need_live n left join member_live m on m.id = n.member_id
               where n.group_id = ? and (n.member_id is null or m.active = 1)
               order by n.member_id is not null, n.id""", (group_id,))
        return tuple(map(_need, rows))

    def of_member(self, member_id: Id) -> tuple[AccessNeed, ...]:
        """One member's adjustments, also of one who comes no more."""
        rows = self._store.all("""select n.* from access_need_live n join member_live m on m.id = n.member_id
                                  where n.member_id = ? order by n.id""", (member_id,))
        return tuple(map(_need, rows))

    def add(self, group_id: Id, adjustment: str, member_id: Id | None = None) -> Change:
        """Add an adjustment, for one member or for everybody. Raises NotFound, LevelTooLow, BadValue."""
        clean = self._clean(adjustment)
        group = self._store.one("select record_level from groups_live where id = ?", (group_id,))
        if group is None:
            raise NotFound("group")
        if member_id is not None:
            if group["record_level"] < RecordLevel.FIRST_NAME:
                raise LevelTooLow("access_need", group["record_level"])
            if self._store.one("select id from member_live where id = ? and group_id = ?",
                               (member_id, group_id)) is None:
                raise NotFound("member")
        with self._store.command("need.add") as c:
            c.insert("access_need", {"group_id": group_id, "member_id": member_id, "adjustment": clean})
            c.label = self._said(_("“{adjustment}” was added.").format(adjustment=clean), clean)
        return c.change()

    def change(self, need_id: Id, adjustment: str) -> Change:
        """Put an adjustment in other words. Raises NotFound, BadValue."""
        clean, before = self._clean(adjustment), self._row(need_id)
        with self._store.command("need.change") as c:
            c.update("access_need", need_id, {"adjustment": clean})
            c.label = self._said(_("“{adjustment}” was saved.").format(adjustment=clean), clean, before)
        return c.change()

    def bin(self, need_id: Id) -> Change:
        """Take an adjustment away that is not needed any more. Raises NotFound."""
        adjustment = self._row(need_id)
        with self._store.command("need.bin") as c:
            c.bin("access_need", need_id)
            c.label = _("“{adjustment}” was put in the bin.").format(adjustment=adjustment)
        return c.change()

    def _said(self, said: str, clean: str, before: str = "") -> str:
        """An adjustment is read out and printed: of a name in it is warned, and it is kept all the same."""
        return " ".join(filter(None, (said, warned((clean,), self._names_in, (before,)))))

    def _row(self, need_id: Id) -> str:
        row = self._store.one("select * from access_need_live where id = ?", (need_id,))
        if row is None:
            raise NotFound("access need")
        if row["member_id"] is not None and self._store.one(
                "select id from member_live where id = ?", (row["member_id"],)) is None:
            raise ConsentWithdrawn("list")
        return str(row["adjustment"])

    def _clean(self, adjustment: str) -> str:
        clean = words.line(adjustment, _("adjustment"))
        if not clean:
            raise BadValue(_("adjustment"), "empty")
        return clean


def _need(row: dict[str, Any]) -> AccessNeed:
    return AccessNeed(id=row["id"], group_id=row["group_id"], member_id=row["member_id"],
                      adjustment=row["adjustment"])
