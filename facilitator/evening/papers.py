"""Papers out: printed sheets with personal data that somebody brings back and shreds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from facilitator.errors import BadValue, NotFound
from facilitator.i18n import _, ngettext
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.ids import Id
from facilitator.model.paper import PaperOut, PersonalData
from facilitator.people import words
from facilitator.store import Store

SHRED_AFTER = timedelta(days=7)
"""How long a sheet with personal data stays out, unless told otherwise."""


class PapersOut:
    """Keeps account of sheets with personal data, until they are shredded."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def out(self, group_id: Id | None = None) -> tuple[PaperOut, ...]:
        """Every sheet that is out, those due first; of one group, if given."""
        rows = self._store.all("""select * from paper_out_live
                                  where shredded_on is null and (?1 is null or group_id = ?1)
                                  order by shred_by is null, shred_by, printed_on, id""", (group_id,))
        return tuple(map(_paper, rows))

    def due(self, group_id: Id | None = None) -> tuple[PaperOut, ...]:
        """The sheets that should be shredded by now."""
        today = self._clock.today()
        return tuple(paper for paper in self.out(group_id) if paper.shred_by is not None and paper.shred_by <= today)

    def record(self, document: str, copies: int, personal: PersonalData, group_id: Id | None = None,
               shred_by: date | None = None, kept: bool = False) -> Change:
        """Note a print; what is kept has no day by which it is shredded. Raises BadValue.

        Sheets without personal data need no noting: then nothing changes.
        """
        if personal is PersonalData.NONE:
            return Change()
        if not 1 <= copies <= 999:
            raise BadValue(_("copies"), "range")
        today = self._clock.today()
        by = None if kept else shred_by or today + SHRED_AFTER
        with self._store.command("paper.print") as c:
            c.insert("paper_out", {
                "group_id": group_id, "document": words.line(document, _("document")), "copies": copies,
                "printed_on": today, "personal": personal, "shred_by": by})
            c.label = ngettext("{n} sheet with personal data is noted as out.",
                               "{n} sheets with personal data are noted as out.", copies).format(n=copies)
        return c.change()

    def shredded(self, paper_id: Id, on: date | None = None) -> Change:
        """Note that a sheet is shredded. Raises NotFound, BadValue for a day to come."""
        row = self._store.one("select * from paper_out_live where id = ?", (paper_id,))
        if row is None:
            raise NotFound("paper")
        day = on or self._clock.today()
        if day > self._clock.today():
            raise BadValue(_("day"), "future")
        with self._store.command("paper.shredded") as c:
            c.update("paper_out", paper_id, {"shredded_on": day})
            c.label = _("Noted as shredded.")
        return c.change()

    def all_shredded(self, paper_ids: Sequence[Id]) -> Change:
        """Note today that several are shredded, in one step of Undo; those noted before are passed over."""
        still = {paper.id for paper in self.out()}
        gone = [paper_id for paper_id in paper_ids if paper_id in still]
        if not gone:
            return Change()
        with self._store.command("paper.shredded") as c:
            for paper_id in gone:
                c.update("paper_out", paper_id, {"shredded_on": self._clock.today()})
            c.label = ngettext("{n} paper is noted as shredded.", "{n} papers are noted as shredded.",
                               len(gone)).format(n=len(gone))
        return c.change()


def _paper(row: dict[str, Any]) -> PaperOut:
    return PaperOut(
        id=row["id"], group_id=row["group_id"], document=row["document"], copies=row["copies"],
        printed_on=date.fromisoformat(row["printed_on"]), personal=PersonalData(row["personal"]),
        shred_by=None if row["shred_by"] is None else date.fromisoformat(row["shred_by"]),
        shredded_on=None if row["shredded_on"] is None else date.fromisoformat(row["shredded_on"]),
    )
