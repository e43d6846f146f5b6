"""Bringing a roster into a group: match, preview, and then everything at once, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.errors import BadValue, ConsentNeeded, LevelTooLow, NoNameColumn
from facilitator.i18n import _, ngettext
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.member import Consent, ConsentPurpose, ConsentState
from facilitator.model.progress import Progress, no_progress
from facilitator.people import words
from facilitator.people.groups import Groups
from facilitator.people.importing import headers
from facilitator.people.importing.candidates import candidates
from facilitator.people.importing.headers import Column, Drop, Field
from facilitator.people.importing.plan import NOTHING, Known, Outcome, RowPlan, by_alike_name, plan
from facilitator.people.importing.reading import read
from facilitator.people.importing.table import Sheet, headed
from facilitator.people.members import CONTACTABLE, Members
from facilitator.store import Store

_EVERY = 100
"""Rows between two words of progress, each a chance to cancel."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What would happen, row by row; nothing is written yet."""

    group_id: Id
    sheet: Sheet
    columns: tuple[Column, ...]
    rows: tuple[RowPlan, ...]
    day_first: bool = True

    def of(self, *outcomes: Outcome) -> tuple[RowPlan, ...]:
        """The rows to which this would happen."""
        return tuple(row for row in self.rows if row.outcome in outcomes)

    @property
    def dropped(self) -> tuple[Column, ...]:
        """The columns that stay out, by name."""
        return tuple(column for column in self.columns if column.field is None)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What was done. `not_asked` are the names that came in before anybody asked them."""

    change: Change
    added: tuple[RowPlan, ...]
    filled: tuple[RowPlan, ...]
    skipped: tuple[RowPlan, ...]
    bad: tuple[RowPlan, ...]
    not_asked: tuple[str, ...]
    dropped: tuple[Column, ...]


class RosterImport:
    """Reads a spreadsheet of people and brings them into one group."""

    def __init__(self, store: Store, clock: Clock, groups: Groups, members: Members) -> None:
        self._store = store
        self._clock = clock
        self._groups = groups
        self._members = members

    def read(self, source: Path | bytes, name: str = "") -> Sheet:
        """The sheet in a file. Raises PlaceMissing, SheetUnreadable. Touches nothing of the vault."""
        return read(source, name)

    def headed(self, sheet: Sheet) -> Sheet:
        """The sheet with its first row taken as the header, where none was found and a person says it is one."""
        return headed(sheet)

    def propose(self, sheet: Sheet, group_id: Id) -> tuple[Column, ...]:
        """What each column would come in as. Raises LevelTooLow for a group that keeps a head-count only."""
        barred = {place for place, index in enumerate(sheet.columns) if index in sheet.barred}
        return headers.propose(sheet.headers, self._group(group_id), barred)

    def choose(self, columns: Sequence[Column], index: int, field: Field | None, group_id: Id) -> tuple[Column, ...]:
        """The columns with one of them brought in as something else, or left out. Raises BadValue for a barred one."""
        return headers.choose(columns, index, field, self._group(group_id))

    def preview(self, sheet: Sheet, columns: Sequence[Column], group_id: Id, *, day_first: bool = True) -> Preview:
        """What would happen to each row. Raises LevelTooLow, NoNameColumn, BadValue."""
        group = self._group(group_id)
        columns = tuple(columns)
        for column in columns:
            barred = None if column.field is None else column.field.barred_by(group)
            if column.field is not None and barred is Drop.LEVEL:
                raise LevelTooLow(column.field.value, group.record_level)
            if column.field is not None and barred is not None:
                raise BadValue(column.field.label, barred.value)
        if not any(column.field in headers.NAMES for column in columns):
            raise NoNameColumn
        rows = candidates(sheet, columns, group.record_level, self._clock.today(), day_first=day_first)
        planned = tuple(plan(rows, self._known(group.id), group.record_level))
        return Preview(group.id, sheet, columns, planned, day_first)

    def apply(self, preview: Preview, basis: str = "", progress: Progress = no_progress) -> ImportReport:
        """Bring the rows in, in one transaction and one step of Undo.

        `basis` says how the people agreed to be on the list ("signed the paper list, 3 March"); without one they come
        in as not asked yet. Raises NeedsRecovery, ConsentNeeded (under-18s without a basis), BadValue, whatever
        `preview` raises, and Cancelled out of `progress`, after which nothing is changed.
        """
        group = self._group(preview.group_id)
        reason = words.line(basis, _("reason"))
        self._members.names_allowed()
        preview = self.preview(preview.sheet, preview.columns, group.id, day_first=preview.day_first)
        added, filled = preview.of(Outcome.ADD), preview.of(Outcome.FILL)
        if group.for_under_18s and not reason and added:
            raise ConsentNeeded(ConsentPurpose.PARENT.value)
        consents = self._consents(group, reason)
        with self._store.command("roster.import") as c:
            for done, row in enumerate((*added, *filled)):
                if done % _EVERY == 0:
                    progress(done, len(added) + len(filled))
                if row.draft is None:
                    continue
                member_id = row.member_id
                if member_id is None:
                    member_id = self._members.add(c, group, row.draft, consents, row.first_seen)
                else:
                    values: dict[str, Any] = {field: value for field in CONTACTABLE
                                              if (value := getattr(row.draft, field)) not in NOTHING}
                    if row.first_seen is not None:
                        values["first_seen"] = row.first_seen.isoformat()
                    if values:
                        c.update("member", member_id, values)
                if row.need:
                    c.insert("access_need", {"group_id": group.id, "member_id": member_id, "adjustment": row.need})
            progress(len(added) + len(filled), len(added) + len(filled))
            c.label = _label(len(added), len(filled))
        return ImportReport(
            change=c.change(), added=added, filled=filled,
            skipped=preview.of(Outcome.DUPLICATE, Outcome.SAID_NO), bad=preview.of(Outcome.BAD),
            not_asked=() if reason else tuple(row.name for row in added), dropped=preview.dropped,
        )

    def _group(self, group_id: Id) -> Group:
        group = self._groups.get(group_id)
        if group.record_level < RecordLevel.FIRST_NAME:
            raise LevelTooLow("name", group.record_level)
        return group

    def _consents(self, group: Group, basis: str) -> tuple[Consent, ...]:
        if not basis:
            return ()
        purposes = (ConsentPurpose.LIST, ConsentPurpose.PARENT) if group.for_under_18s else (ConsentPurpose.LIST,)
        return tuple(Consent(member_id=b"", purpose=purpose, state=ConsentState.GIVEN, basis=basis,
                             how="list") for purpose in purposes)

    def _known(self, group_id: Id) -> Known:
        latest = self._store.all(
            """select c.member_id, c.purpose, c.state, m.name, max(c.id)
               from consent_live c join member m on m.id = c.member_id
               where m.group_id = ? and c.purpose in ('list', 'contact')
               group by c.member_id, c.purpose""", (group_id,))
        no = [row for row in latest if row["state"] in ("refused", "withdrawn")]
        return Known(
            members=by_alike_name(self._members.of(group_id, left=True)),
            said_no={words.alike(row["name"]) for row in no if row["purpose"] == "list"},
            no_contact={row["member_id"] for row in no if row["purpose"] == "contact"},
            with_needs={need.member_id for need in self._members.needs.of(group_id) if need.member_id is not None},
        )


def _label(added: int, filled: int) -> str:
    said = ngettext("{n} person was brought in.", "{n} people were brought in.", added).format(n=added)
    if not filled:
        return said
    more = ngettext("Blanks were filled for {n} more.", "Blanks were filled for {n} more.", filled).format(n=filled)
    return f"{said} {more}"
