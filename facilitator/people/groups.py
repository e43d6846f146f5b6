"""Groups: who each is for, and the rules about how much it keeps."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.errors import BadValue, ConsentNeeded, LevelCannotDrop, LevelRequired, NotFound, UnknownGroup
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.group import Application, Group, GroupDraft, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.lowering import LowerPreview
from facilitator.model.paper import Piece, Style
from facilitator.people import rows, words
from facilitator.people.consents import Consents
from facilitator.people.lowering import Lowering
from facilitator.people.screening import NamesIn, nobody, screened
from facilitator.store import Store


class Groups:
    """Reads and keeps groups. Saving can raise the record level; lowering it is a step of its own, and purges."""

    def __init__(self, store: Store, clock: Clock, names_in: NamesIn = nobody) -> None:
        self._store = store
        self._clock = clock
        self._names_in = names_in
        self._consents = Consents(store, clock)
        self._lowering = Lowering(store)

    def all(self) -> tuple[Group, ...]:
        """Every group that goes on, by name; those put away are in `archived`."""
        return self._read("archived_on is null")

    def archived(self) -> tuple[Group, ...]:
        """Every group that was put away, by name."""
        return self._read("archived_on is not null")

    def get(self, group_id: Id) -> Group:
        """One group, also one that was put away. Raises NotFound."""
        row = self._store.one("select * from groups_live where id = ?", (group_id,))
        if row is None:
            raise NotFound("group")
        return rows.group(row)

    def named(self, name: str) -> Group:
        """The group of that name, however its letters are cased, also one that was put away. Raises UnknownGroup."""
        for group in (*self.all(), *self.archived()):
            if words.alike(group.name) == words.alike(name):
                return group
        raise UnknownGroup(words.line(name, _("name")))

    def save(self, draft: GroupDraft, group_id: Id | None = None, *, names_seen: bool = False) -> Change:
        """Keep a group, a new one without an id. Raising the level cannot be undone: what came in by then would stay.

        Raises NotFound, NameMissing, BadValue, LevelCannotDrop, LevelRequired (under-18s below level 2), ConsentNeeded
        when a group with members becomes one for under-18s before every parent has agreed, and NameInNote unless the
        names were seen.
        """
        values = self._values(draft)
        before = None if group_id is None else self.get(group_id)
        others = (other for other in (*self.all(), *self.archived()) if other.id != group_id)
        if any(words.alike(other.name) == words.alike(values["name"]) for other in others):
            raise BadValue(_("name"), "taken")
        if before is not None and draft.record_level < before.record_level:
            raise LevelCannotDrop
        if draft.for_under_18s and draft.record_level < RecordLevel.CONTACTABLE:
            raise LevelRequired
        if before is not None and draft.for_under_18s and not before.for_under_18s:
            self._all_parents_agreed(before.id)
        screened((values["name"], values["audience"]), self._names_in, names_seen,
                 () if before is None else (before.name, before.audience))
        rises = before is not None and draft.record_level > before.record_level
        with self._store.command("group.save", undo=not rises) as c:
            if group_id is None:
                c.insert("groups", {**values, "last_pack": "[]", "created_on": self._clock.today().isoformat()})
                c.label = _("The group {name} was made.").format(name=values["name"])
            else:
                c.update("groups", group_id, values)
                c.label = _("The group {name} was saved.").format(name=values["name"])
        return c.change()

    def archive(self, group_id: Id) -> Change:
        """Put a group away: off every list, and no evening to come. All that is kept stays. Raises NotFound."""
        group = self.get(group_id)
        with self._store.command("group.archive") as c:
            if group.archived_on is None:
                c.update("groups", group_id, {"archived_on": self._clock.today()})
            c.label = _("{name} was put away.").format(name=group.name)
        return c.change()

    def bring_back(self, group_id: Id) -> Change:
        """Have a group go on that was put away; its evenings follow its rules again. Raises NotFound."""
        group = self.get(group_id)
        with self._store.command("group.back") as c:
            c.update("groups", group_id, {"archived_on": None})
            c.label = _("{name} is back.").format(name=group.name)
        return c.change()

    def preview_lower(self, group_id: Id, level: RecordLevel) -> LowerPreview:
        """What moving to a lower level would take away, in counts. Raises NotFound, BadValue, LevelRequired."""
        return self._lowering.preview(group_id, level)

    def lower_level(self, group_id: Id, level: RecordLevel, names: Mapping[Id, str] | None = None) -> Change:
        """Move to a lower level and erase what it may not hold, for good; head-counts of held sessions stay.

        `names` says what longer names become at level 1; who is not in it gets the name the preview proposes.
        Raises NotFound, BadValue (not a lower level), LevelRequired (under-18s), NameMissing.
        """
        return self._lowering.lower(group_id, level, names)

    def last_pack(self, group_id: Id) -> tuple[Piece, ...]:
        """What was in the last pack printed for the group, to propose the same again; empty when there was none."""
        row = self._store.one("select last_pack from groups_live where id = ?", (group_id,))
        kept = json.loads(row["last_pack"] or "[]") if row else []
        return tuple(filter(None, map(_piece, kept)))

    def save_last_pack(self, group_id: Id, pieces: Sequence[Piece]) -> Change:
        """Remember a pack for the next time; no step of Undo, since nobody asked for it. Raises NotFound."""
        self.get(group_id)
        with self._store.command("group.pack", undo=False) as c:
            c.update("groups", group_id, {"last_pack": json.dumps([_kept(piece) for piece in pieces])})
        return c.change()

    def _read(self, where: str) -> tuple[Group, ...]:
        found = map(rows.group, self._store.all(f"select * from groups_live where {where}"))
        return tuple(sorted(found, key=lambda group: words.order(group.name)))

    def _values(self, draft: GroupDraft) -> dict[str, Any]:
        if draft.size_cap is not None and not 1 <= draft.size_cap <= 500:
            raise BadValue(_("how many people fit"), "range")
        if draft.min_age is not None and not 0 <= draft.min_age <= 120:
            raise BadValue(_("youngest age"), "range")
        return {
            "name": words.name(draft.name, _("name"), "group"),
            "application": Application(draft.application).value,
            "audience": words.text(draft.audience, _("who it is for")),
            "is_open": int(draft.is_open),
            "is_ongoing": int(draft.is_ongoing),
            "record_level": int(RecordLevel(draft.record_level)),
            "size_cap": draft.size_cap,
            "min_age": draft.min_age,
            "count_only": int(draft.count_only),
            "venue_id": draft.venue_id,
            "team": json.dumps([facilitator.hex() for facilitator in draft.team]),
        }

    def _all_parents_agreed(self, group_id: Id) -> None:
        for member in self._store.all("select id from member_live where group_id = ?", (group_id,)):
            if not self._consents.parent_settled(member["id"]):
                raise ConsentNeeded("parent")


def _kept(piece: Piece) -> list[str | int | bool | dict[str, int]]:
    """A piece as it is remembered: plain ones by document and copies alone, as they always were."""
    plain: list[str | int | bool | dict[str, int]] = [piece.document, piece.copies]
    if piece.item or piece.options:
        return [*plain, piece.style, piece.discreet, piece.item, dict(piece.options)]
    return plain if piece.plain else [*plain, piece.style, piece.discreet]


def _piece(kept: list[Any]) -> Piece | None:
    """A remembered piece; None for one in a style that this version does not have."""
    document, copies, *variant = kept
    if not variant:
        return Piece(str(document), int(copies))
    known = {style.value: style for style in Style}
    style = known.get(str(variant[0]))
    if style is None:
        return None
    item, options = variant[2:4] if len(variant) > 3 else ("", {})
    return Piece(str(document), int(copies), style, bool(variant[1:] and variant[1]), str(item),
                 tuple((str(key), int(value)) for key, value in options.items()))
