"""Days that members asked us to remember: only with their yes, without a year, and never a sobriety date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from facilitator.errors import BadValue, ConsentNeeded, LevelTooLow, NotFound
from facilitator.i18n import _, interface
from facilitator.model.change import Change
from facilitator.model.group import RecordLevel
from facilitator.model.ids import Id
from facilitator.model.member import ConsentPurpose, ConsentState, DateKind, MemberDate, NearDate
from facilitator.people import words
from facilitator.people.consents import Consents
from facilitator.store import Store

NEAR = timedelta(days=7)
"""How close to an evening a day has to lie to be told."""
_LEAP = 2024
_AGREED = """
select d.*, m.name, m.group_id from member_date_live d join member_live m on m.id = d.member_id
where (select c.state from consent_live c where c.member_id = d.member_id and c.purpose = 'dates'
       order by c.id desc limit 1) = 'given' and """


class MemberDates:
    """Reads and keeps the days. Without a yes, or after a no, none is read anywhere."""

    def __init__(self, store: Store, consents: Consents) -> None:
        self._store = store
        self._consents = consents

    def of_member(self, member_id: Id) -> tuple[MemberDate, ...]:
        """One member's days, in the order of the year; none without their yes."""
        found = self._store.all(_AGREED + "d.member_id = ? order by d.month, d.day, d.id", (member_id,))
        return tuple(MemberDate(id=row["id"], member_id=member_id, kind=DateKind(row["kind"]), month=row["month"],
                                day=row["day"]) for row in found)

    def near(self, group_id: Id, day: date, span: timedelta = NEAR) -> tuple[NearDate, ...]:
        """Days of members on the list that fall within `span` before or after `day`, in order. 29 February falls on
        the 28th where there is none."""
        rows = self._store.all(_AGREED + "m.group_id = ? and m.active = 1", (group_id,))
        found = [NearDate(row["name"], DateKind(row["kind"]), on) for row in rows
                 for on in _around(row["month"], row["day"], day) if abs(on - day) <= span]
        return tuple(sorted(found, key=lambda one: (one.on, words.order(one.name))))

    def add(self, member_id: Id, kind: DateKind, month: int, day: int) -> Change:
        """Remember a day. Raises NotFound, LevelTooLow, ConsentWithdrawn, ConsentNeeded, BadValue (no such day)."""
        member = self._store.one("select * from member_live where id = ?", (member_id,))
        group = self._store.one("select record_level from groups_live where id = ?",
                                (member["group_id"],)) if member else None
        if member is None or group is None:
            raise NotFound("member")
        if group["record_level"] < RecordLevel.FIRST_NAME:
            raise LevelTooLow("date", group["record_level"])
        self._consents.stop(member_id, ConsentPurpose.DATES)
        if self._consents.on(member_id, ConsentPurpose.DATES).state is not ConsentState.GIVEN:
            raise ConsentNeeded(ConsentPurpose.DATES.value)
        try:
            said = interface().date(date(_LEAP, month, day), "d MMMM")
        except ValueError:
            raise BadValue(_("day"), "range") from None
        with self._store.command("date.add") as c:
            c.insert("member_date", {"member_id": member_id, "kind": DateKind(kind), "month": month, "day": day})
            c.label = _("{day} is remembered for {name}.").format(day=said, name=member["name"])
        return c.change()

    def bin(self, date_id: Id) -> Change:
        """Remember a day no more. Raises NotFound."""
        row = self._store.one("select month, day from member_date_live where id = ?", (date_id,))
        if row is None:
            raise NotFound("date")
        with self._store.command("date.bin") as c:
            c.bin("member_date", date_id)
            said = interface().date(date(_LEAP, row["month"], row["day"]), "d MMMM")
            c.label = _("{day} was put in the bin.").format(day=said)
        return c.change()


def _around(month: int, day: int, near: date) -> Iterator[date]:
    """The day in the years round another one."""
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            yield date(year, month, day)
        except ValueError:
            yield date(year, 2, 28)
