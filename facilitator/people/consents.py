"""What each member agreed to, one thing at a time: a row for every turn, none changed, and a no that stops at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from facilitator.errors import BadValue, ConsentNeeded, ConsentWithdrawn, NotFound
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.group import Group
from facilitator.model.ids import Id, new_id
from facilitator.model.member import Consent, ConsentPurpose, ConsentState
from facilitator.people import rows, words
from facilitator.store import Store

if TYPE_CHECKING:
    from facilitator.store import Command

NO = (ConsentState.REFUSED, ConsentState.WITHDRAWN)
"""The states that stop a use."""

_LATEST = "select *, max(id) from consent_live where member_id = ? group by purpose"


class Consents:
    """Reads consents and writes each turn down. The latest word on a purpose is the one that holds."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def current(self, member_id: Id) -> tuple[Consent, ...]:
        """How each purpose stands, in the order they are asked; never asked reads as "not-asked"."""
        found = {row["purpose"]: _consent(row) for row in self._store.all(_LATEST, (member_id,))}
        return tuple(found.get(purpose.value) or Consent(member_id=member_id, purpose=purpose,
                                                         state=ConsentState.NOT_ASKED) for purpose in ConsentPurpose)

    def on(self, member_id: Id, purpose: ConsentPurpose) -> Consent:
        """How one purpose stands."""
        return next(consent for consent in self.current(member_id) if consent.purpose is purpose)

    def history(self, member_id: Id) -> tuple[Consent, ...]:
        """Every turn that was written down, oldest first."""
        turns = self._store.all("select * from consent_live where member_id = ? order by id", (member_id,))
        return tuple(map(_consent, turns))

    def allows(self, member_id: Id, purpose: ConsentPurpose) -> bool:
        """Whether the member said yes, or a documented basis stands instead."""
        return _agreed(self.on(member_id, purpose))

    def stop(self, member_id: Id, purpose: ConsentPurpose) -> None:
        """Raise ConsentWithdrawn when the member said no to this use, or took their yes back."""
        if self.on(member_id, purpose).state in NO:
            raise ConsentWithdrawn(purpose.value)

    def parent_settled(self, member_id: Id) -> bool:
        """Whether a parent agreed, or it is written down why none has to."""
        return self.allows(member_id, ConsentPurpose.PARENT)

    def record(self, consent: Consent) -> Change:
        """Write a turn down. `on` is today unless given.

        No to being on the list, or in a group for under-18s no from the parent without another basis, takes the member
        off every list at once. A yes to the list brings back a member who had left it so. Raises NotFound, BadValue,
        and ConsentNeeded where a parent's word is missing for coming back.
        """
        member = self._store.one("select * from member where id = ?", (consent.member_id,))
        if member is None:
            raise NotFound("member")
        listed = self._store.one("select id from member_live where id = ?", (consent.member_id,)) is not None
        group = self._store.one("select * from groups_live where id = ?", (member["group_id"],))
        if group is None:
            raise NotFound("member")
        young = rows.group(group).for_under_18s
        clean = self.cleaned(consent)
        leaves = not _keeps_on_list(clean, young)
        if not listed:
            self._may_come_back(clean, young)
        with self._store.command("consent.record") as c:
            self.add(c, clean)
            if leaves and listed:
                c.bin("member", consent.member_id)
                c.label = _("{name} was taken off the list.").format(name=member["name"])
            elif not listed:
                c.put("member", consent.member_id, {k: v for k, v in member.items() if k != "id"})
                c.label = _("{name} is on the list again.").format(name=member["name"])
            else:
                c.label = _("What {name} said was written down.").format(name=member["name"])
        return c.change()

    def cleaned(self, consent: Consent) -> Consent:
        """The consent with clean words and a day. Raises BadValue for a day to come."""
        today = self._clock.today()
        day = consent.on or (None if consent.state is ConsentState.NOT_ASKED else today)
        if day is not None and day > today:
            raise BadValue(_("day of the answer"), "future")
        return Consent(
            member_id=consent.member_id, purpose=ConsentPurpose(consent.purpose), state=ConsentState(consent.state),
            on=day, basis=words.line(consent.basis, _("reason")),
            wording_version=words.line(consent.wording_version, _("wording")),
            how=words.line(consent.how, _("how it was given")),
        )

    def add(self, c: Command, consent: Consent, *, fresh: bool = False) -> None:
        """Insert a turn inside a running command; `fresh` spares the look back for a member made in the same one."""
        at = self._clock.now_ms()
        if not fresh:
            # Rows are ordered by id, so a clock set back must not put today's "no" before last week's "yes".
            last = self._store.one("select max(id) as id from consent where member_id = ?", (consent.member_id,))
            if last is not None and last["id"] is not None:
                at = max(at, int.from_bytes(last["id"][:6], "big") + 1)
        c.insert("consent", {
            "member_id": consent.member_id, "purpose": consent.purpose.value, "state": consent.state.value,
            "basis": consent.basis, "wording_version": consent.wording_version,
            "on_date": None if consent.on is None else consent.on.isoformat(), "how": consent.how,
        }, id=new_id(at))

    def _may_come_back(self, consent: Consent, young: bool) -> None:
        """A member who left comes back only with a yes to the list and, under 18, with the parent's word."""
        if consent.purpose is ConsentPurpose.PARENT and young:
            asked = any(turn.purpose is ConsentPurpose.PARENT for turn in self.history(consent.member_id))
            if not _agreed(consent) or not asked or self.parent_settled(consent.member_id):
                raise NotFound("member")  # it was put in the bin by hand, or taken back, not by a parent's "no"
            self.stop(consent.member_id, ConsentPurpose.LIST)
        elif consent.purpose is ConsentPurpose.LIST and consent.state is ConsentState.GIVEN:
            if young and not self.parent_settled(consent.member_id):
                raise ConsentNeeded("parent")
            if self.on(consent.member_id, ConsentPurpose.LIST).state not in NO:
                raise NotFound("member")  # it was put in the bin by hand, not by a "no"
        else:
            raise NotFound("member")


def check_new(group: Group, consents: Sequence[Consent]) -> None:
    """Refuse a new member's consents: a no to the list, or under 18 no word of a parent. Raises the refusal."""
    latest = {consent.purpose: consent for consent in consents}
    on_list = latest.get(ConsentPurpose.LIST)
    if on_list is not None and on_list.state in NO:
        raise ConsentWithdrawn(ConsentPurpose.LIST.value)
    parent = latest.get(ConsentPurpose.PARENT)
    if group.for_under_18s and (parent is None or not _agreed(parent)):
        raise ConsentNeeded("parent")


def _keeps_on_list(consent: Consent, young: bool) -> bool:
    if consent.purpose is ConsentPurpose.LIST:
        return consent.state not in NO
    return not (young and consent.purpose is ConsentPurpose.PARENT) or _agreed(consent)


def _agreed(consent: Consent) -> bool:
    return consent.state is ConsentState.GIVEN or (consent.state is ConsentState.NOT_ASKED and bool(consent.basis))


def _consent(row: dict[str, Any]) -> Consent:
    return Consent(
        member_id=row["member_id"],
        purpose=ConsentPurpose(row["purpose"]),
        state=ConsentState(row["state"]),
        on=None if row["on_date"] is None else date.fromisoformat(row["on_date"]),
        basis=row["basis"],
        wording_version=row["wording_version"],
        how=row["how"],
    )
