"""Saving a list of people, or of who was there, as a file that anybody can open: noted in the journal, then written."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from facilitator.errors import BadValue
from facilitator.i18n import _
from facilitator.model.clock import Clock
from facilitator.model.exporting import Beside, ExportKind, ExportNote, ExportOrder, ExportTable, FileType
from facilitator.model.group import Group, RecordLevel
from facilitator.people.answering import Answering
from facilitator.people.exporting import attending, files, roster
from facilitator.people.groups import Groups
from facilitator.people.members import Members
from facilitator.store import Store

_NOTED = "export."
"""How such an entry of the journal begins."""


class Exports:
    """Makes the lists. Nothing is written to any disk but the file that `files.save` is told to write."""

    def __init__(self, store: Store, clock: Clock, groups: Groups, members: Members) -> None:
        self._store = store
        self._clock = clock
        self._groups = groups
        self._members = members
        self._answering = Answering(store)

    def beside(self, group: Group) -> tuple[Beside, ...]:
        """What a roster of this group may hold beside the names."""
        return roster.allowed(group)

    def table(self, order: ExportOrder) -> ExportTable:
        """What the file would hold. Raises NotFound, and LevelTooLow for a roster of a head-count."""
        group = self._groups.get(order.group_id)
        if order.kind is ExportKind.PERSON:
            return self._answering.table(order.member_id or b"")
        if order.kind is ExportKind.ROSTER:
            return roster.table(group, self._members, self._store, order.beside)
        if group.record_level < RecordLevel.FIRST_NAME:
            return attending.counts(self._store, group, order.start, order.end)
        return attending.grid(self._store, self._members, group, order.start, order.end)

    def make(self, order: ExportOrder, file_type: FileType) -> bytes:
        """The file as bytes, and a note in the journal that it was made: which list, never what is in it.

        The note comes first, so that no file is without one. Raises what `table` raises, NoSpace and its like.
        """
        table = self.table(order)
        data = files.as_csv(table) if file_type is FileType.CSV else files.as_xlsx(table, self._clock.now())
        self._store.note(_NOTED + order.kind.value)
        return data

    def saved(self, limit: int = 3) -> tuple[ExportNote, ...]:
        """The last lists that were saved in this copy of the vault, newest first, of whatever group."""
        rows = self._store.all("select kind, at from journal where kind like ? order by at desc, n desc limit ?",
                               (f"{_NOTED}%", limit))
        return tuple(ExportNote(ExportKind(row["kind"].removeprefix(_NOTED)),
                                datetime.fromtimestamp(row["at"] / 1000, UTC).date()) for row in rows)


def type_of(path: Path) -> FileType:
    """The kind of file that a name's ending asks for. Raises BadValue for any other ending."""
    try:
        return FileType(path.suffix.lower().removeprefix("."))
    except ValueError:
        raise BadValue(_("file"), "ending") from None
