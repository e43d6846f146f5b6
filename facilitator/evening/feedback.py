"""Feedback and measures: slips typed in from paper and counts of answers, by month; told together or not at all."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from facilitator.errors import BadValue, NotFound
from facilitator.evening.screening import NamesIn, screened
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.feedback import ENOUGH, Face, Heard, Instrument, Item, Measure, MeasureDraft, Slip
from facilitator.model.ids import Id, random_id
from facilitator.people import words
from facilitator.people.groups import Groups
from facilitator.store import Store

MOST = 500
"""The most people of one batch: more is a slip of the key."""


class Feedback:
    """Keeps slips and measures of groups. An id is random and of the day alone: no slip leads to who wrote it."""

    def __init__(self, store: Store, clock: Clock, groups: Groups, names_in: NamesIn) -> None:
        self._store = store
        self._clock = clock
        self._groups = groups
        self._names_in = names_in

    # ------------------------------------------------------------ slips
    def months(self, group_id: Id) -> tuple[date, ...]:
        """The months that there are slips of, by their first day, the newest first."""
        rows = self._store.all("select distinct month from feedback_live where group_id = ? order by month desc",
                               (group_id,))
        return tuple(date.fromisoformat(row["month"]) for row in rows)

    def heard(self, group_id: Id, month: date) -> Heard:
        """What the slips of a month say together: how many there are, and the rest once there are enough."""
        first = month.replace(day=1)
        rows = self._store.all("select answers, words from feedback_live where group_id = ? and month = ?",
                               (group_id, first.isoformat()))
        if len(rows) < ENOUGH:
            return Heard(month=first, slips=len(rows))
        circled = Counter((item, face) for row in rows for item, face in json.loads(row["answers"]).items())
        return Heard(
            month=first, slips=len(rows), said=tuple(sorted(row["words"] for row in rows if row["words"])),
            counts={item: {face: circled[item.value, face.value] for face in Face} for item in Item})

    def add(self, group_id: Id, month: date, slip: Slip, *, names_seen: bool = False) -> Change:
        """Keep one slip. Raises NotFound, BadValue, and NameInNote unless the names were seen."""
        self._groups.get(group_id)
        said = words.text(slip.words, _("words on the slip"))
        if not slip.faces and not said:
            raise BadValue(_("slip"), "empty")
        screened((said,) if said else (), self._names_in, names_seen)
        with self._store.command("feedback.add") as c:
            c.insert("feedback", {
                "group_id": group_id, "month": self._month(month), "words": said,
                "answers": json.dumps({item.value: slip.faces[item].value for item in Item if item in slip.faces})},
                id=random_id())
            c.label = _("The slip is kept.")
        return c.change()

    # ------------------------------------------------------------ measures
    def measures(self, group_id: Id, instrument: str = "") -> tuple[Measure, ...]:
        """The counts of a group, the newest month first; of one question, if given."""
        rows = self._store.all("""select * from measure_live where group_id = ?1 and (?2 = '' or instrument = ?2)
                                  order by month desc, instrument, id""", (group_id, instrument))
        return tuple(map(_measure, rows))

    def count(self, group_id: Id, instrument: Instrument, month: date, counts: Mapping[str, int]) -> Change:
        """Keep how many gave each answer. Raises NotFound, BadValue."""
        self._groups.get(group_id)
        known = [id for id, _words in instrument.answers]
        if any(answer not in known or number < 0 for answer, number in counts.items()):
            raise BadValue(_("answers"), "range")
        draft = MeasureDraft(instrument=instrument.id, month=month,
                             counts={id: counts[id] for id in known if counts.get(id)})
        if not draft.people:
            raise BadValue(_("answers"), "empty")
        if draft.people > MOST:
            raise BadValue(_("answers"), "range")
        with self._store.command("measure.add") as c:
            c.insert("measure", {
                "group_id": group_id, "instrument": instrument.id, "licence": instrument.licence,
                "month": self._month(month), "people": draft.people, "counts": json.dumps(dict(draft.counts))},
                id=random_id())
            c.label = _("The answers are kept as counts.")
        return c.change()

    def bin(self, measure: Id) -> Change:
        """Put counts in the bin. Raises NotFound."""
        if self._store.one("select id from measure_live where id = ?", (measure,)) is None:
            raise NotFound("measure")
        with self._store.command("measure.bin") as c:
            c.bin("measure", measure)
            c.label = _("The counts are in the bin.")
        return c.change()

    def _month(self, month: date) -> date:
        first = month.replace(day=1)
        if first > self._clock.today():
            raise BadValue(_("month"), "future")
        return first


def _measure(row: dict[str, Any]) -> Measure:
    return Measure(id=row["id"], group_id=row["group_id"], instrument=row["instrument"], licence=row["licence"],
                   month=date.fromisoformat(row["month"]), counts=json.loads(row["counts"]))
